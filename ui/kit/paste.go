package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// maxPasted is how many letters a field of one line takes from the clipboard at once: more than any line may have, so
// that the form says it is too long, and no more than the toolkit's field can lay out in a moment.
const maxPasted = 5000

// line is a clipboard of which a field of one line takes the beginning.
type line struct{ fyne.Clipboard }

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
