package ical

import (
	"slices"
	"strings"

	"mentorbook/core"
)

// The standard forbids a rule to say both COUNT and UNTIL (RFC 5545 3.3.10), and some programs do. All who read it take what comes
// first of both.

// leaveOneEnd leaves out of such a rule the end that comes later, or says nothing beside the other; the rule stays as it is where
// that takes too much work to find.
func (e *event) leaveOneEnd(f *fuel) {
	if e.once() || len(e.rules) != 1 || e.rules[0].count == 0 || e.rules[0].until == nil {
		return
	}
	one, later := *e.rules[0], "COUNT"
	if !e.over() {
		free, instances := one, 1 // the start is the first
		free.count = 0
		last, at := e.until(one.until)
		if !free.expand(e.start.wall, e.start.wall, last+1, f, func(w wall) bool {
			if e.utc(w) <= at {
				instances++
			}
			return instances < one.count
		}) {
			return
		}
		if instances >= one.count {
			later = "UNTIL"
		}
	}
	if one.count = 0; later == "UNTIL" {
		one.count, one.until = e.rules[0].count, nil
	}
	e.rules, e.text, e.twoEnds = []*rule{&one}, withoutPart(e.text, later), true
}

// withoutPart leaves out of the text of a rule what it says by one name, in capitals.
func withoutPart(text, name string) string {
	parts := slices.DeleteFunc(strings.Split(text, ";"), func(part string) bool {
		key, _, _ := strings.Cut(part, "=")
		return strings.EqualFold(strings.TrimSpace(key), name)
	})
	return strings.Join(parts, ";")
}

// saysOneEnd tells of an event as it is kept that one of the ends of its rule was left out, where there is nothing else to tell.
func (e *event) saysOneEnd(out *core.CalendarEvent) {
	if !e.once() && e.twoEnds && out.Rule != "" && out.Kept == "" {
		out.Kept = core.FlawTwoEnds
	}
}
