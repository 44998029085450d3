package planner

import "mentorbook/core/search"

// NameQuery is one way in which what somebody typed may be meant, to look for a name by that is no record, such as a
// command's. One goroutine at a time may use it.
type NameQuery struct{ q search.Query }

// NameQueries gives the ways in which a typed text may be meant, as Find has them: what fits the first is to be listed
// before what fits the next.
func NameQueries(text string) []NameQuery {
	var out []NameQuery
	for _, q := range search.Readings(text) {
		out = append(out, NameQuery{q})
	}
	return out
}

// Fits tells how well a name fits, or else other words for the same; 0 is not at all.
func (n NameQuery) Fits(name, others string) float64 { return n.q.Score(search.NewDoc(name, others)) }
