package core_test

import (
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestOccurrencesHaveIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var series core.ID
		copy(series[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "series"))
		at := func(name string) core.Civil {
			return core.NewDate(rapid.IntRange(1, 6000).Draw(t, name), 1, 1).At(9, 0).AddMinutes(rapid.IntRange(0, 500_000).Draw(t, name))
		}
		a, b := at("one"), at("another")
		id := core.OccurrenceID(series, a)
		if core.OriginalOf(series, id) != a || id.Stem() != series.Stem() {
			t.Fatalf("%s of %s is %s, and that %s", a, series, id, core.OriginalOf(series, id))
		}
		if (id == core.OccurrenceID(series, b)) != (a == b) {
			t.Fatal("two occurrences share an id")
		}
	})
}
