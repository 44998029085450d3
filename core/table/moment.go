package table

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
)

// order says which figure of a date such as 03/04/2026 is the day.
type order int

const (
	orderUnknown order = iota
	dayFirst
	monthFirst
)

// moment is a date, and a time of day if there was one.
type moment struct {
	date    core.Date
	clock   clock
	hasTime bool
	guessed bool // the day stands first because it does so in most of the world, and for no better reason
}

// clock is a time of day, with the offset from UTC where one was written.
type clock struct {
	hour, minute int
	offset       time.Duration
	hasOffset    bool
}

// The ways in which people and programs write dates. What follows the date is a time, if anything.
var (
	isoDate     = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t,]? *(\d.*))?$`)
	plainDate   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:[t ](\d.*))?$`)
	numericDate = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:,? +(\d.*))?$`)
	dayMonth    = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th|-?го|-?е)?[ .-]+(\pL{3,12})[ .,-]+(\d{4}|\d{2})(?:[ .,]+(\d.*))?$`)
	monthDay    = regexp.MustCompile(`^(\pL{3,12})[ .]+(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})(?:[ ,]+(\d.*))?$`)
	serialDate  = regexp.MustCompile(`^(\d{5})(?:[.,](\d+))?$`)
	weekday     = regexp.MustCompile(`^\pL{2,12}[.,]? +`)
	yearWord    = regexp.MustCompile(` *(?:года|год|г\.|г)(?:[ ,]|$)`)
)

const maxMomentText = 100

func badDate(s string) error { return core.Fail(core.CodeBadDate, "value", core.Excerpt(s)) }

// parseMoment reads a date, with or without a time, in any of those forms.
func parseMoment(text string, o order) (moment, error) {
	s := strings.ToLower(core.CleanLine(text))
	if len(s) > maxMomentText {
		return moment{}, badDate(text)
	}
	s = strings.TrimRight(yearWord.ReplaceAllString(s, " "), " .,")
	m, rest, ok := parseDay(s, o)
	if !ok {
		m, rest, ok = parseDay(weekday.ReplaceAllString(s, ""), o)
	}
	if !ok {
		return moment{}, badDate(text)
	}
	if !m.date.Valid() {
		return moment{}, core.NoSuchDate("", text, m.date)
	}
	if rest == "" {
		return m, nil
	}
	c, err := parseClock(rest)
	if err != nil {
		return moment{}, core.Fail(core.CodeBadTime, "value", core.Excerpt(text))
	}
	m.clock, m.hasTime = c, true
	return m, nil
}

// parseDay reads the date at the beginning of s and gives what follows it.
func parseDay(s string, o order) (m moment, rest string, ok bool) {
	if g := isoDate.FindStringSubmatch(s); g != nil {
		return moment{date: dateOf(g[1], g[2], g[3])}, g[4], true
	}
	if g := numericDate.FindStringSubmatch(s); g != nil {
		first, second := g[1], g[3]
		sure := g[2] == "." || number(first) > 12 || number(second) > 12 || first == second
		if number(second) > 12 || (o == monthFirst && !sure) {
			first, second = second, first
		}
		return moment{date: dateOf(g[4], second, first), guessed: !sure && o == orderUnknown}, g[5], true
	}
	if g := plainDate.FindStringSubmatch(s); g != nil {
		return moment{date: dateOf(g[1], g[2], g[3])}, g[4], true
	}
	if g := dayMonth.FindStringSubmatch(s); g != nil {
		return moment{date: dateOf(g[3], monthNumber(g[2]), g[1])}, g[4], true
	}
	if g := monthDay.FindStringSubmatch(s); g != nil && monthNumber(g[1]) != "" {
		return moment{date: dateOf(g[3], monthNumber(g[1]), g[2])}, g[4], true
	}
	if g := serialDate.FindStringSubmatch(s); g != nil {
		return serial(g[1], g[2])
	}
	return moment{}, "", false
}

// orderOf tells what a date proves about its column: which of the two figures is above 12.
func orderOf(text string) order {
	s := core.CleanLine(text)
	g := numericDate.FindStringSubmatch(s)
	if len(s) > maxMomentText || g == nil || g[2] == "." {
		return orderUnknown
	}
	switch first, second := number(g[1]), number(g[3]); {
	case first > 12 && first <= 31 && second <= 12:
		return dayFirst
	case second > 12 && second <= 31 && first <= 12:
		return monthFirst
	}
	return orderUnknown
}

