package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Whoever opens a workspace begins where its first page is come to by key: a mentee's question is typed at once, and a mentor goes on to
// the next meeting, or plans it where there is none.
func TestTheWindowComesUpWithItsField(t *testing.T) {
	for _, language := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: language})
		first := h.Canvas().Focused()
		if first == nil {
			t.Fatal("nothing has the focus")
		}
		h.Type("How do I ask for more money?")
		h.Keys("Enter")
		h.Wants("How do I ask for more money?")
		all, err := h.Planner.List(t.Context(), planner.Filter{Kind: core.KindQuestion})
		if err != nil || !slices.ContainsFunc(all, func(rec core.Record) bool {
			return rec.(*core.Question).Text == "How do I ask for more money?"
		}) {
			t.Errorf("of %d questions none is that one, %v", len(all), err)
		}
	}
	for _, language := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: language, Size: fyne.NewSize(900, 600)})
		begins := func(key string) {
			t.Helper()
			b, ok := h.Canvas().Focused().(*kit.Button)
			if !ok || b.Text() != h.Words.T(key) {
				t.Errorf("a mentor's day begins at %T, not at %q", h.Canvas().Focused(), h.Words.T(key))
			}
			if y := h.Shell.Router.Page().Save(); y != float32(0) {
				t.Errorf("that scrolls to %v", y)
			}
		}
		begins("button.open_meeting")
		h.Keys("Ctrl+2", "Ctrl+1")
		begins("button.open_meeting")
		h.Keys("Enter")
		if got := h.Shell.Router.Route().Screen; got != "meeting" {
			t.Errorf("Enter leads to %s", got)
		}
		h = uitest.Open(t, uitest.Options{Language: language, Empty: true, Before: func(p *planner.Planner) {
			owner, err := p.Workspace.Owner(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			mentee, err := p.People.Add(t.Context(), core.Person{Name: "Anna Kim"})
			if err != nil {
				t.Fatal(err)
			}
			_, err = p.Relationships.Add(t.Context(), core.Relationship{
				Format: core.FormatIndividual, Status: core.StatusActive, Phase: core.PhaseInitiation, Duration: core.DurationLong, Specialisation: core.SpecCareer,
				Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: mentee.ID, Role: core.RoleMentee}},
			})
			if err != nil {
				t.Fatal(err)
			}
		}})
		begins("button.plan_meeting")
	}
}
