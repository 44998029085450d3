package daysoff_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

// Enter goes from field to field and carries nothing out; Ctrl+Enter does, and what is said then is which of the two became
// of the meetings.
func TestEnterTakesNoDaysOff(t *testing.T) {
	week := core.Period{From: core.NewDate(2026, 11, 30), To: core.NewDate(2026, 12, 7)}
	for _, lang := range []core.Language{core.English, core.Russian} {
		for fate, title := range map[string]planner.Title{"daysoff.call_off": planner.TitleTimeOffCalled, "daysoff.later": planner.TitleTimeOffMoved} {
			h := uitest.Open(t, uitest.Options{Language: lang})
			before, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: week})
			if err != nil {
				t.Fatal(err)
			}
			h.Keys("Ctrl+Shift+O")
			first := h.Window.Canvas().Focused()
			h.Keys("Enter")
			if now := h.Window.Canvas().Focused(); now == first || now == nil {
				t.Errorf("Enter stays in %v", now)
			}
			h.Wants(h.Words.T("daysoff.heading"))
			h.Keys("Enter")
			h.Wants(h.Words.T("daysoff.heading"))
			h.Tap(h.Words.T(fate))
			h.Keys("Enter")
			h.Wants(h.Words.T("daysoff.heading"))
			if after, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: week}); err != nil || len(after.Busy) != len(before.Busy) {
				t.Fatalf("Enter took the days off: %v", err)
			}
			h.Keys("Ctrl+Enter")
			step, err := h.Planner.Undoable(t.Context())
			if err != nil || step == nil || step.Title != title {
				t.Fatalf("%s: %+v, %v", fate, step, err)
			}
			h.Lacks(h.Words.T("daysoff.heading"))
			h.Wants(h.Words.Title(string(title), step.Args))
		}
	}
}

// Where all of them move, the step says so.
func TestDaysOffThatMoveMeetingsSaySo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	period := core.Period{From: core.NewDate(2026, 11, 24), To: core.NewDate(2026, 12, 24)}
	all, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: period})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all.Meetings {
		m := row.Meeting
		if !m.Series.IsZero() || !m.Planned() {
			continue
		}
		day := core.Period{From: m.Start.Date, To: m.Start.Date.AddDays(1)}
		if _, err := h.Planner.Meetings.TakeOff(t.Context(), planner.TimeOff{Period: day, Relationships: []core.ID{m.Relationship}, MoveDays: 7}); err != nil {
			t.Fatal(err)
		}
		if step, err := h.Planner.Undoable(t.Context()); err != nil || step == nil || step.Title != planner.TitleTimeOffMoved {
			t.Errorf("%+v, %v", step, err)
		}
		return
	}
	t.Fatal("no meeting stands alone")
}
