package locale

import (
	"strings"
	"time"
	"unicode/utf8"
)

// monthForms has, for each month, the forms in which people write it in either language; a beginning of three
// letters or more of any of them is enough.
var monthForms = map[time.Month]string{
	time.January:   "january январь января январе январю",
	time.February:  "february февраль февраля феврале февралю",
	time.March:     "march март марта марте марту",
	time.April:     "april апрель апреля апреле апрелю",
	time.May:       "may май мая мае маю",
	time.June:      "june июнь июня июне июню",
	time.July:      "july июль июля июле июлю",
	time.August:    "august август августа августе августу",
	time.September: "september сентябрь сентября сентябре сентябрю",
	time.October:   "october октябрь октября октябре октябрю",
	time.November:  "november ноябрь ноября ноябре ноябрю",
	time.December:  "december декабрь декабря декабре декабрю",
}

// dayForms has the same for weekdays, with the short names that are no beginning of a long one.
var dayForms = map[time.Weekday]string{
	time.Monday:    "monday понедельник понедельника понедельнику пн пнд",
	time.Tuesday:   "tuesday вторник вторника вторнику вт втр",
	time.Wednesday: "wednesday среда среду среде среды ср срд",
	time.Thursday:  "thursday четверг четверга четвергу чт чтв",
	time.Friday:    "friday пятница пятницу пятнице пятницы пт птн",
	time.Saturday:  "saturday суббота субботу субботе субботы сб сбт",
	time.Sunday:    "sunday воскресенье воскресенья воскресенью вс вск",
}

// monthOf reads a month's name in either language, whole or shortened, in small letters with е for ё.
func monthOf(s string) (time.Month, bool) {
	return named(monthForms, s)
}

// weekdayOf does the same for weekdays.
func weekdayOf(s string) (time.Weekday, bool) {
	return named(dayForms, s)
}

func named[T comparable](names map[T]string, s string) (T, bool) {
	s = strings.TrimRight(s, ".,")
	long := utf8.RuneCountInString(s) >= 3
	for v, forms := range names {
		for _, form := range strings.Fields(forms) {
			if form == s || (long && strings.HasPrefix(form, s)) {
				return v, true
			}
		}
	}
	var none T
	return none, false
}

// ParseMonth reads the name of a month in either language, whole or shortened: "Nov", «ноября», «сент.».
func ParseMonth(s string) (time.Month, bool) { return monthOf(typed(s)) }

// ParseWeekday reads the name of a weekday in either language, whole or shortened: "Tue", «пятницу», «пт».
func ParseWeekday(s string) (time.Weekday, bool) { return weekdayOf(typed(s)) }
