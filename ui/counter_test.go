package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A guest asks for another time: the preview has their words, the message says who asks for what, Today waits for a word, and
// the meeting's page takes the time or keeps the old one, which one undo takes back.
func TestAnotherTimeIsAskedFor(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		all, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Sara").ID)
		if err != nil {
			t.Fatal(err)
		}
		m := all[len(all)-1]
		sent, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(h.Dir, "i.ics"))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(h.Dir, "counter.ics")
		text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:COUNTER\r\nBEGIN:VEVENT\r\nUID:" + sent.UID + "\r\nDTSTAMP:20261123T130000Z\r\n" +
			"DTSTART:20261209T090000Z\r\nDTEND:20261209T094500Z\r\nORGANIZER:mailto:maja@lindqvist.example\r\nCOMMENT:On leave\\, back on the eighth\r\n" +
			"ATTENDEE;PARTSTAT=TENTATIVE:mailto:" + sent.To[0].Email + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		when := h.Words.Moment(core.NewDate(2026, 12, 9).At(10, 0), core.NewDate(2026, 11, 23))
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Wants("Sara Okafor", h.Words.Quote("On leave, back on the eighth"))
		h.Tap(h.Words.T("calfile.do"))
		h.Wants("Sara Okafor: "+h.Words.T("calfile.proposes", "time", when), h.Words.Remark("On leave, back on the eighth", 60))
		h.Go(shell.Route{Screen: "today"})
		h.Wants(h.Words.T("today.proposal"), "Sara", when, h.Words.T("answers.proposes"))
		h.Shot("counter-today-" + string(lang))
		h.Tap(h.Words.T("today.decide"))
		h.Wants(h.Words.T("meeting.take", "time", when), h.Words.Quote("On leave, back on the eighth"))
		h.Shot("counter-meeting-" + string(lang))
		h.Tap(h.Words.T("meeting.keep"))
		h.Wants(h.Words.T("meeting.kept_next"), h.Words.T("button.tell"))
		h.Lacks(h.Words.T("meeting.take", "time", when))
		h.Tap(h.Words.T("button.tell"))
		h.Wants(h.Words.T("invite.explain_declinecounter"), h.Words.T("invite.method_declinecounter"), sent.To[0].Email)
		h.Shot("counter-kept-" + string(lang))
		h.Keys("Escape")
		h.Go(shell.Route{Screen: "today"})
		h.Lacks(h.Words.T("today.proposal"))
		h.Keys("Ctrl+Z")
		h.Wants(h.Words.T("today.proposal"))
		h.Go(shell.Route{Screen: "meeting", ID: m.ID})
		h.Tap(h.Words.T("meeting.take", "time", when))
		h.Wants(h.Words.T("button.send_time"))
		h.Go(shell.Route{Screen: "today"})
		h.Lacks(h.Words.T("today.proposal"))
	}
}
