package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// blinkTime is how long a cursor is shown and then hidden, together.
const blinkTime = 1060 * time.Millisecond

// blink shows a cursor and hides it, in turns. The whole window is drawn at each turn: it must be stopped as soon as
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
	if fyne.CurrentApp().Settings().ShowAnimations() {
		b.anim = &fyne.Animation{
			Duration: blinkTime, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
			Tick: func(done float32) { b.set(done < 0.5) },
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
