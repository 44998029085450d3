package locale_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Counts of the journal, whose arguments are texts, are written as the language writes numbers.
func TestCountsOfStepsAreGrouped(t *testing.T) {
	for lang, want := range map[core.Language]string{core.English: "20,000 people imported", core.Russian: "Импортировано 20\u00a0000 человек"} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Title("people_imported", map[string]string{"n": "20000"}); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
