package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tip is what a tooltip says, and the keys that do the same ("Ctrl+K"); both may be empty.
type Tip struct{ Text, Keys string }

// After calls f on the window's goroutine after d, unless stopped first. It is handed in because the
// toolkit's test driver does not serialise calls from timers.
type After func(d time.Duration, f func()) (stop func())

// tipDelay is how long pointer or focus rest before a tooltip appears.
const tipDelay = 600 * time.Millisecond

// Floats is the layer above a window's content where tooltips and toasts stand. It takes no clicks and no
// focus away, which the toolkit's own overlays would.
type Floats struct {
	widget.BaseWidget

	after   After
	tip     *tipBox
	tipFor  fyne.CanvasObject
	stopTip func()
	toasts  []*Toast

	lastClick *clicked // nil once no second press belongs to it any more
	stopClick func()

	at       ToastPlace
	onToasts func()
}

// Floating is a window's content, or a dialog, that carries such a layer.
type Floating interface{ Floats() *Floats }

var _ fyne.Widget = (*Floats)(nil)

// NewFloats makes an empty layer.
func NewFloats(after After) *Floats {
	f := &Floats{after: after, tip: newTipBox()}
	f.tip.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// floatsOf finds the layer above an object: that of the topmost overlay, or that of the window's content.
func floatsOf(o fyne.CanvasObject) *Floats {
	if f, ok := rootOf(o).(Floating); ok {
		return f.Floats()
	}
	return nil
}

func scheduleTip(o fyne.CanvasObject, t Tip) {
	if t == (Tip{}) {
		return
	}
	f := floatsOf(o)
	if f == nil {
		return
	}
	f.hideTip()
	f.tipFor = o
	f.stopTip = f.after(tipDelay, func() {
		if f.tipFor == o && o.Visible() && floatsOf(o) == f { // else something was opened over it meanwhile
			f.showTip(o, t)
		}
	})
}

// HideTip takes the tooltip of an object away, also one that has not appeared yet.
func HideTip(o fyne.CanvasObject) {
	for _, f := range layersOf(CanvasOf(o)) { // also of what the toolkit has forgotten, not having drawn it for a while
		if f.tipFor == o {
			f.hideTip()
		}
	}
}

// HideTips takes away every tooltip of a window, also those that have not appeared yet: something else comes before
// what they are about.
func HideTips(c fyne.Canvas) {
	for _, f := range layersOf(c) {
		f.hideTip()
	}
}

// layersOf gives the layers of a window's content and of what is open over it.
func layersOf(c fyne.Canvas) []*Floats {
	if c == nil {
		return nil
	}
	var out []*Floats
	for _, root := range append(c.Overlays().List(), c.Content()) {
		if f, ok := root.(Floating); ok {
			out = append(out, f.Floats())
		}
	}
	return out
}

func (f *Floats) hideTip() {
	if f.stopTip != nil {
		f.stopTip()
	}
	f.stopTip, f.tipFor = nil, nil
	f.tip.Hide()
}

// TipText gives the text of the tooltip on show; "" for none.
func (f *Floats) TipText() string {
	if !f.tip.Visible() {
		return ""
	}
	return f.tip.text.Text()
}

func (f *Floats) showTip(o fyne.CanvasObject, t Tip) {
	f.tip.set(t)
	p := paintFor(f)
	w := min(f.tip.NaturalWidth(), p.px(320))
	h := f.tip.HeightFor(w)
	at := f.tipPlace(o, fyne.NewSize(w, h))
	place(f.tip, at.X, at.Y, w, h)
	f.tip.Show()
	f.Refresh()
}

// tipPlace finds where the tooltip of an object stands: below it, above it or beside it, the first of these where it lies
// over no other button, else where it lies over least of them.
func (f *Floats) tipPlace(o fyne.CanvasObject, tip fyne.Size) fyne.Position {
	p, driver, all := paintFor(f), fyne.CurrentApp().Driver(), f.Size()
	own, origin := o.Size(), driver.AbsolutePositionForObject(f)
	at := driver.AbsolutePositionForObject(o).Subtract(origin)
	x, y := min(max(at.X, p.px(4)), all.Width-tip.Width-p.px(4)), at.Y+(own.Height-tip.Height)/2
	places := []fyne.Position{
		{X: x, Y: at.Y + own.Height + p.px(6)},
		{X: x, Y: at.Y - tip.Height - p.px(6)},
		{X: at.X + own.Width + p.px(6), Y: y},
		{X: at.X - tip.Width - p.px(6), Y: y},
	}
	best, least := fyne.NewPos(x, max(places[1].Y, 0)), float32(-1)
	for _, place := range places {
		if place.X < 0 || place.Y < 0 || place.X+tip.Width > all.Width || place.Y+tip.Height > all.Height {
			continue
		}
		if c := covered(o, place.Add(origin), tip); least < 0 || c < least {
			best, least = place, c
		}
	}
	return best
}

// covered gives how much of the other buttons in an object's window lies below a rectangle.
func covered(o fyne.CanvasObject, at fyne.Position, size fyne.Size) float32 {
	driver, sum := fyne.CurrentApp().Driver(), float32(0)
	Walk(rootOf(o), func(other fyne.CanvasObject) bool {
		if _, button := other.(interface{ SetTip(t Tip) }); !button || other == o || Contains(other, o) {
			return true
		}
		a := driver.AbsolutePositionForObject(other)
		w := min(a.X+other.Size().Width, at.X+size.Width) - max(a.X, at.X)
		h := min(a.Y+other.Size().Height, at.Y+size.Height) - max(a.Y, at.Y)
		sum += max(w, 0) * max(h, 0)
		return true
	})
	return sum
}

// Children gives the toasts.
func (f *Floats) Children() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(f.toasts))
	for i, t := range f.toasts {
		out[i] = t
	}
	return out
}

// CreateRenderer is the toolkit's way to draw a widget.
func (f *Floats) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   f,
		objects: func() []fyne.CanvasObject { return append(f.Children(), f.tip) },
		min:     func() fyne.Size { return fyne.Size{} },
		layout:  f.layoutToasts,
	}
}

// tipBox is the box of a tooltip.
type tipBox struct {
	widget.BaseWidget

	box  *canvas.Rectangle
	text *Text
}

func newTipBox() *tipBox {
	b := &tipBox{box: &canvas.Rectangle{}, text: NewRuns()}
	b.ExtendBaseWidget(b)
	return b
}

func (b *tipBox) set(t Tip) {
	runs := []Run{{t.Text, Style{Size: SizeCaption, Color: ColorOnInverse}}}
	if t.Keys != "" {
		if t.Text != "" {
			runs[0].Text += "  "
		}
		runs = append(runs, Run{KeyNames(t.Keys), Style{Size: SizeCaption, Color: ColorOnInverse, Bold: true}})
	}
	b.text.SetRuns(runs...)
}

func (b *tipBox) NaturalWidth() float32 { return b.text.NaturalWidth() + paintFor(b).px(16) }

func (b *tipBox) HeightFor(w float32) float32 {
	p := paintFor(b)
	return b.text.HeightFor(w-p.px(16)) + p.px(10)
}

func (b *tipBox) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   b,
		objects: these(b.box, b.text),
		min:     func() fyne.Size { return fyne.Size{} },
		layout: func(s fyne.Size) {
			p := paintFor(b)
			b.box.FillColor, b.box.CornerRadius = p.color(ColorInverse), p.px(4)
			place(b.box, 0, 0, s.Width, s.Height)
			place(b.text, p.px(8), p.px(5), s.Width-p.px(16), s.Height-p.px(10))
		},
	}
}
