package planner

import (
	"cmp"
	"slices"

	"mentorbook/core"
)

// A calendar that is made for others to look at is no message to those who were invited (RFC 5546 3.2.1), and may leave out what
// it does not show. But what it says of when something takes place, later than the invitation did, is so; and what it says
// otherwise and can't be told from what it leaves out is not passed over in silence.

// rulePublished lets what the owner was invited to be as it is where a published calendar has it in no newer version and at the
// same times. Other times are followed where the calendar is younger and whole; else they are refused with that reason. The
// owner's own calendar names them as a guest, and is followed.
func (t *intake) rulePublished(s eventStep, at *encounter) (eventStep, bool, error) {
	ev, was := at.ev, at.known.origin()
	run, rel := t.runs[ev.UID], at.known.relationship()
	if !at.here && run != nil && !ev.Recurrence.IsZero() {
		was, rel = &run.Origin, run.Relationship
	}
	if ev.Method != "publish" || was.Invited == "" || was.Copied || slices.ContainsFunc(ev.Guests, func(g core.Party) bool { return t.mine[core.EmailKey(g.Email)] }) {
		return s, false, nil
	}
	s.published = true
	if err := t.complete(t.r, at.known.ref, ev); err != nil || ev.Sequence > was.Sequence {
		return s, false, err
	}
	s.As, s.known, s.rel, s.With, s.Does = at.known.ref.Kind, at.known.ref, rel, t.nameOf(rel), CalendarSame
	if s.As == "" {
		s.As = core.KindMeeting
	}
	whole := t.plan.batch.Feed != "" || run == nil // one of this program has its series whole; any other may be an excerpt
	on := at.known.open || !at.here && !t.seriesOff(run)
	switch {
	case on && whole && was.Newer(ev.Sequence, ev.Stamp) && !t.off(ev):
		s.As, s.known, s.rel, s.With, s.Does = "", core.Ref{}, core.ID{}, "", ""
		return s, false, nil
	case !on || !t.publishedOtherwise(at):
		return s, true, nil
	case was.Older(ev.Sequence, ev.Stamp):
		return s.refuse(core.Fail(core.CodeOlder)), true, nil
	}
	return s.refuse(core.Fail(core.CodePublished)), true, nil
}

func (t *intake) seriesOff(run *core.Series) bool {
	return run == nil || run.Declined() || CalledOff(run)
}

// publishedOtherwise tells whether a published calendar has something that is on here at other times, or off. Of what was changed
// here that is what it says otherwise than it was read.
func (t *intake) publishedOtherwise(at *encounter) bool {
	ev, run := at.ev, t.runs[at.ev.UID]
	switch {
	case t.off(ev):
		return true
	case at.here && at.known.ref.Kind == core.KindMeeting:
		return !t.at(ev, at.known.start, at.known.end) && !again(*at.known.origin(), t.meetingOf(ev).Origin)[partTimes]
	case run == nil:
		return false
	case ev.Recurrence.IsZero():
		now := t.seriesOf(once(ev), run.Relationship)
		if now == nil {
			return true
		}
		said := again(run.Origin, now.Origin)
		return !(said[partTimes] && said[partExcept]) && !(sameTimes(run, now) && slices.Equal(run.Except, now.Except))
	}
	r, err := runningOf(run)
	if err != nil || !r.rule.Has(ev.Recurrence) || slices.Contains(run.Except, ev.Recurrence) {
		return true
	}
	o := r.rule.At(ev.Recurrence)
	return !t.at(ev, o.Start, o.End)
}

// complete gives an event of a published calendar what that does not show, as it is known from the invitation: of the meeting
// that is here, else of its series.
func (t *intake) complete(r Reader, here core.Ref, ev *core.CalendarEvent) error {
	var of core.Meeting
	if run := t.runs[ev.UID]; run != nil {
		of = core.Meeting{Title: run.Title, Place: run.Place, Link: run.Link, Origin: run.Origin}
	}
	if here.Kind == core.KindMeeting && !here.ID.IsZero() {
		m, err := load[core.Meeting](r, here.ID)
		if err != nil {
			return err
		}
		of = *m
	}
	ev.Description = cmp.Or(ev.Description, of.Origin.Description)
	if ev.Class = cmp.Or(ev.Class, of.Origin.Class); ev.Class.Hides() {
		ev.Title, ev.Place, ev.Link = cmp.Or(of.Origin.Title, of.Title, ev.Title), cmp.Or(of.Place, ev.Place), cmp.Or(of.Link, ev.Link)
	}
	return nil
}
