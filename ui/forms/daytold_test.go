package forms_test

import (
	"strings"
	"testing"

	"mentorbook/ui/forms"
)

// What is no day is told of once in a line, however that is edited, and anew in the next one, wherever in it the day stands.
func TestADayIsToldOfInEachLine(t *testing.T) {
	const day = "31 February"
	for _, c := range []struct {
		line  string
		typed []string // what the field holds after that, one text after another
		told  bool     // it counts as told in the last of them
	}{
		{"send tables by 31 February", []string{"send tables by 28 February", "send tables by 31 February"}, true},
		{"send tables by 31 February", []string{"s", "send tab", "send tables by 31 February"}, true},
		{"send tables by 31 February", []string{"s", "send s", "send slides by 31 February"}, false},
		{"send tables by 31 February", []string{"other words by 31 February"}, false},
		{"send tables by 31 February.", []string{"send tables by 31 February"}, true},
		{"by 31 February send tables", []string{"by 28 February send tables", "by 31 February send tables"}, true},
		{"by 31 February send tables", []string{"b", "by 31 February", "by 31 February send slides"}, false},
		{"Amina: by 31 February send tables", []string{"Amina: by 31 February send slides"}, false},
		{"к 31 февраля прислать отчёт", []string{"к 31 февраля прислать план"}, false},
		{"31 February send tables", []string{"28 February send tables", "3 February send tables", "31 February send tables"}, true},
		{"31 February send tables", []string{"31 February send tables and", "31 February send tables and slides"}, true},
		{"31 February send tables", []string{"3", "31 February", "31 February send tables"}, true},
		{"31 February send tables", []string{"3", "31", "31 February send slides"}, false},
		{"31 February send tables", []string{"31 February"}, false},
		{"31 February send tables", []string{"", "31 February of slides"}, false},
		{"31 February", []string{"3", "31 February"}, true},
		{"31 February", []string{"31 February send slides"}, false},
	} {
		var d forms.DayTold
		d.Follow(c.line)
		said := day
		if !strings.Contains(c.line, said) {
			said = "31 февраля"
		}
		d.Tell(c.line, said)
		for _, text := range c.typed {
			d.Follow(text)
		}
		if got := d.Day() == said; got != c.told {
			t.Errorf("%q, then %q: told %t", c.line, c.typed, got)
		}
	}
}
