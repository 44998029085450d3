package locale

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
)

// MostMinutes is the longest that a typed length may be, in minutes: a day.
const MostMinutes = 24 * 60

// The ways to say that a figure is one of minutes, or of hours.
const (
	minuteWords = `(?:minutes?|mins?|m|минут[аыу]?|мин|м|'|′)\.?`
	hourWords   = `(?:hours?|hrs?|h|час(?:а|ов)?|ч)\.?`
)

// lengthTyped is a length with its word: minutes, or hours with minutes or without.
const lengthTyped = `(?:(\d{1,3})\s?` + minuteWords + hoursTyped

// hoursTyped is the rest of a length that minutes may begin: hours, with minutes or without.
const hoursTyped = `|(\d{1,2}(?:[.,]\d{1,2})?)\s?` + hourWords + `(?:\s?(\d{1,2})\s?` + minuteWords + `)?)`

// typedMinutes finds how long an item is meant to take at the end of what was typed: "Feedback, 10 min", "Feedback (1.5 h)". A
// figure alone is part of the item: "Chapter 3".
var typedMinutes = regexp.MustCompile(`(?i)^(.*?)[\s,:;–—-]*(?:[\s,]` + lengthTyped + `|\(\s?` + lengthTyped + `\s?\)\.?)$`)

// CutMinutes takes off a text how many minutes it says at its end that it takes, and gives the rest; 0 where it says none. Minutes
// behind a comma, and nothing before it, are those of something that is yet to be named.
func CutMinutes(text string) (rest string, minutes int) {
	m := typedMinutes.FindStringSubmatch(text)
	if m == nil || m[1] == "" && !strings.ContainsRune(",:;–—-", []rune(text)[0]) {
		return text, 0
	}
	hours := m[3] != ""
	if n := minutesOf(m[2]+m[5], m[3]+m[6], m[4]+m[7]); n > 0 && n <= MostMinutes && (!hours || !clockFollows(m[1])) {
		return m[1], n
	}
	return text, 0
}

// clockFollows tells whether hours behind a text are a time, and not how long it takes: "Call at 10 h", «Созвон в 10 часов».
func clockFollows(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	return len(words) > 0 && slices.Contains([]string{
		"after", "at", "before", "by", "each", "every", "from", "in", "till", "until", "within",
		"в", "до", "за", "к", "каждые", "каждый", "после", "с", "через",
	}, words[len(words)-1])
}

// minutesOf adds up a length that is said in minutes, or in hours and minutes.
func minutesOf(minutes, hours, more string) int {
	n := 0
	for _, s := range []string{minutes, more} {
		if m, err := strconv.Atoi(s); err == nil {
			n += m
		}
	}
	if h, err := strconv.ParseFloat(strings.Replace(hours, ",", ".", 1), 64); err == nil {
		n += int(math.Round(h * 60))
	}
	return n
}

// onlyLength finds a length where nothing else is typed: "10 min", "1.5 h", "1 h 30 min".
var onlyLength = regexp.MustCompile(`(?i)^(?:(\d{1,6})\s*` + minuteWords + hoursTyped + `$`)

// Minutes reads a length that says its unit, in either language, such as "45 min", "1.5 h" and «1 ч 30 мин»; false for anything else.
func Minutes(text string) (int, bool) {
	m := onlyLength.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, false
	}
	return minutesOf(m[1], m[2], m[3]), true
}

// ReadMinutes reads a typed length from low to high minutes, with its unit or, for minutes, without. Its error names the field, as
// that of core.ReadWhole does.
func ReadMinutes(field, text string, low, high int) (int, error) {
	n, ok := Minutes(text)
	switch {
	case !ok:
		return core.ReadWhole(field, text, low, high)
	case n < low || n > high:
		return 0, core.FailField(core.CodeBadNumber, field, "min", low, "max", high)
	}
	return n, nil
}
