package ical

import (
	"strings"
	"time"
)

// byAnyCase finds IANA's zone of a name in other letters than its own, or with spaces in it: "europe/berlin", "EUROPE/BERLIN",
// "America/New York".
func byAnyCase(name string) *zone {
	name = strings.ReplaceAll(name, " ", "_")
	for _, odd := range [...]string{
		"Africa/Dar_es_Salaam", "America/Argentina/ComodRivadavia", "America/Port-au-Prince", "America/Port_of_Spain", "Antarctica/DumontDUrville",
		"Antarctica/McMurdo", "Europe/Isle_of_Man", "NZ-CHAT",
	} {
		if strings.EqualFold(name, odd) {
			return iana(odd)
		}
	}
	area, rest, parted := strings.Cut(capitalised(name), "/")
	if found := iana(capitalised(name)); found != nil {
		return found
	}
	if parted { // "etc/gmt+3", "us/…"
		if found := iana(area + "/" + strings.ToUpper(rest)); found != nil {
			return found
		}
		return iana(strings.ToUpper(area) + "/" + rest)
	}
	return iana(strings.ToUpper(name)) // "est5edt"
}

// capitalised gives a zone's name as IANA writes most of them.
func capitalised(name string) string {
	b := []byte(strings.ToLower(name))
	for i := range b {
		if (i == 0 || strings.IndexByte("/_-", b[i-1]) >= 0) && b[i] >= 'a' && b[i] <= 'z' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

// byDistance gives a clock that a name says by its distance from UTC alone: "GMT+0300", "UTC+03:00", "+0300". It counts
// to the east, as everywhere but in IANA's "Etc/GMT+3".
func byDistance(name string) *zone {
	offset, ok := distance(strings.Trim(name, "()"))
	if !ok {
		return nil
	}
	if offset == 0 {
		return utcZone()
	}
	return newZone("", time.FixedZone("", offset))
}

// distance reads how far a clock is from UTC, in seconds: "UTC+03:00", "GMT-3", "+0530", "GMT+01.00", "UTC".
func distance(s string) (int, bool) {
	s = strings.ToUpper(strings.ReplaceAll(strings.ReplaceAll(s, "−", "-"), " ", ""))
	rest, named := strings.CutPrefix(s, "UTC")
	if !named {
		rest, named = strings.CutPrefix(s, "GMT")
	}
	if rest == "" {
		return 0, named
	}
	sign := 1
	switch rest[0] {
	case '-':
		sign = -1
	case '+':
	default:
		return 0, false
	}
	hours, minutes, ok := clockOf(rest[1:])
	if n := hours*60 + minutes; !ok || minutes%15 != 0 || n > 14*60 || sign < 0 && n > 12*60 {
		return 0, false
	}
	return sign * (hours*3600 + minutes*60), true
}

// clockOf reads "3", "03", "0300", "03:00" and "03.00".
func clockOf(s string) (hours, minutes int, ok bool) {
	at := strings.IndexAny(s, ":.")
	switch {
	case at < 0 && len(s) == 4:
		at = 2
		s = s[:2] + ":" + s[2:]
	case at < 0:
		at = len(s)
	}
	if at < 1 || at > 2 || len(s) != at && len(s) != at+3 {
		return 0, 0, false
	}
	hours, ok = digits(s, 0, at)
	if ok && len(s) > at {
		minutes, ok = digits(s, at+1, 2)
	}
	return hours, minutes, ok && minutes < 60
}
