package planner

import (
	"cmp"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Why an event is no meeting, or busy time although somebody who is met takes part: one reason, and the true one.

// noMeeting says why an event is no meeting.
func (t *intake) noMeeting(ev *core.CalendarEvent, rel *relationshipByMail) error {
	switch {
	case rel == nil:
		if _, tied := t.fitting(ev); len(tied) > 0 {
			return core.Fail(core.CodeTied)
		}
		return nobodyMet(ev)
	case t.declined(ev):
		return core.Fail(core.CodeDeclined)
	case ev.Transparent:
		return core.Fail(core.CodeFreeTime)
	}
	switch t.tooWide(ev, rel) {
	case core.FlawBusyCircle:
		return core.Fail(core.CodeNotAllGuests)
	case core.FlawBusyMany:
		return core.Fail(core.CodeManyGuests)
	}
	rule := core.Excerpt(ev.Rule)
	switch onlyBusy(ev) {
	case core.FlawBusyDays:
		return core.Fail(core.CodeWholeDays)
	case core.FlawBusyLong:
		return core.FailField(core.CodeBadNumber, "end", "min", 1, "max", int(core.MaxMeeting/time.Hour))
	case core.FlawBusyDates:
		return core.Fail(core.CodeOnlyDates)
	case core.FlawBusyStart:
		return core.FailField(core.CodeNoSeries, "rule", "value", rule, "state", "start")
	case core.FlawBusyRule:
		return core.FailField(core.CodeNoSeries, "rule", "value", rule)
	}
	return nobodyMet(ev)
}

// nobodyMet says that an event is of nobody with whom the owner meets, and whose it is where it says so.
func nobodyMet(ev *core.CalendarEvent) error {
	who, state := core.Excerpt(addressees(ev)), "strangers"
	if who == "" {
		state = "no_guests"
	}
	return core.Fail(core.CodeNotFound, "kind", string(core.KindRelationship), "id", who, "state", state)
}

// busyWith says why an event with somebody who is met is kept as busy time; "" where it need not be.
func (t *intake) busyWith(ev *core.CalendarEvent, rel *relationshipByMail) core.Flaw {
	return cmp.Or(t.tooWide(ev, rel), onlyBusy(ev))
}

// onlyBusy says why an event with somebody who is met is kept as busy time, where its times are the reason.
func onlyBusy(ev *core.CalendarEvent) core.Flaw {
	switch {
	case ev.AllDay:
		return core.FlawBusyDays
	case longer(ev):
		return core.FlawBusyLong
	case len(ev.Extra) > core.MaxDates, len(ev.Extra) > 0 && ev.Rule == "":
		return core.FlawBusyDates
	case ev.Rule == "":
		return ""
	}
	if rule, err := core.ParseRule(ev.Rule); err == nil {
		if first, ok := schedule.First(rule, ev.Start); ok && first != ev.Start {
			return core.FlawBusyStart
		}
	}
	return core.FlawBusyRule
}

// longer tells whether an event takes longer than any meeting: then it is time that somebody is busy.
func longer(ev *core.CalendarEvent) bool {
	return ev.End.MinutesSince(ev.Start) > int(core.MaxMeeting/time.Minute)
}

// busyFor notes why it is busy time although somebody who is met takes part, beside how it is kept otherwise.
func (s *eventStep) busyFor(why core.Flaw) {
	if s.Kept == "" {
		s.Kept = why
		return
	}
	s.Busy = why
}
