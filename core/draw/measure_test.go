package draw

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func TestRegularAndBoldHaveTheSameRunes(t *testing.T) {
	for r := rune(0); r <= lastRune; r++ {
		_, regular := Regular.advance(r)
		_, bold := Bold.advance(r)
		if regular != bold {
			t.Fatalf("%U: regular %v, bold %v", r, regular, bold)
		}
	}
}

func TestWidth(t *testing.T) {
	style := Style{Size: 10}
	// Advances of Noto Sans 2.004: A is 639, space 260, the minus of Noto Sans Math 572.
	if got := Width("A A", style); !near(got, 15.38) {
		t.Errorf("width %v", got)
	}
	if got := Width("−", style); !near(got, 5.72) {
		t.Errorf("width of the minus %v", got)
	}
	if Width("A", Style{Size: 10, Bold: true}) <= Width("A", style) {
		t.Error("bold is no wider than regular")
	}
}

func TestSetSplitsByFace(t *testing.T) {
	steps := Set("5 − 3 ✓ да", Style{Size: 10, Bold: true, Ink: MutedInk}, 100, 50)
	var got []string
	x := 100.0
	for _, s := range steps {
		run := s.(Text)
		got = append(got, run.String)
		if run.Y != 50 || run.Size != 10 || run.Ink != MutedInk || !near(run.X, x) {
			t.Errorf("run %+v, want x %v", run, x)
		}
		x += run.Width
	}
	if want := "5 |−| 3 |✓| да"; strings.Join(got, "|") != want {
		t.Errorf("runs %q, want %q", strings.Join(got, "|"), want)
	}
}

func TestMarksStayInTheRunOfTheirLetter(t *testing.T) {
	for text, want := range map[string]int{"≥\u0302": 1, "x\u0302": 1, "✓\u0302": 2, "−x\u0302": 2} {
		if steps := Set(text, Style{Size: 10}, 0, 0); len(steps) != want {
			t.Errorf("%q is set as %+v", text, steps)
		}
	}
}

func TestRunsAreWhatWasMeasured(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := CleanLine(hostile().Draw(t, "text"))
		style := Style{Size: rapid.Float64Range(1, 40).Draw(t, "size"), Bold: rapid.Bool().Draw(t, "bold")}
		var all strings.Builder
		width := 0.0
		for _, s := range Set(text, style, 0, 0) {
			run := s.(Text)
			all.WriteString(run.String)
			width += run.Width
			for _, r := range run.String {
				if _, ok := run.Face.advance(r); !ok {
					t.Fatalf("face %d lacks %U", run.Face, r)
				}
			}
		}
		if all.String() != text || !near(width, Width(text, style)) {
			t.Fatalf("runs %q (%v), text %q (%v)", all.String(), width, text, Width(text, style))
		}
	})
}

func TestWordsStandInTheirRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		style := Style{Size: 12, Bold: rapid.Bool().Draw(t, "bold")}
		for _, s := range Set(CleanLine(hostile().Draw(t, "text")), style, 50, 60) {
			run := s.(Text)
			from := 0
			for _, word := range run.Words() {
				at := from + strings.Index(run.String[from:], word.String)
				from = at + len(word.String)
				if !near(word.X, run.X+Width(run.String[:at], style)) && run.Face <= Bold {
					t.Fatalf("%q of %q stands at %v", word.String, run.String, word.X)
				}
				if word.Y != 60 || word.X+word.Width > run.X+run.Width+slack || strings.Contains(word.String, " ") {
					t.Fatalf("%+v of %+v", word, run)
				}
			}
			if rest := strings.Trim(run.String[from:], " "); rest != "" {
				t.Fatalf("%q of %q is left out", rest, run.String)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	style := Style{Size: 10}
	width := Width("разработчик", style)
	tests := []struct {
		name, in string
		want     string
	}{
		{"empty", "", ""},
		{"fits", "наставник и", "наставник и"},
		{"breaks at a space", "наставник и друг", "наставник и|друг"},
		{"keeps line ends", "a\n\nb", "a||b"},
		{"drops spaces at ends", "наставник и    друг  ", "наставник и|друг"},
		{"keeps an indent", "  a", "  a"},
		{"a dash ends a line", "и я тут — друг", "и я тут —|друг"},
		{"a dash takes its word along", "наставник и я — друг", "наставник и|я — друг"},
		{"a wide mark stays with its letter", "разработ1\u20e2", "разработ|1\u20e2"},
		{"dashes alone", "— — — — — — — —", "— — — — —|— — —"},
		{"after a hyphen between letters", "фронт-разработчик", "фронт-|разработчик"},
		{"no break in a date", "on day 2026-11-23", "on day|2026-11-23"},
		{"no break at a no-break space", "собрано 10\u00a0000", "собрано|10\u00a0000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, r := range Wrap(tt.in, style, width) {
				got = append(got, r.Text)
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}

func TestWrapCutsLongWords(t *testing.T) {
	style := Style{Size: 10}
	rows := Wrap(strings.Repeat("x\u0302", 10_000), style, 200)
	n := 0
	for _, r := range rows {
		if r.Width > 200 || strings.HasPrefix(r.Text, "\u0302") {
			t.Fatalf("row %q of width %v", r.Text, r.Width)
		}
		n += strings.Count(r.Text, "x\u0302")
	}
	if n != 10_000 {
		t.Errorf("%d of 10000 letters left", n)
	}
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := Clean(hostile().Draw(t, "text"))
		style := Style{Size: 10, Bold: rapid.Bool().Draw(t, "bold")}
		width := rapid.Float64Range(0, 300).Draw(t, "width")
		var all strings.Builder
		for _, r := range Wrap(text, style, width) {
			all.WriteString(r.Text)
			if !near(r.Width, Width(r.Text, style)) {
				t.Fatalf("row %q is %v wide, not %v", r.Text, Width(r.Text, style), r.Width)
			}
			if n := letters(r.Text); r.Width > width+slack && n > 1 {
				t.Fatalf("row %q of %d letters is %v wide, not %v", r.Text, n, r.Width, width)
			}
		}
		if got, want := solid(all.String()), solid(text); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

// letters counts runes that are no marks.
func letters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n
}

// solid is a text without its spaces and line ends.
func solid(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
