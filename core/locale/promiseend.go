package locale

import (
	"regexp"
	"strings"
	"unicode"

	"mentorbook/core"
)

// dayOfMonth is a day that is said by its number alone: "the 5th", «5-му», «5 числа».
var dayOfMonth = regexp.MustCompile(`^(?:the )?(\d{1,2})(?:st|nd|rd|th|-?(?:го|му|ому|ое|е)| (?:числа|числу|число))[.,;!]?$`)

// cutDayOfMonth takes "by the 5th" or «к 5-му» off the end of a line: the next day of that number, today or later. Only a word
// that leads to a day makes one of it, and only where the line ends so: "by the 5th chapter" is none.
func cutDayOfMonth(words []string, today core.Date) (string, core.Date) {
	for n := 3; n > 1; n-- {
		from := len(words) - n
		if from < 0 || !leadsToDate(words[from]) {
			continue
		}
		m := dayOfMonth.FindStringSubmatch(strings.ReplaceAll(strings.ToLower(strings.Join(words[from+1:], " ")), "–", "-"))
		if m == nil {
			continue
		}
		if d := nextOfMonth(number(m[1]), today); !d.IsZero() {
			return strings.TrimRight(strings.Join(words[:from], " "), " ,;—–-"), d
		}
	}
	return "", core.Date{}
}

// nextOfMonth gives the next day of a number, today or later, in a month that has one; zero where none has.
func nextOfMonth(day int, today core.Date) core.Date {
	if day < 1 || day > 31 {
		return core.Date{}
	}
	for i := range 3 { // of two months after one another, one has 31 days
		month := core.NewDate(today.Year, today.Month, 1).AddMonths(i)
		if d := asWritten(month.Year, int(month.Month), day); d.Valid() && !d.Before(today) {
			return d
		}
	}
	return core.Date{}
}

// maxTimeWords is how many words a time at the end of a line may have: "at 5 pm".
const maxTimeWords = 3

// cutDayAndTime takes a day out of the end of a line that is followed by a time of it: "by Friday 5pm", «к пятнице в 17:00». A
// promise has a day and no hour: that stays in the text, behind the word that led to the day or its own.
func cutDayAndTime(words []string, today core.Date) (string, core.Date) {
	for n := min(maxTimeWords, len(words)-1); n > 0; n-- {
		at := len(words) - n
		part := n == 1 && partOfDay(words[at])
		if !part && !surelyTime(words[at:]) {
			continue
		}
		for m := min(maxDateWords, at); m > 0; m-- {
			from := at - m
			d, ok := datePhrase(words[from:at], today)
			if part {
				d, ok = dayOfPart(words[from:at], d, ok, today)
			}
			if !ok || from > 0 && aboutDate(words[from-1]) {
				continue
			}
			left := append([]string{}, words[:from]...)
			if part {
				return strings.Join(append(left, inPart(words[from], words[at])), " "), d
			}
			if m > 1 && leadsToDate(words[from]) && !leadsToTime(words[at]) && !strings.EqualFold(words[from], "on") {
				left = append(left, words[from])
			}
			return strings.Join(append(left, words[at:]...), " "), d
		}
	}
	return "", core.Date{}
}

// partOfDay tells whether a word is a part of the day as it stands behind a day: "tomorrow morning", «завтра утром».
func partOfDay(word string) bool {
	switch strings.ToLower(strings.TrimRight(word, ".,;!")) {
	case "morning", "afternoon", "evening", "night", "утром", "днём", "днем", "вечером", "ночью":
		return true
	}
	return false
}

// dayOfPart gives the day that is said before a part of it, where it is surely one to come: «было в пятницу вечером» tells of
// the last one.
func dayOfPart(words []string, d core.Date, ok bool, today core.Date) (core.Date, bool) {
	if len(words) == 1 && strings.EqualFold(words[0], "this") {
		return today, true
	}
	_, byItself := byWord(strings.ToLower(words[len(words)-1]), today)
	return d, ok && (saysBy(words[0]) || byItself)
}

// inPart says a part of the day without the day, behind the word that led to it.
func inPart(lead, part string) string {
	switch {
	case !unicode.Is(unicode.Latin, []rune(part)[0]):
		return part
	case leadsToDate(lead) && !strings.EqualFold(lead, "on"):
		return lead + " " + part
	case strings.HasPrefix(strings.ToLower(part), "night"):
		return "at " + part
	}
	return "in the " + part
}

// surelyTime tells whether words are a time of day and can be nothing else: a figure alone is one only behind "at" or «в».
func surelyTime(words []string) bool {
	led := len(words) > 1 && leadsToTime(words[0])
	if led {
		words = words[1:]
	}
	said := strings.TrimRight(strings.Join(words, " "), ".,;!")
	if _, _, err := ParseTime(said); err != nil {
		return false
	}
	return led || strings.Contains(said, ":") || strings.IndexFunc(said, isLetter) >= 0
}

func leadsToTime(word string) bool {
	switch strings.ToLower(word) {
	case "at", "в", "во", "к":
		return true
	}
	return false
}
