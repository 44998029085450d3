package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// An invitation by an address that nobody here has asks who it is; then it is a meeting that waits for an answer.
func TestAnInvitationByAnUnknownAddressAsksWhoItIs(t *testing.T) {
	const by = "mentor@example.org"
	text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:g@google.com\nDTSTAMP:20261123T080000Z\n"+
		"DTSTART:20261210T090000Z\nDTEND:20261210T094500Z\nSUMMARY:Walk and talk\nORGANIZER;CN=Kim Lee:mailto:"+by+"\nATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:maja@lindqvist.example\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		path := filepath.Join(h.Dir, "invite.ics")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		amina := h.Person("Amina")
		for who, with := range map[string]string{amina.Name: amina.Name, h.Words.T("calfile.host_mentor", "name", h.Words.T("calfile.host_new", "name", "Kim Lee")): "Kim Lee"} {
			h.UI.Dropped([]string{path})
			h.Settle()
			h.Wants(h.Words.T("calfile.host_ask", "value", by), h.Words.T("calfile.stranger", "value", by))
			h.Shot("invitedby-" + string(lang))
			choose(t, h, who)
			h.Wants(h.Words.T("calfile.meeting_with", "name", with))
			h.Keys("Ctrl+Enter")
			h.Settle()
			h.Wants(h.Words.T("calfile.answer_next", "count", 1))
			if _, err := h.Planner.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
			h.Settle()
		}
	}
}

// choose makes a choice in the only field for one, by its words.
func choose(t *testing.T, h *uitest.House, words string) {
	t.Helper()
	var field *kit.Select
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if s, is := o.(*kit.Select); is && field == nil {
			field = s
		}
		return true
	})
	if field == nil {
		t.Fatal("nothing to choose from")
	}
	field.Open()
	h.Settle()
	h.Tap(words)
	h.Settle()
}

// Every organizer that nobody knows is asked for, however many a file has: below its events where there are more than a few.
func TestAllUnknownOrganizersAreAskedFor(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	text := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\n"
	by := func(i int) string { return fmt.Sprintf("host%d@example.org", i) }
	for i := range 6 {
		text += fmt.Sprintf("BEGIN:VEVENT\nUID:g%d\nDTSTAMP:20261123T080000Z\nDTSTART:202612%02dT090000Z\nDURATION:PT1H\nSUMMARY:Talk %d\nORGANIZER:mailto:%s\nATTENDEE:mailto:maja@lindqvist.example\nEND:VEVENT\n", i, i+10, i, by(i))
	}
	path := filepath.Join(h.Dir, "mailbox.ics")
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(text+"END:VCALENDAR\n", "\n", "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	for i := range 6 {
		h.Wants(h.Words.T("calfile.host_ask", "value", by(i)))
	}
	h.Shot("invitedbymany")
	h.Tap("Talk 4")
	h.Settle()
	h.Shot("invitedbymany-asked")
	h.Tap(h.Person("Amina").Name)
	h.Settle()
	h.Wants(h.Words.T("calfile.meeting_with", "name", h.Person("Amina").Name))
}
