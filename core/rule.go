package core

import (
	"strconv"
	"strings"
	"time"
)

// Rule is a recurrence rule (RFC 5545 3.3.10): when something comes again, after its first start, with the dates that it has
// beside that (3.8.5.2). Its text form is what ParseRule reads and String writes; the zero value is no rule.
type Rule struct {
	Freq      Frequency
	Interval  int   // every how many periods; 0 stands for 1
	Count     int   // how many occurrences there are, the first one included; 0: no such end
	Until     Until // the last moment at which one may start; zero: no such end
	Months    []int // BYMONTH, 1 to 12
	WeekNos   []int // BYWEEKNO, 1 to 53, or from the year's end where negative
	YearDays  []int // BYYEARDAY, 1 to 366, or from the year's end
	MonthDays []int // BYMONTHDAY, 1 to 31, or from the month's end
	Days      []RuleDay
	Hours     []int
	Minutes   []int
	Seconds   []int
	Positions []int   // BYSETPOS: which of a period's occurrences count, the first is 1, the last -1
	WeekStart DayCode // "" stands for Monday
	Dates     []Civil // RDATE: starts beside those of the rule, in order; COUNT and UNTIL say nothing of them
}

// Frequency is the period of a rule.
type Frequency string

// The frequencies, from the longest to the shortest.
const (
	FreqYearly   Frequency = "YEARLY"
	FreqMonthly  Frequency = "MONTHLY"
	FreqWeekly   Frequency = "WEEKLY"
	FreqDaily    Frequency = "DAILY"
	FreqHourly   Frequency = "HOURLY"
	FreqMinutely Frequency = "MINUTELY"
	FreqSecondly Frequency = "SECONDLY"
)

// DayCode is a day of the week as rules write it.
type DayCode string

// The days of the week.
const (
	DayMO DayCode = "MO"
	DayTU DayCode = "TU"
	DayWE DayCode = "WE"
	DayTH DayCode = "TH"
	DayFR DayCode = "FR"
	DaySA DayCode = "SA"
	DaySU DayCode = "SU"
)

// DayCodes lists the days of the week from Monday on.
func DayCodes() []DayCode { return []DayCode{DayMO, DayTU, DayWE, DayTH, DayFR, DaySA, DaySU} }

// DayCodeOf gives the code of a day of the week.
func DayCodeOf(d time.Weekday) DayCode { return DayCodes()[(int(d)+6)%7] }

// Index counts the days since Monday: 0 to 6, and 0 for "".
func (d DayCode) Index() int {
	for i, c := range DayCodes() {
		if c == d {
			return i
		}
	}
	return 0
}

// Weekday gives the day; Monday for "".
func (d DayCode) Weekday() time.Weekday { return time.Weekday((d.Index() + 1) % 7) }

// RuleDay is a day of the week: every one in the period, or the Nth alone, counted from the period's end where
// Nth is negative. So {DayFR, -1} in a monthly rule is the last Friday.
type RuleDay struct {
	Day DayCode
	Nth int
}

// Until is the end of a rule: a whole date, or a time in the zone of the start or in UTC.
type Until struct {
	Date   Date
	Hour   int
	Minute int
	Second int
	Timed  bool // Hour, Minute and Second count
	UTC    bool // of a time: in UTC
}

// IsZero tells whether there is no end.
func (u Until) IsZero() bool { return u == Until{} }

// Last gives the last moment on the wall of loc at which an occurrence may start, as if that wall were in UTC.
func (u Until) Last(loc *time.Location) time.Time {
	d := u.Date
	if !u.Timed {
		return time.Date(d.Year, d.Month, d.Day, 23, 59, 59, 0, time.UTC)
	}
	t := time.Date(d.Year, d.Month, d.Day, u.Hour, u.Minute, u.Second, 0, time.UTC)
	if !u.UTC {
		return t
	}
	_, offset := t.In(loc).Zone()
	return t.Add(time.Duration(offset) * time.Second)
}

// Later gives the end that stands as far after the starts of a series as this one does, once they are all so much later, or
// earlier where that is negative. A day stays the day: it was chosen as one.
func (u Until) Later(by time.Duration) Until {
	if !u.Timed {
		return u
	}
	t := time.Date(u.Date.Year, u.Date.Month, u.Date.Day, u.Hour, u.Minute, u.Second, 0, time.UTC).Add(by)
	return Until{Date: DateOf(t), Hour: t.Hour(), Minute: t.Minute(), Second: t.Second(), Timed: true, UTC: u.UTC}
}

