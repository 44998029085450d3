package planner

import (
	"context"

	"mentorbook/core"
)

// shortTail is how many letters of an id a list shows at the least.
const shortTail = 6

// TailsOf gives for each record of a list, all of one kind, the tail of its id: long enough to tell it from every
// other record of the kind, in the list or not, and as long for all.
func (p *Planner) TailsOf(ctx context.Context, records []core.Record) ([]string, error) {
	if len(records) == 0 {
		return nil, nil
	}
	ids := make([]string, len(records))
	listed := make(map[string]bool, len(records))
	for i, rec := range records {
		ids[i] = rec.Base().ID.String()
		listed[ids[i]] = true
	}
	all, err := view(ctx, p.engine, func(r Reader) ([]string, error) { return idsOf(r, records[0].Kind(), listed) })
	if err != nil {
		return nil, err
	}
	n := shortTail
	for ; n < len(ids[0]) && !uniqueTails(all, ids, n); n++ {
	}
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id[len(id)-n:]
	}
	return out, nil
}

// idsOf gives the ids of all records of a kind, and of those listed that are kept nowhere.
func idsOf(r Reader, kind core.Kind, listed map[string]bool) ([]string, error) {
	var out []string
	met := 0
	for rec, err := range r.All(kind) {
		if err != nil {
			return nil, err
		}
		id := rec.Base().ID.String()
		out = append(out, id)
		if listed[id] {
			met++
		}
	}
	if met == len(listed) {
		return out, nil
	}
	kept := map[string]bool{}
	for _, id := range out {
		kept[id] = true
	}
	for id := range listed {
		if !kept[id] {
			out = append(out, id)
		}
	}
	return out, nil
}

func uniqueTails(all, listed []string, n int) bool {
	count := make(map[string]int, len(all))
	for _, id := range all {
		count[id[len(id)-n:]]++
	}
	for _, id := range listed {
		if count[id[len(id)-n:]] != 1 {
			return false
		}
	}
	return true
}
