package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// calendarText is a calendar with a meeting with Amina, something else, and an event that cannot be read.
func calendarText(mail string) string {
	return strings.ReplaceAll(strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "X-WR-CALNAME:Work",
		"BEGIN:VEVENT", "UID:a@x.example", "DTSTAMP:20261101T080000Z", "DTSTART:20261210T090000Z", "DTEND:20261210T094500Z", "SUMMARY:Walk and talk",
		"ATTENDEE:mailto:" + mail, "END:VEVENT",
		"BEGIN:VEVENT", "UID:b@x.example", "DTSTAMP:20261101T080000Z", "DTSTART:20261211T090000Z", "DTEND:20261211T100000Z", "SUMMARY:Board review", "END:VEVENT",
		"BEGIN:VEVENT", "UID:c@x.example", "DTSTAMP:20261101T080000Z", "SUMMARY:No beginning", "END:VEVENT",
		"END:VCALENDAR", "",
	}, "\n"), "\n", "\r\n")
}

func TestACalendarFileIsShownBeforeItIsTakenIn(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		path := filepath.Join(h.Dir, "work.ics")
		if err := os.WriteFile(path, []byte(calendarText(h.Person("Amina").Email())), 0o600); err != nil {
			t.Fatal(err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Wants("Work", "Walk and talk", "Board review", "No beginning", h.Words.T("calfile.busy"), h.Words.T("calfile.about", "count", 2))
		h.Shot("calendarfile-" + string(lang))
		h.Tap(h.Words.T("calfile.as_busy"))
		h.Lacks(h.Words.T("calfile.meeting_with", "name", "Amina Yusuf"))
		h.Tap(h.Words.T("calfile.as_both"))
		h.Wants(h.Words.T("calfile.meeting_with", "name", "Amina Yusuf"))
		h.Tap(h.Words.T("calfile.refused") + " 1")
		h.Lacks("Board review")
		before, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Amina").ID)
		if err != nil {
			t.Fatal(err)
		}
		h.Keys("Enter")
		h.Keys("Escape")
		after, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Amina").ID)
		if err != nil || len(after) != len(before) {
			t.Fatalf("Enter on a row imported: %d, %v", len(after), err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Keys("Enter") // the list has the focus, on a row that comes in
		if after, err = h.Planner.Meetings.Of(t.Context(), h.Relationship("Amina").ID); err != nil || len(after) != len(before)+1 {
			t.Errorf("%d meetings where %d were: %v", len(after), len(before), err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Wants(h.Words.T("calfile.nothing"))
	}
}

// A guest asks for the latest version: it is one key away.
func TestAGuestAsksForTheLatestVersion(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		next, err := h.Planner.NextMeeting(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.Planner.Invitations.Send(t.Context(), next.ID, core.MethodRequest, filepath.Join(h.Dir, "i.ics")); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(h.Dir, "ask.ics")
		text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nMETHOD:REFRESH\r\nBEGIN:VEVENT\r\nUID:" + next.UID + "\r\nDTSTAMP:20261123T120000Z\r\n" +
			"ORGANIZER:mailto:maja@lindqvist.example\r\nATTENDEE:mailto:" + h.Person("Amina").Email() + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Wants("Amina Yusuf", h.Words.T("calfile.is_asks"), h.Words.T("calfile.asks_send"))
		h.Shot("refresh-" + string(lang))
		h.Keys("Enter")
		h.Wants(h.Words.T("invite.method_update"), h.Words.T("invite.has_first", "date", h.Words.DateShort(core.NewDate(2026, 11, 23), core.NewDate(2026, 11, 23))))
	}
}

// An answer to an invitation of ours is shown with who gave it, taken in, and seen where the meeting is.
func TestAnAnswerIsTakenIn(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.English})
	var m *core.Meeting
	all, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Amina").ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range all {
		if one.Planned() && m == nil {
			m = one
		}
	}
	sent, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(h.Dir, "i.ics"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(h.Dir, "reply.ics")
	text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + sent.UID + "\r\nDTSTAMP:20261123T130000Z\r\nDTSTART:20261201T100000Z\r\n" +
		"ATTENDEE;CN=Anybody;PARTSTAT=ACCEPTED:mailto:" + sent.To[0].Email + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Wants("Amina Yusuf", "accepted")
	h.Lacks("Anybody")
	h.Tap(h.Words.T("calfile.do"))
	answers, err := h.Planner.Replies.To(t.Context(), m.ID)
	if err != nil || len(answers) != 1 || answers[0].Answer != core.AnswerAccepted {
		t.Errorf("%+v, %v", answers, err)
	}
}

// Somebody's days off come by their menu from a file, and are theirs alone.
func TestDaysOffComeFromAFile(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	if err := os.WriteFile(filepath.Join(h.Dir, "kenya.ics"), []byte(calendarText("x@y.example")), 0o600); err != nil {
		t.Fatal(err)
	}
	h.Menu("Maja Lindqvist")
	h.Tap("Import days off…")
	h.Tap("kenya.ics")
	h.Keys("Enter")
	h.Wants("Days off and busy times: Maja Lindqvist", "Walk and talk", "Board review", "New 2")
	h.Lacks("Meetings and busy times")
	h.Shot("daysoff-file")
	h.Tap("Import")
	day := core.NewDate(2026, 12, 10)
	for person, want := range map[core.ID]int{h.Person("Maja").ID: 2, h.Person("Amina").ID: 0} {
		busy, err := h.Planner.Busy.Between(t.Context(), person, core.Period{From: day, To: day.AddDays(2)})
		if err != nil || len(busy) != want {
			t.Errorf("%d busy times, want %d: %v", len(busy), want, err)
		}
	}
	if at := h.Shell.Router.Route().Screen; at != "people" {
		t.Errorf("leads to %s", at)
	}
}

// A zone that nobody knows is asked for in the preview: once it is said, the events in it can be taken in.
func TestThePreviewAsksForUnknownZones(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	path := filepath.Join(h.Dir, "zone.ics")
	text := strings.Replace(calendarText(h.Person("Amina").Email()), "DTSTART:20261211T090000Z", "DTSTART;TZID=Head office:20261211T040000", 1)
	text = strings.Replace(text, "DTEND:20261211T100000Z", "DTEND;TZID=Head office:20261211T050000", 1)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Wants("“Head office” is", h.Words.T("calfile.about", "count", 1))
	h.Shot("calendarfile-zones")
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if c, ok := o.(*kit.Combo); ok {
			h.Canvas().Focus(c.Focusable())
		}
		return true
	})
	h.Type("New York")
	h.Settle()
	h.Press("Enter")
	h.Settle()
	h.Wants(h.Words.T("calfile.about", "count", 2))
}

// What is wrong in a file without losing anything stands behind the last word, and events' times on the owner's clock.
func TestThePreviewShowsRemarksAndTheOwnersClock(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		path := filepath.Join(h.Dir, "work.ics")
		text := strings.Replace(calendarText(h.Person("Amina").Email()), "SUMMARY:Board review", "SUMMARY:Board review\r\nFOO BAR", 1)
		text = strings.NewReplacer("DTSTART:20261211T090000Z", "DTSTART;TZID=Africa/Nairobi:20261211T090000", "DTEND:20261211T100000Z", "DTEND;TZID=Africa/Nairobi:20261211T100000").Replace(text)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		flaw := h.Words.Finding(core.Finding{Flaw: core.FlawBadLine})
		h.Wants("07:00", h.Words.T("calendar.theirs", "time", "09:00", "zone", h.Words.City("Africa/Nairobi")))
		h.Lacks(flaw)
		h.Tap(h.Words.T("calfile.noted") + " 1")
		h.Wants(flaw)
		h.Lacks("Walk and talk")
		h.Shot("calendarfile-remarks-" + string(lang))
	}
}

