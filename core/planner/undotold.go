package planner

import (
	"encoding/json"

	"mentorbook/core"
)

// What the world has seen stays: a message that tells a guest that the time stays answers what they proposed, for good, and writes
// so on their answer. Steps before it are taken back all the same.

// toldSince gives an answer as a step left it, where nothing but such a message has changed it since; false elsewhere.
func (u *unit) toldSince(c Change, now core.Record) (left *core.Reply, ok bool, err error) {
	is, ok := now.(*core.Reply)
	if !ok || is.Proposes() || !is.Kept.IsZero() {
		return nil, false, nil
	}
	left, err = u.leftBy(c)
	if err != nil || left == nil {
		return nil, false, err
	}
	then, err := ContentSum(taken(left))
	if err != nil {
		return nil, false, err
	}
	sum, err := ContentSum(is)
	return left, sum == then, err
}

// leftBy gives an answer as a step left it. Bulk work keeps no image of what it makes: that is what the next change found. Nil where
// there is none.
func (u *unit) leftBy(c Change) (*core.Reply, error) {
	image := c.After
	if image == nil {
		for cs, err := range u.Journal(JournalQuery{Record: c.Ref, Reverse: true}) {
			if err != nil {
				return nil, err
			}
			for _, later := range cs.Changes {
				if later.Ref == c.Ref && later.Before != nil {
					image = later.Before
				}
			}
		}
	}
	if image == nil {
		return nil, nil
	}
	out := &core.Reply{}
	if err := json.Unmarshal(image, out); err != nil {
		return nil, core.Wrap(core.CodeDamaged, err)
	}
	sum, err := ContentSum(out)
	if err != nil || sum != c.Sum {
		return nil, err
	}
	return out, nil
}

// bringBackTold writes what such a step found of an answer. What a guest proposed is open again where the step declined it, and
// stays answered where the step was about something else.
func (u *unit) bringBackTold(c Change, left *core.Reply, now core.Record) error {
	rec, err := imageOf(c)
	if err != nil {
		return err
	}
	found := rec.(*core.Reply)
	if found.Proposes() == left.Proposes() && found.Said.At.Equal(left.Said.At) {
		found = taken(found)
	}
	was, err := formerOf(now)
	if err != nil {
		return err
	}
	return u.write(was, found)
}
