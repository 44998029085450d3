package locale_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// A length is read with its unit in either language, and without one as minutes; what is outside its bounds, and what is none, names
// the field and the bounds.
func TestReadMinutes(t *testing.T) {
	for text, want := range map[string]int{
		" 45 ": 45, "5": 5, "1440": 1440, "10m": 10, "10 мин": 10, "10'": 10, "15 min": 15, "5 Min.": 5, "20 минут": 20, "1h": 60, "1 h": 60, "1.5 h": 90,
		"1 ч": 60, "1,5 часа": 90, "10h": 600, "1 ч 15 мин": 75, "1 h 30 min": 90, "24 h": 1440, "007": 7, "1440 min": 1440,
	} {
		if n, err := locale.ReadMinutes("length", text, 5, locale.MostMinutes); n != want || err != nil {
			t.Errorf("%q: %d, %v", text, n, err)
		}
	}
	for text, want := range map[string]core.Code{
		"": core.CodeBadNumber, "-1": core.CodeBadNumber, "4": core.CodeBadNumber, "4 min": core.CodeBadNumber, "0 h": core.CodeBadNumber, "1441": core.CodeBadNumber,
		"ten": core.CodeBadNumber, "25 h": core.CodeBadNumber, "24 h 1 min": core.CodeBadNumber, "h": core.CodeBadNumber, "1441 min": core.CodeBadNumber,
		"99999999999999999999 min": core.CodeBadNumber, "4.5": core.CodeNotWhole,
	} {
		_, err := locale.ReadMinutes("length", text, 5, locale.MostMinutes)
		problems := core.Problems(err)
		if core.CodeOf(err) != want || len(problems) != 1 || problems[0].Field != "length" || problems[0].Args["min"] != 5 || problems[0].Args["max"] != 1440 {
			t.Errorf("%q: %v, not %q", text, err, want)
		}
	}
	for text, want := range map[string]bool{"45 min": true, "1 ч": true, "45": false, "": false, "x": false, "99999999999999999999 min": false} {
		if _, ok := locale.Minutes(text); ok != want {
			t.Errorf("%q says its unit: %v", text, ok)
		}
	}
}
