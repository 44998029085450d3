package calendar_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// What the signs of a week mean stands beside it, in both languages; the list, which says it in words, has none of that.
func TestSignsAreExplainedBesideTheCalendar(t *testing.T) {
	for lang, words := range map[core.Language][3]string{core.English: {"Signs", "! clash", "✓ everybody comes"}, core.Russian: {"Значки", "! накладка", "✓ придут все"}} {
		for _, view := range []string{"week", "month"} {
			h := open(t, view, uitest.Options{Language: lang})
			h.Wants(words[:]...)
		}
		h := open(t, "agenda", uitest.Options{Language: lang})
		h.Lacks(words[0])
	}
}
