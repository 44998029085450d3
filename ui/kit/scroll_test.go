package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

// What is typed into stays in view while lines are added above it, until somebody scrolls away; asking for it again brings
// it back.
func TestAFieldStaysInViewWhileLinesComeAboveIt(t *testing.T) {
	field := NewTextField("", "", func(string) {})
	lines := Stack(0)
	s := NewScroll(Stack(0, lines, field))
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), s)
	add := func(n int) {
		for range n {
			lines.Add(NewText(fmt.Sprint("line ", len(lines.Objects)), Body()))
		}
		s.Relayout()
	}
	seen := func() bool {
		return s.inView(OffsetIn(s.holder, field.Focusable().(*entry)), field.Size().Height)
	}
	add(40)
	if s.At() != 0 {
		t.Fatalf("scrolled to %v: nobody types", s.At())
	}
	b.window.Canvas().Focus(field.Focusable())
	s.Reveal(field.Focusable().(*entry))
	for range 5 {
		if add(3); !seen() {
			t.Fatalf("the field went out of view at %v", s.At())
		}
	}
	s.To(0)
	if add(1); s.At() != 0 {
		t.Errorf("who has scrolled away was brought back to %v", s.At())
	}
	s.Reveal(field.Focusable().(*entry))
	if add(3); !seen() {
		t.Errorf("the field is out of view at %v", s.At())
	}
	b.window.Canvas().Unfocus()
	at := s.At()
	if add(3); s.At() != at {
		t.Errorf("scrolled from %v to %v without anybody typing", at, s.At())
	}
}

// What stands at the edge is not covered by the bar, also where the content grows and shrinks; where there is no bar, it
// ends where it would end anyway.
func TestContentEndsBeforeTheBar(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		line := func() fyne.CanvasObject { return Line(0, NewText("name", Body()), Spring(), NewText("12", Body())) }
		lines := Stack(0, line())
		s := NewScroll(lines).BesideBar(8)
		newBench(t, Look{Mode: Light, Scale: scale}, fyne.NewSize(300, 200), s)
		room := func() float32 { return (s.Size().Width - lines.Size().Width) / scale }
		if room() != 8 {
			t.Errorf("scale %g: %g units are left free where nothing scrolls", scale, room())
		}
		for range 30 {
			lines.Add(line())
		}
		if s.Relayout(); room() < 12 {
			t.Errorf("scale %g: %g units are left for the bar", scale, room())
		}
		s.Resize(fyne.NewSize(300, 4000))
		if room() != 8 {
			t.Errorf("scale %g: %g units are left free after there is room for all", scale, room())
		}
		if s.Resize(fyne.NewSize(300, 150)); room() < 12 {
			t.Errorf("scale %g: %g units are left for the bar in a lower window", scale, room())
		}
	}
}

// What is taller than the view comes in by its beginning, and only as far as needed: what stands above it stays in view, and what
// begins in view does not move at all.
func TestWhatIsTallerThanTheViewBegins(t *testing.T) {
	for _, lines := range []int{2, 8, 100} {
		above, tall := Stack(0), Stack(0)
		for i := range 300 {
			tall.Add(NewText(fmt.Sprint("note ", i), Body()))
			if i < lines {
				above.Add(NewText(fmt.Sprint("line ", i), Body()))
			}
		}
		s := NewScroll(Stack(0, above, tall))
		newBench(t, Look{Mode: Light}, fyne.NewSize(300, 240), s)
		y := OffsetIn(s.holder, tall)
		s.RevealNew(tall)
		if room := s.At() + s.Size().Height - y; s.At() > y || room < s.Size().Height/3 {
			t.Errorf("below %d lines: scrolled to %v, it begins at %v", lines, s.At(), y)
		}
		if lines == 2 && s.At() != 0 {
			t.Errorf("below %d lines: scrolled to %v for nothing", lines, s.At())
		}
		s.To(y + 900)
		if s.RevealNew(tall); s.At() > y {
			t.Errorf("below %d lines: from within it to %v, it begins at %v", lines, s.At(), y)
		}
	}
}
