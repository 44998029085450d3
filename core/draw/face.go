package draw

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"mentorbook/assets"
)

// Face is one of the fonts that text is set in. Regular and Bold are asked for; the other two step in for
// single runes that those lack.
type Face uint8

// The faces.
const (
	Regular Face = iota
	Bold
	Math    // arrows, the true minus, signs of comparison
	Symbols // ticks, shapes, pictures of control characters
	faceCount
)

// Ascent and Descent are how far the letters of the text faces reach above and below the baseline, in ems
// (the fonts' own hhea values). LineHeight is their sum: lines at this distance never touch.
const (
	Ascent     = 1.069
	Descent    = 0.293
	LineHeight = Ascent + Descent
)

// Font gives the TrueType file of the face: a copy, which the caller may change.
func (f Face) Font() []byte {
	switch f {
	case Bold:
		return assets.NotoSansBold()
	case Math:
		return assets.NotoSansMath()
	case Symbols:
		return assets.NotoSansSymbols2()
	default:
		return assets.NotoSansRegular()
	}
}

// lastRune is the highest rune that can be set: PDF text with two-byte codes ends there.
const lastRune = 0xffff

// noGlyph marks a rune that a face lacks; no advance is that wide.
const noGlyph = ^uint16(0)

// advances has the advance width of each rune in thousandths of an em, the unit of PDF widths.
type advances [lastRune + 1]uint16

// faces are read when they are first measured with, once, and never change after.
var faces = [faceCount]func() *advances{
	Regular: sync.OnceValue(func() *advances { return readAdvances(Regular) }),
	Bold:    sync.OnceValue(func() *advances { return readAdvances(Bold) }),
	Math:    sync.OnceValue(func() *advances { return readAdvances(Math) }),
	Symbols: sync.OnceValue(func() *advances { return readAdvances(Symbols) }),
}

// readAdvances panics on a font that cannot be read: it is part of the program.
func readAdvances(face Face) *advances {
	parsed, err := sfnt.Parse(face.Font())
	if err != nil {
		panic(fmt.Sprintf("draw: face %d: %v", face, err))
	}
	var buf sfnt.Buffer
	em := fixed.I(1000)
	table := new(advances)
	for r := range table {
		table[r] = noGlyph
		glyph, err := parsed.GlyphIndex(&buf, rune(r))
		if err != nil || glyph == 0 {
			continue
		}
		advance, err := parsed.GlyphAdvance(&buf, glyph, em, font.HintingNone)
		if err != nil {
			panic(fmt.Sprintf("draw: face %d, rune %#x: %v", face, r, err))
		}
		table[r] = uint16(advance.Round())
	}
	return table
}

// advance is the width of a rune in thousandths of an em; ok is false if the face lacks it.
func (f Face) advance(r rune) (width int, ok bool) {
	if r < 0 || r > lastRune {
		return 0, false
	}
	w := faces[f]()[r]
	return int(w), w != noGlyph
}

// faceFor finds the face that sets a rune: the wanted one, else a fallback. The fallbacks are tried by what
// they are drawn for: Math shares the proportions of the text faces, Symbols does not.
func faceFor(r rune, want Face) (face Face, width int, ok bool) {
	if width, ok = want.advance(r); ok {
		return want, width, true
	}
	for _, f := range [...]Face{Math, Symbols} {
		if width, ok = f.advance(r); ok {
			return f, width, true
		}
	}
	return want, 0, false
}

// width is the advance of a rune in text of a face, by the face's own table if that has it.
func (a *advances) width(r rune, want Face) int {
	if r <= lastRune && a[r] != noGlyph {
		return int(a[r])
	}
	_, w, _ := faceFor(r, want)
	return w
}

// covered says whether any face has the rune, in regular and in bold text.
func covered(r rune) bool {
	_, _, ok := faceFor(r, Regular)
	return ok
}
