package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// flowLayout puts objects beside each other and goes on below where the width ends, as words in a text do.
type flowLayout struct {
	gapX, gapY float32
	width      float32
	paired     bool // the last one does not stand alone below several
}

var _ FitLayout = (*flowLayout)(nil)

// Flow lays chips, buttons and short texts out in as many lines as they need; gaps in units.
func Flow(gapX, gapY float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gapX: gapX, gapY: gapY}, objects...)
}

// Chips is a Flow with the distances that chips have.
func Chips(chips ...fyne.CanvasObject) *fyne.Container { return Flow(6, 6, chips...) }

// Buttons is a Flow with the distances that buttons have: where the last one alone would go on below, it takes another along.
func Buttons(buttons ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gapX: 8, gapY: 8, paired: true}, buttons...)
}

// flow visits each object with its place and gives the whole height.
func (l *flowLayout) flow(objects []fyne.CanvasObject, width float32, visit func(o fyne.CanvasObject, x, y, w, h, line float32)) float32 {
	p := paintNow()
	gapX, gapY := p.px(l.gapX), p.px(l.gapY)
	y := -gapY
	for _, line := range l.lines(visible(objects), width, gapX) {
		tall := float32(0)
		for _, c := range line {
			tall = max(tall, c.h)
		}
		x := float32(0)
		y += gapY
		for _, c := range line {
			visit(c.o, x, y, c.w, c.h, tall)
			x += c.w + gapX
		}
		y += tall
	}
	return max(y, 0)
}

// flowCell is an object with its size in a line.
type flowCell struct {
	o    fyne.CanvasObject
	w, h float32
}

// lines breaks objects into lines.
func (l *flowLayout) lines(objects []fyne.CanvasObject, width, gap float32) [][]flowCell {
	var out [][]flowCell
	x := float32(0)
	for _, o := range objects {
		w := min(naturalWidth(o), max(width, 1))
		if len(out) == 0 || x+w > width+0.5 {
			out, x = append(out, nil), 0
		}
		last := len(out) - 1
		out[last] = append(out[last], flowCell{o, w, HeightFor(o, w)})
		x += w + gap
	}
	if last := len(out) - 1; l.paired && last > 0 && len(out[last]) == 1 && len(out[last-1]) > 2 {
		above := out[last-1]
		if with := above[len(above)-1]; with.w+gap+out[last][0].w <= width+0.5 {
			out[last-1], out[last] = above[:len(above)-1], []flowCell{with, out[last][0]}
		}
	}
	return out
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
