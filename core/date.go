package core

import (
	"fmt"
	"time"
)

// Date is a civil date: a square on a calendar, in no zone. The zero Date is "no date".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDate gives the date that the three figures name, with days and months outside their range carried
// over as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf gives the date that t shows in its own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads "2026-11-23", for years 1 to 9999. Its error has CodeBadDate.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, FailField(CodeBadDate, "date", "value", clip(s))
	}
	return DateOf(t), nil
}

// NoSuchDate gives the error about a text that names a date which is not in the calendar, with CodeBadDate. Its
// figures say what is wrong: the month is none ("no_month"), or has fewer days ("month", as "2027-02", and "max").
func NoSuchDate(field, text string, d Date) *Error {
	e := FailField(CodeBadDate, field, "value", clip(text))
	switch {
	case d.Year < 1 || d.Year > 9999:
	case d.Month > 12:
		e.Args["no_month"] = int(d.Month)
	case d.Month >= 1 && d.Day > d.DaysInMonth():
		e.Args["month"], e.Args["max"] = Date{d.Year, d.Month, 1}.String()[:len("2027-02")], d.DaysInMonth()
	}
	return e
}

// OtherWeekday gives the error about a text that names a date together with a weekday that the date is not, with CodeBadDate. It
// tells the date that is meant ("is").
func OtherWeekday(field, text string, d Date) *Error {
	return FailField(CodeBadDate, field, "value", clip(text), "is", d.String())
}

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Valid tells whether the date stands in the calendar; the zero Date does not.
func (d Date) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && NewDate(d.Year, d.Month, d.Day) == d
}

// String gives "2026-11-23"; "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	var room [len("2026-11-23")]byte
	return string(d.appendTo(room[:0]))
}

// appendTo writes the form of String. Records are full of dates, and each step writes them several times: none of the
// general ways of package fmt is quick enough.
func (d Date) appendTo(b []byte) []byte {
	if d.Year < 0 || d.Year > 9999 || d.Month < 0 || d.Month > 99 || d.Day < 0 || d.Day > 99 {
		return fmt.Appendf(b, "%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
	}
	b = appendTwo(b, d.Year/100)
	b = appendTwo(b, d.Year%100)
	b = appendTwo(append(b, '-'), int(d.Month))
	return appendTwo(append(b, '-'), d.Day)
}

// appendTwo writes a number from 0 to 99 in two digits.
func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

func (d Date) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// AddDays gives the date n days later; earlier where n is negative. No date stays none.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return NewDate(d.Year, d.Month, d.Day+n)
}

// AddMonths gives the same day n months later, or the last day of that month where it is shorter:
// 31 January + 1 is 28 or 29 February. No date stays none.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := NewDate(d.Year, d.Month+time.Month(n), 1)
	return Date{first.Year, first.Month, min(d.Day, first.DaysInMonth())}
}

// DaysInMonth counts the days of the date's month.
func (d Date) DaysInMonth() int { return time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC).Day() }

// DaysSince counts the days from e to d; negative where d is the earlier. It counts in seconds, as a
// time.Duration ends after 292 years.
func (d Date) DaysSince(e Date) int { return int((d.utc().Unix() - e.utc().Unix()) / (24 * 60 * 60)) }

// Weekday gives the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// ISOWeek gives the year and number of the ISO 8601 week.
func (d Date) ISOWeek() (year, week int) { return d.utc().ISOWeek() }

// Monday gives the first day of the date's ISO week.
func (d Date) Monday() Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// Compare gives -1, 0 or 1 as d is before, equal to or after e.
func (d Date) Compare(e Date) int { return d.utc().Compare(e.utc()) }

// Before tells whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After tells whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// At gives the civil time of the date's hour and minute.
func (d Date) At(hour, minute int) Civil { return Civil{Date: d, Hour: hour, Minute: minute} }

// MarshalText gives the ISO form; nothing for the zero Date.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// Period is a span of dates from From to To, To not included. A zero end is open.
type Period struct {
	From Date `json:"from,omitzero"`
	To   Date `json:"to,omitzero"`
}

// Contains tells whether the date lies in the period.
func (p Period) Contains(d Date) bool {
	return !d.IsZero() && (p.From.IsZero() || !d.Before(p.From)) && (p.To.IsZero() || d.Before(p.To))
}

// Covers tells whether the whole of q lies in p.
func (p Period) Covers(q Period) bool {
	from := p.From.IsZero() || (!q.From.IsZero() && !q.From.Before(p.From))
	to := p.To.IsZero() || (!q.To.IsZero() && !q.To.After(p.To))
	return from && to
}

// Overlaps tells whether the two periods share a day.
func (p Period) Overlaps(q Period) bool {
	return (p.To.IsZero() || q.From.IsZero() || q.From.Before(p.To)) &&
		(q.To.IsZero() || p.From.IsZero() || p.From.Before(q.To))
}

// Validate refuses ends that are not in the calendar, and an end that is not after the start.
func (p Period) Validate() error {
	var q problems
	q.date("from", p.From)
	q.date("to", p.To)
	if p.From.Valid() && p.To.Valid() && !p.To.After(p.From) {
		q.add(CodeEndNotAfter, "to")
	}
	return q.err()
}
