package ui_test

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Today tells of whoever believes that a meeting takes place that is off, with the button that tells them, and of whoever does
// not come, with one that takes note of that: undo asks anew.
func TestTodayTellsWhoIsToBeTold(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	ctx := t.Context()
	rel := h.Relationship("Amina")
	var ids []core.ID
	for _, start := range []string{"2026-12-17T10:00", "2026-12-18T10:00"} {
		at, err := core.ParseCivil(start)
		if err != nil {
			t.Fatal(err)
		}
		m, err := h.Planner.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: at})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.Planner.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(h.Dir, "m.ics")); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, m.ID)
	}
	guests, err := h.Planner.Replies.To(ctx, ids[1])
	if err != nil || len(guests) != 1 {
		t.Fatal(guests, err)
	}
	if err := h.Planner.Meetings.Cancel(ctx, ids[0], ""); err != nil {
		t.Fatal(err)
	}
	if err := h.Planner.Replies.Note(ctx, ids[1], guests[0].Person, core.AnswerDeclined, ""); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "today"})
	h.Settle()
	h.Shot("today-untold")
	h.Wants("not told", "Send the cancellation…", "Got it")
	h.Tap("Got it")
	h.Settle()
	h.Lacks("Got it")
	h.Keys("Ctrl+Z")
	h.Settle()
	h.Wants("Got it")
	h.Tap("Send the cancellation…")
	h.Settle()
	h.Wants("Cancellation: Amina Yusuf")
	h.Keys("Escape")
	h.Go(shell.Route{Screen: "meeting", ID: ids[0]})
	h.Settle()
	h.Wants("no cancellation prepared")
}
