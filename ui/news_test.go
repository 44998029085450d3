package ui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// After a cancellation went out, undo says that guests have it and offers to invite them again; the meeting's page and the
// calendar's list say so too.
func TestUndoTellsWhoHasTheCancellation(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		all, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Sara").ID)
		if err != nil {
			t.Fatal(err)
		}
		m := all[len(all)-1]
		send := func(method core.Method) {
			t.Helper()
			if _, err := h.Planner.Invitations.Send(t.Context(), m.ID, method, filepath.Join(h.Dir, string(method)+".ics")); err != nil {
				t.Fatal(err)
			}
		}
		send(core.MethodRequest)
		if err := h.Planner.Meetings.Cancel(t.Context(), m.ID, ""); err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "meeting", ID: m.ID})
		h.Wants(h.Words.T("button.send_cancel"))
		send(core.MethodCancel)
		h.Keys("Ctrl+Z")
		h.Wants(h.Words.T("plan.off_next"), h.Words.T("button.invite_again"), h.Words.T("answers.off"))
		h.Shot("undo-has-cancellation-" + string(lang))
		h.Tap(h.Words.T("button.invite_again"))
		h.Wants(h.Words.T("invite.has_cancel", "date", h.Words.DateShort(core.NewDate(2026, 11, 23), core.NewDate(2026, 11, 23))), h.Words.T("invite.method_request"))
		h.Keys("Escape")
		h.Go(shell.Route{Screen: "today"})
		h.Wants(h.Words.T("answers.off"), h.Words.T("today.has_cancel"), h.Words.T("button.invite_again"))
		h.Go(shell.Route{Screen: "calendar", Tab: "agenda"})
		h.Wants(h.Words.T("answers.off"))
	}
}

// What was done and what guests have since stand in one message from the beginning.
func TestAMoveAndItsNewsAreOneMessage(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	all, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Sara").ID)
	if err != nil {
		t.Fatal(err)
	}
	m := all[len(all)-1]
	if _, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(h.Dir, "i.ics")); err != nil {
		t.Fatal(err)
	}
	if err := h.Planner.Meetings.MoveFor(t.Context(), m.ID, m.Start.AddMinutes(60), m.Length(), m.Zone); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(h.Dir, "j.ics")); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	said := func() []string { return h.Canvas().Content().(kit.Floating).Floats().Toasts() }
	for _, keys := range []string{"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z"} {
		h.Keys(keys)
		got := said()
		if keys == "Ctrl+Z" && (len(got) != 1 || !strings.HasSuffix(got[0], " · "+h.Words.T("plan.moved_next"))) {
			t.Errorf("after %s it says %q", keys, got)
		}
	}
}
