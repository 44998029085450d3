package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Whoever comes to a record that is not there is told so and stands on a page that shows something: by a link, and by the way
// back once it was deleted elsewhere.
func TestWhatIsNotThereIsSaid(t *testing.T) {
	nobody := core.ID{0: 1, 15: 1}
	for _, lang := range []core.Language{core.English, core.Russian} {
		for name, c := range map[string]struct {
			to    shell.Route
			kind  core.Kind
			stays bool
		}{
			"meeting":          {shell.Route{Screen: "meeting", ID: nobody}, core.KindMeeting, false},
			"relationship":     {shell.Route{Screen: "relationship", ID: nobody}, core.KindRelationship, false},
			"relationship tab": {shell.Route{Screen: "relationship", ID: nobody, Tab: "plan"}, core.KindRelationship, false},
			"person":           {shell.Route{Screen: "people", ID: nobody}, core.KindPerson, true},
			"report":           {shell.Route{Screen: "reports", ID: nobody}, core.KindRelationship, true},
			"checklist":        {shell.Route{Screen: "checklists", ID: nobody}, core.KindRun, true},
			"template":         {shell.Route{Screen: "checklists", ID: nobody, Tab: "templates"}, core.KindChecklist, true},
		} {
			h := uitest.Open(t, uitest.Options{Language: lang, Route: c.to})
			h.Wants(h.Words.T("gone."+string(c.kind)), h.Words.T("deleted.command"))
			if screen := h.Shell.Router.Route().Screen; c.stays != (screen == c.to.Screen) || !c.stays && screen != "today" {
				t.Errorf("%s: one is at %v", name, h.Shell.Router.Route())
			}
			h.Tap(h.Words.T("deleted.command"))
			h.Wants(h.Words.T("deleted.title"))
		}
	}
}

func TestTheWayBackToWhatWasDeletedSaysSo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	var all []*core.Meeting
	for day := 1; day <= 2; day++ {
		at := core.NewDate(2026, 12, day)
		m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: h.Relationship("Amina").ID, Title: "Soon gone", Start: at.At(10, 0), End: at.At(11, 0), Zone: "Europe/Berlin"})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	hanna := h.Person("Hanna").ID
	h.Go(shell.Route{Screen: "meeting", ID: all[0].ID})
	h.Lacks(h.Words.T("gone.meeting"))
	h.Go(shell.Route{Screen: "people", ID: hanna})
	h.Go(shell.Route{Screen: "plans"})
	if err := h.Planner.Meetings.Delete(t.Context(), all[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := h.Planner.People.Delete(t.Context(), hanna); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Keys("Alt+Left")
	h.Wants(h.Words.T("gone.person"))
	h.Keys("Alt+Left")
	h.Wants(h.Words.T("gone.meeting"))
	if h.Shell.Router.Route().Screen != "today" {
		t.Errorf("one is at %v", h.Shell.Router.Route())
	}
	h.Keys("Escape") // takes the message away
	// what a step takes away here is told by its own message
	h.Go(shell.Route{Screen: "meeting", ID: all[1].ID})
	if err := h.Planner.Meetings.Delete(t.Context(), all[1].ID); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Lacks(h.Words.T("gone.meeting"))
	if h.Shell.Router.Route().Screen == "meeting" {
		t.Errorf("one is still at %v", h.Shell.Router.Route())
	}
}
