// Package words hands a language's dates and times to the fields of the kit, which knows no language.
package words

import (
	"maps"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// Dates gives the words of date fields. Dates may be typed in any of the program's languages.
func Dates(w *locale.Words) kit.DateWords {
	d := kit.DateWords{
		Parse:   locale.ParseDate,
		Format:  w.Date,
		Month:   w.MonthHeading,
		First:   time.Monday, // as ISO 8601 and both languages have it
		Bad:     func(err error) string { return w.FieldError(withoutValue(err)) },
		Missing: w.FieldError(core.FailField(core.CodeRequired, "date")),
		Hint:    w.T("picker.date_hint"),
		Open:    kit.Tip{Text: w.T("picker.open"), Keys: "F4"},
		Back:    kit.Tip{Text: w.T("picker.back"), Keys: "PageUp"},
		Forward: kit.Tip{Text: w.T("picker.forward"), Keys: "PageDown"},
	}
	for day := range d.Weekdays {
		d.Weekdays[day] = w.WeekdayShort(time.Weekday(day))
	}
	return d
}

// DueDates gives the words of fields for days that are to come, such as the one by which a promise is due.
func DueDates(w *locale.Words) kit.DateWords {
	d := Dates(w)
	d.Parse = locale.ParseDue
	return d
}

// withoutValue gives what is wrong with what is typed, which stands in the field and need not be said again.
func withoutValue(err error) *core.Error {
	e := *core.Problems(err)[0]
	e.Args = maps.Clone(e.Args)
	delete(e.Args, "value")
	return &e
}

// Times gives the words of time fields.
func Times(w *locale.Words) kit.TimeWords {
	return kit.TimeWords{
		Parse:   locale.ParseTime,
		Format:  w.Time,
		Bad:     w.FieldError(core.FailField(core.CodeBadTime, "time")),
		Missing: w.FieldError(core.FailField(core.CodeRequired, "time")),
		Hint:    w.T("picker.time_hint"),
	}
}
