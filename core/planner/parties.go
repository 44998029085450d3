package planner

import (
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
	invited := map[core.ID]string{}
	if v.Method == core.MethodCancel {
		for _, d := range before {
			for _, to := range d.To {
				if invited[to.Person] = to.Email; d.Method == core.MethodUninvite {
					delete(invited, to.Person)
				}
			}
		}
	}
	people, err := guestsOf(r, a.rel, ws.Owner, before)
	if err != nil {
		return err
	}
	for _, p := range people {
		if a.takenOffElsewhere(p.ID) {
			continue
		}
		g := partyOf(p)
		if left := leftBefore(a.rel, p.ID, day); v.Method == core.MethodCancel {
			if g.Email = invited[p.ID]; len(invited) == 0 && a.takenOver() {
				g.Email = p.Email() // whom the other calendar had invited
			}
		} else if left {
			continue
		}
		if g.Email == "" {
			continue
		}
		v.Guests = append(v.Guests, g)
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

func partyOf(p *core.Person) core.Party {
	return core.Party{Person: p.ID, Name: p.Name, Email: p.Email(), Zone: p.Zone}
}
