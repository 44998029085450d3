package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// edgePage is a page that is scrolled, with something on it that is cut in half by its lower or upper edge.
type edgePage struct {
	*bench
	hand

	scroll *Scroll
	o      fyne.CanvasObject
}

func newEdgePage(t *testing.T, above, o fyne.CanvasObject) *edgePage {
	room := func() fyne.CanvasObject { return tall(400) }
	s := NewScroll(Stack(8, room(), above, o, room()))
	p := &edgePage{bench: newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), s), scroll: s, o: o}
	p.hand.b = p.bench
	return p
}

func tall(height float32) fyne.CanvasObject {
	r := &canvas.Rectangle{}
	r.SetMinSize(fyne.NewSize(0, height))
	return r
}

// cut scrolls so that an edge goes through the middle of a part, and gives a point of it that is still to be seen.
func (p *edgePage) cut(part fyne.CanvasObject, below bool) fyne.Position {
	middle, third := part.Size().Height/2, part.Size().Height/3
	if below {
		p.scroll.PutAt(part, p.scroll.Size().Height-middle)
		return fyne.NewPos(20, p.scroll.Where(part)+third)
	}
	p.scroll.PutAt(part, -middle)
	return fyne.NewPos(20, p.scroll.Where(part)+2*third)
}

// What is clicked at the edge of a page keeps what is typed: nothing moves under the pointer, not even for the second click of
// two, and the first letter brings the whole field into view.
func TestAFieldAtTheEdgeTakesAClick(t *testing.T) {
	fields := map[string]func() (fyne.CanvasObject, typing){
		"line": func() (fyne.CanvasObject, typing) { f := NewTextField("Name", "", nil); return f, f.entry },
		"area": func() (fyne.CanvasObject, typing) { f := NewTextArea("Name", "", 3, nil); return f, f.entry },
		"date": func() (fyne.CanvasObject, typing) {
			f := NewDateField("Due", day("2026-11-23"), day("2026-11-20"), englishWords(), nil)
			return f, f.row.entry
		},
		"search": func() (fyne.CanvasObject, typing) { f := NewSearchField("Find", "", nil); return f, f.entry },
		"what is wrong": func() (fyne.CanvasObject, typing) {
			f := NewTextField("Name", "", nil)
			f.SetError("there is something wrong with this")
			return f, f.entry
		},
	}
	for name, field := range fields {
		for _, below := range []bool{true, false} {
			t.Run(fmt.Sprint(name, " below ", below), func(t *testing.T) {
				o, e := field()
				p := newEdgePage(t, tall(0), o)
				at := p.cut(e, below)
				from := p.scroll.At()
				p.click(at)
				p.click(at)
				if got := p.window.Canvas().Focused(); got != fyne.Focusable(e) {
					t.Fatalf("%T has the focus", got)
				}
				if p.scroll.At() != from {
					t.Fatalf("the page moved from %v to %v under the pointer", from, p.scroll.At())
				}
				e.TypedRune('x')
				if !p.scroll.inView(OffsetIn(p.scroll.holder, e), e.Size().Height) {
					t.Errorf("typed out of view, at %v", p.scroll.At())
				}
			})
		}
	}
}

// What can be pressed at the edge does what it says.
func TestWhatIsPressedAtTheEdgeIsDone(t *testing.T) {
	done := 0
	did := func() { done++ }
	for name, o := range map[string]fyne.CanvasObject{
		"button": NewButton("Save", Plain, did),
		"box":    NewCheckBox("Private", false, func(bool) { did() }),
		"chips":  NewChipSet([]string{"one", "two"}, []bool{false, false}, func(int, bool) { did() }),
		"choice": NewChipChoice([]string{"one", "two"}, 1, func(int, bool) { did() }),
		"chip":   NewChipButton("one", Neutral, false, did),
	} {
		for _, below := range []bool{true, false} {
			other := NewTextField("Name", "", nil)
			p := newEdgePage(t, other, o)
			p.window.Canvas().Focus(other.Focusable())
			done = 0
			if p.click(p.cut(o, below)); done != 1 {
				t.Errorf("%s, below %v: done %d times", name, below, done)
			}
		}
	}
}

// Letters are selected beyond the ends of a field, and what is typed then takes their place.
func TestAFieldKeepsTheFocusWhereADragEndsOutside(t *testing.T) {
	f := NewTextField("Name", "", nil)
	f.SetText("some words")
	p := newEdgePage(t, tall(0), f)
	p.scroll.PutAt(f, 50)
	p.at = fyne.NewPos(60, p.scroll.Where(f.entry)+10)
	p.button(true)
	f.line.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(-40, 10)}, Dragged: fyne.NewDelta(-100, 0)})
	p.window.Canvas().Unfocus() // what the window does when the button is let go elsewhere
	f.line.DragEnd()
	if got := p.window.Canvas().Focused(); got != f.Focusable() {
		t.Fatalf("%T has the focus", got)
	}
	f.Type("x")
	if got := f.Text(); got == "some words" || len(got) >= len("some words") {
		t.Errorf("%q", got)
	}
}
