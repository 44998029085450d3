package longtext

// Step is a way for the cursor.
type Step int

// The steps that keys take.
const (
	Left Step = iota
	Right
	WordLeft
	WordRight
	RowStart
	RowEnd
	TextStart
	TextEnd
)

// Move moves the cursor; selecting takes what lies on the way into the selection. Left and Right first only leave what
// is selected.
func (t *Text) Move(step Step, selecting bool) {
	from, to := t.Selection()
	at, tail := t.cursor, false
	switch step {
	case Left:
		if at = t.letterBefore(at); from < to && !selecting {
			at = from
		}
	case Right:
		if at = t.letterAfter(at); from < to && !selecting {
			at = to
		}
	case WordLeft:
		at = t.wordBefore(at)
	case WordRight:
		at = t.wordAfter(at)
	case RowStart:
		row, _ := t.Place()
		at, _ = t.bounds(row)
	case RowEnd:
		row, _ := t.Place()
		_, at = t.bounds(row)
		tail = t.hangs(row)
	case TextStart:
		at = 0
	case TextEnd:
		at = len(t.bytes)
	}
	t.moveTo(at, tail, selecting)
}

// MoveRows moves the cursor up (negative) or down, as far from the left as it was when that began. Beyond the first and
// the last row lie the beginning and the end of the text.
func (t *Text) MoveRows(rows int, selecting bool) {
	row, x := t.Place()
	if t.goal >= 0 {
		x = t.goal
	}
	at, tail := 0, false
	switch to := row + rows; {
	case to < 0:
	case to >= len(t.starts):
		at = len(t.bytes)
	default:
		at, tail = t.near(to, x)
	}
	t.moveTo(at, tail, selecting)
	t.goal = x
}

func (t *Text) moveTo(at int, tail, selecting bool) {
	t.history.seal()
	t.cursor, t.tail, t.goal = at, tail, -1
	if !selecting {
		t.anchor = at
	}
}

// Grain says how much the pointer takes at once.
type Grain int

// A click takes a place, two take a word, three a paragraph.
const (
	ByLetter Grain = iota
	ByWord
	ByParagraph
)

// Point puts the cursor where the pointer is: in a row, so far from the left. Extending keeps where the selection began.
func (t *Text) Point(row int, x float32, grain Grain, extending bool) {
	at, tail := t.near(min(max(row, 0), t.Rows()-1), x)
	t.origin = t.grain(at, grain)
	if extending {
		t.origin = span{t.anchor, t.anchor}
		t.moveTo(at, tail, true)
		return
	}
	t.moveTo(t.origin.to, tail, false)
	t.anchor = t.origin.from
}

// PointOn extends the selection to where the pointer was dragged.
func (t *Text) PointOn(row int, x float32, grain Grain) {
	at, tail := t.near(min(max(row, 0), t.Rows()-1), x)
	here := t.grain(at, grain)
	if here.from < t.origin.from {
		t.moveTo(here.from, tail && here.from == at, true)
		t.anchor = t.origin.to
		return
	}
	t.moveTo(max(here.to, t.origin.to), tail && here.to == at, true)
	t.anchor = t.origin.from
}

// Holds tells whether a point lies in what is selected.
func (t *Text) Holds(row int, x float32) bool {
	at, _ := t.near(min(max(row, 0), t.Rows()-1), x)
	from, to := t.Selection()
	return at >= from && at <= to && from < to
}

func (t *Text) grain(at int, grain Grain) span {
	switch grain {
	case ByWord:
		return t.word(at)
	case ByParagraph:
		return t.line(at)
	}
	return span{at, at}
}

// SelectedIn gives the part of a row that is selected, as distances from the left, and whether the selection goes on
// beyond its end; ok tells whether there is any.
func (t *Text) SelectedIn(row int) (left, right float32, on, ok bool) {
	from, to := t.Selection()
	start, end := t.bounds(row)
	on = to > end && !t.hangs(row)
	if from >= to || to < start || from > end || from == end && !on || to == start {
		return 0, 0, false, false
	}
	return t.X(row, max(from, start)), t.X(row, min(to, end)), on, true
}
