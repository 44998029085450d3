package shell

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// FirstFrame fills a window with its grounds, without a letter: the driver paints them as soon as the window is shown.
// The first letter makes the toolkit read fonts, and laying out a page takes its time: nobody should look at nothing
// meanwhile.
func FirstFrame(w fyne.Window) {
	// The page's ground is left to the driver, which clears the window with it: drawn, it would cost the frame as
	// much again.
	f := &fyne.Container{Objects: []fyne.CanvasObject{kit.NewPanel(kit.ColorSidebar, "", 0)}}
	f.Layout = firstFrameLayout{}
	w.SetPadded(false)
	w.SetContent(f)
}

// firstFrameLayout puts the ground where that of the sidebar will be.
type firstFrameLayout struct{}

// MinSize implements fyne.Layout.
func (firstFrameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (firstFrameLayout) Layout(parts []fyne.CanvasObject, s fyne.Size) {
	put(parts[0], 0, 0, sideWidth(s.Width), s.Height)
}
