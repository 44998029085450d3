package locale

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"mentorbook/core"
)

// ParseDate reads what people type for a date, in English or Russian whichever the program speaks:
//
//	2026-11-23, 20261123, 23.11.2026, 23/11/26 (the day comes first), 23.11
//	23 Nov, November 23, 2026, 23rd of November, 23 ноября 2026 г., Monday, 23 November
//	today, завтра, послезавтра, fri, к пятнице, next monday, в прошлый вторник
//	wednesday next week, на следующей неделе в среду
//	+3d, -2w, in 2 weeks, через две недели, 3 days ago, a week from friday
//	end of month, к концу следующей недели, end of November, к завтрашнему дню
//
// A weekday beside a date has to be that of the date; the error says which it is.
// A weekday is the next one after today; with "this" it may be today; with "next" it lies in the next ISO
// week; with "last" it is the one before today. A date without a year is in today's year, or in the next one
// where it would lie more than half a year back. The error has CodeBadDate, and says what is wrong with a day that is
// in no month.
func ParseDate(text string, today core.Date) (core.Date, error) {
	return parseDate(text, today, halfYear)
}

// ParseDue reads a day by which something is to be done, or on which it is to happen, as ParseDate does: without a year
// it is at most a month back, else in the next year. "1 June" said in November is no day that passed in silence.
func ParseDue(text string, today core.Date) (core.Date, error) { return parseDate(text, today, month) }

// parseDate reads a date; without a year it is at most so many days back.
func parseDate(text string, today core.Date, back int) (core.Date, error) {
	bad := core.FailField(core.CodeBadDate, "date", "value", shown(text))
	if len(text) > maxTyped || !today.Valid() {
		return core.Date{}, bad
	}
	s := typed(text)
	for _, read := range []func(string, core.Date) (core.Date, bool){byWord, byWeekday, byWeek, bySteps} {
		if d, ok := read(s, today); ok && d.Valid() {
			return d, nil
		}
	}
	if d, ok := byEnd(s, today, back); ok && d.Valid() {
		return d, nil
	}
	s, weekday, named := withoutWeekday(s)
	for _, read := range []func(string, core.Date) (core.Date, bool){inFigures, byName} {
		d, ok := read(s, today)
		if !ok {
			continue
		}
		switch d = withYear(d, today, back); {
		case !d.Valid():
			bad = core.NoSuchDate("date", shown(text), d)
		case named && d.Weekday() != weekday:
			bad = core.OtherWeekday("date", shown(text), d)
		default:
			return d, nil
		}
	}
	return core.Date{}, bad
}

// withoutWeekday takes a weekday off a date, from before it or from behind: "Friday, 5 May", «5 мая (пт)».
func withoutWeekday(s string) (string, time.Weekday, bool) {
	const between = " ,-/"
	if i := strings.IndexAny(s, between); i > 0 {
		if day, ok := weekdayOf(s[:i]); ok {
			return strings.TrimLeft(s[i:], between), day, true
		}
	}
	if i := strings.LastIndexAny(s, " ,("); i > 0 {
		if day, ok := weekdayOf(strings.TrimSuffix(s[i+1:], ")")); ok {
			return strings.TrimRight(s[:i], " ,("), day, true
		}
	}
	return s, 0, false
}

// DateError gives the error of a text that ParseDate refuses, about a field of the caller's; nil for one that is a date.
func DateError(field, text string, today core.Date) error {
	_, err := ParseDate(text, today)
	for _, e := range core.Problems(err) {
		own := *e
		own.Field = field
		return &own
	}
	return nil
}

// maxTyped is how many bytes of text may be a date or a time.
const maxTyped = 200

// typed brings a typed text into one shape: small letters, ё as е, single spaces, no words that only lead to
// the date ("by", «к»), nothing at the end that says no more than that a year is a year.
func typed(s string) string {
	s = strings.ToLower(core.CleanLine(s))
	s = strings.NewReplacer("ё", "е", "−", "-", "–", "-", "—", "-", "’", "'").Replace(s)
	words := strings.Fields(strings.TrimRight(s, " ,;!?"))
	for len(words) > 1 && leading(words[0]) {
		words = words[1:]
	}
	return withoutYearWord(strings.Join(words, " "))
}

