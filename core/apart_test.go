package core

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"
)

// Relationships that would read the same are told apart by as little as does it, and only those.
func TestTellApart(t *testing.T) {
	day := func(d int) Date { return Date{Year: 2026, Month: 1, Day: d} }
	one := func(name string, own bool, a Apart) Namesake { return Namesake{Name: name, Own: own, Apart: a} }
	mentor, mentee := Apart{Side: RoleMentor, Format: FormatIndividual}, Apart{Side: RoleMentee, Format: FormatIndividual}
	at := func(a Apart, org string, since Date) Apart { a.Organisation, a.Since = org, since; return a }
	for name, c := range map[string]struct {
		all  []Namesake
		want []Apart
	}{
		"other names":           {[]Namesake{one("Q", false, mentor), one("R", false, mentor)}, []Apart{{}, {}}},
		"two sides":             {[]Namesake{one("Q", false, mentor), one("q", false, mentee)}, []Apart{{Side: RoleMentor}, {Side: RoleMentee}}},
		"a side is enough":      {[]Namesake{one("Q", false, at(mentor, "A", day(1))), one("Q", false, at(mentee, "B", day(2)))}, []Apart{{Side: RoleMentor}, {Side: RoleMentee}}},
		"formats":               {[]Namesake{one("Q", false, mentor), one("Q", false, Apart{Side: RoleMentor, Format: FormatDigital})}, []Apart{{Format: FormatIndividual}, {Format: FormatDigital}}},
		"organisations":         {[]Namesake{one("Q", false, at(mentor, "A", day(1))), one("Q", false, at(mentor, "B", day(2)))}, []Apart{{Organisation: "A"}, {Organisation: "B"}}},
		"since":                 {[]Namesake{one("Q", false, at(mentor, "A", day(1))), one("Q", false, at(mentor, "A", day(2)))}, []Apart{{Since: day(1)}, {Since: day(2)}}},
		"nothing":               {[]Namesake{one("Q", false, mentor), one("Q", false, mentor)}, []Apart{{Number: 1}, {Number: 2}}},
		"three, two of a side":  {[]Namesake{one("Q", false, mentor), one("Q", false, at(mentee, "", day(1))), one("Q", false, at(mentee, "", day(2)))}, []Apart{{Side: RoleMentor}, {Side: RoleMentee, Since: day(1)}, {Side: RoleMentee, Since: day(2)}}},
		"an own name stays":     {[]Namesake{one("Q", true, mentor), one("Q", false, mentee)}, []Apart{{}, {Side: RoleMentee}}},
		"two own names":         {[]Namesake{one("Q", true, mentor), one("Q", true, mentee)}, []Apart{{Side: RoleMentor}, {Side: RoleMentee}}},
		"own beside a bare one": {[]Namesake{one("Q", true, at(mentor, "A", day(1))), one("Q", false, at(mentor, "", day(1)))}, []Apart{{Organisation: "A"}, {}}},
	} {
		for i := range c.all {
			c.all[i].ID = ID{byte(i + 1)}
		}
		got := TellApart(c.all)
		for i, want := range c.want {
			if got[ID{byte(i + 1)}] != want {
				t.Errorf("%s: %d is told apart by %+v, not %+v", name, i, got[ID{byte(i + 1)}], want)
			}
		}
	}
}

// However many have however few names, no two read the same, whatever else is the same.
func TestToldApartReadUnlike(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	pick := func(n int) int { return dice.IntN(n) }
	for range 2000 {
		all := make([]Namesake, 1+pick(9))
		for i := range all {
			all[i] = Namesake{ID: ID{byte(i + 1)}, Name: []string{"Q", "R"}[pick(2)], Own: pick(3) == 0, Apart: Apart{
				Side: []Role{RoleMentor, RoleMentee}[pick(2)], Format: []Format{FormatIndividual, FormatGroup}[pick(2)],
				Organisation: []string{"", "A"}[pick(2)], Since: Date{Year: 2026, Month: 1, Day: 1 + pick(2)},
			}}
		}
		got, seen := TellApart(all), map[string]bool{}
		for _, one := range all {
			key := one.Name + fmt.Sprint(got[one.ID])
			if seen[key] {
				t.Fatalf("two read %q: %+v", key, all)
			}
			seen[key] = true
		}
		if again := TellApart(all); !maps.Equal(got, again) {
			t.Fatalf("told apart otherwise the second time: %v, %v", got, again)
		}
	}
}
