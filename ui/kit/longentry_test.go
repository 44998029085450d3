package kit

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// area is a field of several lines alone in a window.
type area struct {
	*bench

	field *TextField
	e     *longEntry
}

func newArea(t *testing.T, text string, size fyne.Size) *area {
	t.Helper()
	f := NewTextArea("", "Say something", 3, nil)
	f.SetText(text)
	a := &area{bench: newBench(t, Look{Mode: Light}, size, f), field: f, e: f.entry.(*longEntry)}
	a.window.Canvas().Focus(a.e)
	return a
}

// key presses a key with Shift held down or not.
func (a *area) key(shift bool, keys ...fyne.KeyName) {
	if shift {
		a.e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		defer a.e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	press(a.e, keys...)
}

func (a *area) chord(key fyne.KeyName, with fyne.KeyModifier) {
	a.e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | with})
}

// at gives the place of the field where a row is, so far from the left of its text.
func (a *area) at(row int, x float32) fyne.Position {
	return fyne.NewPos(a.e.pad()+x, a.e.rowTop(row)+a.e.rowHeight()/2)
}

func (a *area) click(at fyne.Position, button desktop.MouseButton, with fyne.KeyModifier) {
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: button, Modifier: with}
	a.e.MouseDown(ev)
	a.e.MouseUp(ev)
}

// later lets the time pass in which a second click belongs to the first.
func (a *area) later() { a.e.mouse.last = a.e.mouse.last.Add(-time.Minute) }

func (a *area) width(text string) float32 { return a.e.width(text) }

// drawn gives the texts of all rows that are drawn, from top to bottom.
func (a *area) drawn() []string {
	var out []string
	y := float32(math.MinInt32)
	for _, o := range test.WidgetRenderer(a.e).Objects() {
		t, ok := o.(*canvas.Text)
		switch {
		case !ok || t.Text == "":
		case t.Position().Y > y+a.e.rowHeight()/2:
			out, y = append(out, t.Text), t.Position().Y
		default:
			out[len(out)-1] += t.Text
		}
	}
	return out
}

func TestAnAreaIsTypedIn(t *testing.T) {
	a := newArea(t, "", fyne.NewSize(400, 200))
	if got := a.field.Placeholder(); got != "Say something" || !slices.Contains(a.e.shown, fyne.CanvasObject(a.e.hint)) {
		t.Errorf("an empty one says %q", got)
	}
	a.field.Type("Привет, ми")
	a.key(false, fyne.KeyReturn)
	a.field.Type("👩‍👩‍👧 e\u0301t\u0301")
	if got := a.drawn(); len(got) != 2 || got[0] != "Привет, ми" {
		t.Errorf("%q is drawn", got)
	}
	a.key(false, fyne.KeyBackspace, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyBackspace)
	if got := a.field.Text(); got != "Привет, ми\n e\u0301" {
		t.Errorf("letters made of several runes go in parts: %q", got)
	}
	a.key(false, fyne.KeyHome, fyne.KeyDelete, fyne.KeyUp, fyne.KeyEnd)
	a.field.Type("р")
	if got := a.field.Text(); got != "Привет, мир\ne\u0301" {
		t.Errorf("%q", got)
	}
}

