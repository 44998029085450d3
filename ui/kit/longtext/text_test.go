package longtext

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// inTens gives each letter a width of 10, and marks none.
func inTens(text string) float32 {
	n := 0
	for b := []byte(text); len(b) > 0; b = b[letterEnd(b, 0):] {
		n++
	}
	return float32(10 * n)
}

func newText(text string, width float32) *Text {
	t := New(inTens)
	t.SetWidth(width)
	t.Set(text)
	return t
}

func rows(t *Text) []string {
	var out []string
	for i := range t.Rows() {
		out = append(out, t.Row(i))
	}
	return out
}

func TestRowsEndAfterSpaces(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		want  []string
	}{
		{"", 100, []string{""}},
		{"one", 100, []string{"one"}},
		{"one two", 70, []string{"one two"}},
		{"one two", 60, []string{"one ", "two"}},
		{"one   two", 30, []string{"one   ", "two"}},
		{"a\n\nb\n", 100, []string{"a", "", "b", ""}},
		{"endlessness", 40, []string{"endl", "essn", "ess"}},
		{"an endlessness", 40, []string{"an ", "endl", "essn", "ess"}},
		{"wide", 1, []string{"w", "i", "d", "e"}},
		{"e\u0301e\u0301e\u0301", 20, []string{"e\u0301e\u0301", "e\u0301"}},
		{"план на неделю", 80, []string{"план на ", "неделю"}},
		{"nothing said yet", 0, []string{"nothing said yet"}},
	} {
		if got := rows(newText(c.text, c.width)); !slices.Equal(got, c.want) {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestARowIsNeverEndless(t *testing.T) {
	for name, text := range map[string]string{
		"spaces": strings.Repeat(" ", 3*mostInRow), "marks": strings.Repeat("\u0301", 3*mostInRow), "joiners": strings.Repeat("\u200d", 3*mostInRow),
	} {
		x := newText(text, 1000)
		for i := range x.Rows() {
			if n := len(x.Row(i)); n > mostInRow {
				t.Errorf("%s: a row of %d bytes", name, n)
			}
		}
		if strings.Join(rows(x), "") != text {
			t.Errorf("%s: the rows are not the text", name)
		}
	}
}

func TestLettersAreWhole(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"aб", []string{"a", "б"}},
		{"e\u0301й", []string{"e\u0301", "й"}},
		{"и\u0306х", []string{"и\u0306", "х"}},
		{"👍🏽👍", []string{"👍🏽", "👍"}},
		{"👩‍👩‍👧!", []string{"👩‍👩‍👧", "!"}},
		{"🇷🇸🇩🇪", []string{"🇷🇸", "🇩🇪"}},
		{"한글", []string{"한", "글"}},
		{"a\n\u0301", []string{"a", "\n", "\u0301"}},
		{"a" + strings.Repeat("\u0301", 10) + "b", []string{"a" + strings.Repeat("\u0301", 10), "b"}},
	} {
		x := newText(c.text, 1000)
		var got, back []string
		for at := 0; at < x.Len(); at = x.letterAfter(at) {
			got = append(got, c.text[at:x.letterAfter(at)])
		}
		for at := x.Len(); at > 0; at = x.letterBefore(at) {
			back = append([]string{c.text[x.letterBefore(at):at]}, back...)
		}
		if !slices.Equal(got, c.want) || !slices.Equal(back, c.want) {
			t.Errorf("%q: %q forward, %q back, want %q", c.text, got, back, c.want)
		}
	}
}

// What stands alone, two together, is two letters by the rules of Unicode too.
func TestTheQuickRuleForLettersIsTheSlowOne(t *testing.T) {
	var samples []rune
	for r := rune(' '); r < 0x20000; r++ {
		if alone(r) && (r < 0x600 || r%37 == 0) {
			samples = append(samples, r)
		}
	}
	for i, r := range samples {
		next := samples[(i*7919+13)%len(samples)]
		if text := []byte(string([]rune{r, next})); firstLetter(text, 4) != utf8.RuneLen(r) {
			t.Fatalf("%U %U are one letter", r, next)
		}
	}
}

