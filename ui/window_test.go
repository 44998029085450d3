package ui

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/shell"
)

// TestEveryWordOfTheFrameIsThere asks both languages for each text of the frame.
func TestEveryWordOfTheFrameIsThere(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range shell.WordKeys() {
			if !w.Has(key) {
				t.Errorf("%s has no %s", lang, key)
			}
		}
	}
}
