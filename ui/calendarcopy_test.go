package ui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A meeting that a calendar alone told of says so on its page, offers no answer, and says why not; once its organizer asks, it can be
// answered, and undo of that says what the organizer has.
func TestACopyOfACalendarOffersNoAnswer(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		amina := h.Person("Amina")
		event := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:PUBLISH\nBEGIN:VEVENT\nUID:copy\nDTSTAMP:20261101T000000Z\nDTSTART:20261210T090000Z\nDTEND:20261210T094500Z\nSUMMARY:Walk\n" +
			"ORGANIZER:mailto:" + amina.Email() + "\nATTENDEE:mailto:maja@lindqvist.example\nEND:VEVENT\nEND:VCALENDAR\n"
		take := func(text string) *planner.CalendarPlan {
			plan, err := h.Planner.CalendarFiles.Read(t.Context(), "a.ics", strings.NewReader(strings.ReplaceAll(text, "\n", "\r\n")), planner.CalendarAsBoth)
			if err == nil {
				err = h.Planner.CalendarFiles.Import(t.Context(), plan, nil)
			}
			if err != nil {
				t.Fatal(err)
			}
			h.Settle()
			return plan
		}
		take(event)
		var id core.ID
		rel := h.Relationship("Amina")
		list, err := h.Planner.Meetings.Of(t.Context(), rel.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range list {
			if m.UID == "copy" {
				id = m.ID
			}
		}
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Wants(h.Words.T("answers.copy"))
		h.Shot("copy-" + string(lang))
		if got := h.Shell.Commands.WhyNot("meeting.answer"); got != h.Words.T("answering.copy") {
			t.Errorf("the answer is off because %q", got)
		}
		plan := take(strings.Replace(event, "PUBLISH", "REQUEST", 1))
		if first, n, err := h.Planner.CalendarFiles.ToAnswer(t.Context(), plan); err != nil || n != 1 || first != id {
			t.Errorf("%v, %d to answer, %v", first, n, err)
		}
		if got := h.Shell.Commands.WhyNot("meeting.answer"); got != "" {
			t.Errorf("the answer to the invitation is off because %q", got)
		}
		if _, err := h.Planner.Invitations.SendAs(t.Context(), id, core.MethodReply, filepath.Join(h.Dir, "r.ics"), planner.Sending{Answer: core.AnswerAccepted}); err != nil {
			t.Fatal(err)
		}
		h.Settle()
		h.Run("undo")
		h.Wants(h.Words.HeldAnswer(amina.Name, "Walk", core.AnswerAccepted, false))
		h.Lacks(h.Words.T("answers.copy_accepted")) // it was given from here
		h.Shot("heldanswer-" + string(lang))
	}
}
