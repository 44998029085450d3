package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Toast is a short message that goes away by itself, often with an Undo. It stays while the pointer or the focus is on
// it: nobody has to hurry.
type Toast struct {
	widget.BaseWidget

	spec    ToastSpec
	box     *canvas.Rectangle
	text    *Text // on one line
	small   *Text // in its place where that line would be too long
	actions []*Button
	cross   *IconButton
	hovered bool
	back    fyne.Focusable // what had the focus before it came here by key
	stop    func()         // the timer; nil while it is held
	home    *Floats        // the layer it stands on
}

var (
	_ fyne.Widget       = (*Toast)(nil)
	_ desktop.Hoverable = (*Toast)(nil)
)

// How many messages stand at once about something that went wrong, and of those that stand apart; an older one goes.
const (
	maxErrors = 2
	maxApart  = 3
)

// ToastSpec is what a toast says and does.
type ToastSpec struct {
	Text     string
	Action   string // label of the button; "" for none
	Do       func() // what the button does
	Second   string // label of another button; "" for none
	DoSecond func()
	Danger   bool   // something went wrong
	Close    string // tooltip of the cross that takes it away
	Apart    bool   // it is about nothing that was done, and takes no other message's place
	For      time.Duration
}

// Toast shows a message in the room that the layer keeps for messages. The one before goes, unless it says that
// something went wrong.
func (f *Floats) Toast(spec ToastSpec) *Toast {
	if spec.For <= 0 {
		spec.For = 8 * time.Second
	}
	t := newToast(spec)
	t.home = f
	t.offer(spec.Action, spec.Do)
	t.offer(spec.Second, spec.DoSecond)
	t.cross = NewIconButton("close", Tip{Text: spec.Close}, t.Dismiss)
	t.cross.inverse, t.cross.onState = true, t.hold
	f.toasts = append(f.toasts, t)
	f.thin()
	t.hold()
	f.changed()
	return t
}

// thin leaves the newest message, the newest that stand apart, and the newest ones about something that went wrong.
func (f *Floats) thin() {
	errors, apart, said := 0, 0, false
	for _, t := range slices.Backward(slices.Clone(f.toasts)) {
		switch {
		case t.spec.Danger && errors < maxErrors:
			errors++
		case t.spec.Apart && apart < maxApart:
			apart++
		case !t.spec.Danger && !t.spec.Apart && !said:
			said = true
		default:
			f.dismiss(t)
		}
	}
}

// offer adds a button that takes the message away and then does something.
func (t *Toast) offer(label string, do func()) {
	if label == "" {
		return
	}
	b := NewButton(label, Quiet, func() {
		t.Dismiss()
		if do != nil {
			do()
		}
	})
	b.inverse, b.onState = true, t.hold
	b.onKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			t.Dismiss()
		}
		return ev.Name == fyne.KeyEscape
	}
	t.actions = append(t.actions, b)
}

// held tells whether the pointer or the focus is on the message.
func (t *Toast) held() bool {
	on := t.hovered || t.cross.hovered || t.cross.focused
	for _, a := range t.actions {
		on = on || a.hovered || a.focused
	}
	return on
}

// hold stops the time while somebody is at the message, and lets it begin anew afterwards.
func (t *Toast) hold() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	if !t.held() {
		t.stop = t.home.after(t.spec.For, t.Dismiss)
	}
}

// MouseIn holds the message.
func (t *Toast) MouseIn(*desktop.MouseEvent) {
	t.hovered = true
	t.hold()
}

// MouseMoved does nothing; the pointer events come in threes.
func (t *Toast) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets it go.
func (t *Toast) MouseOut() {
	t.hovered = false
	t.hold()
}

// FocusToast gives the focus to the newest message or, where a message has it, to the one before; it tells whether there is
// one. When it goes, what had the focus before has it again.
func (f *Floats) FocusToast() bool {
	next := len(f.toasts)
	if c := CanvasOf(f); c != nil && c.Focused() != nil {
		if at := slices.IndexFunc(f.toasts, func(t *Toast) bool { return t.has(c.Focused()) }); at >= 0 {
			next = at
		}
	}
	return f.focusToast(next - 1)
}

// FocusNewestToast gives the focus to the newest message, and tells whether there is one.
func (f *Floats) FocusNewestToast() bool { return f.focusToast(len(f.toasts) - 1) }

func (f *Floats) focusToast(i int) bool {
	if i < 0 {
		return false
	}
	t, c := f.toasts[i], CanvasOf(f)
	first := FirstFocusable(t)
	if c == nil || first == nil {
		return false
	}
	if was := c.Focused(); was != nil && !t.has(was) {
		t.back = was
		for _, other := range f.toasts {
			if other.has(was) {
				t.back = other.back
			}
		}
	}
	c.Focus(first)
	return true
}

// has tells whether something stands on the message.
func (t *Toast) has(o fyne.Focusable) bool { return slices.Contains(Focusables(t), o) }

// leave gives the focus back, where the message that goes has it.
func (t *Toast) leave() {
	c := CanvasOf(t.home)
	if c == nil || c.Focused() == nil || !t.has(c.Focused()) {
		return
	}
	if t.back == nil || !FocusOn(c, t.back) {
		c.Unfocus()
	}
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
	if len(f.toasts) == 0 {
		return
	}
	for _, t := range f.toasts {
		t.home = to
	}
	to.toasts = append(to.toasts, f.toasts...)
	f.toasts = nil
	to.thin()
	to.changed()
}

