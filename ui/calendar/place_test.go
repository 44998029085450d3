package calendar_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The views to choose from stand at one place, whichever of them is on show and whatever stands above the days.
func TestTheViewsStandAtOnePlace(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, size := range []fyne.Size{fyne.NewSize(900, 600), fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)} {
			h := open(t, "week", uitest.Options{Language: lang, Size: size})
			place := map[calendar.View]fyne.Position{}
			for _, view := range calendar.Views() {
				h.Go(shell.Route{Screen: "calendar", Tab: string(view)})
				for range 13 { // months with long names, other years
					h.Keys("PageDown")
					at := views(t, h)
					if was, seen := place[view]; seen && was != at {
						t.Errorf("%s at %v: %s moves from %v to %v", lang, size, view, was, at)
					}
					place[view] = at
				}
				if place[view] != place[calendar.Day] {
					t.Errorf("%s at %v: in the %s they stand at %v, in the day at %v", lang, size, view, place[view], place[calendar.Day])
				}
			}
		}
	}
}

// views gives where one chooses among the views: in a row of buttons, or in a field where there is no room for it.
func views(t *testing.T, h *uitest.House) fyne.Position {
	t.Helper()
	var found fyne.CanvasObject
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		switch o.(type) {
		case *kit.Segments, *kit.Select:
			if found == nil {
				found = o
			}
		}
		return found == nil
	})
	if found == nil {
		t.Fatal("there is nothing to choose a view in")
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
}

// In a narrow window a field takes the place of the row of views: it leads everywhere, by pointer and by key.
func TestTheViewsInANarrowWindow(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := open(t, "week", uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		for i, view := range calendar.Views() {
			find[*kit.Select](t, h).Choose(i)
			h.Settle()
			if at := h.Shell.Router.Route(); at.Tab != string(view) {
				t.Errorf("%s: %s leads to %v", lang, view, at)
			}
		}
		h.Canvas().Focus(find[*kit.Select](t, h).Focusable())
		h.Keys("Up")
		if at, views := h.Shell.Router.Route(), calendar.Views(); at.Tab != string(views[len(views)-2]) {
			t.Errorf("%s: Up leads to %v", lang, at)
		}
	}
}

// A place that clashes with several says how many there are besides the first.
func TestAClashWithSeveral(t *testing.T) {
	for lang, want := range map[core.Language]string{core.English: "clashes with A and 1 more", core.Russian: "накладка: A и ещё 1"} {
		w := uitest.WordsOf(t, lang)
		day := core.NewDate(2026, 11, 24)
		at := func(hour int) (core.Civil, core.Civil) { return day.At(hour, 0), day.At(hour+1, 0) }
		c := &planner.Calendar{Period: core.Period{From: day, To: day.AddDays(1)}, Now: day.At(8, 0), Owner: &core.Person{Zone: "UTC"}}
		for i, name := range []string{"A", "B", "C"} {
			x := planner.CalendarMeeting{MeetingRow: planner.MeetingRow{Meeting: &core.Meeting{Head: core.Head{ID: uitest.ID(byte(i + 1))}, Status: core.MeetingPlanned, Zone: "UTC"}, Name: name}}
			x.Start, x.End = at(10)
			if name == "C" {
				x.Start, x.End = at(15)
			}
			x.Meeting.Start, x.Meeting.End = x.Start, x.End
			c.Meetings = append(c.Meetings, x)
		}
		m := calendar.NewModel(c, calendar.State{View: calendar.Day, Date: day}, calendar.Show{Meetings: true}, w)
		start, end := at(10)
		if text, clash := m.Say("meeting:"+uitest.ID(3).String(), start, end); !clash || !strings.Contains(text, want) {
			t.Errorf("%s: %q, %v", lang, text, clash)
		}
		if text, clash := m.Say("meeting:"+uitest.ID(1).String(), start, end); !clash || strings.Contains(text, " 1") || !strings.Contains(text, "B") {
			t.Errorf("%s, of one: %q, %v", lang, text, clash)
		}
		if text, clash := m.Say("meeting:"+uitest.ID(1).String(), day.At(18, 0), day.At(19, 0)); clash {
			t.Errorf("%s, of none: %q", lang, text)
		}
	}
}

// Whoever looks at the days in a way without hours meanwhile finds the hours where they were.
func TestTheHoursStayWhereTheyWere(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	at := find[*kit.TimeGrid](t, h).At()
	if at == 0 {
		t.Fatal("the week begins at midnight: the test looks at nothing")
	}
	h.Keys("Alt+3", "Alt+5", "Alt+1")
	if day := find[*kit.TimeGrid](t, h).At(); day < at-1 || day > at+1 {
		t.Errorf("by the month and the year to the day, the hours begin at %v, and did at %v", day, at)
	}
}

// In a month the keys go from day to day: the only meeting of one is chosen there, beside what is off; of two none is.
func TestTheOnlyMeetingOfADay(t *testing.T) {
	day := core.NewDate(2026, 11, 24)
	for _, c := range []struct {
		statuses []core.MeetingStatus
		want     int // the n-th; 0 for none
	}{
		{nil, 0},
		{[]core.MeetingStatus{core.MeetingPlanned}, 1},
		{[]core.MeetingStatus{core.MeetingCancelled, core.MeetingHeld}, 2},
		{[]core.MeetingStatus{core.MeetingHeld, core.MeetingPlanned}, 0},
		{[]core.MeetingStatus{core.MeetingPlanned, core.MeetingPlanned, core.MeetingPlanned}, 0},
	} {
		days := &planner.Calendar{Period: core.Period{From: day, To: day.AddDays(1)}, Now: day.At(8, 0), Owner: &core.Person{Zone: "UTC"}}
		for i, status := range c.statuses {
			m := &core.Meeting{Head: core.Head{ID: uitest.ID(byte(i + 1))}, Status: status, Zone: "UTC", Start: day.At(10+i, 0), End: day.At(11+i, 0)}
			days.Meetings = append(days.Meetings, planner.CalendarMeeting{MeetingRow: planner.MeetingRow{Meeting: m}, Start: m.Start, End: m.End})
		}
		m := calendar.NewModel(days, calendar.State{View: calendar.Month, Date: day}, calendar.Show{Meetings: true}, uitest.WordsOf(t, core.English))
		got, ok := m.Only(day)
		if ok != (c.want > 0) || ok && got.Meeting.ID != uitest.ID(byte(c.want)) {
			t.Errorf("of %v: %v, %t", c.statuses, got.Meeting, ok)
		}
		if _, ok := m.Only(day.AddDays(1)); ok {
			t.Errorf("%v: on the next day there is one", c.statuses)
		}
	}
}
