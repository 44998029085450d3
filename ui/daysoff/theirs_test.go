package daysoff_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

// takeIn reads an invitation of Amina's into the days that the dialog begins with.
func takeIn(t *testing.T, p *planner.Planner) {
	t.Helper()
	text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:talk\nDTSTAMP:20261101T000000Z\n"+
		"DTSTART:20261130T050000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER;CN=Amina Y.:mailto:amina.yusuf@kijani.example\n"+
		"ATTENDEE:mailto:maja@lindqvist.example\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	plan, err := p.CalendarFiles.Read(t.Context(), "talk.ics", strings.NewReader(text), planner.CalendarAsBoth)
	if err == nil {
		err = p.CalendarFiles.Import(t.Context(), plan, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// The organizer of another's meeting is listed to be answered, with the answer that days off mean; where the rest moves,
// their meeting stays.
func TestAnOrganizerIsToBeAnswered(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Before: func(p *planner.Planner) { takeIn(t, p) }})
		h.Keys("Ctrl+Shift+O")
		h.Wants(h.Words.T("daysoff.theirs_off", "name", "Amina Y."))
		h.Tap(h.Words.T("daysoff.later"))
		h.Wants(h.Words.T("daysoff.theirs_stays", "name", "Amina Y."))
		h.Tap(h.Words.T("daysoff.call_off"))
		h.Tap(h.Words.T("daysoff.confirm"))
		h.Wants(h.Words.T("daysoff.tell_all"), h.Words.T("daysoff.theirs_off", "name", "Amina Y."))
		h.Shot("daysoff-theirs-" + string(lang))
		h.Tap(h.Words.T("button.answer"))
		h.Wants(h.Words.T("answering.explain_declined_off")) // chosen, and not the whole of what it says elsewhere
		h.Tap(h.Words.T("invite.save_eml"))
		h.Keys("Enter")
		h.Wants(h.Words.T("daysoff.tell_all"), h.Words.T("daysoff.told"))
		h.Lacks(h.Words.T("button.answer"))
	}
}
