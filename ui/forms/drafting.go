package forms

import (
	"time"

	"mentorbook/ui/kit"
)

// draftAfter is how long typed words wait, at most, until they are kept.
const draftAfter = 400 * time.Millisecond

// Drafting keeps what is typed in one place a moment after it was, once for all that comes until then.
type Drafting struct {
	after kit.After
	keep  func()
	dirty bool
	stop  func() // nil while no timer runs
}

// NewDrafting makes one that calls keep, which gives what was typed to its draft.
func NewDrafting(after kit.After, keep func()) *Drafting {
	return &Drafting{after: after, keep: keep}
}

// Touched is told that something was typed.
func (d *Drafting) Touched() {
	d.dirty = true
	if d.stop == nil {
		d.stop = d.after(draftAfter, func() {
			d.stop = nil
			d.Flush()
		})
	}
}

// Flush keeps at once what waits.
func (d *Drafting) Flush() {
	if d.dirty {
		d.dirty = false
		d.keep()
	}
}

// Forget lets nothing wait any more: it was kept in another way, or is to go.
func (d *Drafting) Forget() {
	if d.dirty = false; d.stop != nil {
		d.stop()
		d.stop = nil
	}
}
