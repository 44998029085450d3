package ical

import (
	"context"

	"mentorbook/core"
)

// instancesIn tells of changed occurrences that what they belong to does not have where it stands in the same file:
// RECURRENCE-ID names an instance (RFC 5545 3.8.4.4). What EXDATE takes out once was one. Of several events with one UID
// nobody knows which is meant.
func (l *linter) instancesIn(ctx context.Context, text string, roots []*component) {
	at := map[int]*component{}
	for _, c := range roots {
		for _, child := range c.children {
			if child.one("RECURRENCE-ID") != nil {
				at[child.line] = child
			}
		}
	}
	if len(at) == 0 {
		return // nothing to read the file once more for
	}
	b, err := read(ctx, text, true, nil)
	if err != nil {
		return // it was stopped, which Lint finds out too
	}
	f := &fuel{fuelFile + fuelMore*len(b.events)}
	for _, s := range b.merged() {
		if len(s.masters) != 1 {
			continue
		}
		for _, e := range s.changed {
			c := at[int(e.line)]
			if c == nil || s.masters[0].has(e, f) {
				continue
			}
			l.about(c, func() {
				id := c.one("RECURRENCE-ID")
				l.add(id.line, core.FlawNoInstance, "RFC 5545 3.8.4.4", id.value)
			})
		}
	}
}

// has tells whether an event has the occurrence that another one changes; also where that takes too much work to know.
func (e *event) has(changed *event, f *fuel) bool {
	plain := *e
	if !e.once() {
		all := *e.repeats
		all.except = nil
		plain.repeats = &all
	} else {
		plain.repeats = &repeats{}
	}
	w := e.exceptWall(changed.recurrence, changed.zones)
	found, flaw := plain.instances(w, w+1, f, nil)
	return len(found) > 0 || flaw != ""
}
