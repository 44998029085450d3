package core_test

import (
	"strings"
	"testing"

	"mentorbook/core"
)

// A title may be written from right to left, and must not turn what stands behind it.
func TestTitlesKeepTheirDirection(t *testing.T) {
	for _, c := range []struct {
		name, text, clean string
		ok                bool
	}{
		{"an override", "invoice \u202Egpj.exe", "invoice gpj.exe", false},
		{"an override that ends", "a \u202Dbc\u202C d", "a bc d", false},
		{"an embedding that stays open", "\u202Babc", "abc", false},
		{"an end of nothing", "abc\u202C", "abc", false},
		{"an isolate that stays open", "\u2067abc", "abc", false},
		{"an end of no isolate", "abc\u2069", "abc", false},
		{"crossed", "\u2067a\u202Ab\u2069c\u202C", "\u2067ab\u2069c", false},
		{"a telephone number as some programs copy it", "\u202A+1 555 0100\u202C", "+1 555 0100", true},
		{"an isolate", "\u2068עִבְרִית\u2069: abc", "\u2068עִבְרִית\u2069: abc", true},
		{"marks", "עברית\u200F! \u200Fالعربية\u200E (C++\u200E)", "עברית\u200F! \u200Fالعربية\u200E (C++\u200E)", true},
		{"a joiner", "می\u200Cخواهم", "می\u200Cخواهم", true},
		{"dashes and quotes", "“a” — b… 3 ⁄ 4", "“a” — b… 3 ⁄ 4", true},
	} {
		m := aMeeting()
		m.Title = c.text
		if err := m.Validate(); (err == nil) != c.ok || !c.ok && core.CodeOf(err) != core.CodeBadText {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := core.CleanLine(c.text); got != c.clean {
			t.Errorf("%s: cleaned to %+q, not %+q", c.name, got, c.clean)
		}
		m.Title = core.CleanLine(c.text)
		if err := m.Validate(); err != nil {
			t.Errorf("%s: what was cleaned is refused: %v", c.name, err)
		}
	}
	if got := core.CleanText("\u2067a\nb\u2069\n\u2068c\u2069 \u202Ed"); got != "a\nb\n\u2068c\u2069 d" {
		t.Errorf("several lines: %+q", got)
	}
	if long := strings.Repeat("\u2067", 100) + "x" + strings.Repeat("\u2069", 100); core.CleanLine(long) != long {
		t.Error("nested isolates are dropped")
	}
}
