package draw

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What stands for what cannot be set. A reader shall see that something was there.
const (
	missing      = '□'      // a rune that no face has, such as most emoji
	notText      = '\ufffd' // a byte that is no UTF-8, and control characters beyond ASCII
	dottedCircle = '◌'      // carries a combining mark that has no letter
	tabStop      = 4        // columns
)

// Clean makes any text fit to be set: every rune of the result is in one of the faces, and the only control
// character is the line feed. Letters are composed (Unicode normalisation form C); tabs become spaces; what
// ends a line anywhere ends it here; soft hyphens, joiners, variation selectors and direction marks, which
// show nothing, go. Every rune that shows something is kept or stands replaced by something that shows.
// Clean of a cleaned text changes nothing.
func Clean(text string) string {
	if plain(text) {
		return text
	}
	return thorough(text)
}

// thorough is Clean for texts that are not plain.
func thorough(text string) string {
	text = norm.NFC.String(readable(text))
	if settable(text) {
		return text
	}
	return settled(text)
}

// CleanLine is Clean for a text that has to stay on one line, such as a title: ends of lines become spaces.
func CleanLine(text string) string {
	text = Clean(text)
	if strings.IndexByte(text, '\n') < 0 {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), " ")
}

// plain is the quick way out for most texts. It knows nothing but starters that the regular face has and
// that no rune before them is composed with.
func plain(text string) bool {
	for _, r := range text {
		if !plainRune(r) {
			return false
		}
	}
	return true
}

func plainRune(r rune) bool {
	switch {
	case r < 0x80:
		return r >= ' ' && r != 0x7f || r == '\n'
	case r <= 0x17f: // Latin letters, but no control character or soft hyphen
		return r >= 0xa0 && r != 0xad
	case r >= 0x400 && r <= 0x52f: // Cyrillic letters, but no marks
		return r <= 0x482 || r >= 0x48a
	}
	return r >= 0x2013 && r <= 0x2026 || r == '№'
}

// readable decodes the text: line ends, tabs, control characters, what shows nothing, and letters in a guise
// (full width, mathematical bold) whose plain form the faces have.
func readable(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 16)
	column := 0
	var before rune
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		crlf := r == '\r' && strings.HasPrefix(text[i+size:], "\n")
		i += size
		switch {
		case crlf, ignorable(r, before):
			continue
		case endsLine(r):
			b.WriteByte('\n')
			column = 0
		case r == '\t':
			n := tabStop - column%tabStop
			b.WriteString(strings.Repeat(" ", n))
			column += n
		default:
			b.WriteString(shown(r))
			column++
		}
		before = r
	}
	return b.String()
}

func endsLine(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// ignorable says whether a rune shows nothing by itself: format characters (Cf: joiners, direction marks,
// soft hyphen, tags), variation selectors, fillers, and the colour of a skin after the emoji that wears it.
func ignorable(r, before rune) bool {
	switch {
	case r < 0xa0:
		return false
	case r >= 0x1f3fb && r <= 0x1f3ff:
		return unicode.Is(unicode.So, before)
	case r == 0x034f, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x3164, r == 0xffa0:
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}

// shown gives what stands for one rune: mostly itself.
func shown(r rune) string {
	switch {
	case r < ' ':
		return string(0x2400 + r) // the picture of the control character
	case r == 0x7f:
		return "\u2421"
	case r < 0xa0 && r > 0x7f:
		return string(notText)
	case covered(r):
		return string(r)
	case unicode.Is(unicode.Zs, r):
		return " "
	case r >= 0x1f1e6 && r <= 0x1f1ff:
		return string('A' + r - 0x1f1e6) // a flag is spelled by two of these
	}
	if alike, ok := lookalike(r); ok {
		return alike
	}
	if form := norm.NFKC.String(string(r)); form != string(r) && settable(form) {
		return form
	}
	return string(r)
}

// lookalike gives the signs that say the same as an emoji, where the faces have any.
func lookalike(r rune) (string, bool) {
	switch r {
	case '✅':
		return "✔", true
	case '❌', '❎':
		return "✘", true
	case '❕':
		return "!", true
	case '❔':
		return "?", true
	case '➕':
		return "+", true
	case '➖':
		return "−", true
	case '☺', '🙂', '😀', '😃', '😄', '😁', '😊':
		return ":)", true
	case '😉':
		return ";)", true
	case '☹', '🙁', '😞', '😟', '😢':
		return ":(", true
	}
	return "", false
}

// settable says whether the faces have every rune and every mark has a letter to stand on.
func settable(text string) bool {
	before := '\n'
	for _, r := range text {
		if r != '\n' && (!covered(r) || bare(r, before) || ignorable(r, before)) {
			return false
		}
		before = r
	}
	return true
}

// bare says whether a rune is a combining mark with nothing before it to stand on.
func bare(r, before rune) bool {
	return (before == ' ' || before == '\n') && unicode.Is(unicode.M, r)
}

// settled replaces what no face has: a composed letter by its parts, the rest by a mark that shows.
func settled(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 16)
	before := '\n'
	put := func(r rune) {
		if bare(r, before) {
			b.WriteRune(dottedCircle)
		}
		b.WriteRune(r)
		before = r
	}
	for _, r := range text {
		switch parts := norm.NFD.String(string(r)); {
		case r == '\n', covered(r):
			if !ignorable(r, before) {
				put(r)
			}
		case utf8.RuneCountInString(parts) > 1 && allCovered(parts):
			for _, part := range parts {
				put(part)
			}
		default:
			put(missing)
		}
	}
	return b.String()
}

func allCovered(text string) bool {
	for _, r := range text {
		if !covered(r) {
			return false
		}
	}
	return true
}
