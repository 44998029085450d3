package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A guest asks for another time for a whole series. Once it is taken, the message says that the guests have the old time and
// leads to what tells them; each meeting of the series says so too, on its page, in the calendar and in its sheet.
func TestASeriesTakesATimeThatIsAskedFor(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		s, err := h.Planner.Series.Plan(t.Context(), core.Series{
			Relationship: h.Relationship("Sara").ID, Title: "Reading", Start: core.NewDate(2026, 11, 25).At(16, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY",
		})
		if err != nil {
			t.Fatal(err)
		}
		sent, err := h.Planner.Invitations.Send(t.Context(), s.ID, core.MethodRequest, filepath.Join(h.Dir, "i.ics"))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(h.Dir, "counter.ics")
		text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:COUNTER\r\nBEGIN:VEVENT\r\nUID:" + sent.UID + "\r\nDTSTAMP:20261123T130000Z\r\n" +
			"DTSTART;TZID=Europe/Berlin:20261126T090000\r\nDTEND;TZID=Europe/Berlin:20261126T094500\r\nRRULE:FREQ=WEEKLY\r\nORGANIZER:mailto:maja@lindqvist.example\r\n" +
			"ATTENDEE;PARTSTAT=TENTATIVE:mailto:" + sent.To[0].Email + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Tap(h.Words.T("calfile.do"))
		h.Go(shell.Route{Screen: "meeting", ID: core.OccurrenceID(s.ID, s.Start)})
		h.Click(h.Words.T("shell.more"))
		h.Tap(h.Words.T("meeting.take_all", "time", h.Words.Moment(core.NewDate(2026, 11, 26).At(9, 0), core.NewDate(2026, 11, 23))))
		h.Wants(h.Words.T("plan.moved_next"), h.Words.T("button.send_time"))
		h.Shot("series-taken-" + string(lang))
		h.Tap(h.Words.T("button.send_time"))
		h.Wants(h.Words.T("invite.has_first_old", "time", h.Words.Rule(mustRule(t, "FREQ=WEEKLY"), s.Start.Date)+", "+h.Words.Span(s.Start, s.End)))
		h.Keys("Escape")
		next := core.OccurrenceID(s.ID, core.NewDate(2026, 12, 3).At(9, 0))
		h.Go(shell.Route{Screen: "meeting", ID: next})
		h.Wants(h.Words.T("answers.old_time"), h.Words.T("button.send_time"))
		h.Go(shell.Route{Screen: "calendar", Tab: "agenda"})
		h.Wants(h.Words.T("chip.clash") + ", " + h.Words.T("answers.old_time")) // neither hides the other
		h.Go(shell.Route{Screen: "today"})
		h.Wants(h.Words.T("chip.clash") + ", " + h.Words.T("answers.old_time"))
		list, err := h.Planner.Invitations.Guests(t.Context(), next)
		if err != nil || list.Guests[0].State != planner.VersionOldTime {
			t.Errorf("%+v %v", list, err)
		}
	}
}

func mustRule(t *testing.T, text string) core.Rule {
	t.Helper()
	rule, err := core.ParseRule(text)
	if err != nil {
		t.Fatal(err)
	}
	return rule
}
