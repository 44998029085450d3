package ical

import (
	"context"
	"slices"

	"mentorbook/core"
)

// changedOne is a changed occurrence as it stands in the file.
type changedOne struct {
	line                     int32 // of its RECURRENCE-ID
	component, id, uid, name string
}

// changedIn gives the changed occurrences by the lines in which they begin.
func changedIn(roots []*component) map[int32]changedOne {
	out := map[int32]changedOne{}
	for _, c := range roots {
		for _, child := range c.children {
			id := child.one("RECURRENCE-ID")
			if id == nil {
				continue
			}
			one := changedOne{line: int32(id.line), component: child.name, id: id.value}
			if uid := child.one("UID"); uid != nil {
				one.uid = uid.value
			}
			if title := child.one("SUMMARY"); title != nil {
				one.name = title.value
			}
			out[int32(child.line)] = one
		}
	}
	return out
}

// instancesIn tells of changed occurrences that what they belong to does not have where it stands in the same file:
// RECURRENCE-ID names an instance (RFC 5545 3.8.4.4), and what EXDATE takes out is none (3.8.5.1): some programs show
// such a one, others do not. Of several events with one UID nobody knows which is meant.
func (l *linter) instancesIn(ctx context.Context, text string, at map[int32]changedOne) {
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
			c, here := at[e.line]
			switch {
			case !here:
				continue
			case !s.masters[0].has(e, f):
				l.aboutChanged(c, core.FlawNoInstance, "RFC 5545 3.8.4.4", c.id)
			case s.masters[0].excepts(e):
				l.aboutChanged(c, core.FlawExclude, "RFC 5545 3.8.5.1", "EXDATE, RECURRENCE-ID:"+c.id)
			}
			if s.masters[0].otherClock(e) {
				l.aboutChanged(c, core.FlawOtherClock, "RFC 5545 3.8.4.4", c.id)
			}
		}
	}
}

func (l *linter) aboutChanged(c changedOne, flaw core.Flaw, rule, value string) {
	named := &component{name: c.component, lines: []contentLine{{name: "UID", value: c.uid}, {name: "SUMMARY", value: c.name}}}
	l.about(named, func() { l.add(int(c.line), flaw, rule, value) })
}

// excepts tells whether an event takes out by EXDATE what another one changes.
func (e *event) excepts(changed *event) bool {
	if e.once() {
		return false
	}
	w := e.exceptWall(changed.recurrence, changed.zones)
	return slices.ContainsFunc(e.except, func(m moment) bool { return e.exceptWall(m, e.zones) == w })
}

// otherClock tells whether an occurrence is named by a time of another kind, or of another zone, than the start of what it
// belongs to has. A date beside a time is told of by itself: see against.
func (e *event) otherClock(changed *event) bool {
	a, b := e.start, changed.recurrence
	if a.form != b.form {
		return a.form != formDate && b.form != formDate
	}
	return a.form == formZoned && a.zone != b.zone
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
