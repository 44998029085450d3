package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes letters alike that people take for alike when they look for something: capitals and small ones,
// «ё» and «е», Latin letters with and without accents. What is no letter and no digit stays as it is, so that
// words stay apart.
func Fold(text string) string {
	plain := true
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		foldRune(&b, r)
	}
	return b.String()
}

func foldRune(b *strings.Builder, r rune) {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		b.WriteByte(byte(r))
	case r == 'ё' || r == 'Ё':
		b.WriteRune('е')
	case unicode.Is(unicode.Latin, r):
		foldLatin(b, unicode.ToLower(r))
	case r == '\u0301' || r == '\u00ad': // a stress mark, a soft hyphen
	default:
		b.WriteRune(unicode.ToLower(r))
	}
}

// foldLatin writes a letter without its accents, and letters that have no accent but a stroke, or are two.
func foldLatin(b *strings.Builder, r rune) {
	switch r {
	case 'ß':
		b.WriteString("ss")
	case 'æ':
		b.WriteString("ae")
	case 'œ':
		b.WriteString("oe")
	case 'ø':
		b.WriteByte('o')
	case 'ł':
		b.WriteByte('l')
	case 'đ', 'ð':
		b.WriteByte('d')
	case 'ı':
		b.WriteByte('i')
	default:
		var raw [utf8.UTFMax]byte
		n := utf8.EncodeRune(raw[:], r)
		base, _ := utf8.DecodeRune(norm.NFD.Bytes(raw[:n]))
		b.WriteRune(base)
	}
}

// inWord tells whether a letter belongs to a word.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// wordAt gives the word of a text that begins at a byte.
func wordAt(text string, at int) string {
	for i, r := range text[at:] {
		if !inWord(r) {
			return text[at : at+i]
		}
	}
	return text[at:]
}

// startsWord tells whether no word reaches over the byte from before it.
func startsWord(text string, at int) bool {
	if at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return !inWord(r)
}

// words gives the words of a text.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !inWord(r) })
}
