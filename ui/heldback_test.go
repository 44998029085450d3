package ui_test

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who can't be deleted or erased, since guests have meetings with them on their calendars, is told which, and is led to the first of
// them; so with a relationship.
func TestWhatHoldsADeletionIsNamedAndOpened(t *testing.T) {
	for name, begin := range map[string]func(h *uitest.House, person, rel core.ID){
		"a person": func(h *uitest.House, person, _ core.ID) {
			h.Go(shell.Route{Screen: "people", ID: person})
			h.Run("people.delete")
		},
		"for good": func(h *uitest.House, person, _ core.ID) {
			h.Go(shell.Route{Screen: "people", ID: person})
			h.Menu(h.Person("Amina").Organisation)
			h.Tap(h.Words.T("people.erase"))
		},
		"a relationship": func(h *uitest.House, _, rel core.ID) {
			h.Go(shell.Route{Screen: "relationship", ID: rel})
			h.Click("More")
			h.Tap(h.Words.T("rel.delete"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{})
			rel := h.Relationship("Amina")
			today, err := h.Planner.TodayDate(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel.ID, Start: today.AddDays(60).At(9, 0), Title: "A far one"})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(h.Dir, "i.ics")); err != nil {
				t.Fatal(err)
			}
			d, err := h.Planner.Relationships.DeletionOf(t.Context(), rel.ID)
			if err != nil || len(d.Held) == 0 {
				t.Fatalf("%+v, %v", d, err)
			}
			first := d.Held[0]
			begin(h, h.Person("Amina").ID, rel.ID)
			h.Wants(first.Name+" ("+h.Words.Moment(first.Start, today)+")", "on guests’ calendars")
			h.Shot("held-" + name)
			h.Lacks(h.Words.T("people.erase_do"))
			h.Tap(h.Words.T("button.open")) // of the message
			if at := h.Shell.Router.Route(); at.Screen != "meeting" || at.ID != first.Meeting {
				t.Errorf("it leads to %v, not to %v", at, first.Meeting)
			}
		})
	}
}
