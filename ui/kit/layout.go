package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// natural is an object that would like a width, though it can do with less.
type natural interface{ NaturalWidth() float32 }

// NaturalWidth gives the width an object would like; it may be able to do with less.
func NaturalWidth(o fyne.CanvasObject) float32 { return naturalWidth(o) }

func naturalWidth(o fyne.CanvasObject) float32 {
	if n, ok := o.(natural); ok {
		return n.NaturalWidth()
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(interface {
			NaturalWidth([]fyne.CanvasObject) float32
		}); ok {
			return l.NaturalWidth(c.Objects)
		}
	}
	return minWidth(o)
}

// stackLayout puts objects below each other, each as tall as it needs to be at the width at hand.
type stackLayout struct {
	gap   float32
	grow  int // the object that takes what height is left; -1 for none
	width float32
}

var _ FitLayout = (*stackLayout)(nil)

// Stack puts objects below each other with a gap in units between them.
func Stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stackLayout{gap: gap, grow: -1}, objects...)
}

// StackGrow is a Stack whose n-th object takes the height that is left over; negative counts from the end.
func StackGrow(gap float32, n int, objects ...fyne.CanvasObject) *fyne.Container {
	if n < 0 {
		n += len(objects)
	}
	return container.New(&stackLayout{gap: gap, grow: n}, objects...)
}

// Cards is a column of cards with the theme's gap between them; the last grows to the bottom.
func Cards(cards ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stackLayout{gap: -1, grow: len(cards) - 1}, cards...)
}

func (l *stackLayout) space(p paint) float32 {
	if l.gap < 0 {
		return p.size(SizeGap)
	}
	return p.px(l.gap)
}

func (l *stackLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	total, n, gap := float32(0), 0, l.space(paintNow())
	for _, o := range objects {
		if o.Visible() {
			total += HeightFor(o, width)
			n++
		}
	}
	return total + gap*float32(max(n-1, 0))
}

func (l *stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range visible(objects) {
		w = max(w, minWidth(o))
	}
	at := l.width
	if at <= 0 {
		at = max(w, l.NaturalWidth(objects))
	}
	return fyne.NewSize(w, l.HeightFor(objects, at))
}

func (l *stackLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	w := float32(0)
	for _, o := range visible(objects) {
		w = max(w, naturalWidth(o))
	}
	return w
}

func (l *stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.width = size.Width; size.Width <= 0 {
		return // nobody sees it yet, and to wrap texts in no width is dear
	}
	left := size.Height - l.HeightFor(objects, size.Width)
	y, gap := float32(0), l.space(paintNow())
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h := HeightFor(o, size.Width)
		if i == l.grow {
			h = max(h+left, 0) // what takes the room that is left also gives way where there is too little
		}
		place(o, 0, y, size.Width, h)
		y += h + gap
	}
}

// lineLayout puts objects beside each other, in the middle of the height or at its top.
type lineLayout struct {
	gap   float32
	top   bool
	width float32
}

var _ FitLayout = (*lineLayout)(nil)

// Line puts objects beside each other with a gap in units, centred in the height. Objects that can be narrow
// (texts) give way where there is too little room. A Spring takes what is left.
func Line(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&lineLayout{gap: gap}, objects...)
}

// LineTop is a Line whose objects stand at the top.
func LineTop(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&lineLayout{gap: gap, top: true}, objects...)
}

// Spring pushes what stands after it in a Line to the far end.
func Spring() fyne.CanvasObject { return container.New(&growLayout{}) }

// Grow wraps an object so that it takes the room left over in a Line.
func Grow(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&growLayout{}, o)
}

type growLayout struct{}

func (growLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

func (growLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

func (growLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if len(objects) == 0 {
		return 0
	}
	return HeightFor(objects[0], width)
}

func (growLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	if len(objects) == 0 {
		return 0
	}
	return naturalWidth(objects[0])
}

func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(*growLayout)
	return ok
}

// widths shares a width out: everybody their natural width; what is missing is taken from those who can give,
// what is left goes to those who grow.
func (l *lineLayout) widths(objects []fyne.CanvasObject, width float32, gap float32) []float32 {
	out := make([]float32, len(objects))
	need, give := gap*float32(len(objects)-1), float32(0)
	growers := 0
	for i, o := range objects {
		out[i] = naturalWidth(o)
		need += out[i]
		give += max(out[i]-minWidth(o), 0)
		if grows(o) {
			growers++
		}
	}
	if need > width && give > 0 {
		share := min((need-width)/give, 1)
		for i, o := range objects {
			out[i] -= max(out[i]-minWidth(o), 0) * share
		}
	}
	if need < width && growers > 0 {
		for i, o := range objects {
			if grows(o) {
				out[i] += (width - need) / float32(growers)
			}
		}
	}
	return out
}

// wraps tells whether even the least widths are too much: then the line goes on below, and nothing is cut.
func (l *lineLayout) wraps(vis []fyne.CanvasObject, width float32) bool {
	need := paintNow().px(l.gap) * float32(max(len(vis)-1, 0))
	for _, o := range vis {
		need += minWidth(o)
	}
	return need > width+0.5
}

// asFlow is the layout of a line that goes on below.
func (l *lineLayout) asFlow() *flowLayout { return &flowLayout{gapX: l.gap, gapY: max(l.gap, 4)} }

func withoutSprings(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := objects[:0:0]
	for _, o := range objects {
		if c, ok := o.(*fyne.Container); !ok || !grows(o) || len(c.Objects) > 0 {
			out = append(out, o)
		}
	}
	return out
}

func (l *lineLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	vis := visible(objects)
	if l.wraps(vis, width) {
		return l.asFlow().HeightFor(withoutSprings(vis), width)
	}
	h := float32(0)
	for i, w := range l.widths(vis, width, paintNow().px(l.gap)) {
		h = max(h, HeightFor(vis[i], w))
	}
	return h
}

func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	vis := visible(objects)
	w := paintNow().px(l.gap) * float32(max(len(vis)-1, 0))
	for _, o := range vis {
		w += minWidth(o)
	}
	at := l.width
	if at <= 0 {
		at = max(w, l.NaturalWidth(objects))
	}
	return fyne.NewSize(w, l.HeightFor(objects, at))
}

func (l *lineLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	vis := visible(objects)
	w := paintNow().px(l.gap) * float32(max(len(vis)-1, 0))
	for _, o := range vis {
		w += naturalWidth(o)
	}
	return w
}

func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	vis, gap, x := visible(objects), paintNow().px(l.gap), float32(0)
	if l.wraps(vis, size.Width) {
		l.asFlow().Layout(withoutSprings(vis), size)
		return
	}
	for i, w := range l.widths(vis, size.Width, gap) {
		h := min(HeightFor(vis[i], w), size.Height)
		y := (size.Height - h) / 2
		if l.top {
			y = 0
		}
		place(vis[i], x, y, w, h)
		x += w + gap
	}
}