func TestStepsOfTheCursor(t *testing.T) {
	const text = "one two,  three\nfour e\u0301nd"
	for _, c := range []struct {
		name  string
		from  int
		steps []Step
		want  string // what stands before the cursor
	}{
		{"right over a letter with a mark", strings.Index(text, "e\u0301"), []Step{Right}, "one two,  three\nfour e\u0301"},
		{"left over it", strings.Index(text, "nd"), []Step{Left}, "one two,  three\nfour "},
		{"left at the beginning", 0, []Step{Left}, ""},
		{"words on", 0, []Step{WordRight, WordRight}, "one two"},
		{"over the end of a line", 0, []Step{WordRight, WordRight, WordRight, WordRight}, "one two,  three\nfour"},
		{"words back", len(text), []Step{WordLeft, WordLeft}, "one two,  three\n"},
		{"end of a row", 0, []Step{RowEnd}, "one two,  three"},
		{"beginning of a row", len(text), []Step{RowStart}, "one two,  three\n"},
		{"end", 3, []Step{TextEnd}, text},
		{"beginning", 3, []Step{TextStart}, ""},
	} {
		x := newText(text, 1000)
		x.place(c.from)
		for _, s := range c.steps {
			x.Move(s, false)
		}
		if got := text[:x.Cursor()]; got != c.want {
			t.Errorf("%s: after %q, want after %q", c.name, got, c.want)
		}
	}
}

func TestUpAndDownKeepTheirDistance(t *testing.T) {
	x := newText("long line\nab\nanother line", 1000)
	x.place(7)
	x.MoveRows(1, false)
	if row, _ := x.Place(); row != 1 || x.Cursor() != len("long line\nab") {
		t.Fatalf("row %d, at %d", row, x.Cursor())
	}
	x.MoveRows(1, false)
	if got := x.String()[:x.Cursor()]; got != "long line\nab\nanother" {
		t.Errorf("down again: after %q", got)
	}
	x.MoveRows(1, false)
	if x.Cursor() != x.Len() {
		t.Error("down in the last row does not go to the end")
	}
	x.MoveRows(-2, true)
	if from, to := x.Selection(); x.Cursor() == 0 || from != x.Cursor() || to != x.Len() {
		t.Errorf("up two rows: %d to %d", from, to)
	}
	x.MoveRows(-1, false)
	if x.Cursor() != 0 {
		t.Error("up in the first row does not go to the beginning")
	}
}

// The end of a row that hangs over is the same place as the beginning of the next; End stays in its row.
func TestEndStaysInItsRow(t *testing.T) {
	x := newText("aaaa bbbb cccc", 60)
	x.Move(RowEnd, false)
	if row, at := x.Place(); row != 0 || at != 50 {
		t.Fatalf("row %d, %v from the left", row, at)
	}
	x.Move(Right, false)
	if row, at := x.Place(); row != 1 || at != 10 {
		t.Errorf("one on: row %d, %v from the left", row, at)
	}
	x.Move(RowStart, false)
	if row, at := x.Place(); row != 1 || at != 0 {
		t.Errorf("its beginning: row %d, %v from the left", row, at)
	}
}

