package locale

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mentorbook/core"
)

// wrongDay finds at the end of a line, or behind a leading "by" or «к», what was meant as a day and is none: one that
// its month has not ("31 Feb", «30.02»), one with a slip in its name ("Fryday", «5 октебря»), or a month alone. It gives
// what may have been meant, with the line as it then reads. "" where there is no such thing.
func wrongDay(line string, today core.Date) (string, []NearDay) {
	words := strings.Fields(line)
	for n := min(maxDayWords, len(words)); n > 0; n-- {
		from := len(words) - n
		led := n > 1 && leadsToDate(words[from])
		at, lead := from, ""
		if led {
			at, lead = from+1, words[from]
		}
		if said, perhaps := doubtful(words[at:], lead, today); said != "" {
			return said, inLine(words[:at], said, words[at:], nil, perhaps)
		}
	}
	for n := min(maxDayWords, len(words)-1); n > 1 && leadsToDate(words[0]); n-- {
		if said, perhaps := doubtful(words[1:n], words[0], today); said != "" {
			return said, inLine(words[:1], said, words[1:n], words[n:], perhaps)
		}
	}
	return "", nil
}

// inLine puts what may have been meant in the place of what was said.
func inLine(before []string, said string, phrase, after []string, perhaps []NearDay) []NearDay {
	tail := strings.TrimPrefix(strings.Join(phrase, " "), said) // a point or comma behind it
	for i := range perhaps {
		perhaps[i].Line = strings.Join(slices.Concat(before, []string{perhaps[i].Words + tail}, after), " ")
	}
	return perhaps
}

// doubtful tells whether words, behind the word that leads to a day or behind none, were meant as a day and are none.
func doubtful(words []string, lead string, today core.Date) (string, []NearDay) {
	said := strings.TrimRight(strings.Join(words, " "), ".,;!?")
	if said == "" || len(said) > maxTyped {
		return "", nil
	}
	if _, err := ParseDue(said, today); err == nil {
		return "", nil
	}
	if otherWeekday(words, today) {
		return said, eitherDay(said, today)
	}
	if perhaps, ok := impossible(said, lead != "", today); ok {
		return said, perhaps
	}
	if perhaps := slipped(said, lead, today); len(perhaps) > 0 {
		return said, perhaps
	}
	return "", nil
}

// otherWeekday tells whether words name a date with a weekday that it is not: "Friday, 5 May".
func otherWeekday(words []string, today core.Date) bool {
	if len(words) > 1 && leadsToDate(words[0]) {
		words = words[1:]
	}
	_, err := ParseDue(strings.TrimRight(strings.Join(words, " "), ".,;!?"), today)
	problems := core.Problems(err)
	return len(problems) > 0 && problems[0].Args["is"] != nil
}

// eitherDay gives the date and the weekday of which one may have been meant.
func eitherDay(said string, today core.Date) []NearDay {
	var out []NearDay
	words := strings.Fields(said)
	for i, word := range words {
		name := strings.Trim(word, " ,.()")
		if _, ok := weekdayOf(strings.ToLower(name)); !ok {
			continue
		}
		rest := strings.Trim(strings.Join(slices.Delete(slices.Clone(words), i, i+1), " "), " ,")
		for _, text := range []string{rest, name} {
			if d, err := ParseDue(text, today); err == nil {
				out = append(out, NearDay{Words: text, Due: d})
			}
		}
		break
	}
	return out
}

// impossible tells whether a text is a day that is in no month, such as "31 Feb": with another number for the day it
// would be one. The last day of that month may have been meant.
func impossible(said string, led bool, today core.Date) ([]NearDay, bool) {
	figures := strings.IndexFunc(said, func(r rune) bool { return !unicode.IsDigit(r) })
	if figures < 1 || figures > 2 {
		return nil, false // no day of a month, or a number alone
	}
	lettered := strings.IndexFunc(said, unicode.IsLetter) >= 0
	if !led && !lettered && len(said) < len("1.1.2026") {
		return nil, false // "version 31.2" is no date
	}
	first, err := ParseDue("1"+said[figures:], today)
	if err != nil {
		return nil, false
	}
	last := strconv.Itoa(first.DaysInMonth()) + said[figures:]
	d, err := ParseDue(last, today)
	if err != nil {
		return nil, true
	}
	return []NearDay{{Words: last, Due: d}}, true
}

// maxDayWords is how many words such a day may have: "by 31 February of 2027".
const maxDayWords = 5

// unknownName gives what stands before a colon in the form of a name and names nobody, or several: "Bob", «Анне
// Ивановой». What begins with a small letter, or is longer than names are, is part of the text.
func unknownName(line string) string {
	head, _, found := strings.Cut(line, ":")
	words := strings.Fields(head)
	if !found || len(words) == 0 || len(words) > 3 || len(head) > 60 {
		return ""
	}
	if slices.ContainsFunc(words, func(w string) bool { return !unicode.IsUpper([]rune(w)[0]) }) {
		return ""
	}
	if strings.ContainsFunc(head, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" -’'.", r) }) {
		return ""
	}
	return strings.TrimSpace(head)
}
