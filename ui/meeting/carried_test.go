package meeting

import (
	"testing"

	"mentorbook/core"
)

// Of a meeting that is over, what was carried over is told from what was talked about and from what is still open, and the meeting
// that took it is named.
func TestWhatBecameOfTheItemsOfAMeeting(t *testing.T) {
	w, r := english(t), roomOf(core.FormatIndividual, 2)
	r.Meeting.Agenda = []core.AgendaItem{
		{ID: id(60), Text: "Done", Done: true},
		{ID: id(61), Text: "Carried", Moved: true},
		{ID: id(62), Text: "Carried before", Moved: true, Carried: 1},
		{ID: id(63), Text: "Carried elsewhere", Moved: true},
		{ID: id(64), Text: "Open"},
		{ID: id(65), Text: "Came here and was done", Done: true, Carried: 1},
	}
	said := func(want ...string) {
		t.Helper()
		for i, item := range newAgenda(r, w, false).Items {
			if item.Line() != want[i] {
				t.Errorf("%s: %q, not %q", item.Text, item.Line(), want[i])
			}
		}
	}
	r.Meeting.Status = core.MeetingHeld
	said("", "carried over", "carried over 2 times", "carried over", "still open", "carried over once")
	start := core.NewDate(2026, 12, 8).At(14, 0)
	later := &core.Meeting{Start: start, End: start.AddMinutes(45), Zone: "Europe/Berlin", Status: core.MeetingPlanned}
	r.Went = map[core.ID]*core.Meeting{id(61): later, id(62): later}
	said("", "carried over · to the meeting on "+w.DateShort(start.Date, r.Today), "carried over 2 times · to the meeting on "+w.DateShort(start.Date, r.Today), "carried over", "still open", "carried over once")
	r.Meeting.Status, r.Went = core.MeetingPlanned, nil
	said("", "carried over", "carried over 2 times", "carried over", "", "carried over once")
}
