package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// What the owner organizes and another calendar of theirs invited to is here as that calendar had it: with a message, which went
// out from there, to each guest whom the file names and who is met here, and with what they said to it. So the count of
// messages goes on from there for all of it and for each changed meeting of it (RFC 5546 2.1.4), it is known who has what, and
// what guests answer to it is taken.

// invitedElsewhere tells whether an event is the owner's own, to which another calendar invited.
func (t *intake) invitedElsewhere(ev *core.CalendarEvent) bool {
	by := ev.Organizer.Email
	return core.ValidEmail(by) && t.mine[core.EmailKey(by)] && !ours(ev.UID) && t.plan.away.IsZero() && (calledOffIn(ev) || !ev.Startless && len(ev.Guests) > 0)
}

// calledOffIn tells whether an event says that it is off: its message may leave out when it was, and who is told (RFC 5546 3.2.5).
func calledOffIn(ev *core.CalendarEvent) bool {
	return ev.Cancelled || ev.Method == string(core.MethodCancel)
}

// fromElsewhere is what a file tells of the guests of what the owner organizes that is not here yet.
type fromElsewhere struct {
	sent    *core.Dispatch
	off     *core.Dispatch // to those whom it has taken off
	answers []*core.Reply
}

// elsewhereAbout is what it is of: a meeting by itself, or all of a series, or one meeting of that.
type elsewhereAbout struct {
	meeting, series core.ID
	rel             core.ID
}

// guestsOf gives what an event tells of its guests that is not here; nothing for another's.
func (t *intake) guestsOf(r Reader, of elsewhereAbout, ev *core.CalendarEvent) (out fromElsewhere, err error) {
	if !t.invitedElsewhere(ev) || t.declined(ev) {
		return out, nil
	}
	var known []*core.Dispatch
	if of.series.IsZero() {
		known, err = sent(r, of.meeting)
	} else {
		known, err = collect(scan[core.Dispatch](r, Query{Index: DispatchesOfSeries, Of: of.series}))
	}
	if err != nil {
		return out, err
	}
	now := t.sentElsewhere(of, ev, known)
	if now == nil {
		return out, nil
	}
	if out.off = t.takenOff(now, known, of.rel, ev); len(now.To)+len(now.Others) == 0 {
		return out, nil
	}
	old := false
	if out.sent, old = newerThan(now, known); old {
		return out, nil
	}
	out.answers, err = t.answersElsewhere(r, now, ev)
	return out, err
}

// newerThan gives a message from elsewhere where it says what those that are known do not; old tells that they have a later
// version of it, or that it is off.
func newerThan(now *core.Dispatch, known []*core.Dispatch) (news *core.Dispatch, old bool) {
	for _, d := range slices.Backward(known) {
		if d.Occurrence != now.Occurrence || d.Method.FromGuest() || d.UID != now.UID || d.Method == core.MethodUninvite && !sameGuests(d, now) {
			continue
		}
		switch {
		case d.Sequence > now.Sequence:
			return nil, true
		case d.Sequence == now.Sequence && d.SameSeries(now) && d.SameText(now) && d.Method == now.Method && sameGuests(d, now) && slices.Equal(d.Others, now.Others):
			return nil, false
		}
	}
	return now, false
}

// sameGuests tells whether a message went to all to whom another did.
func sameGuests(d, now *core.Dispatch) bool {
	return !slices.ContainsFunc(now.To, func(to core.Recipient) bool { return !wentTo(d, to.Person) })
}

// sentElsewhere gives the record of the message by which the guests of an event know it; nil where what they know is no
// meeting. Known is what went out about it.
func (t *intake) sentElsewhere(of elsewhereAbout, ev *core.CalendarEvent, known []*core.Dispatch) *core.Dispatch {
	d := &core.Dispatch{
		Meeting: of.meeting, Series: of.series, Method: core.MethodRequest, Elsewhere: true, UID: ev.UID, Sequence: ev.Sequence, At: t.stampOf(ev), From: ev.Organizer.Email,
		Title: clip(ev.Title, core.MaxName), Start: ev.Start, End: ev.End, Zone: t.zoneOf(ev), Place: ev.Place, Link: ev.Link,
	}
	if d.To, d.Others = t.metGuests(of.rel, ev), t.outsidersOf(of.rel, ev); !of.series.IsZero() {
		d.Occurrence = ev.Recurrence
	}
	switch {
	case calledOffIn(ev):
		d.Method = core.MethodCancel
		return asTold(d, known)
	case of.series.IsZero(), !ev.Recurrence.IsZero():
	default:
		s := t.seriesOf(once(ev), of.rel)
		if s == nil {
			return nil
		}
		d.Start, d.End, d.Zone, d.Rule = s.Start, s.End, s.Zone, s.Rule
		d.Except = slices.Clone(s.Except)
		slices.SortFunc(d.Except, core.Civil.Compare)
	}
	return d
}

