package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// plate is what is said of a place while something is on its way there: a label in a box, as wide as it needs.
type plate struct {
	box   *canvas.Rectangle
	label *Text
}

func newPlate() *plate { return &plate{box: &canvas.Rectangle{}, label: NewText("", Style{})} }

func (l *plate) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.box, l.label} }

// set shows a text, and gives the size that the plate has then, at most so wide.
func (l *plate) set(p paint, text string, kind Kind, width float32) (w, h float32) {
	strong, _ := kind.Colors()
	l.label.SetRuns(Run{text, Style{Size: SizeCaption, Color: strong, Bold: true}})
	l.box.FillColor, l.box.CornerRadius = p.color(ColorCard), p.px(4)
	l.box.StrokeWidth, l.box.StrokeColor = p.px(1), p.color(strong)
	w = min(l.label.NaturalWidth(), width-2*p.px(platePad))
	return w + 2*p.px(platePad), l.label.HeightFor(w) + p.px(platePad)
}

// place puts it somewhere.
func (l *plate) place(p paint, x, y, w, h float32) {
	pad := p.px(platePad)
	place(l.box, x, y, w, h)
	place(l.label, x+pad, y+pad/2, w-2*pad, h-pad)
}

// platePad is the room beside the label, in units.
const platePad = 6
