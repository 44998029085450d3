package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// visible gives the first object of a type in the window.
func visible[T fyne.CanvasObject](t *testing.T, h *uitest.House) (found T) {
	t.Helper()
	ok := false
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if x, is := o.(T); is && !ok {
			found, ok = x, true
		}
		return !ok
	})
	if !ok {
		t.Fatalf("no %T is to be seen", found)
	}
	return found
}

// side goes somewhere by the sidebar.
func side(t *testing.T, h *uitest.House, text string) {
	t.Helper()
	hit := false
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if item, ok := o.(*kit.NavItem); ok && !hit && item.Text() == text {
			hit = true
			item.Tapped(&fyne.PointEvent{})
		}
		return !hit
	})
	if !hit {
		t.Fatalf("the sidebar has no %q", text)
	}
	h.Settle()
}

// marked gives the entries of the sidebar that are marked.
func marked(h *uitest.House) (out []string) {
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if item, ok := o.(*kit.NavItem); ok && item.Selected() {
			out = append(out, item.Text())
		}
		return true
	})
	return out
}

// Who comes back to the calendar by the sidebar finds it looked at as before; the way back leads to the view that was there.
func TestTheCalendarIsLookedAtAsBefore(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	side(t, h, h.Words.T("window.calendar"))
	if to := h.Shell.Router.Route(); to != (shell.Route{Screen: "calendar", Tab: "week"}) {
		t.Errorf("first it is at %v", to)
	}
	h.Keys("Alt+3")
	side(t, h, h.Words.T("people.title"))
	side(t, h, h.Words.T("window.calendar"))
	if to := h.Shell.Router.Route(); to.Tab != "month" {
		t.Errorf("come back to, it is at %v", to)
	}
	visible[*kit.MonthGrid](t, h)
	h.Keys("Alt+Left", "Alt+Left", "Alt+Left")
	if to := h.Shell.Router.Route(); to.Tab != "week" {
		t.Errorf("the way back leads to %v", to)
	}
	visible[*kit.TimeGrid](t, h)
}

// Reports begins with the relationship that there is most to report of, keeps what was chosen from visit to visit, and is marked
// in the sidebar also where it was opened for one relationship.
func TestReportsKeepWhatWasChosen(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	most, err := h.Planner.Reports.MostToReport(t.Context(), core.Period{From: core.NewDate(2026, 10, 1), To: core.NewDate(2027, 1, 1)})
	if err != nil || most.IsZero() {
		t.Fatal(most, err)
	}
	place, err := h.Planner.Place(t.Context(), most)
	if err != nil {
		t.Fatal(err)
	}
	reports := h.Words.T("reports.head")
	side(t, h, reports)
	h.Wants(place.Name)
	h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Иван").ID})
	if got := marked(h); !slices.Equal(got, []string{reports}) {
		t.Errorf("marked are %q", got)
	}
	audience := func() *kit.Select {
		var all []*kit.Select
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if s, ok := o.(*kit.Select); ok {
				all = append(all, s)
			}
			return true
		})
		if len(all) < 3 {
			t.Fatalf("there are %d choices", len(all))
		}
		return all[1]
	}
	audience().Choose(slices.Index(core.Audiences(), core.AudienceSponsor))
	h.Settle()
	side(t, h, h.Words.T("people.title"))
	side(t, h, reports)
	if got := core.Audiences()[audience().Chosen()]; got != core.AudienceSponsor {
		t.Errorf("come back to, the report is for %s", got)
	}
	h.Wants("Иван")
}

// The page of a meeting is marked in the sidebar as its relationship, and that of a person as people, also one who was
// added a moment ago.
func TestPagesAreMarkedWhereTheyBelong(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	cal, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: core.NewDate(2026, 11, 23), To: core.NewDate(2026, 11, 30)}})
	if err != nil || len(cal.Meetings) == 0 {
		t.Fatal(err)
	}
	m := cal.Meetings[0]
	place, err := h.Planner.Place(t.Context(), m.Meeting.Relationship)
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: m.Meeting.ID})
	if got := marked(h); !slices.Equal(got, []string{place.Name}) {
		t.Errorf("on a meeting's page marked are %q, not %q", got, place.Name)
	}
	h.Run("person.new")
	h.Type("Nina New")
	h.Keys("Ctrl+Enter")
	if r := h.Shell.Router.Route(); r.Screen != "people" || r.ID.IsZero() {
		t.Fatalf("the window is at %v", r)
	}
	if got := marked(h); !slices.Equal(got, []string{h.Words.T("people.title")}) {
		t.Errorf("on a new person's page marked are %q", got)
	}
}
