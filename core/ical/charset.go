package ical

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decoded gives a file's text in UTF-8. RFC 5545 3.1.4 allows nothing else, but older programs write UTF-16, and the
// Windows code pages 1251 and 1252. A UTF-8 file with a broken place here and there stays what it is.
func decoded(text string) string {
	head := text[:min(len(text), 4)]
	switch {
	case strings.HasPrefix(head, "\xff\xfe"), head == "B\x00E\x00":
		return decodeBy(text, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))
	case strings.HasPrefix(head, "\xfe\xff"), head == "\x00B\x00E":
		return decodeBy(text, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))
	case utf8.ValidString(text), hasUTF8(text):
		return text
	case besideOneAnother(text):
		return decodeBy(text, charmap.Windows1251)
	}
	return decodeBy(text, charmap.Windows1252)
}

// headSize is how many octets are looked at before a file is read whole.
const headSize = 4096

// isBinary tells whether a file begins as no text does, in whatever encoding: with more control characters than damage
// would explain.
func isBinary(head string) bool {
	if len(head) < headSize/8 {
		return false
	}
	controls, all := 0, 0
	for _, r := range decoded(head[:len(head)&^1]) {
		if all++; r < ' ' && r != '\t' && r != '\n' && r != '\r' {
			controls++
		}
	}
	return controls > all/20
}

// decodeBy decodes by the first encoding that can: one may ask for a mark that is not there.
func decodeBy(text string, encodings ...encoding.Encoding) string {
	for _, e := range encodings {
		if out, err := e.NewDecoder().String(text); err == nil {
			return out
		}
	}
	return text
}

// fewStrange is how many octets that are no UTF-8 are taken for damage.
const fewStrange = 2

// hasUTF8 tells whether a text with octets that are no UTF-8 is UTF-8 all the same: folds are looked through, for
// they may stand within a character.
func hasUTF8(text string) bool {
	good, bad := 0, 0
	joined := strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\n ", "", "\n\t", "").Replace(text[:min(len(text), 1<<20)])
	for rest := joined; len(rest) > 0; {
		r, n := utf8.DecodeRuneInString(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		rest = rest[n:]
	}
	if good == 0 && lettersAlone(joined) {
		return false
	}
	return bad <= fewStrange || good > bad
}

// lettersAlone tells whether all octets beyond ASCII are letters of Windows-1251 and 1252: then even one is more likely
// a letter than damage.
func lettersAlone(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0x80 && (c < 0xC0 || c == 0xFF) {
			return false
		}
	}
	return true
}

// besideOneAnother tells Windows-1251 from 1252: Russian letters stand beside one another, the accented letters of
// western languages among plain ones.
func besideOneAnother(text string) bool {
	high := func(c byte) bool { return c >= 0xC0 || c == 0xA8 || c == 0xB8 }
	together, among := 0, 0
	text = text[:min(len(text), 1<<20)]
	for i := 1; i < len(text); i++ {
		a, b := text[i-1], text[i]
		switch {
		case high(a) && high(b):
			together++
		case high(a) && isLetter(b), isLetter(a) && high(b):
			among++
		}
	}
	return together > among
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
