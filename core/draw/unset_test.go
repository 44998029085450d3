package draw_test

import (
	"slices"
	"testing"

	"mentorbook/core/draw"
)

func TestUnsetWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Amina Yusuf", nil},
		{"Ёлка, «Жираф» – № 5 ≤ 7 ✓ ✅ 🙂", nil},
		{"a box □ of its own", nil},
		{"cafe\u0301", nil}, // composed
		{"محمد علي", []string{"محمد", "علي"}},
		{"Lena 🎉 Meier 🎉", []string{"🎉"}},
		{"王芳 and 王芳", []string{"王芳"}},
		{"Jürgen\nд-р 佐藤, 2", []string{"佐藤,"}},
	} {
		if got := draw.Unset(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
}