// serial reads a day as Excel counts it: 1 is 1 January 1900, and 60 a day that never was, so that later days
// count from 30 December 1899; the fraction is the time. Only days from 1954 to 2119 are taken for such.
func serial(days, fraction string) (moment, string, bool) {
	n := number(days)
	if n < 20_000 || n > 80_000 {
		return moment{}, "", false
	}
	m := moment{date: core.NewDate(1899, time.December, 30).AddDays(n)}
	if fraction != "" {
		f, err := strconv.ParseFloat("0."+fraction, 64)
		if err != nil {
			return moment{}, "", false
		}
		minutes := min(int(f*24*60+0.5), 24*60-1)
		m.clock, m.hasTime = clock{hour: minutes / 60, minute: minutes % 60}, true
	}
	return m, "", true
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// dateOf makes a date of its figures; one that is not in the calendar where they name none. A year of two
// figures is one from 1970 to 2069.
func dateOf(year, month, day string) core.Date {
	y := number(year)
	if len(year) == 2 {
		if y += 2000; y >= 2070 {
			y -= 100
		}
	}
	return core.Date{Year: y, Month: time.Month(number(month)), Day: number(day)}
}

// monthNumber reads a month's name or its first three letters, in English or Russian; "" where it is none.
func monthNumber(name string) string {
	r := []rune(name)
	if len(r) < 3 {
		return ""
	}
	names := []string{
		"january", "january янв января январь", "february фев февраль февраля", "march мар март марта",
		"april апр апрель апреля", "may май мая", "june июн июнь июня", "july июл июль июля",
		"august авг август августа", "september сен сентябрь сентября", "october окт октябрь октября",
		"november ноя ноябрь ноября", "december дек декабрь декабря",
	}
	for i, known := range names[1:] {
		for _, k := range strings.Fields(known) {
			if k == name || (len(r) >= 3 && strings.HasPrefix(k, name)) {
				return strconv.Itoa(i + 1)
			}
		}
	}
	return ""
}

var (
	clockTime = regexp.MustCompile(`^(\d{1,2})(?:[:.hчu](\d{2}))?(?::(\d{2})(?:[.,]\d+)?)? *([ap]\.?m\.?)?(?: *(z|utc|gmt|[+-]\d{2}:?\d{2}))?$`)
	bareHour  = regexp.MustCompile(`^(\d{1,2}) *(?:ч|h|час|часов|часа|o'clock)\.?$`)
	dayPart   = regexp.MustCompile(`^0?[.,](\d+)$`)
)

// parseClock reads a time of day: 14:00, 14.00, 2 PM, 2:00 p.m., 14 ч, the fraction of a day; with an offset
// from UTC or without.
func parseClock(text string) (clock, error) {
	s := strings.ToLower(core.CleanLine(text))
	bad := core.Fail(core.CodeBadTime, "value", core.Excerpt(text))
	if len(s) > maxMomentText {
		return clock{}, bad
	}
	if g := dayPart.FindStringSubmatch(s); g != nil {
		f, err := strconv.ParseFloat("0."+g[1], 64)
		minutes := int(f*24*60 + 0.5)
		if err != nil || minutes >= 24*60 {
			return clock{}, bad
		}
		return clock{hour: minutes / 60, minute: minutes % 60}, nil
	}
	if g := bareHour.FindStringSubmatch(s); g != nil && number(g[1]) < 24 {
		return clock{hour: number(g[1])}, nil
	}
	g := clockTime.FindStringSubmatch(s)
	if g == nil || (g[2] == "" && g[4] == "") {
		return clock{}, bad
	}
	c := clock{hour: number(g[1]), minute: number(g[2])}
	if g[4] != "" {
		if c.hour < 1 || c.hour > 12 {
			return clock{}, bad
		}
		c.hour %= 12
		if g[4][0] == 'p' {
			c.hour += 12
		}
	}
	if c.hour > 23 || c.minute > 59 {
		return clock{}, bad
	}
	c.offset, c.hasOffset = offsetOf(g[5])
	return c, nil
}

// offsetOf reads "z", "+03:00" or "-0430".
func offsetOf(s string) (time.Duration, bool) {
	if s == "" {
		return 0, false
	}
	if s[0] != '+' && s[0] != '-' {
		return 0, true
	}
	digits := strings.ReplaceAll(s[1:], ":", "")
	d := time.Duration(number(digits[:2]))*time.Hour + time.Duration(number(digits[2:]))*time.Minute
	if s[0] == '-' {
		d = -d
	}
	return d, true
}

// parseSpan reads "14:00-15:30", or one time alone.
func parseSpan(text string) (from clock, to *clock, err error) {
	s := core.CleanLine(text)
	for _, dash := range []string{"–", "—", " - ", "-", " to ", " до "} {
		a, b, ok := strings.Cut(s, dash)
		if !ok {
			continue
		}
		from, err1 := parseClock(strings.TrimPrefix(strings.TrimSpace(a), "с "))
		until, err2 := parseClock(b)
		if err1 == nil && err2 == nil {
			return from, &until, nil
		}
	}
	from, err = parseClock(s)
	return from, nil, err
}
