package planner

import "mentorbook/core"

// references keeps account of which records of an export name which others. A record may come before the one that it
// names, so what is missing is known at the end. Most come after: only those that do not are kept.
type references struct {
	there map[core.Ref]struct{}
	open  []openPointer
}

type openPointer struct {
	n       int // of the record, counted from one
	pointer core.Pointer
}

func newReferences() *references { return &references{there: map[core.Ref]struct{}{}} }

func (m *references) add(n int, rec core.Record) {
	m.there[core.RefOf(rec)] = struct{}{}
	for _, p := range core.Pointers(rec) {
		if !m.has(p.Ref) {
			m.open = append(m.open, openPointer{n, p})
		}
	}
}

func (m *references) has(ref core.Ref) bool {
	_, ok := m.there[ref]
	return ok
}

// missing refuses the first record that names one that is not there.
func (m *references) missing() error {
	for _, o := range m.open {
		if ref := o.pointer.Ref; !m.has(ref) {
			return badRecord(o.n, core.FailField(core.CodeNotFound, o.pointer.Field, "kind", string(ref.Kind), "id", ref.ID.String()))
		}
	}
	return nil
}
