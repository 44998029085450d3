package planner

import (
	"mentorbook/core"
)

// prepareAnswer gives the owner's answer to another's invitation (RFC 5546 3.2.3): the organizer's UID and count, and
// the owner alone, under the address that was invited.
func (s Invitations) prepareAnswer(r Reader, a *matter, ws *core.Workspace, how Sending) ([]*core.Invitation, *core.Dispatch, error) {
	if err := refuseGuest(a.organizer, core.MethodReply, a.off()); err != nil {
		return nil, nil, err
	}
	owner, err := load[core.Person](r, ws.Owner)
	if err != nil {
		return nil, nil, err
	}
	span, err := spanOf(a.meeting)
	if err != nil {
		return nil, nil, err
	}
	v := &core.Invitation{
		Method: core.MethodReply, UID: a.meeting.UID, Sequence: a.received(), Stamp: s.e.nowUTC(), Start: span.Start, End: span.End,
		Organizer: a.organizer, Answer: how.Answer, Language: ws.Language,
	}
	me := partyOf(owner)
	if at := a.invitedAs(); at != "" {
		me.Email = at
	}
	v.Guests = []core.Party{me}
	people, err := loadAll[core.Person](r, a.rel.Others(ws.Owner))
	if err != nil {
		return nil, nil, err
	}
	for _, p := range people {
		for _, e := range p.Emails {
			if core.EmailKey(e) == core.EmailKey(v.Organizer.Email) {
				v.Organizer.Person, v.Organizer.Zone = p.ID, p.Zone
			}
		}
	}
	if v.Title, err = invitationTitle(r, a.meeting, a.rel); err != nil {
		return nil, nil, err
	}
	d, err := a.dispatch(r, v)
	if err != nil {
		return nil, nil, err
	}
	d.Sequence = v.Sequence
	if v.Series, err = a.invited(r, d, v.Title, nil); err != nil {
		return nil, nil, err
	}
	if v.Series != nil {
		v.Series.Moved, v.Series.Follows = nil, "" // one answer to all of it
	}
	if err := v.Validate(); err != nil {
		return nil, nil, err
	}
	return []*core.Invitation{v}, d, nil
}

// invitedAs gives the owner's address that the invitation names; "" where it is not known.
func (a *matter) invitedAs() string {
	if at := a.meeting.Origin.Invited; at != "" || a.series == nil {
		return at
	}
	return a.series.Origin.Invited
}
