package longtext

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// mostInLetter is how many runes one letter may be made of: text from outside may pile up marks without end.
const mostInLetter = 40

// alone tells whether a rune never joins another one that is alone, too: between two such runes there is always a
// boundary of letters, by Unicode Standard Annex #29, section 3.1. It is true for nearly all that is typed, and spares
// the search.
func alone(r rune) bool {
	switch {
	case r < 0x300, r >= 0x370 && r <= 0x482, r >= 0x48a && r <= 0x58f:
		return true // Latin, Greek, Cyrillic, Armenian
	case r >= 0x1e00 && r <= 0x1fff, r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x205e, r >= 0x20a0 && r <= 0x20c0:
		return true
	case r >= 0x2100 && r <= 0x22ff, r >= 0x3041 && r <= 0x3096, r >= 0x30a0 && r <= 0x30ff:
		return true
	case r >= 0x3400 && r <= 0x4dbf, r >= 0x4e00 && r <= 0x9fff, r >= 0xac00 && r <= 0xd7a3:
		return true // Han, and syllables of Hangul
	case r >= 0x5d0 && r <= 0x5ea, r >= 0x620 && r <= 0x64a, r >= 0x904 && r <= 0x939, r >= 0xe01 && r <= 0xe30:
		return true // letters of Hebrew, Arabic, Devanagari and Thai, not their marks
	case r >= 0x1f300 && r <= 0x1f3fa, r >= 0x1f400 && r <= 0x1faff:
		return true // emoji, but for skin tones and flags
	}
	return false
}

// Letter gives the length of the first letter of a text in bytes.
func Letter(b []byte) int { return letterEnd(b, 0) }

// letterEnd gives the end of the letter that begins at a place: of a rune with all marks that belong to it, of an emoji
// made of several. The end of a line is a letter.
func letterEnd(b []byte, at int) int {
	if at >= len(b) {
		return len(b)
	}
	if b[at] < utf8.RuneSelf && (at+1 == len(b) || b[at+1] < utf8.RuneSelf) {
		return at + 1
	}
	r, n := utf8.DecodeRune(b[at:])
	end := at + n
	if next, _ := utf8.DecodeRune(b[end:]); end == len(b) || r == '\n' || alone(r) && alone(next) {
		return end
	}
	return at + joined(b[at:])
}

// joined gives the length of the first letter, by the rules of Unicode. Few letters are made of many runes: it looks at
// the next ones first.
func joined(b []byte) int {
	n := firstLetter(b, 4)
	if n == len(b) {
		return n
	}
	if r, _ := utf8.DecodeRune(b[n:]); utf8.RuneCount(b[:n]) < 4 || r == '\n' {
		return n
	}
	return firstLetter(b, mostInLetter)
}

// firstLetter gives the length of the first letter, of which only so many runes are looked at.
func firstLetter(b []byte, most int) int {
	runes := make([]rune, 0, most)
	for i := 0; i < len(b) && len(runes) < most; {
		r, n := utf8.DecodeRune(b[i:])
		if r == '\n' {
			break
		}
		runes = append(runes, r)
		i += n
	}
	var s segmenter.Segmenter
	s.Init(runes)
	letters := s.GraphemeIterator()
	letters.Next()
	n := 0
	for range letters.Grapheme().Text {
		_, size := utf8.DecodeRune(b[n:])
		n += size
	}
	return n
}

func (t *Text) letterAfter(at int) int { return letterEnd(t.bytes, at) }

// letterBefore looks back for a place where a letter certainly begins, and goes on from there.
func (t *Text) letterBefore(at int) int {
	if at == 0 {
		return 0
	}
	r, n := utf8.DecodeLastRune(t.bytes[:at])
	from := at - n
	for range 4 * mostInLetter {
		if from == 0 {
			break
		}
		before, n := utf8.DecodeLastRune(t.bytes[:from])
		if before == '\n' || alone(before) && alone(r) {
			break
		}
		r, from = before, from-n
	}
	for {
		next := letterEnd(t.bytes, from)
		if next >= at {
			return from
		}
		from = next
	}
}

// inWord tells whether a rune is part of a word.
func inWord(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// wordAfter gives the end of the next word.
func (t *Text) wordAfter(at int) int {
	at = t.skip(at, func(r rune) bool { return !inWord(r) })
	return t.skip(at, inWord)
}

// wordBefore gives the beginning of the word before.
func (t *Text) wordBefore(at int) int {
	at = t.skipBack(at, func(r rune) bool { return !inWord(r) })
	return t.skipBack(at, inWord)
}

func (t *Text) skip(at int, while func(rune) bool) int {
	for at < len(t.bytes) {
		if r, _ := utf8.DecodeRune(t.bytes[at:]); !while(r) {
			break
		}
		at = t.letterAfter(at)
	}
	return at
}

func (t *Text) skipBack(at int, while func(rune) bool) int {
	for at > 0 {
		from := t.letterBefore(at)
		if r, _ := utf8.DecodeRune(t.bytes[from:]); !while(r) {
			break
		}
		at = from
	}
	return at
}

// word gives what a double click at a place takes: a word, the spaces between two, or signs that stand together.
func (t *Text) word(at int) span {
	line := t.line(at)
	if line.from == line.to {
		return line
	}
	if at == line.to {
		at = t.letterBefore(at)
	}
	r, _ := utf8.DecodeRune(t.bytes[at:])
	same := func(other rune) bool {
		return other != '\n' && inWord(other) == inWord(r) && unicode.IsSpace(other) == unicode.IsSpace(r)
	}
	return span{from: t.skipBack(at, same), to: t.skip(at, same)}
}
