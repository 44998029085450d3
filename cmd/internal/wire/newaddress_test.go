package wire

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Whoever has another address since keeps the one under which they have invited for what they have invited to: a guest's
// calendar takes no change and no cancellation from another organizer. What is new goes out under the new one, and answers to the
// old one are taken.
func TestAnInvitationKeepsItsOrganizer(t *testing.T) {
	c := newMailing(t, 1)
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "x.ics")
	owner, err := c.p.Workspace.Owner(ctx)
	ok(t, err)
	was := owner.Email()
	write := func(id core.ID, method core.Method) string {
		t.Helper()
		c.tick()
		_, err := c.p.Invitations.SendAs(ctx, id, method, path, planner.Sending{Together: true})
		ok(t, err)
		text, err := os.ReadFile(path)
		ok(t, err)
		return strings.ReplaceAll(string(text), "\r\n ", "")
	}
	m, err := c.p.Meetings.Plan(ctx, core.Meeting{Relationship: c.rels[1], Start: civil("2026-12-08T10:00"), Title: "Talk"})
	ok(t, err)
	s, err := c.p.Series.Plan(ctx, core.Series{Relationship: c.rels[1], Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	ok(t, err)
	write(m.ID, core.MethodRequest)
	write(s.ID, core.MethodRequest)
	ok(t, c.p.People.Change(ctx, owner.ID, func(p *core.Person) error { p.Emails = []string{"new@desk.example"}; return nil }))
	former := func(id core.ID, want string) {
		t.Helper()
		if list, err := c.p.Invitations.Guests(ctx, id); err != nil || list.Former != want {
			t.Errorf("the former address of %v is %q, not %q: %v", id, list.Former, want, err)
		}
	}
	former(m.ID, was)
	former(s.ID, was)
	ok(t, c.p.Meetings.Move(ctx, m.ID, civil("2026-12-08T12:00"), core.Civil{}, ""))
	one := core.OccurrenceID(s.ID, civil("2026-12-11T16:00"))
	ok(t, c.p.Meetings.Move(ctx, one, civil("2026-12-11T18:00"), core.Civil{}, ""))
	texts := []string{write(m.ID, core.MethodRequest), write(one, core.MethodRequest), write(s.ID, core.MethodRequest)}
	ok(t, c.p.Meetings.Cancel(ctx, m.ID, ""))
	texts = append(texts, write(m.ID, core.MethodCancel))
	for _, text := range texts {
		if !strings.Contains(text, was) || strings.Contains(text, "new@desk.example") {
			t.Errorf("not from %s:\n%s", was, text)
		}
	}
	c.tick()
	if d, err := c.p.Invitations.SendAs(ctx, s.ID, core.MethodRequest, path, planner.Sending{Together: true, Present: true}); err != nil || d[0].From != "new@desk.example" {
		t.Errorf("under the present address: %+v, %v", d, err)
	}
	former(s.ID, "")
	other, err := c.p.Meetings.Plan(ctx, core.Meeting{Relationship: c.rels[1], Start: civil("2026-12-09T10:00"), Title: "Walk"})
	ok(t, err)
	former(other.ID, "")
	again := write(other.ID, core.MethodRequest)
	if !strings.Contains(again, "new@desk.example") {
		t.Errorf("not from the new address:\n%s", again)
	}
	reply := strings.NewReplacer("METHOD:REQUEST", "METHOD:REPLY", "PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED", "new@desk.example", was).Replace(again)
	lines := slices.DeleteFunc(strings.SplitAfter(reply, "\r\n"), func(l string) bool { return strings.HasPrefix(l, "ATTENDEE") && !strings.Contains(l, "CN=Hana") })
	reply = strings.Join(lines, "")
	plan := readCalendar(t, c.p, reply, planner.CalendarAsBoth)
	if len(plan.Replies) == 0 || plan.Replies[0].Err != nil {
		t.Errorf("%+v", plan.Replies)
	}
}