// An invitation that was taken in is answered from the message that says so, and asks for it on Today and in the calendar until
// then.
func TestAnInvitationIsAnsweredFromItsImport(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		path := filepath.Join(h.Dir, "talk.ics")
		text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:talk\nDTSTAMP:20261101T000000Z\nSEQUENCE:1"+
			"\nDTSTART;TZID=Africa/Nairobi:20261126T100000\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:"+h.Person("Amina").Email()+
			"\nATTENDEE:mailto:maja@lindqvist.example\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Keys("Enter")
		h.Wants(h.Words.T("calfile.answer_next", "count", 1), h.Words.T("shell.undo"))
		h.Shot("invited-" + string(lang))
		h.Tap(h.Words.T("button.answer"))
		h.Wants(h.Words.T("answering.accepted"))
		h.Keys("Escape")
		h.Go(shell.Route{Screen: "calendar", Tab: "day"})
		h.Keys("PageDown", "PageDown", "PageDown")
		h.Wants(h.Words.T("chip.own_none"))
		h.Go(shell.Route{Screen: "today"})
		h.Wants(h.Words.T("today.to_answer"), h.Words.T("chip.own_none"))
		h.Shot("toanswer-" + string(lang))
		id := core.ID{}
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range day.Needs {
			if n.Kind == planner.NeedToAnswer {
				id = n.Ref.ID
			}
		}
		if _, err := h.Planner.Invitations.SendAs(t.Context(), id, core.MethodReply, filepath.Join(h.Dir, "r.ics"), planner.Sending{Answer: core.AnswerAccepted}); err != nil {
			t.Fatal(err)
		}
		h.Settle()
		h.Lacks(h.Words.T("today.to_answer"), h.Words.T("chip.own_none"))
	}
}
