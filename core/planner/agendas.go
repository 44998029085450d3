package planner

import (
	"context"
	"slices"
	"strconv"

	"mentorbook/core"
)

// Agendas is what can be done with the agenda of a meeting.
type Agendas struct{ e *engine }

// Add puts an item at the end of an agenda and gives its id.
func (s Agendas) Add(ctx context.Context, meeting core.ID, item core.AgendaItem) (core.ID, error) {
	var id core.ID
	err := s.edit(ctx, TitleAgendaAdded, meeting, func(u *unit, m *core.Meeting) (string, error) {
		var err error
		id, err = addItem(u, m, item)
		return item.Text, err
	})
	return id, err
}

func addItem(u *unit, m *core.Meeting, item core.AgendaItem) (core.ID, error) {
	if err := itemReaders(u, m, &item); err != nil {
		return core.ID{}, err
	}
	item.ID = u.newID()
	m.Agenda = append(m.Agenda, item)
	return item.ID, nil
}

// itemReaders gives a new item the readers of its format, unless they are said.
func itemReaders(u *unit, m *core.Meeting, item *core.AgendaItem) error {
	if !item.Readers.Private() {
		return nil
	}
	ws, err := workspaceOf(u)
	if err != nil {
		return err
	}
	rel, err := load[core.Relationship](u, m.Relationship)
	if err != nil {
		return err
	}
	who := item.Owner
	if who.IsZero() {
		who = ws.Owner
	}
	item.Readers = rel.DefaultReaders(ws.Owner, about(rel, who, ws.Owner))
	return nil
}

// PullTitle gives the title of the step in which so many are put on an agenda.
func PullTitle(n int) Title {
	if n > 1 {
		return TitleAgendaPulledMany
	}
	return TitleAgendaPulled
}

// Pull puts what waits on an agenda: questions leave the inbox for it, open actions are talked about and stay
// open. One step, however many they are: see PullTitle. What is on the agenda already is passed over.
func (s Agendas) Pull(ctx context.Context, meeting core.ID, refs ...core.Ref) error {
	args := map[string]string{}
	return changeWith(ctx, s.e, PullTitle(len(refs)), args, meeting, func(u *unit, m *core.Meeting) (string, error) {
		if !m.Planned() {
			return "", core.Fail(core.CodeState, "state", string(m.Status))
		}
		name, before := "", len(m.Agenda)
		for _, ref := range refs {
			var err error
			if name, err = pull(u, m, ref); err != nil {
				return "", err
			}
		}
		if len(refs) > 1 { // the name of one of them would hide the others
			args["n"], name = strconv.Itoa(len(m.Agenda)-before), ""
		}
		return name, nil
	})
}

func pull(u *unit, m *core.Meeting, ref core.Ref) (string, error) {
	for i := range m.Agenda {
		if m.Agenda[i].Source == ref && !m.Agenda[i].Moved {
			return m.Agenda[i].Text, nil
		}
	}
	switch ref.Kind {
	case core.KindQuestion:
		q, err := load[core.Question](u, ref.ID)
		if err != nil {
			return "", err
		}
		item, err := placeQuestion(u, q, m)
		return item, err
	case core.KindAction:
		a, err := load[core.Action](u, ref.ID)
		if err != nil {
			return "", err
		}
		m.Agenda = append(m.Agenda, core.AgendaItem{ // a private promise stays private
			ID: u.newID(), Text: oneLine(a.Title), Owner: a.Owner, Source: ref, Readers: a.Readers,
		})
		return a.Title, nil
	}
	return "", core.Fail(core.CodeNotFound, "kind", string(ref.Kind), "id", ref.ID.String())
}

// Change edits an item.
func (s Agendas) Change(ctx context.Context, meeting, item core.ID, edit func(*core.AgendaItem) error) error {
	return s.change(ctx, TitleAgendaChanged, meeting, item, edit)
}

func (s Agendas) change(ctx context.Context, title Title, meeting, item core.ID, edit func(*core.AgendaItem) error) error {
	return s.edit(ctx, title, meeting, func(_ *unit, m *core.Meeting) (string, error) {
		i, err := itemAt(m, item)
		if err != nil {
			return "", err
		}
		if err := edit(&m.Agenda[i]); err != nil {
			return "", err
		}
		m.Agenda[i].ID = item
		return m.Agenda[i].Text, nil
	})
}

// Tick marks an item as talked about, or not.
func (s Agendas) Tick(ctx context.Context, meeting, item core.ID, done bool) error {
	title := TitleAgendaDone
	if !done {
		title = TitleAgendaReopened
	}
	return s.change(ctx, title, meeting, item, func(a *core.AgendaItem) error {
		a.Done = done
		return nil
	})
}

// Remove takes an item off the agenda. A question that was put there goes back to the inbox.
func (s Agendas) Remove(ctx context.Context, meeting, item core.ID) error {
	return s.edit(ctx, TitleAgendaRemoved, meeting, func(u *unit, m *core.Meeting) (string, error) {
		i, err := itemAt(m, item)
		if err != nil {
			return "", err
		}
		gone := m.Agenda[i]
		m.Agenda = slices.Delete(m.Agenda, i, i+1)
		if gone.Source.Kind != core.KindQuestion {
			return gone.Text, nil
		}
		q, err := load[core.Question](u, gone.Source.ID)
		if core.CodeOf(err) == core.CodeNotFound {
			return gone.Text, nil
		}
		if err != nil || q.Meeting != m.ID {
			return gone.Text, err
		}
		q.Meeting = core.ID{}
		return gone.Text, u.put(q)
	})
}

// Reorder moves an item to a place, counted from 0; a place beyond the ends is the end.
func (s Agendas) Reorder(ctx context.Context, meeting, item core.ID, to int) error {
	return s.edit(ctx, TitleAgendaMoved, meeting, func(_ *unit, m *core.Meeting) (string, error) {
		i, err := itemAt(m, item)
		if err != nil {
			return "", err
		}
		moved := m.Agenda[i]
		m.Agenda = slices.Delete(m.Agenda, i, i+1)
		m.Agenda = slices.Insert(m.Agenda, min(max(to, 0), len(m.Agenda)), moved)
		return moved.Text, nil
	})
}

// edit changes the agenda of a meeting in a step that is named after the item.
func (s Agendas) edit(ctx context.Context, title Title, meeting core.ID, edit func(*unit, *core.Meeting) (string, error)) error {
	return change(ctx, s.e, title, meeting, func(u *unit, m *core.Meeting) (string, error) { return edit(u, m) })
}

func itemAt(m *core.Meeting, id core.ID) (int, error) {
	i := slices.IndexFunc(m.Agenda, func(a core.AgendaItem) bool { return a.ID == id })
	if i < 0 {
		return 0, core.Fail(core.CodeNotFound, "kind", "agenda_item", "id", id.String())
	}
	return i, nil
}
