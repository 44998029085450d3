package locale

import (
	"strings"
	"time"

	"mentorbook/core"
)

// byEnd reads the end of a day, week, month, quarter or year, of this one or the next, and of a named month; the beginning of
// the next, or of a named month; and a day that is said as a quality: "end of next week", «к концу ноября», «завтрашнего дня», "EOD
// Friday". A week ends on its Sunday. A month without a year is at most so many days back.
func byEnd(s string, today core.Date, back int) (core.Date, bool) {
	var words []string
	if strings.HasSuffix(s, " the") || strings.HasSuffix(s, " of") {
		return core.Date{}, false // it goes on
	}
	for _, word := range strings.Fields(s) {
		if word != "the" && word != "of" {
			words = append(words, strings.Trim(word, ","))
		}
	}
	if d, ok := byQuality(words, today); ok {
		return d, true
	}
	if rest, ok := withoutDayEnd(words); ok {
		if rest == "" {
			return today, true
		}
		d, err := parseDate(rest, today, back)
		return d, err == nil
	}
	if len(words) == 1 {
		words = endOfShort(words[0])
	}
	if len(words) < 2 {
		return core.Date{}, false
	}
	ends, begins := endWord(words[0]), beginWord(words[0])
	switch {
	case !ends && !begins:
		return core.Date{}, false
	case len(words) < 4:
		if d, ok := edgeOfMonth(words[1:], ends, today, back); ok {
			return d, true
		}
	}
	later, words := whichOne(words[1:])
	if len(words) != 1 || begins && later == 0 { // the beginning of this one is over, or may be
		return core.Date{}, false
	}
	return edgeOf(words[0], later, ends, today)
}

// byQuality reads «завтрашний день» and the like, in any case.
func byQuality(words []string, today core.Date) (core.Date, bool) {
	if len(words) != 2 || !strings.Contains(" день дня дню днем дне ", " "+words[1]+" ") {
		return core.Date{}, false
	}
	for ending := range strings.FieldsSeq("ий его ему им ем") {
		switch stem, ok := strings.CutSuffix(words[0], ending); {
		case !ok:
		case stem == "сегодняшн":
			return today, true
		case stem == "завтрашн":
			return today.AddDays(1), true
		case stem == "послезавтрашн":
			return today.AddDays(2), true
		}
	}
	return core.Date{}, false
}

// withoutDayEnd takes "end of day" or "EOD" off a day that is said with it; "" where it is said alone: today's.
func withoutDayEnd(words []string) (string, bool) {
	n := len(words)
	short := func(w string) bool { return w == "eod" || w == "cob" }
	switch {
	case n == 0:
		return "", false
	case short(words[0]):
		return strings.Join(words[1:], " "), true
	case short(words[n-1]):
		return strings.Join(words[:n-1], " "), true
	case n > 1 && endWord(words[0]) && (words[1] == "day" || words[1] == "дня"):
		return strings.Join(words[2:], " "), true
	case n > 2 && endWord(words[n-2]) && words[n-1] == "day":
		return strings.Join(words[:n-2], " "), true
	}
	return "", false
}

// endOfShort gives the words that short forms stand for.
func endOfShort(word string) []string {
	switch word {
	case "eow":
		return []string{"end", "week"}
	case "eom":
		return []string{"end", "month"}
	case "eoy":
		return []string{"end", "year"}
	}
	return nil
}

func endWord(word string) bool {
	return strings.Contains(" end конец конца концу конце ", " "+word+" ")
}

func beginWord(word string) bool {
	return strings.Contains(" beginning start начало начала началу начале ", " "+word+" ")
}

// whichOne reads the word for this or the next; 1 is the next.
func whichOne(words []string) (int, []string) {
	if len(words) < 2 {
		return 0, words
	}
	switch words[0] {
	case "this", "current", "этой", "этого", "текущей", "текущего":
		return 0, words[1:]
	case "next", "following", "следующей", "следующего", "след.":
		return 1, words[1:]
	}
	return 0, words
}

// edgeOf gives the last or first day of a week, month, quarter or year, so many after this one.
func edgeOf(unit string, later int, last bool, today core.Date) (core.Date, bool) {
	var first core.Date
	var next func(core.Date) core.Date
	months := func(n int) func(core.Date) core.Date {
		return func(d core.Date) core.Date { return d.AddMonths(n) }
	}
	switch unit {
	case "week", "недели":
		first, next = today.Monday(), func(d core.Date) core.Date { return d.AddDays(7) }
	case "month", "месяца":
		first, next = core.NewDate(today.Year, today.Month, 1), months(1)
	case "quarter", "квартала":
		first, next = core.NewDate(today.Year, (today.Month-1)/3*3+1, 1), months(3)
	case "year", "года":
		first, next = core.NewDate(today.Year, time.January, 1), months(12)
	default:
		return core.Date{}, false
	}
	for range later {
		first = next(first)
	}
	if last {
		return next(first).AddDays(-1), true
	}
	return first, true
}

// edgeOfMonth gives the last or first day of a month that is named, with its year or without.
func edgeOfMonth(words []string, last bool, today core.Date, back int) (core.Date, bool) {
	month, ok := monthOf(words[0])
	if !ok || len(words) > 2 {
		return core.Date{}, false
	}
	d := asWritten(noYear, int(month), 1)
	if last {
		d.Day = 28 // that every year has
	}
	if len(words) == 2 {
		if !allDigits(words[1]) || len(words[1]) != 4 {
			return core.Date{}, false
		}
		d.Year = number(words[1])
	}
	if d = withYear(d, today, back); last && d.Valid() {
		d.Day = d.DaysInMonth()
	}
	return d, d.Valid()
}
