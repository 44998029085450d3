package locale

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestNamesAreSorted(t *testing.T) {
	for lang, want := range map[core.Language]string{
		core.English: "Chen Wei|eva|Eva|Éva|O’Brien|Obama|Елкин|Ёлкин|Елкина|Ельцов|Жуков|Иван|Йод",
		core.Russian: "Елкин|Ёлкин|Елкина|Ельцов|Жуков|Иван|Йод|Chen Wei|eva|Eva|Éva|O’Brien|Obama",
	} {
		c := words(t, lang).Collator()
		rapid.Check(t, func(t *rapid.T) {
			names := rapid.Permutation(strings.Split(want, "|")).Draw(t, "names")
			byPairs := slices.Clone(names)
			Sort(c, names, func(s string) string { return s })
			slices.SortFunc(byPairs, c.Compare)
			if got := strings.Join(names, "|"); got != want {
				t.Fatalf("%s: %s", lang, got)
			}
			if !slices.Equal(names, byPairs) {
				t.Fatalf("%s: by pairs %v", lang, byPairs)
			}
		})
		if c.Compare("", "") != 0 || c.Compare("\xff", "a") == 0 || c.Compare("a", "а") == 0 {
			t.Error("odd names")
		}
	}
}
