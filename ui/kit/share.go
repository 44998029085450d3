package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// shareLayout puts objects below each other and shares out what height is left by weights.
type shareLayout struct {
	stackLayout

	weights []float32
}

var _ FitLayout = (*shareLayout)(nil)

// Share is a column of cards with the theme's gap between them that fills its height: each is as tall as it
// needs to be, and what is left goes to them by their weights.
func Share(weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&shareLayout{stackLayout{gap: -1, grow: -1}, weights}, objects...)
}

// Layout places the objects. While there is room, heights follow the weights; a taller object keeps what it needs.
func (l *shareLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	gap := l.space(paintNow())
	room, sum := size.Height, float32(0)
	need := make([]float32, len(objects))
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		need[i] = HeightFor(o, size.Width)
		sum += l.weights[i]
		room -= gap
	}
	room += gap
	heights := l.heights(objects, need, room, sum)
	y := float32(0)
	for i, o := range objects {
		if o.Visible() {
			place(o, 0, y, size.Width, heights[i])
			y += heights[i] + gap
		}
	}
}

// heights gives those who need more than their share what they need, and the others the rest by weight.
func (l *shareLayout) heights(objects []fyne.CanvasObject, need []float32, room, sum float32) []float32 {
	out := make([]float32, len(objects))
	fixed := make([]bool, len(objects))
	for again := true; again; {
		again = false
		for i, o := range objects {
			if !o.Visible() || fixed[i] {
				continue
			}
			if out[i] = room * l.weights[i] / max(sum, 0.001); out[i] < need[i] {
				out[i], fixed[i], again = need[i], true, true
				room, sum = room-need[i], sum-l.weights[i]
			}
		}
	}
	return out
}
