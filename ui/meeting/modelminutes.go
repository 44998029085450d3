package meeting

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
)

// maxMinutes is the longest that an item can be meant to take.
const maxMinutes = 24 * 60

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

// ReadItem reads a typed item with its minutes. Minutes behind a comma, and nothing before it, are those of an item that is
// yet to be named.
func ReadItem(text string) core.AgendaItem {
	item := core.AgendaItem{Text: core.CleanLine(text)}
	m := typedMinutes.FindStringSubmatch(item.Text)
	if m == nil || m[1] == "" && !strings.ContainsRune(",:;–—-", []rune(item.Text)[0]) {
		return item
	}
	hours := m[3] != ""
	if n := minutesOf(m[2]+m[5], m[3]+m[6], m[4]+m[7]); n > 0 && n <= maxMinutes && (!hours || !clockFollows(m[1])) {
		item.Text, item.Minutes = m[1], n
	}
	return item
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
var onlyLength = regexp.MustCompile(`(?i)^(?:(\d+)\s*` + minuteWords + hoursTyped + `$`)

// ReadMinutes reads the field for minutes, with or without the word; an empty one is none.
func ReadMinutes(text string) (int, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, nil
	}
	n, err := core.ReadWhole("minutes", text, 0, maxMinutes)
	if m := onlyLength.FindStringSubmatch(text); m != nil {
		n, err = minutesOf(m[1], m[2], m[3]), nil
	}
	if err == nil && n > maxMinutes {
		return 0, core.FailField(core.CodeBadNumber, "minutes", "min", 0, "max", maxMinutes)
	}
	return n, err
}
