package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// Merge makes one person of two: the first gets what it lacks, everything that names the second names the
// first from then on, and the second is gone. The owner can only be the one that stays: CodeState. Two ids of one
// person are CodeDuplicate.
func (s People) Merge(ctx context.Context, keep, other core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitlePeopleMerged, args, func(u *unit) error {
		ws, err := workspaceOf(u)
		if err != nil {
			return err
		}
		if keep == other {
			return core.FailField(core.CodeDuplicate, "person", "value", other.String())
		}
		if ws.Owner == other {
			return core.Fail(core.CodeState, "state", "owner")
		}
		a, err := load[core.Person](u, keep)
		if err != nil {
			return err
		}
		b, err := load[core.Person](u, other)
		if err != nil {
			return err
		}
		if args["name"] = a.Name; b.Name != a.Name {
			args["name"] += ", " + b.Name
		}
		a.Merge(b)
		if err := u.put(a); err != nil {
			return err
		}
		if err := rename(u, a, other); err != nil {
			return err
		}
		return u.remove(core.RefOf(b))
	})
	return err
}

// rename puts one person in the place of another in every record. Of a message that was sent it changes only who its reader
// is, by whom their answers are found: the address that it went to and all that it said stay.
func rename(u *unit, stays *core.Person, other core.ID) error {
	keep := stays.ID
	both, err := relationshipsOfBoth(u, keep, other)
	if err != nil {
		return err
	}
	for _, kind := range core.Kinds() {
		if kind == core.KindWorkspace || kind == core.KindPerson {
			continue
		}
		var touched []core.Record
		for rec, err := range u.All(kind) {
			if err != nil {
				return err
			}
			if renameIn(rec, &renamer{keep: keep, other: other, both: both}) {
				touched = append(touched, rec)
			}
		}
		for _, rec := range touched {
			if err := u.put(rec); err != nil {
				return err
			}
		}
	}
	if err := meetOutsiders(u, stays); err != nil {
		return err
	}
	return dropOlderAnswers(u, keep)
}

// relationshipsOfBoth gives those that both of two people are in.
func relationshipsOfBoth(r Reader, keep, other core.ID) (map[core.ID]bool, error) {
	out := map[core.ID]bool{}
	for rel, err := range scan[core.Relationship](r, Query{Index: RelationshipsOfPerson, Of: keep}) {
		if err != nil {
			return nil, err
		}
		out[rel.ID] = rel.Has(other)
	}
	return out, nil
}

// dropOlderAnswers leaves of several answers of one person to the same invitation the newest: a guest has one.
func dropOlderAnswers(u *unit, person core.ID) error {
	type matter struct {
		meeting, series core.ID
		occurrence      core.Civil
	}
	newest := map[matter]*core.Reply{}
	var older []*core.Reply
	for reply, err := range every[core.Reply](u) {
		if err != nil {
			return err
		}
		if reply.Person != person {
			continue
		}
		about := matter{reply.Meeting, reply.Series, reply.Occurrence}
		if one := newest[about]; one != nil && reply.Said.At.Before(one.Said.At) {
			older = append(older, reply)
			continue
		} else if one != nil {
			older = append(older, one)
		}
		newest[about] = reply
	}
	for _, reply := range older {
		if err := u.remove(core.RefOf(reply)); err != nil {
			return err
		}
	}
	return nil
}

// renamer replaces an id wherever it is pointed to, and remembers whether it did.
type renamer struct {
	keep, other core.ID
	both        map[core.ID]bool // the relationships that both were in
	did         bool
}

func (n *renamer) id(id *core.ID) {
	if *id == n.other {
		*id, n.did = n.keep, true
	}
}

func (n *renamer) ids(list *[]core.ID) {
	if !slices.Contains(*list, n.other) {
		return
	}
	n.did = true
	var out []core.ID
	for _, id := range *list {
		if id == n.other {
			id = n.keep
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	*list = out
}

// unasked renames who is not named in another's invitation: where one of two who were both there is named, the one that they are is.
func (n *renamer) unasked(list *[]core.ID, rel core.ID) {
	one := func(id core.ID) bool { return id == n.keep || id == n.other }
	if n.both[rel] && slices.ContainsFunc(*list, one) && (!slices.Contains(*list, n.keep) || !slices.Contains(*list, n.other)) {
		*list, n.did = slices.DeleteFunc(slices.Clone(*list), one), true
		return
	}
	n.ids(list)
}

func (n *renamer) said(s *core.Said) {
	n.id(&s.By)
	n.id(&s.Typed)
}

func renameIn(rec core.Record, n *renamer) bool {
	switch r := rec.(type) {
	case *core.Relationship:
		n.participants(r)
	case *core.Agreement:
		for i := range r.Signed {
			n.said(&r.Signed[i])
		}
	case *core.Meeting:
		n.meeting(r)
	case *core.Series:
		n.unasked(&r.Unasked, r.Relationship)
	case *core.Question:
		n.id(&r.Asker)
		n.ids(&r.Readers.Readers)
	case *core.Note:
		n.id(&r.About.ID)
		n.id(&r.Author)
		n.ids(&r.Readers.Readers)
	case *core.Action:
		n.id(&r.Owner)
		n.ids(&r.Readers.Readers)
	default:
		n.plan(rec)
	}
	return n.did
}

func (n *renamer) plan(rec core.Record) {
	switch r := rec.(type) {
	case *core.Goal:
		n.id(&r.Person)
		n.ids(&r.Readers.Readers)
	case *core.Skill:
		n.id(&r.Person)
		n.ids(&r.Readers.Readers)
	case *core.Assessment:
		n.said(&r.Said)
		n.ids(&r.Readers.Readers)
	case *core.Busy:
		n.id(&r.Person)
	case *core.Dispatch:
		for i := range r.To {
			n.id(&r.To[i].Person)
		}
	case *core.Reply:
		n.id(&r.Person)
		n.said(&r.Said)
	case *core.Report:
		n.ids(&r.About)
	case *core.Run:
		n.id(&r.Person)
		n.ids(&r.Readers.Readers)
		for i := range r.Items {
			n.id(&r.Items[i].Owner)
		}
	case *core.Release:
		n.id(&r.Person)
		n.said(&r.Said)
	}
}

func (n *renamer) participants(r *core.Relationship) {
	kept := r.Has(n.keep)
	for i := range r.Participants {
		if r.Participants[i].Person == n.other && !kept {
			r.Participants[i].Person, n.did = n.keep, true
		}
	}
	if kept && r.Has(n.other) {
		r.Participants = slices.DeleteFunc(r.Participants, func(p core.Participant) bool { return p.Person == n.other })
		n.did = true
	}
}

func (n *renamer) meeting(m *core.Meeting) {
	_, kept := m.AttendanceOf(n.keep)
	for i := range m.Attendance {
		if !kept {
			n.id(&m.Attendance[i].Person)
		}
	}
	if _, still := m.AttendanceOf(n.other); still {
		m.Attendance = slices.DeleteFunc(m.Attendance, func(a core.Attendance) bool { return a.Person == n.other })
		n.did = true
	}
	n.unasked(&m.Unasked, m.Relationship)
	for i := range m.Agenda {
		n.id(&m.Agenda[i].Owner)
		n.ids(&m.Agenda[i].Readers.Readers)
	}
}
