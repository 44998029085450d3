package planner

import (
	"time"

	"mentorbook/core"
)

// LastHeld is the last held meeting, for what is still to be noted about it.
type LastHeld struct {
	MeetingRow
	Draft string // the line that was being typed about it
}

// FieldLine is the field for one line about the last held meeting.
const FieldLine = "line"

// lastHeldFor is how long after a meeting it is still asked what was worth keeping.
const lastHeldFor = 8 * 24 * time.Hour

// last finds the last held meeting of these days.
func (t *todayReader) last() error {
	q := Query{Index: MeetingsByStart, From: t.out.Now.Add(-lastHeldFor), To: t.out.Now, Reverse: true, Limit: 100}
	for m, err := range scan[core.Meeting](t, q) {
		if err != nil {
			return err
		}
		if m.Status != core.MeetingHeld {
			continue
		}
		row, err := t.row(m)
		t.out.Last = &LastHeld{MeetingRow: row}
		return err
	}
	return nil
}
