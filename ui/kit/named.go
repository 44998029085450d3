package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// namedLayout puts what a field is called beside it, and above it where that would leave the field too little.
type namedLayout struct {
	units, least float32
	width        float32 // of the last layout
}

var _ FitLayout = (*namedLayout)(nil)

// namedGap lies between a name and its field.
const namedGap = 8

// Named puts a field beside its name, which takes so many units. Where less than least units would be left for the field,
// it stands below.
func Named(units, least float32, name *Text, field fyne.CanvasObject) *fyne.Container {
	return container.New(&namedLayout{units: units, least: least}, name, field)
}

// beside gives the width of the field, and whether the name stands beside it.
func (l *namedLayout) beside(width float32) (float32, bool) {
	p := paintNow()
	if w := width - p.px(l.units+namedGap); w >= p.px(l.least) {
		return w, true
	}
	return width, false
}

func (l *namedLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	w, beside := l.beside(width)
	h := HeightFor(objects[1], w)
	if beside {
		return max(h, HeightFor(objects[0], width-w))
	}
	return h + HeightFor(objects[0], width) + paintNow().px(namedGap/2)
}

func (l *namedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := max(minWidth(objects[0]), minWidth(objects[1]))
	return fyne.NewSize(w, l.HeightFor(objects, max(l.width, w)))
}

func (l *namedLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	w, beside := l.beside(s.Width)
	h := HeightFor(objects[0], s.Width)
	if !beside {
		place(objects[0], 0, 0, s.Width, h)
		top := h + paintNow().px(namedGap/2)
		place(objects[1], 0, top, w, s.Height-top)
		return
	}
	name := paintNow().px(l.units)
	h = HeightFor(objects[0], name)
	place(objects[0], 0, (s.Height-h)/2, name, h)
	place(objects[1], s.Width-w, 0, w, s.Height)
}
