package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Toast is a short message that goes away by itself, often with an Undo.
type Toast struct {
	widget.BaseWidget

	box     *canvas.Rectangle
	text    *Text
	actions []*Button
	stop    func()
	home    *Floats // the layer it stands on
}

var _ fyne.Widget = (*Toast)(nil)

// maxToasts is how many stand at once; an older one goes.
const maxToasts = 3

// ToastSpec is what a toast says and does.
type ToastSpec struct {
	Text     string
	Action   string // label of the button; "" for none
	Do       func() // what the button does
	Second   string // label of another button; "" for none
	DoSecond func()
	Danger   bool // something went wrong
	For      time.Duration
}

// Toast shows a message at the bottom of the layer.
func (f *Floats) Toast(spec ToastSpec) *Toast {
	t := newToast(spec)
	t.home = f
	gone := func() { t.home.dismiss(t) }
	t.offer(spec.Action, gone, spec.Do)
	t.offer(spec.Second, gone, spec.DoSecond)
	f.toasts = append(f.toasts, t)
	for len(f.toasts) > maxToasts {
		f.dismiss(f.toasts[0])
	}
	if spec.For <= 0 {
		spec.For = 8 * time.Second
	}
	t.stop = f.after(spec.For, gone)
	f.Refresh()
	return t
}

// offer adds a button that takes the message away and then does something.
func (t *Toast) offer(label string, gone, do func()) {
	if label == "" {
		return
	}
	b := NewButton(label, Quiet, func() {
		gone()
		if do != nil {
			do()
		}
	})
	b.inverse = true
	t.actions = append(t.actions, b)
}

// Toasts gives the messages on show, the newest last.
func (f *Floats) Toasts() []string {
	out := make([]string, len(f.toasts))
	for i, t := range f.toasts {
		out[i] = t.text.Text()
	}
	return out
}

// RunNewestToast presses the button of the newest toast that has one; false where there is none.
func (f *Floats) RunNewestToast() bool {
	for i := len(f.toasts) - 1; i >= 0; i-- {
		if a := f.toasts[i].actions; len(a) > 0 {
			a[0].Tapped(nil)
			return true
		}
	}
	return false
}

// MoveTo hands the messages on show to another layer: that of the window, when the dialog they stood over goes.
func (f *Floats) MoveTo(to *Floats) {
	for _, t := range f.toasts {
		t.home = to
	}
	to.toasts = append(to.toasts, f.toasts...)
	f.toasts = nil
	for len(to.toasts) > maxToasts {
		to.dismiss(to.toasts[0])
	}
	to.Refresh()
}

// Dismiss takes the message away, if it is still on show.
func (t *Toast) Dismiss() { t.home.dismiss(t) }

// DismissToasts takes all messages away.
func (f *Floats) DismissToasts() {
	for len(f.toasts) > 0 {
		f.dismiss(f.toasts[0])
	}
}

func (f *Floats) dismiss(t *Toast) {
	for i, have := range f.toasts {
		if have == t {
			if t.stop != nil {
				t.stop()
			}
			f.toasts = append(f.toasts[:i:i], f.toasts[i+1:]...)
			f.Refresh()
			return
		}
	}
}

func (f *Floats) layoutToasts(size fyne.Size) {
	p := paintFor(f)
	y := size.Height - p.px(44)
	for i := len(f.toasts) - 1; i >= 0; i-- {
		t := f.toasts[i]
		w := min(t.NaturalWidth(), size.Width-p.px(32))
		h := t.HeightFor(w)
		y -= h
		place(t, (size.Width-w)/2, y, w, h)
		y -= p.px(8)
	}
}

func newToast(spec ToastSpec) *Toast {
	style := Style{Color: ColorOnInverse}
	if spec.Danger {
		style.Bold = true
	}
	t := &Toast{box: &canvas.Rectangle{}, text: NewText(spec.Text, style)}
	t.ExtendBaseWidget(t)
	return t
}

// NaturalWidth gives the width of the message on one line.
func (t *Toast) NaturalWidth() float32 {
	return t.text.NaturalWidth() + t.actionWidth() + paintFor(t).px(32)
}

func (t *Toast) actionWidth() float32 {
	w := float32(0)
	for _, a := range t.actions {
		w += a.MinSize().Width
	}
	if w > 0 {
		w += paintFor(t).px(12)
	}
	return w
}

// HeightFor gives the height of the message at a width.
func (t *Toast) HeightFor(width float32) float32 {
	p := paintFor(t)
	h := t.text.HeightFor(width-t.actionWidth()-p.px(32)) + p.px(20)
	return max(h, p.size(SizeControl)+p.px(10))
}

// Children gives text and buttons.
func (t *Toast) Children() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.text}
	for _, a := range t.actions {
		out = append(out, a)
	}
	return out
}

// CreateRenderer is the toolkit's way to draw a widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   t,
		objects: func() []fyne.CanvasObject { return append([]fyne.CanvasObject{t.box}, t.Children()...) },
		min:     func() fyne.Size { return fyne.Size{} },
		layout: func(s fyne.Size) {
			p := paintFor(t)
			t.box.FillColor, t.box.CornerRadius = p.color(ColorInverse), p.px(8)
			place(t.box, 0, 0, s.Width, s.Height)
			aw := t.actionWidth()
			tw := s.Width - aw - p.px(32)
			th := t.text.HeightFor(tw)
			place(t.text, p.px(16), (s.Height-th)/2, tw, th)
			x := s.Width - aw + p.px(4)
			for _, a := range t.actions {
				m := a.MinSize()
				place(a, x, (s.Height-m.Height)/2, m.Width, m.Height)
				x += m.Width
			}
		},
	}
}
