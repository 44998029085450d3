package locale_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// What stands in the file is put behind the words for a flaw: none of them has a place for it.
func TestAFindingLeavesNoPlaceEmpty(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, flaw := range []core.Flaw{core.FlawBadOffset, core.FlawNoInstance, core.FlawBadZone, core.FlawCut} {
			if got := w.Finding(core.Finding{Flaw: flaw, Value: "X", Rule: "RFC 5545"}); strings.ContainsAny(got, "{}") || strings.Count(got, "X") != 1 {
				t.Errorf("%s", got)
			}
		}
	}
}
