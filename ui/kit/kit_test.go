package kit

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"
)

// luminance is relative luminance as WCAG 2.2 defines it.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextHasContrast(t *testing.T) {
	grounds := []fyne.ThemeColorName{ColorCard, ColorGround, ColorSidebar}
	type pair struct{ text, ground fyne.ThemeColorName }
	var pairs []pair
	for _, g := range grounds {
		for _, c := range []fyne.ThemeColorName{ColorText, ColorMuted, ColorAccent, ColorDanger} {
			pairs = append(pairs, pair{c, g})
		}
	}
	for k := Neutral; k <= Violet; k++ {
		strong, soft := k.Colors()
		pairs = append(pairs, pair{strong, soft}, pair{strong, ColorCard})
	}
	pairs = append(pairs, pair{ColorOnAccent, ColorAccent}, pair{ColorOnAccent, ColorAccentHover},
		pair{ColorOnInverse, ColorInverse}, pair{ColorText, ColorAccentSoft})
	for _, mode := range []Mode{Light, Dark} {
		th := NewTheme(Look{Mode: mode})
		for _, p := range pairs {
			if got := contrast(th.Color(p.text, 0), th.Color(p.ground, 0)); got < 4.5 {
				t.Errorf("mode %d: %s on %s has contrast %.2f", mode, p.text, p.ground, got)
			}
		}
	}
}

func TestThemeKnowsEveryName(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		th := NewTheme(Look{Mode: mode, Fonts: BundledFonts()})
		for _, n := range []fyne.ThemeColorName{
			theme.ColorNameBackground, theme.ColorNameForeground, theme.ColorNamePrimary, theme.ColorNameInputBorder,
			theme.ColorNameOverlayBackground, theme.ColorNameScrollBar, theme.ColorNameSelection, ColorTarget, ColorScrim,
		} {
			if c := th.Color(n, 0); c == nil || c == color.Transparent {
				t.Errorf("mode %d: %s has no colour", mode, n)
			}
		}
		if th.Font(fyne.TextStyle{Bold: true}).Name() != "NotoSans-Bold.ttf" || th.Font(fyne.TextStyle{Monospace: true}) == nil {
			t.Error("wrong face")
		}
	}
	system := NewTheme(Look{})
	if system.IsDark(theme.VariantLight) || !system.IsDark(theme.VariantDark) {
		t.Error("does not follow the system")
	}
	if got := NewTheme(Look{Scale: 9}).Size(SizeText); got != 28 {
		t.Errorf("scale is not bounded: %v", got)
	}
	for _, d := range []Density{Comfortable, Compact} {
		if h := NewTheme(Look{Density: d}).Size(SizeRow); h < 36 {
			t.Errorf("rows of %v are too low to hit", h)
		}
	}
}

func textOf(lines []textLine) string {
	var b strings.Builder
	for _, l := range lines {
		for _, p := range l.pieces {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// Wrapping loses no letter and no line is wider than the room, unless one letter alone is.
func TestWrapLosesNothing(t *testing.T) {
	newBench(t, Look{Mode: Light}, fyne.NewSize(10, 10), NewText("", Body()))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringMatching(`([a-zа-яё]{1,30} ?\n?){0,12}`), rapid.StringN(0, 60, -1)).Draw(t, "text")
		width := rapid.Float32Range(20, 400).Draw(t, "width")
		runs := []Run{{text, Body()}, {" tail", Strong()}}
		lines := wrapRuns(paintNow(), runs, width, 0)
		want := strings.ReplaceAll(clean(text, true), "\n", "") + " tail"
		if got := textOf(lines); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		for _, l := range lines {
			letters := 0
			for _, p := range l.pieces {
				letters += len(clusterBounds(strings.TrimRight(p.text, " ")))
			}
			if bare := l.width - trailingSpace(l, runs); bare > width+1 && letters > 1 {
				t.Fatalf("a line of %q is %v wide in %v", textOf([]textLine{l}), bare, width)
			}
		}
	})
}

func trailingSpace(l textLine, runs []Run) float32 {
	if len(l.pieces) == 0 {
		return 0
	}
	last := l.pieces[len(l.pieces)-1]
	p, s := paintNow(), runs[last.style].Style
	size := p.size(s.sizeName())
	return measure(last.text, size, s.textStyle()).width - measure(strings.TrimRight(last.text, " "), size, s.textStyle()).width
}

func TestEllipsis(t *testing.T) {
	text := NewLine("Introduce Amina to R. Meyer before the calibration", Body())
	newBench(t, Look{Mode: Light}, fyne.NewSize(160, 30), text)
	lines := text.linesFor(160)
	if got := textOf(lines); len(lines) != 1 || !strings.HasSuffix(got, ellipsis) || lines[0].width > 160 {
		t.Errorf("%d lines, %q, %v wide", len(lines), got, lines[0].width)
	}
	if got := textOf(text.linesFor(2000)); strings.HasSuffix(got, ellipsis) {
		t.Errorf("cut where there is room: %q", got)
	}
	two := NewText(strings.Repeat("word ", 50), Body()).Limit(2)
	if lines := two.linesFor(100); len(lines) != 2 || !strings.HasSuffix(textOf(lines), ellipsis) {
		t.Errorf("%d lines: %q", len(lines), textOf(lines))
	}
}

