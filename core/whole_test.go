package core_test

import (
	"testing"

	"mentorbook/core"
)

// A fraction is told from what is no number, and from one that is out of its range.
func TestAFractionIsNotAWholeNumber(t *testing.T) {
	for text, want := range map[string]core.Code{
		"3": "", " 7 ": "", "+4": "", "3.5": core.CodeNotWhole, "3,5": core.CodeNotWhole, "-1.5": core.CodeNotWhole, "3.0": core.CodeNotWhole,
		"1,000": core.CodeNotWhole, "": core.CodeBadNumber, "x": core.CodeBadNumber, "2": core.CodeBadNumber, "11": core.CodeBadNumber,
		".": core.CodeBadNumber, "3.5.2": core.CodeBadNumber, "3 days": core.CodeBadNumber, "99999999999999999999": core.CodeBadNumber,
	} {
		n, err := core.ReadWhole("count", text, 3, 10)
		if core.CodeOf(err) != want {
			t.Errorf("%q: %v, not %q", text, err, want)
		}
		if (err == nil) != (n != 0) {
			t.Errorf("%q: %d, %v", text, n, err)
		}
		for _, p := range core.Problems(err) {
			if p.Field != "count" || p.Args["min"] != 3 || p.Args["max"] != 10 {
				t.Errorf("%q: %v", text, p)
			}
		}
	}
}
