package people

import (
	"mentorbook/core"
	"mentorbook/core/locale"
)

// Merging is what making one person of two would do.
type Merging struct {
	Fills []Fact // what the one who stays gets
	Keeps []Fact // what the other says that does not go in, because something else stands there
}

// NewMerging works a merge out without doing it.
func NewMerging(keep, other *core.Person, w *locale.Words) Merging {
	copied := *keep
	did := copied.Merge(other)
	return Merging{Fills: values(did.Filled, w), Keeps: values(did.Kept, w)}
}

func values(list []core.FieldValue, w *locale.Words) []Fact {
	var out []Fact
	for _, v := range list {
		out = append(out, Fact{w.Label(v.Field), w.FieldValue(v)})
	}
	return out
}

// Likeness gives somebody who may be the same person as another; nil for nobody.
func Likeness(p *core.Person, all []*core.Person) *core.Person {
	var others []*core.Person
	for _, q := range all {
		if q.ID != p.ID {
			others = append(others, q)
		}
	}
	match := core.NewMatcher(others).Find(p)
	if match.Person == nil {
		return match.Namesake
	}
	return match.Person
}
