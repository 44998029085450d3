package shell

import (
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// FirstFrame shows the window's grounds without a letter, and calls then when they are on the screen. The first
// letter makes the toolkit read fonts, and laying out a page takes its time: nobody should look at nothing
// meanwhile.
func FirstFrame(w fyne.Window, dispatch Dispatch, then func()) {
	// The page's ground is left to the driver, which clears the window with it: drawn, it would cost the frame as
	// much again.
	f := &fyne.Container{Objects: []fyne.CanvasObject{kit.NewPanel(kit.ColorSidebar, "", 0)}}
	f.Layout = firstFrameLayout{}
	w.SetPadded(false)
	w.SetContent(f)
	// The driver moves animations on right before it draws, so what is queued then comes after the frame.
	fyne.NewAnimation(time.Nanosecond, func(float32) { dispatch(then) }).Start()
}

// firstFrameLayout puts the ground where that of the sidebar will be.
type firstFrameLayout struct{}

// MinSize implements fyne.Layout.
func (firstFrameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (firstFrameLayout) Layout(parts []fyne.CanvasObject, s fyne.Size) {
	put(parts[0], 0, 0, kit.Px(sidebarWidth), s.Height)
}
