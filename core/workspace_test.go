package core_test

import (
	"slices"
	"testing"

	"mentorbook/core"
)

func TestWorkspaceValidate(t *testing.T) {
	refuses(t, aWorkspace, nil,
		names("owner", func(w *core.Workspace) *core.ID { return &w.Owner }),
		choices("side", func(w *core.Workspace) *core.Role { return &w.Side }, core.RoleMentor, core.RoleMentee, core.RoleBoth),
		choices("language", func(w *core.Workspace) *core.Language { return &w.Language }, core.English, core.Russian),
		figures("journal_days", 1, 3650, func(w *core.Workspace) *int { return &w.JournalDays }),
		figures("monthly_hours", 0, 744, func(w *core.Workspace) *int { return &w.MonthlyHours }),
		figures("weekly_hours", 0, 168, func(w *core.Workspace) *int { return &w.WeeklyHours }),
		figures("reminder.1", 1, 10080, func(w *core.Workspace) *int { return &w.Reminders[0] }),
		figures("buffer_before", 0, 240, func(w *core.Workspace) *int { return &w.BufferBefore }),
		figures("buffer_after", 0, 240, func(w *core.Workspace) *int { return &w.BufferAfter }),
		texts("feed", core.MaxLine, false, false, func(w *core.Workspace) *string { return &w.Feed }),
		figures("length", 5, 1440, func(w *core.Workspace) *int { return &w.Length }),
		[]row[core.Workspace]{
			{"all at once", func(w *core.Workspace) { *w = core.Workspace{Reminders: core.Reminders{-1}} }, "required owner; " +
				"bad_choice side; bad_choice language; bad_number journal_days; bad_number reminder.1; bad_number length", ""},
		},
	)
}

func TestNewWorkspace(t *testing.T) {
	w := core.NewWorkspace(id(1), id(2), core.RoleMentee, core.English)
	if err := w.Validate(); err != nil {
		t.Fatal(err)
	}
	if w.ID != id(1) || w.Owner != id(2) || w.Side != core.RoleMentee || w.Language != core.English {
		t.Errorf("%+v", w)
	}
	if w.JournalDays != 90 || !slices.Equal(w.Reminders, core.Reminders{15}) || w.Length != 45 {
		t.Errorf("the defaults are not those that were promised: %+v", w)
	}
}
