package schedule

import (
	"slices"
	"time"

	"mentorbook/core"
)

// Entry is something that takes people's time.
type Entry struct {
	Span

	Ref    core.Ref
	People []core.ID
	Fixed  bool // somebody's own business: it clashes with meetings, not with other such things
}

// Clash says that two entries of a list want the same person at one time. A is the one that comes first in the
// list; Near says that they only come closer to one another than the buffer allows.
type Clash struct {
	A, B   int
	Person core.ID
	Near   bool
}

// Clashes finds every pair of entries that overlap and share a person, and those that leave less than gap between
// them. They are in order of A, then of B.
func Clashes(entries []Entry, gap time.Duration) []Clash {
	order := make([]int, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return entries[a].Start.Compare(entries[b].Start) })
	var out []Clash
	var on []int // entries that are not over by more than gap
	for _, i := range order {
		e := entries[i]
		if e.Empty() {
			continue
		}
		on = slices.DeleteFunc(on, func(j int) bool { return !entries[j].End.Add(gap).After(e.Start) })
		for _, j := range on {
			if c, ok := clashOf(entries, min(i, j), max(i, j)); ok {
				out = append(out, c)
			}
		}
		on = append(on, i)
	}
	slices.SortFunc(out, func(a, b Clash) int {
		if a.A != b.A {
			return a.A - b.A
		}
		return a.B - b.B
	})
	return out
}

// clashOf tells whether two entries that are close in time clash.
func clashOf(entries []Entry, a, b int) (Clash, bool) {
	x, y := entries[a], entries[b]
	near := !x.Overlaps(y.Span)
	if x.Fixed && y.Fixed || near && (x.Fixed || y.Fixed) {
		return Clash{}, false
	}
	for _, p := range x.People {
		if slices.Contains(y.People, p) {
			return Clash{a, b, p, near}, true
		}
	}
	return Clash{}, false
}
