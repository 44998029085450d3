package shell

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// Cover hides what is over the page, because others begin to look: in each open dialog a text stands in the place of
// what is in it, its title too; messages, menus and the palette go. What is opened afterwards is not covered.
func (s *Shell) Cover(text string) {
	s.frame.floats.DismissToasts()
	s.undo = nil
	for _, top := range slices.Backward(slices.Clone(s.canvas.Overlays().List())) {
		switch o := top.(type) {
		case *Open:
			o.floats.DismissToasts()
			o.cover(text)
		case kit.Escaper:
			o.Escape()
		}
	}
}

// Uncover shows the dialogs that are still open as they were.
func (s *Shell) Uncover() {
	for _, top := range s.canvas.Overlays().List() {
		if o, ok := top.(*Open); ok {
			o.uncover()
		}
	}
}

// cover puts a text in the place of all that the dialog says; only closing it is left.
func (o *Open) cover(text string) {
	if o.covered {
		return
	}
	o.covered, o.had = true, o.host.canvas.Focused()
	o.curtain.SetText(text)
	o.hideParts()
	if o.cancel != nil && o.host.canvas.Overlays().Top() == fyne.CanvasObject(o) {
		o.host.canvas.Focus(o.cancel)
	}
}

func (o *Open) uncover() {
	if !o.covered {
		return
	}
	o.covered = false
	o.hideParts()
	if o.host.canvas.Overlays().Top() != fyne.CanvasObject(o) {
		return
	}
	if o.had == nil {
		o.firstFocus()
		return
	}
	if !kit.FocusOn(o.host.canvas, o.had) {
		o.firstFocus()
	}
}

func show(o fyne.CanvasObject, on bool) {
	switch b, button := o.(*kit.Button); {
	case button && b == nil:
	case on:
		o.Show()
	default:
		o.Hide()
	}
}

// hideParts shows the curtain, or what lies behind it.
func (o *Open) hideParts() {
	o.curtain.Hidden = !o.covered
	for _, part := range []fyne.CanvasObject{o.title, o.scroll, o.confirm} {
		show(part, !o.covered)
	}
	if o.covered {
		o.host.canvas.Unfocus()
	}
	o.Relayout()
	o.all.Refresh()
}
