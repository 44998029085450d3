package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// Agendas is what can be done with the agenda of a meeting.
type Agendas struct{ e *engine }

// Add puts an item at the end of an agenda and gives its id.
func (s Agendas) Add(ctx context.Context, meeting core.ID, item core.AgendaItem) (core.ID, error) {
	var id core.ID
	err := s.edit(ctx, meeting, func(u *unit, m *core.Meeting) error {
		if !item.Owner.IsZero() {
			rel, err := load[core.Relationship](u, m.Relationship)
			if err != nil {
				return err
			}
			if !rel.Has(item.Owner) {
				return core.FailField(core.CodeNotParty, "owner", "person", item.Owner.String())
			}
		}
		item.ID = u.newID()
		id = item.ID
		m.Agenda = append(m.Agenda, item)
		return nil
	})
	return id, err
}

// Change edits an item.
func (s Agendas) Change(ctx context.Context, meeting, item core.ID, edit func(*core.AgendaItem) error) error {
	return s.edit(ctx, meeting, func(_ *unit, m *core.Meeting) error {
		i, err := itemAt(m, item)
		if err != nil {
			return err
		}
		err = edit(&m.Agenda[i])
		m.Agenda[i].ID = item
		return err
	})
}

// Tick marks an item as talked about, or not.
func (s Agendas) Tick(ctx context.Context, meeting, item core.ID, done bool) error {
	return s.Change(ctx, meeting, item, func(a *core.AgendaItem) error {
		a.Done = done
		return nil
	})
}

// Remove takes an item off the agenda. A question that was put there goes back to the inbox.
func (s Agendas) Remove(ctx context.Context, meeting, item core.ID) error {
	return s.edit(ctx, meeting, func(u *unit, m *core.Meeting) error {
		i, err := itemAt(m, item)
		if err != nil {
			return err
		}
		source := m.Agenda[i].Source
		m.Agenda = slices.Delete(m.Agenda, i, i+1)
		if source.Kind != core.KindQuestion {
			return nil
		}
		q, err := load[core.Question](u, source.ID)
		if core.CodeOf(err) == core.CodeNotFound {
			return nil
		}
		if err != nil || q.Meeting != m.ID {
			return err
		}
		q.Meeting = core.ID{}
		return u.put(q)
	})
}

// Reorder moves an item to a place, counted from 0; a place beyond the ends is the end.
func (s Agendas) Reorder(ctx context.Context, meeting, item core.ID, to int) error {
	return s.edit(ctx, meeting, func(_ *unit, m *core.Meeting) error {
		i, err := itemAt(m, item)
		if err != nil {
			return err
		}
		moved := m.Agenda[i]
		m.Agenda = slices.Delete(m.Agenda, i, i+1)
		m.Agenda = slices.Insert(m.Agenda, min(max(to, 0), len(m.Agenda)), moved)
		return nil
	})
}

func (s Agendas) edit(ctx context.Context, meeting core.ID, edit func(*unit, *core.Meeting) error) error {
	return Meetings(s).change(ctx, TitleAgendaChanged, meeting, edit)
}

func itemAt(m *core.Meeting, id core.ID) (int, error) {
	i := slices.IndexFunc(m.Agenda, func(a core.AgendaItem) bool { return a.ID == id })
	if i < 0 {
		return 0, core.Fail(core.CodeNotFound, "kind", "agenda_item", "id", id.String())
	}
	return i, nil
}
