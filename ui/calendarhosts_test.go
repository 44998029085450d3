package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendarfile"
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

// An invitation by somebody who is met in two relationships asks in which; then it is a meeting of that one.
func TestAnInvitationByWhoIsMetTwiceAsksInWhich(t *testing.T) {
	const by = "quinn@quay.example"
	text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:g@google.com\nDTSTAMP:20261123T080000Z\n"+
		"DTSTART:20261210T090000Z\nDTEND:20261210T094500Z\nSUMMARY:Walk and talk\nORGANIZER:mailto:"+by+"\nATTENDEE:mailto:maja@lindqvist.example\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		owner, err := h.Planner.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		q, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Quinn", Emails: []string{by}})
		if err != nil {
			t.Fatal(err)
		}
		sides := map[core.Role]*core.Relationship{}
		for own, other := range map[core.Role]core.Role{core.RoleMentor: core.RoleMentee, core.RoleMentee: core.RoleMentor} {
			if sides[other], err = h.Planner.Relationships.Add(t.Context(), core.Relationship{
				Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
				Participants: []core.Participant{{Person: owner.ID, Role: own}, {Person: q.ID, Role: other}},
			}); err != nil {
				t.Fatal(err)
			}
		}
		path := filepath.Join(h.Dir, "invite.ics")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Wants(h.Words.T("calfile.several_ask", "value", by), h.Words.T("calfile.several", "value", by), h.Words.T("calfile.several_hint"))
		h.Shot("invitedtwice-" + string(lang))
		choices := calendarfile.Choices(planOf(t, h, text), planOf(t, h, text).Unknown[0], h.Words)
		at := slices.IndexFunc(choices, func(c calendarfile.Choice) bool { return c.Host.Relationship == sides[core.RoleMentor].ID })
		if len(choices) != 3 || at < 0 || choices[1].Text == choices[2].Text {
			t.Fatalf("%+v", choices)
		}
		choose(t, h, choices[at].Text)
		h.Shot("invitedtwice-chosen-" + string(lang))
		h.Keys("Ctrl+Enter")
		h.Settle()
		h.Wants(h.Words.T("calfile.answer_next", "count", 1))
		meetings, err := h.Planner.List(t.Context(), planner.Filter{Kind: core.KindMeeting, Relationship: sides[core.RoleMentor].ID})
		if err != nil || len(meetings) != 1 {
			t.Errorf("%d meetings, %v", len(meetings), err)
		}
	}
}

// planOf reads a calendar file.
func planOf(t *testing.T, h *uitest.House, text string) *planner.CalendarPlan {
	t.Helper()
	plan, err := h.Planner.CalendarFiles.Read(t.Context(), "i.ics", strings.NewReader(text), planner.CalendarAsBoth)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}
