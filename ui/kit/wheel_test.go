package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// The wheel moves a page over whatever of it the pointer is: over a field of one line as over the ground.
func TestTheWheelGoesOnOverFields(t *testing.T) {
	fields := []fyne.CanvasObject{
		NewTextField("", "", nil), NewDateField("", day("2026-11-23"), day("2026-11-20"), englishWords(), nil),
		NewSearchField("", "", nil), NewCombo("", "", func(string) []ComboItem { return nil }, nil),
	}
	for i := range fields {
		var rows []fyne.CanvasObject
		for range 40 {
			rows = append(rows, NewText("a row", Body()))
		}
		rows[3] = fields[i]
		s := NewScroll(Stack(8, rows...))
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(0))
		b.window.SetContent(s)
		b.window.Resize(fyne.NewSize(300, 300))
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(fields[i]).AddXY(40, fields[i].Size().Height/2)
		test.Scroll(b.window.Canvas(), at, 0, -50)
		if s.At() != 2*notchWay {
			t.Errorf("%T: the wheel moved the page by %v", fields[i], s.At())
		}
	}
}

// Nothing but the wheel is taken from the field below.
func TestTheWheelTakesNothingElse(t *testing.T) {
	var w any = newWheel(NewTextField("", "", nil), nil)
	_, taps := w.(fyne.Tappable)
	_, menu := w.(fyne.SecondaryTappable)
	_, twice := w.(fyne.DoubleTappable)
	_, drags := w.(fyne.Draggable)
	_, focus := w.(fyne.Focusable)
	_, mouse := w.(desktop.Mouseable)
	_, hover := w.(desktop.Hoverable)
	_, cursor := w.(desktop.Cursorable)
	if taps || menu || twice || drags || focus || mouse || hover || cursor {
		t.Error("the wheel takes what is the field's")
	}
}

// A scroller at its end hands the wheel to the one around it.
func TestTheWheelGoesToWhatCanMove(t *testing.T) {
	field := NewTextField("", "", nil)
	inner := NewScroll(Stack(0, field))
	rows := []fyne.CanvasObject{Tall(60, inner)}
	for range 40 {
		rows = append(rows, NewText("a row", Body()))
	}
	outer := NewScroll(Stack(8, rows...))
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(0))
	b.window.SetContent(outer)
	b.window.Resize(fyne.NewSize(300, 300))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).AddXY(40, field.Size().Height/2)
	test.Scroll(b.window.Canvas(), at, 0, -30)
	if inner.At() != 0 || outer.At() != 78 {
		t.Errorf("the inner one is at %v, the outer one at %v", inner.At(), outer.At())
	}
}

// A notch goes three lines, wherever the pointer is; a part of a notch goes that part of the way.
func TestANotchGoesThreeLines(t *testing.T) {
	var rows []fyne.CanvasObject
	for range 60 {
		rows = append(rows, NewText("a row", Body()))
	}
	page := NewScroll(Stack(8, rows...))
	list := NewList(ListSpec{
		Length: func() int { return 500 }, Create: func() fyne.CanvasObject { return NewText("", Body()) },
		Update: func(int, fyne.CanvasObject) {},
	})
	for _, of := range []struct {
		shown fyne.CanvasObject
		at    func() float32
	}{{page, page.At}, {list, list.At}} {
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(0))
		b.window.SetContent(of.shown)
		b.window.Resize(fyne.NewSize(300, 300))
		turn := func(by float32) float32 {
			was := of.at()
			test.Scroll(b.window.Canvas(), fyne.NewPos(100, 100), 0, -by)
			return of.at() - was
		}
		if lines := turn(notch) / lineHeight(paintNow(), Body()); lines < 2.5 || lines > 4.5 {
			t.Errorf("%T: a notch moves %.1f lines", of.shown, lines)
		}
		if got := turn(notch / 5.0); got != notchWay/5 {
			t.Errorf("%T: a fifth of a notch moves %v units", of.shown, got)
		}
	}
}

func TestTheWheelIsNotSpedUpTwice(t *testing.T) {
	if got := wheelRate("darwin"); got != 1 {
		t.Error("on macOS:", got)
	}
	for _, system := range []string{"linux", "windows"} {
		if got := wheelRate(system) * notch; got != notchWay {
			t.Errorf("on %s a notch goes %v", system, got)
		}
	}
}
