package locale

import (
	"regexp"
	"strings"

	"mentorbook/core"
)

// maxSteps is how many days, weeks, months or years somebody may count.
const maxSteps = 4_000_000

var (
	signed  = regexp.MustCompile(`^([+-]) ?(\d{1,7}) ?(\pL*)\.?$`)
	fromDay = regexp.MustCompile(`^(.+) (?:from|after) (today|tomorrow|\pL+day|\pL{3})$`)
	counted = regexp.MustCompile(`^(in|within|через|спустя|течение)?(?:^| )(?:(\d{1,7}|\pL+) ?)??(\pL+)\.?( ago| назад| from now)?$`)
)

// bySteps reads a number of days, weeks, months or years from today.
func bySteps(s string, today core.Date) (core.Date, bool) {
	if m := signed.FindStringSubmatch(s); m != nil {
		n := number(m[2])
		if m[1] == "-" {
			n = -n
		}
		if m[3] == "" {
			return walk(today, n, stepDay)
		}
		step, ok := stepOf(m[3], true)
		if !ok {
			return core.Date{}, false
		}
		return walk(today, n, step)
	}
	if m := fromDay.FindStringSubmatch(s); m != nil && m[2] != "now" { // "a week from friday"
		base, ok := byWord(m[2], today)
		if !ok {
			base, ok = byWeekday(m[2], today)
		}
		if !ok {
			return core.Date{}, false
		}
		return bySteps("in "+m[1], base)
	}
	s = strings.NewReplacer("a couple of ", "couple ", "a couple ", "couple ").Replace(s)
	m := counted.FindStringSubmatch(s)
	if m == nil || (m[1] == "") == (m[4] == "") {
		return core.Date{}, false
	}
	n, ok := countOf(m[2])
	step, ok2 := stepOf(m[3], false)
	if !ok || !ok2 {
		return core.Date{}, false
	}
	if m[4] == " ago" || m[4] == " назад" {
		n = -n
	}
	return walk(today, n, step)
}

type step int

const (
	stepDay step = iota
	stepWeek
	stepMonth
	stepYear
	stepHalfYear
	stepFortnight
)

func walk(today core.Date, n int, s step) (core.Date, bool) {
	if n > maxSteps || n < -maxSteps {
		return core.Date{}, false
	}
	var d core.Date
	switch s {
	case stepWeek:
		d = today.AddDays(7 * n)
	case stepFortnight:
		d = today.AddDays(14 * n)
	case stepMonth:
		d = today.AddMonths(n)
	case stepHalfYear:
		d = today.AddMonths(6 * n)
	case stepYear:
		d = today.AddMonths(12 * n)
	default:
		d = today.AddDays(n)
	}
	return d, d.Valid()
}

// stepOf reads the word for a step, or its first letter where a sign and a figure stand before it.
func stepOf(word string, letters bool) (step, bool) {
	switch word {
	case "day", "days", "день", "дня", "дней", "дн", "сутки", "суток":
		return stepDay, true
	case "week", "weeks", "wk", "wks", "неделя", "неделю", "недели", "недель", "нед":
		return stepWeek, true
	case "fortnight", "fortnights":
		return stepFortnight, true
	case "month", "months", "месяц", "месяца", "месяцев", "мес":
		return stepMonth, true
	case "year", "years", "год", "года", "лет":
		return stepYear, true
	case "полгода":
		return stepHalfYear, true
	}
	if !letters {
		return 0, false
	}
	switch word {
	case "d", "д":
		return stepDay, true
	case "w", "н":
		return stepWeek, true
	case "m", "м":
		return stepMonth, true
	case "y", "г", "л":
		return stepYear, true
	}
	return 0, false
}

// countOf reads a count in figures or in a word; none is one: "in week" is rare, «через неделю» is not.
func countOf(s string) (int, bool) {
	if s == "" {
		return 1, true
	}
	if allDigits(s) {
		return number(s), true
	}
	for n, words := range countWords {
		for _, word := range strings.Fields(words) {
			if word == s {
				return n, true
			}
		}
	}
	return 0, false
}

var countWords = map[int]string{
	1: "a an one один одну одна одно", 2: "two couple два две двух пару", 3: "three три трех", 4: "four четыре четырех", 5: "five пять пяти",
	6: "six шесть", 7: "seven семь", 8: "eight восемь", 9: "nine девять", 10: "ten десять", 11: "eleven одиннадцать",
	12: "twelve двенадцать",
}