// asTold gives a message that something is off with what its guests know of that, who are all of them where it names none; nil where
// they know nothing.
func asTold(d *core.Dispatch, known []*core.Dispatch) *core.Dispatch {
	told := toldTo(aboutThe(known, d), core.ID{})
	was := lastWhole(known)
	if len(told) > 0 {
		was = told[len(told)-1]
	}
	if was == nil {
		return nil
	}
	if len(d.To)+len(d.Others) == 0 {
		d.To, d.Others = was.To, was.Others
	}
	d.Title, d.Start, d.End, d.Zone, d.Place, d.Link = was.Title, was.Start, was.End, was.Zone, was.Place, was.Link
	switch {
	case d.Occurrence.IsZero():
		d.Rule, d.Except = was.Rule, was.Except
	case was.Occurrence.IsZero():
		d.Start, d.End = d.Occurrence, d.Occurrence.Later(core.MinutesBetween(was.Start, was.End, was.Zone), was.Zone)
	}
	return d
}

// metGuests gives those guests of an event whom the owner meets in a relationship, with the addresses that it has.
func (t *intake) metGuests(rel core.ID, ev *core.CalendarEvent) (out []core.Recipient) {
	for _, p := range t.plan.people[rel] {
		if g := slices.IndexFunc(ev.Guests, func(g core.Party) bool { return p.HasEmail(g.Email) }); g >= 0 {
			out = append(out, core.Recipient{Person: p.ID, Email: ev.Guests[g].Email})
		}
	}
	return out
}

// stampOf gives when an event's version was sent, never later than now.
func (t *intake) stampOf(ev *core.CalendarEvent) time.Time {
	now := t.now.UTC().Truncate(time.Second)
	if ev.Stamp.IsZero() || ev.Stamp.After(now) {
		return now
	}
	return ev.Stamp
}

// answersElsewhere gives what the guests to whom a message went have said to it by the file, and is not here. Who has answered
// here since, or has said nothing there, is as they are here.
func (t *intake) answersElsewhere(r Reader, d *core.Dispatch, ev *core.CalendarEvent) (out []*core.Reply, err error) {
	index, of := RepliesOfMeeting, d.Meeting
	if !d.Series.IsZero() {
		index, of = RepliesOfSeries, d.Series
	}
	replies, err := collect(scan[core.Reply](r, Query{Index: index, Of: of}))
	if err != nil || d.CallsOff() {
		return nil, err
	}
	for _, to := range d.To {
		g := slices.IndexFunc(ev.Guests, func(g core.Party) bool { return g.Email == to.Email })
		said := ev.Guests[g].Answer
		if said == "" || said == core.AnswerNone || ev.Guests[g].Delegate != "" {
			continue
		}
		reply := &core.Reply{
			Meeting: d.Meeting, Series: d.Series, Occurrence: d.Occurrence, Person: to.Person, Email: to.Email, Answer: said, Sequence: d.Sequence,
			Said: core.Said{By: to.Person, Typed: t.owner.ID, How: core.HowImport, At: d.At},
		}
		was := slices.IndexFunc(replies, func(old *core.Reply) bool { return old.Person == to.Person && old.Occurrence == d.Occurrence })
		if was >= 0 {
			old := replies[was]
			if old.Sequence > reply.Sequence || old.Answer == said && old.Sequence == reply.Sequence || old.Said.At.After(d.At) {
				continue
			}
			reply.Head = old.Head
			overtake(reply, old)
		}
		out = append(out, reply)
	}
	return out, nil
}

// some tells whether there is anything.
func (f fromElsewhere) some() bool { return f.sent != nil || f.off != nil || len(f.answers) > 0 }

// keep writes it down.
func (f fromElsewhere) keep(u *unit) error {
	for _, d := range []*core.Dispatch{f.sent, f.off} {
		if d == nil {
			continue
		}
		if err := u.create(d); err != nil {
			return err
		}
	}
	for _, reply := range f.answers {
		if err := u.put(reply); err != nil {
			return err
		}
	}
	return nil
}

// hearGuests writes down what an event tells of the guests of a meeting, or of a series, which is here by now.
func (t *intake) hearGuests(u *unit, of elsewhereAbout, ev *core.CalendarEvent) error {
	told, err := t.guestsOf(u, of, ev)
	if err != nil {
		return err
	}
	return told.keep(u)
}

// guestsSay lets a step that would change nothing take in what an event tells of its guests.
func (t *intake) guestsSay(s eventStep, ev *core.CalendarEvent) (eventStep, error) {
	acts := s.Does == CalendarSame || s.Does == CalendarChanged && s.Kept == "" && !s.Off
	if !acts || s.As == core.KindBusy || s.rel.IsZero() || !t.invitedElsewhere(ev) {
		return s, nil
	}
	of, here := t.aboutStep(s, ev)
	if !here {
		return s, nil
	}
	told, err := t.guestsOf(t.r, of, ev)
	if err == nil && told.some() && s.Does == CalendarSame {
		s.Does, s.guests, s.Kept = CalendarChanged, true, core.FlawGuestsSay
	}
	if told.off != nil {
		s.Kept = core.FlawGuestsOff
	}
	return s, err
}

// aboutStep gives what a step is about; false where that is not here.
func (t *intake) aboutStep(s eventStep, ev *core.CalendarEvent) (elsewhereAbout, bool) {
	of := elsewhereAbout{rel: s.rel}
	switch run := t.runs[ev.UID]; {
	case run != nil && !run.ID.IsZero():
		of.series = run.ID
	case run != nil || s.known.Kind != core.KindMeeting || s.known.ID.IsZero():
		return of, false
	default:
		of.meeting = s.known.ID
	}
	return of, true
}
