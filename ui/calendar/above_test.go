package calendar_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Each way to look at a calendar in which nothing was planned yet says what to do first, and leaves the days to be used; and
// days without a meeting say which comes next, once there is one elsewhere.
func TestACalendarWithoutMeetingsSaysWhatToDoFirst(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		for _, lang := range []core.Language{core.English, core.Russian} {
			h := uitest.Open(t, uitest.Options{Empty: true, Role: role, Language: lang})
			word := h.Words.T
			each := func(texts ...string) {
				t.Helper()
				for _, view := range []string{"day", "week", "month", "agenda"} {
					h.Go(shell.Route{Screen: "calendar", Tab: view})
					h.Wants(texts...)
					if b, ok := h.Canvas().Focused().(*kit.Button); !ok || b.Text() != texts[1] {
						t.Errorf("%s: %T has the focus, not the button %q", view, h.Canvas().Focused(), texts[1])
					}
					h.Shot("calendar-first-" + string(role) + "-" + string(lang) + "-" + view)
				}
			}
			each(word("first.person."+string(role)), word("people.new"), word("people.import"))
			other, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Amina Yusuf"})
			if err != nil {
				t.Fatal(err)
			}
			h.Settle()
			each(word("first.relationship."+string(role)), word("rel.new"))
			rel := begin(t, h, other.ID, role)
			each(word("first.meeting."+string(role)), word("plan.new"))
			h.Go(shell.Route{Screen: "calendar", Tab: "week"})
			h.Wants(word("calendar.first_drag", "keys", "Ctrl+Shift+M"))

			day := core.NewDate(2027, 2, 9)
			if _, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Start: day.At(10, 0), End: day.At(11, 0), Zone: "Europe/Berlin"}); err != nil {
				t.Fatal(err)
			}
			h.Settle()
			for _, view := range []string{"agenda", "month", "week"} {
				h.Go(shell.Route{Screen: "calendar", Tab: view})
				h.Lacks(word("first.meeting." + string(role)))
				if !strings.Contains(strings.Join(kit.Texts(h.Root()), "\n"), h.Words.Moment(day.At(10, 0), core.NewDate(2026, 11, 23))) {
					t.Errorf("%s does not say when the next meeting is: %q", view, kit.Texts(h.Root()))
				}
			}
			h.Tap(word("calendar.to_next"))
			h.Lacks(word("calendar.to_next"))
			h.Wants("Amina Yusuf")
			h.Go(shell.Route{Screen: "calendar", Tab: "day"})
			h.Keys("PageDown")
			h.Lacks(word("calendar.to_next"))
		}
	}
}

// A time that is taken is planned around: nothing is said then.
func TestACalendarWithATakenTimeSaysNothing(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	owner, err := h.Planner.Workspace.Owner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	day := core.NewDate(2026, 11, 24)
	if _, err := h.Planner.Busy.Block(t.Context(), core.Busy{Person: owner.ID, Start: day.At(10, 0), End: day.At(11, 0), Zone: "Europe/Berlin"}); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "calendar", Tab: "week"})
	h.Lacks(h.Words.T("first.person.mentor"))
}

// begin begins a relationship in which the owner has a role.
func begin(t *testing.T, h *uitest.House, with core.ID, role core.Role) core.ID {
	t.Helper()
	owner, err := h.Planner.Workspace.Owner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	theirs := map[core.Role]core.Role{core.RoleMentor: core.RoleMentee, core.RoleMentee: core.RoleMentor}[role]
	rel, err := h.Planner.Relationships.Add(t.Context(), core.Relationship{
		Format: core.FormatIndividual, Status: core.StatusActive, Phase: core.PhaseInitiation, Duration: core.DurationLong, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: role}, {Person: with, Role: theirs}},
	})
	if err != nil {
		t.Fatal(err)
	}
	h.Settle()
	return rel.ID
}
