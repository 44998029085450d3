package people

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What somebody is to the owner is said in few words: roles by themselves, with no more of what tells relationships apart than the
// roles leave open, and no more than two of them.
func TestWhatSomebodyIsReadsWell(t *testing.T) {
	ann := &core.Person{Name: "Ann Lee"}
	part := func(role core.Role, apart string) planner.PersonPart {
		p := planner.PersonPart{Name: ann.Name, Apart: apart, Role: role, Status: core.StatusActive}
		if apart != "" {
			p.Name += core.ApartBy + apart
		}
		return p
	}
	called := func(role core.Role, name string) planner.PersonPart {
		return planner.PersonPart{Name: name, Named: true, Role: role, Status: core.StatusActive}
	}
	ended := called(core.RoleMentee, "Old days")
	ended.Status = core.StatusEnded
	for name, c := range map[string]struct {
		parts  []planner.PersonPart
		en, ru string
	}{
		"nothing":   {nil, "", ""},
		"former":    {[]planner.PersonPart{ended}, "former", "в прошлом"},
		"one":       {[]planner.PersonPart{part(core.RoleMentee, ""), ended}, "mentee", "подопечный"},
		"both":      {[]planner.PersonPart{part(core.RoleBoth, "")}, "mentor and mentee", "наставник и подопечный"},
		"two sides": {[]planner.PersonPart{part(core.RoleMentee, "I mentor"), part(core.RoleMentor, "mentors me")}, "mentee, mentor", "подопечный, наставник"},
		"one side": {
			[]planner.PersonPart{part(core.RoleMentee, "Kijani"), part(core.RoleMentee, "Lind")},
			"mentee (Kijani), mentee (Lind)", "подопечный (Kijani), подопечный (Lind)",
		},
		"a name of its own": {[]planner.PersonPart{called(core.RoleMentee, "Circle")}, "mentee in Circle", "подопечный — Circle"},
		"a group":           {[]planner.PersonPart{{Name: "Ann Lee, Bo Sand", Role: core.RoleMentee, Status: core.StatusActive}}, "mentee in a group", "подопечный в группе"},
		"many": {
			[]planner.PersonPart{part(core.RoleMentee, ""), called(core.RoleMentor, "Circle"), called(core.RoleMentee, "Forum"), called(core.RoleMentee, "Salon")},
			"mentee, mentor in Circle and 2 more", "подопечный, наставник — Circle и ещё 2",
		},
	} {
		for lang, want := range map[core.Language]string{core.English: c.en, core.Russian: c.ru} {
			if got, _ := with(c.parts, ann, wordsOf(t, lang)); got != want {
				t.Errorf("%s: %q, not %q", name, got, want)
			}
		}
	}
	w := wordsOf(t, core.English)
	three := []planner.PersonPart{part(core.RoleMentee, w.T("apart.mentor")+" · Kijani"), part(core.RoleMentee, w.T("apart.mentor")+" · Lind"), part(core.RoleMentor, w.T("apart.mentee"))}
	if got, all := with(three, ann, w); got != "mentee (Kijani), mentee (Lind) and 1 more" || all != "mentee (Kijani), mentee (Lind), mentor" {
		t.Errorf("%q of %q", got, all)
	}
}