func TestAnAreaSelectsByKeys(t *testing.T) {
	const text = "one two three\nfour five six\nseven"
	for _, c := range []struct {
		name string
		do   func(a *area)
		want string
	}{
		{"Shift+Right", func(a *area) { a.key(true, fyne.KeyRight, fyne.KeyRight) }, "on"},
		{"Shift+End", func(a *area) { a.key(true, fyne.KeyEnd) }, "one two three"},
		{"Shift+Down", func(a *area) { a.key(true, fyne.KeyDown) }, "one two three\n"},
		{"Ctrl+Right twice, Ctrl+Shift+Left", func(a *area) {
			a.chord(fyne.KeyRight, 0)
			a.chord(fyne.KeyRight, 0)
			a.chord(fyne.KeyLeft, fyne.KeyModifierShift)
		}, "two"},
		{"Ctrl+End, Shift+Home", func(a *area) {
			a.chord(fyne.KeyEnd, 0)
			a.key(true, fyne.KeyHome)
		}, "seven"},
		{"Ctrl+Shift+End", func(a *area) { a.chord(fyne.KeyEnd, fyne.KeyModifierShift) }, text},
		{"Ctrl+End, Ctrl+Shift+Home", func(a *area) {
			a.chord(fyne.KeyEnd, 0)
			a.chord(fyne.KeyHome, fyne.KeyModifierShift)
		}, text},
		{"Ctrl+A", func(a *area) { a.e.TypedShortcut(&fyne.ShortcutSelectAll{}) }, text},
		{"Ctrl+A, Left", func(a *area) {
			a.field.SelectAll()
			a.key(false, fyne.KeyLeft)
		}, ""},
		{"Shift+PageDown", func(a *area) { a.key(true, fyne.KeyPageDown) }, text},
	} {
		a := newArea(t, text, fyne.NewSize(400, 200))
		c.do(a)
		if got := a.e.SelectedText(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAnAreaSelectsByThePointer(t *testing.T) {
	a := newArea(t, "one two three\nfour five six", fyne.NewSize(400, 200))
	in := a.at(0, a.width("one t"))
	a.click(in, desktop.MouseButtonPrimary, 0)
	if at := a.e.text.Cursor(); at != len("one t") {
		t.Errorf("a click puts the cursor at %d", at)
	}
	a.click(in, desktop.MouseButtonPrimary, 0)
	if got := a.e.SelectedText(); got != "two" {
		t.Errorf("two clicks select %q", got)
	}
	a.click(in, desktop.MouseButtonPrimary, 0)
	if got := a.e.SelectedText(); got != "one two three" {
		t.Errorf("three clicks select %q", got)
	}
	a.later()
	a.click(in, desktop.MouseButtonPrimary, 0)
	a.later()
	a.click(a.at(1, a.width("four")), desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	if got := a.e.SelectedText(); got != "wo three\nfour" {
		t.Errorf("a click with Shift selects %q", got)
	}
	a.click(a.at(0, a.width("one two ")), desktop.MouseButtonSecondary, 0)
	if got := a.e.SelectedText(); got != "wo three\nfour" {
		t.Errorf("the second button in what is selected leaves %q", got)
	}
	a.click(a.at(0, 0), desktop.MouseButtonSecondary, 0)
	if got := a.e.SelectedText(); got != "" {
		t.Errorf("the second button elsewhere leaves %q", got)
	}
	a.later()
	a.e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: a.at(1, a.width("four "))}, Button: desktop.MouseButtonPrimary})
	a.e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: a.at(0, a.width("one "))}})
	a.e.DragEnd()
	if got := a.e.SelectedText(); got != "two three\nfour " {
		t.Errorf("dragging selects %q", got)
	}
	a.field.Type("-")
	if got := a.field.Text(); got != "one -five six" {
		t.Errorf("typing over it gives %q", got)
	}
}

func TestAnAreaCutsCopiesAndPastes(t *testing.T) {
	a := newArea(t, "one two", fyne.NewSize(400, 200))
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("before")
	a.e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != "before" {
		t.Error("to copy nothing forgets what was copied")
	}
	a.chord(fyne.KeyRight, fyne.KeyModifierShift)
	a.e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != "one" || a.field.Text() != "one two" {
		t.Errorf("copied %q", clip.Content())
	}
	a.e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	clip.SetContent(clip.Content() + "\r\nand\x07")
	a.chord(fyne.KeyEnd, 0)
	a.e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if got := a.field.Text(); got != " twoone\nand" {
		t.Errorf("%q", got)
	}
	a.chord(fyne.KeyBackspace, 0)
	if got := a.field.Text(); got != " twoone\n" {
		t.Errorf("Ctrl+Backspace leaves %q", got)
	}
	a.chord(fyne.KeyHome, 0)
	a.chord(fyne.KeyDelete, 0)
	if got := a.field.Text(); got != "\n" {
		t.Errorf("Ctrl+Delete leaves %q", got)
	}
}