func TestThePointerTakesLettersWordsAndParagraphs(t *testing.T) {
	const text = "one two-three\nfour five"
	for _, c := range []struct {
		grain    Grain
		row      int
		from, to float32
		want     string
	}{
		{ByLetter, 0, 14, 52, "ne t"},
		{ByLetter, 0, 52, 14, "ne t"},
		{ByWord, 0, 52, 52, "two"},
		{ByWord, 0, 32, 32, " "},
		{ByWord, 0, 72, 72, "-"},
		{ByWord, 0, 52, 92, "two-three"},
		{ByWord, 0, 92, 2, "one two-three"},
		{ByWord, 1, 999, 999, "five"},
		{ByParagraph, 0, 52, 52, "one two-three"},
	} {
		x := newText(text, 1000)
		x.Point(c.row, c.from, c.grain, false)
		x.PointOn(c.row, c.to, c.grain)
		if got := x.Selected(); got != c.want {
			t.Errorf("grain %d from %v to %v: %q, want %q", c.grain, c.from, c.to, got, c.want)
		}
	}
	x := newText(text, 1000)
	x.Point(0, 0, ByLetter, false)
	x.Point(1, 40, ByLetter, true)
	if got := x.Selected(); got != "one two-three\nfour" {
		t.Errorf("with Shift: %q", got)
	}
	if !x.Holds(0, 50) || x.Holds(1, 80) {
		t.Error("what is selected is not known")
	}
	if _, _, on, ok := x.SelectedIn(0); !on || !ok {
		t.Error("the selected end of a line is not to be seen")
	}
	if left, right, on, ok := x.SelectedIn(1); left != 0 || right != 40 || on || !ok {
		t.Errorf("row 1 is selected from %v to %v, %v, %v", left, right, on, ok)
	}
}

// Words are taken back one by one, however fast they were typed.
func TestUndoGoesWordByWord(t *testing.T) {
	x := newText("", 1000)
	for _, r := range "one two" {
		x.Type(r)
	}
	x.DeleteBack(false)
	x.DeleteBack(false)
	var got []string
	for x.Undo() {
		got = append(got, x.String())
	}
	if want := []string{"one two", "one ", ""}; !slices.Equal(got, want) {
		t.Errorf("back: %q, want %q", got, want)
	}
	got = nil
	for x.Redo() {
		got = append(got, x.String())
	}
	if want := []string{"one ", "one two", "one t"}; !slices.Equal(got, want) {
		t.Errorf("forward: %q, want %q", got, want)
	}
	x.Undo()
	x.Type('!')
	if x.CanRedo() || x.Redo() {
		t.Error("what was typed can be followed by what was taken back before")
	}
}

func TestUndoGivesTheSelectionBack(t *testing.T) {
	x := newText("one two", 1000)
	x.Move(WordRight, true)
	x.Type('X')
	x.Type('Y')
	if x.String() != "XY two" {
		t.Fatalf("%q", x.String())
	}
	x.Undo()
	if x.String() != "one two" || x.Selected() != "one" {
		t.Errorf("%q with %q selected", x.String(), x.Selected())
	}
}

// What can be taken back does not fill the memory.
func TestHistoryIsBounded(t *testing.T) {
	x, big := newText("", 1000), strings.Repeat("x", mostBytes/4)
	for range 6 {
		x.Insert(big)
		x.SelectAll()
		x.DeleteBack(false)
	}
	sum := 0
	for _, c := range x.history.changes {
		sum += c.size()
	}
	if sum > mostBytes || sum != x.history.bytes || !x.CanUndo() {
		t.Errorf("%d bytes are kept, %d are counted, of %d", sum, x.history.bytes, mostBytes)
	}
}

func TestWhatNoTextMayHoldIsLeftOut(t *testing.T) {
	x := newText("a\x00b\r\nc\xff", 1000)
	if x.String() != "ab\nc\uFFFD" {
		t.Errorf("set: %q", x.String())
	}
	x.SelectAll()
	x.Insert("1\r\n2\x1b\t3")
	if x.String() != "1\n2\t3" {
		t.Errorf("pasted: %q", x.String())
	}
}

