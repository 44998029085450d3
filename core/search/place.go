package search

import (
	"strings"
	"unicode/utf8"
)

// Snippet gives the part of a text around the first hit of a query, on one line, of about so many letters, with
// … where something was left away. A text without a hit gives its beginning.
func (q Query) Snippet(text string, letters int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= letters {
		return text
	}
	at := q.first(text)
	start := 0
	if before := letters / 3; utf8.RuneCountInString(text[:at]) > before {
		start = backTo(text, at, before)
	}
	end := len(text)
	n := 0
	for i := range text[start:] {
		if n++; n > letters {
			end = start + i
			break
		}
	}
	out := text[start:end]
	if end < len(text) {
		if i := strings.LastIndexByte(out, ' '); i > len(out)/2 {
			out = out[:i]
		}
		out += "…"
	}
	if start > 0 {
		out = "…" + out
	}
	return out
}

// first gives the byte at which the first word of a text stands that a term of the query finds; 0 for none.
func (q Query) first(text string) int {
	at := 0
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += n
			continue
		}
		word := wordAt(text, at)
		folded := Fold(word)
		for _, t := range q.terms {
			if t.fits(folded) > 0 {
				return at
			}
		}
		at += len(word)
	}
	return 0
}

// backTo goes back about so many letters from a byte, to the beginning of a word.
func backTo(text string, at, letters int) int {
	start := at
	for range letters {
		_, n := utf8.DecodeLastRuneInString(text[:start])
		start -= n
	}
	if i := strings.IndexByte(text[start:at], ' '); i >= 0 {
		return start + i + 1
	}
	return start
}
