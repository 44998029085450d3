package kit

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"mentorbook/core"
)

// DateWords is what date fields need of a language. Format must give a text that ParseDate reads back.
type DateWords struct {
	Format   func(core.Date) string                  // "Mon 23 Nov 2026"
	Month    func(year int, month time.Month) string // the head of a month: "November 2026"
	Weekdays [7]string                               // shortest names, from Sunday: "Su"
	First    time.Weekday                            // the week's first day
	Names    func(month time.Month) []string         // every way to write a month's name, in all languages in use
	Days     func(day time.Weekday) []string         // the same for days of the week
	Relative map[string]int                          // "today": 0, "tomorrow": 1, …
	Bad      string                                  // the message for a text that is no date
	Missing  string                                  // the message for an empty field that needs a date
	Hint     string                                  // the placeholder
	Open     Tip                                     // of the button that opens the month
	Back     Tip                                     // to the month before
	Forward  Tip                                     // to the month after
}

// ParseDate reads a date as people type one: 2026-11-23, 23.11.2026, 23/11/26, 23.11, 23 nov, 23 ноября 2026,
// nov 23, 23 (of this month), fri (the coming one), tomorrow, +7. Day before month; month before day only where
// nothing else can be meant. A date without a year is the one nearest to today, leaning to the future.
func ParseDate(text string, today core.Date, w DateWords) (core.Date, bool) {
	text = strings.ToLower(strings.TrimSpace(clean(text, false)))
	if text == "" || utf8.RuneCountInString(text) > 60 {
		return core.Date{}, false
	}
	if d, err := core.ParseDate(text); err == nil {
		return d, true
	}
	if days, ok := w.Relative[text]; ok {
		return today.AddDays(days), true
	}
	if d, ok := parseOffset(text, today); ok {
		return d, true
	}
	p := dateParts{words: w, today: today}
	for _, token := range dateTokens(text) {
		if !p.take(token) {
			return core.Date{}, false
		}
	}
	return p.date()
}

// parseOffset reads "+7" and "-1": days from today.
func parseOffset(text string, today core.Date) (core.Date, bool) {
	if text[0] != '+' && text[0] != '-' {
		return core.Date{}, false
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < -36600 || n > 36600 {
		return core.Date{}, false
	}
	d := today.AddDays(n)
	return d, d.Valid()
}

// dateTokens cuts a text into figures and words.
func dateTokens(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(".,/-–", r)
	})
}

// dateParts collects what the tokens of a text say.
type dateParts struct {
	words   DateWords
	today   core.Date
	figures []int
	year    int  // written with four figures
	first   bool // and before the other figures: then the month comes next
	month   time.Month
	weekday int // 1 + the day; 0 for none
}

func (p *dateParts) take(token string) bool {
	digits := strings.TrimRight(token, "stndrhгй") // 1st, 2nd, 3rd, 4th; 2026г
	if n, err := strconv.Atoi(digits); err == nil && n >= 0 {
		return p.figure(n, len(digits))
	}
	for m := time.January; m <= time.December; m++ {
		if p.words.Names != nil && p.month == 0 && matchesName(token, p.words.Names(m)) {
			p.month = m
			return true
		}
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if p.words.Days != nil && p.weekday == 0 && matchesName(token, p.words.Days(d)) {
			p.weekday = 1 + int(d)
			return true
		}
	}
	return token == "г" || token == "of"
}

func (p *dateParts) figure(n, length int) bool {
	if length == 4 && p.year == 0 && n > 0 {
		p.year, p.first = n, len(p.figures) == 0
		return true
	}
	p.figures = append(p.figures, n)
	return length <= 2 && len(p.figures) <= 3
}

// matchesName tells whether a word is one of the names or at least its first letters: three, or the whole name.
func matchesName(word string, names []string) bool {
	n := utf8.RuneCountInString(word)
	for _, name := range names {
		name = strings.ToLower(strings.TrimSuffix(name, "."))
		if word == name || (n >= 3 && strings.HasPrefix(name, word)) {
			return true
		}
	}
	return false
}

// date puts the parts together and refuses what is left over or does not exist.
func (p *dateParts) date() (core.Date, bool) {
	f := p.figures
	if p.month == 0 && len(f) >= 2 {
		day, month := f[0], f[1]
		if p.first || (month > 12 && day <= 12) {
			day, month = month, day // 2026 11 23; or 11/23, where nothing else can be meant
		}
		if month < 1 || month > 12 {
			return core.Date{}, false
		}
		p.month = time.Month(month)
		f = append([]int{day}, f[2:]...)
	}
	switch {
	case len(f) == 0 && p.month == 0 && p.year == 0 && p.weekday > 0:
		return p.coming(), true
	case len(f) == 0:
		return core.Date{}, false
	case p.month == 0: // a day alone: this month's, or the next month's where that has passed
		return p.dayAlone(f[0])
	case len(f) == 2 && p.year == 0:
		p.year = century(f[1], p.today.Year)
	case len(f) > 1:
		return core.Date{}, false
	}
	return p.agreed(p.whole(f[0]))
}

// agreed refuses a date whose day of the week is not the one that was typed with it.
func (p *dateParts) agreed(d core.Date) (core.Date, bool) {
	ok := d.Valid() && (p.weekday == 0 || int(d.Weekday())+1 == p.weekday)
	return d, ok
}

func (p *dateParts) whole(day int) core.Date {
	if p.year > 0 {
		return core.Date{Year: p.year, Month: p.month, Day: day}
	}
	d := core.Date{Year: p.today.Year, Month: p.month, Day: day}
	if !d.Valid() && day == 29 && p.month == time.February { // of the next leap year
		for i := 1; i <= 8 && !d.Valid(); i++ {
			d.Year++
		}
		return d
	}
	switch away := d.DaysSince(p.today); {
	case away < -180:
		d.Year++
	case away > 300:
		d.Year--
	}
	return d
}

func (p *dateParts) dayAlone(day int) (core.Date, bool) {
	if p.year > 0 {
		return core.Date{}, false
	}
	d := core.Date{Year: p.today.Year, Month: p.today.Month, Day: day}
	if d.Valid() && d.Before(p.today) {
		first := core.Date{Year: d.Year, Month: d.Month, Day: 1}.AddMonths(1)
		d = core.Date{Year: first.Year, Month: first.Month, Day: day}
	}
	return p.agreed(d)
}

// coming gives the next such day of the week after today.
func (p *dateParts) coming() core.Date {
	ahead := (p.weekday - 1 - int(p.today.Weekday()) + 7) % 7
	if ahead == 0 {
		ahead = 7
	}
	return p.today.AddDays(ahead)
}

// century completes a year of two figures to the one within 50 years of this one.
func century(two, thisYear int) int {
	y := thisYear - thisYear%100 + two
	switch {
	case y-thisYear > 50:
		return y - 100
	case thisYear-y > 49:
		return y + 100
	}
	return y
}
