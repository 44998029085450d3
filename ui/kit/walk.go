package kit

import "fyne.io/fyne/v2"

// Parent is a widget that holds other objects. Widgets of a feature that hold fields or buttons answer it too:
// it is how a page finds out what lies in it, to scroll to what has the focus.
type Parent interface{ Children() []fyne.CanvasObject }

// Walk visits an object and all that is visible in it, in reading order, until visit gives false.
// It gives false when it was stopped.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject) bool) bool {
	if o == nil || !o.Visible() {
		return true
	}
	if !visit(o) {
		return false
	}
	for _, child := range inside(o) {
		if !Walk(child, visit) {
			return false
		}
	}
	return true
}

// inside gives what lies in an object, in reading order.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch v := o.(type) {
	case *fyne.Container:
		return v.Objects
	case Parent:
		return v.Children()
	}
	return nil
}

// Contains tells whether an object lies in another.
func Contains(root, o fyne.CanvasObject) bool {
	return !Walk(root, func(c fyne.CanvasObject) bool { return c != o })
}

// FirstFocusable gives the first object in root that can have the focus now; nil for none.
func FirstFocusable(root fyne.CanvasObject) fyne.Focusable {
	var found fyne.Focusable
	Walk(root, func(o fyne.CanvasObject) bool {
		f, ok := o.(fyne.Focusable)
		if d, off := o.(fyne.Disableable); ok && (!off || !d.Disabled()) {
			found = f
			return false
		}
		return true
	})
	return found
}

// CanvasOf gives the canvas that an object is on; nil for none. The toolkit knows only what it has drawn: for an
// object that was put into the window a moment ago it is the canvas of the only window there is.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if all := driver.AllWindows(); len(all) == 1 {
		return all[0].Canvas()
	}
	return nil
}

// FocusOn gives the focus to what is on the canvas, and to nothing else: what had it before may have been made anew
// meanwhile, and the toolkit complains of what has gone. It tells whether it was there.
func FocusOn(c fyne.Canvas, f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	if !ok {
		return false
	}
	for _, root := range append(c.Overlays().List(), c.Content()) {
		if root != nil && Contains(root, o) {
			c.Focus(f)
			return true
		}
	}
	return false
}

// FocusIn gives the focus to the first object in root that can have it, and brings it back into view where it has the focus
// already; false where there is none.
func FocusIn(root fyne.CanvasObject) bool {
	f := FirstFocusable(root)
	c := CanvasOf(root)
	if f == nil || c == nil {
		return false
	}
	if o, ok := f.(fyne.CanvasObject); ok && c.Focused() == f {
		Reveal(o)
	}
	return FocusOn(c, f) // a page that has gone meanwhile takes it from nobody
}

// stepFocus moves the focus to the neighbour by the Up and Down keys, and tells whether the key was one of them.
func stepFocus(o fyne.CanvasObject, key fyne.KeyName) bool {
	c := CanvasOf(o)
	if c == nil {
		return false
	}
	switch key {
	case fyne.KeyDown:
		c.FocusNext()
	case fyne.KeyUp:
		c.FocusPrevious()
	default:
		return false
	}
	return true
}

// Focusables gives everything in root that can have the focus now, in reading order.
func Focusables(root fyne.CanvasObject) []fyne.Focusable {
	var out []fyne.Focusable
	Walk(root, func(o fyne.CanvasObject) bool {
		f, ok := o.(fyne.Focusable)
		if d, off := o.(fyne.Disableable); ok && (!off || !d.Disabled()) {
			out = append(out, f)
		}
		return true
	})
	return out
}

// Revealer is a window's content, or a dialog, that can scroll an object into view.
type Revealer interface{ Reveal(o fyne.CanvasObject) }

// Hovering is a window's content that is told what the pointer has come to, of what can be pressed.
type Hovering interface{ Hovered(o fyne.CanvasObject) }

func hovered(o fyne.CanvasObject) {
	if h, ok := rootOf(o).(Hovering); ok {
		h.Hovered(o)
	}
}

// rootOf gives what lies on top of an object's window: the topmost overlay or the content.
func rootOf(o fyne.CanvasObject) fyne.CanvasObject {
	c := CanvasOf(o)
	if c == nil {
		return nil
	}
	if top := c.Overlays().Top(); top != nil {
		return top
	}
	return c.Content()
}

// reveal asks the window to scroll to an object that has got the focus.
func reveal(o fyne.CanvasObject) { Reveal(o) }

// Reveal scrolls an object into view, if the window's content or the dialog that it stands in scrolls.
func Reveal(o fyne.CanvasObject) {
	if r, ok := rootOf(o).(Revealer); ok {
		r.Reveal(o)
	}
}

// Texts gives every text in an object that can be seen, in reading order: what a test, or somebody who copies
// a page as text, finds on it.
func Texts(root fyne.CanvasObject) []string {
	var out []string
	Walk(root, func(o fyne.CanvasObject) bool {
		if s, ok := o.(interface{ Text() string }); ok && s.Text() != "" {
			out = append(out, s.Text())
		}
		return true
	})
	return out
}
