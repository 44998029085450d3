package draw

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"
)

// kinds are the blocks of a Flow, each fed with one text wherever it takes words.
var kinds = []struct {
	name string
	add  func(f *Flow, text string)
}{
	{"title", func(f *Flow, s string) { f.Title(s, s) }},
	{"heading", func(f *Flow, s string) { f.Heading(s); f.Subheading(s) }},
	{"paragraph", func(f *Flow, s string) { f.Paragraph(s); f.Note(s) }},
	{"list", func(f *Flow, s string) { f.List([]string{s, "", s}) }},
	{"facts", func(f *Flow, s string) { f.Facts([]Fact{{s, s}, {s, ""}, {"", s}}) }},
	{"tiles", func(f *Flow, s string) { f.Tiles([]Tile{{s, s}, {"1", s}, {s, ""}, {"2", "b"}, {s, s}}) }},
	{"table", func(f *Flow, s string) { f.Table(tableOf(s, s)) }},
	{"long table", func(f *Flow, s string) {
		t := tableOf("head", s)
		t.Rows = slices.Repeat(t.Rows, 12)
		f.Table(t)
	}},
	{"bars", func(f *Flow, s string) {
		f.Bars([]Bar{{Label: s, Value: s, Max: 5, Now: 3}, {Label: s, Max: 1, Now: 7}}, BarLegend{s, s, s})
	}},
	{"line chart", func(f *Flow, s string) {
		f.LineChart(LineChart{Series: []Series{{s, []Point{{0, 0}, {1, 2}}}, {s, nil}}})
	}},
	{"parts", func(f *Flow, s string) { f.Parts([]Part{{s, s, 1}, {s, "", math.NaN()}, {"", s, 2}}) }},
	{"kept", func(f *Flow, s string) { f.Keep(func() { f.Heading(s); f.Paragraph(s); f.Paragraph(s) }) }},
}

func tableOf(head, text string) Table {
	return Table{
		Columns: []Column{{Head: head, Weight: 3}, {Head: "n", Align: Right}, {Head: head, Align: Center}, {Head: "bar", Weight: 2}},
		Rows: [][]Cell{
			{{Text: text}, {Text: "1"}, {Text: text, Bold: true}, {Text: text, Bar: &Bar{Max: 2, Now: 1}}},
			{{Text: text, Muted: true}},
			{},
		},
	}
}

func footer(n, of int) string { return fmt.Sprintf("page %d of %d", n, of) }

func pageText(doc *Document) []Text {
	var texts []Text
	for i := range doc.Pages {
		texts = append(texts, runs(doc.Pages[i].Steps)...)
	}
	return texts
}

func runs(steps []Step) []Text {
	var texts []Text
	for _, s := range steps {
		if t, ok := s.(Text); ok {
			texts = append(texts, t)
		}
	}
	return texts
}

// checkPages holds what a layout promises: all text is within the margins, no run lies upon another, and
// each run has a face that can set it.
func checkPages(t reporter, doc *Document, sheet Sheet) {
	const tolerance = 1e-3
	for n, page := range doc.Pages {
		texts := runs(page.Steps)
		for _, a := range texts {
			if a.X < sheet.Left-tolerance || a.X+a.Width > page.Width-sheet.Right+tolerance ||
				a.Top() < sheet.Top-tolerance || a.Bottom() > page.Height-sheet.Bottom+tolerance {
				t.Fatalf("page %d: %q leaves the margins: %+v", n+1, a.String, a)
			}
			for _, r := range a.String {
				if _, ok := a.Face.advance(r); !ok {
					t.Fatalf("page %d: face %d lacks %U", n+1, a.Face, r)
				}
			}
		}
		if a, b, ok := overlap(texts, tolerance); ok {
			t.Fatalf("page %d: %q and %q overlap:\n%+v\n%+v", n+1, a.String, b.String, a, b)
		}
		for _, s := range page.Steps {
			if !finiteStep(s) {
				t.Fatalf("page %d: %+v has no place", n+1, s)
			}
		}
	}
}

