package planner

import (
	"time"

	"mentorbook/core"
)

// saidLater tells whether a guest gave one answer after another, by what can be trusted. A DTSTAMP from days to come tells nothing of when
// an answer was written but that it was before it was read: said is then when that was, and an answer with a stamp of its own from an
// hour before may be the later one. Two such stamps are of one wrong clock, which still goes on, so they are held against one another.
// Of an answer with such a stamp and one with a good one, to the same thing, the one to a higher SEQUENCE is the later (RFC 5546
// 2.1.5), else the one that was read later: messages mostly come in the order in which they are written, and what was wrong once does
// not make all else void.
func saidLater(a, b *core.Reply) bool {
	switch {
	case a.Stamp.IsZero() && b.Stamp.IsZero():
		return a.Said.At.After(b.Said.At)
	case !a.Stamp.IsZero() && !b.Stamp.IsZero():
		return a.Stamp.After(b.Stamp)
	case a.Occurrence == b.Occurrence && a.Sequence != b.Sequence:
		return a.Sequence > b.Sequence
	}
	return readAt(a).After(readAt(b))
}

// readAt gives when an answer was read; of one that is no record yet, after all that are.
func readAt(r *core.Reply) time.Time {
	switch {
	case !r.Stamp.IsZero():
		return r.Said.At
	case r.Updated.IsZero():
		return Never()
	}
	return r.Updated
}

// overtake notes the stamp of an answer that another takes the place of, and tells whether that one was read before it: what stamps of two
// kinds say of one another is nothing, but of one kind a later message has a later one.
func overtake(reply, old *core.Reply) (again bool) {
	if reply.Overtook = old.Overtook; reply.Stamp.IsZero() == old.Stamp.IsZero() {
		return false
	}
	own := reply.Said.At
	if reply.Overtook = old.Stamp; !reply.Stamp.IsZero() {
		own, reply.Overtook = reply.Stamp, old.Said.At
	}
	return reply.Sequence <= old.Sequence && !own.After(old.Overtook)
}

// stamped notes when an answer was given, and tells whether its stamp lies in days to come.
func stamped(reply *core.Reply, stamp, now time.Time) (ahead bool) {
	if reply.Said.At = believed(stamp, now); reply.Said.At.Equal(stamp) {
		return false
	}
	reply.Stamp = stamp
	return true
}
