package kit

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// luminance is relative luminance as WCAG 2.2 defines it.
// Wrapping loses no letter and no line is wider than the room, unless one letter alone is.
// Chips go on below where the width ends, none over another, none beyond the edge.
func TestChipsWrap(t *testing.T) {
	var chips []fyne.CanvasObject
	for i := range 12 {
		chips = append(chips, NewChip(fmt.Sprintf("chip number %d", i), Info))
	}
	box := Chips(chips...)
	newBench(t, Look{Mode: Light}, fyne.NewSize(260, 300), Stack(0, box))
	bottom := float32(0)
	for i, c := range chips {
		if c.Position().X+c.Size().Width > 260 {
			t.Errorf("chip %d ends at %v", i, c.Position().X+c.Size().Width)
		}
		for _, d := range chips[:i] {
			if overlap(c, d) {
				t.Errorf("chip %d lies over another", i)
			}
		}
		bottom = max(bottom, c.Position().Y+c.Size().Height)
	}
	if h := HeightFor(box, 260); h != bottom || h < 60 {
		t.Errorf("height %v, the last chip ends at %v", h, bottom)
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	pa, pb, sa, sb := a.Position(), b.Position(), a.Size(), b.Size()
	return pa.X < pb.X+sb.Width && pb.X < pa.X+sa.Width && pa.Y < pb.Y+sb.Height && pb.Y < pa.Y+sa.Height
}

// At any width, light or dark, dense or not, every child of a container lies within it.
func TestNothingIsCut(t *testing.T) {
	for _, look := range []Look{{Mode: Light}, {Mode: Light, Density: Compact}, {Mode: Light, Scale: 1.5}} {
		for _, width := range []float32{560, 692, 900, 1072, 1500} {
			for name, page := range map[string]fyne.CanvasObject{"today": todayLike(), "relationship": relationshipLike()} {
				s := NewScroll(page)
				newBench(t, look, fyne.NewSize(width, 600), s)
				checkInside(t, fmt.Sprintf("%s at %v, scale %v", name, width, look.Scale), page)
			}
		}
	}
}

func checkInside(t *testing.T, where string, root fyne.CanvasObject) {
	t.Helper()
	Walk(root, func(o fyne.CanvasObject) bool {
		var children []fyne.CanvasObject
		switch v := o.(type) {
		case *fyne.Container:
			children = v.Objects
		case Parent:
			children = v.Children()
		}
		for _, c := range children {
			if !c.Visible() {
				continue
			}
			end := fyne.NewPos(c.Position().X+c.Size().Width, c.Position().Y+c.Size().Height)
			if end.X > o.Size().Width+1 || end.Y > o.Size().Height+1 || c.Position().X < -1 || c.Position().Y < -1 {
				t.Errorf("%s: %T at %v of %v sticks out of %T of %v", where, c, c.Position(), c.Size(), o, o.Size())
			}
			if HeightFor(c, c.Size().Width) > c.Size().Height+1 {
				t.Errorf("%s: %T %q needs %v and has %v", where, c, Texts(c), HeightFor(c, c.Size().Width), c.Size().Height)
			}
		}
		return true
	})
}

func TestTooltips(t *testing.T) {
	btn := NewButton("Undo", Plain, func() {})
	btn.SetTip(Tip{Text: "Takes the last change back", Keys: "Ctrl+Z"})
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 120), Stack(8, Line(0, btn)))
	tip := func() string { return b.stage.floats.TipText() }
	btn.MouseIn(nil)
	b.clock.move(tipDelay / 2)
	btn.MouseOut()
	b.clock.move(tipDelay)
	if tip() != "" {
		t.Error("a tooltip appears after the pointer has gone")
	}
	b.window.Canvas().Focus(btn)
	b.clock.move(tipDelay)
	if !strings.Contains(tip(), "Ctrl+Z") {
		t.Errorf("no tooltip on focus: %q", tip())
	}
	b.shot("tooltip")
	b.window.Canvas().Unfocus()
	if tip() != "" {
		t.Error("the tooltip stays")
	}
}

