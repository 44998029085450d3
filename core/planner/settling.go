package planner

import "mentorbook/core"

// settling holds the records of an import against those that they name, as core.Missing and core.Accord say. A record
// may come before one that it names: only such are kept until the end.
type settling struct {
	known map[core.Ref]core.Record
	open  []numbered
}

func newSettling() *settling { return &settling{known: map[core.Ref]core.Record{}} }

// add checks a record that has just been written, unless what it names is still to come.
func (s *settling) add(r Reader, one numbered) error {
	look := s.lookup(r)
	switch err := core.Missing(one.rec, look); {
	case core.CodeOf(err) == core.CodeNotFound:
		s.open = append(s.open, one)
		return nil
	case err != nil:
		return err
	}
	return badRecord(one, core.Accord(one.rec, look))
}

// rest checks those whose references came after them, and refuses the first that names what never came.
func (s *settling) rest(r Reader) error {
	look := s.lookup(r)
	for _, one := range s.open {
		if err := core.Missing(one.rec, look); err != nil {
			return badRecord(one, err)
		}
		if err := core.Accord(one.rec, look); err != nil {
			return badRecord(one, err)
		}
	}
	return nil
}

func (s *settling) lookup(r Reader) core.Lookup { return Remembered(s.known, r.Get) }

// maxRemembered bounds what a walk over a whole workspace remembers.
const maxRemembered = 20_000

// Remembered looks up what most records name only once: people and relationships.
func Remembered(known map[core.Ref]core.Record, look core.Lookup) core.Lookup {
	return func(ref core.Ref) (core.Record, error) {
		if rec := known[ref]; rec != nil {
			return rec, nil
		}
		rec, err := look(ref)
		if err == nil && len(known) < maxRemembered && (ref.Kind == core.KindPerson || ref.Kind == core.KindRelationship) {
			known[ref] = rec
		}
		return rec, err
	}
}

// accord refuses a record that is at odds with those that it names, as they are in this step.
func (u *unit) accord(rec core.Record) error {
	return core.Accord(rec, func(ref core.Ref) (core.Record, error) { return get(u, ref) })
}
