package draw

import "testing"

// FuzzPages sets any text in any block: nothing panics, all that is visible is drawn, within the page, and
// no run lies upon another.
func FuzzPages(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string, kind uint8) {
		if len(text) > 20_000 {
			t.Skip("longer texts are only slower")
		}
		checkClean(t, text)
		checkKind(t, int(kind), text)
	})
}
