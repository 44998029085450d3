package planner

import (
	"slices"

	"mentorbook/core"
)

// Whoever leaves a relationship, by a last day or by being taken out of it, has its meetings on their calendar until they are
// told. What goes on without them is called off for them alone, by a CANCEL that names nobody else (RFC 5546 3.2.5).

// leftBefore tells whether somebody is not in a relationship on a day: their last one in it lies before, or they were taken out of
// it.
func leftBefore(rel *core.Relationship, person core.ID, day core.Date) bool {
	part, ok := rel.Participant(person)
	return !ok || part.LeftBefore(day)
}

// guestsOf gives everybody in a relationship but the owner, and whoever some messages went to and was taken out of it since.
func guestsOf(r Reader, rel *core.Relationship, owner core.ID, sent []*core.Dispatch) ([]*core.Person, error) {
	out, err := loadAll[core.Person](r, rel.Others(owner))
	if err != nil {
		return nil, err
	}
	for _, id := range recipientsIn(sent) {
		if rel.Has(id) || id == owner {
			continue
		}
		who, err := load[core.Person](r, id)
		if core.CodeOf(err) == core.CodeNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, who)
	}
	return out, nil
}

// toldToLeave tells whether somebody was last told that a meeting takes place without them, and has not come back since.
func toldToLeave(r Reader, m *core.Meeting, last *core.Dispatch, person core.ID) (bool, error) {
	if last.Method != core.MethodUninvite {
		return false, nil
	}
	if last.Elsewhere {
		return true, nil
	}
	rel, err := load[core.Relationship](r, m.Relationship)
	return err == nil && leftBefore(rel, person, m.Start.Date), err
}

// left tells whether somebody comes to nothing more of what the message is about: of a whole series, to none of its meetings
// from today on.
func (a *matter) left(person core.ID, today core.Date) bool {
	day := a.meeting.Start.Date
	if a.whole {
		day = later(day, today)
	}
	return leftBefore(a.rel, person, day)
}

// whenLeft completes what somebody has who has left; false where it is nothing that they need to be told of. Who has a whole
// series is told of all of it at once.
func (a *matter) whenLeft(v *GuestVersion) bool {
	switch {
	case a.organizer.Email != "" || v.Sent == nil || v.Ends || v.Sent.CallsOff():
		return false
	case a.off():
		return v.State == VersionStillOn
	case !a.whole && a.series != nil:
		if whole := lastWhole(toldTo(a.before, v.Person.ID)); whole != nil && !whole.CallsOff() {
			return false
		}
	}
	v.State, v.Rule = VersionLeft, false
	return true
}

// prepareUninvite gives the messages to those who have left: what they have on their calendar is off for them.
func (s Invitations) prepareUninvite(r Reader, a *matter, ws *core.Workspace, how Sending) ([]*core.Invitation, *core.Dispatch, error) {
	owner, err := load[core.Person](r, ws.Owner)
	if err != nil {
		return nil, nil, err
	}
	all, err := s.versions(r, a)
	if err != nil {
		return nil, nil, err
	}
	all = slices.DeleteFunc(all, func(g GuestVersion) bool { return g.State != VersionLeft })
	if len(all) == 0 {
		return nil, nil, core.Fail(core.CodeNobodyLeft)
	}
	d := *all[0].Sent
	d.Head, d.Method, d.To, d.At, d.Moved = core.Head{}, core.MethodUninvite, nil, a.stamp(s.e.nowUTC()), nil
	for _, g := range all { // none lower than anything that one of them has of it, and none higher: nothing of it has changed
		for _, was := range toldTo(a.before, g.Person.ID) {
			d.Sequence = max(d.Sequence, was.Last())
		}
	}
	v := &core.Invitation{
		Method: d.Method, UID: d.UID, Sequence: d.Sequence, Stamp: d.At, Title: d.Title, Place: d.Place, Organizer: organizerAs(owner, a.before), Language: ws.Language,
	}
	if err := how.present(r, a, v); err != nil {
		return nil, nil, err
	}
	if v.Start, v.End, err = core.SpanIn(d.Start, d.End, d.Zone); err != nil {
		return nil, nil, err
	}
	if v.Series, err = a.leaves(&d); err != nil {
		return nil, nil, err
	}
	separately, err := how.separately(r, a)
	if err != nil {
		return nil, nil, err
	}
	out, err := toThoseWhoLeft(v, all, separately)
	return out, &d, err
}

// addressesHere gives the addresses of those who have not left. Somebody who has may have been written to under one of them, as
// where two people were made one and that was taken back: the calendar behind it keeps the meeting.
func (a *matter) addressesHere(people []*core.Person, today core.Date) map[string]bool {
	out := map[string]bool{}
	for _, p := range people {
		if a.left(p.ID, today) {
			continue
		}
		for _, email := range p.Emails {
			out[core.EmailKey(email)] = true
		}
	}
	return out
}

// leaves gives what a message to those who have left says of the times of a series, as they were told of them; nil for a
// meeting by itself.
func (a *matter) leaves(d *core.Dispatch) (*core.InvitedSeries, error) {
	switch {
	case a.series == nil:
		return aloneOf(a.meeting), nil
	case !a.whole:
		beside, err := besideOf(a.series)
		return &core.InvitedSeries{Zone: d.Zone, Start: d.Start, End: d.End, Original: a.meeting.Recurrence, Beside: beside}, err
	}
	rule, err := core.ParseRule(d.Rule)
	return &core.InvitedSeries{Zone: d.Zone, Start: d.Start, End: d.End, Rule: rule, Except: d.Except}, err
}

// toThoseWhoLeft addresses a message to guests who have left, under the addresses that have it.
func toThoseWhoLeft(v *core.Invitation, all []GuestVersion, separately bool) ([]*core.Invitation, error) {
	var out []*core.Invitation
	for _, g := range all {
		for _, email := range g.To {
			to := partyOf(g.Person)
			if to.Email = email; len(out) > 0 && !separately {
				out[0].Guests = append(out[0].Guests, to)
				continue
			}
			one := *v
			one.Guests = []core.Party{to}
			if (separately || len(all) == 1) && g.Person.Language != "" {
				one.Language = g.Person.Language
			}
			out = append(out, &one)
		}
	}
	for _, one := range out {
		if err := one.Validate(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
