package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rowStop takes the focus for a row. It is nothing to be seen: the row draws the ring. It lies all over the row, and the
// toolkit takes what can have the focus for what was clicked: it hands clicks on.
type rowStop struct {
	widget.BaseWidget

	row *Row
}

var (
	_ fyne.Widget            = (*rowStop)(nil)
	_ fyne.Focusable         = (*rowStop)(nil)
	_ fyne.Disableable       = (*rowStop)(nil)
	_ fyne.Tappable          = (*rowStop)(nil)
	_ fyne.SecondaryTappable = (*rowStop)(nil)
	_ Stop                   = (*rowStop)(nil)
)

// Stop is what takes the focus for something larger.
type Stop interface{ Whole() fyne.CanvasObject }

// WholeOf gives what has the focus with all that stands on it: itself, or the row that it takes the focus for. It is nil
// for what is no object.
func WholeOf(f fyne.Focusable) fyne.CanvasObject {
	if s, ok := f.(Stop); ok {
		return s.Whole()
	}
	o, _ := f.(fyne.CanvasObject)
	return o
}

func newRowStop(r *Row) *rowStop {
	s := &rowStop{row: r}
	s.ExtendBaseWidget(s)
	return s
}

// Whole gives the row.
func (s *rowStop) Whole() fyne.CanvasObject { return s.row }

// Tapped does what the row does.
func (s *rowStop) Tapped(ev *fyne.PointEvent) { s.row.Tapped(ev) }

// TappedSecondary opens the row's menu.
func (s *rowStop) TappedSecondary(ev *fyne.PointEvent) { s.row.TappedSecondary(ev) }

// FocusGained shows the focus on the row.
func (s *rowStop) FocusGained() { s.row.press.FocusGained() }

// FocusLost ends that.
func (s *rowStop) FocusLost() { s.row.press.FocusLost() }

// TypedRune does nothing: keys come through TypedKey.
func (s *rowStop) TypedRune(rune) {}

// TypedKey moves between rows by arrows; other keys do what they do on a button.
func (s *rowStop) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyDelete && s.row.spec.Remove != nil {
		if !refuse(s.row) {
			s.row.spec.Remove()
		}
		return
	}
	if (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && s.row.spec.Enter != nil {
		s.row.spec.Enter()
		return
	}
	if !stepFocus(s, ev.Name) {
		s.row.press.TypedKey(ev)
		return
	}
	if c := CanvasOf(s); c != nil {
		if to, ok := c.Focused().(*rowStop); ok && to != s && to.row.spec.Arrived != nil {
			to.row.spec.Arrived()
		}
	}
}

// Enable makes the row one that takes the focus.
func (s *rowStop) Enable() { s.row.press.Enable() }

// Disable makes it one that does not.
func (s *rowStop) Disable() { s.row.press.Disable() }

// Disabled tells which it is.
func (s *rowStop) Disabled() bool { return s.row.press.disabled }

// CreateRenderer is the toolkit's way to draw a widget.
func (s *rowStop) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{owner: s, objects: these(), min: func() fyne.Size { return fyne.Size{} }, layout: func(fyne.Size) {}}
}

// Focusable gives what takes the focus.
func (r *Row) Focusable() fyne.Focusable { return r.stop }

// Tapped does what the row does.
func (r *Row) Tapped(ev *fyne.PointEvent) { r.press.Tapped(ev) }

// MouseIn shows that the pointer is over the row.
func (r *Row) MouseIn(ev *desktop.MouseEvent) { r.press.MouseIn(ev) }

// MouseMoved does nothing; the pointer events come in threes.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (r *Row) MouseOut() { r.press.MouseOut() }

// Cursor is a hand over a row that can be pressed.
func (r *Row) Cursor() desktop.Cursor { return r.press.Cursor() }

// TipText gives what the tooltip says: where nothing else was asked for, all of what the row has room for only in part.
func (r *Row) TipText() string { return r.press.TipText() }
