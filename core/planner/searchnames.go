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

// Sift keeps of a list, in its order, what has all words that somebody typed: in its name, or in other texts that are given of it.
// Where nothing is typed that is all of it. A further way in which the text may be meant counts only where those before find nothing.
func Sift[T any](text string, list []T, words func(T) (name, others string)) []T {
	queries := NameQueries(text)
	if len(queries) == 0 {
		return list
	}
	docs := make([]search.Doc, len(list))
	for i, x := range list {
		docs[i] = search.NewDoc(words(x))
	}
	for _, n := range queries {
		var found []T
		for i, doc := range docs {
			if n.q.Score(doc) > 0 {
				found = append(found, list[i])
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}
