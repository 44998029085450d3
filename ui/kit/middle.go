package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// middleLayout keeps one object from becoming wider than is good to read, in the middle of the width.
type middleLayout struct{ most float32 }

var _ FitLayout = (*middleLayout)(nil)

// Middle puts an object into the middle of the width, at most so many units wide.
func Middle(most float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&middleLayout{most}, o)
}

func (l *middleLayout) width(room float32) float32 { return min(room, paintNow().px(l.most)) }

func (l *middleLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], l.width(width))
}

func (l *middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l *middleLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	return l.width(naturalWidth(objects[0]))
}

func (l *middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := l.width(size.Width)
	place(objects[0], (size.Width-w)/2, 0, w, size.Height)
}
