package calendar_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

// The quiet hours of the person whom free times are looked for with lie over the days, on the owner's clock, and are
// told in words; another person brings others.
func TestQuietHoursLieOverTheDays(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for mode, name := range map[kit.Mode]string{kit.Light: "light", kit.Dark: "dark"} {
			shelltest.Theme(kit.Look{Mode: mode})
			h := open(t, "week", uitest.Options{Language: lang, Size: fyne.NewSize(1280, 800)})
			quiet := func(who string, q core.Hours) {
				t.Helper()
				if err := h.Planner.People.Change(t.Context(), h.Person(who).ID, func(p *core.Person) error {
					p.Quiet, p.Zone = q, "Africa/Nairobi" // two hours before Berlin in winter
					return nil
				}); err != nil {
					t.Fatal(err)
				}
				h.Settle()
			}
			quiet("Amina", core.Hours{From: 21 * 60, To: 7 * 60})
			grid := find[*kit.TimeGrid](t, h)
			want := []kit.Span{{From: 0, To: 5 * 60}, {From: 19 * 60, To: 24 * 60}}
			for i, d := range grid.Spec().Days {
				if len(d.Quiet) != 2 || d.Quiet[0] != want[0] || d.Quiet[1] != want[1] {
					t.Fatalf("day %d: %v", i, d.Quiet)
				}
			}
			grid.Begin(15*60, -1)
			if lang == core.English {
				h.Wants("Violet in the calendar: quiet hours of Amina 21:00–07:00 (Nairobi)")
			} else {
				h.Wants("Сиреневым в календаре — тихие часы: Amina 21:00–07:00 (Найроби)")
			}
			h.Shot("quiet-" + name + "-" + string(lang))
			h.Window.Resize(fyne.NewSize(900, 600))
			if lang == core.English {
				h.Wants("Violet: quiet hours of Amina 21:00–07:00 (Nairobi)") // also where the cards have no room
			} else {
				h.Wants("Сиреневым — тихие часы: Amina")
			}
			h.Shot("quiet-small-" + name + "-" + string(lang))
			quiet("Amina", core.Hours{})
			night := []kit.Span{{From: 0, To: 6 * 60}, {From: 20 * 60, To: 24 * 60}} // assumed: nobody said so
			for i, d := range find[*kit.TimeGrid](t, h).Spec().Days {
				if !slices.Equal(d.Quiet, night) {
					t.Errorf("day %d has %v", i, d.Quiet)
				}
			}
			h.Window.Resize(fyne.NewSize(1280, 800))
			if lang == core.English {
				h.Wants("quiet hours of Amina 22:00–08:00 (Nairobi, assumed)")
			}
		}
	}
	shelltest.Theme(kit.Look{Mode: kit.Light})
}

// Quiet hours go by the person's own clock also on the night on which it changes.
func TestQuietHoursOnTheNightOfTheClocks(t *testing.T) {
	owner := &core.Person{Head: core.Head{ID: core.ID{1}}, Zone: "Europe/Berlin"}
	guest := &core.Person{Head: core.Head{ID: core.ID{2}}, Name: "Amina", Zone: "Africa/Nairobi", Quiet: core.Hours{From: 12 * 60, To: 13 * 60}}
	free := &planner.FreeTimes{Owner: owner, People: []*core.Person{owner, guest}}
	for day, from := range map[core.Date]int{
		core.NewDate(2026, 10, 24): 11 * 60, core.NewDate(2026, 10, 25): 10 * 60, core.NewDate(2027, 3, 28): 11 * 60,
	} {
		got := free.Quiet(day)
		if len(got) != 1 || got[0].From != from || got[0].To != from+60 || got[0].Person != guest {
			t.Errorf("%s: %+v", day, got)
		}
	}
}