// overlap finds two runs whose line boxes share an area.
func overlap(texts []Text, tolerance float64) (a, b Text, found bool) {
	texts = slices.Clone(texts)
	slices.SortFunc(texts, func(a, b Text) int {
		if a.Top() < b.Top() {
			return -1
		}
		return 1
	})
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			if b.Top() >= a.Bottom()-tolerance {
				break
			}
			if min(a.X+a.Width, b.X+b.Width)-max(a.X, b.X) > tolerance && a.Width > 0 && b.Width > 0 {
				return a, b, true
			}
		}
	}
	return a, b, false
}

func finiteStep(s Step) bool {
	text := fmt.Sprintf("%v", s)
	if t, ok := s.(Text); ok {
		t.String = ""
		text = fmt.Sprintf("%v", t)
	}
	return !strings.Contains(text, "NaN") && !strings.Contains(text, "Inf")
}

// census counts the visible runes of texts.
func census(texts ...string) map[rune]int {
	count := map[rune]int{}
	for _, text := range texts {
		for _, r := range text {
			if !unicode.IsSpace(r) {
				count[r]++
			}
		}
	}
	return count
}

// checkKind sets one kind of block with a text and holds the promises, and that each rune of the text is
// drawn as often as the block was given it.
func checkKind(t reporter, kind int, text string) {
	k := kinds[kind%len(kinds)]
	sheet := A4()
	f := NewFlow(sheet)
	f.Paragraph("before")
	k.add(f, text)
	f.Paragraph("after")
	doc := f.Document(Meta{Title: text}, footer)
	checkPages(t, doc, sheet)

	given := NewFlow(sheet)
	k.add(given, "\ue000") // a rune that no face has: its stand-in counts how often the block takes the text
	times := census(joined(runs(given.Figure().Steps)))[missing]
	got := census(joined(pageText(doc)))
	for r, n := range census(Clean(text)) {
		if got[r] < n*times {
			t.Fatalf("%s: %U is drawn %d times, not %d", k.name, r, got[r], n*times)
		}
	}
	figure := f.Figure()
	if have := census(joined(runs(figure.Steps))); len(doc.Pages) == 1 {
		for r, n := range census(Clean(text)) {
			if have[r] < n*times {
				t.Fatalf("%s: %U is drawn %d times in the figure, not %d", k.name, r, have[r], n*times)
			}
		}
	}
}

func joined(texts []Text) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(t.String)
	}
	return b.String()
}

func TestBlocksHold(t *testing.T) {
	texts := map[string]string{
		"empty":         "",
		"a letter":      "x",
		"russian":       "Сократить время дежурства с 12 до 4 часов в неделю и передать его команде",
		"a long word":   strings.Repeat("наставничество", 715),
		"a long text":   strings.Repeat("Growth − not marks — растёт ✓. ", 900),
		"many lines":    strings.Repeat("строка\n", 200),
		"marks":         strings.Repeat("x\u0302\u0323", 3000),
		"wide and tall": strings.Repeat("⸻\u0301Й́", 500),
		"spaces":        strings.Repeat(" \t", 2000),
		"hostile":       "a\x00\xff😀\u202e陈\u0301\r\n\t─ ﷺ",
	}
	for kind, k := range kinds {
		for name, text := range texts {
			t.Run(k.name+"/"+name, func(t *testing.T) { checkKind(t, kind, text) })
		}
	}
}

func TestAnyFlowHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sheet := A4()
		f := NewFlow(sheet)
		for range rapid.IntRange(0, 12).Draw(t, "blocks") {
			kind := rapid.IntRange(0, len(kinds)-1).Draw(t, "kind")
			text := strings.Repeat(hostile().Draw(t, "text"), rapid.SampledFrom([]int{1, 1, 3, 40}).Draw(t, "times"))
			kinds[kind].add(f, text)
		}
		foot := hostile().Draw(t, "footer")
		doc := f.Document(Meta{}, func(n, of int) string { return fmt.Sprint(foot, n, of) })
		checkPages(t, doc, sheet)
		for i, page := range doc.Pages {
			if len(doc.Pages) > 1 && len(page.Steps) == 0 {
				t.Fatalf("page %d of %d is empty", i+1, len(doc.Pages))
			}
		}
	})
}

