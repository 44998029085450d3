package ui_test

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who types the name of the person that is chosen finds them, and below what is known of them what can be done with them; with a
// word for that, it comes first.
func TestANameFindsThePersonBeforeWhatCanBeDone(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		h.Go(shell.Route{Screen: "people", ID: h.Person("Amina").ID})
		erase := strings.TrimSuffix(h.Words.T("people.erase"), "…")
		place := func(query, text string) int {
			t.Helper()
			h.Keys("Ctrl+K")
			h.Type(query)
			h.Settle()
			at := slices.IndexFunc(kit.Texts(h.Root()), func(s string) bool { return strings.HasPrefix(s, text) })
			h.Keys("Escape")
			return at
		}
		if at := place("amina "+strings.Fields(erase)[0], erase); at < 0 {
			t.Errorf("%s is not found", erase)
		}
		relationship := place("amina", h.Words.Word(core.KindRelationship))
		if at := place("amina", erase); relationship < 0 || at >= 0 && at < relationship {
			t.Errorf("%s at %d, the relationship at %d", erase, at, relationship)
		}
	}
}
