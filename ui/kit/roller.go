package kit

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Roller is the toolkit's scroller with a wheel as other programs have it: the toolkit's own moves by one line and a
// quarter for a notch.
type Roller struct{ container.Scroll }

var (
	_ fyne.Widget     = (*Roller)(nil)
	_ fyne.Scrollable = (*Roller)(nil)
)

func newRoller(content fyne.CanvasObject, direction container.ScrollDirection) *Roller {
	r := &Roller{}
	r.Direction, r.Content = direction, content
	r.ExtendBaseWidget(r)
	return r
}

// Scrolled is told of the wheel. Tooltips go: what they are about moves away from below them.
func (r *Roller) Scrolled(ev *fyne.ScrollEvent) {
	HideTips(CanvasOf(r))
	r.Scroll.Scrolled(quicker(ev))
}

// quicker gives a turn of the wheel the way that it goes on a page. A part of a notch, as touchpads report, goes the same
// part of the way, so that it stays smooth.
func quicker(ev *fyne.ScrollEvent) *fyne.ScrollEvent {
	by := wheelRate(runtime.GOOS)
	out := *ev
	out.Scrolled = fyne.NewDelta(ev.Scrolled.DX*by, ev.Scrolled.DY*by)
	return &out
}

// notch is what the toolkit makes of one notch of the wheel, and notchWay how far a page goes with it, in units: three
// lines of text.
const (
	notch    = 25
	notchWay = 65
)

// wheelRate tells how much further a page goes on a system than the toolkit says. macOS has sped the wheel up before
// the toolkit hears of it.
func wheelRate(system string) float32 {
	if system == "darwin" {
		return 1
	}
	return float32(notchWay) / notch
}
