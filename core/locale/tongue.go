package locale

import (
	"time"

	"mentorbook/core"
)

// tongue is what a language does to dates and numbers.
type tongue struct {
	months      [13]string // alone: "November", «ноябрь»
	monthsOf    [13]string // in a date: «ноября»
	monthsIn    [13]string // of what is in one: «ноябре»
	monthsShort [13]string
	days        [7]string // from Sunday, as time.Weekday counts
	daysShort   [7]string
	year        string // after the year of a whole date
	yearIn      string // after the year of a month, of what is in it
	dayComma    string // between a short weekday and a date
	rangeDash   string // between two dates that have spaces inside
	group       string // between thousands
	groupFrom   int    // how many digits a number has, at least, before it is grouped
	decimal     string
	percent     string
	open, close string // quotation marks
	openInner   string // quotation marks within those
	closeInner  string
	rules       string // BCP 47, for sorting
	cyrillic    bool   // its script
}

const nbsp = "\u00a0"

// The names are those of CLDR; English dates have the British order. Unlike CLDR, and as Russian typography
// asks, Russian numbers of four digits are not grouped.
var tongues = map[core.Language]*tongue{
	core.English: {
		months: [13]string{
			"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
			"October", "November", "December",
		},
		monthsOf: [13]string{
			"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
			"October", "November", "December",
		},
		monthsIn: [13]string{
			"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
			"October", "November", "December",
		},
		monthsShort: [13]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		days:        [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
		daysShort:   [7]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
		dayComma:    " ", rangeDash: " – ",
		group: ",", groupFrom: 4, decimal: ".", percent: "%",
		open: "“", close: "”", openInner: "‘", closeInner: "’",
		rules: "en",
	},
	core.Russian: {
		months: [13]string{
			"", "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
			"октябрь", "ноябрь", "декабрь",
		},
		monthsOf: [13]string{
			"", "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
			"октября", "ноября", "декабря",
		},
		monthsIn: [13]string{
			"", "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
			"октябре", "ноябре", "декабре",
		},
		yearIn: " года",
		monthsShort: [13]string{
			"", "янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек.",
		},
		days:      [7]string{"воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"},
		daysShort: [7]string{"вс", "пн", "вт", "ср", "чт", "пт", "сб"},
		year:      " г.", dayComma: ", ", rangeDash: " — ",
		group: nbsp, groupFrom: 5, decimal: ",", percent: nbsp + "%",
		open: "«", close: "»", openInner: "„", closeInner: "“",
		rules: "ru", cyrillic: true,
	},
}

// MonthName gives a month's name as it stands alone: "November", «ноябрь»; "" for what is no month.
func (w *Words) MonthName(m time.Month) string {
	if m < time.January || m > time.December {
		return ""
	}
	return w.tongue.months[m]
}

// MonthShort gives the first three letters of a month's name, as they stand in narrow places: "Nov", «ноя»; "" for what is
// no month.
func (w *Words) MonthShort(m time.Month) string {
	name := []rune(w.MonthName(m))
	return string(name[:min(3, len(name))])
}

// Weekday gives a weekday's name: "Monday", «понедельник»; "" for what is none.
func (w *Words) Weekday(d time.Weekday) string {
	if d < time.Sunday || d > time.Saturday {
		return ""
	}
	return w.tongue.days[d]
}

// WeekdayShort gives a weekday's short name: "Mon", «пн»; "" for what is none.
func (w *Words) WeekdayShort(d time.Weekday) string {
	if d < time.Sunday || d > time.Saturday {
		return ""
	}
	return w.tongue.daysShort[d]
}
