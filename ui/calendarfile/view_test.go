package calendarfile_test

import (
	"os"
	"runtime"
	"testing"
	"weak"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/calendarfile"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// A preview that is closed holds nothing of the plan, however long the toolkit keeps what it drew: a plan may be of a
// hundred thousand events.
func TestAClosedPreviewLetsGoOfThePlan(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"Escape", "Enter"} {
		taken := 0
		b := shelltest.New(t, fyne.NewSize(900, 600), shell.Config{Brand: "Mentorbook", Words: w.T, Open: func(shell.Route) shell.Page { return nil }, ErrorIn: w.Error})
		held := showPlan(b, w, func(*planner.CalendarPlan) { taken++ })
		if !b.Sees("Walk and talk") || held.Value() == nil {
			t.Fatal("no preview")
		}
		b.Press(key)
		if b.Canvas().Overlays().Top() != nil {
			b.Press("Ctrl+Enter")
		}
		if b.Canvas().Overlays().Top() != nil {
			t.Fatal("the preview is still there")
		}
		runtime.GC()
		if held.Value() != nil {
			t.Errorf("%s: the closed preview holds the plan", key)
		}
		if want := map[string]int{"Escape": 0, "Enter": 1}[key]; taken != want {
			t.Errorf("%s: taken in %d times", key, taken)
		}
		runtime.KeepAlive(b)
	}
}

// showPlan shows a plan that nothing else holds.
func showPlan(b *shelltest.Bench, w *locale.Words, do func(*planner.CalendarPlan)) weak.Pointer[planner.CalendarPlan] {
	plan := &planner.CalendarPlan{Name: "Work", New: 1, Steps: []planner.CalendarStep{{Title: "Walk and talk", Does: planner.CalendarNew, As: core.KindBusy, Start: core.NewDate(2026, 12, 1).At(9, 0)}}}
	calendarfile.Show(calendarfile.Deps{Words: w, Dialogs: b.Shell.Dialogs, Today: core.NewDate(2026, 11, 23), Import: func(plan *planner.CalendarPlan, _ string) { do(plan) }}, plan)
	return weak.Make(plan)
}
