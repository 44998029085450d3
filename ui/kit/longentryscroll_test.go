package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Where a field is taller than the room for it, the page follows the line that is typed in: a click on the field's top,
// a note that grows, the end of a long one, and back up.
func TestThePageFollowsTheCursorOfATallField(t *testing.T) {
	setTheme(Look{Mode: Light})
	for name, text := range map[string]string{"short": "one", "long": strings.Repeat("A line of a note.\n", 5000)} {
		t.Run(name, func(t *testing.T) {
			note := NewNoteField("", NoteSpec{Finish: "Done", Hint: "Escape ends"})
			above := NewButton("Above", Plain, nil)
			page := NewScroll(Stack(8, above, Tall(600, note)))
			w := test.NewWindow(page)
			t.Cleanup(w.Close)
			w.Resize(fyne.NewSize(560, 240))
			inSight := func(doing string) {
				t.Helper()
				y, h := note.entry.cursorLine()
				top := fyne.CurrentApp().Driver().AbsolutePositionForObject(note.entry).Y + y - fyne.CurrentApp().Driver().AbsolutePositionForObject(page).Y
				if top < 0 || top+h > page.Size().Height {
					t.Errorf("%s: the line with the cursor is at %v to %v of a page of %v", doing, top, top+h, page.Size().Height)
				}
			}
			note.Edit(text, true)
			inSight("begin")
			for range 14 {
				press(note.entry, fyne.KeyReturn)
				inSight("Return")
			}
			note.Type("eight")
			inSight("type")
			for range 14 {
				press(note.entry, fyne.KeyUp)
				inSight("Up")
			}
			note.entry.selectAll()
			note.entry.toEnd()
			inSight("the end")
			page.To(0)
			note.Type("x")
			inSight("type after the page was scrolled away")
		})
	}
}
