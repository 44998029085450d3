package kit

import "fyne.io/fyne/v2"

// Whole shows, below a list whose rows are cut where they are too long, all that the present row says: in the room of
// three lines, with a scroll bar where that is too little.
func Whole(l *List, text func(i int) string) fyne.CanvasObject {
	said := NewText("", Caption())
	scroll := NewScroll(Pad(0, 0, 12, 0, said))
	l.present = func(i int) {
		words := ""
		if i < l.spec.Length() {
			words = text(i)
		}
		if said.Text() != words {
			said.SetText(words)
			scroll.Relayout()
			scroll.To(0)
		}
	}
	l.present(l.current)
	return Tall(54, scroll)
}