// A tooltip lies over no other button where there is another place for it.
func TestTooltipsLeaveOtherButtonsFree(t *testing.T) {
	btn, below, above := NewButton("Options", Plain, func() {}), NewButton("Save", Primary, func() {}), NewButton("Tab", Plain, func() {})
	btn.SetTip(Tip{Text: "Whom it is about"})
	for name, content := range map[string]fyne.CanvasObject{
		"below": Stack(8, NewText("\n\n", Body()), Line(0, btn), Line(0, below)),
		"both":  Stack(8, Line(0, above), Line(0, btn), Line(0, below)),
		"none":  Stack(8, Line(0, btn), NewText("\n\n", Body())),
	} {
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 160), content)
		f := b.stage.floats
		b.window.Canvas().Focus(btn)
		b.clock.move(tipDelay)
		if f.TipText() == "" {
			t.Fatalf("%s: no tooltip", name)
		}
		at, size := f.tip.Position(), f.tip.Size()
		if c := covered(btn, at, size); c != 0 {
			t.Errorf("%s: the tooltip at %v lies over another button", name, at)
		}
		if at.X < 0 || at.Y < 0 || at.X+size.Width > 400 || at.Y+size.Height > 160 {
			t.Errorf("%s: the tooltip at %v is not whole", name, at)
		}
		if name == "none" && at.Y < btn.Position().Y+btn.Size().Height {
			t.Errorf("%s: the tooltip does not stand below", name)
		}
		b.window.Canvas().Unfocus()
	}
}

func TestToasts(t *testing.T) {
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(600, 400), NewText("", Body()))
	f, undone := b.stage.floats, 0
	f.Toast(ToastSpec{Text: "Action done", Action: "Undo", Do: func() { undone++ }})
	b.clock.move(time.Second)
	f.Toast(ToastSpec{Text: "The file could not be written: the disk is full.", Danger: true})
	b.shot("toasts")
	test.Tap(f.toasts[0].actions[0])
	if undone != 1 || len(f.Toasts()) != 1 {
		t.Errorf("undone %d, left %v", undone, f.Toasts())
	}
	b.clock.move(9 * time.Second)
	if len(f.Toasts()) != 0 {
		t.Errorf("stays: %v", f.Toasts())
	}
	for i := range 5 {
		f.Toast(ToastSpec{Text: fmt.Sprint(i), Action: "Undo", Do: func() { undone++ }})
	}
	if got := strings.Join(f.Toasts(), ""); got != "4" {
		t.Errorf("shows %s", got)
	}
	if !f.RunNewestToast() || undone != 2 || len(f.Toasts()) != 0 {
		t.Errorf("undone %d, left %v", undone, f.Toasts())
	}
	for i := range 5 {
		f.Toast(ToastSpec{Text: fmt.Sprint("broken ", i), Danger: true})
	}
	f.Toast(ToastSpec{Text: "said"})
	if got := strings.Join(f.Toasts(), ", "); got != "broken 3, broken 4, said" {
		t.Errorf("shows %s", got)
	}
}

// A message waits while somebody points at it or has come to it by key, and gives the focus back when it goes.
func TestToastsWait(t *testing.T) {
	below := NewButton("Below", Plain, nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(600, 400), Stack(0, below))
	f, c := b.stage.floats, b.window.Canvas()
	f.Toast(ToastSpec{Text: "Action done", Action: "Undo"})
	f.toasts[0].MouseIn(nil)
	b.clock.move(time.Minute)
	f.toasts[0].MouseOut()
	f.toasts[0].actions[0].MouseIn(nil)
	b.clock.move(time.Minute)
	if len(f.Toasts()) != 1 {
		t.Fatal("goes from under the pointer")
	}
	c.Focus(below)
	f.toasts[0].actions[0].MouseOut()
	b.clock.move(7 * time.Second)
	if !f.FocusToast() || c.Focused() != f.toasts[0].actions[0] {
		t.Fatalf("%T has the focus", c.Focused())
	}
	b.clock.move(time.Minute)
	if len(f.Toasts()) != 1 {
		t.Fatal("goes while it has the focus")
	}
	f.toasts[0].actions[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(f.Toasts()) != 0 || c.Focused() != below {
		t.Errorf("after Escape %v are left, and %T has the focus", f.Toasts(), c.Focused())
	}
	f.Toast(ToastSpec{Text: "Said", Close: "Close"})
	b.clock.move(9 * time.Second)
	if len(f.Toasts()) != 0 || f.FocusToast() || f.ToastRoom() != 0 {
		t.Errorf("stays: %v", f.Toasts())
	}
}

func TestButtonsByKey(t *testing.T) {
	ran, bubbled := 0, fyne.KeyName("")
	btn, off := NewButton("Save", Primary, func() { ran++ }), NewButton("Off", Plain, func() { ran += 100 })
	off.Disable()
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 100), Line(8, off, btn))
	b.window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { bubbled = ev.Name })
	test.FocusNext(b.window.Canvas())
	if b.window.Canvas().Focused() != btn {
		t.Fatalf("the focus is on %T", b.window.Canvas().Focused())
	}
	press(btn, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape)
	press(off, fyne.KeyReturn)
	test.Tap(off)
	if ran != 2 || bubbled != fyne.KeyEscape {
		t.Errorf("ran %d, sent on %s", ran, bubbled)
	}
}