// Undo is the field's while there is something in it to be taken back, and the window's after that.
func TestAnAreaUndoes(t *testing.T) {
	a := newArea(t, "one", fyne.NewSize(400, 200))
	window := 0
	a.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { window++ })
	a.chord(fyne.KeyEnd, 0)
	a.field.Type(" two three")
	for range 3 {
		a.e.TypedShortcut(&fyne.ShortcutUndo{})
	}
	if got := a.field.Text(); got != "one" || window != 0 {
		t.Errorf("%q, and the window undid %d", got, window)
	}
	a.e.TypedShortcut(&fyne.ShortcutUndo{})
	if window != 1 || a.e.Undoes(&fyne.ShortcutUndo{}) {
		t.Error("with nothing to take back the window does not undo")
	}
	a.e.TypedShortcut(&fyne.ShortcutRedo{})
	a.chord(fyne.KeyZ, fyne.KeyModifierShift)
	if got := a.field.Text(); got != "one two " {
		t.Errorf("done again: %q", got)
	}
}

func TestAnAreaThatIsOffCanBeCopiedFrom(t *testing.T) {
	a := newArea(t, "one two", fyne.NewSize(400, 200))
	a.field.Disable()
	a.field.Type("x")
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("paste")
	a.key(false, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn)
	a.e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	a.field.SelectAll()
	a.e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	if a.field.Text() != "one two" || clip.Content() != "one two" || !a.field.Disabled() || !a.e.caret.Hidden {
		t.Errorf("%q is left, %q copied", a.field.Text(), clip.Content())
	}
	a.field.Enable()
	a.field.Type("x")
	if a.field.Text() != "x" || a.e.caret.Hidden {
		t.Errorf("on again: %q", a.field.Text())
	}
}

// The cursor blinks while the field has the focus, and not a moment longer: each turn draws the whole window.
func TestNothingBlinksUnseen(t *testing.T) {
	a := newArea(t, "one", fyne.NewSize(400, 200))
	if a.e.blink.anim == nil || a.e.caret.Hidden {
		t.Fatal("no cursor is to be seen where one types")
	}
	tick := a.e.blink.anim.Tick
	for at, hidden := range map[float32]bool{0.2: false, 0.6: true, 0.9: true, 0: false} {
		if tick(at); a.e.caret.Hidden != hidden {
			t.Errorf("at %v of its time the cursor is hidden: %v", at, a.e.caret.Hidden)
		}
	}
	tick(0.7)
	if a.field.Type("x"); a.e.caret.Hidden {
		t.Error("the cursor is hidden where one types")
	}
	for name, end := range map[string]func(){
		"without the focus": a.window.Canvas().Unfocus, "hidden": a.e.Hide, "off": a.field.Disable,
		"taken away": func() { test.WidgetRenderer(a.e).Destroy() },
	} {
		a.e.Show()
		a.field.Enable()
		a.window.Canvas().Unfocus()
		a.window.Canvas().Focus(a.e)
		if a.e.blink.anim == nil {
			t.Fatalf("%s: it does not begin to blink", name)
		}
		if end(); a.e.blink.anim != nil || !a.e.caret.Hidden {
			t.Errorf("%s it blinks on", name)
		}
	}
}

func TestAnAreaKeepsTheCursorInView(t *testing.T) {
	a := newArea(t, strings.Repeat("line\n", 1000), fyne.NewSize(400, 200))
	seen := func() bool {
		y := a.e.caret.Position().Y
		return y >= 0 && y+a.e.caret.Size().Height <= a.e.Size().Height
	}
	for _, do := range []func(){
		func() { a.chord(fyne.KeyEnd, 0) }, func() { a.field.Type("x") }, func() { a.key(false, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyUp) },
		func() { a.chord(fyne.KeyHome, 0) }, func() { a.key(false, fyne.KeyPageDown, fyne.KeyDown, fyne.KeyDown) },
		func() { a.window.Resize(fyne.NewSize(300, 120)); a.key(false, fyne.KeyRight) },
	} {
		if do(); !seen() {
			t.Errorf("the cursor is at %v of %v", a.e.caret.Position(), a.e.Size())
		}
	}
	row, _ := a.e.text.Place()
	a.e.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -2000)})
	if now, _ := a.e.text.Place(); now != row || seen() {
		t.Error("the wheel moves the cursor, or nothing")
	}
	if a.field.Type("x"); !seen() {
		t.Error("typing goes on unseen")
	}
}