// Every gives the interval: at least 1.
func (r Rule) Every() int { return max(r.Interval, 1) }

// IsZero tells whether there is no rule.
func (r Rule) IsZero() bool { return r.Freq == "" }

// WithinDay tells whether the rule repeats more often than daily.
func (r Rule) WithinDay() bool {
	return r.Freq == FreqHourly || r.Freq == FreqMinutely || r.Freq == FreqSecondly
}

// ADay gives how often, at most, a rule of whole days has something on one of them.
func (r Rule) ADay() int {
	return max(len(r.Hours), 1) * max(len(r.Minutes), 1) * max(len(r.Seconds), 1)
}

// MaxADay is how many meetings of one series a day may have: it bounds what a stretch of days can hold.
const MaxADay = 8

// ForMeetings tells whether people can meet by the rule: nobody does every hour.
func (r Rule) ForMeetings() bool { return !r.WithinDay() && r.ADay() <= MaxADay }

// Ends tells whether the rule comes to an end.
func (r Rule) Ends() bool { return r.Count > 0 || !r.Until.IsZero() }

// Bare gives the rule without the dates beside it: what a line RRULE says.
func (r Rule) Bare() Rule {
	r.Dates = nil
	return r
}

// OnlyDates tells whether nothing recurs by the rule itself: there are its start and the dates beside it.
func (r Rule) OnlyDates() bool { return r.Count == 1 && len(r.Dates) > 0 }

// String gives the text of the rule, without "RRULE:"; "" for none. The dates beside it stand in a part of their own, RDATE,
// which is no part of RFC 5545's: a file gets Bare, and its dates in lines of their own.
func (r Rule) String() string {
	if r.IsZero() {
		return ""
	}
	var b strings.Builder
	b.WriteString("FREQ=" + string(r.Freq))
	if !r.Until.IsZero() {
		b.WriteString(";UNTIL=" + r.Until.String())
	}
	if r.Count > 0 {
		b.WriteString(";COUNT=" + strconv.Itoa(r.Count))
	}
	if r.Every() > 1 {
		b.WriteString(";INTERVAL=" + strconv.Itoa(r.Interval))
	}
	for _, p := range r.lists() {
		for i, n := range *p.list {
			b.WriteString(separator(i, p.name) + strconv.Itoa(n))
		}
		if p.name == "BYMONTHDAY" {
			for i, d := range r.Days {
				b.WriteString(separator(i, "BYDAY") + d.String())
			}
		}
	}
	if r.WeekStart != "" {
		b.WriteString(";WKST=" + string(r.WeekStart))
	}
	for i, c := range r.Dates {
		b.WriteString(separator(i, "RDATE") + Until{Date: c.Date, Hour: c.Hour, Minute: c.Minute, Timed: true}.String())
	}
	return b.String()
}

func separator(i int, name string) string {
	if i == 0 {
		return ";" + name + "="
	}
	return ","
}

// String gives "FR", "2FR" or "-1FR".
func (d RuleDay) String() string {
	if d.Nth == 0 {
		return string(d.Day)
	}
	return strconv.Itoa(d.Nth) + string(d.Day)
}

const (
	untilDate  = "20060102"
	untilLocal = "20060102T150405"
)

// String gives the form of RFC 5545: "20261224", "20261224T180000" or "20261224T180000Z".
func (u Until) String() string {
	t := time.Date(u.Date.Year, u.Date.Month, u.Date.Day, u.Hour, u.Minute, u.Second, 0, time.UTC)
	switch {
	case u.IsZero():
		return ""
	case !u.Timed:
		return t.Format(untilDate)
	case u.UTC:
		return t.Format(untilLocal) + "Z"
	}
	return t.Format(untilLocal)
}

// rulePart is a list of numbers inside a rule, with the range of its entries.
type rulePart struct {
	name      string
	list      *[]int
	low, high int
	fromEnd   bool // negative ones count from the end
}

func (r *Rule) lists() []rulePart {
	return []rulePart{
		{"BYMONTH", &r.Months, 1, 12, false},
		{"BYWEEKNO", &r.WeekNos, 1, 53, true},
		{"BYYEARDAY", &r.YearDays, 1, 366, true},
		{"BYMONTHDAY", &r.MonthDays, 1, 31, true},
		{"BYHOUR", &r.Hours, 0, 23, false},
		{"BYMINUTE", &r.Minutes, 0, 59, false},
		{"BYSECOND", &r.Seconds, 0, 59, false},
		{"BYSETPOS", &r.Positions, 1, 366, true},
	}
}
