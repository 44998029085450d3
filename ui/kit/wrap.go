package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// piece is a text in one style at its place on a line.
type piece struct {
	text     string
	style    int // index of its run
	x        float32
	width    float32
	baseline float32
}

// textLine is one line of wrapped text.
type textLine struct {
	pieces []piece
	height float32
	base   float32 // distance of the common baseline from the line's top
	width  float32
}

// wrapper breaks runs into lines of at most a width.
type wrapper struct {
	p     paint
	runs  []Run
	width float32
	max   int // most lines; 0 for no limit
	lines []textLine
	cur   textLine
	full  bool // the limit is reached and something is left over
}

const (
	ellipsis = "…"
	dot      = "·" // stands between the parts of a caption, with spaces around it
)

// wrapRuns breaks runs into lines no wider than width; the last of max lines ends in an ellipsis where there is more.
func wrapRuns(p paint, runs []Run, width float32, maxLines int) []textLine {
	w := &wrapper{p: p, runs: runs, width: max(width, 1), max: maxLines}
	for i := range runs {
		if !w.run(i) {
			break
		}
	}
	w.endLine(false)
	if w.full {
		w.cut()
	}
	return w.lines
}

// byParts breaks a text at the dots between its parts alone, as many to a line as fit. It gives the text as it is where a part is
// wider than a line.
func byParts(p paint, r Run, width float32) string {
	parts := strings.Split(r.Text, " "+dot+" ")
	wide := func(s string) bool {
		return measure(clean(s, false), p.size(r.sizeName()), r.textStyle()).width > width
	}
	out, line := "", ""
	for i, part := range parts {
		if wide(part) {
			return r.Text
		}
		switch longer := line + " " + dot + " " + part; {
		case i == 0:
			line = part
		case wide(longer):
			out, line = out+line+"\n", part
		default:
			line = longer
		}
	}
	return out + line
}

func (w *wrapper) sizeOf(run int) (float32, fyne.TextStyle) {
	s := w.runs[run].Style
	return w.p.size(s.sizeName()), s.textStyle()
}

func (w *wrapper) measure(run int, text string) measured {
	size, style := w.sizeOf(run)
	return measure(text, size, style)
}

// run adds one run; false once the limit of lines is reached.
func (w *wrapper) run(i int) bool {
	text := clean(w.runs[i].Text, w.max != 1)
	for text != "" {
		if text[0] == '\n' {
			w.touch(i)
			if !w.endLine(true) {
				return false
			}
			text = text[1:]
			continue
		}
		word := nextWord(text)
		text = text[len(word):]
		if !w.word(i, word) {
			return false
		}
	}
	return true
}

// nextWord gives the first word with the spaces after it, or only spaces where the text begins with them.
func nextWord(text string) string {
	end := len(text)
	spaces := false
	for i, r := range text {
		if r == '\n' {
			end = i
			break
		}
		space := unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f'
		if spaces && !space {
			end = i
			break
		}
		spaces = spaces || space
		if i > 400 { // a word without end is broken here, so that measuring stays cheap
			end = i
			break
		}
	}
	return text[:end]
}

func (w *wrapper) word(i int, word string) bool {
	bare := strings.TrimRight(word, " ")
	need := w.measure(i, bare).width
	if w.cur.width+need > w.width+0.01 && len(w.cur.pieces) > 0 {
		if bare == dot && !w.last() {
			return w.endLine(true) // the break says as much
		}
		if w.last() {
			w.add(i, w.fits(i, bare)) // the last line is cut within a word: half a name says more than none
		}
		if !w.last() {
			w.undot()
		}
		if !w.endLine(true) {
			return false
		}
	}
	for need > w.width+0.01 && len(w.cur.pieces) == 0 {
		head := w.fits(i, bare)
		if head == bare {
			break
		}
		head = atJoint(head)
		w.add(i, head)
		if !w.endLine(true) {
			return false
		}
		word, bare = word[len(head):], bare[len(head):]
		need = w.measure(i, bare).width
	}
	if word != "" {
		w.add(i, word)
	}
	return true
}

// last tells whether no further line is allowed after this one.
func (w *wrapper) last() bool { return w.max > 0 && len(w.lines) == w.max-1 }

