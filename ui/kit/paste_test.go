package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A field of one line takes the beginning of a book, and a line whole.
func TestPastedLines(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		"кто угодно":                   "кто угодно",
		"one\ntwo":                     "one two",
		strings.Repeat("я", 600_000):   strings.Repeat("я", maxPasted),
		strings.Repeat("z", maxPasted): strings.Repeat("z", maxPasted),
	} {
		e := newEntry()
		board := test.NewClipboard()
		board.SetContent(text)
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
		if e.Text != want {
			t.Errorf("%.20q of %d bytes came as %.20q of %d", text, len(text), e.Text, len(e.Text))
		}
	}
}
