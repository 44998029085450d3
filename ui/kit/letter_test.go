package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// page is a window whose content scrolls, as a page does.
type page struct{ *Scroll }

// besideAList shows a field below a list, and types into it.
func besideAList(t testing.TB, rows int) (*Scroll, *TextField) {
	t.Helper()
	list, field := NewCheckList(CheckListSpec{}), NewTextField("", "", nil)
	items := make([]CheckItem, rows)
	for i := range items {
		items[i] = CheckItem{Key: fmt.Sprint(i), Title: fmt.Sprint("Item ", i), Caption: []Run{Caption().Run("10 min")}}
	}
	list.SetItems(items)
	s := NewScroll(Stack(8, list, field))
	w := test.NewTempWindow(t, page{s})
	w.Resize(fyne.NewSize(600, 400))
	return s, field
}

// The first letter brings the field into view, and so does the next one after somebody has scrolled or made the window lower.
func TestALetterIsTypedInView(t *testing.T) {
	newGrid(t)
	s, field := besideAList(t, 60)
	seen := func() bool { return s.inView(OffsetIn(s.holder, field), field.Size().Height) }
	field.Type("a")
	if !seen() {
		t.Error("the first letter is out of view")
	}
	s.To(0)
	if field.Type("b"); !seen() {
		t.Error("a letter after scrolling is out of view")
	}
	s.Resize(fyne.NewSize(s.Size().Width, 200)) // without laying anything out anew
	if field.Type("c"); !seen() {
		t.Error("a letter in a lower window is out of view")
	}
	s.Resize(fyne.NewSize(500, 100)) // and so with it
	if field.Type("d"); !seen() {
		t.Error("a letter in a narrower window is out of view")
	}
}

// What a letter costs beside a short list and beside a long one: the list is not walked through for it.
func BenchmarkLetterBesideAList(b *testing.B) {
	for _, rows := range []int{10, 200} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			_, field := besideAList(b, rows)
			e := field.Focusable()
			for b.Loop() {
				e.TypedRune('a')
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
		})
	}
}
