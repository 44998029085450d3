package ui

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/settings"
)

// fits tells whether the window has room for a size.
func (w *Window) fits(scale float32) bool {
	size := w.shell.Canvas().Size()
	return settings.Fits(scale, size.Width, size.Height)
}

// drawnLook is how everything is drawn in the window as it is.
func (w *Window) drawnLook() settings.Look {
	size := w.shell.Canvas().Size()
	w.drawn = w.cfg.Host.Look().Drawn(size.Width, size.Height)
	return w.drawn
}

// sized draws everything smaller where the window has become too small for the size that was chosen, and at that size again
// once there is room.
func (w *Window) sized(fyne.Size) {
	if w.cfg.Host == nil {
		return
	}
	was := w.drawn
	if was == (settings.Look{}) {
		was = w.cfg.Host.Look()
	}
	if drawn := w.drawnLook(); drawn.Scale != was.Scale {
		w.cfg.Host.Draw(drawn)
		w.shell.Relabel()
	}
}
