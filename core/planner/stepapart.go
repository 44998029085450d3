package planner

import (
	"context"
	"encoding/json"
	"maps"

	"mentorbook/core"
)

// mostToTell is how many changes of a step are looked at for the relationship that its name may be of.
const mostToTell = 20

// mayName keeps of a step's changes those by whose relationship the step may be named.
func mayName(all []Change) []Change {
	var out []Change
	for _, c := range all {
		switch c.Ref.Kind {
		case core.KindRelationship, core.KindMeeting, core.KindSeries:
			out = append(out, c)
		}
		if len(out) == mostToTell {
			break
		}
	}
	return out
}

// tellApart puts what tells relationships of one name apart behind the name of a step that is named by one of them. The journal
// has it without, as it is kept in no language. Over a Reader that tells nothing apart it does nothing.
func (s *Step) tellApart(r Reader) error {
	name := s.Args["name"]
	if name == "" {
		return nil
	}
	for _, c := range s.names {
		rel, err := relationshipOf(r, c)
		if err != nil {
			return err
		}
		told, err := toldApart(r, rel, name)
		if err != nil {
			return err
		}
		if told != name {
			s.Args = maps.Clone(s.Args)
			s.Args["name"] = told
			return nil
		}
	}
	return nil
}

// relationshipOf gives the relationship that a change is of; zero where there is no way to know.
func relationshipOf(r Reader, c Change) (core.ID, error) {
	if c.Ref.Kind == core.KindRelationship {
		return c.Ref.ID, nil
	}
	for _, image := range []json.RawMessage{c.After, c.Before} {
		var part struct {
			Relationship core.ID `json:"relationship"`
		}
		if len(image) > 0 && json.Unmarshal(image, &part) == nil && !part.Relationship.IsZero() {
			return part.Relationship, nil
		}
	}
	rec, err := get(r, c.Ref)
	switch x := rec.(type) {
	case *core.Meeting:
		return x.Relationship, err
	case *core.Series:
		return x.Relationship, err
	}
	if core.CodeOf(err) == core.CodeNotFound {
		err = nil
	}
	return core.ID{}, err
}

// tellSteps tells apart what steps are named by that were read within a transaction. They are done: where their names can't be
// read, they keep those that they have.
func (e *engine) tellSteps(ctx context.Context, steps ...*Step) {
	_, err := view(ctx, e, func(r Reader) (none struct{}, err error) {
		for _, s := range steps {
			if s == nil {
				continue
			}
			if err := s.tellApart(r); err != nil {
				return none, err
			}
			for i := range s.Passed {
				if err := s.Passed[i].tellApart(r); err != nil {
					return none, err
				}
			}
		}
		return none, nil
	})
	_ = err
}
