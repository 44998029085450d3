package locale

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func day(s string) core.Date {
	if s == "" {
		return core.Date{}
	}
	d, err := core.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func clock(s string) core.Civil {
	c, err := core.ParseCivil(s)
	if err != nil {
		panic(err)
	}
	return c
}

type both struct{ name, got, want string }

func check(t *testing.T, cases []both) {
	t.Helper()
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestDatesInEnglish(t *testing.T) {
	w, d, today := words(t, core.English), day("2026-11-23"), day("2026-11-20")
	check(t, []both{
		{"Date", w.Date(d), "23 November 2026"},
		{"DateShort", w.DateShort(d, today), "23 Nov"},
		{"DateShort, other year", w.DateShort(day("2027-01-05"), today), "5 Jan 2027"},
		{"DateShort, no today", w.DateShort(d, core.Date{}), "23 Nov"},
		{"DateWithDay", w.DateWithDay(day("2026-11-27"), today), "Fri 27 Nov"},
		{"DateLong", w.DateLong(d), "Monday, 23 November"},
		{"DateHeading", w.DateHeading(d), "Monday, 23 November"},
		{"Month", w.Month(d), "November 2026"},
		{"MonthName", w.MonthName(time.May), "May"},
		{"Weekday", w.Weekday(time.Monday), "Monday"},
		{"WeekdayShort", w.WeekdayShort(time.Sunday), "Sun"},
		{"Time", w.Time(9, 5), "09:05"},
		{"Span", w.Span(clock("2026-11-23T14:00"), clock("2026-11-23T14:45")), "14:00–14:45"},
		{"Span over midnight", w.Span(clock("2026-11-23T22:00"), clock("2026-11-24T01:00")), "22:00 – 24 Nov, 01:00"},
		{"Moment", w.Moment(clock("2026-11-25T10:00"), today), "Wed 10:00"},
		{"Moment today", w.Moment(clock("2026-11-20T14:00"), today), "today 14:00"},
		{"Moment later", w.Moment(clock("2026-12-25T10:00"), today), "25 Dec 10:00"},
		{"DateRange in a month", w.DateRange(d, day("2026-11-29")), "23–29 November 2026"},
		{"DateRange in a year", w.DateRange(day("2026-10-01"), d), "1 October – 23 November 2026"},
		{"DateRange", w.DateRange(day("2025-10-01"), d), "1 October 2025 – 23 November 2026"},
		{"DateRange of a day", w.DateRange(d, d), "23 November 2026"},
		{"DateRange, open end", w.DateRange(d, core.Date{}), "from 23 November 2026"},
		{"DateRange, open start", w.DateRange(core.Date{}, d), "until 23 November 2026"},
		{"Period", w.Period(core.Period{From: day("2026-10-01"), To: day("2027-01-01")}), "1 October – 31 December 2026"},
	})
}

func TestDatesInRussian(t *testing.T) {
	w, d, today := words(t, core.Russian), day("2026-11-23"), day("2026-11-20")
	check(t, []both{
		{"Date", w.Date(d), "23 ноября 2026 г."},
		{"DateShort", w.DateShort(d, today), "23 нояб."},
		{"DateShort, other year", w.DateShort(day("2027-05-05"), today), "5 мая 2027"},
		{"DateWithDay", w.DateWithDay(day("2026-11-27"), today), "пт, 27 нояб."},
		{"DateLong", w.DateLong(d), "понедельник, 23 ноября"},
		{"DateHeading", w.DateHeading(d), "Понедельник, 23 ноября"},
		{"Month", w.Month(d), "ноябрь 2026"},
		{"MonthHeading", w.MonthHeading(d), "Ноябрь 2026"},
		{"MonthName", w.MonthName(time.May), "май"},
		{"Weekday", w.Weekday(time.Friday), "пятница"},
		{"WeekdayShort", w.WeekdayShort(time.Monday), "пн"},
		{"Span over midnight", w.Span(clock("2026-11-23T22:00"), clock("2026-11-24T01:00")), "22:00 — 24 нояб., 01:00"},
		{"Moment", w.Moment(clock("2026-11-21T10:00"), today), "завтра 10:00"},
		{"DateRange in a month", w.DateRange(d, day("2026-11-29")), "23–29 ноября 2026 г."},
		{"DateRange in a year", w.DateRange(day("2026-10-01"), d), "1 октября — 23 ноября 2026 г."},
		{"DateRange", w.DateRange(day("2025-10-01"), d), "1 октября 2025 г. — 23 ноября 2026 г."},
		{"DateRange, open end", w.DateRange(d, core.Date{}), "с 23 ноября 2026 г."},
		{"DateRange, open start", w.DateRange(core.Date{}, d), "по 23 ноября 2026 г."},
	})
}

func TestRelative(t *testing.T) {
	en, ru, today := words(t, core.English), words(t, core.Russian), day("2026-11-23")
	for _, c := range []struct {
		days   int
		en, ru string
	}{
		{0, "today", "сегодня"},
		{1, "tomorrow", "завтра"},
		{-1, "yesterday", "вчера"},
		{3, "in 3 days", "через 3 дня"},
		{5, "in 5 days", "через 5 дней"},
		{21, "in 21 days", "через 21 день"},
		{-2, "2 days ago", "2 дня назад"},
		{-11, "11 days ago", "11 дней назад"},
		{-31, "31 days ago", "31 день назад"},
	} {
		check(t, []both{
			{"English", en.Relative(today.AddDays(c.days), today), c.en},
			{"Russian", ru.Relative(today.AddDays(c.days), today), c.ru},
		})
	}
}

func TestLengths(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	for _, c := range []struct {
		minutes                    int
		en, ru, untilEn, untilRuss string
	}{
		{0, "0 min", "0 мин", "now", "сейчас"},
		{40, "40 min", "40 мин", "in 40 min", "через 40 мин"},
		{60, "1 h", "1 ч", "in 1 h", "через 1 ч"},
		{330, "5 h 30 min", "5 ч 30 мин", "in 5 h 30 min", "через 5 ч 30 мин"},
		{-5, "-5 min", "-5 мин", "5 min ago", "5 мин назад"},
		{2880, "48 h", "48 ч", "in 2 days", "через 2 дня"},
		{-7200, "-120 h", "-120 ч", "5 days ago", "5 дней назад"},
	} {
		check(t, []both{
			{"English", en.Hours(c.minutes), c.en},
			{"Russian", ru.Hours(c.minutes), c.ru},
			{"English until", en.Until(c.minutes), c.untilEn},
			{"Russian until", ru.Until(c.minutes), c.untilRuss},
		})
	}
}

// Nothing may crash a screen: every function answers whatever it is asked.
func TestOddInputs(t *testing.T) {
	zero, odd := core.Date{}, core.Date{Year: 2026, Month: 13, Day: 40}
	for lang := range languages() {
		w := words(t, lang)
		for _, d := range []core.Date{zero, odd, {Year: -1, Month: 1, Day: 1}, {Year: math.MaxInt, Month: 1, Day: 1}} {
			today := day("2026-11-23")
			for name, got := range map[string]string{
				"Date": w.Date(d), "DateShort": w.DateShort(d, today), "DateWithDay": w.DateWithDay(d, today),
				"DateLong": w.DateLong(d), "DateHeading": w.DateHeading(d), "Month": w.Month(d),
				"MonthHeading": w.MonthHeading(d), "DateRange": w.DateRange(d, d), "Relative": w.Relative(d, today),
				"Relative to it": w.Relative(today, d), "Day": w.Day(d, today), "Moment": w.Moment(d.At(1, 1), today),
				"Period": w.Period(core.Period{From: d, To: d}),
			} {
				if got != "" {
					t.Errorf("%s: %s of %v: %q", lang, name, d, got)
				}
			}
		}
		check(t, []both{
			{"Time", w.Time(24, 0), ""},
			{"Time", w.Time(-1, 60), ""},
			{"Clock", w.Clock(core.Civil{}), ""},
			{"Span", w.Span(core.Civil{}, core.Civil{}), ""},
			{"Weekday", w.Weekday(9) + w.Weekday(-1) + w.WeekdayShort(9), ""},
			{"MonthName", w.MonthName(0) + w.MonthName(13), ""},
			{"Capital", Capital("") + Capital("\xff") + Capital("ёж"), "\xffЁж"},
			{"Number", w.Number(math.NaN()) + w.Number(math.Inf(-1)) + w.Fixed(math.NaN(), 2), "———"},
			{"List", w.List(nil), ""},
			{"Error", w.Error(nil) + w.FieldError(nil), ""},
		})
		for _, n := range []int{math.MinInt, math.MaxInt} {
			if w.Until(n) == "" || w.Hours(n) == "" || w.Percent(n) == "" || w.Bytes(int64(n)) == "" || w.T("count.goal", "count", n) == "" {
				t.Errorf("%s: nothing to say about %d", lang, n)
			}
		}
	}
}

func anyDate(t *rapid.T, label string) core.Date {
	return core.NewDate(2000, 1, 1).AddDays(rapid.IntRange(0, 40_000).Draw(t, label))
}

func TestWhatIsWrittenCanBeRead(t *testing.T) {
	for lang := range languages() {
		w := words(t, lang)
		rapid.Check(t, func(t *rapid.T) {
			today := anyDate(t, "today")
			d := today.AddDays(rapid.IntRange(-999, 999).Draw(t, "days"))
			heading := w.DateHeading(d) + " " + w.Date(d)[len(w.dayMonth(d)):]
			for _, s := range []string{d.String(), w.Date(d), heading, w.Relative(d, today), w.DateShort(d, today.AddDays(400))} {
				if s == w.DateShort(d, core.Date{}) {
					continue // its year is left out: see below
				}
				if got, err := ParseDate(s, today); err != nil || got != d {
					t.Fatalf("%q is read as %v (%v), not as %v", s, got, err, d)
				}
			}
			if n := d.DaysSince(today); d.Year == today.Year && n >= -halfYear {
				for _, s := range []string{w.DateShort(d, today), w.DateWithDay(d, today), w.DateLong(d)} {
					if got, err := ParseDate(s, today); err != nil || got != d {
						t.Fatalf("%q on %v is read as %v (%v)", s, today, got, err)
					}
				}
			}
			h, m := rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")
			if gh, gm, err := ParseTime(w.Time(h, m)); err != nil || gh != h || gm != m {
				t.Fatalf("%02d:%02d is read as %02d:%02d (%v)", h, m, gh, gm, err)
			}
		})
	}
}

func TestNamesAreRead(t *testing.T) {
	for lang := range languages() {
		w := words(t, lang)
		for m := time.January; m <= time.December; m++ {
			for _, s := range []string{w.tongue.months[m], w.tongue.monthsOf[m], w.tongue.monthsShort[m], Capital(w.tongue.months[m])} {
				if got, ok := ParseMonth(s); !ok || got != m {
					t.Errorf("%q is read as %v", s, got)
				}
			}
		}
		for d := time.Sunday; d <= time.Saturday; d++ {
			for _, s := range []string{w.Weekday(d), w.WeekdayShort(d), Capital(w.Weekday(d))} {
				if got, ok := ParseWeekday(s); !ok || got != d {
					t.Errorf("%q is read as %v", s, got)
				}
			}
		}
	}
	for _, s := range []string{"", "ма", "x", "m", "dayfriday", "novemberr"} {
		if m, ok := ParseMonth(s); ok {
			t.Errorf("%q is read as %v", s, m)
		}
	}
}
