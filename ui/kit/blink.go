package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

const (
	// blinkTime is how long a cursor is shown and then hidden, together.
	blinkTime = 1060 * time.Millisecond
	// blinkTurns is how many more times it is, before it stays on: ten seconds in which nobody types.
	blinkTurns = 9
)

// blink shows a cursor and hides it, in turns, for as long as somebody may be looking for it. The whole window is drawn
// at each turn: a window that rests must cost nothing, so it ends where nobody types, and it must be stopped as soon as
// nobody can see it.
type blink struct {
	show func(on bool)
	anim *fyne.Animation
	on   bool
}

func newBlink(show func(on bool)) *blink { return &blink{show: show} }

// start shows the cursor and begins anew: where typing goes on it must not be hidden.
func (b *blink) start() {
	b.stop()
	if animated() {
		b.anim = &fyne.Animation{
			Duration: blinkTime, RepeatCount: blinkTurns, Curve: fyne.AnimationLinear,
			Tick: func(done float32) { b.set(done < 0.5 || done == 1) },
		}
		b.anim.Start()
	}
	b.set(true)
}

// stop hides it.
func (b *blink) stop() {
	if b.anim != nil {
		b.anim.Stop()
		b.anim = nil
	}
	b.set(false)
}

func (b *blink) set(on bool) {
	if b.on != on {
		b.on = on
		b.show(on)
	}
}
