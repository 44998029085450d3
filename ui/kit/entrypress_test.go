package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
)

// A press on a field that lies half below the edge gives it the focus and moves nothing: the button is let go over the field
// that it went down on. The first key brings all of the field into view.
func TestAFieldStaysBelowThePointer(t *testing.T) {
	for name, field := range map[string]fyne.CanvasObject{
		"one line":      NewTextField("", "", func(string) {}),
		"several lines": NewTextArea("", "", 3, func(string) {}),
		"a date":        NewDateField("", core.Date{}, core.Date{}, englishWords(), func(core.Date) {}),
	} {
		t.Run(name, func(t *testing.T) {
			above := Stack(0)
			for range 30 {
				above.Add(NewText("line", Body()))
			}
			s := NewScroll(Stack(0, above, field, NewText("below", Body())))
			b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), s)
			entry := FirstFocusable(field).(typing)
			at := OffsetIn(s.holder, entry) + entry.Size().Height/2 - s.Size().Height
			s.To(at)
			entry.(desktop.Mouseable).MouseDown(buttonAt(5, 5))
			if b.window.Canvas().Focused() != fyne.Focusable(entry) {
				t.Fatal("it has not got the focus")
			}
			if s.At() != at || b.stage.reveals > 0 {
				t.Errorf("the page went from %v to %v below the pointer; it was to scroll %d times", at, s.At(), b.stage.reveals)
			}
			entry.(desktop.Mouseable).MouseUp(buttonAt(5, 5))
			entry.TypedRune('2')
			if !s.inView(OffsetIn(s.holder, entry), entry.Size().Height) {
				t.Errorf("at %v what is typed into is out of view", s.At())
			}
		})
	}
}

// What the field before says as it is left does not push away the one that is pressed on.
func TestWhatALeftFieldSaysPushesNothingAway(t *testing.T) {
	first := NewTextField("", "", func(string) {})
	first.OnLeave(func() { first.SetError("this is no number") })
	second, tall := NewTextField("", "", func(string) {}), Stack(0)
	for range 30 {
		tall.Add(NewText("line", Body()))
	}
	s := NewScroll(Stack(0, first, second, tall))
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), s)
	b.window.Canvas().Focus(first.Focusable())
	entry := second.Focusable().(*entry)
	at := s.Where(entry)
	entry.MouseDown(buttonAt(5, 5))
	if first.Error() == "" {
		t.Fatal("the first field said nothing")
	}
	if s.Where(entry) != at {
		t.Errorf("the field went from %v to %v below the pointer", at, s.Where(entry))
	}
}

// Where nothing can be scrolled to hold the field, it gets the focus back that the window takes away as the button is let go
// beside it; a click beside a field that has not moved takes the focus away as ever.
func TestAFieldThatSlidesAwayKeepsTheFocus(t *testing.T) {
	for _, moves := range []bool{true, false} {
		first := NewTextField("", "", func(string) {})
		if moves {
			first.OnLeave(func() { first.SetError("this is no number") })
		}
		second := NewTextField("", "", func(string) {})
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), NewScroll(Stack(0, first, second)))
		c := b.window.Canvas()
		c.Focus(first.Focusable())
		second.Focusable().(*entry).MouseDown(buttonAt(5, 5))
		if c.Focused() != second.Focusable() {
			t.Fatal("the press gave no focus")
		}
		if !moves {
			second.Focusable().(*entry).MouseUp(buttonAt(5, 5))
		}
		c.Unfocus()
		b.clock.move(0)
		if kept := c.Focused() == second.Focusable(); kept != moves {
			t.Errorf("the field before it grows: %v; it has the focus afterwards: %v", moves, kept)
		}
	}
}

func buttonAt(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary}
}
