package planner

import (
	"slices"

	"mentorbook/core"
)

// One person may be met in several relationships: they mentor the owner in one and are mentored in another. What they invite to is of
// the one that is known from what is here, else of the one that is said.

// Tie is one of several relationships that an invitation fits equally well.
type Tie struct {
	Relationship core.ID   `json:"relationship"`
	Name         string    `json:"name"`
	Role         core.Role `json:"role"` // of who invites
}

// oneOf gives that one of several relationships of which something else tells that an event is of it: what was said of its organizer,
// what is here of the same UID, or of what it goes on with: a series that was changed from a day on. Where nothing does, all of them are tied.
func (t *intake) oneOf(all []*relationshipByMail, ev *core.CalendarEvent) (rel *relationshipByMail, tied []*relationshipByMail) {
	if len(all) == 1 {
		return all[0], nil
	}
	host, of := t.hosts[core.EmailKey(ev.Organizer.Email)], t.isOf(ev.UID)
	if of.IsZero() && ev.Related != "" {
		of = t.isOf(ev.Related)
	}
	for _, is := range []func(*relationshipByMail) bool{
		func(one *relationshipByMail) bool { return one.rel.ID == host.Relationship },
		func(one *relationshipByMail) bool { return one.rel.ID == of },
		func(one *relationshipByMail) bool {
			return host.Role != "" && one.roleOf(ev.Organizer.Email, t.owner.ID) == host.Role
		},
	} {
		if at := slices.IndexFunc(all, is); at >= 0 && !slices.ContainsFunc(all[at+1:], is) {
			return all[at], nil
		}
	}
	return nil, all
}

// isOf gives the relationship of the series or the meeting that is here under a UID; zero where there is none.
func (t *intake) isOf(uid string) core.ID {
	if run := t.runs[uid]; run != nil {
		return run.Relationship
	}
	if whole := t.known[eventKey{uid: uid}]; whole != nil {
		return whole.relationship()
	}
	return core.ID{}
}

// roleOf gives the role of whoever has an address, beside the owner; "" where nobody in the relationship has it.
func (r *relationshipByMail) roleOf(email string, owner core.ID) core.Role {
	for i, id := range r.rel.Others(owner) {
		if slices.Contains(r.others[i], core.EmailKey(email)) {
			part, _ := r.rel.Participant(id)
			return part.Role
		}
	}
	return ""
}

// unrelated tells whether an event is refused since no relationship is known for it, or several are.
func (s *eventStep) unrelated() bool {
	code := core.CodeOf(s.Err)
	return s.Does == CalendarRefused && (code == core.CodeNotFound || code == core.CodeTied)
}

// several gives the relationships with an event's organizer between which it is not known in which they invite.
func (t *intake) several(ev *core.CalendarEvent) (out []Tie) {
	_, tied := t.fitting(ev)
	for _, one := range tied {
		if role := one.roleOf(ev.Organizer.Email, t.owner.ID); role != "" {
			out = append(out, Tie{one.rel.ID, one.name, role})
		}
	}
	return out
}

// tie adds relationships in which somebody may invite.
func (u *UnknownHost) tie(more []Tie) {
	for _, one := range more {
		if !slices.Contains(u.Ties, one) {
			u.Ties = append(u.Ties, one)
		}
	}
}

// tiesWith gives the relationships of the owner with one person and nobody else, where there are several.
func (t *intake) tiesWith(person core.ID) (out []Tie) {
	for _, one := range t.rels {
		if others := one.rel.Others(t.owner.ID); len(others) == 1 && others[0] == person {
			part, _ := one.rel.Participant(person)
			out = append(out, Tie{one.rel.ID, one.name, part.Role})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// meetIn makes known who invites in a relationship, which is one of the owner's: who has the address, else its only other.
func (t *intake) meetIn(email string, h Host) error {
	at := slices.IndexFunc(t.rels, func(one relationshipByMail) bool { return one.rel.ID == h.Relationship })
	if at < 0 {
		return core.Fail(core.CodeNotFound, "kind", string(core.KindRelationship), "id", h.Relationship.String())
	}
	one, others := &t.rels[at], t.rels[at].rel.Others(t.owner.ID)
	if one.roleOf(email, t.owner.ID) != "" {
		return nil
	}
	if len(others) != 1 {
		return core.Fail(core.CodeNotFound, "kind", string(core.KindPerson), "id", core.Excerpt(email))
	}
	p, err := load[core.Person](t.r, others[0])
	if err != nil {
		return err
	}
	t.addAddress(p.ID, email)
	t.plan.met = append(t.plan.met, introduction{email: email, person: *p})
	return nil
}
