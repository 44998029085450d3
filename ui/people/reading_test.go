package people_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// While the list is being read the page does not say that nobody matches, whatever is typed; once it is there it does.
func TestNobodyMatchesOnlyWhereTheListWasRead(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		none := h.Words.T("people.none")
		h.Shell.Go(shell.Route{Screen: "people"})
		h.Lacks(none)
		h.Settle()
		h.Lacks(none)
		h.Press("Ctrl+F")
		h.Type("zzzz")
		h.Settle()
		h.Wants(none)
	}
}