func TestHostileText(t *testing.T) {
	for in, want := range map[string]string{
		"a\u202eb": "ab", "a\x00b\x1b[31m": "ab[31m", "tab\there": "tab here", "a\u2066b\u2069": "ab", "плюс ✓": "плюс ✓", "a\nb": "a b",
	} {
		if got := clean(in, false); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	long := NewText(strings.Repeat("x", 20000), Body())
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), NewScroll(long))
	if long.HeightFor(300) < 5000 {
		t.Error("a word without end is cut")
	}
}

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

func TestToasts(t *testing.T) {
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(600, 400), NewText("", Body()))
	f, undone := b.stage.floats, 0
	f.Toast(ToastSpec{Text: "Action done", Action: "Undo", Do: func() { undone++ }})
	b.clock.move(time.Second)
	f.Toast(ToastSpec{Text: "The file could not be written: the disk is full.", Danger: true})
	b.shot("toasts")
	test.Tap(f.toasts[0].action)
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
	if got := strings.Join(f.Toasts(), ""); got != "234" {
		t.Errorf("shows %s", got)
	}
	if !f.RunNewestToast() || undone != 2 || len(f.Toasts()) != 2 {
		t.Errorf("undone %d, left %v", undone, f.Toasts())
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

func TestNoteBlocks(t *testing.T) {
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), NewNote("# Head\nEvidence **gaps**: a*b, snake_case_name.\n\n- one\n- *two*\n1. three\n**open", "More"))
	runs := inline("Evidence **gaps**: a * b, snake_case_name and *it*.", Body())
	if len(runs) != 5 || !runs[1].Bold || runs[1].Text != "gaps" || runs[2].Text != ": a * b, snake_case_name and " || !runs[3].Italic {
		t.Errorf("%+v", runs)
	}
	blocks := noteBlocks("# Head\npara\nsame para\n\n- one\n- two\nlast")
	if got := fmt.Sprintf("%q", texts(blocks)); got != `["Head" "para\nsame para" "•one•two" "last"]` {
		t.Error(got)
	}
}

func texts(objects []fyne.CanvasObject) []string {
	var out []string
	for _, o := range objects {
		out = append(out, strings.Join(Texts(o), ""))
	}
	return out
}

func TestLongNotesAreShownInParts(t *testing.T) {
	text := strings.Repeat("слово и ещё ", 50000)
	note := NewNote(text, "Show more")
	newBench(t, Look{Mode: Light}, fyne.NewSize(500, 500), NewScroll(note))
	shown := func() int { return len(strings.Join(Texts(note), "")) }
	first := shown()
	if first > 2*noteStep || first < noteStep/2 {
		t.Fatalf("shows %d bytes", first)
	}
	button, ok := FirstFocusable(note).(*Button)
	if !ok {
		t.Fatal("nothing leads to the rest")
	}
	button.Tapped(nil)
	if shown() < first*3/2 {
		t.Errorf("shows %d bytes after %d", shown(), first)
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
}

func TestArrowsMoveBetweenRows(t *testing.T) {
	rows := []*Row{NewRow(RowSpec{Tap: func() {}}), NewRow(RowSpec{}), NewRow(RowSpec{Tap: func() {}})}
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), Rows(rows...))
	c := b.window.Canvas()
	c.Focus(rows[0])
	press(c.Focused(), fyne.KeyDown)
	if c.Focused() != rows[2] {
		t.Error("Down does not reach the next row that can be pressed")
	}
	press(c.Focused(), fyne.KeyUp)
	if c.Focused() != rows[0] {
		t.Error("Up does not come back")
	}
}

// A changed theme reaches everything that is on show: the window then looks as if it had been made with it.
func TestThemeChangesWhileShown(t *testing.T) {
	looks := []Look{{Mode: Dark, Density: Compact}, {Mode: Light, Scale: 1.25}}
	for i, look := range looks {
		fresh := newBench(t, look, fyne.NewSize(1072, 760), NewScroll(todayLike()))
		want := fresh.window.Canvas().Capture()
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(1072, 760), NewScroll(todayLike()))
		b.window.Canvas().Capture()
		setTheme(look)
		b.stage.Refresh()
		b.stage.content.(*Scroll).Relayout()
		if n := differing(want, b.window.Canvas().Capture()); n > 0 {
			b.shot(fmt.Sprintf("theme-%d", i))
			t.Errorf("look %d: %d pixels differ", i, n)
		}
	}
}

func differing(a, b image.Image) int {
	n, other := 0, b.(*image.NRGBA).Pix
	for i, v := range a.(*image.NRGBA).Pix {
		if v != other[i] {
			n++
		}
	}
	return n
}
