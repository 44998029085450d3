package meeting_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Where nothing is on the agenda, the timer times the meeting; an item that is added waits for its turn.
func TestTheTimerRunsWithoutAnAgenda(t *testing.T) {
	for lang, ran := range map[core.Language]string{core.English: "The meeting has run ", core.Russian: "Встреча идёт "} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		start := core.NewDate(2026, 11, 23).At(13, 15)
		m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: h.Relationship("Tomasz").ID, Start: start, End: start.AddMinutes(30)})
		if err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "meeting", ID: m.ID})
		h.Lacks(ran)
		h.Keys("Ctrl+T")
		h.Wants(ran, h.Words.T("meeting.timer_stop"))
		h.Shot("timer-empty-" + string(lang))
		h.Keys("Ctrl+I")
		h.Type("Where we stand")
		h.Keys("Enter")
		h.Wants(ran, "Where we stand")
		h.Keys("Ctrl+T")
		h.Lacks(ran)
		h.Wants(h.Words.T("meeting.timer_start"))
	}
}
