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

// The keys that lead to a field for finding give way where they would lie on what the field says, and come back.
func TestTheKeysOfASearchFieldLieOnNothing(t *testing.T) {
	s := NewSearchField("Checklist, person, line", "Ctrl F", nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 60), s)
	for _, c := range []struct {
		width float32
		hint  bool
	}{{400, true}, {190, false}, {400, true}} {
		b.window.Resize(fyne.NewSize(c.width, 60))
		if s.hint.Visible() != c.hint {
			t.Errorf("in %v the keys are seen %v", c.width, s.hint.Visible())
		}
	}
	s.SetText("talk")
	b.window.Resize(fyne.NewSize(420, 60))
	if s.hint.Visible() {
		t.Error("the keys lie on what is typed")
	}
}

// A space never takes the place of a date or a time that is selected as a whole, and stands between words of one.
func TestASpaceWipesNoDate(t *testing.T) {
	e := newEntry()
	e.whole = true
	e.SetText("14:30")
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), e)
	b.window.Canvas().Focus(e)
	e.TypedRune(' ')
	if e.Text != "14:30" {
		t.Errorf("a space leaves %q", e.Text)
	}
	for _, r := range "3 May" {
		e.TypedRune(r)
	}
	if e.Text != "3 May" {
		t.Errorf("typed, it is %q", e.Text)
	}
}