func TestTabsByKey(t *testing.T) {
	at := -1
	tabs := NewTabs([]string{"Overview", "Meetings", "Plan"}, 0, func(i int) { at = i })
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 60), tabs)
	c := b.window.Canvas()
	c.Focus(tabs.items[0])
	press(c.Focused(), fyne.KeyRight)
	press(c.Focused(), fyne.KeyRight)
	press(c.Focused(), fyne.KeyRight)
	if at != 2 || tabs.Current() != 2 || c.Focused() != fyne.Focusable(tabs.items[2]) {
		t.Errorf("at %d, focus %v", at, c.Focused())
	}
	press(c.Focused(), fyne.KeyHome)
	if at != 0 {
		t.Errorf("at %d", at)
	}
}

func TestScrollFollowsTheFocus(t *testing.T) {
	var rows []*Row
	for i := range 40 {
		rows = append(rows, NewRow(RowSpec{Content: NewText(fmt.Sprint("row ", i), Body()), Tap: func() {}}))
	}
	s := NewScroll(Rows(rows...))
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), s)
	s.Reveal(rows[39])
	if s.At() < 1000 {
		t.Errorf("scrolled to %v", s.At())
	}
	s.Reveal(rows[0])
	if s.At() != 0 {
		t.Errorf("scrolled to %v", s.At())
	}
	s.Reveal(NewRow(RowSpec{})) // somewhere else
	s.Key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if s.At() != 270 {
		t.Errorf("a page is %v", s.At())
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyEnd})
	end := s.At()
	if end != 40*36-300 {
		t.Errorf("the end is %v", end)
	}
	s.SetContent(Rows(rows[:10]...))
	if s.At() != 60 {
		t.Errorf("shorter content leaves it at %v", s.At())
	}
}

func TestAvatarColourStays(t *testing.T) {
	seen := map[Kind]bool{}
	for i := range 50 {
		seen[KindOf(fmt.Sprint(i))] = true
	}
	if len(seen) != 4 || seen[Warn] || seen[Alarm] {
		t.Errorf("colours %v", seen)
	}
}

func TestBarOfAnyNumber(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -3, 0, .5, 1, 7} {
		b := NewBar(v).WithMarks(Baseline(v), Target(1))
		newBench(t, Look{Mode: Light}, fyne.NewSize(100, 20), b)
		if w := b.fill.Size().Width; w < 0 || w > 100 {
			t.Errorf("%v is drawn %v wide", v, w)
		}
	}
}

func TestVeilHidesPrivateText(t *testing.T) {
	card := NewPrivateBox("Private notes", "only you", NewText("Ask about the review.", Body()))
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), card)
	card.Veil("Hidden while presenting.")
	if got := strings.Join(Texts(b.stage.content), "|"); strings.Contains(got, "review") || !strings.Contains(got, "Hidden") {
		t.Errorf("shows %s", got)
	}
	card.Veil("")
	if got := strings.Join(Texts(b.stage.content), "|"); !strings.Contains(got, "review") {
		t.Errorf("shows %s", got)
	}
}

func TestSegments(t *testing.T) {
	at := -1
	s := NewSegments([]string{"Day", "Week", "Month"}, 1, func(i int) { at = i })
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 80), Stack(0, Line(0, s, Spring())))
	b.shot("segments")
	test.Tap(s.buttons[2])
	test.Tap(s.buttons[2])
	if at != 2 || s.Current() != 2 || !s.buttons[2].pressed || s.buttons[1].pressed {
		t.Errorf("at %d", at)
	}
	b.window.Canvas().Focus(s.buttons[2])
	for key, want := range map[fyne.KeyName]int{fyne.KeyLeft: 1, fyne.KeyHome: 0, fyne.KeyEnd: 2} {
		s.SetCurrent(2)
		if key == fyne.KeyEnd {
			s.SetCurrent(0)
		}
		b.window.Canvas().Focus(s.buttons[s.Current()])
		press(b.window.Canvas().Focused(), key)
		if s.Current() != want || at != want || b.window.Canvas().Focused() != fyne.Focusable(s.buttons[want]) {
			t.Errorf("%s: %d is chosen, %d was told, not %d", key, s.Current(), at, want)
		}
	}
}

func TestArrowsMoveBetweenRows(t *testing.T) {
	rows := []*Row{NewRow(RowSpec{Tap: func() {}}), NewRow(RowSpec{}), NewRow(RowSpec{Tap: func() {}})}
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), Rows(rows...))
	c := b.window.Canvas()
	c.Focus(rows[0].Focusable())
	press(c.Focused(), fyne.KeyDown)
	if c.Focused() != rows[2].Focusable() {
		t.Error("Down does not reach the next row that can be pressed")
	}
	press(c.Focused(), fyne.KeyUp)
	if c.Focused() != rows[0].Focusable() {
		t.Error("Up does not come back")
	}
}

// A changed theme reaches everything that is on show: the window then looks as if it had been made with it.
