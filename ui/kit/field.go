package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// field is a control with its label above and a message below: an error in red, or a hint.
type field struct {
	widget.BaseWidget

	self    fyne.Widget
	label   *Text
	control fyne.CanvasObject
	message *Text
	hint    string // stands below while nothing is wrong
	failed  bool
	focused bool
	framed  bool // the control draws no box of its own
	grows   bool // takes all the height that there is, as fields of several lines do
	glow    *canvas.Rectangle
	frame   *frame
}

func (f *field) start(self fyne.Widget, label string, control fyne.CanvasObject) {
	f.self, f.control = self, control
	f.label = NewLine(label, Style{Size: SizeCaption, Color: ColorMuted, Bold: true})
	f.message = NewText("", CaptionIn(ColorDanger))
	f.glow, f.frame = &canvas.Rectangle{}, newFrame()
	f.label.Hidden, f.message.Hidden = label == "", true
	f.ExtendBaseWidget(self)
}

// SetLabel changes the label; an empty one takes no room.
func (f *field) SetLabel(label string) {
	f.label.Hidden = label == ""
	f.label.SetText(label)
	f.self.Refresh()
}

// SetError shows what is wrong with the field; "" for nothing, which shows the hint again.
func (f *field) SetError(text string) {
	if text == "" {
		f.say(f.hint, false)
		return
	}
	f.say(text, true)
}

// SetFailed frames a field whose error stands elsewhere, because there is no room for it below the field; false takes the
// frame away.
func (f *field) SetFailed(on bool) {
	if f.failed != on {
		f.failed = on
		f.self.Refresh()
	}
}

// SetHint shows a line of help below the field; "" for none. While something is wrong, that stands there.
func (f *field) SetHint(text string) {
	f.hint = text
	if !f.failed {
		f.say(text, false)
	}
}

// Error gives the error on show; "" for none.
func (f *field) Error() string {
	if !f.failed {
		return ""
	}
	return f.message.Text()
}

func (f *field) say(text string, failed bool) {
	if f.failed == failed && f.message.Text() == text {
		return
	}
	f.failed = failed
	style := Caption()
	if failed {
		style = CaptionIn(ColorDanger)
	}
	f.message.SetRuns(Run{text, style})
	f.message.Hidden = text == ""
	f.self.Refresh()
	Relayout(f.self)
	if failed && f.focused {
		Reveal(f.self)
	}
}

// Children gives label, control and message.
func (f *field) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.label, f.control, f.message}
}

// HeightFor gives the height of all three at a width.
func (f *field) HeightFor(width float32) float32 {
	p := paintFor(f.self)
	h := f.controlHeight(width)
	if f.label.Visible() {
		h += f.label.HeightFor(width) + p.px(4)
	}
	if f.message.Visible() {
		h += f.message.HeightFor(width) + p.px(4)
	}
	return h
}

func (f *field) controlHeight(width float32) float32 {
	return max(HeightFor(f.control, width), paintFor(f.self).size(SizeControl))
}

// NaturalWidth is what a field would like.
func (f *field) NaturalWidth() float32 { return paintFor(f.self).px(220) }

// CreateRenderer is the toolkit's way to draw a widget.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   f.self,
		objects: these(f.glow, f.frame.outer, f.frame.inner, f.label, f.control, f.message),
		min: func() fyne.Size {
			w := max(f.Size().Width, paintFor(f.self).px(80))
			return fyne.NewSize(paintFor(f.self).px(80), f.HeightFor(w))
		},
		layout: f.layout,
	}
}

func (f *field) layout(s fyne.Size) {
	p, y := paintFor(f.self), float32(0)
	if f.label.Visible() {
		h := f.label.HeightFor(s.Width)
		place(f.label, 0, 0, s.Width, h)
		y = h + p.px(4)
	}
	below := float32(0)
	if f.message.Visible() {
		below = f.message.HeightFor(s.Width) + p.px(4)
	}
	h := f.controlHeight(s.Width)
	if f.grows {
		h = max(s.Height-y-below, h)
	}
	inset := float32(0)
	if f.framed {
		inset = p.px(4)
	}
	place(f.control, inset, y, s.Width-2*inset, h)
	place(f.glow, -p.px(2), y-p.px(2), s.Width+p.px(4), h+p.px(4))
	f.glow.FillColor, f.glow.CornerRadius, f.glow.Hidden = p.color(ColorFocusRing), p.px(8), !f.focused
	border := ColorHairline
	switch {
	case f.failed:
		border = ColorDanger
	case f.focused:
		border = ColorAccent
	}
	f.frame.style(p, border, ColorCard, p.px(6))
	f.frame.place(0, y, s.Width, h, p.px(1))
	f.frame.show(f.framed)
	if f.message.Visible() {
		place(f.message, 0, y+h+p.px(4), s.Width, below-p.px(4))
	}
}

// watch makes the field show that its entry has the focus.
func (f *field) watch(e typing, lost func()) {
	f.framed = true
	e.hears().onFocus = func(on bool) {
		if f.focused = on; on && f.failed && !e.hears().pressing { // what is wrong stands below the entry, and is to be read, too
			Reveal(f.self)
		}
		if !on && lost != nil {
			lost()
		}
		f.self.Refresh()
	}
}

// Relayouter is a window's content that lays itself out anew when something in it became taller or shorter.
type Relayouter interface{ Relayout() }

// Relayout tells the window of an object that its height changed. The toolkit's drivers find out by
// themselves, but only as far up as minimum sizes change, and only when they next draw.
func Relayout(o fyne.CanvasObject) {
	if r, ok := rootOf(o).(Relayouter); ok {
		r.Relayout()
	}
}
