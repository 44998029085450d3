package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// renderer is the one renderer of this package: a widget hands in what to draw and three functions.
type renderer struct {
	owner   fyne.Widget
	objects func() []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	refresh func() // takes the widget's state and theme over into the objects; nil where layout does
}

var _ fyne.WidgetRenderer = (*renderer)(nil)

func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects() }
func (r *renderer) MinSize() fyne.Size           { return r.min() }
func (r *renderer) Layout(size fyne.Size)        { r.layout(size) }

func (r *renderer) Refresh() {
	if r.refresh != nil {
		r.refresh()
	}
	r.layout(r.owner.Size())
	for _, o := range r.objects() {
		o.Refresh()
	}
	canvas.Refresh(r.owner)
}

func these(objects ...fyne.CanvasObject) func() []fyne.CanvasObject {
	return func() []fyne.CanvasObject { return objects }
}

// place puts an object where it is to be. What is there already is left alone: the toolkit has the whole window drawn
// again for anything that is moved, also to where it is.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	if at := fyne.NewPos(x, y); at != o.Position() {
		o.Move(at)
	}
	if size := fyne.NewSize(max(w, 0), max(h, 0)); size != o.Size() {
		o.Resize(size)
	}
}

// frame is a box with a hairline around it: two filled rectangles, because a stroke lies half outside its
// rectangle and blurs at whole scales.
type frame struct {
	outer, inner *canvas.Rectangle
}

func newFrame() *frame {
	return &frame{outer: &canvas.Rectangle{}, inner: &canvas.Rectangle{}}
}

func (f *frame) objects() []fyne.CanvasObject { return []fyne.CanvasObject{f.outer, f.inner} }

func (f *frame) style(p paint, border, fill fyne.ThemeColorName, radius float32) {
	f.outer.FillColor = p.color(border)
	f.inner.FillColor = p.color(fill)
	f.outer.CornerRadius = radius
	f.inner.CornerRadius = max(radius-p.px(1), 0)
}

func (f *frame) place(x, y, w, h, line float32) {
	place(f.outer, x, y, w, h)
	place(f.inner, x+line, y+line, w-2*line, h-2*line)
}

// focusRing makes the frame the mark of a focused object that has no box of its own: an accent line around a
// soft ground. It is drawn without a stroke, which the software painter shifts at the edge of a scroller.
func (f *frame) focusRing(p paint, on bool, x, y, w, h float32) {
	f.style(p, ColorAccent, ColorAccentSoft, p.px(6))
	f.inner.CornerRadius = p.px(4)
	f.place(x, y, w, h, p.px(2))
	f.show(on)
}

func (f *frame) show(on bool) {
	for _, o := range f.objects() {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}