// undot takes the dot off the end of a line that breaks behind it: the break parts what the dot would.
func (w *wrapper) undot() {
	n := len(w.cur.pieces)
	if n == 0 {
		return
	}
	last := &w.cur.pieces[n-1]
	head, found := strings.CutSuffix(strings.TrimRight(last.text, " "), " "+dot)
	if !found {
		return
	}
	last.text, last.width = head, w.measure(last.style, head).width
	w.cur.width = last.x + last.width
}

// fits gives the longest head of a word that fits a whole line; at least one letter, or nothing would ever end.
func (w *wrapper) fits(i int, word string) string {
	bounds := clusterBounds(word)
	lo, hi := 1, 8
	for hi < len(bounds) && w.measure(i, word[:bounds[hi-1]]).width <= w.width {
		lo, hi = hi, 2*hi // a word may be endless: its whole width is never asked for
	}
	hi = min(hi, len(bounds))
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if w.measure(i, word[:bounds[mid-1]]).width <= w.width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return word[:bounds[lo-1]]
}

// atJoint ends the head of a word that must be broken where an address or a compound has a joint, if it has one.
func atJoint(head string) string {
	if i := strings.LastIndexAny(head, "@./_-"); i > 0 {
		return head[:i+1]
	}
	return head
}

// clusterBounds gives the ends of letters together with the marks that combine with them.
func clusterBounds(s string) []int {
	var ends []int
	for i := 0; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
		for i < len(s) {
			r, m := utf8.DecodeRuneInString(s[i:])
			if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) && r != '\u200d' && (r < 0xfe00 || r > 0xfe0f) {
				break
			}
			i += m
			if r == '\u200d' && i < len(s) {
				_, m = utf8.DecodeRuneInString(s[i:])
				i += m
			}
		}
		ends = append(ends, i)
	}
	return ends
}

func (w *wrapper) add(i int, text string) {
	w.touch(i)
	m := w.measure(i, text)
	if n := len(w.cur.pieces); n > 0 && w.cur.pieces[n-1].style == i {
		// Words are measured one by one, because the same words come again and again: measuring what is
		// new is the dearest part of a screen.
		last := &w.cur.pieces[n-1]
		last.text += text
		last.width += m.width
		w.cur.width = last.x + last.width
		return
	}
	w.cur.pieces = append(w.cur.pieces, piece{text: text, style: i, x: w.cur.width, width: m.width, baseline: m.baseline})
	w.cur.width += m.width
}

// touch makes the line as tall as the run needs.
func (w *wrapper) touch(i int) {
	m := w.measure(i, "M")
	w.cur.base = max(w.cur.base, m.baseline)
	w.cur.height = max(w.cur.height, ceil(m.height))
}

// endLine closes the line; with more to come it tells whether another line is allowed.
func (w *wrapper) endLine(more bool) bool {
	if w.full || (!more && w.cur.height == 0 && len(w.lines) > 0) {
		return false
	}
	if w.cur.height == 0 {
		if len(w.runs) == 0 {
			w.cur.height = lineHeight(w.p, Style{})
		} else {
			w.touch(0)
		}
	}
	w.lines = append(w.lines, w.cur)
	w.cur = textLine{}
	if more && w.max > 0 && len(w.lines) >= w.max {
		w.full = true
		return false
	}
	return true
}

// cut ends the last line in an ellipsis.
func (w *wrapper) cut() {
	line := &w.lines[len(w.lines)-1]
	for len(line.pieces) > 0 {
		last := &line.pieces[len(line.pieces)-1]
		room := w.width - last.x
		text := strings.TrimRight(last.text, " ")
		bounds := clusterBounds(text)
		for n := len(bounds); n > 0; n-- {
			head := strings.TrimRight(text[:bounds[n-1]], " ") + ellipsis
			if m := w.measure(last.style, head).width; m <= room+0.01 {
				last.text, last.width = head, m
				line.width = last.x + m
				return
			}
		}
		if len(line.pieces) == 1 {
			last.text = ellipsis
			last.width = w.measure(last.style, ellipsis).width
			line.width = last.width
			return
		}
		line.pieces = line.pieces[:len(line.pieces)-1]
	}
}
