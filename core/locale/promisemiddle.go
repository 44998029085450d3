package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mentorbook/core"
)

// cutMiddle takes a date out of the middle of a line: "send by Friday the draft", «прислать к пятнице черновик». It does so
// only where nothing else can be meant: one date, to come, behind a word that says by when.
func cutMiddle(line string, today core.Date) (string, core.Date) {
	words := strings.Fields(line)
	from, n, due := 0, 0, core.Date{}
	for i := 1; i < len(words)-1; i++ {
		length, d := dueAt(words, i, today)
		if length == 0 {
			continue
		}
		if n > 0 {
			return line, core.Date{} // two: nobody can tell which
		}
		from, n, due = i, length, d
		i += length - 1
	}
	if n == 0 {
		return line, core.Date{}
	}
	return strings.Join(withoutPhrase(words, from, n), " "), due
}

// dueAt gives how many words from a place on say by when something is due, with the day; 0 for none.
func dueAt(words []string, at int, today core.Date) (int, core.Date) {
	if !saysBy(words[at]) || phrasal(words[at-1], words[at]) {
		return 0, core.Date{}
	}
	for n := min(maxDateWords, len(words)-at-1); n > 1; n-- {
		said := strings.TrimRight(strings.Join(words[at+1:at+n], " "), ",;!?")
		d, err := ParseDue(said, today)
		if err != nil && endsSentence(said) {
			d, err = ParseDue(strings.TrimSuffix(said, "."), today)
		}
		if next := strings.ToLower(words[at+1]); err == nil && (next == "the" || !leading(next)) {
			if d.Before(today) || !surelyDate(said) || goesOn(words[at+n], words[at+n+1:], today) {
				return 0, core.Date{}
			}
			return n, d
		}
	}
	return 0, core.Date{}
}

// saysBy tells whether a word says by when, and nothing else: "until" and «до» also say how long.
func saysBy(word string) bool {
	switch strings.ToLower(word) {
	case "by", "due", "к", "ко":
		return true
	}
	return false
}

// phrasal tells whether "by" belongs to the word before it: "drop by Friday" says no deadline.
func phrasal(before, by string) bool {
	if !strings.EqualFold(by, "by") {
		return false
	}
	switch strings.ToLower(before) {
	case "stand", "drop", "stop", "come", "swing", "pass", "go", "stay", "written", "made", "sent", "said", "done":
		return true
	}
	return false
}

// surelyDate tells whether a date can be nothing else: it has a word in it, or a year. "By 3 4" and «к 2.10» may be anything.
func surelyDate(said string) bool {
	return strings.ContainsFunc(said, unicode.IsLetter) || len(said) >= len("1.1.2026") && !strings.Contains(said, " ")
}

// goesOn tells whether what stands behind a date still belongs to it, so that it is not said as a whole: a time of that day,
// a figure, or another date.
func goesOn(next string, rest []string, today core.Date) bool {
	first, _ := utf8.DecodeRuneInString(next)
	if unicode.IsDigit(first) {
		return true
	}
	switch plain := strings.Trim(strings.ToLower(next), ".,;:!?"); plain {
	case "morning", "noon", "midday", "afternoon", "evening", "night", "midnight", "lunch", "lunchtime", "at", "eod", "cob", "meeting",
		"утро", "утру", "утра", "утром", "вечер", "вечеру", "вечера", "вечером", "обеду", "обеда", "дня", "днём", "днем", "ночи", "ночью", "полудню", "полудня",
		"обитания": // «среда обитания»
		return true
	case "or", "and", "to", "или", "и", "либо":
		for n := min(maxDateWords, len(rest)); n > 0; n-- {
			if _, err := ParseDue(strings.Join(rest[:n], " "), today); err == nil {
				return true
			}
		}
	}
	return false
}

// endsSentence tells whether a text ends in a point that is no part of a short form, such as «пт.».
func endsSentence(said string) bool {
	last := said[strings.LastIndexByte(said, ' ')+1:]
	word, point := strings.CutSuffix(last, ".")
	return point && utf8.RuneCountInString(word) >= 4
}

// withoutPhrase gives the words of a line without some of them. What ended a sentence behind them ends it before them, and
// the comma that opened them goes with the one that closed them.
func withoutPhrase(words []string, from, n int) []string {
	before, last := words[from-1], words[from+n-1]
	switch {
	case strings.HasSuffix(last, ",") && strings.HasSuffix(before, ","):
		before = strings.TrimSuffix(before, ",")
	case strings.ContainsAny(last[len(last)-1:], ";!?") || endsSentence(last):
		before += last[len(last)-1:]
	}
	return slices.Concat(words[:from-1], []string{before}, words[from+n:])
}
