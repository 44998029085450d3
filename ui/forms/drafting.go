package forms

import (
	"time"

	"mentorbook/ui/kit"
)

// draftSoon is how long the first letter after a rest waits until it is kept, so that it is drawn before.
const draftSoon = 30 * time.Millisecond

// draftEvery is how long what is typed after that waits, at most: the offer after a crash speaks of half a second, and
// some of that is for a slow disk.
const draftEvery = 200 * time.Millisecond

// draftBurst is how long after something was kept letters still come that were typed while the window was busy drawing: they
// come at once, and go along.
const draftBurst = 20 * time.Millisecond

// Drafting keeps what is typed in one place while it is typed: soon after a rest, and then now and again, once for all that
// comes in between.
type Drafting struct {
	after kit.After
	now   func() time.Time
	keep  func()
	dirty bool
	stop  func()    // nil while no timer runs
	since time.Time // when the timer was started, or a letter found the time over
	burst bool      // a letter did
}

// NewDrafting makes one that calls keep, which gives what was typed to its draft.
func NewDrafting(after kit.After, keep func()) *Drafting {
	return &Drafting{after: after, now: time.Now, keep: keep}
}

// Touched is told that something was typed. A timer's call takes its turn with what the window draws, which takes long on a
// busy machine: a letter that finds the time over does not wait for it, nor do those that come right behind it.
func (d *Drafting) Touched() {
	d.dirty = true
	if d.stop == nil {
		d.wait(draftSoon)
		return
	}
	late := d.now().Sub(d.since)
	if late >= draftEvery {
		d.since, d.burst = d.now(), true
	} else if !d.burst || late > draftBurst {
		return
	}
	d.Flush()
}

// wait keeps what there is after a while, and goes on as long as there is something each time.
func (d *Drafting) wait(while time.Duration) {
	d.since, d.burst = d.now(), false
	d.stop = d.after(while, func() {
		d.stop = nil
		if d.dirty {
			d.wait(draftEvery)
			d.Flush()
		}
	})
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