func TestTableRepeatsItsHeader(t *testing.T) {
	f := NewFlow(A4())
	table := Table{Columns: []Column{{Head: "Goal"}, {Head: "Now"}}}
	for i := range 120 {
		table.Rows = append(table.Rows, Words(fmt.Sprint("goal ", i), "1"))
	}
	f.Heading("Goals")
	f.Table(table)
	doc := f.Document(Meta{}, footer)
	if len(doc.Pages) < 3 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	for i, page := range doc.Pages {
		texts := runs(page.Steps)
		first := 0
		if i == 0 {
			first = 1 // the heading
		}
		if texts[first].String != "Goal" || texts[first].Face != Bold {
			t.Errorf("page %d begins with %q", i+1, texts[first].String)
		}
		if want := fmt.Sprintf("page %d of %d", i+1, len(doc.Pages)); texts[len(texts)-1].String != want {
			t.Errorf("page %d ends with %q, want %q", i+1, texts[len(texts)-1].String, want)
		}
	}
}

// TestBreaksAreGood moves a break over every place of a text: no heading at the foot of a page, no line of a
// paragraph alone.
func TestBreaksAreGood(t *testing.T) {
	for lines := range 60 {
		f := NewFlow(A4())
		for range lines {
			f.Paragraph("filler")
		}
		f.Heading("Heading")
		f.Paragraph(strings.Repeat("word ", 100))
		f.Keep(func() {
			f.Heading("Kept")
			for range 10 {
				f.Paragraph("together")
			}
		})
		doc := f.Document(Meta{}, nil)
		for i, page := range doc.Pages {
			texts := runs(page.Steps)
			if last := texts[len(texts)-1]; last.Face == Bold {
				t.Errorf("%d lines: page %d ends with %q", lines, i+1, last.String)
			}
			words, together := 0, 0
			for _, run := range texts {
				if strings.HasPrefix(run.String, "word") {
					words++
				}
				if run.String == "together" {
					together++
				}
			}
			if words == 1 || together%10 != 0 {
				t.Errorf("%d lines: page %d has %d lines of the paragraph, %d of what is kept", lines, i+1, words, together)
			}
		}
	}
}

// TestTablesAndChartsBreakWell moves a break over every place: the header, first row and last row of a table
// have company, and a legend stands with its chart.
func TestTablesAndChartsBreakWell(t *testing.T) {
	for lines := range 600 {
		f := NewFlow(A4())
		for range lines / 10 {
			f.Paragraph("filler")
		}
		f.Space(float64(2 * (lines % 10)))
		f.Table(Table{Columns: []Column{{Head: "head"}}, Rows: [][]Cell{Words("row"), Words("row"), Words("row"), Words("row")}})
		f.Parts([]Part{{"part", "", 1}})
		for i, page := range f.Document(Meta{}, nil).Pages {
			rows, bar := 0, false
			for _, s := range page.Steps {
				switch s := s.(type) {
				case Text:
					if s.String == "row" {
						rows++
					}
					if s.String == "part" && !bar {
						t.Errorf("%d lines: the legend on page %d has no bar", lines, i+1)
					}
				case Rect:
					bar = bar || s.Fill == AccentInk && s.W > 100 // not the sign in the legend
				}
			}
			if rows == 1 {
				t.Errorf("%d lines: page %d has a row alone", lines, i+1)
			}
		}
	}
}

