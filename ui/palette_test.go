package ui_test

import (
	"slices"
	"testing"

	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Where nothing is typed, the palette begins with what is likely to be wanted: what the page does, then what was used last,
// then the usual. What is rare, and what can't be done now, comes behind.
func TestThePaletteBeginsWithWhatIsUsedHere(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "people"})
	before := func(first, then string) {
		t.Helper()
		all := h.Shell.Listed()
		a, b := slices.Index(all, first), slices.Index(all, then)
		if a < 0 || b < 0 || a > b {
			t.Errorf("%q is no. %d and %q is no. %d of %q", first, a, then, b, all)
		}
	}
	before("Find people", "Quick capture…")
	before("Quick capture…", "Recently deleted…")
	before("Calendar", "Export contacts as CSV…")
	before("Export contacts as CSV…", "Undo") // there is nothing to undo
	h.Run("people.import")
	h.Keys("Escape")
	before("Find people", "Import people…")
	before("Import people…", "Quick capture…")
	h.Go(shell.Route{Screen: "today"})
	if first := h.Shell.Listed()[0]; first != "Import people…" {
		t.Errorf("Today begins with %q", first)
	}
}
