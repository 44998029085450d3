package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A space is a letter of the field that it is typed into: it does not go on to the page, which would scroll away.
func TestASpaceStaysInItsField(t *testing.T) {
	s := NewSearchField("", "", nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 60), s)
	var heard []fyne.KeyName
	b.window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { heard = append(heard, ev.Name) })
	b.window.Canvas().Focus(s.Focusable())
	for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyPageDown} {
		s.Focusable().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if len(heard) != 1 || heard[0] != fyne.KeyPageDown {
		t.Errorf("the page heard %v", heard)
	}
}

// A line of text has all the height that it needs, in every density and size: otherwise it would show a scroll bar.
func TestASearchFieldIsAsTallAsItsText(t *testing.T) {
	for _, density := range []Density{Comfortable, Compact} {
		for _, scale := range []float32{0.9, 1, 1.25, 1.5, 2} {
			s := NewSearchField("Find", "Ctrl F", nil)
			newBench(t, Look{Mode: Light, Density: density, Scale: scale}, fyne.NewSize(600, 120), Stack(0, s))
			if need := s.entry.MinSize().Height; s.entry.Size().Height < need {
				t.Errorf("density %v, size %v: %v tall, needs %v", density, scale, s.entry.Size().Height, need)
			}
		}
	}
}
