package planner

import (
	"slices"

	"mentorbook/core"
)

// deletedWith gives what was deleted before and names one of the records, or names what does: the journal could bring
// it back, and would tell of whom an erasure took out.
func deletedWith(r Reader, gone []core.Ref) ([]core.Ref, error) {
	before, err := deletedImages(r)
	if err != nil {
		return nil, err
	}
	reached := make(map[core.Ref]bool, len(gone))
	for _, ref := range gone {
		reached[ref] = true
	}
	var out []core.Ref
	for more := true; more; {
		more = false
		for ref, names := range before {
			if reached[ref] || !slices.ContainsFunc(names, func(to core.Ref) bool { return reached[to] }) {
				continue
			}
			reached[ref], more = true, true
			out = append(out, ref)
		}
	}
	return out, nil
}

// deletedImages gives, for each record whose deletion stands in the journal with its image, which others it named.
func deletedImages(r Reader) (map[core.Ref][]core.Ref, error) {
	out := map[core.Ref][]core.Ref{}
	for cs, err := range r.Journal(JournalQuery{}) {
		if err != nil {
			return nil, err
		}
		for _, c := range cs.Changes {
			if !c.Gone || c.Before == nil {
				continue
			}
			rec, err := imageOf(c)
			if err != nil {
				return nil, err
			}
			for _, to := range core.Pointers(rec) {
				out[c.Ref] = append(out[c.Ref], to.Ref)
			}
		}
	}
	return out, nil
}
