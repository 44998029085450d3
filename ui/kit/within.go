package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Within lets an object that grows with what stands beside it take no more than a room, and what it needs itself where that
// is more: beside a long list it would be taller than the window.
func Within(room func() float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&withinLayout{room}, o)
}

type withinLayout struct{ room func() float32 }

func (l *withinLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l *withinLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width)
}

func (l *withinLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	most := max(l.room(), HeightFor(objects[0], size.Width))
	place(objects[0], 0, 0, size.Width, min(size.Height, most))
}
