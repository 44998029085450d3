package locale

import (
	"fmt"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"mentorbook/core"
)

// Date gives a whole date: "23 November 2026", «23 ноября 2026 г.». Like all of the functions for dates it
// gives "" for the zero Date and for what stands in no calendar.
func (w *Words) Date(d core.Date) string {
	if !d.Valid() {
		return ""
	}
	return w.dayMonth(d) + " " + strconv.Itoa(d.Year) + w.tongue.year
}

func (w *Words) dayMonth(d core.Date) string {
	return strconv.Itoa(d.Day) + " " + w.tongue.monthsOf[d.Month]
}

// DateShort gives a date for narrow places: "23 Nov", «23 нояб.»; with its year where that is not today's. A
// zero today leaves the year out.
func (w *Words) DateShort(d, today core.Date) string {
	if !d.Valid() {
		return ""
	}
	s := strconv.Itoa(d.Day) + " " + w.tongue.monthsShort[d.Month]
	if !today.IsZero() && today.Year != d.Year {
		s += " " + strconv.Itoa(d.Year)
	}
	return s
}

// DateWithDay gives a short date with its weekday: "Fri 27 Nov", «пт, 27 нояб.»; with its year where that is
// not today's.
func (w *Words) DateWithDay(d, today core.Date) string {
	if !d.Valid() {
		return ""
	}
	return w.WeekdayShort(d.Weekday()) + w.tongue.dayComma + w.DateShort(d, today)
}

// DateLong gives weekday, day and month: "Monday, 23 November", «понедельник, 23 ноября».
func (w *Words) DateLong(d core.Date) string {
	if !d.Valid() {
		return ""
	}
	return w.Weekday(d.Weekday()) + ", " + w.dayMonth(d)
}

// DateHeading gives DateLong with a capital letter: «Понедельник, 23 ноября».
func (w *Words) DateHeading(d core.Date) string { return Capital(w.DateLong(d)) }

// Month gives month and year: "November 2026", «ноябрь 2026».
func (w *Words) Month(d core.Date) string {
	if !d.Valid() {
		return ""
	}
	return w.tongue.months[d.Month] + " " + strconv.Itoa(d.Year)
}

// inMonth gives a month ("2027-02") as it stands in a sentence about what is in it: "February 2027", «феврале 2027
// года»; "" for what is none.
func (w *Words) inMonth(month string) string {
	d, err := core.ParseDate(month + "-01")
	if err != nil {
		return ""
	}
	return w.tongue.monthsIn[d.Month] + " " + strconv.Itoa(d.Year) + w.tongue.yearIn
}

// MonthHeading gives Month with a capital letter: «Ноябрь 2026».
func (w *Words) MonthHeading(d core.Date) string { return Capital(w.Month(d)) }

// Capital gives the text with its first letter as a capital.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// DateRange gives the span of days from one date to another, that day included: "23–29 November 2026",
// "1 October – 23 November 2026", «1 октября — 23 ноября 2026 г.». A zero end is open: "from 1 October 2026".
func (w *Words) DateRange(from, to core.Date) string {
	switch {
	case !from.Valid() && !to.Valid():
		return ""
	case !to.Valid():
		return w.T("date.from", "date", w.Date(from))
	case !from.Valid():
		return w.T("date.until", "date", w.Date(to))
	case from == to:
		return w.Date(from)
	case from.Year != to.Year:
		return w.Date(from) + w.tongue.rangeDash + w.Date(to)
	case from.Month != to.Month:
		return w.dayMonth(from) + w.tongue.rangeDash + w.Date(to)
	}
	return strconv.Itoa(from.Day) + "–" + w.Date(to)
}

// Period gives the days of a period in words, as DateRange does; its last day is the one before To.
func (w *Words) Period(p core.Period) string {
	if p.To.Valid() {
		p.To = p.To.AddDays(-1)
	}
	return w.DateRange(p.From, p.To)
}

// OpenPeriod is Period for one that may lack its beginning, or else its end.
func (w *Words) OpenPeriod(p core.Period) string {
	switch {
	case p.From.IsZero():
		return w.T("plans.until", "date", w.Date(p.To.AddDays(-1)))
	case p.To.IsZero():
		return w.T("plans.from", "date", w.Date(p.From))
	}
	return w.Period(p)
}

// Relative gives the way from today to a date: "today", "tomorrow", "in 3 days", "2 days ago".
func (w *Words) Relative(d, today core.Date) string {
	if !d.Valid() || !today.Valid() {
		return ""
	}
	switch n := d.DaysSince(today); {
	case n == 0:
		return w.T("day.today")
	case n == 1:
		return w.T("day.tomorrow")
	case n == -1:
		return w.T("day.yesterday")
	case n > 0:
		return w.T("day.in", "count", n)
	default:
		return w.T("day.ago", "count", -n)
	}
}

