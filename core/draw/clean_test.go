package draw

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain text stays", "Growth is not marks.\nОтчёт № 4 — 54 %", "Growth is not marks.\nОтчёт № 4 — 54 %"},
		{"nothing", "", ""},
		{"letters are composed", "и\u0306 Zoe\u0308", "й Zoë"},
		{"a letter without a composed form keeps its mark", "x\u0302", "x\u0302"},
		{"a mark without a letter gets a circle", "\u0301a \u0301", "◌\u0301a ◌\u0301"},
		{"fallback faces", "− ≥ ≤ → ⇄ ✓ ✔ ★ ●", "− ≥ ≤ → ⇄ ✓ ✔ ★ ●"},
		{"emoji", "ok 🚀!", "ok □!"},
		{"a smile", "ok 😀", "ok :)"},
		{"emoji that has a sign", "✅ ❌ ❔", "✔ ✘ ?"},
		{"a family is its members", "👨\u200d👩\u200d👧", "□□□"},
		{"skin is part of the hand", "👍🏽", "□"},
		{"skin alone shows", "🏽", "□"},
		{"a heart with its selector", "❤\ufe0f", "❤"},
		{"a flag is spelled", "🇰🇪", "KE"},
		{"scripts that the fonts lack", "陈伟", "□□"},
		{"guises", "𝐁old ｆｕｌｌ ①", "Bold full 1"},
		{"line ends", "a\r\nb\rc\vd\fe\u0085f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"tabs", "a\tb\nabcd\te\t", "a   b\nabcd    e   "},
		{"control characters", "a\x00b\x1bc\x7fd\u009fe", "a␀b␛c␡d\ufffde"},
		{"no UTF-8", "a\xff\xfeb", "a\ufffd\ufffdb"},
		{"half a letter", "Д\xd0", "Д\ufffd"},
		{"soft hyphens, joiners and marks of order", "\ufeffна\u00adстав\u200bник\u202e!\u2066x\u2069", "наставник!x"},
		{"a soft hyphen does not part a letter from its mark", "и\u00ad\u0306", "й"},
		{"spaces that do not break", "10\u00a0000\u202fч", "10\u00a0000\u202fч"},
		{"odd spaces", "a\u3000b\u2003c", "a b\u2003c"},
		{"beyond everything", "\U0010ffff\ue000", "□□"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean(tt.in); got != tt.want {
				t.Errorf("Clean(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestPlainRunesNeedNoCleaning(t *testing.T) {
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !plainRune(r) {
			continue
		}
		n++
		_, ok := Regular.advance(r)
		properties := norm.NFC.PropertiesString(string(r))
		if r != '\n' && !ok || thorough(string(r)) != string(r) || !properties.BoundaryBefore() || properties.CCC() != 0 {
			t.Errorf("%U", r)
		}
	}
	if n < 500 {
		t.Errorf("only %d runes", n)
	}
}

func TestCleanLine(t *testing.T) {
	for in, want := range map[string]string{"a\nb": "a b", "\r\n\r\na\n\nb\n": "a b", "a b": "a b", "\n": ""} {
		if got := CleanLine(in); got != want {
			t.Errorf("CleanLine(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCleanKeepsManyMarks(t *testing.T) {
	in := "e" + strings.Repeat("\u0323\u0302\u031b", 400)
	out := norm.NFD.String(Clean(in))
	if got := strings.Count(out, "\u031b"); got != 400 {
		t.Errorf("%d of 400 marks left", got)
	}
}

// hostile draws texts from the runes that have caused trouble, among letters and any others.
func hostile() *rapid.Generator[string] {
	odd := rapid.SampledFrom([]string{
		"a", "Ж", "й", "и\u0306", "\u0301", "\u034f", " ", "\t", "\n", "\r\n", "\x00", "\xff", "\xe2\x82", "😀", "👍🏽",
		"−", "≥", "✓", "→", "陈", "ﷺ", "가", "\u1112\u1161\u11ab", "ｆ", "①", "㎏", "\u00ad", "\u202e", "\u2028", "\ufffd",
		"\ufe0f", "-", "—", "/", "\u00a0", "⸻", "\u20dd", "\u20e3", "ệ", "ﬁ", "\ufffe", "𝐀",
	})
	word := rapid.OneOf(odd, rapid.String(), rapid.Map(rapid.Rune(), func(r rune) string { return string(r) }))
	return rapid.Map(rapid.SliceOfN(word, 0, 40), func(parts []string) string { return strings.Join(parts, "") })
}

func TestCleanHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkClean(t, hostile().Draw(t, "text"))
	})
}

// reporter is what testing.T and rapid.T have in common here.
type reporter interface{ Fatalf(string, ...any) }

// checkClean holds what Clean promises about any text.
func checkClean(t reporter, in string) {
	out := Clean(in)
	if again := Clean(out); again != out {
		t.Fatalf("Clean is not settled:\n in %+q\nout %+q\n and %+q", in, out, again)
	}
	before := '\n'
	for _, r := range out {
		if _, _, ok := faceFor(r, Bold); r != '\n' && (!ok || r < ' ') {
			t.Fatalf("Clean(%+q) leaves %U, which no face has", in, r)
		}
		if (before == '\n' || before == ' ') && unicode.Is(unicode.M, r) {
			t.Fatalf("Clean(%+q) leaves the mark %U bare", in, r)
		}
		before = r
	}
	if want, got := shows(in), shows(out); got < want {
		t.Fatalf("%d of %d letters left:\n in %+q\nout %+q", got, want, in, out)
	}
	if want, got := strings.Count(norm.NFD.String(in), "\u0308"), strings.Count(norm.NFD.String(out), "\u0308"); got < want && !strings.ContainsRune(out, missing) {
		t.Fatalf("%d of %d marks left:\n in %+q\nout %+q", got, want, in, out)
	}
}

// shows counts the runes that a reader should see something of: all but spaces, marks, line ends and what
// has no look of its own. It is written apart from Clean, by the categories of Unicode.
func shows(text string) int {
	var seen []rune
	for _, r := range text {
		switch {
		case unicode.IsSpace(r), unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		case r >= 0x1f3fb && r <= 0x1f3ff:
		default:
			seen = append(seen, r)
		}
	}
	n := 0
	for _, r := range norm.NFC.String(string(seen)) {
		if !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n
}
