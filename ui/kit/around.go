package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// aroundLayout places a lead, a side and a rest: lead and rest below each other with the side at their right, or all three below
// each other.
type aroundLayout struct{ columnsLayout }

var _ FitLayout = (*aroundLayout)(nil)

// Around is WideNarrow for a page whose work goes on below what else matters: the lead on the left with the rest below it, and
// the side on the right. Where there is room for one column only, the side stands between lead and rest, so that nobody has to
// go past all the work to see it.
func Around(lead, side, rest fyne.CanvasObject) *fyne.Container {
	return container.New(&aroundLayout{columnsLayout{weights: wideNarrow(), narrow: oneColumn}}, lead, side, rest)
}

// split gives how wide the two columns are.
func (l *aroundLayout) split(objects []fyne.CanvasObject, width float32) (wide, side float32) {
	w := l.widths(objects[:2], width)
	return w[0], w[1]
}

func (l *aroundLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if l.stacked(width) {
		return l.columnsLayout.HeightFor(objects, width)
	}
	wide, side := l.split(objects, width)
	return max(HeightFor(objects[0], wide)+paintNow().size(SizeGap)+HeightFor(objects[2], wide), HeightFor(objects[1], side))
}

func (l *aroundLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		w = max(w, minWidth(o))
	}
	return fyne.NewSize(w, l.HeightFor(objects, max(l.width, w)))
}

func (l *aroundLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.stacked(size.Width) {
		l.columnsLayout.Layout(objects, size)
		return
	}
	l.width = size.Width
	wide, side := l.split(objects, size.Width)
	head := HeightFor(objects[0], wide)
	place(objects[0], 0, 0, wide, head)
	head += paintNow().size(SizeGap)
	place(objects[2], 0, head, wide, size.Height-head)
	place(objects[1], wide+l.gap(), 0, side, size.Height)
}
