// Package longtext is the text of a field of several lines, however long: its letters, the rows it is wrapped in, a
// cursor with a selection, and what can be taken back. It knows no window: what draws it hands in how wide a text is.
//
// A key costs what changed. The text is one run of bytes and the rows are the places where they begin: to move a
// million of either is cheaper than to look any of it up in a tree. Only the rows around an edit are wrapped anew, until
// one begins where it did before.
//
// Places in a text are offsets in bytes, and always between two letters as people count them.
package longtext

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"mentorbook/core"
)

// Text is a text that is typed in.
type Text struct {
	bytes []byte
	whole string // the bytes as a string, while known
	known bool

	measure func(string) float32
	widths  widths
	width   float32 // of the rows; 0 until somebody says
	starts  []int   // of the rows; nil while they are not wrapped

	cursor int
	anchor int     // where the selection began: the cursor where there is none
	tail   bool    // the cursor stands at the end of a row, not at the beginning of the next, which is the same place
	goal   float32 // how far from the left Up and Down try to be; negative for where the cursor is
	origin span    // what a click took, while the pointer is being dragged

	history history
}

// span is a part of the text.
type span struct{ from, to int }

// New makes an empty text. measure gives the width of a text on one line.
func New(measure func(text string) float32) *Text {
	return &Text{measure: measure, goal: -1, known: true}
}

// String gives the whole text. After a change it is made anew, once.
func (t *Text) String() string {
	if !t.known {
		t.whole, t.known = string(t.bytes), true
	}
	return t.whole
}

// Len gives the length in bytes.
func (t *Text) Len() int { return len(t.bytes) }

// Set replaces everything, with the cursor at the beginning, and forgets what could be taken back. Signs that no text
// may hold are left out, as where it is pasted.
func (t *Text) Set(text string) {
	text = core.CleanText(text)
	t.bytes, t.whole, t.known, t.starts = []byte(text), text, true, nil
	t.history = history{}
	t.cursor, t.anchor, t.tail, t.goal = 0, 0, false, -1
}

// Cursor gives where the cursor is.
func (t *Text) Cursor() int { return t.cursor }

// Selection gives what is selected; both are the cursor where nothing is.
func (t *Text) Selection() (from, to int) { return min(t.cursor, t.anchor), max(t.cursor, t.anchor) }

// Selected gives the selected text.
func (t *Text) Selected() string {
	from, to := t.Selection()
	return string(t.bytes[from:to])
}

// SelectAll selects everything.
func (t *Text) SelectAll() {
	t.history.seal()
	t.anchor, t.cursor, t.tail, t.goal = 0, len(t.bytes), false, -1
}

// Insert puts a text in place of what is selected, or at the cursor.
func (t *Text) Insert(text string) bool { return t.insert(core.CleanText(text), other) }

// Type does the same for a letter that is typed: letters of one word are taken back together.
func (t *Text) Type(r rune) bool {
	if !utf8.ValidRune(r) {
		return false
	}
	return t.insert(core.CleanText(string(r)), typed)
}

func (t *Text) insert(text string, how kind) bool {
	from, to := t.Selection()
	return t.edit(from, to, text, how)
}

// DeleteBack deletes what is selected, or the letter before the cursor, or all back to the beginning of a word.
func (t *Text) DeleteBack(word bool) bool {
	from, to := t.Selection()
	if from == to {
		if from = t.letterBefore(to); word {
			from = t.wordBefore(to)
		}
	}
	return t.edit(from, to, "", erasedBack)
}

// DeleteForward deletes what is selected, or the letter after the cursor, or all up to the end of a word.
func (t *Text) DeleteForward(word bool) bool {
	from, to := t.Selection()
	if from == to {
		if to = t.letterAfter(from); word {
			to = t.wordAfter(from)
		}
	}
	return t.edit(from, to, "", erasedForward)
}

// edit changes the text as a person does it, and tells whether it did.
func (t *Text) edit(from, to int, with string, how kind) bool {
	if from == to && with == "" {
		return false
	}
	was := mark{t.cursor, t.anchor}
	removed := t.replace(from, to, with)
	t.place(from + len(with))
	t.history.add(change{at: from, removed: removed, inserted: with, before: was, how: how})
	return true
}

// replace changes the bytes and the rows, and gives what stood there.
func (t *Text) replace(from, to int, with string) string {
	removed := string(t.bytes[from:to])
	t.bytes = slices.Replace(t.bytes, from, to, []byte(with)...)
	t.whole, t.known = "", false
	t.rewrap(from, to, from+len(with))
	return removed
}

// place puts the cursor somewhere, with nothing selected.
func (t *Text) place(at int) { t.cursor, t.anchor, t.tail, t.goal = at, at, false, -1 }

// Undo takes the last change back, and tells whether there was one.
func (t *Text) Undo() bool {
	c, ok := t.history.back()
	if !ok {
		return false
	}
	t.replace(c.at, c.at+len(c.inserted), c.removed)
	t.place(c.before.cursor)
	t.anchor = c.before.anchor
	return true
}

// Redo does again what was taken back, and tells whether there was anything.
func (t *Text) Redo() bool {
	c, ok := t.history.forward()
	if !ok {
		return false
	}
	t.replace(c.at, c.at+len(c.removed), c.inserted)
	t.place(c.at + len(c.inserted))
	return true
}

// CanUndo tells whether there is something to be taken back.
func (t *Text) CanUndo() bool { return t.history.done > 0 }

// CanRedo tells whether there is something to be done again.
func (t *Text) CanRedo() bool { return t.history.done < len(t.history.changes) }

// line gives the paragraph around a place, without the end of its line.
func (t *Text) line(at int) span {
	s := span{from: bytes.LastIndexByte(t.bytes[:at], '\n') + 1, to: len(t.bytes)}
	if i := bytes.IndexByte(t.bytes[at:], '\n'); i >= 0 {
		s.to = at + i
	}
	return s
}
