package ui_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// quinns adds Q, who is mentored by the owner in one relationship and mentors them in another, and a circle with Q in it.
func quinns(t *testing.T, p *planner.Planner) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	ws, err := p.Workspace.Get(t.Context())
	must(err)
	q, err := p.People.Add(t.Context(), core.Person{Name: "Q"})
	must(err)
	other, err := p.People.Add(t.Context(), core.Person{Name: "Vera Brand"})
	must(err)
	part := func(who core.ID, role core.Role) core.Participant { return core.Participant{Person: who, Role: role} }
	for _, rel := range []core.Relationship{
		{Name: "Circle", Format: core.FormatGroup, Participants: []core.Participant{part(ws.Owner, core.RoleMentor), part(q.ID, core.RoleMentee), part(other.ID, core.RoleMentee)}},
		{Format: core.FormatIndividual, Participants: []core.Participant{part(ws.Owner, core.RoleMentor), part(q.ID, core.RoleMentee)}},
		{Format: core.FormatIndividual, Participants: []core.Participant{part(ws.Owner, core.RoleMentee), part(q.ID, core.RoleMentor)}},
	} {
		rel.Duration, rel.Specialisation = core.DurationOngoing, core.SpecProfessional
		_, err := p.Relationships.Add(t.Context(), rel)
		must(err)
	}
}

// Who is called just as was typed comes before what only begins so, as the circle that they are in and other commands do.
func TestAnExactNameComesFirst(t *testing.T) {
	for lang, sides := range map[core.Language][]string{
		core.English: {"Q · I mentor", "Q · mentors me"}, core.Russian: {"Q · мой наставник", "Q · я наставник"},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang, Before: func(p *planner.Planner) {
			quinns(t, p)
			p.Speak("") // the window settles it
		}})
		h.Wants(sides...)
		h.Keys("Ctrl+K")
		h.Type("Q")
		h.Settle()
		h.Shot("palette-exact-" + string(lang))
		h.Wants(sides...)
		shown := kit.Texts(h.Canvas().Overlays().Top())
		first := slices.IndexFunc(shown, func(s string) bool { return s == sides[0] || s == sides[1] })
		if first < 0 || first > 2 {
			t.Errorf("%s: the palette lists %q", lang, shown)
		}
		h.Keys("Escape")
		h.Keys("Ctrl+K")
		h.Type("Q")
		h.Settle()
		h.Keys("Enter")
		if at := h.Shell.Router.Route(); at.Screen != "relationship" {
			t.Errorf("%s: Enter led to %v", lang, at)
		}
		h.Go(shell.Route{Screen: "today"})
		h.Keys("Ctrl+Shift+N", "Alt+1")
		h.Type("?")
		h.Type("x")
		h.Press("Tab")
		h.Type("Q")
		h.Shot("capture-exact-" + string(lang))
		h.Keys("Enter")
		h.Wants(h.Words.T("capture.to", "name", sides[0]))
		h.Keys("Escape")
	}
}
