package main

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.3/glfw"

	"mentorbook/storage/machine"
)

// The size of a window that nobody has sized yet, in the toolkit's units, and the least one that was ever meant.
const (
	usualWidth, usualHeight = 1280, 800
	leastSide               = 200
)

// What a window manager draws around a window, in pixels: it is known only once the window is there, and then it is
// too late.
const (
	edges    = 8
	titlebar = 40
)

// room is what the screen has left for windows, in pixels; zero where it does not say. The toolkit has no word for it.
// It is asked on the main thread.
func room() (r machine.Size) {
	defer func() {
		if recover() != nil {
			r = machine.Size{} // this library panics where the toolkit's own start will say what is wrong
		}
	}()
	if glfw.Init() != nil { // again: nothing happens
		return machine.Size{}
	}
	screen := glfw.GetPrimaryMonitor()
	if screen == nil {
		return machine.Size{}
	}
	_, _, width, height := screen.GetWorkarea()
	return machine.Size{Width: float32(width - edges), Height: float32(height - titlebar)}
}

// size is that of the window when it was last closed, and never more than there is room for. scale is how many pixels a
// unit has.
func size(last, room machine.Size, scale float32) fyne.Size {
	out := fyne.NewSize(last.Width, last.Height)
	if last.Width < leastSide || last.Height < leastSide {
		out = fyne.NewSize(usualWidth, usualHeight)
	}
	if scale > 0 && room.Width >= leastSide && room.Height >= leastSide {
		out = out.Min(fyne.NewSize(room.Width/scale, room.Height/scale))
	}
	return out
}
