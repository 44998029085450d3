package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// What the owner has said to another's series stands by the same rule by which it stands with its organizer: see stands.go. Here the
// versions that came are what the messages to the owner were. That is so of what was made by this program: another that raises SEQUENCE
// asks all anew (RFC 5546 2.1.4), or says in its message what still stands.

// versionsHeard gives the versions of a series that have come, as messages about all of it; none of one that had no other version.
func versionsHeard(s *core.Series) []*core.Dispatch {
	out := make([]*core.Dispatch, len(s.Heard))
	for i, v := range s.Heard {
		out[i] = &core.Dispatch{
			Series: s.ID, Method: core.MethodRequest, Sequence: v.Sequence, At: v.Stamp, Start: v.Start, End: v.End, Zone: v.Zone, Rule: v.Rule, Except: v.Except,
		}
		if v.Off {
			out[i].Method = core.MethodCancel
		}
	}
	return out
}

// toldAlone tells whether a version of a meeting by itself has come.
func toldAlone(m *core.Meeting) bool { return !m.Origin.Stamp.IsZero() || m.Origin.Sequence > 0 }

// since gives the SEQUENCE since which an answer that is no refusal of all stands.
func (a *matter) since() int {
	switch {
	case a.series == nil || a.series.Theirs.UID != "" || !ours(a.series.UID):
		return a.received()
	case !a.whole && toldAlone(a.meeting):
		return a.meeting.Origin.Sequence - a.meeting.Origin.Stands
	case len(a.series.Heard) == 0:
		return a.received()
	case a.whole:
		return wholeStandsSince(versionsHeard(a.series))
	}
	return standsSince(&core.Meeting{Series: a.series.ID, Recurrence: a.theirs}, versionsHeard(a.series))
}

// asksAnew tells whether what the owner is asked now is not what an answer was to.
func (a *matter) asksAnew(out *OwnAnswer, d *core.Dispatch) bool {
	if d != nil && out.At.Equal(d.At) && !d.One() && d.Answer == core.AnswerDeclined { // who comes to none is asked by any new version
		if a.meeting.Declined() && !a.whole && toldAlone(a.meeting) {
			return out.sequence < max(a.series.Origin.Sequence, a.since())
		}
		return out.sequence < a.received()
	}
	if d != nil && out.At.Equal(d.At) && !d.One() && (a.saidBeside(d) >= a.since() || a.newWith(d)) {
		return false
	}
	return out.sequence < a.since() || a.movedSince(out)
}

// newWith tells whether a meeting of a series has its version by a message about all of it to which an answer to all may be: what is said
// to all since is said to that one, too, by the rule by which its organizer goes. See newestReply.
func (a *matter) newWith(d *core.Dispatch) bool {
	if a.whole || a.series == nil || !ours(a.series.UID) || !toldAlone(a.meeting) {
		return false
	}
	if _, all := a.saidApart(); all != nil && all.ID == d.ID { // and not to what was answered before: see lastSaid
		d = all
	}
	theirs := versionsHeard(a.series)
	for i, v := range a.series.Heard {
		for _, one := range v.Beside {
			theirs[i].Moved = append(theirs[i].Moved, core.Moved{Original: one.Original, Start: one.Start, End: one.End, Sequence: one.Sequence})
		}
	}
	one := &core.Meeting{Series: a.series.ID, Recurrence: a.theirs}
	return saidSince(&core.Reply{Series: a.series.ID, Lists: true, Sequence: d.Sequence, Answer: d.Answer, Said: core.Said{At: d.At}}, one, a.since(), theirs)
}

// remembersBeside tells whether another's series remembers what an event says of one of its meetings.
func remembersBeside(run *core.Series, ev *core.CalendarEvent) bool {
	return !ev.Alone && ev.Method == "request" && ours(ev.UID) && !ev.Stamp.IsZero() && !ev.Startless && run.Origin.Organizer != "" && run.Theirs.IsZero()
}

