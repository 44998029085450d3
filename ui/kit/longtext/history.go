package longtext

import "unicode/utf8"

// kind says how a change came about: changes of the same kind, one after another, are taken back together.
type kind int

const (
	other kind = iota
	typed
	erasedBack
	erasedForward
)

// change is one that can be taken back.
type change struct {
	at                int
	removed, inserted string
	before            mark
	how               kind
	sealed            bool // what comes next is a change of its own
}

// mark is where the cursor was, and what was selected.
type mark struct{ cursor, anchor int }

// What is kept to be taken back: more than a day's typing. A text of a million letters that is cut and pasted again
// and again must not fill the memory.
const (
	mostChanges = 10_000
	mostBytes   = 32 << 20
	mostJoined  = 200 // bytes of one change that came letter by letter
)

// history is what was changed, oldest first; the first done of them are in the text.
type history struct {
	changes []change
	done    int
	bytes   int
}

// seal says that the next change is one of its own: the cursor has been moved.
func (h *history) seal() {
	if h.done > 0 {
		h.changes[h.done-1].sealed = true
	}
}

// add notes a change that was made.
func (h *history) add(c change) {
	for _, gone := range h.changes[h.done:] {
		h.bytes -= gone.size()
	}
	h.changes = h.changes[:h.done]
	h.bytes += c.size()
	if h.done > 0 && h.changes[h.done-1].join(c) {
		return
	}
	h.changes = append(h.changes, c)
	for len(h.changes) > 1 && (len(h.changes) > mostChanges || h.bytes > mostBytes) {
		h.bytes -= h.changes[0].size()
		h.changes[0] = change{} // what it held is let go at once, not when the slice grows
		h.changes = h.changes[1:]
	}
	h.done = len(h.changes)
}

func (h *history) back() (change, bool) {
	if h.done == 0 {
		return change{}, false
	}
	h.done--
	h.changes[h.done].sealed = true
	return h.changes[h.done], true
}

func (h *history) forward() (change, bool) {
	if h.done == len(h.changes) {
		return change{}, false
	}
	h.done++
	return h.changes[h.done-1], true
}

func (c change) size() int { return len(c.removed) + len(c.inserted) }

// join makes a change part of the one before it, where the two are one for who typed them.
func (c *change) join(next change) bool {
	if c.sealed || c.how != next.how || c.size() > mostJoined || next.size() > mostJoined {
		return false
	}
	switch {
	case c.how == typed && next.removed == "" && next.at == c.at+len(c.inserted) && !beginsWord(c.inserted, next.inserted):
		c.inserted += next.inserted
	case c.how == erasedBack && c.inserted == "" && next.at+len(next.removed) == c.at:
		c.at, c.removed = next.at, next.removed+c.removed
	case c.how == erasedForward && next.at == c.at:
		c.removed += next.removed
	default:
		return false
	}
	return true
}

// beginsWord tells whether a word begins with what is typed after something.
func beginsWord(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return !inWord(last) && inWord(first)
}
