package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// noteStep is how much of a long note is drawn at once, in letters. A note may hold a million.
const noteStep = 4000

// NewNote shows a note in plain Markdown: paragraphs, headings, bullets and numbers, **bold** and *italic*.
// Of a long note it shows the beginning and a button, labelled more, that shows more.
func NewNote(text, more string) *fyne.Container {
	box := Stack(8)
	addNote(box, text, more)
	return box
}

// addNote adds the beginning of what is still to be shown; what is on show already stays as it is.
func addNote(box *fyne.Container, text, more string) {
	head, rest := cutNote(text, noteStep)
	box.Objects = append(box.Objects, noteBlocks(head)...)
	if rest {
		line := Line(0, NewButton(more, Plain, func() {
			box.Objects = box.Objects[:len(box.Objects)-1] // the line with the button
			addNote(box, strings.TrimLeftFunc(text[len(head):], unicode.IsSpace), more)
			Relayout(box)
		}), Spring())
		box.Objects = append(box.Objects, line)
	}
	box.Refresh()
}

// cutNote gives the beginning of a note, cut between lines or words, and whether there is more.
func cutNote(text string, limit int) (head string, rest bool) {
	if len(text) <= limit {
		return text, false
	}
	for !utf8.RuneStart(text[limit]) && limit > 1 {
		limit--
	}
	head = text[:limit]
	if i := strings.LastIndexFunc(head, unicode.IsSpace); i > limit/2 {
		head = head[:i]
	}
	return head, true
}

// noteBlocks makes one text of each paragraph and each bullet.
func noteBlocks(text string) []fyne.CanvasObject {
	var out, items []fyne.CanvasObject
	var para []string
	endPara := func() {
		if len(para) > 0 {
			out = append(out, NewRuns(inline(strings.Join(para, "\n"), Body())...))
			para = nil
		}
	}
	endItems := func() {
		if len(items) > 0 {
			out = append(out, Stack(0, items...))
			items = nil
		}
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		line = strings.TrimRight(line, " \t\r")
		if mark, rest, ok := bullet(line); ok {
			endPara()
			items = append(items, LineTop(4, NewLine(mark, Body()), Grow(NewRuns(inline(rest, Body())...))))
			continue
		}
		endItems()
		switch head, level := heading(line); {
		case line == "":
			endPara()
		case level > 0:
			endPara()
			out = append(out, NewRuns(inline(head, Strong())...))
		default:
			para = append(para, line)
		}
	}
	endPara()
	endItems()
	return out
}

func heading(line string) (text string, level int) {
	rest := strings.TrimLeft(line, "#")
	level = len(line) - len(rest)
	if level == 0 || level > 6 || !strings.HasPrefix(rest, " ") {
		return line, 0
	}
	return strings.TrimSpace(rest), level
}

// bullet reads "- text", "* text", "• text" and "3. text".
func bullet(line string) (mark, text string, ok bool) {
	trimmed := strings.TrimLeft(line, " \t")
	for _, m := range []string{"- ", "* ", "• "} {
		if rest, found := strings.CutPrefix(trimmed, m); found {
			return "•", strings.TrimSpace(rest), true
		}
	}
	digits := len(trimmed) - len(strings.TrimLeft(trimmed, "0123456789"))
	if digits > 0 && digits < 4 && strings.HasPrefix(trimmed[digits:], ". ") {
		return trimmed[:digits+1], strings.TrimSpace(trimmed[digits+2:]), true
	}
	return "", "", false
}

// inline cuts a text at **bold** and *italic*. A star without its partner is a star.
func inline(text string, style Style) []Run {
	var out []Run
	plain := strings.Builder{}
	flush := func() {
		if plain.Len() > 0 {
			out = append(out, Run{plain.String(), style})
			plain.Reset()
		}
	}
	for text != "" {
		mark := ""
		switch {
		case strings.HasPrefix(text, "**"):
			mark = "**"
		case text[0] == '*' || text[0] == '_':
			mark = text[:1]
		}
		if inner, rest, ok := marked(text, mark); ok && (mark != "_" || !endsInLetter(plain.String())) {
			flush()
			s := style
			s.Bold = s.Bold || mark == "**"
			s.Italic = s.Italic || mark != "**"
			out = append(out, Run{inner, s})
			text = rest
			continue
		}
		n := max(len(mark), 1)
		if mark == "" {
			if i := strings.IndexAny(text, "*_"); i > 0 {
				n = i
			} else if i < 0 {
				n = len(text)
			}
		}
		plain.WriteString(text[:n])
		text = text[n:]
	}
	flush()
	return out
}

// marked gives what stands between a mark and the next one, if that is text that touches both.
func marked(text, mark string) (inner, rest string, ok bool) {
	if mark == "" {
		return "", "", false
	}
	inner, rest, ok = strings.Cut(text[len(mark):], mark)
	ok = ok && inner != "" && strings.TrimSpace(inner) == inner && len(inner) < 2000
	return inner, rest, ok
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
