package core_test

import (
	"testing"

	"mentorbook/core"
)

func TestActionValidate(t *testing.T) {
	refuses(t, anAction, []string{"meeting", "goal"},
		texts("title", core.MaxLine, true, false, func(a *core.Action) *string { return &a.Title }),
		names("owner", func(a *core.Action) *core.ID { return &a.Owner }),
		dates("due", false, func(a *core.Action) *core.Date { return &a.Due }),
		dates("closed", false, func(a *core.Action) *core.Date { return &a.Closed })[:5],
		choices("status", func(a *core.Action) *core.ActionStatus { return &a.Status }, core.ActionOpen, core.ActionDone, core.ActionDropped),
		links("relationships", true, func(a *core.Action) *[]core.ID { return &a.Relationships }),
		links("visibility.readers", true, func(a *core.Action) *[]core.ID { return &a.Readers.Readers }),
		[]row[core.Action]{
			{"done on no day", func(a *core.Action) { a.Closed = core.Date{} }, "required closed", ""},
			{"open and closed", func(a *core.Action) { a.Status = core.ActionOpen }, "required closed", ""},
			{"open", func(a *core.Action) { a.Status, a.Closed = core.ActionOpen, core.Date{} }, "", ""},
			{"nothing", func(a *core.Action) { *a = core.Action{} }, "required title; required owner; bad_choice status; required closed", ""},
		},
	)
}

func TestDaysLate(t *testing.T) {
	for _, c := range []struct {
		status core.ActionStatus
		due    string
		want   int
	}{
		{core.ActionOpen, "2026-03-02", 0},
		{core.ActionOpen, "2026-03-01", 1},
		{core.ActionOpen, "2025-03-02", 365},
		{core.ActionOpen, "2026-03-03", 0},
		{core.ActionDone, "2025-03-02", 0},
		{core.ActionDropped, "2025-03-02", 0},
	} {
		a := &core.Action{Status: c.status, Due: day(c.due)}
		if got := a.DaysLate(day("2026-03-02")); got != c.want {
			t.Errorf("%s, due on %s: %d days late", c.status, c.due, got)
		}
	}
	if (&core.Action{Status: core.ActionOpen}).DaysLate(day("2026-03-02")) != 0 {
		t.Error("late without a day")
	}
}