// TestTypingIsWhatAStringWouldBe types, deletes, moves and takes back at random beside a plain string, and wraps each
// text anew for comparison.
func TestTypingIsWhatAStringWouldBe(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "я", " ", "\n", "word", "два слова ", "e\u0301", "\u0301", "👩‍👩‍👧", "🇷🇸", "\t", "-", "endlessness-without-end", "\n\n"})
	rapid.Check(t, func(t *rapid.T) {
		x := newText(strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "text"), ""), float32(rapid.IntRange(1, 300).Draw(t, "width")))
		first := x.String()
		x.Rows()
		want := first
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			from, to := x.Selection()
			shift := rapid.Bool().Draw(t, "shift")
			switch rapid.IntRange(0, 6).Draw(t, "what") {
			case 0:
				text := piece.Draw(t, "insert")
				x.Insert(text)
				want = want[:from] + text + want[to:]
			case 1:
				if from == to {
					from = x.letterBefore(to)
				}
				x.DeleteBack(false)
				want = want[:from] + want[to:]
			case 2:
				if from == to {
					to = x.letterAfter(from)
				}
				x.DeleteForward(false)
				want = want[:from] + want[to:]
			case 3:
				x.Move(Step(rapid.IntRange(0, int(TextEnd)).Draw(t, "step")), shift)
			case 4:
				x.MoveRows(rapid.IntRange(-4, 4).Draw(t, "rows"), shift)
			case 5:
				x.Point(rapid.IntRange(-1, 20).Draw(t, "row"), float32(rapid.IntRange(-10, 400).Draw(t, "x")), Grain(rapid.IntRange(0, 2).Draw(t, "grain")), shift)
			case 6:
				x.SetWidth(float32(rapid.IntRange(1, 300).Draw(t, "new width")))
				x.Rows()
			}
			check(t, x, want)
		}
		for x.Undo() {
			check(t, x, x.String())
		}
		if x.String() != first {
			t.Fatalf("taken back, %q is %q", first, x.String())
		}
		for x.Redo() {
			check(t, x, x.String())
		}
		if x.String() != want {
			t.Fatalf("done again, %q is %q", want, x.String())
		}
	})
}

func check(t *rapid.T, x *Text, want string) {
	t.Helper()
	if x.String() != want || x.Len() != len(want) {
		t.Fatalf("%q, want %q", x.String(), want)
	}
	if c := x.Cursor(); c < 0 || c > len(want) || c < len(want) && !utf8.RuneStart(want[c]) {
		t.Fatalf("the cursor is at %d of %q", c, want)
	}
	fresh := newText(want, x.width)
	fresh.Rows()
	if !slices.Equal(x.starts, fresh.starts) {
		t.Fatalf("%q at %v is wrapped at %v, anew at %v", want, x.width, x.starts, fresh.starts)
	}
	if row, _ := x.Place(); row < 0 || row >= x.Rows() {
		t.Fatalf("the cursor is in row %d of %d", row, x.Rows())
	}
}

// A letter in the middle of a text of a million costs a small part of what it takes to wrap the text, whether it has
// many lines or none. Only in a single word of that length all rows after the letter begin elsewhere.
func TestALetterOfAMillionIsCheap(t *testing.T) {
	for name, line := range map[string]string{
		"lines": "A line of a note, such as somebody types.\n", "one line": "words and words ", "no words": "\n", "Russian": "Строка заметки. ",
	} {
		x := newText(strings.Repeat(line, 1_000_000/len(line)), 800)
		start := time.Now()
		x.Rows()
		whole := time.Since(start)
		x.place(x.letterBefore(x.Len() / 2))
		least := whole
		for range 10 { // the quickest: others use the processor too
			start = time.Now()
			x.Type('y')
			x.Place()
			least = min(least, time.Since(start))
		}
		if least > whole/4 {
			t.Errorf("%s: a letter takes %v, the whole text %v", name, least, whole)
		}
	}
}

func BenchmarkLetterInAMillion(b *testing.B) {
	x := newText(strings.Repeat("A line of a note, such as somebody types.\n", 24_000), 800)
	x.Rows()
	x.place(x.Len() / 2)
	for b.Loop() {
		x.Type('y')
		x.Place()
	}
}

func BenchmarkWrapAMillion(b *testing.B) {
	x := newText(strings.Repeat("A line of a note, such as somebody types.\n", 24_000), 800)
	for b.Loop() {
		x.starts = nil
		x.Rows()
	}
}
