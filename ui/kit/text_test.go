package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

func textOf(lines []textLine) string {
	var b strings.Builder
	for _, l := range lines {
		for _, p := range l.pieces {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

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
	text := strings.Repeat("слово и ещё ", 1500) + strings.Repeat("безконца", 1000)
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
	for range len(text)/noteStep + 10 {
		if button, ok = FirstFocusable(note).(*Button); !ok {
			break
		}
		button.Tapped(nil)
	}
	joined := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if got := joined(strings.Join(Texts(note), " ")); got != joined(text) {
		t.Errorf("in the end it shows %d bytes of %d", len(got), len(text))
	}
}

// A page refreshes all that is on it at each step: a text that stays as it is is not broken into lines again, and one
// whose words, limit or theme are others is.
func TestATextIsBrokenIntoLinesOnce(t *testing.T) {
	setTheme(Look{Mode: Light})
	text := NewText("What was said about the draft, and about the promotion", Body())
	text.Resize(fyne.NewSize(120, 200))
	first := text.linesFor(120)
	text.Refresh()
	if again := text.linesFor(120); &again[0] != &first[0] {
		t.Error("a refresh breaks it again")
	}
	if wide := text.linesFor(400); len(wide) >= len(first) {
		t.Errorf("%d lines in more room, %d in less", len(wide), len(first))
	}
	if text.Limit(1); len(text.linesFor(120)) != 1 {
		t.Errorf("%d lines where one is allowed", len(text.linesFor(120)))
	}
	text.Limit(0).SetText("Said")
	if n := len(text.linesFor(120)); n != 1 {
		t.Errorf("%d lines of one word", n)
	}
	narrow := text.NaturalWidth()
	setTheme(Look{Mode: Light, Scale: 2})
	defer setTheme(Look{Mode: Light})
	text.Refresh()
	if wide := text.NaturalWidth(); wide < narrow*1.8 {
		t.Errorf("%v wide at twice the size, %v before", wide, narrow)
	}
	if h := linesHeight(text.linesFor(120)); h < 1.8*linesHeight(first[:1]) {
		t.Errorf("a line is %v high at twice the size", h)
	}
}
