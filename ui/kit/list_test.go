package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func newTestList(n *int, made, filled *int, opened *[]int) *List {
	return NewList(ListSpec{
		Length: func() int { return *n },
		Create: func() fyne.CanvasObject {
			*made++
			return Line(8, NewLine("", Body()), Spring(), NewLine("", Caption()))
		},
		Update: func(i int, o fyne.CanvasObject) {
			*filled++
			o.(*fyne.Container).Objects[0].(*Text).SetText(fmt.Sprintf("row %d", i))
		},
		Open:  func(i int) { *opened = append(*opened, i) },
		Label: func(i int) string { return fmt.Sprintf("row %d", i) },
	})
}

func TestListMakesOnlyWhatIsInView(t *testing.T) {
	n, made, filled := 100_000, 0, 0
	var opened []int
	l := newTestList(&n, &made, &filled, &opened)
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 360), l)
	if made > 15 {
		t.Fatalf("made %d rows", made)
	}
	press(l, fyne.KeyEnd)
	if l.Current() != n-1 || made > 25 {
		t.Fatalf("at %d, made %d", l.Current(), made)
	}
	filled = 0
	press(l, fyne.KeyUp, fyne.KeyReturn)
	if filled != 0 || len(opened) != 1 || opened[0] != n-2 {
		t.Errorf("filled %d, opened %v", filled, opened)
	}
	press(l, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyDown)
	if l.Current() != 10 {
		t.Errorf("at %d", l.Current())
	}
	n = 3
	l.Refresh()
	if l.Current() != 2 || len(l.Children()) != 3 || l.At() != 0 {
		t.Errorf("at %d with %d rows, scrolled %v", l.Current(), len(l.Children()), l.At())
	}
	n = 0
	l.WhenEmpty(NewText("Nothing here yet.", Muted())).Refresh()
	if _, ok := l.Children()[0].(*Text); !ok {
		t.Error("nothing says that the list is empty")
	}
	press(l, fyne.KeyReturn, fyne.KeyDown)
	if len(opened) != 1 {
		t.Error("opened a row that is not there")
	}
}

// Rows that become smaller, as when the texts do, leave the list scrolled beyond its end until it is told.
func TestListScrolledBeyondItsEnd(t *testing.T) {
	n, made, filled := 100, 0, 0
	var opened []int
	l := newTestList(&n, &made, &filled, &opened)
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 360), l)
	l.scroll.Offset.Y = 100 * l.rowHeight() * 2
	l.arrange(false)
	n = 0
	l.arrange(true)
	if len(l.Children()) != 0 {
		t.Errorf("%d rows of none", len(l.Children()))
	}
}

func TestListFindsByFirstLetters(t *testing.T) {
	names := []string{"Amina", "Иван", "Igor", "Sara"}
	l := NewList(ListSpec{
		Length: func() int { return len(names) }, Label: func(i int) string { return names[i] },
		Create: func() fyne.CanvasObject { return NewLine("", Body()) },
		Update: func(i int, o fyne.CanvasObject) { o.(*Text).SetText(names[i]) },
	})
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 360), l)
	l.TypedRune('И')
	if l.Current() != 1 {
		t.Errorf("at %d", l.Current())
	}
}

// Who comes back to the end of a list that is laid out with too much room at first comes to its end all the same.
func TestAListThatGetsLessRoomIsWhereItWasLeft(t *testing.T) {
	n, made, filled := 30, 0, 0
	var opened []int
	l := newTestList(&n, &made, &filled, &opened)
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), l)
	l.Resize(fyne.NewSize(300, 300))
	l.To(100_000)
	end := l.At()
	l.Resize(fyne.NewSize(300, 330))
	l.To(0)
	l.Return(end)
	if l.At() >= end {
		t.Fatalf("at %v of %v with more room", l.At(), end)
	}
	l.Resize(fyne.NewSize(300, 300))
	if l.At() != end {
		t.Errorf("at %v, it was left at %v", l.At(), end)
	}
}

// A row tells in its tooltip what it has room for only in part, to the pointer and to the keys; one with room for all has none.
func TestARowTellsWhatItHasNoRoomFor(t *testing.T) {
	texts := []string{"short", "a title that is longer than the row it stands in", "short too"}
	l := NewList(ListSpec{
		Length: func() int { return len(texts) },
		Create: func() fyne.CanvasObject { return NewLine("", Body()) },
		Update: func(i int, o fyne.CanvasObject) { o.(*Text).SetText(texts[i]) },
	})
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(160, 200), l)
	b.window.Canvas().Focus(l)
	press(l, fyne.KeyDown)
	b.clock.move(tipDelay)
	if got := b.stage.floats.TipText(); got != texts[1] {
		t.Errorf("by the keys the tooltip is %q", got)
	}
	press(l, fyne.KeyDown)
	b.clock.move(tipDelay)
	if got := b.stage.floats.TipText(); got != "" {
		t.Errorf("a row with room for all says %q", got)
	}
	l.rows[1].MouseIn(nil)
	b.clock.move(tipDelay)
	if got := b.stage.floats.TipText(); got != texts[1] {
		t.Errorf("under the pointer the tooltip is %q", got)
	}
	l.rows[1].MouseOut()
	if got := b.stage.floats.TipText(); got != "" {
		t.Errorf("when the pointer has gone there is %q", got)
	}
}
