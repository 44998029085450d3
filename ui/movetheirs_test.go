package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/planning"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// theirTalk takes an invitation by Sara over, by mouse, and gives its meeting.
func theirTalk(t *testing.T, h *uitest.House) *core.Meeting {
	t.Helper()
	path := filepath.Join(h.Dir, "theirs.ics")
	text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:theirs\r\nDTSTAMP:20261101T000000Z\r\n" +
		"DTSTART:20261125T190000Z\r\nDTEND:20261125T193000Z\r\nSUMMARY:Their talk\r\nORGANIZER;CN=Sara Okafor:mailto:" + h.Person("Sara").Email() + "\r\n" +
		"ATTENDEE:mailto:maja@lindqvist.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Tap(h.Words.T("calfile.do"))
	var theirs *core.Meeting
	all, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Sara").ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range all {
		if m.UID == "theirs" {
			theirs = m
		}
	}
	if theirs == nil {
		t.Fatal("it is not here")
	}
	return theirs
}

// Somebody else's meeting that is moved in the calendar stays where it is, and that time is there to be proposed to them.
func TestAnothersMeetingIsProposedAnotherTime(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		theirs := theirTalk(t, h)
		h.Go(shell.Route{Screen: "calendar", Tab: "week"})
		h.UI.MoveTo(theirs.ID, theirs.Start.AddMinutes(45), 45, theirs.Zone)
		h.Settle()
		h.Wants(h.Words.T("answering.move_theirs", "name", "Sara Okafor"), h.Words.T("invite.save_ics"))
		h.Shot("move-theirs-" + string(lang))
		h.Keys("Escape")
		h.Go(shell.Route{Screen: "meeting", ID: theirs.ID})
		h.Keys("Ctrl+Shift+R")
		h.Wants(h.Words.T("answering.move_theirs", "name", "Sara Okafor"))
		h.Keys("Escape")
		list, err := h.Planner.Invitations.Guests(t.Context(), theirs.ID)
		if err != nil {
			t.Fatal(err)
		}
		v := planning.NewAnswering(list, h.Words)
		if v.Ask(planning.Asked{Start: theirs.Start.AddMinutes(45), Zone: theirs.Zone, Minutes: 45}); !v.Proposes() || !v.Asked.Begins(core.NewDate(2026, 11, 25).At(20, 45)) || v.Asked.Minutes != "45" {
			t.Errorf("it proposes %+v", v.Asked)
		}
		if now, err := h.Planner.Meetings.Get(t.Context(), theirs.ID); err != nil || now.Start != theirs.Start {
			t.Errorf("it is at %v, %v", now, err)
		}
	}
}

// Who deletes somebody else's meeting that they have said they come to is told that they are expected there, in the message that
// brings it back.
func TestADeletedMeetingSaysWhoExpectsTheOwner(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		theirs := theirTalk(t, h)
		if _, err := h.Planner.Invitations.SendAs(t.Context(), theirs.ID, core.MethodReply, filepath.Join(h.Dir, "r.ics"), planner.Sending{Answer: core.AnswerAccepted}); err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "meeting", ID: theirs.ID})
		h.Tap(h.Words.T("shell.more"))
		h.Tap(h.Words.T("button.delete"))
		h.Wants(h.Words.Title(string(planner.TitleMeetingDeleted), map[string]string{"name": "Their talk"}) + " · " + h.Words.HeldAnswer("Sara Okafor", "Their talk", core.AnswerAccepted, false))
		h.Shot("delete-theirs-" + string(lang))
		h.Run("undo")
		there := func() bool {
			_, err := h.Planner.Meetings.Get(t.Context(), theirs.ID)
			return err == nil
		}
		if !there() || len(h.Errors) > 0 {
			t.Errorf("it is not back, %v", h.Errors)
		}
		h.Run("undo") // the whole file
		h.Wants(h.Words.T("window.redo"))
		if there() {
			t.Error("it is still there")
		}
		h.Tap(h.Words.T("window.redo"))
		if !there() || len(h.Errors) > 0 {
			t.Errorf("it is not back, %v", h.Errors)
		}
	}
}
