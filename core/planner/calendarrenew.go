package planner

import (
	"slices"

	"mentorbook/core"
)

// Of what is off, a newer cancellation changes nothing that shows, but the version: a request between the two that comes
// later is older than that (RFC 5546 2.1.5), and must be known as such.

// offAnew tells whether an organizer's message calls off in a newer version what is off already. A file that is none
// has a new stamp at every export: there the count alone tells.
func (t *intake) offAnew(ev *core.CalendarEvent, known core.Origin) bool {
	if !t.off(ev) || t.declined(ev) {
		return false
	}
	return ev.Sequence > known.Sequence || ev.Sequence == known.Sequence && ev.Method == "cancel" && ev.Stamp.After(known.Stamp)
}

// declinedAnew tells whether an event repeats, in a newer version, that the owner has declined what is off by that: they are not
// asked anew.
func (t *intake) declinedAnew(ev *core.CalendarEvent, known core.Origin) bool {
	return t.declined(ev) && known.Answer == core.AnswerDeclined && ev.Sequence > known.Sequence
}

// leftOutAnew tells whether an organizer's message calls off one meeting that its series has by its rule and leaves out
// already, in a newer version: that gets a record of its own then, which keeps the version. In gives whether the rule has it.
func (t *intake) leftOutAnew(run *core.Series, ev *core.CalendarEvent, in bool) bool {
	return in && ev.Alone && slices.Contains(run.Except, ev.Recurrence) && run.Origin.Newer(ev.Sequence, ev.Stamp) && t.toCome(ev)
}

// renew carries that out. What the owner called off here themselves stays so, for their reason.
func (t *intake) renew(u *unit, p pair) error {
	ev := p.ev
	m, err := load[core.Meeting](u, p.step.known.ID)
	if err != nil {
		return err
	}
	if m.Origin.Older(ev.Sequence, ev.Stamp) {
		return nil // by what the same file says of the whole
	}
	if offByWord(m) {
		return t.follow(u, m, ev)
	}
	m.Origin.Sequence, m.Origin.Stamp = ev.Sequence, ev.Stamp
	t.noteDeclined(&m.Origin, ev)
	return u.put(m)
}

// spare lets a version of another's series keep those of its exceptions that newer messages, about one meeting alone, have
// planned again.
func spare(r Reader, now *core.Series) error {
	var kept []core.Civil
	for _, original := range now.Except {
		m, err := recordOf(r, now.ID, original)
		switch {
		case core.CodeOf(err) == core.CodeNotFound:
		case err != nil:
			return err
		case m.Planned() && m.Origin.Older(now.Origin.Sequence, now.Origin.Stamp):
			continue
		}
		kept = append(kept, original)
	}
	now.Except = kept
	return nil
}

// takesAway gives the days, on the owner's clock, of what a version leaves out of what its series has now and what is to come, its
// times being the same.
func (t *intake) takesAway(was, now *core.Series) (days []core.Date) {
	run, err := runningOf(was)
	if err != nil || was.Start != now.Start || was.Zone != now.Zone {
		return nil
	}
	is, err := runningOf(now)
	if err != nil {
		return nil
	}
	gone := slices.DeleteFunc(slices.Clone(run.rule.Rule().Dates), is.rule.Has)
	for _, original := range slices.Concat(now.Except, gone) {
		if !run.rule.Has(original) || slices.Contains(was.Except, original) {
			continue
		}
		m, err := recordOf(t.r, was.ID, original)
		if core.CodeOf(err) == core.CodeNotFound {
			m = run.meeting(run.rule.At(original))
		}
		if m != nil && m.Planned() && upcoming(m, t.now) {
			days = append(days, t.dayOf(m))
		}
	}
	return days
}

// dayOf gives the day of a meeting on the owner's clock.
func (t *intake) dayOf(m *core.Meeting) core.Date {
	start, _ := m.On(t.home())
	return start.Date
}

// putBack takes a meeting that is planned again out of the exceptions of its series: what is written of that would leave it
// out otherwise.
func (t *intake) putBack(u *unit, run *core.Series, m *core.Meeting) error {
	if m.Series.IsZero() || !m.Planned() || !slices.Contains(run.Except, m.Recurrence) {
		return nil
	}
	series, err := load[core.Series](u, run.ID)
	if err != nil {
		return err
	}
	series.Except = without(series.Except, m.Recurrence)
	run.Except = series.Except
	return u.put(series)
}

// without gives original starts but one.
func without(all []core.Civil, one core.Civil) []core.Civil {
	return slices.DeleteFunc(slices.Clone(all), func(c core.Civil) bool { return c == one })
}