// Day names a date the shortest way that cannot be mistaken: "today", "tomorrow", "yesterday", the short
// weekday within the six days to come, else DateShort.
func (w *Words) Day(d, today core.Date) string {
	if !d.Valid() || !today.Valid() {
		return w.DateShort(d, today)
	}
	switch n := d.DaysSince(today); {
	case n >= -1 && n <= 1:
		return w.Relative(d, today)
	case n > 1 && n < 7:
		return w.WeekdayShort(d.Weekday())
	}
	return w.DateShort(d, today)
}

// Time gives a time of day: "14:00", "09:30"; "" where it is on no clock.
func (w *Words) Time(hour, minute int) string {
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", hour, minute)
}

// Clock gives the time of day of a civil time: "14:00".
func (w *Words) Clock(c core.Civil) string {
	if c.IsZero() {
		return ""
	}
	return w.Time(c.Hour, c.Minute)
}

// Span gives the times of a meeting: "14:00–14:45"; with the day of the end where that is another:
// "22:00 – 24 Nov, 01:00".
func (w *Words) Span(start, end core.Civil) string {
	s, e := w.Clock(start), w.Clock(end)
	switch {
	case s == "" || e == "":
		return s + e
	case start.Date == end.Date:
		return s + "–" + e
	}
	return s + w.tongue.rangeDash + w.DateShort(end.Date, start.Date) + ", " + e
}

// Moment gives a civil time as a line of a list has it: "today 14:00", "Wed 10:00", "12 Nov 10:00".
func (w *Words) Moment(c core.Civil, today core.Date) string {
	if !c.Valid() {
		return ""
	}
	return w.Day(c.Date, today) + " " + w.Clock(c)
}

// MomentExact gives an instant on the clock of its location to the second, for what a minute does not tell apart: "today 18:20:07".
func (w *Words) MomentExact(at time.Time, today core.Date) string {
	if at.IsZero() {
		return ""
	}
	return w.Moment(core.CivilOf(at), today) + fmt.Sprintf(":%02d", at.Second())
}

// Asked gives a time that is proposed instead of another: by its start, and where it lasts longer or less long also by its end and by
// both lengths: "3 Dec 16:00–19:00 (3 h instead of 45 min)".
func (w *Words) Asked(a core.Asked, today core.Date) string {
	if !a.Lasts() {
		return w.Moment(a.Start, today)
	}
	return w.Lasts(w.Day(a.Start.Date, today)+" "+w.Span(a.Start, a.End), a)
}

// Lasts adds to the words for a proposed time both lengths: "16:00–19:00 (3 h instead of 45 min)".
func (w *Words) Lasts(when string, a core.Asked) string {
	return w.T("asked.lasts", "when", when, "length", w.Hours(a.Minutes), "was", w.Hours(a.Was))
}

const (
	hourMinutes = 60
	dayMinutes  = 24 * hourMinutes
)

// Hours gives a length of time in minutes: "45 min", "5 h", "5 h 30 min", «5 ч 30 мин».
func (w *Words) Hours(minutes int) string {
	if minutes < 0 {
		return "-" + w.Hours(-max(minutes, -maxMinutes))
	}
	h, m := minutes/hourMinutes, minutes%hourMinutes
	switch {
	case h == 0:
		return w.T("length.minutes", "minutes", m)
	case m == 0:
		return w.T("length.hours", "hours", h)
	}
	return w.T("length.hours_minutes", "hours", h, "minutes", m)
}

// Stopwatch gives a length of time that is being measured: "40 s", "6 min 12 s", and from an hour on without the seconds.
func (w *Words) Stopwatch(d time.Duration) string {
	seconds := int(max(d, 0) / time.Second)
	switch m := seconds / 60; {
	case m >= hourMinutes:
		return w.Hours(m)
	case m > 0:
		return w.T("length.minutes_seconds", "minutes", m, "seconds", seconds%60)
	}
	return w.T("length.seconds", "seconds", seconds)
}

// Until gives the way to something in so many minutes: "in 40 min", "in 2 h 15 min", "in 3 days", "now",
// "5 min ago".
func (w *Words) Until(minutes int) string {
	n, past := min(minutes, maxMinutes), minutes < 0
	if past {
		n = -max(minutes, -maxMinutes)
	}
	switch {
	case n == 0:
		return w.T("length.now")
	case n >= 2*dayMinutes && past:
		return w.T("day.ago", "count", n/dayMinutes)
	case n >= 2*dayMinutes:
		return w.T("day.in", "count", n/dayMinutes)
	case past:
		return w.T("length.ago", "length", w.Hours(n))
	}
	return w.T("length.in", "length", w.Hours(n))
}

// maxMinutes is the longest time that is told as it is: some 1,900 years.
const maxMinutes = 1_000_000_000

// Before gives the time by which something comes before something else, in minutes: "15 min", "2 h", "1 day".
func (w *Words) Before(minutes int) string {
	if minutes > 0 && minutes%dayMinutes == 0 {
		return w.T("unit.days", "count", minutes/dayMinutes)
	}
	return w.Hours(minutes)
}
