package planner

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// wellFormed tells whether a JSON text is valid UTF-8 whose escapes give whole letters: the decoder puts U+FFFD in the
// place of what is not, and says nothing (RFC 8259 8.1, 8.2).
func wellFormed(raw []byte) bool {
	if !utf8.Valid(raw) {
		return false
	}
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		if half := escaped(raw[i:]); half>>10 == 0xD800>>10 { // the first of two
			if escaped(raw[i+6:])>>10 != 0xDC00>>10 {
				return false
			}
			i += 10
		} else if half>>10 == 0xDC00>>10 {
			return false
		}
		i++ // what is escaped begins no escape
	}
	return true
}

// escaped gives the value of an escape such as \u00e4; 0 where a text does not begin with one.
func escaped(raw []byte) (n rune) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0
	}
	for _, c := range raw[2:6] {
		switch digit := c | 0x20; {
		case '0' <= c && c <= '9':
			n = n<<4 | rune(c-'0')
		case 'a' <= digit && digit <= 'f':
			n = n<<4 | rune(digit-'a'+10)
		default:
			return 0
		}
	}
	return n
}

// brokenField names the field of a record whose text is not well formed; "" where it is the name of one.
func brokenField(raw []byte) string {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return ""
	}
	for name, value := range fields {
		if !wellFormed(value) && !strings.ContainsRune(name, utf8.RuneError) {
			return name
		}
	}
	return ""
}
