package ical

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// maxOctets is the longest line that a file should have, its CRLF not counted (RFC 5545 3.1).
const maxOctets = 75

// fold breaks the lines of an encoded object that are too long. A break never falls inside a character, and
// where it can be helped not inside what a reader sees as one (a letter with its accents, an emoji with its
// colour), not inside an escape, and not before a space, which careless readers drop.
func fold(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/25)
	for len(b) > 0 {
		end := bytes.Index(b, []byte("\r\n"))
		if end < 0 {
			end = len(b)
		}
		out = append(foldLine(out, b[:end]), "\r\n"...)
		b = b[min(end+2, len(b)):]
	}
	return out
}

func foldLine(out, line []byte) []byte {
	for limit := maxOctets; len(line) > limit; limit = maxOctets - 1 {
		cut := breakAt(line, limit)
		out = append(append(out, line[:cut]...), "\r\n "...)
		line = line[cut:]
	}
	return append(out, line...)
}

// breakAt gives the last good place for a break within limit octets; where the second half of them has none,
// the last between two characters.
func breakAt(line []byte, limit int) int {
	last := limit
	for last > 0 && !utf8.RuneStart(line[last]) {
		last--
	}
	for i := last; i > limit/2; i-- {
		if utf8.RuneStart(line[i]) && mayBreak(line[:i], line[i:]) {
			return i
		}
	}
	if last == 0 { // no character is as long as a line: this is no UTF-8
		return limit
	}
	return last
}

// mayBreak tells whether before and after may stand on two lines.
func mayBreak(before, after []byte) bool {
	prev, _ := utf8.DecodeLastRune(before)
	next, _ := utf8.DecodeRune(after)
	switch {
	case next == ' ', next == '\t':
		return false
	case prev == '\\', prev == '^':
		return false
	case prev == zeroWidthJoiner, extends(next):
		return false
	case regional(prev) && regional(next): // two of them are one flag
		return false
	}
	return true
}

const zeroWidthJoiner = '\u200D'

// extends tells whether the character is seen as a part of the one before it (Unicode annex 29, in short).
func extends(r rune) bool {
	return r == zeroWidthJoiner || unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) ||
		(r >= 0x1F3FB && r <= 0x1F3FF) || // shades of skin
		(r >= 0xE0020 && r <= 0xE007F) // the letters behind a flag
}

func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