// withoutYearWord drops «г.» or «года» after a year of four figures.
func withoutYearWord(s string) string {
	for _, word := range []string{"г", "г.", "год", "года", "году"} {
		cut, ok := strings.CutSuffix(s, word)
		cut = strings.TrimSuffix(cut, " ")
		if ok && len(cut) >= 4 && allDigits(cut[len(cut)-4:]) {
			return cut
		}
	}
	return s
}

func leading(word string) bool {
	switch word {
	case "by", "on", "at", "until", "till", "due", "the", "from", "к", "ко", "до", "в", "во", "на", "с", "со", "по":
		return true
	}
	return false
}

var (
	yearFirst  = regexp.MustCompile(`^(\d{4})([-./])(\d{1,2})([-./])(\d{1,2})$`)
	dayFirst   = regexp.MustCompile(`^(\d{1,2})([-./ ])(\d{1,2})(?:([-./ ])(\d{4}|\d{2}))?$`)
	noDivision = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
)

// inFigures reads dates that are figures alone. They need not be in the calendar; the year is noYear where
// none is named.
func inFigures(s string, today core.Date) (core.Date, bool) {
	if m := yearFirst.FindStringSubmatch(s); m != nil && m[2] == m[4] {
		return asWritten(number(m[1]), number(m[3]), number(m[5])), true
	}
	if m := noDivision.FindStringSubmatch(s); m != nil {
		return asWritten(number(m[1]), number(m[2]), number(m[3])), true
	}
	m := dayFirst.FindStringSubmatch(strings.TrimSuffix(s, "."))
	switch {
	case m == nil, m[5] != "" && m[2] != m[4]:
		return core.Date{}, false
	case m[5] == "":
		return asWritten(noYear, number(m[3]), number(m[1])), true
	}
	return asWritten(fullYear(m[5], today), number(m[3]), number(m[1])), true
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// fullYear gives a year of two digits its century: that of the last hundred years which ends twenty years from
// now, so that birthdays and plans both come out right.
func fullYear(s string, today core.Date) int {
	y := number(s)
	if len(s) != 2 {
		return y
	}
	y += (today.Year + 20) / 100 * 100
	if y > today.Year+20 {
		y -= 100
	}
	return y
}

func asWritten(year, month, day int) core.Date {
	return core.Date{Year: year, Month: time.Month(month), Day: day}
}

// noYear is the year of a date that names none.
const noYear = -1

// halfYear is how far back, in days, a date without a year may lie.
const (
	halfYear = 183
	month    = 31
)

// withYear gives a day and month without a year their year. A day that their month never has gets the year that its
// last day would have. It lies at most so many days back.
func withYear(d, today core.Date, back int) core.Date {
	if d.Year != noYear {
		return d
	}
	for year := today.Year; year <= today.Year+8; year++ { // 29 February may be up to eight years away
		if got := asWritten(year, int(d.Month), d.Day); got.Valid() && today.DaysSince(got) <= back {
			return got
		}
	}
	d.Year = today.Year
	if d.Month >= 1 && d.Month <= 12 && today.DaysSince(core.NewDate(d.Year, d.Month+1, 0)) > back {
		d.Year++
	}
	return d
}

// byWord reads the words that name a day by themselves.
func byWord(s string, today core.Date) (core.Date, bool) {
	switch s {
	case "today", "tod", "now", "сегодня", "сейчас":
		return today, true
	case "tomorrow", "tom", "tmr", "завтра":
		return today.AddDays(1), true
	case "yesterday", "вчера":
		return today.AddDays(-1), true
	case "day after tomorrow", "послезавтра", "после завтра":
		return today.AddDays(2), true
	case "day before yesterday", "позавчера":
		return today.AddDays(-2), true
	case "next week", "следующей неделе", "следующую неделю", "следующая неделя":
		return today.Monday().AddDays(7), true
	case "next month", "следующем месяце", "следующий месяц":
		return core.NewDate(today.Year, today.Month+1, 1), true
	}
	return core.Date{}, false
}

// byWeekday reads a weekday alone or with the word for this, next or last before it.
func byWeekday(s string, today core.Date) (core.Date, bool) {
	which, name, two := strings.Cut(s, " ")
	if !two {
		which, name = "", s
	}
	day, ok := weekdayOf(name)
	if !ok {
		return core.Date{}, false
	}
	ahead := (int(day) - int(today.Weekday()) + 7) % 7
	switch which {
	case "this", "этот", "эту", "эта", "это", "этой", "этому", "этого":
		return today.AddDays(ahead), true
	case "next", "следующий", "следующую", "следующая", "следующее", "следующей", "следующему", "следующего",
		"след.", "след":
		return today.Monday().AddDays(7 + (int(day)+6)%7), true
	case "last", "прошлый", "прошлую", "прошлая", "прошлое", "прошлой", "прошлому", "прошлого":
		return today.AddDays(ahead - 7), true
	case "", "coming", "ближайший", "ближайшую", "ближайшая", "ближайшее", "ближайшей":
		if ahead == 0 {
			ahead = 7
		}
		return today.AddDays(ahead), true
	}
	return core.Date{}, false
}

// byWeek reads a weekday of this week or of the next, before or behind the word for the week: "wednesday of next week",
// «в среду на следующей неделе», «на этой неделе в пятницу».
func byWeek(s string, today core.Date) (core.Date, bool) {
	var words []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		if !leading(word) && word != "of" {
			words = append(words, word)
		}
	}
	if len(words) != 3 {
		return core.Date{}, false
	}
	name, week := words[0], words[1:]
	day, ok := weekdayOf(name)
	if !ok {
		name, week = words[2], words[:2]
		if day, ok = weekdayOf(name); !ok {
			return core.Date{}, false
		}
	}
	from := today.Monday()
	switch strings.Join(week, " ") {
	case "this week", "этой неделе", "этой недели", "эту неделю":
	case "next week", "следующей неделе", "следующей недели", "следующую неделю":
		from = from.AddDays(7)
	default:
		return core.Date{}, false
	}
	return from.AddDays((int(day) + 6) % 7), true
}

