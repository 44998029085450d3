package planner

import (
	"iter"

	"mentorbook/core"
)

// record is a pointer to one of core's record types.
type record[T any] interface {
	*T
	core.Record
}

// load gets one record of a type, an occurrence of a series too. Its error has CodeNotFound.
func load[T any, P record[T]](r Reader, id core.ID) (P, error) {
	rec, err := get(r, core.Ref{Kind: P(new(T)).Kind(), ID: id})
	if err != nil {
		return nil, err
	}
	p, ok := rec.(P)
	if !ok {
		return nil, core.Fail(core.CodeInternal, "reason", "a record of another kind under "+id.String())
	}
	return p, nil
}

// scan walks what a query finds, as a type.
func scan[T any, P record[T]](r Reader, q Query) iter.Seq2[P, error] {
	return typed[T, P](r.Scan(q))
}

// every walks all records of a type, in the order of their making.
func every[T any, P record[T]](r Reader) iter.Seq2[P, error] {
	return typed[T, P](r.All(P(new(T)).Kind()))
}

func typed[T any, P record[T]](records iter.Seq2[core.Record, error]) iter.Seq2[P, error] {
	return func(yield func(P, error) bool) {
		for rec, err := range records {
			if err != nil {
				yield(nil, err)
				return
			}
			p, ok := rec.(P)
			if !ok {
				yield(nil, core.Fail(core.CodeInternal, "reason", "a record of another kind in an index"))
				return
			}
			if !yield(p, nil) {
				return
			}
		}
	}
}

// collect gathers a walk into a list.
func collect[P any](walk iter.Seq2[P, error]) ([]P, error) {
	var out []P
	for p, err := range walk {
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// loadAll gets records by their ids, leaving out those that are not there (any more).
func loadAll[T any, P record[T]](r Reader, ids []core.ID) ([]P, error) {
	var out []P
	for _, id := range ids {
		p, err := load[T, P](r, id)
		if core.CodeOf(err) == core.CodeNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// countKeys counts what a query finds without reading it.
func countKeys(r Reader, q Query) (int, error) {
	n := 0
	for _, err := range r.Keys(q) {
		if err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}
