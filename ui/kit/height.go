package kit

import "fyne.io/fyne/v2"

// Fitter is a widget whose height depends on the width it is given, such as a text that wraps.
type Fitter interface {
	// HeightFor gives the height that everything in the widget needs at a width.
	HeightFor(width float32) float32
}

// FitLayout is a layout that can say the same for a set of objects.
type FitLayout interface {
	fyne.Layout
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor gives the height that an object needs at a width: what it says itself, or its minimum.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch v := o.(type) {
	case Fitter:
		return v.HeightFor(width)
	case *fyne.Container:
		if l, ok := v.Layout.(FitLayout); ok {
			return l.HeightFor(v.Objects, width)
		}
	}
	return o.MinSize().Height
}

// minWidth gives the least width of an object. A text that wraps could be very narrow: it asks for little.
func minWidth(o fyne.CanvasObject) float32 { return o.MinSize().Width }

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := objects[:0:0]
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}
