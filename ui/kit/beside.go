package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// besideLayout gives the first object a width and the second all the rest, both the full height.
type besideLayout struct{ units float32 }

// Beside puts a side of so many units, at most 44 hundredths of the room, beside what takes the rest. Both are as tall
// as the room: each scrolls for itself.
func Beside(units float32, side, rest fyne.CanvasObject) *fyne.Container {
	return container.New(&besideLayout{units}, side, rest)
}

func (l *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w, h := float32(0), float32(0)
	for _, o := range objects {
		m := o.MinSize()
		w, h = w+m.Width, max(h, m.Height)
	}
	return fyne.NewSize(w, h)
}

func (l *besideLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	p := paintNow()
	gap := p.size(SizeGap) + p.px(2)
	side := min(p.px(l.units), (s.Width-gap)*0.44)
	place(objects[0], 0, 0, side, s.Height)
	place(objects[1], side+gap, 0, s.Width-side-gap, s.Height)
}

// Fill gives its objects all the room there is.
func Fill(o fyne.CanvasObject) *fyne.Container { return container.NewStack(o) }
