package ical

import (
	"strings"
	"time"
)

// wall is what a clock on the wall shows, in seconds since 1970 as though it were in UTC. It has no zone.
type wall int64

const day = 24 * 60 * 60

// day gives the days since 1970.
func (w wall) day() int64 { return floorDiv(int64(w), day) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - floorDiv(a, b)*b }

// daysOf counts the days from 1970 to a date of the Gregorian calendar.
func daysOf(year, month, dayOfMonth int) int64 {
	y, m := int64(year), int64(month)
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	dayOfYear := (153*floorMod(m+9, 12)+2)/5 + int64(dayOfMonth) - 1
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719468
}

// dateOf is the inverse of daysOf.
func dateOf(days int64) (year, month, dayOfMonth int) {
	z := days + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	dayOfMonth = int(doy - (153*mp+2)/5 + 1)
	month = int(mp + 3)
	if month > 12 {
		month -= 12
	}
	year = int(yoe + era*400)
	if month <= 2 {
		year++
	}
	return year, month, dayOfMonth
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysInMonth(year, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func daysInYear(year int) int {
	if leap(year) {
		return 366
	}
	return 365
}

// form is which of the forms of RFC 5545 3.3.4 and 3.3.5 a time has.
type form byte

const (
	formDate     form = iota + 1 // a date alone
	formFloating                 // a time in no zone
	formUTC
	formZoned // a time with a TZID
)

// moment is a DATE or DATE-TIME as the file has it.
type moment struct {
	wall wall
	zone int32 // of a zoned one: its place in zones
	form form
}

// parseMoment reads "20260102" or "20260102T150405", the latter perhaps with Z. Zone is that of a local time, 0
// where it has none.
func parseMoment(s string, zone int32) (moment, bool) {
	s = strings.TrimSpace(s)
	year, ok1 := digits(s, 0, 4)
	month, ok2 := digits(s, 4, 2)
	dom, ok3 := digits(s, 6, 2)
	if !ok1 || !ok2 || !ok3 || year < 1 || month < 1 || month > 12 || dom < 1 || dom > daysInMonth(year, month) {
		return moment{}, false
	}
	m := moment{wall: wall(daysOf(year, month, dom) * day), form: formDate}
	if len(s) == 8 {
		return m, true
	}
	hour, ok1 := digits(s, 9, 2)
	minute, ok2 := digits(s, 11, 2)
	second, ok3 := digits(s, 13, 2)
	if !ok1 || !ok2 || !ok3 || s[8]|0x20 != 't' || minute > 59 || second > 60 {
		return moment{}, false
	}
	if hour > 24 || hour == 24 && minute+second > 0 {
		return moment{}, false
	}
	m.wall += wall(hour*3600 + minute*60 + min(second, 59))
	switch rest := s[15:]; {
	case rest == "Z" || rest == "z":
		m.form = formUTC
	case rest != "":
		return moment{}, false
	case zone != 0:
		m.form, m.zone = formZoned, zone
	default:
		m.form = formFloating
	}
	return m, true
}

func digits(s string, from, n int) (int, bool) {
	if len(s) < from+n {
		return 0, false
	}
	v := 0
	for i := from; i < from+n; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, true
}

// length is a DURATION: days by the calendar, seconds by the clock (RFC 5545 3.3.6).
type length struct {
	days, seconds int64
}

// maxLength bounds a duration: a hundred years.
const maxLength = 100 * 366 * day

// parseLength reads "P1W", "-PT15M", "P1DT2H3M4S".
func parseLength(s string) (length, bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	sign := int64(1)
	switch {
	case strings.HasPrefix(s, "-"):
		sign, s = -1, s[1:]
	case strings.HasPrefix(s, "+"):
		s = s[1:]
	}
	if len(s) < 2 || s[0] != 'P' {
		return length{}, false
	}
	var l length
	clock, n, have, any := false, int64(0), false, false
	for _, c := range s[1:] {
		switch {
		case c >= '0' && c <= '9':
			if n = n*10 + int64(c-'0'); n > maxLength {
				return length{}, false
			}
			have = true
			continue
		case c == 'T' && !clock && !have:
			clock = true
			continue
		case !have:
			return length{}, false
		case c == 'W' && !clock:
			l.days += 7 * n
		case c == 'D' && !clock:
			l.days += n
		case c == 'H' && clock:
			l.seconds += 3600 * n
		case c == 'M' && clock:
			l.seconds += 60 * n
		case c == 'S' && clock:
			l.seconds += n
		default:
			return length{}, false
		}
		n, have, any = 0, false, true
	}
	if have || !any || l.days*day+l.seconds > maxLength {
		return length{}, false
	}
	l.days, l.seconds = sign*l.days, sign*l.seconds
	return l, true
}

// instant gives the time of a wall in UTC.
func (w wall) instant() time.Time { return time.Unix(int64(w), 0).UTC() }
