package ical

import (
	"slices"

	"mentorbook/core"
)

// series is what shares a UID: the event itself and the occurrences of it that were changed on their own.
type series struct {
	masters []*event
	changed []*event // with RECURRENCE-ID, by their place in the file
}

// merged groups the events of a file. Of several versions of one thing the newest is kept: the highest SEQUENCE,
// then the latest DTSTAMP (RFC 5546 2.1.5); the others are named. Events that wrongly share a UID without being
// versions of one another are all kept.
func (b *book) merged() []*series {
	var out []*series
	known := make(map[string]*series, len(b.events))
	for _, e := range b.events {
		s := known[e.uid]
		if s == nil || e.uid == "" {
			s = &series{}
			out = append(out, s)
			known[e.uid] = s
		}
		if e.recurrence == (moment{}) {
			s.masters = append(s.masters, e)
		} else {
			s.changed = append(s.changed, e)
		}
	}
	for _, s := range out {
		if len(s.masters) > 1 {
			s.masters = b.newest(s.masters, sameStart)
		}
		if len(s.changed) > 1 {
			s.changed = b.newest(s.changed, sameRecurrence)
		}
	}
	return out
}

func sameStart(a, b *event) bool { return a.sequence != b.sequence || a.start == b.start }

func sameRecurrence(a, b *event) bool {
	if a.recurrence.form == formZoned && b.recurrence.form == formZoned && a.recurrence.zone == b.recurrence.zone && a.zones == b.zones {
		return a.recurrence.wall == b.recurrence.wall
	}
	return a.instantOf(a.recurrence) == b.instantOf(b.recurrence)
}

// instantOf gives the instant of a moment, whatever its form.
func (e *event) instantOf(m moment) int64 {
	if m.form == formZoned {
		if z := e.zones.at(m.zone); z != nil {
			return z.utc(m.wall)
		}
	}
	if m.form == formFloating && e.settled {
		return e.zone.utc(m.wall)
	}
	return int64(m.wall)
}

// newest drops what is superseded. A file that repeats one UID a hundred thousand times is sorted first, so
// that time stays in proportion.
func (b *book) newest(all []*event, same func(a, b *event) bool) []*event {
	slices.SortStableFunc(all, func(x, y *event) int {
		if x.sequence != y.sequence {
			return int(y.sequence) - int(x.sequence)
		}
		return int(min(1, max(-1, y.stamp.wall-x.stamp.wall)))
	})
	kept := all[:0]
	seen := map[moment]bool{}
	for _, e := range all {
		key := e.recurrence
		if key == (moment{}) {
			key = e.start
		}
		old := seen[key]
		if !old && len(kept) > 0 && len(kept) < 100 {
			old = slices.ContainsFunc(kept, func(k *event) bool { return same(k, e) })
		}
		if old {
			b.findings = append(b.findings, core.Finding{
				Line: int(e.line), UID: e.uid, Title: oneLine(e.title), Flaw: core.FlawSuperseded, Rule: "RFC 5546 2.1.5",
			})
			continue
		}
		seen[key] = true
		kept = append(kept, e)
	}
	return kept
}