func TestColumnsAreAligned(t *testing.T) {
	f := NewFlow(Strip(300, 10))
	f.Table(Table{
		Columns: []Column{{Head: "l"}, {Head: "c", Align: Center}, {Head: "r", Align: Right}},
		Rows:    [][]Cell{Words("a", "b", "c"), Words("long words", "long words", "long words")},
	})
	texts := runs(f.Figure().Steps)
	left, center, right := texts[6], texts[7], texts[8]
	for i := 0; i < 6; i += 3 {
		l, c, r := texts[i], texts[i+1], texts[i+2]
		if !near(l.X, left.X) || !near(c.X+c.Width/2, center.X+center.Width/2) || !near(r.X+r.Width, right.X+right.Width) {
			t.Errorf("%+v\n%+v\n%+v", l, c, r)
		}
	}
	if !near(center.X+center.Width/2, 150) || !near(left.X, 300-right.X-right.Width) {
		t.Errorf("the columns are not even: %+v", texts[6:])
	}
}

func TestLongFootersEndInAnEllipsis(t *testing.T) {
	f := NewFlow(A4())
	f.Paragraph("text")
	doc := f.Document(Meta{}, func(int, int) string { return strings.Repeat("footer ", 500) })
	texts := runs(doc.Pages[0].Steps)
	if len(texts) != 1+footLines || !strings.HasSuffix(texts[footLines].String, "…") {
		t.Errorf("%d runs, the last is %q", len(texts), texts[len(texts)-1].String)
	}
	checkPages(t, doc, A4())
}

func TestOutlinePointsAtHeadings(t *testing.T) {
	f := NewFlow(A4())
	f.Title("Отчёт\nза год", "")
	for i := range 30 {
		f.Heading(fmt.Sprint("Section ", i))
		f.Paragraph(strings.Repeat("word ", 200))
	}
	doc := f.Document(Meta{Title: "t", Created: time.Unix(0, 0)}, footer)
	if len(doc.Outline) != 31 || doc.Outline[0].Title != "Отчёт за год" || doc.Outline[0].Level != 0 {
		t.Fatalf("outline %+v", doc.Outline)
	}
	for _, item := range doc.Outline[1:] {
		found := false
		for _, run := range runs(doc.Pages[item.Page].Steps) {
			found = found || run.String == item.Title && run.Y > item.Y && run.Y < item.Y+run.Size*2
		}
		if !found || item.Level != 1 {
			t.Errorf("%+v points at nothing", item)
		}
	}
}

func TestFootersThatGrow(t *testing.T) {
	f := NewFlow(A4())
	for range 3000 {
		f.Paragraph("line")
	}
	long := func(n, of int) string { return strings.Repeat("слово ", n) + fmt.Sprint(of) }
	doc := f.Document(Meta{}, long)
	checkPages(t, doc, A4())
	if got := strings.Count(joined(pageText(doc)), "line"); got != 3000 {
		t.Errorf("%d of 3000 lines", got)
	}
}

func TestEmptyLinesMakeNoPages(t *testing.T) {
	f := NewFlow(A4())
	f.Paragraph("\n\n" + strings.Repeat("one\n\n\n\n\n", 10) + strings.Repeat("\n \n", 5000))
	f.Table(Table{Columns: []Column{{Head: "h"}}, Rows: [][]Cell{Words(strings.Repeat("\n", 5000))}})
	doc := f.Document(Meta{}, nil)
	if len(doc.Pages) != 1 || len(runs(doc.Pages[0].Steps)) != 11 {
		t.Errorf("%d pages", len(doc.Pages))
	}
	if texts := runs(doc.Pages[0].Steps); !near(texts[1].Y-texts[0].Y, 2*10*leading) {
		t.Errorf("the empty line is gone: %v, %v", texts[0].Y, texts[1].Y)
	}
}

func TestEmptyFlowIsAPage(t *testing.T) {
	doc := NewFlow(A4()).Document(Meta{}, nil)
	if len(doc.Pages) != 1 || len(doc.Pages[0].Steps) != 0 {
		t.Errorf("%+v", doc.Pages)
	}
}
