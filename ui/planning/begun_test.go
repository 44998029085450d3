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

// From a meeting on that has begun, a series goes on when it was said to, with as many meetings as were said, and the dialog says so
// before; that meeting stays. Where the new start has passed too, the dialog says with which one it begins.
func TestASeriesGoesOnFromAMeetingThatHasBegun(t *testing.T) {
	for _, language := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: language})
		word := h.Words.T
		today, err := h.Planner.TodayDate(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		begun := today.AddDays(-1).At(10, 0)
		series, err := h.Planner.Series.Plan(t.Context(), core.Series{
			Relationship: h.Relationship("Sara").ID, Start: begun.AddMinutes(-7 * 24 * 60), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=12",
		})
		if err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "meeting", ID: core.OccurrenceID(series.ID, begun)})
		h.Keys("Ctrl+Shift+R")
		h.Tap(word("plan.this_and_later"))
		says := func(first core.Date, count int) {
			t.Helper()
			h.Clock.Move(time.Second)
			h.Settle()
			h.Lacks(word("plan.split_rule"))
			h.Wants(word("plan.split_begun", "date", h.Words.DateWithDay(first, today), "time", h.Words.Clock(begun)), word("plan.split_count", "count", count))
		}
		says(begun.Date.AddDays(7), 10)
		wanted := today.AddDays(1)
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if d, is := o.(*kit.DateField); is {
				h.Canvas().Focus(d.Focusable())
			}
			return true
		})
		h.Press("Ctrl+A")
		h.Type(wanted.String())
		says(wanted, 11)
		h.Shot("replan-begun-" + string(language))
		h.Tap(word("button.save"))
		h.Settle()
		all, err := h.Planner.Series.Of(t.Context(), series.Relationship)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range all {
			if s.Follows == series.ID && (s.Start.Date != wanted || s.Rule != "FREQ=WEEKLY;COUNT=11") {
				t.Errorf("it begins on %s by %s", s.Start, s.Rule)
			}
		}
	}
}
