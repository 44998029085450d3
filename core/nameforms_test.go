package core_test

import (
	"testing"

	"mentorbook/core"
)

func TestFormsOfOneName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"иван", "ивану", true},
		{"павел", "павлу", true},
		{"мария", "марии", true},
		{"анна петрова", "анне петровой", true},
		{"анна", "анне петровой", false},
		{"лев", "льву", false},
		{"ann", "anna", false},
		{"иван", "игорю", false},
		{"amina", "amina", true},
	} {
		if got := core.SameNameForm(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}