// What has nothing left to scroll leaves the wheel to the page.
func TestTheWheelGoesOnToThePage(t *testing.T) {
	f, rest := NewTextArea("", "", 3, nil), Stack(0)
	for range 100 {
		rest.Add(NewText("more", Body()))
	}
	page := NewScroll(Stack(8, f, rest))
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 300), page)
	e, wheel := f.entry.(*longEntry), &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)}
	e.Scrolled(wheel)
	if page.At() != 104 {
		t.Errorf("the page is at %v", page.At())
	}
	f.SetText(strings.Repeat("line\n", 6))
	for range 10 {
		e.Scrolled(wheel)
	}
	if e.offset != e.highest() || page.At() <= 104 {
		t.Errorf("the field is at %v of %v, the page at %v", e.offset, e.highest(), page.At())
	}
}

func TestTheBarIsDragged(t *testing.T) {
	a := newArea(t, strings.Repeat("line\n", 1000), fyne.NewSize(400, 200))
	on := fyne.NewPos(a.e.Size().Width-2, a.e.bar.Position().Y+2)
	a.e.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: on}})
	if a.e.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer over the bar is one for text")
	}
	a.e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: on}, Button: desktop.MouseButtonPrimary})
	a.e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: on.AddXY(0, 1000)}})
	a.e.DragEnd()
	a.e.MouseOut()
	if a.e.offset != a.e.highest() || a.e.SelectedText() != "" || a.e.Cursor() != desktop.TextCursor {
		t.Errorf("at %v of %v, with %q selected", a.e.offset, a.e.highest(), a.e.SelectedText())
	}
	a.e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(on.X, 5)}, Button: desktop.MouseButtonPrimary})
	if a.e.offset > a.e.highest()/5 {
		t.Errorf("a click in its track leads to %v of %v", a.e.offset, a.e.highest())
	}
}

// Beyond its edge the pointer scrolls the field.
func TestDraggingBelowTheFieldScrolls(t *testing.T) {
	a := newArea(t, strings.Repeat("line\n", 1000), fyne.NewSize(400, 200))
	a.e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: a.at(0, 0)}, Button: desktop.MouseButtonPrimary})
	a.e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 400)}})
	was := a.e.offset
	a.e.mouse.moving.Tick(0.5)
	if from, to := a.e.text.Selection(); a.e.offset <= was || was == 0 || from != 0 || to < a.e.text.RowStart(10) {
		t.Errorf("at %v after %v, selected %d to %d", a.e.offset, was, from, to)
	}
	a.window.Canvas().Unfocus() // what the window does when the button is let go elsewhere
	a.e.DragEnd()
	if a.e.mouse.moving != nil || a.window.Canvas().Focused() != fyne.Focusable(a.e) {
		t.Error("it scrolls on by itself, or has lost the focus")
	}
}

func TestTheMenuOfAnArea(t *testing.T) {
	a := newArea(t, "one", fyne.NewSize(400, 300))
	labels := func() string {
		a.e.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
		defer a.window.Canvas().Overlays().Remove(a.window.Canvas().Overlays().Top())
		var all []string
		for _, o := range test.LaidOutObjects(a.window.Canvas().Overlays().Top()) {
			if t, ok := o.(*canvas.Text); ok {
				all = append(all, t.Text)
			}
		}
		return strings.Join(all, ", ")
	}
	if got := labels(); got != "Cut, Copy, Paste, Select all" {
		t.Errorf("offers %s", got)
	}
	a.field.Type("x")
	if got := labels(); got != "Undo, Cut, Copy, Paste, Select all" {
		t.Errorf("after typing it offers %s", got)
	}
	a.field.Disable()
	if got := labels(); got != "Copy, Select all" {
		t.Errorf("off it offers %s", got)
	}
}

