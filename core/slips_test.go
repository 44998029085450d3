package core_test

import (
	"testing"

	"mentorbook/core"

	"pgregory.net/rapid"
)

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"friday", "friday", 0},
		{"fryday", "friday", 1},
		{"firday", "friday", 1},
		{"frday", "friday", 1},
		{"fridday", "friday", 1},
		{"wensday", "wednesday", 2},
		{"пятницэ", "пятнице", 1},
		{"", "ab", 2},
		{"ab", "", 2},
		{"", "", 0},
	} {
		if got := core.Slips(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// The way is as long in either direction, never longer than the longer word, and none only to itself.
func TestSlipsAreADistance(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abпя")), 0, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		n := core.Slips(a, b)
		if n != core.Slips(b, a) || n > max(len([]rune(a)), len([]rune(b))) || (n == 0) != (a == b) {
			t.Fatalf("%q and %q: %d", a, b, n)
		}
	})
}

// In a word of seven letters and more two slips are forgiven, in shorter ones one, in short ones none; letters changed about
// are one.
func TestNearly(t *testing.T) {
	for _, c := range []struct {
		typed, word string
		want        bool
	}{
		{"tomsaz", "tomasz", true},
		{"tomsza", "tomasz", false}, // two, in six letters
		{"kwoalski", "kowalski", true},
		{"kwoalksi", "kowalski", true},  // changed about twice
		{"kwoalkis", "kowalski", false}, // three
		{"kwalsi", "kowalski", true},    // left out twice
		{"koowallski", "kowalski", true},
		{"calednra", "calendar", true},
		{"clnda", "calendar", false},
		{"reltionshp", "relationship", true},
		{"reltinoship", "relationships", true}, // and half typed
		{"reltion", "relationship", true},
		{"rltion", "relationship", false}, // half typed, and short for two
		{"plan", "plan", true},
		{"plna", "plan", true},
		{"pla", "plna", false},
		{"встрече", "встреча", true},
		{"встерчаа", "встреча", true},
		{"1234567", "1234568", false}, // figures are other figures
		{"meeting", "marking", false},
	} {
		if got := core.Nearly(c.typed, c.word); got != c.want {
			t.Errorf("%q for %q: %v", c.typed, c.word, got)
		}
	}
}
