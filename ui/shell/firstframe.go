package shell

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mentorbook/ui/kit"
)

// firstFrameWait is how long the first frame is waited for: one that starts minimised is never drawn.
const firstFrameWait = 500 * time.Millisecond

// FirstFrame shows the window's grounds without a letter, and calls then when they are on the screen. The first
// letter makes the toolkit read fonts, on some machines for a second: nobody should look at nothing for so long.
func FirstFrame(w fyne.Window, dispatch Dispatch, after kit.After, then func()) {
	begun := false
	begin := func() {
		if !begun {
			begun = true
			then()
		}
	}
	// The driver asks for this picture while it draws the frame, so what is queued then comes after it.
	drawn := canvas.NewRaster(func(int, int) image.Image {
		if !begun {
			dispatch(begin)
		}
		return image.NewAlpha(image.Rect(0, 0, 1, 1))
	})
	f := &fyne.Container{Objects: []fyne.CanvasObject{
		kit.NewPanel(kit.ColorGround, "", 0), kit.NewPanel(kit.ColorSidebar, "", 0), kit.Hairline(), drawn,
	}}
	f.Layout = firstFrameLayout{}
	w.SetPadded(false)
	w.SetContent(f)
	after(firstFrameWait, begin)
}

// firstFrameLayout puts the grounds where those of the frame will be.
type firstFrameLayout struct{}

// MinSize implements fyne.Layout.
func (firstFrameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (firstFrameLayout) Layout(parts []fyne.CanvasObject, s fyne.Size) {
	side := kit.Px(sidebarWidth)
	put(parts[0], 0, 0, s.Width, s.Height)
	put(parts[1], 0, 0, side, s.Height)
	put(parts[2], side-kit.Px(1), 0, kit.Px(1), s.Height)
	put(parts[3], 0, 0, 1, 1)
}
