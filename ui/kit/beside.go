package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// besideLayout gives the first object a width and the second all the rest, both the full height.
type besideLayout struct{ units, share float32 }

// Beside puts a side of so many units, at most 44 hundredths of the room, beside what takes the rest. Both are as tall
// as the room: each scrolls for itself.
func Beside(units float32, side, rest fyne.CanvasObject) *fyne.Container {
	return BesideUpTo(units, 0.44, side, rest)
}

// BesideUpTo is Beside with another share of the room that the side has at most. Whichever is hidden leaves the other all of it.
func BesideUpTo(units, share float32, side, rest fyne.CanvasObject) *fyne.Container {
	return container.New(&besideLayout{units, share}, side, rest)
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
	if !objects[0].Visible() {
		place(objects[1], 0, 0, s.Width, s.Height)
		return
	}
	if !objects[1].Visible() {
		place(objects[0], 0, 0, s.Width, s.Height)
		return
	}
	side := min(p.px(l.units), (s.Width-gap)*l.share)
	place(objects[0], 0, 0, side, s.Height)
	place(objects[1], side+gap, 0, s.Width-side-gap, s.Height)
}

// Fill gives its objects all the room there is.
func Fill(o fyne.CanvasObject) *fyne.Container { return container.NewStack(o) }

// leadLayout gives the second object its width and the first the rest, and puts the second below where that is too little.
type leadLayout struct {
	least, gap float32
	middle     bool // what stands beside the first object does so in the middle of its height
}

var _ FitLayout = (*leadLayout)(nil)

// Lead puts an object before another that keeps its width, such as a text field before its buttons. Where fewer than
// least units would be left for the first, the second stands below it.
func Lead(least, gap float32, first, second fyne.CanvasObject) *fyne.Container {
	return container.New(&leadLayout{least: least, gap: gap}, first, second)
}

// LeadMiddle is Lead with both in the middle of the line, such as a text before a mark.
func LeadMiddle(least, gap float32, first, second fyne.CanvasObject) *fyne.Container {
	return container.New(&leadLayout{least: least, gap: gap, middle: true}, first, second)
}

// room gives the width of the first object, and whether the second stands beside it.
func (l *leadLayout) room(objects []fyne.CanvasObject, width float32) (float32, bool) {
	p := paintNow()
	w := width - naturalWidth(objects[1]) - p.px(l.gap)
	if w < p.px(l.least) {
		return width, false
	}
	return w, true
}

func (l *leadLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	w, beside := l.room(objects, width)
	if beside {
		return max(HeightFor(objects[0], w), HeightFor(objects[1], naturalWidth(objects[1])))
	}
	return HeightFor(objects[0], width) + paintNow().px(l.gap) + HeightFor(objects[1], width)
}

func (l *leadLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := max(minWidth(objects[0]), minWidth(objects[1]))
	return fyne.NewSize(w, HeightFor(objects[0], w))
}

func (l *leadLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	gap := paintNow().px(l.gap)
	w, beside := l.room(objects, s.Width)
	h := HeightFor(objects[0], w)
	if beside {
		h1, top, top1 := HeightFor(objects[1], s.Width-w-gap), float32(0), float32(0)
		if l.middle {
			top, top1 = max(h1-h, 0)/2, max(h-h1, 0)/2
		}
		place(objects[0], 0, top, w, h)
		place(objects[1], w+gap, top1, s.Width-w-gap, h1)
		return
	}
	place(objects[0], 0, 0, w, h)
	place(objects[1], 0, h+gap, s.Width, HeightFor(objects[1], s.Width))
}
