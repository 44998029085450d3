package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// cursorOf finds the cursor among what the toolkit draws of a field; nil where it is not where it was. The toolkit keeps
// it to itself: what shows the text, in the part that scrolls, holds one rectangle, and gives the same one to each renderer.
func cursorOf(parts []fyne.CanvasObject) *canvas.Rectangle {
	for _, o := range parts {
		scroll, ok := o.(*container.Scroll)
		if !ok {
			continue
		}
		content, ok := scroll.Content.(fyne.Widget)
		if !ok {
			return nil
		}
		for _, part := range content.CreateRenderer().Objects() {
			if cursor, ok := part.(*canvas.Rectangle); ok {
				return cursor
			}
		}
	}
	return nil
}

// blinks makes the field's cursor blink while somebody can type; nil is one that can't.
func (e *entry) blinks(cursor *canvas.Rectangle) {
	if cursor == nil {
		return
	}
	e.blink.stop()
	e.blink.show = func(on bool) {
		cursor.Hidden = !on
		cursor.Refresh() // the toolkit draws anew where something is hidden, and not where it is shown
	}
	e.lively()
}

// lively shows the cursor and begins to blink anew, or ends it where nobody can type.
func (e *entry) lively() {
	if e.focused && !e.Disabled() {
		e.blink.start()
	} else {
		e.blink.stop()
	}
}

// Disable makes the field read-only.
func (e *entry) Disable() {
	e.Entry.Disable()
	e.lively()
}

// Enable makes it editable again.
func (e *entry) Enable() {
	e.Entry.Enable()
	e.lively()
}

// Hide ends what moves by itself.
func (e *entry) Hide() {
	e.Entry.Hide()
	e.blink.stop()
}
