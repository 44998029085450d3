package wire

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

func TestParseNow(t *testing.T) {
	today := core.Date{Year: 2026, Month: 11, Day: 23}
	for text, want := range map[string]string{
		"2026-11-23T09:00:00Z":      "2026-11-23T09:00:00Z",
		"2026-11-23T09:00:00+03:00": "2026-11-23T06:00:00Z",
		"2026-11-23T09:00":          "2026-11-23T09:00:00Z",
		"2026-11-23":                "2026-11-23T12:00:00Z",
		"24.11.2026":                "2026-11-24T12:00:00Z",
		"tomorrow":                  "2026-11-24T12:00:00Z",
	} {
		if got, err := ParseNow(text, today); err != nil || got.UTC().Format(time.RFC3339) != want {
			t.Errorf("%q: %v %v", text, got, err)
		}
	}
	for _, text := range []string{"", "soon", "2026-13-01", "2026-02-30T09:00", strings.Repeat("9", 5000)} {
		_, err := ParseNow(text, today)
		if all := core.Problems(err); len(all) != 1 || all[0].Code != core.CodeBadTime || all[0].Field != "now" {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}
