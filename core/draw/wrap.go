package draw

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Row is one line of a wrapped text.
type Row struct {
	Text  string
	Width float64
}

// Wrap breaks a cleaned text into lines that fit a width. Lines break at spaces and after hyphens and
// slashes between letters; a dash never begins a line; a word that is wider than the line is cut between
// letters, never between a letter and its marks. Spaces at the ends of lines go; the text between is
// unchanged. An empty text is one empty line.
func Wrap(text string, style Style, width float64) []Row {
	w := wrapper{want: style.face(), limit: int(width*1000/style.Size + slack)}
	for line := range strings.SplitSeq(text, "\n") {
		w.paragraph(line)
	}
	rows := make([]Row, len(w.rows))
	for i, text := range w.rows {
		rows[i] = Row{text, Width(text, style)}
	}
	return rows
}

type wrapper struct {
	want  Face
	limit int // thousandths of an em
	rows  []string
}

func (w *wrapper) paragraph(text string) {
	first := len(w.rows)
	for text != "" {
		end := w.lineEnd(text)
		line := strings.TrimRight(text[:end], spaces)
		text = strings.TrimLeft(text[end:], spaces)
		if line != "" {
			w.rows = append(w.rows, line)
		}
	}
	if len(w.rows) == first {
		w.rows = append(w.rows, "")
	}
}

// lineEnd is where the first line of a text ends, in bytes. It is above zero.
func (w *wrapper) lineEnd(text string) int {
	table := faces[w.want]()
	sum := 0
	breakAt := 0 // the last place to break before i
	spaceAt := 0 // the last space before i, also where a dash follows
	cluster := 0 // where the last letter with its marks begins
	var before, before2 rune
	for i, r := range text {
		mark := isMark(r)
		if !mark {
			cluster = i
		}
		if i > 0 && !mark && mayBreak(before2, before, r, text[i:]) {
			breakAt = i
		}
		if i > 0 && isSpace(before) && !isSpace(r) {
			spaceAt = i
		}
		sum += table.width(r, w.want)
		if sum > w.limit && !isSpace(r) && i > 0 {
			switch {
			case breakAt > 0:
				return breakAt
			case spaceAt > 0:
				return spaceAt
			case cluster > 0:
				return cluster
			default:
				return i // marks alone are wider than the line
			}
		}
		before2, before = before, r
	}
	return len(text)
}

// spaces are those at which a line may break; the no-break spaces U+00A0, U+2007 and U+202F are none.
const spaces = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"

func isSpace(r rune) bool { return r == ' ' || r > 0x7f && strings.ContainsRune(spaces, r) }

// isMark says whether a rune is a combining mark.
func isMark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.M, r) }

// mayBreak says whether a line may end before r, which begins the rest of the text.
func mayBreak(before2, before, r rune, rest string) bool {
	switch {
	case isSpace(r):
		return false
	case isSpace(before):
		return !(isDash(r) && dashAlone(rest))
	case isDash(before) || before == '/':
		return unicode.IsLetter(before2) && unicode.IsLetter(r)
	}
	return false
}

func isDash(r rune) bool {
	switch r {
	case '-', '‐', '–', '—', '−':
		return true
	}
	return false
}

// dashAlone says whether a text begins with a dash between spaces: it belongs to the words before it.
func dashAlone(text string) bool {
	_, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[size:])
	return len(text) == size || isSpace(next)
}
