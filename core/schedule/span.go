package schedule

import (
	"slices"
	"time"

	"mentorbook/core"
)

// Span is a stretch of time from Start to End, End not included.
type Span struct{ Start, End time.Time }

// Overlaps tells whether two spans share a moment.
func (s Span) Overlaps(o Span) bool { return s.Start.Before(o.End) && o.Start.Before(s.End) }

// Empty tells whether nothing is in it.
func (s Span) Empty() bool { return !s.Start.Before(s.End) }

// Union gives the times that any of the spans holds, in order and apart from one another.
func Union(spans []Span) []Span {
	all := slices.DeleteFunc(slices.Clone(spans), Span.Empty)
	slices.SortFunc(all, func(a, b Span) int { return a.Start.Compare(b.Start) })
	var out []Span
	for _, s := range all {
		if n := len(out); n > 0 && !s.Start.After(out[n-1].End) {
			out[n-1].End = later(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// Minus gives what is left of spans without others; both in order and apart.
func Minus(spans, taken []Span) []Span {
	var out []Span
	i := 0
	for _, s := range spans {
		for i > 0 && taken[i-1].End.After(s.Start) {
			i--
		}
		for ; i < len(taken) && taken[i].Start.Before(s.End); i++ {
			if left := (Span{s.Start, taken[i].Start}); !left.Empty() {
				out = append(out, left)
			}
			s.Start = later(s.Start, taken[i].End)
			if s.Empty() {
				break
			}
		}
		if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// Both gives the times that two lists of spans share; both in order and apart.
func Both(a, b []Span) []Span {
	var out []Span
	for i, j := 0, 0; i < len(a) && j < len(b); {
		s := Span{later(a[i].Start, b[j].Start), a[i].End}
		if b[j].End.Before(s.End) {
			s.End = b[j].End
		}
		if !s.Empty() {
			out = append(out, s)
		}
		if a[i].End.Before(b[j].End) {
			i++
		} else {
			j++
		}
	}
	return out
}

// Daily gives the spans of a day's hours from each day of [from, to) in a zone; hours tells them for a day of the
// week. A span that passes midnight belongs to the day on which it begins.
func Daily(loc *time.Location, from, to time.Time, hours func(time.Weekday) core.Hours) []Span {
	var out []Span
	last := core.DateOf(to.In(loc))
	for d := core.DateOf(from.In(loc)).AddDays(-1); !d.After(last); d = d.AddDays(1) {
		h := hours(d.Weekday())
		if h.IsZero() || h.From == h.To {
			continue
		}
		end := d
		if h.To <= h.From {
			end = d.AddDays(1)
		}
		s := Span{later(clock(d, h.From, loc), from), clock(end, h.To, loc)}
		if s.End.After(to) {
			s.End = to
		}
		if !s.Empty() {
			out = append(out, s)
		}
	}
	return Union(out)
}

func clock(d core.Date, minute int, loc *time.Location) time.Time {
	if minute >= 24*60 {
		d, minute = d.AddDays(1), minute-24*60
	}
	return d.At(minute/60, minute%60).InLocation(loc)
}
