package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pressable is what everything has in common that can be pressed: pointer, focus, keys, being off, a tooltip.
// A widget embeds it and calls start with itself.
type pressable struct {
	widget.BaseWidget

	self     fyne.Widget
	onTap    func()
	onMenu   func(at fyne.Position) // at is absolute on the canvas
	tip      Tip
	rest     func() string // what is shown only in part, to be told where there is no tip; nil: all is shown
	hovered  bool
	focused  bool
	disabled bool
	writes   bool          // it changes what is shown
	because  func() string // why it does nothing now; "" where it does, nil where it always does
	onState  func()        // pointer or focus have come or gone; nil for nobody
}

func (b *pressable) start(self fyne.Widget, tap func()) {
	b.self, b.onTap = self, tap
	b.ExtendBaseWidget(self)
}

// Tapped runs the action. A widget that is off does nothing, and one that would change what can only be read says that.
func (b *pressable) Tapped(ev *fyne.PointEvent) {
	if !b.disabled && b.onTap != nil {
		Click(b.self, ev, b.press)
	}
}

func (b *pressable) press() {
	HideTip(b.self)
	if b.writes && refuse(b.self) {
		return
	}
	b.onTap()
	touched(b.self)
}

// MouseIn shows that the pointer is over the widget, and its tooltip a moment later.
func (b *pressable) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.state()
	hovered(b.self)
	scheduleTip(b.self, b.told())
}

// MouseMoved does nothing; the pointer events come in threes.
func (b *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (b *pressable) MouseOut() {
	b.hovered = false
	b.state()
	HideTip(b.self)
}

// FocusGained shows the focus, and the tooltip a moment later.
func (b *pressable) FocusGained() {
	b.focused = true
	b.state()
	reveal(b.self)
	scheduleTip(b.self, b.told())
}

// FocusLost ends what FocusGained began.
func (b *pressable) FocusLost() {
	b.focused = false
	b.state()
	HideTip(b.self)
}

// state shows whether pointer and focus are on the widget.
func (b *pressable) state() {
	b.self.Refresh()
	if b.onState != nil {
		b.onState()
	}
}

// TypedRune does nothing: keys come through TypedKey.
func (b *pressable) TypedRune(rune) {}

// TypedKey runs the action on Enter and Space and sends other keys on to the window.
func (b *pressable) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	case keyMenu, fyne.KeyF10: // F10 with Shift, which the toolkit does not tell apart
		if b.onMenu != nil {
			b.openMenu(fyne.NewPos(b.self.Size().Width/4, b.self.Size().Height))
			return
		}
		BubbleKey(b.self, ev)
	default:
		BubbleKey(b.self, ev)
	}
}

// keyMenu is the key beside the right Ctrl on keyboards that have it.
const keyMenu = desktop.KeyMenu

func (b *pressable) openMenu(inside fyne.Position) {
	HideTip(b.self)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.self)
	b.onMenu(at.Add(inside))
}

// Disable turns the widget off.
func (b *pressable) Disable() { b.setDisabled(true) }

// Enable turns the widget on.
func (b *pressable) Enable() { b.setDisabled(false) }

// Disabled tells whether the widget is off.
func (b *pressable) Disabled() bool { return b.disabled }

func (b *pressable) setDisabled(off bool) {
	if b.disabled != off {
		b.disabled = off
		b.self.Refresh()
	}
}

// Cursor is a hand while the widget is on.
func (b *pressable) Cursor() desktop.Cursor {
	if b.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// SetTip sets the text that appears when the pointer or the focus rests on the widget, and the keys that do the same.
func (b *pressable) SetTip(t Tip) { b.tip = t }

// TipText gives what the tooltip says.
func (b *pressable) TipText() string { return b.told().Text }

// BubbleKey sends a key that a focused widget does not use on to the window's own handler. The toolkit gives
// keys to the focused widget alone, so without this Escape and F1 would die in the first field.
func BubbleKey(from fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := CanvasOf(from) // also of what has the focus before it was first drawn: quick hands are quicker than that
	if c == nil {
		return
	}
	if handle := c.OnTypedKey(); handle != nil {
		handle(ev)
	}
}

// BubbleShortcut sends a shortcut that a focused widget does not use on to the window.
func BubbleShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	if to, ok := CanvasOf(from).(fyne.Shortcutable); ok {
		to.TypedShortcut(s)
	}
}
