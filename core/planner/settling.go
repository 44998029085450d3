package planner

import (
	"errors"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Accord checks a record against those that it names, as core.Accord says, and a series against the calendar: its
// start is the first time that its rule gives.
func Accord(rec core.Record, look core.Lookup) error {
	err := core.Accord(rec, look)
	s, ok := rec.(*core.Series)
	if !ok {
		return err
	}
	rule, bad := core.ParseRule(s.Rule)
	if bad != nil {
		return err // Validate says so
	}
	if first, ok := schedule.First(rule, s.Start); !ok || first != s.Start {
		return errors.Join(err, core.FailField(core.CodeBadRule, "rule", "value", core.Excerpt(s.Rule)))
	}
	return err
}

// settling holds the records of an import against those that they name, as core.Missing and Accord say, and against
// what others are called, as core.Callings does. A record
// may come before one that it names: only such are kept until the end.
type settling struct {
	known    map[core.Ref]core.Record
	callings core.Callings
	open     []numbered
}

func newSettling() *settling { return &settling{known: map[core.Ref]core.Record{}} }

// add checks a record that has just been written, unless what it names is still to come.
func (s *settling) add(r Reader, one numbered) error {
	if err := s.callings.Take(one.rec); err != nil {
		return badRecord(one, err)
	}
	look := s.lookup(r)
	switch err := core.Missing(one.rec, look); {
	case core.CodeOf(err) == core.CodeNotFound:
		s.open = append(s.open, one)
		return nil
	case err != nil:
		return err
	}
	return badRecord(one, Accord(one.rec, look))
}

// rest checks those whose references came after them, and refuses the first that names what never came.
func (s *settling) rest(r Reader) error {
	look := s.lookup(r)
	for _, one := range s.open {
		if err := core.Missing(one.rec, look); err != nil {
			return badRecord(one, err)
		}
		if err := Accord(one.rec, look); err != nil {
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
	return Accord(rec, func(ref core.Ref) (core.Record, error) { return get(u, ref) })
}
