package today_test

import (
	"strconv"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/shell"
	"mentorbook/ui/today"
	"mentorbook/ui/uitest"
)

// The badge counts what the day shows as needing the owner, by one rule for both sides: the lines of that, and on the day of one
// who learns the promises that are late, or due today or tomorrow, which a mentor's has among these lines.
func TestTheBadgeIsWhatTodayShows(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role})
		owner, err := h.Planner.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		before := counted(h, role)
		badged(h, strconv.Itoa(before))
		for _, due := range []core.Date{core.NewDate(2026, 11, 20), core.NewDate(2026, 11, 23), core.NewDate(2026, 11, 24), core.NewDate(2026, 11, 25)} {
			if _, err := h.Planner.Actions.Add(t.Context(), core.Action{Title: "By " + due.String(), Owner: owner.ID, Due: due, Readers: core.Visibility{}}); err != nil {
				t.Fatal(err)
			}
		}
		h.Settle()
		if n := counted(h, role); n != before+3 {
			t.Errorf("%s: %d, with three promises more %d", role, before, n)
		}
		badged(h, strconv.Itoa(before+3))
	}
}

// counted gives how much the day shows as needing the owner.
func counted(h *uitest.House, role core.Role) int {
	h.T.Helper()
	day, err := h.Planner.Today(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	if role == core.RoleMentor {
		return len(today.NewModel(day, h.Words, false).Needs) + day.More
	}
	mine, err := h.Planner.MenteeDay(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	m := today.NewMenteeModel(day, mine, false, h.Words)
	n := len(m.Needs) + day.Learner.More
	for _, p := range m.Promises {
		if p.Late || p.Soon {
			n++
		}
	}
	return n
}

// What clashes after this week is one line on Today, of a mentor and of a mentee, which leads to the first of it; what lies beyond
// the weeks that are looked through is not.
func TestClashesAfterThisWeekAreALine(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role})
		owner, err := h.Planner.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		place := h.Relationship("Kofi")
		before := counted(h, role)
		if later(h).Count != 0 {
			t.Fatalf("%s: the sample has clashes later: %+v", role, later(h))
		}
		at := func(d core.Date, hour int) core.Meeting {
			return core.Meeting{Relationship: place.ID, Start: d.At(hour, 0), End: d.At(hour+1, 0), Zone: "Europe/Berlin"}
		}
		for i, d := range []core.Date{core.NewDate(2026, 12, 12), core.NewDate(2027, 1, 9), core.NewDate(2027, 3, 6)} { // Saturdays: nothing else is there
			if _, err := h.Planner.Meetings.Plan(t.Context(), at(d, 10)); err != nil {
				t.Fatal(err)
			}
			if i == 1 { // of two that clash with one another one counts
				if _, err := h.Planner.Meetings.Plan(t.Context(), at(d, 10)); err != nil {
					t.Fatal(err)
				}
				continue
			}
			if _, err := h.Planner.Busy.Block(t.Context(), core.Busy{Person: owner.ID, Title: "Dentist", Start: d.At(10, 0), End: d.At(11, 0), Zone: "Europe/Berlin"}); err != nil {
				t.Fatal(err)
			}
		}
		h.Settle()
		need := later(h)
		if need.Count != 2 || need.At.Date != core.NewDate(2026, 12, 12) {
			t.Errorf("%s: %+v", role, need)
		}
		h.Go(shell.Route{Screen: "today"})
		line := h.Words.T("today.clash_later", "count", 2, "name", need.Name, "when", h.Words.Moment(need.At, core.NewDate(2026, 11, 23)))
		h.Wants(line)
		badged(h, strconv.Itoa(before+1))
		h.Shot("clashes-later-" + string(role))
		h.Tap(h.Words.T("today.in_calendar"))
		if page, ok := h.Shell.Router.Page().(*calendar.Page); !ok || page.Tab() != string(calendar.Week) {
			t.Errorf("%s: it leads to %v", role, h.Shell.Router.Route())
		}
		h.Wants("Dentist")
	}
}

// later gives the need of what clashes after this week; the zero need for none.
func later(h *uitest.House) planner.Need {
	h.T.Helper()
	day, err := h.Planner.Today(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	for _, n := range day.Needs {
		if n.Kind == planner.NeedClashLater {
			return n
		}
	}
	return planner.Need{}
}
