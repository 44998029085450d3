package ical

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	a := strings.Repeat("a", 75)
	for _, c := range []struct{ name, line, want string }{
		{"as long as may be", a, a},
		{"an octet more", a + "b", a + "\r\n b"},
		{"the second line holds 74", a + a, a + "\r\n " + a[:74] + "\r\n a"},
		{"not inside a character", a[:74] + "ж", a[:74] + "\r\n ж"},
		{"not inside an escape", a[:74] + `\n`, a[:74] + "\r\n " + `\n`},
		{"not inside an escape of parameters", a[:74] + `^'`, a[:74] + "\r\n " + `^'`},
		{"not before a space", a[:75] + " b", a[:74] + "\r\n a b"},
		{"not before an accent", a[:75] + "\u0301", a[:74] + "\r\n a\u0301"},
		{"not inside a family", a[:60] + "👩‍👩‍👧‍👦", a[:60] + "\r\n 👩‍👩‍👧‍👦"},
		{"not inside a flag", a[:69] + "🇷🇸", a[:69] + "\r\n 🇷🇸"},
		{"not before a shade", a[:71] + "👍🏾", a[:71] + "\r\n 👍🏾"},
		{"where all is bad", a + strings.Repeat(" ", 76), a[:74] + "\r\n a" + strings.Repeat(" ", 73) + "\r\n " + strings.Repeat(" ", 3)},
		{"where all is bad, between characters", "a" + strings.Repeat("\u0301", 40), "a" + strings.Repeat("\u0301", 37) + "\r\n " + strings.Repeat("\u0301", 3)},
		{"the same, a character across the limit", "aa" + strings.Repeat("\u0301", 40), "aa" + strings.Repeat("\u0301", 36) + "\r\n " + strings.Repeat("\u0301", 4)},
		{"no UTF-8 at all", strings.Repeat("\x80", 80), strings.Repeat("\x80", 75) + "\r\n " + strings.Repeat("\x80", 5)},
	} {
		if have := string(fold([]byte(c.line + "\r\n"))); have != c.want+"\r\n" {
			t.Errorf("%s:\nhave %q\nwant %q", c.name, have, c.want)
		}
	}
}
