package ical

import "strings"

// strictNumbers tells whether a part of a rule writes its numbers as the standard does: figures alone, with a sign before them where
// they may count from the end (RFC 5545 3.3.10). Readers take a sign and blanks in other parts too, some of them as nothing.
func strictNumbers(key, list string) bool {
	digits, signed := 0, false
	switch strings.TrimSpace(key) {
	case "INTERVAL", "COUNT":
		return figures(list, len(list))
	case "BYSECOND", "BYMINUTE", "BYHOUR", "BYMONTH":
		digits = 2
	case "BYMONTHDAY", "BYWEEKNO":
		digits, signed = 2, true
	case "BYYEARDAY", "BYSETPOS":
		digits, signed = 3, true
	case "BYDAY":
		for one := range strings.SplitSeq(list, ",") {
			if nth := one[:max(0, len(one)-2)]; nth != "" && !figures(unsigned(nth), 2) {
				return false
			}
		}
		return true
	default:
		return true
	}
	for one := range strings.SplitSeq(list, ",") {
		if signed {
			one = unsigned(one)
		}
		if !figures(one, digits) {
			return false
		}
	}
	return true
}

// unsigned gives a number without the sign before it.
func unsigned(s string) string {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[1:]
	}
	return s
}

// figures tells whether a text is 1 to so many figures.
func figures(s string, most int) bool {
	return s != "" && len(s) <= most && strings.Trim(s, "0123456789") == ""
}
