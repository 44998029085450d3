package planner

import (
	"slices"

	"mentorbook/core"
)

// parties names the organizer and the guests, but for those who have left before the day of the meeting. A cancellation goes to whoever was
// invited, under the address that the invitation went to, and whether they have left since or not: it is on their calendar,
// but where they were told of that.
func (s Invitations) parties(r Reader, a *matter, v *core.Invitation, ws *core.Workspace) error {
	owner, err := load[core.Person](r, ws.Owner)
	if err != nil {
		return err
	}
	before := a.known()
	if v.Organizer = a.organizer; v.Organizer.Email == "" {
		v.Organizer = organizerAs(owner, before)
	}
	if v.Method == core.MethodPublish {
		return nil
	}
	day := core.DateOf(v.Start)
	if a.whole { // who has left since it began comes to none of what there still is
		today, _, err := s.e.today(r)
		if err != nil {
			return err
		}
		day = later(day, today)
	}
	have := mailboxesIn(before)
	people, err := guestsOf(r, a.rel, ws.Owner, before)
	if err != nil {
		return err
	}
	for _, p := range people {
		if a.takenOffElsewhere(p.ID) {
			continue
		}
		left := leftBefore(a.rel, p.ID, day)
		to := have[p.ID].toTell(p)
		switch {
		case v.Method == core.MethodCancel:
			if to = have[p.ID].toCallOff(p); len(have) == 0 && a.takenOver() && p.Email() != "" {
				to = []string{p.Email()} // whom the other calendar had invited
			}
		case left:
			continue
		case v.Method != core.MethodRequest:
			to = to[:min(len(to), 1)]
		}
		if len(to) == 0 {
			continue
		}
		v.Guests = append(v.Guests, partyAt(p, to))
		if len(people) == 1 && p.Language != "" {
			v.Language = p.Language
		}
	}
	a.outsiders(v, people)
	return nil
}

// organizerAs gives the owner under the address that guests know as the organizer's by what they were sent, oldest first,
// whatever has become of it since: one UID has one organizer, and their programs take no word from another (RFC 5546 2.1.3).
func organizerAs(owner *core.Person, before []*core.Dispatch) core.Party {
	out := partyOf(owner)
	for _, d := range before {
		if d.From != "" && !d.Method.FromGuest() {
			out.Email = d.From
		}
	}
	return out
}

// formerAddress gives the address under which guests know the owner as the organizer, where it is theirs no more and they have another;
// "" else.
func formerAddress(owner *core.Person, before []*core.Dispatch) string {
	if from := organizerAs(owner, before).Email; owner.Email() != "" && !owner.HasEmail(from) {
		return from
	}
	return ""
}

// present names the owner as the organizer under their present address, where that is wanted.
func (how Sending) present(r Reader, a *matter, v *core.Invitation) error {
	if !how.Present || a.organizer.Email != "" {
		return nil
	}
	owner, err := ownerOf(r)
	if err == nil {
		v.Organizer = partyOf(owner)
	}
	return err
}

// partyAt names somebody who is written to at some mailboxes: once, under their present address, or under the mailbox that heard
// last where that is none of them. Two names for one person would ask them twice, and count them twice.
func partyAt(p *core.Person, to []string) core.Party {
	at := slices.IndexFunc(to, func(email string) bool { return core.EmailKey(email) == core.EmailKey(p.Email()) })
	if at < 0 {
		at = len(to) - 1
	}
	g := partyOf(p)
	g.Email, g.Also = to[at], slices.Delete(slices.Clone(to), at, at+1)
	return g
}

func partyOf(p *core.Person) core.Party {
	return core.Party{Person: p.ID, Name: p.Name, Email: p.Email(), Zone: p.Zone}
}
