package planner

import (
	"cmp"

	"mentorbook/core"
)

// takenOver tells of the owner's own that came here from another calendar of theirs as an invitation: its guests have that
// version, and were invited by it.
func (a *matter) takenOver() bool {
	return a.organizer.Email == "" && invitationOf(a.meeting, a.series).Organizer != ""
}

// takenSequence gives a message the SEQUENCE n, or one that comes after that of the calendar from which what it is about was
// taken over: a higher one, unless the times are those that the calendar gave (RFC 5546 2.1.4). Guests' programs would take
// what comes with a lower one for an older version, and drop it.
func (a *matter) takenSequence(d *core.Dispatch, n int) int {
	had := a.received()
	switch {
	case !a.takenOver() || n > had:
		return n
	case d.CallsOff() || !a.asTaken():
		return had + 1
	}
	return had
}

// asTaken tells whether the times are still those that the other calendar gave.
func (a *matter) asTaken() bool {
	switch {
	case a.whole:
		same := again(a.series.Origin, core.Origin{Read: marksOfSeries(a.series).String()})
		return same[partTimes] && same[partExcept]
	case a.series == nil || a.meeting.Origin.Read != "":
		return again(a.meeting.Origin, core.Origin{Read: marksOf(a.meeting).String()})[partTimes]
	}
	plain := a.meeting.Start == a.meeting.Recurrence.On(a.series.Zone) && a.meeting.Zone == a.series.Zone
	return plain && a.meeting.Length() == a.series.Length() // in real minutes: the clock may change during it
}

// describe lets an invitation to what was taken over keep what the other calendar told guests of it, where no agenda stands for
// that: they would lose it.
func (a *matter) describe(r Reader, v *core.Invitation) error {
	if v.Method != core.MethodRequest || !a.takenOver() {
		return nil
	}
	all := invitationOf(a.meeting, a.series).Description
	v.Description = cmp.Or(v.Description, all)
	for i := 0; v.Series != nil && i < len(v.Series.Moved); i++ {
		o := &v.Series.Moved[i]
		m, err := a.meetingAt(r, o.Original)
		if err != nil {
			return err
		}
		o.Description = cmp.Or(o.Description, m.Origin.Description, all)
	}
	return nil
}
