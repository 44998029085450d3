package locale

import (
	"testing"

	"mentorbook/core"
)

// TestFigure holds that a figure is called a part of its target only where it is one.
func TestFigure(t *testing.T) {
	for _, c := range []struct {
		p                    core.Progress
		unit                 string
		en, enSince, ru, ruS string
	}{
		{core.Progress{Baseline: 0, Now: 1, Target: 2}, "", "1 of 2", "1 of 2, from 0", "1 из 2", "1 из 2, начали с 0"},
		{core.Progress{Baseline: 5, Now: 7.5, Target: 10}, "h", "7.5 of 10 h", "7.5 of 10 h, from 5", "7,5 из 10 h", "7,5 из 10 h, начали с 5"},
		{core.Progress{Baseline: 10, Now: 4, Target: 2}, "h", "from 10 to 2 h, now 4", "from 10 to 2 h, now 4", "с 10 до 2 h, сейчас 4", "с 10 до 2 h, сейчас 4"},
		{core.Progress{Baseline: 10, Now: 4, Target: 0}, "", "from 10 to 0, now 4", "from 10 to 0, now 4", "с 10 до 0, сейчас 4", "с 10 до 0, сейчас 4"},
		{core.Progress{Baseline: -20, Now: -10, Target: -5}, "", "from -20 to -5, now -10", "from -20 to -5, now -10", "с -20 до -5, сейчас -10", "с -20 до -5, сейчас -10"},
	} {
		en, err := New(core.English)
		if err != nil {
			t.Fatal(err)
		}
		ru, err := New(core.Russian)
		if err != nil {
			t.Fatal(err)
		}
		for _, got := range [][2]string{{en.Figure(c.p, c.unit), c.en}, {en.FigureSince(c.p, c.unit), c.enSince}, {ru.Figure(c.p, c.unit), c.ru}, {ru.FigureSince(c.p, c.unit), c.ruS}} {
			if got[0] != got[1] {
				t.Errorf("%q, want %q", got[0], got[1])
			}
		}
	}
}

// An arrow stands only between levels that differ.
func TestLevelsOfASkill(t *testing.T) {
	en, err := New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	ru, err := New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		got, want string
	}{
		{en.Levels(1, 3, 4), "1 → 3 of 4"}, {en.Levels(2, 2, 4), "2 of 4"}, {ru.Levels(3, 1, 4), "3 → 1 из 4"}, {ru.Levels(2, 2, 4), "2 из 4"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
