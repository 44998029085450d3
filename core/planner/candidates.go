package planner

import (
	"cmp"
	"context"

	"mentorbook/core"
)

// Candidates is everybody of whom one person could be made with another.
type Candidates struct {
	Owner core.ID
	Rows  []Candidate // in the order of their making
}

// Candidate is somebody with what hangs on them.
type Candidate struct {
	Person        *core.Person
	Relationships int // that they take part in, or once did
	Meetings      int // held in those
}

// Candidates lists everybody with how many relationships and held meetings each has. Of meetings it reads keys only.
func (s People) Candidates(ctx context.Context) (*Candidates, error) {
	return view(ctx, s.e, func(r Reader) (*Candidates, error) {
		ws, err := workspaceOf(r)
		if err != nil {
			return nil, err
		}
		c := &Candidates{Owner: ws.Owner}
		for p, err := range every[core.Person](r) {
			if err != nil {
				return nil, err
			}
			c.Rows = append(c.Rows, Candidate{Person: p})
		}
		return c, c.count(r)
	})
}

func (c *Candidates) count(r Reader) error {
	rows := make(map[core.ID]*Candidate, len(c.Rows))
	for i := range c.Rows {
		rows[c.Rows[i].Person.ID] = &c.Rows[i]
	}
	for rel, err := range every[core.Relationship](r) {
		if err != nil {
			return err
		}
		held := 0
		for _, err := range r.Keys(Query{Index: MeetingsHeld, Of: rel.ID}) {
			if err != nil {
				return err
			}
			held++
		}
		for _, part := range rel.Participants {
			if row := rows[part.Person]; row != nil {
				row.Relationships++
				row.Meetings += held
			}
		}
	}
	return nil
}

// Keep proposes who of two stays when one is made of them: the owner always; else whoever has the relationships, then
// the meetings, then whoever was known first.
func (c *Candidates) Keep(a, b Candidate) (keep, other Candidate) {
	better := cmp.Or(
		is(b.Person.ID == c.Owner)-is(a.Person.ID == c.Owner),
		cmp.Compare(b.Relationships, a.Relationships),
		cmp.Compare(b.Meetings, a.Meetings),
		a.Person.Created.Compare(b.Person.Created),
	)
	if better > 0 {
		return b, a
	}
	return a, b
}

// MayKeep tells whether somebody may be the one who stays: the owner is never merged into somebody else.
func (c *Candidates) MayKeep(keep, other core.ID) bool { return other != c.Owner && keep != other }

func is(b bool) int {
	if b {
		return 1
	}
	return 0
}
