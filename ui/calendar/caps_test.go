package calendar_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Hours over a change of the clock count as they are sat through, not as the wall shows them.
func TestCapsCountRealMinutes(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	ok := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ok(h.Planner.Workspace.Change(t.Context(), func(w *core.Workspace) error { w.WeeklyHours, w.MonthlyHours = 1, 0; return nil }))
	spring := core.NewDate(2027, 3, 28)
	one := core.Meeting{Relationship: next(t, h).Relationship, Start: spring.At(10, 0), End: spring.At(11, 0), Zone: "Europe/Berlin"}
	m, err := h.Planner.Meetings.Plan(t.Context(), one)
	ok(err)
	c, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: spring.Monday(), To: spring.AddDays(1)}})
	ok(err)
	model := calendar.NewModel(c, calendar.State{View: calendar.Week, Date: spring}, calendar.Show{Meetings: true}, h.Words)
	for length, over := range map[int]bool{60: false, 90: true} {
		if got := model.Warn("meeting:"+m.ID.String(), spring.At(1, 30), spring.At(1, 30).AddMinutes(length)).Over; (got != "") != over {
			t.Errorf("%d minutes over the skipped hour: %q", length, got)
		}
	}
}

// A meeting that is moved says on its way which cap on hours it exceeds there, as it says clashes, and says so again when it is put
// down; one within the caps does not.
func TestCapsAreSaidWhileMoving(t *testing.T) {
	for lang, over := range map[core.Language]string{core.English: "over 1 h a week: ", core.Russian: "больше 1 ч в неделю: "} {
		for hours, said := range map[int]bool{1: true, 100: false} {
			h := open(t, "week", uitest.Options{Language: lang})
			if err := h.Planner.Workspace.Change(t.Context(), func(w *core.Workspace) error { w.WeeklyHours, w.MonthlyHours = hours, 0; return nil }); err != nil {
				t.Fatal(err)
			}
			h.Settle()
			grid := find[*kit.TimeGrid](t, h)
			if !grid.Select("meeting:" + next(t, h).ID.String()) {
				t.Fatal("the meeting is not there")
			}
			h.Canvas().Focus(grid.Focusable())
			grid.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierControl})
			for _, when := range []string{"on its way", "put down"} {
				if got := h.Sees(over); got != said {
					t.Errorf("%s, %d h, %s: it is said: %v", lang, hours, when, got)
				}
				h.Keys("Enter")
			}
		}
	}
}
