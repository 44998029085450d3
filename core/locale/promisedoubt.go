package locale

import (
	"slices"
	"strings"
	"unicode"

	"mentorbook/core"
)

// wrongDay finds at the end of a line, or behind a leading "by" or «к», what was meant as a day and is none, such as
// "31 Feb" or «30.02»: with another number for the day it would be one. "" where there is no such thing.
func wrongDay(line string, today core.Date) string {
	words := strings.Fields(line)
	for n := min(maxDayWords, len(words)); n > 0; n-- {
		phrase, led := words[len(words)-n:], false
		if n > 1 && leadsToDate(phrase[0]) {
			phrase, led = phrase[1:], true
		}
		text := strings.TrimRight(strings.Join(phrase, " "), ".,;!?")
		figures := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
		if figures < 1 || figures > 2 {
			continue // no day of a month, or a number alone
		}
		lettered := strings.IndexFunc(text, unicode.IsLetter) >= 0
		if !led && !lettered && len(text) < len("1.1.2026") {
			continue // "version 31.2" is no date
		}
		if _, err := ParseDate(text, today); err == nil {
			continue
		}
		if _, err := ParseDate("1"+text[figures:], today); err == nil {
			return text
		}
	}
	return ""
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
