package planner

import (
	"slices"

	"mentorbook/core"
)

// Whom another calendar of the owner's had invited as nobody here may turn out to be somebody who is: by an address that is added to
// them, or by another record of them. What went to that address then went to them, and what was answered from it they have said.

// meetOutsiders puts somebody in the place of those outsiders of what is arranged with them who have one of their addresses.
func meetOutsiders(u *unit, p *core.Person) error {
	owner, err := ownerOf(u)
	if err != nil || owner.ID == p.ID {
		return err
	}
	met := func(o core.Outsider) bool { return p.HasEmail(o.Email) }
	said := false
	err = eachSentWith(u, p.ID, func(d *core.Dispatch) error {
		i := slices.IndexFunc(d.Others, met)
		if i < 0 {
			return nil
		}
		if o := d.Others[i]; d.Elsewhere && o.Answer != "" && o.Answer != core.AnswerNone {
			reply := &core.Reply{
				Meeting: d.Meeting, Series: d.Series, Occurrence: d.Occurrence, Person: p.ID, Email: o.Email, Answer: o.Answer, Sequence: d.Sequence,
				Said: core.Said{By: p.ID, Typed: owner.ID, How: core.HowImport, At: d.At},
			}
			if err := u.create(reply); err != nil {
				return err
			}
			said = true
		}
		for _, o := range d.Others {
			if met(o) {
				d.To = append(slices.Clone(d.To), core.Recipient{Person: p.ID, Email: o.Email})
			}
		}
		d.Others = slices.DeleteFunc(slices.Clone(d.Others), met)
		return u.put(d)
	})
	if err != nil || !said {
		return err
	}
	return dropOlderAnswers(u, p.ID)
}

// eachSentWith does something with each message about a meeting or a series of the relationships that somebody is in.
func eachSentWith(u *unit, person core.ID, do func(*core.Dispatch) error) error {
	rels, err := collect(scan[core.Relationship](u, Query{Index: RelationshipsOfPerson, Of: person}))
	if err != nil {
		return err
	}
	for _, rel := range rels {
		for _, of := range []struct{ within, about Index }{{MeetingsOfRelationship, DispatchesOfMeeting}, {SeriesOf, DispatchesOfSeries}} {
			all, err := sentWithin(u, rel.ID, of.within, of.about)
			if err != nil {
				return err
			}
			for _, d := range all {
				if err := do(d); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func sentWithin(r Reader, rel core.ID, within, about Index) (out []*core.Dispatch, err error) {
	for entry, err := range r.Keys(Query{Index: within, Of: rel}) {
		if err != nil {
			return nil, err
		}
		all, err := collect(scan[core.Dispatch](r, Query{Index: about, Of: entry.Ref.ID}))
		if err != nil {
			return nil, err
		}
		out = append(out, all...)
	}
	return out, nil
}
