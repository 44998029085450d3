package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// KeepFocus makes what lies in root anew and gives the focus to what then stands in the place of what had it. Where the
// row that had it has gone, that is the same thing of the row after it, else of the last row of its card, and without
// one the beginning of the card: a key that is pressed again never does something else.
func KeepFocus(root fyne.CanvasObject, remake func()) {
	c := CanvasOf(root)
	if c == nil || c.Focused() == nil || !slices.Contains(Focusables(root), c.Focused()) {
		remake()
		return
	}
	focused := c.Focused()
	was := spotOf(root, focused)
	remake()
	if slices.Contains(Focusables(root), focused) {
		c.Focus(focused)
		return
	}
	if f := was.now(root); f != nil {
		c.Focus(f)
	}
}

// spot is where something that has the focus stands.
type spot struct {
	card, cards int // which card of how many; -1 for none
	row, rows   int // which row of how many in the card, or in all; -1 for none
	at          int // which focusable of the row, or of those outside rows
	text        string
}

func spotOf(root fyne.CanvasObject, f fyne.Focusable) spot {
	o, _ := f.(fyne.CanvasObject)
	holds := func(x fyne.CanvasObject) bool { return Contains(x, o) }
	all := within[*Card](root)
	s := spot{card: -1, cards: len(all), row: -1, text: saidBy(f)}
	for i, card := range all { // of cards in cards the innermost, which comes last
		if holds(card) {
			s.card = i
		}
	}
	rows := within[*Row](s.scope(root))
	s.rows = len(rows)
	for i, row := range rows {
		if holds(row) {
			s.row = i
		}
	}
	if s.row >= 0 {
		s.at = slices.Index(Focusables(rows[s.row]), f)
	} else {
		s.at = slices.Index(outsideRows(s.scope(root)), f)
	}
	return s
}

// scope is the card of the spot, or everything where that can't be told any more.
func (s spot) scope(root fyne.CanvasObject) fyne.CanvasObject {
	if all := within[*Card](root); s.card >= 0 && len(all) == s.cards {
		return all[s.card]
	}
	return root
}

// now gives what stands in the place of the spot.
func (s spot) now(root fyne.CanvasObject) fyne.Focusable {
	scope := s.scope(root)
	head := FirstFocusable(scope)
	if head == nil {
		head = FirstFocusable(root)
	}
	if s.row < 0 {
		if all := outsideRows(scope); len(all) > 0 {
			return all[min(s.at, len(all)-1)]
		}
		return head
	}
	rows := within[*Row](scope)
	if len(rows) == 0 {
		return head
	}
	in := Focusables(rows[min(s.row, len(rows)-1)])
	switch {
	case len(in) == 0:
		return head
	case len(rows) == s.rows: // the same row, whatever its button is called now
		return in[min(s.at, len(in)-1)]
	case s.at < len(in) && saidBy(in[s.at]) == s.text:
		return in[s.at]
	}
	if _, whole := in[0].(*rowStop); whole {
		return in[0]
	}
	return head
}

func saidBy(f fyne.Focusable) string {
	o, ok := f.(fyne.CanvasObject)
	if !ok {
		return ""
	}
	return strings.Join(Texts(o), "\n")
}

// within gives all objects of a type in root.
func within[T fyne.CanvasObject](root fyne.CanvasObject) []T {
	var out []T
	Walk(root, func(o fyne.CanvasObject) bool {
		if x, ok := o.(T); ok {
			out = append(out, x)
		}
		return true
	})
	return out
}

// outsideRows gives what can have the focus and stands in no row.
func outsideRows(root fyne.CanvasObject) []fyne.Focusable {
	rows := within[*Row](root)
	return slices.DeleteFunc(Focusables(root), func(f fyne.Focusable) bool {
		o, _ := f.(fyne.CanvasObject)
		return slices.ContainsFunc(rows, func(r *Row) bool { return Contains(r, o) })
	})
}