// tellsBeside tells whether a step that changes nothing tells of one meeting of another's series what its message says of it: that it
// stood in that message counts by what its guest has read, though it is known already. What is older than the last version that was
// read is none that an answer can be to.
func (t *intake) tellsBeside(s *eventStep, ev *core.CalendarEvent) bool {
	run := t.runs[ev.UID]
	if s.acts() || run == nil || ev.Recurrence.IsZero() || s.recurrence.IsZero() || s.Does == CalendarRefused && core.CodeOf(s.Err) != core.CodeOlder || !remembersBeside(run, ev) {
		return false
	}
	last := run.Origin.Stamp
	for _, v := range run.Heard {
		if last = v.Stamp; last.Equal(ev.Stamp) && slices.ContainsFunc(v.Beside, func(one core.Beside) bool { return one.Original == ev.Recurrence && one.Sequence == ev.Sequence }) {
			return false // the same message once more
		}
	}
	return !ev.Stamp.Before(last)
}

// hearBeside remembers in another's series what a message about all of it has told of one of its meetings.
func (t *intake) hearBeside(u *unit, run *core.Series, ev *core.CalendarEvent) error {
	if run == nil || !remembersBeside(run, ev) {
		return nil
	}
	series, err := load[core.Series](u, run.ID)
	if err != nil {
		return err
	}
	from, to := core.SpanOnClock(ev.Start, ev.End, t.zoneOf(ev), series.Zone)
	series.HearBeside(ev.Stamp, core.Beside{Original: ev.Recurrence, Start: from, End: to, Sequence: ev.Sequence}, series.Created.Equal(u.now))
	run.Heard = series.Heard
	return u.put(series)
}

// allStands tells whether an answer to all of a series is to the version that is here, or stands since then.
func (a *matter) allStands(d *core.Dispatch) bool {
	now := a.series.Origin.Sequence
	if d.Answer == core.AnswerDeclined || len(a.series.Heard) == 0 || !ours(a.series.UID) {
		return d.Sequence >= now
	}
	return d.Sequence >= wholeStandsSince(versionsHeard(a.series))
}

// movedSince tells whether what an answer went out to has come to have another time since, by a calendar that did not count that as a
// new version.
func (a *matter) movedSince(out *OwnAnswer) bool {
	d := a.lastSaid()
	if d == nil || d.Method != core.MethodReply || !out.At.Equal(d.At) {
		return false
	}
	if d.One() {
		now := a.meeting.Organized()
		return a.meeting.Origin.Stamp.After(d.At) && !d.SameSpan(now.Start, now.End, now.Zone)
	}
	return len(a.series.Heard) > 0 && movedAfter(a.series, d.At)
}

// movedAfter tells whether a version of a series with the SEQUENCE of the one before it has moved it after an instant.
func movedAfter(s *core.Series, at time.Time) bool {
	all := versionsHeard(s)
	for i := len(all) - 1; i > 0; i-- {
		was, now := all[i-1], all[i]
		if now.Sequence == was.Sequence && now.At.After(at) && !onlyFewer(was, now) {
			return true
		}
	}
	return false
}

// stands gives for how many values of SEQUENCE a meeting of another's series has had the time that a version of it has; was is the
// meeting as it was, or as its series had it.
func stands(was, now *core.Meeting, series *core.Series) int {
	if was == nil || was.Off() || now.Recurrence.IsZero() {
		return 0
	}
	had := was.Organized()
	told := &core.Dispatch{Start: had.Start, End: had.End, Zone: had.Zone}
	if is := now.Organized(); !told.SameSpan(is.Start, is.End, is.Zone) {
		return 0
	}
	since := was.Origin.Sequence - was.Origin.Stands
	if !toldAlone(was) {
		if since = 0; series != nil {
			since = series.Origin.Sequence
			if len(series.Heard) > 0 {
				since = standsSince(&core.Meeting{Series: series.ID, Recurrence: now.Recurrence}, versionsHeard(series))
			}
		}
	}
	return max(now.Origin.Sequence-since, 0)
}
