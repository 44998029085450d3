package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// mostHeld is how long keys are held for a dialog that does not come: longer than any read takes, and short enough for nobody to
// think that the keyboard is dead.
const mostHeld = 3 * time.Second

// keyHold takes the keys between a command and the form that it opens, which first reads what it shows: without it they would
// act on the page below, by a letter on a list or by a space on a button, and be missing in the form.
type keyHold struct {
	widget.BaseWidget

	shell *Shell
	back  fyne.Focusable // what had the focus; may be nil
	keys  []func(fyne.Focusable)
	stop  func() // ends the wait
}

var (
	_ fyne.Widget    = (*keyHold)(nil)
	_ fyne.Focusable = (*keyHold)(nil)
)

func newKeyHold(s *Shell) *keyHold {
	h := &keyHold{shell: s, stop: func() {}}
	h.ExtendBaseWidget(h)
	h.Hide()
	return h
}

// CreateRenderer is the toolkit's way to draw a widget: there is nothing to see.
func (h *keyHold) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// FocusGained and FocusLost are the toolkit's. What takes the focus away has a place for keys of its own.
func (h *keyHold) FocusGained() {}

// FocusLost ends the hold.
func (h *keyHold) FocusLost() { h.end() }

// TypedRune holds a letter.
func (h *keyHold) TypedRune(r rune) {
	h.keys = append(h.keys, func(to fyne.Focusable) { to.TypedRune(r) })
}

// TypedKey holds a key; Escape gives up what was asked for.
func (h *keyHold) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		h.letGo()
		return
	}
	key := *ev
	h.keys = append(h.keys, func(to fyne.Focusable) { to.TypedKey(&key) })
}

// HoldKeys holds what is typed from now on until a dialog opens, which gets it: whoever asked for a form by the keyboard types on
// at once, and the form may have to wait for a former step to be written. Where it was not asked for by a key, or is to open over
// a dialog, nothing is held.
func (s *Shell) HoldKeys() {
	h := s.frame.hold
	if !s.Commands.pressing || h.Visible() || s.closed || s.canvas.Overlays().Top() != nil {
		return
	}
	h.back, h.keys = s.canvas.Focused(), nil
	h.Show()
	s.canvas.Focus(h)
	h.stop = s.cfg.After(mostHeld, h.letGo)
}

// end is the end of a hold, which leaves the focus where it is.
func (h *keyHold) end() {
	h.stop()
	h.stop = func() {}
	h.Hide()
}

// take ends a hold: the focus is where it was. It gives what was typed.
func (h *keyHold) take() []func(fyne.Focusable) {
	if !h.Visible() {
		return nil
	}
	keys, back, c := h.keys, h.back, h.shell.canvas
	h.keys, h.back = nil, nil
	h.end()
	if back != nil && h.shell.onShow(back) {
		c.Focus(back)
	} else {
		c.Unfocus()
	}
	return keys
}

// letGo ends a hold for which no dialog came: what was typed belongs nowhere.
func (h *keyHold) letGo() { h.take() }

// give types what was held into what has the focus now.
func (h *keyHold) give(keys []func(fyne.Focusable)) {
	for _, key := range keys {
		if to := h.shell.canvas.Focused(); to != nil { // a key may give it to something else
			key(to)
		}
	}
}
