package wire

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A meeting that was begun a little early can be closed before its planned start, a quarter of an hour at most.
func TestAMeetingBegunEarlyIsClosed(t *testing.T) {
	w := &watch{at: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)}
	p := openAt(t, w)
	rel := named(t, p, "Amina Yusuf").ID
	for ahead, closes := range map[time.Duration]bool{10 * time.Minute: true, 15 * time.Minute: true, 16 * time.Minute: false, 24 * time.Hour: false} {
		start := core.NewDate(2026, 11, 23).At(13, 20).AddMinutes(int(ahead / time.Minute))
		m, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Start: start, End: start.AddMinutes(30), Zone: "Europe/Berlin"})
		ok(t, err)
		done, err := p.Meetings.Close(t.Context(), m.ID, planner.Closing{})
		switch {
		case !closes && core.CodeOf(err) != core.CodeState:
			t.Errorf("%v ahead: %v", ahead, err)
		case closes && (err != nil || done.Meeting.Status != core.MeetingHeld):
			t.Errorf("%v ahead: %v", ahead, err)
		}
	}
}
