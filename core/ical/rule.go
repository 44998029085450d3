package ical

import (
	"strconv"
	"strings"
)

// frequency is how often a rule begins anew.
type frequency byte

const (
	yearly frequency = iota
	monthly
	weekly
	daily
	hourly
	minutely
	secondly
)

// rule is a recurrence rule (RFC 5545 3.3.10). A set of small numbers is kept as the bits of one.
type rule struct {
	freq     frequency
	interval int64
	count    int // 0: none
	until    *moment
	start    byte // WKST; Sunday is 0

	seconds, minutes, hours uint64
	weekdays                byte
	nth                     []nthDay
	monthDays, fromMonthEnd uint64
	yearDays                []int
	weeks                   []int
	months                  uint16
	positions               []int
}

// nthDay is a weekday counted within a month or year: -1 is the last.
type nthDay struct {
	n       int
	weekday byte
}

// maxList bounds the entries of one part of a rule.
const maxList = 800

// parseRule reads an RRULE. The reason for a refusal is the part that is wrong.
func parseRule(s string) (*rule, string) {
	r := &rule{interval: 1, start: 1}
	named := false
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		key, value, _ := strings.Cut(part, "=")
		key = strings.ToUpper(strings.TrimSpace(key))
		if !r.set(key, strings.ToUpper(strings.TrimSpace(value))) {
			return nil, part
		}
		named = named || key == "FREQ"
	}
	if !named {
		return nil, s
	}
	return r, ""
}

func (r *rule) set(key, value string) bool {
	switch key {
	case "FREQ":
		return r.setFrequency(value)
	case "INTERVAL":
		n, err := strconv.ParseInt(value, 10, 32)
		r.interval = n
		return err == nil && n > 0
	case "COUNT":
		n, err := strconv.Atoi(value)
		r.count = n
		return err == nil && n > 0
	case "UNTIL":
		m, ok := parseMoment(value, 0)
		r.until = &m
		return ok
	case "WKST":
		d, ok := weekdayOf(value)
		r.start = d
		return ok
	case "BYDAY":
		return r.setDays(value)
	case "RSCALE": // RFC 7529: other calendars
		return value == "GREGORIAN"
	case "SKIP":
		return value == "OMIT"
	}
	return r.setNumbers(key, value)
}

func (r *rule) setFrequency(value string) bool {
	for i, name := range [...]string{"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"} {
		if value == name {
			r.freq = frequency(i)
			return true
		}
	}
	return false
}

func (r *rule) setNumbers(key, value string) bool {
	switch key {
	case "BYSECOND":
		return numbers(value, 0, 60, false, func(n int) { r.seconds |= 1 << min(n, 59) })
	case "BYMINUTE":
		return numbers(value, 0, 59, false, func(n int) { r.minutes |= 1 << n })
	case "BYHOUR":
		return numbers(value, 0, 23, false, func(n int) { r.hours |= 1 << n })
	case "BYMONTH":
		return numbers(value, 1, 12, false, func(n int) { r.months |= 1 << n })
	case "BYMONTHDAY":
		return numbers(value, 1, 31, true, func(n int) {
			if n < 0 {
				r.fromMonthEnd |= 1 << -n
			} else {
				r.monthDays |= 1 << n
			}
		})
	case "BYYEARDAY":
		return numbers(value, 1, 366, true, func(n int) { r.yearDays = append(r.yearDays, n) })
	case "BYWEEKNO":
		return numbers(value, 1, 53, true, func(n int) { r.weeks = append(r.weeks, n) })
	case "BYSETPOS":
		return numbers(value, 1, 366, true, func(n int) { r.positions = append(r.positions, n) })
	}
	return strings.HasPrefix(key, "X-")
}

// numbers reads a list of numbers within bounds, which hold for negative ones too where they are allowed.
func numbers(list string, low, high int, negative bool, take func(int)) bool {
	count := 0
	for one := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(one))
		size := n
		if negative && n < 0 {
			size = -n
		}
		if count++; err != nil || size < low || size > high || count > maxList {
			return false
		}
		take(n)
	}
	return true
}

func (r *rule) setDays(list string) bool {
	count := 0
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimSpace(one)
		if count++; len(one) < 2 || count > maxList {
			return false
		}
		d, ok := weekdayOf(one[len(one)-2:])
		if !ok {
			return false
		}
		prefix := strings.TrimSpace(one[:len(one)-2])
		if prefix == "" {
			r.weekdays |= 1 << d
			continue
		}
		n, err := strconv.Atoi(prefix)
		if err != nil || n == 0 || n < -53 || n > 53 {
			return false
		}
		r.nth = append(r.nth, nthDay{n, d})
	}
	return true
}

func weekdayOf(s string) (byte, bool) {
	i := strings.Index("SUMOTUWETHFRSA", s)
	return byte(i / 2), i >= 0 && i%2 == 0 && len(s) == 2
}

// alone tells whether no part of the rule but BYSETPOS picks any of what a period has.
func (r *rule) alone() bool {
	return r.weekdays == 0 && r.nth == nil && r.months == 0 && r.weeks == nil && r.yearDays == nil &&
		r.monthDays|r.fromMonthEnd|r.hours|r.minutes|r.seconds == 0
}