// byName reads dates whose month is a word, as inFigures does.
func byName(s string, today core.Date) (core.Date, bool) {
	fields := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '-' || r == '/' })
	fields = withoutArticles(split(fields))
	if len(fields) < 2 || len(fields) > 3 {
		return core.Date{}, false
	}
	day, name := fields[0], fields[1]
	month, ok := monthOf(name)
	if !ok {
		day, name = name, day
		month, ok = monthOf(name)
	}
	d, okDay := dayOf(day)
	switch {
	case !ok || !okDay:
		return core.Date{}, false
	case len(fields) == 2:
		return asWritten(noYear, int(month), d), true
	case !allDigits(fields[2]) || (len(fields[2]) != 2 && len(fields[2]) != 4):
		return core.Date{}, false
	}
	return asWritten(fullYear(fields[2], today), int(month), d), true
}

// split parts figures from the letters or points that follow: "23nov" and "23.ноя.2026".
func split(fields []string) []string {
	var out []string
	for _, f := range fields {
		for _, part := range strings.FieldsFunc(f, func(r rune) bool { return r == '.' }) {
			i := strings.IndexFunc(part, func(r rune) bool { return r < '0' || r > '9' })
			if i > 0 && !ordinal(part[i:]) {
				out = append(out, part[:i], part[i:])
				continue
			}
			out = append(out, part)
		}
	}
	return out
}

func withoutArticles(fields []string) []string {
	out := fields[:0]
	for _, f := range fields {
		switch f {
		case "of", "the", "го", "е", "ое":
		default:
			out = append(out, f)
		}
	}
	return out
}

func ordinal(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "го", "е", "ое":
		return true
	}
	return false
}

func dayOf(s string) (int, bool) {
	i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if i < 0 {
		i = len(s)
	} else if !ordinal(s[i:]) {
		return 0, false
	}
	if i == 0 || i > 2 {
		return 0, false
	}
	return number(s[:i]), true
}

func allDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}
