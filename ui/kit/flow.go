package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// flowLayout puts objects beside each other and goes on below where the width ends, as words in a text do.
type flowLayout struct {
	gapX, gapY float32
	width      float32
}

var _ FitLayout = (*flowLayout)(nil)

// Flow lays chips, buttons and short texts out in as many lines as they need; gaps in units.
func Flow(gapX, gapY float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gapX: gapX, gapY: gapY}, objects...)
}

// Chips is a Flow with the distances that chips have.
func Chips(chips ...fyne.CanvasObject) *fyne.Container { return Flow(6, 6, chips...) }

// flow visits each object with its place and gives the whole height.
func (l *flowLayout) flow(objects []fyne.CanvasObject, width float32, visit func(o fyne.CanvasObject, x, y, w, h, line float32)) float32 {
	p := paintNow()
	gapX, gapY := p.px(l.gapX), p.px(l.gapY)
	type cell struct {
		o       fyne.CanvasObject
		x, w, h float32
	}
	var line []cell
	x, y, tall := float32(0), float32(0), float32(0)
	flush := func() {
		for _, c := range line {
			visit(c.o, c.x, y, c.w, c.h, tall)
		}
		line = line[:0]
	}
	for _, o := range visible(objects) {
		w := min(naturalWidth(o), max(width, 1))
		h := HeightFor(o, w)
		if len(line) > 0 && x+w > width+0.5 {
			flush()
			x, y, tall = 0, y+tall+gapY, 0
		}
		line = append(line, cell{o, x, w, h})
		x += w + gapX
		tall = max(tall, h)
	}
	flush()
	return y + tall
}

func (l *flowLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.flow(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32, float32) {})
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range visible(objects) {
		w = max(w, minWidth(o))
	}
	at := l.width
	if at <= 0 {
		at = l.NaturalWidth(objects)
	}
	return fyne.NewSize(w, l.HeightFor(objects, max(at, w)))
}

func (l *flowLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	vis, gap := visible(objects), paintNow().px(l.gapX)
	w := gap * float32(max(len(vis)-1, 0))
	for _, o := range vis {
		w += naturalWidth(o)
	}
	return w
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.flow(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h, line float32) {
		place(o, x, y+(line-h)/2, w, h)
	})
}