// Shown tells whether the message is on show.
func (t *Toast) Shown() bool { return slices.Contains(t.home.toasts, t) }

// Renew lets the message say something else while it stands, as what is true now; second is the label of its other button,
// which goes where that is "".
func (t *Toast) Renew(text, second string) {
	if !t.Shown() || t.text.Text() == text && t.spec.Second == second {
		return
	}
	t.text.SetText(text)
	t.small.SetText(text)
	if n := len(t.actions); t.spec.Second != "" && t.spec.Second != second {
		if second == "" {
			t.actions = t.actions[:n-1]
		} else {
			t.actions[n-1].SetText(second)
		}
		t.spec.Second = second
	}
	t.Refresh()
	t.home.changed()
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
			t.leave()
			if t.stop != nil {
				t.stop()
			}
			HideTip(t.cross)
			f.toasts = append(f.toasts[:i:i], f.toasts[i+1:]...)
			f.changed()
			return
		}
	}
}

// ToastPlace is where messages stand, in the toolkit's units: from Left to Right of the layer, and first in a strip at its
// foot that is Foot high and has nothing in it that can be pressed, so that a message moves nothing when it comes or goes.
type ToastPlace struct{ Left, Right, Foot float32 }

// SetPlace says where messages stand. changed is called when they come or go: whoever holds the layer makes room for those
// that the foot is too small for.
func (f *Floats) SetPlace(at ToastPlace, changed func()) { f.at, f.onToasts = at, changed }

// ToastRoom gives the height that messages need above the foot; 0 where they stand in it. What can be pressed must not lie
// there.
func (f *Floats) ToastRoom() float32 {
	if len(f.toasts) == 0 {
		return 0
	}
	p, h := paintFor(f), float32(0)
	for i, t := range f.toasts {
		th := t.HeightFor(f.toastWidth(t))
		if i == len(f.toasts)-1 && th <= f.at.Foot {
			h += f.at.Foot
		} else {
			h += th + p.px(8)
		}
	}
	return max(h-f.at.Foot, 0)
}

// ToastsTo gives where the messages in the foot end, from the layer's left; 0 where there are none.
func (f *Floats) ToastsTo() float32 {
	if len(f.toasts) == 0 {
		return 0
	}
	return f.at.Left + f.toastWidth(f.toasts[len(f.toasts)-1])
}

func (f *Floats) toastWidth(t *Toast) float32 { return min(t.NaturalWidth(), f.at.Right-f.at.Left) }

// changed shows other messages.
func (f *Floats) changed() {
	if f.onToasts != nil {
		f.onToasts()
	}
	f.Refresh()
}

func (f *Floats) layoutToasts(size fyne.Size) {
	p, y := paintFor(f), size.Height
	for i, t := range slices.Backward(f.toasts) {
		w := f.toastWidth(t)
		h := t.HeightFor(w)
		if i == len(f.toasts)-1 && h <= f.at.Foot {
			place(t, f.at.Left, y-(f.at.Foot+h)/2, w, h)
			y -= f.at.Foot
			continue
		}
		y -= h + p.px(8)
		place(t, f.at.Left, y, w, h)
	}
}

func newToast(spec ToastSpec) *Toast {
	style := Style{Color: ColorOnInverse, Bold: spec.Danger}
	small := style
	small.Size = SizeCaption
	t := &Toast{spec: spec, box: &canvas.Rectangle{}, text: NewText(spec.Text, style), small: NewText(spec.Text, small)}
	t.small.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// NaturalWidth gives the width of the message on one line.
func (t *Toast) NaturalWidth() float32 {
	return t.text.NaturalWidth() + t.actionWidth() + paintFor(t).px(toastPad)
}

func (t *Toast) actionWidth() float32 {
	w := t.cross.MinSize().Width + paintFor(t).px(4)
	for _, a := range t.actions {
		w += a.MinSize().Width
	}
	return w
}

// toastPad is the room beside text and buttons together, in units.
const toastPad = 28

// fit chooses the text that is shown at a width, and gives it with its width.
func (t *Toast) fit(width float32) (*Text, float32) {
	room := width - t.actionWidth() - paintFor(t).px(toastPad)
	t.text.Hidden = t.text.NaturalWidth() > room+0.5
	t.small.Hidden = !t.text.Hidden
	if t.text.Hidden {
		return t.small, room
	}
	return t.text, room
}

// HeightFor gives the height of the message at a width.
func (t *Toast) HeightFor(width float32) float32 {
	p := paintFor(t)
	text, room := t.fit(width)
	h := text.HeightFor(room)
	least, airy := max(h, p.size(SizeControl))+p.px(4), max(h+p.px(12), p.size(SizeControl))+p.px(4)
	if t.home != nil && least <= t.home.at.Foot { // room around several lines is not worth moving the page for
		return max(min(airy, t.home.at.Foot), least)
	}
	return airy
}

// Children gives text and buttons.
func (t *Toast) Children() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.text, t.small}
	for _, a := range t.actions {
		out = append(out, a)
	}
	return append(out, t.cross)
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
			text, tw := t.fit(s.Width)
			th := text.HeightFor(tw)
			place(text, p.px(16), (s.Height-th)/2, tw, th)
			x := s.Width - t.actionWidth()
			for _, a := range t.Children()[2:] {
				m := a.MinSize()
				place(a, x, (s.Height-m.Height)/2, m.Width, m.Height)
				x += m.Width
			}
		},
	}
}
