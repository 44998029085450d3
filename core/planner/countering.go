package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// propose makes of an answer a proposal of another time (RFC 5546 3.2.7): it has the organizer's UID and SEQUENCE, which
// a guest never raises, and the time that is asked for. Nothing moves here: what the organizer makes of it comes as their
// next message. One that is past already is refused: CodePast.
func (a *matter) propose(v *core.Invitation, d *core.Dispatch, how Sending, now time.Time) error {
	switch {
	case a.off() && !a.declined():
		return core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
	case !a.whole && !a.meeting.Planned() && !a.off():
		return core.Fail(core.CodeState, "state", string(a.meeting.Status))
	case how.Start.IsZero():
		return core.FailField(core.CodeRequired, "start")
	}
	zone, minutes := how.Zone, how.Minutes
	if zone == "" {
		zone = d.Zone
	}
	if minutes == 0 {
		minutes = core.MinutesBetween(d.Start, d.End, d.Zone)
	}
	at, err := how.Start.In(zone)
	switch {
	case err != nil:
		return err
	case !a.whole && at.Before(now): // a whole series may have begun
		return core.FailField(core.CodePast, "start", "value", how.Start.String())
	}
	start, end := how.Start, how.Start.Later(minutes, zone)
	if d.SameSpan(start, end, zone) {
		return core.Fail(core.CodeNoProposal)
	}
	if v.Series != nil { // told by its own clock
		start, end = core.SpanOnClock(start, end, zone, v.Series.Zone)
		zone = v.Series.Zone
		v.Series.Start, v.Series.End, v.Series.Except = start, end, nil
	}
	if a.whole {
		rule, err := RuleAt(a.series.Rule, a.series.Start, start)
		if err != nil {
			return err
		}
		v.Series.Rule, d.Rule = rule, rule.String()
		d.Except, d.Moved = nil, nil
	}
	d.Start, d.End, d.Zone, v.Place = start, end, zone, d.Place
	if v.Start, v.End, err = core.SpanIn(start, end, zone); err != nil {
		return err
	}
	if v.Answer == "" {
		v.Answer = core.AnswerTentative // a proposal is neither yes nor no
	}
	d.Answer = v.Answer
	return d.Validate()
}

// told leaves out the times that the owner only proposed, at which nobody has the meeting, and word that what a guest proposed
// is declined, which says nothing new, and what told somebody alone that it goes on without them.
func told(sent []*core.Dispatch) []*core.Dispatch {
	return slices.DeleteFunc(slices.Clone(sent), func(d *core.Dispatch) bool {
		return d.Method == core.MethodCounter || d.Method == core.MethodDeclineCounter || d.Method == core.MethodUninvite
	})
}
