package planner

import (
	"strings"

	"mentorbook/core"
)

// takenOver tells of the owner's own that came here from another calendar of theirs as an invitation: its guests have that
// version, and were invited by it.
func (a *matter) takenOver() bool {
	origin := a.meeting.Origin
	if origin.Organizer == "" && a.series != nil {
		origin = a.series.Origin
	}
	return a.organizer.Email == "" && origin.Organizer != ""
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
		return sameMarks(a.series.Origin.Read, marksOfSeries(a.series), partTimes, partExcept)
	case a.series == nil || a.meeting.Origin.Read != "":
		return sameMarks(a.meeting.Origin.Read, marksOf(a.meeting), partTimes)
	}
	was := a.series.Start.MinutesSince(a.series.End)
	return a.meeting.Start == a.meeting.Recurrence && a.meeting.Zone == a.series.Zone && a.meeting.Start.MinutesSince(a.meeting.End) == was
}

// sameMarks tells whether some parts are as they were when a file was read.
func sameMarks(read string, now marks, parts ...int) bool {
	was := strings.Fields(read)
	if len(was) != partCount {
		return false
	}
	for _, part := range parts {
		if was[part] != now[part] {
			return false
		}
	}
	return true
}
