package planner

import (
	"iter"

	"mentorbook/core"
)

// memory is a Reader that reads each person, relationship and series once: the rows of a list name the same few
// again and again. What it gives is shared, and not to be changed; so it serves one call that only reads.
type memory struct {
	Reader

	known map[core.Ref]core.Record
	ws    *core.Workspace
}

// remembering makes a reader that remembers, of one that may do so already.
func remembering(r Reader) Reader {
	if m, ok := r.(*memory); ok {
		return m
	}
	return &memory{Reader: r, known: map[core.Ref]core.Record{}}
}

func (m *memory) under() Reader { return m.Reader }

// Get implements Reader.
func (m *memory) Get(ref core.Ref) (core.Record, error) {
	switch ref.Kind {
	case core.KindPerson, core.KindRelationship, core.KindSeries:
	default:
		return m.Reader.Get(ref)
	}
	if rec, ok := m.known[ref]; ok {
		return rec, nil
	}
	rec, err := m.Reader.Get(ref)
	if err == nil {
		m.known[ref] = rec
	}
	return rec, err
}

// All implements Reader: the workspace is one record that every name asks for.
func (m *memory) All(kind core.Kind) iter.Seq2[core.Record, error] {
	if kind != core.KindWorkspace {
		return m.Reader.All(kind)
	}
	return func(yield func(core.Record, error) bool) {
		if m.ws == nil {
			for rec, err := range m.Reader.All(kind) {
				ws, ok := rec.(*core.Workspace)
				if err != nil || !ok {
					yield(rec, err)
					return
				}
				m.ws = ws
				break
			}
		}
		if m.ws != nil {
			yield(m.ws, nil)
		}
	}
}
