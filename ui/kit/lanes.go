package kit

import "slices"

// Span is a stretch of time in minutes of a day, the end not included.
type Span struct{ From, To int }

// Lane says where a span stands beside those that it overlaps: in column At of Of. It reaches over More columns at its right
// that nothing else stands in meanwhile.
type Lane struct{ At, Of, More int }

// Lanes puts overlapping spans beside each other. Spans that overlap one another, directly or through others,
// share the width evenly, and take what is free at their right; a span alone has all of it. The order of the spans does not matter.
func Lanes(spans []Span) []Lane {
	order := make([]int, len(spans))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if d := spans[a].From - spans[b].From; d != 0 {
			return d
		}
		return spans[b].To - spans[a].To // the longer one first: it stands at the left
	})
	out := make([]Lane, len(spans))
	var group, ends []int // the spans of a cluster, and where each of its columns is free again
	until := 0
	flush := func() {
		for _, i := range group {
			out[i].Of = len(ends)
		}
		widen(spans, group, out)
		group, ends = group[:0], ends[:0]
	}
	for _, i := range order {
		s := spans[i]
		if len(group) > 0 && s.From >= until {
			flush()
		}
		col := slices.IndexFunc(ends, func(end int) bool { return end <= s.From })
		if col < 0 {
			col = len(ends)
			ends = append(ends, 0)
		}
		ends[col] = max(s.To, s.From+1)
		out[i].At = col
		if len(group) == 0 {
			until = 0
		}
		group, until = append(group, i), max(until, ends[col])
	}
	flush()
	return out
}

// widen lets the spans of a cluster reach over what is free at their right.
func widen(spans []Span, group []int, lanes []Lane) {
	for _, i := range group {
		next := lanes[i].Of
		for _, j := range group {
			if lanes[j].At > lanes[i].At && lanes[j].At < next && meet(spans[i], spans[j]) {
				next = lanes[j].At
			}
		}
		lanes[i].More = next - lanes[i].At - 1
	}
}

// meet tells whether two spans overlap; one without a length is a minute long.
func meet(a, b Span) bool { return a.From < max(b.To, b.From+1) && b.From < max(a.To, a.From+1) }

// Together gives spans in the order of their beginnings, those that meet or overlap as one, without the empty ones.
func Together(spans []Span) []Span {
	sorted := slices.DeleteFunc(slices.Clone(spans), func(s Span) bool { return s.To <= s.From })
	slices.SortFunc(sorted, func(a, b Span) int { return a.From - b.From })
	var out []Span
	for _, s := range sorted {
		if n := len(out); n > 0 && s.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, s.To)
			continue
		}
		out = append(out, s)
	}
	return out
}
