package planner

import (
	"context"
	"slices"
	"strconv"

	"mentorbook/core"
)

// mostAhead is among how many meetings after one it is looked for where its items went, or what waits to be talked about.
const mostAhead = 50

// Ahead is what was carried over to a later meeting and waits there, while an earlier one is planned.
type Ahead struct {
	Meeting *core.Meeting // the later one
	Items   []core.AgendaItem
}

// Advance brings items that wait at a later meeting of the same relationship onto an agenda, before what that holds already, and
// takes them off the later one. One step, however many they are: see PullTitle. What does not wait there any more is passed over.
func (s Agendas) Advance(ctx context.Context, meeting, later core.ID, items ...core.ID) error {
	args := map[string]string{}
	return changeWith(ctx, s.e, PullTitle(len(items)), args, meeting, func(u *unit, m *core.Meeting) (string, error) {
		from, err := load[core.Meeting](u, later)
		switch {
		case err != nil:
			return "", err
		case !m.Planned():
			return "", core.Fail(core.CodeState, "state", string(m.Status))
		case from.ID == m.ID, from.Relationship != m.Relationship:
			return "", core.Fail(core.CodeElsewhere)
		}
		var moved, stay []core.AgendaItem
		for _, item := range from.Agenda {
			if !item.Open() || !slices.Contains(items, item.ID) {
				stay = append(stay, item)
				continue
			}
			if err := moveQuestion(u, item.Source, from.ID, m.ID); err != nil {
				return "", err
			}
			moved = append(moved, item)
		}
		if len(moved) == 0 {
			return "", nil
		}
		from.Agenda, m.Agenda = stay, append(slices.Clone(moved), m.Agenda...)
		name := moved[0].Text
		if len(items) > 1 { // the name of one of them would hide the others
			args["n"], name = strconv.Itoa(len(moved)), ""
		}
		return name, u.put(from)
	})
}

// moveQuestion brings a question that stands on the agenda of one meeting to that of another.
func moveQuestion(u *unit, source core.Ref, was, now core.ID) error {
	if source.Kind != core.KindQuestion {
		return nil
	}
	q, err := load[core.Question](u, source.ID)
	if core.CodeOf(err) == core.CodeNotFound || err == nil && q.Meeting != was {
		return nil
	}
	if err != nil {
		return err
	}
	q.Meeting = now
	return u.put(q)
}

// roomAhead finds what was carried over to the first meeting after a planned one at which anything waits.
func roomAhead(r Reader, out *Room) error {
	if !out.Meeting.Planned() {
		return nil
	}
	start, err := out.Meeting.StartAt()
	if err != nil {
		return err
	}
	for later, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: out.Relationship.ID, From: start, Limit: mostAhead}) {
		if err != nil {
			return err
		}
		if at, err := later.StartAt(); err != nil || !later.Planned() || !at.After(start) {
			continue
		}
		waits := slices.DeleteFunc(later.OpenItems(), func(a core.AgendaItem) bool { return a.From.IsZero() })
		if len(waits) > 0 {
			out.Ahead = &Ahead{later, waits}
			return nil
		}
	}
	return nil
}

// roomWent finds where the items are that were carried over from a meeting, however often they were since.
func roomWent(r Reader, out *Room) error {
	first := map[core.ID]core.ID{} // by an item, the one of this meeting that it was
	for i := range out.Meeting.Agenda {
		if item := &out.Meeting.Agenda[i]; item.Moved {
			first[item.ID] = item.ID
		}
	}
	start, err := out.Meeting.StartAt()
	if err != nil || len(first) == 0 {
		return err
	}
	sought := len(first)
	out.Went = map[core.ID]*core.Meeting{}
	for other, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: out.Relationship.ID, From: start, Limit: mostAhead}) {
		if err != nil {
			return err
		}
		for i := range other.Agenda {
			item := &other.Agenda[i]
			was, ok := first[item.From]
			if !ok || other.ID == out.Meeting.ID {
				continue
			}
			out.Went[was] = other
			if item.Moved {
				first[item.ID] = was
			} else {
				sought--
			}
		}
		if sought == 0 {
			break
		}
	}
	return nil
}
