package planner

import (
	"bytes"
	"encoding/json"
	"slices"
	"unicode/utf8"

	"mentorbook/core"
)

// The decoder of the standard library is kind where an import must not be: it puts U+FFFD in the place of what is no
// text, takes the last of two values under one name, and takes a name in other letters for the same. Each would lose
// something in silence (RFC 8259 4, 8.1, 8.2).

// wellFormed tells whether a JSON text is valid UTF-8 whose escapes give whole letters.
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

// strangeName gives the first name in a sound JSON text that stands twice in its object, or is not written in the small
// letters of the format; "" for none.
func strangeName(raw []byte) string {
	var open [][]string // the names of each object that is open; of a list, nil
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '{', '[':
			open = append(open, nil)
		case '}', ']':
			open = open[:len(open)-1]
		case '"':
			end := i + 1
			for ; raw[end] != '"'; end++ {
				if raw[end] == '\\' {
					end++
				}
			}
			text := string(raw[i+1 : end])
			if i = end; !beforeColon(raw[end+1:]) {
				continue
			}
			names := &open[len(open)-1]
			if slices.Contains(*names, text) || !plainName(text) {
				return text
			}
			*names = append(*names, text)
		}
	}
	return ""
}

func beforeColon(raw []byte) bool {
	for _, c := range raw {
		switch c {
		case ' ', '\t', '\r', '\n':
			continue
		}
		return c == ':'
	}
	return false
}

func plainName(s string) bool {
	for _, c := range []byte(s) {
		if c != '_' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// fieldAt gives the first field of a record, by name, of which something is wrong; "" where none is by itself.
func fieldAt(raw []byte, wrong func(name string, value json.RawMessage) bool) string {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return ""
	}
	var bad []string
	for name, value := range fields {
		if plainName(name) && wrong(name, value) {
			bad = append(bad, name)
		}
	}
	if len(bad) == 0 {
		return ""
	}
	return slices.Min(bad)
}

// brokenField names the field of a record whose text is not well formed.
func brokenField(raw []byte) string {
	return fieldAt(raw, func(_ string, value json.RawMessage) bool { return !wellFormed(value) })
}

// undecodedField names the field of a record of a kind that can't be decoded.
func undecodedField(kind core.Kind, raw []byte) string {
	return fieldAt(raw, func(name string, value json.RawMessage) bool {
		rec, ok := core.New(kind)
		one, err := json.Marshal(map[string]json.RawMessage{name: value})
		return ok && err == nil && strict(one, rec) != nil
	})
}

// nothingIn names the field of a record in which null stands, at any depth; "" for none. No field of the format may be
// null: what says nothing is left out.
func nothingIn(raw []byte) string {
	if !bytes.Contains(raw, []byte("null")) {
		return ""
	}
	return fieldAt(raw, func(_ string, value json.RawMessage) bool {
		dec := json.NewDecoder(bytes.NewReader(value))
		for {
			switch token, err := dec.Token(); {
			case err != nil:
				return false
			case token == nil:
				return true
			}
		}
	})
}
