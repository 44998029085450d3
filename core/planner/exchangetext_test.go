package planner

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWellFormed(t *testing.T) {
	for text, want := range map[string]bool{
		`"plain"`: true, `"Женя 😀"`: true, `"\u00e4\n\\"`: true, `"\ud83d\ude00"`: true, `"\uD83D\uDE00"`: true, `"\\ud83d"`: true, `"\\\\ud83d"`: true,
		"\"\xff\"": false, `"\ud83d"`: false, `"\ude00"`: false, `"\ud83dx"`: false, `"\ud83d\u0041"`: false, `"\ud83d\ud83d\ude00"`: false, `"\\\ud83d"`: false,
	} {
		if wellFormed([]byte(text)) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

// A text that is well formed is one that comes through the decoder as it was, and the other way round.
func TestWellFormedIsWhatSurvives(t *testing.T) {
	parts := []string{`a`, `\\`, `\"`, `\ud83d`, `\ude00`, `\u0041`, `\n`, "é", "\xff", `u`, `d83d`}
	rapid.Check(t, func(t *rapid.T) {
		text := `"` + strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 6).Draw(t, "parts"), "") + `"`
		var s string
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if wellFormed([]byte(text)) == strings.ContainsRune(s, '\uFFFD') {
			t.Fatalf("%q becomes %q", text, s)
		}
	})
}

func TestStrangeName(t *testing.T) {
	for text, want := range map[string]string{
		`{"a":1,"b_2":{"a":"a"},"c":[{"a":1},{"a":2}]}`: "", `{"a":"\"a\":","b":"{\"b\":1"}`: "", `[]`: "", `{"a" : {} , "b":[[],[]]}`: "",
		`{"a":1,"a":2}`: "a", `{"A":1}`: "A", `{"x":[{"a":1,"b":{"c":1,"c":2}}]}`: "c", `{"a":1,"b":{"a":1},"a" :2}`: "a", `{"\u0061":1}`: `\u0061`,
	} {
		if got := strangeName([]byte(text)); got != want {
			t.Errorf("%s: %q, not %q", text, got, want)
		}
	}
}
