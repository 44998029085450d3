package planning_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A new time that has passed is said to have, of a meeting, of one of a series, and of all later ones too.
func TestAMoveIntoThePastIsSaidToBeOne(t *testing.T) {
	for _, language := range []core.Language{core.English, core.Russian} {
		for name, c := range map[string]struct{ series, later bool }{
			"a meeting": {}, "one of a series": {series: true}, "all later ones": {series: true, later: true},
		} {
			t.Run(string(language)+", "+name, func(t *testing.T) { movesIntoThePast(t, language, c.series, c.later) })
		}
	}
}

func movesIntoThePast(t *testing.T, language core.Language, series, later bool) {
	t.Helper()
	h := uitest.Open(t, uitest.Options{Language: language})
	word := h.Words.T
	today, err := h.Planner.TodayDate(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first, rel := today.AddDays(2).At(10, 0), h.Relationship("Sara").ID
	id := core.ID{}
	if series {
		s, err := h.Planner.Series.Plan(t.Context(), core.Series{Relationship: rel, Start: first, Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=12"})
		if err != nil {
			t.Fatal(err)
		}
		id = core.OccurrenceID(s.ID, first)
	} else {
		m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Start: first, Zone: "Europe/Berlin"})
		if err != nil {
			t.Fatal(err)
		}
		id = m.ID
	}
	h.Go(shell.Route{Screen: "meeting", ID: id})
	h.Keys("Ctrl+Shift+R")
	if later {
		h.Tap(word("plan.this_and_later"))
	}
	h.Lacks(word("plan.past"))
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if d, is := o.(*kit.DateField); is {
			h.Canvas().Focus(d.Focusable())
		}
		return true
	})
	h.Press("Ctrl+A")
	h.Type(today.AddDays(-3).String())
	h.Clock.Move(time.Second)
	h.Settle()
	h.Wants(word("plan.past"))
}
