package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// maxPasted is how many letters a field of one line takes from the clipboard at once: more than any line may have, so
// that the form says it is too long, and no more than the toolkit can paint: what is wider than a picture of the
// graphics card may be is a black bar.
const maxPasted = 1200

// PasteCutter is a window's content that says that only the beginning of what was pasted came into a field, and how many
// letters that is.
type PasteCutter interface{ PasteCut(letters int) }

// tellCut tells the window of an object that a paste was cut.
func tellCut(o fyne.CanvasObject) {
	c := CanvasOf(o)
	if c == nil {
		return
	}
	if t, ok := c.Content().(PasteCutter); ok {
		t.PasteCut(maxPasted)
	}
}

// line is a clipboard of which a field of one line takes the beginning.
type line struct{ fyne.Clipboard }

// tooLong tells whether not all of what the clipboard holds is taken.
func (l line) tooLong() bool { return utf8.RuneCountInString(l.Clipboard.Content()) > maxPasted }

// Content gives what the clipboard holds, cut where it is far too long.
func (l line) Content() string {
	text := l.Clipboard.Content()
	if len(text) <= maxPasted {
		return text
	}
	end := 0
	for range maxPasted {
		_, n := utf8.DecodeRuneInString(text[end:])
		if n == 0 {
			break
		}
		end += n
	}
	return text[:end]
}
