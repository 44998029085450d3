package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// columnsLayout puts columns of cards beside each other, and below each other in a narrow window.
type columnsLayout struct {
	weights []float32
	narrow  float32
	width   float32
}

var _ FitLayout = (*columnsLayout)(nil)

// Columns puts objects beside each other, as wide as their weights say. In less than narrow units they stand
// below each other in the same order. Beside each other, all get the full height.
func Columns(narrow float32, weights []float32, columns ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnsLayout{weights: weights, narrow: narrow}, columns...)
}

// WideNarrow is the two columns of most pages: the work on the left, what else matters on the right.
func WideNarrow(wide, side fyne.CanvasObject) *fyne.Container {
	return Columns(oneColumn, wideNarrow(), wide, side)
}

// oneColumn is in how many units there is room for one column of a page only.
const oneColumn = 760

// wideNarrow is how the room of a page is shared between its two columns.
func wideNarrow() []float32 { return []float32{618, 398} }

func (l *columnsLayout) gap() float32 {
	p := paintNow()
	return p.size(SizeGap) + p.px(2)
}

func (l *columnsLayout) stacked(width float32) bool { return width < paintNow().px(l.narrow) }

func (l *columnsLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	sum, room := float32(0), width-l.gap()*float32(len(objects)-1)
	for i := range objects {
		sum += l.weight(i)
	}
	out := make([]float32, len(objects))
	for i := range objects {
		out[i] = room * l.weight(i) / sum
	}
	return out
}

func (l *columnsLayout) weight(i int) float32 {
	if i < len(l.weights) && l.weights[i] > 0 {
		return l.weights[i]
	}
	return 1
}

func (l *columnsLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	vis := visible(objects)
	h := float32(0)
	if l.stacked(width) {
		for _, o := range vis {
			h += HeightFor(o, width)
		}
		return h + paintNow().size(SizeGap)*float32(max(len(vis)-1, 0))
	}
	for i, w := range l.widths(vis, width) {
		h = max(h, HeightFor(vis[i], w))
	}
	return h
}

func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range visible(objects) {
		w = max(w, minWidth(o))
	}
	return fyne.NewSize(w, l.HeightFor(objects, max(l.width, w)))
}

func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	vis := visible(objects)
	if l.stacked(size.Width) {
		y, gap := float32(0), paintNow().size(SizeGap)
		for _, o := range vis {
			h := HeightFor(o, size.Width)
			place(o, 0, y, size.Width, h)
			y += h + gap
		}
		return
	}
	x, gap := float32(0), l.gap()
	for i, w := range l.widths(vis, size.Width) {
		place(vis[i], x, 0, w, size.Height)
		x += w + gap
	}
}

// padLayout keeps a distance around one object.
type padLayout struct{ top, right, bottom, left float32 }

var _ FitLayout = (*padLayout)(nil)

// Pad keeps distances in units around an object, in the order of a clock from the top.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&padLayout{top, right, bottom, left}, o)
}

func (l *padLayout) sums() (w, h float32) {
	p := paintNow()
	return p.px(l.left + l.right), p.px(l.top + l.bottom)
}

func (l *padLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	w, h := l.sums()
	return HeightFor(objects[0], width-w) + h
}

func (l *padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w, h := l.sums()
	return objects[0].MinSize().AddWidthHeight(w, h)
}

func (l *padLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	w, _ := l.sums()
	return naturalWidth(objects[0]) + w
}

func (l *padLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p := paintNow()
	w, h := l.sums()
	place(objects[0], p.px(l.left), p.px(l.top), size.Width-w, size.Height-h)
}

// widthLayout gives one object a width of its own, so that what follows in several rows stands in line.
type widthLayout struct{ width func() float32 }

var _ FitLayout = (*widthLayout)(nil)

// Even gives each object the width of the widest, so that what stands beside them in several rows stands in line.
func Even(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(objects))
	for i, o := range objects {
		out[i] = container.New(&widthLayout{func() float32 { return widest(objects) }}, o)
	}
	return out
}

// widest gives the width that the widest of several objects would like.
func widest(objects []fyne.CanvasObject) (w float32) {
	for _, o := range objects {
		w = max(w, NaturalWidth(o))
	}
	return w
}

// Width gives an object a width in units.
func Width(units float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&widthLayout{func() float32 { return paintNow().px(units) }}, o)
}

func (l *widthLayout) HeightFor(objects []fyne.CanvasObject, _ float32) float32 {
	return HeightFor(objects[0], l.NaturalWidth(objects))
}

func (l *widthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := l.NaturalWidth(objects)
	return fyne.NewSize(w, HeightFor(objects[0], w))
}

func (l *widthLayout) NaturalWidth([]fyne.CanvasObject) float32 { return l.width() }

func (l *widthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
}

// tallLayout gives one object a fixed height, such as a list in a dialog.
type tallLayout struct{ units float32 }

var _ FitLayout = (*tallLayout)(nil)

// Tall gives an object a height in units.
func Tall(units float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&tallLayout{units}, o)
}

func (l *tallLayout) HeightFor([]fyne.CanvasObject, float32) float32 { return paintNow().px(l.units) }

func (l *tallLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(objects[0]), paintNow().px(l.units))
}

func (l *tallLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	return naturalWidth(objects[0])
}

func (l *tallLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
}