// Only what is in view is drawn, and a letter is drawn in one row alone: of a million letters as of ten.
func TestALongTextIsDrawnInPart(t *testing.T) {
	for name, text := range map[string]string{
		"lines": strings.Repeat("A line of a note, such as somebody types.\n", 24_000), "one line": strings.Repeat("слова и слова ", 40_000),
		"one word": strings.Repeat("x", 1_000_000), "no words": strings.Repeat("\n", 1_000_000),
	} {
		a := newArea(t, text, fyne.NewSize(500, 400))
		objects := func() int { return len(test.WidgetRenderer(a.e).Objects()) }
		if n := objects(); n > 40 {
			t.Errorf("%s: %d objects", name, n)
		}
		a.chord(fyne.KeyEnd, 0)
		before := map[*entryRow]bool{}
		for _, r := range a.e.rows {
			before[r] = true
		}
		least := time.Hour
		for range 20 { // the quickest: others use the processor too
			start := time.Now()
			a.e.TypedRune('y')
			least = min(least, time.Since(start))
		}
		// The toolkit's own field takes seconds for one of them; this is a hundred times what is usual here.
		if least > 100*time.Millisecond {
			t.Errorf("%s: a letter takes %v", name, least)
		}
		kept := 0
		for _, r := range a.e.rows {
			if before[r] {
				kept++
			}
		}
		if kept < len(a.e.rows)-2 {
			t.Errorf("%s: of %d rows only %d kept their objects", name, len(a.e.rows), kept)
		}
		a.field.SelectAll()
		if n := objects(); n > 80 {
			t.Errorf("%s: all selected, %d objects", name, n)
		}
	}
}

// A row is never wider than the field, for its letters are measured one by one.
func TestRowsAreNoWiderThanTheField(t *testing.T) {
	for _, look := range []Look{{Mode: Light}, {Mode: Dark, Density: Compact, Scale: 2}} {
		for _, text := range []string{"Avoid Wave To Type AWAY fjord office ", "Уходит Тот АВТОР, но Гоголь дома: «ёлка» ", "→ x ≤ y ∑ 👩‍👩‍👧 e\u0301 "} {
			a := newArea(t, strings.Repeat(text, 50), fyne.NewSize(400, 300))
			setTheme(look)
			a.e.Refresh()
			room, least := a.e.Size().Width-2*a.e.pad(), float32(0)
			for i := range a.e.text.Rows() - 1 {
				w := a.width(strings.TrimRight(a.e.text.Row(i), " "))
				if least = max(least, w); w > room+1 {
					t.Fatalf("%q is %v wide in %v", a.e.text.Row(i), w, room)
				}
			}
			if least < room*0.8 {
				t.Errorf("%q: the widest row takes %v of %v", text, least, room)
			}
		}
	}
	setTheme(Look{Mode: Light})
}

// In another width the same text stays on top.
func TestTheViewStaysWhereItIsReadInAnotherWidth(t *testing.T) {
	var text strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&text, "%d is the number of this line, which is rather long for a narrow field. ", i)
	}
	a := newArea(t, text.String(), fyne.NewSize(600, 300))
	a.e.scrollTo(a.e.highest() / 2)
	top := a.e.text.RowStart(int(a.e.offset / float64(a.e.rowHeight())))
	a.window.Resize(fyne.NewSize(280, 300))
	first := int(a.e.offset / float64(a.e.rowHeight()))
	if from, to := a.e.text.RowStart(first), a.e.text.RowStart(first+1); top < from || top >= to {
		t.Errorf("%d was on top, now %d to %d", top, from, to)
	}
}

// The letters are where the field is, in the colours of the theme: nothing is drawn beyond its edge.
func TestAnAreaIsPainted(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		a := newArea(t, strings.Repeat("IIIIIIIIIIIIIIIIIIIIIIIII\n", 40), fyne.NewSize(300, 200))
		setTheme(Look{Mode: mode})
		a.field.Refresh()
		a.e.scrollTo(7)
		a.field.SelectAll()
		a.shot(fmt.Sprintf("area-%d", mode))
		picture := a.window.Canvas().Capture()
		inked := func(area image.Rectangle) bool {
			ground := picture.At(area.Min.X, area.Min.Y)
			for y := area.Min.Y; y < area.Max.Y; y++ {
				for x := area.Min.X; x < area.Max.X; x++ {
					if picture.At(x, y) != ground {
						return true
					}
				}
			}
			return false
		}
		bottom := int(a.e.Size().Height)
		if !inked(image.Rect(8, 10, 200, bottom-10)) || inked(image.Rect(20, bottom+6, 200, 200)) {
			t.Errorf("mode %d: nothing is painted, or too much", mode)
		}
	}
	setTheme(Look{Mode: Light})
}
