package planner

import (
	"cmp"

	"mentorbook/core"
)

// A calendar is there to be looked at: one that its owner exports, shares or publishes names organizers and guests, and asks
// nobody to come (RFC 5546 3.2.1). What came by it alone is a copy: there is nothing to answer, and an answer would be to an
// invitation that may never have gone out. It is an invitation from when its organizer's message (METHOD:REQUEST) is read, before
// the calendar or after it.

// asks tells whether an event is in a message, and not in a calendar to be looked at.
func asks(ev *core.CalendarEvent) bool {
	return ev.Method != "" && core.Method(ev.Method) != core.MethodPublish
}

// asksFirst tells whether an event is the first by which its organizer asks the owner to what is here as a calendar had it.
func (t *intake) asksFirst(ev *core.CalendarEvent, was core.Origin) bool {
	by := ev.Organizer.Email
	return core.Method(ev.Method) == core.MethodRequest && (was.Copied || was.Organizer == "") && core.ValidEmail(by) && !t.mine[core.EmailKey(by)]
}

// asAskedFirst gives a series that is off here as one of which nothing was read yet, where its organizer asks the owner to it for
// the first time: all of it is new then. Any other is as it is.
func (t *intake) asAskedFirst(run *core.Series, ev *core.CalendarEvent) *core.Series {
	if !t.asksFirst(ev, run.Origin) || run.Origin.Older(ev.Sequence, ev.Stamp) || !CalledOff(run) {
		return run
	}
	out := *run
	out.Origin.Read = "-"
	return &out
}

// asksOnly plans that nothing changes but that the owner is asked, where that is so.
func (s eventStep) asksOnly(first bool) eventStep {
	if s.Does = CalendarSame; first {
		s.Does, s.asks = CalendarChanged, true
	}
	return s
}

// noteAsked notes that the owner was asked to a meeting or a series that is here, which stays as it is. An older message than
// the calendar may say that.
func (t *intake) noteAsked(u *unit, p pair) error {
	note := func(o *core.Origin) {
		asked := t.originOf(p.ev)
		o.Copied, o.Invited = false, cmp.Or(asked.Invited, o.Invited)
		o.Organizer, o.Name = asked.Organizer, cmp.Or(asked.Name, o.Name)
		if o.Newer(asked.Sequence, asked.Stamp) {
			o.Sequence, o.Stamp = asked.Sequence, asked.Stamp
		}
	}
	if p.step.known.Kind == core.KindSeries {
		series, err := load[core.Series](u, p.step.known.ID)
		if err != nil {
			return err
		}
		note(&series.Origin)
		if err := u.put(series); err != nil {
			return err
		}
		return u.askedToAll(series)
	}
	m, err := load[core.Meeting](u, p.step.known.ID)
	if err != nil {
		return err
	}
	note(&m.Origin)
	return u.put(m)
}

// askedToAll lets the meetings of a series that have records be invitations where all of it is one.
func (u *unit) askedToAll(series *core.Series) error {
	if series.Origin.Copied {
		return nil
	}
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: series.ID}))
	if err != nil {
		return err
	}
	for _, m := range list {
		if !m.Origin.Copied {
			continue
		}
		m.Origin.Copied = false
		if err := u.put(m); err != nil {
			return err
		}
	}
	return nil
}

// Copied tells whether another's meeting is here as a calendar had it, so that there is nothing to answer.
func Copied(m *core.Meeting) bool { return m.Origin.Organizer != "" && m.Origin.Copied }

// copied tells it of what a message would be about.
func (a *matter) copied() bool {
	if a.whole {
		return a.series.Origin.Copied
	}
	return a.organizer.Email != "" && invitationOf(a.meeting, a.series).Copied
}
