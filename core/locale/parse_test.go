package locale

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

// Today is Monday, 23 November 2026.
func TestParseDate(t *testing.T) {
	today := day("2026-11-23")
	for want, list := range map[string][]string{
		"2026-11-23": {
			"2026-11-23", "2026.11.23", "2026/11/23", "20261123", "23.11.2026", "23/11/2026", "23-11-2026", "23.11.26",
			"23.11", "23.11.", "23/11", "23 11", "23 Nov", "23 nov.", "Nov 23", "November 23, 2026", "23rd of November", "the 23rd of Nov 2026",
			"23-Nov-2026", "23nov", "23 ноября", "23 ноя", "23 нояб. 2026", "23 ноября 2026 г.", "23 ноября 2026г.", "23 ноября 2026 года",
			"23-го ноября", "Monday, 23 November", "Mon 23 Nov", "понедельник, 23 ноября", "пн, 23 нояб.", "ПН 23 НОЯБРЯ 2026",
			"today", " Today ", "сегодня", "this monday", "этот понедельник", "\u00a023\u00a0ноября\u00a0", "+0d", "by today", "к 23 ноября", "с 23.11.2026 г.",
		},
		"2026-11-24": {"tomorrow", "завтра", "Tue", "tuesday", "вторник", "во вторник", "вт", "+1d", "+1", "+ 1 день", "in a day", "in 1 day", "через день"},
		"2026-11-25": {"day after tomorrow", "the day after tomorrow", "послезавтра", "in 2 days", "через 2 дня", "через два дня", "wed", "среда", "в среду", "к среде", "ср"},
		"2026-11-26": {"+3d", "+3 days", "+3 дня", "+3д", "in three days", "3 days from now", "через три дня", "четверг", "Thu", "thurs"},
		"2026-11-27": {"friday", "Fri", "by Friday", "on friday", "пятница", "к пятнице", "до пятницы", "в пятницу", "пт", "this friday", "в эту пятницу", "ближайшая пятница"},
		"2026-11-29": {"sunday", "воскресенье", "к воскресенью", "вс", "end of the week", "до конца недели"},
		"2026-11-30": {
			"monday", "next monday", "понедельник", "в понедельник", "в следующий понедельник", "next week", "на следующей неделе",
			"+7d", "+1w", "in a week", "in 1 week", "через неделю", "через 1 неделю", "end of month", "к концу месяца", "30 november",
		},
		"2026-12-01": {"next month", "в следующем месяце", "next tuesday", "следующий вторник"},
		"2026-12-04": {"next friday", "следующая пятница", "в следующую пятницу", "к следующей пятнице"},
		"2026-12-07": {"in 2 weeks", "in two weeks", "через 2 недели", "через две недели", "+2w", "+2 недели", "+14d", "через пару недель", "7 Dec"},
		"2026-12-23": {"in a month", "in 1 month", "через месяц", "+1m", "+1 месяц"},
		"2027-05-23": {"через полгода", "in 6 months", "через шесть месяцев", "23 мая", "23 May"},
		"2027-11-23": {"in a year", "через год", "+1y"},
		"2028-11-23": {"через 2 года", "in 2 years", "+2г"},
		"2026-11-22": {"yesterday", "вчера", "-1d", "1 day ago", "1 день назад", "last sunday", "прошлое воскресенье", "−1d"},
		"2026-11-21": {"day before yesterday", "позавчера", "2 days ago", "два дня назад", "last saturday"},
		"2026-11-20": {"last friday", "прошлая пятница", "в прошлую пятницу"},
		"2026-11-16": {"last monday", "a week ago", "неделю назад", "-1w"},
		"2027-01-05": {"5 Jan", "5 января", "05.01", "5/1", "5.1.27", "January 5th"},
		"2028-02-29": {"29 Feb", "29.02", "29 февраля"},
		"1970-01-01": {"1.1.70", "01.01.1970", "1 January 1970", "1 января 1970 г."},
		"2046-03-04": {"04.03.46", "4 марта 46"},
		"2026-12-31": {"end of the year", "до конца года", "31 дек"},
		"2026-05-31": {"2026-05-31", "31.05.2026", "31 мая 2026"},
	} {
		for _, s := range list {
			got, err := ParseDate(s, today)
			if err != nil || got.String() != want {
				t.Errorf("%q is read as %v (%v), want %s", s, got, err, want)
			}
		}
	}
}

func TestDatesAtTheEndOfTheYear(t *testing.T) {
	for _, c := range []struct{ text, today, want string }{
		{"5 Jan", "2026-12-20", "2027-01-05"},
		{"20 Dec", "2026-01-10", "2026-12-20"},
		{"10 Jan", "2026-02-01", "2026-01-10"},
		{"friday", "2026-11-27", "2026-12-04"},
		{"this friday", "2026-11-27", "2026-11-27"},
		{"next friday", "2026-11-29", "2026-12-04"},
		{"next monday", "2026-11-29", "2026-11-30"},
		{"last friday", "2026-11-27", "2026-11-20"},
		{"in a month", "2026-01-31", "2026-02-28"},
		{"+1m", "2027-12-31", "2028-01-31"},
	} {
		if got, err := ParseDate(c.text, day(c.today)); err != nil || got.String() != c.want {
			t.Errorf("%q on %s is read as %v (%v), want %s", c.text, c.today, got, err, c.want)
		}
	}
}

func TestNotADate(t *testing.T) {
	for _, s := range []string{
		"", " ", "soon", "скоро", "31.02.2026", "30 февраля", "32 ноября", "0.11.2026", "23.13.2026", "2026-11-31", "2026-1-1-1",
		"23.11-2026", "23.11.202", "23.11.20266", "November", "ноябрь 2026", "november november", "99999999999999999999",
		"+99999999d", "+9999999y", "-4000000d", "in 5", "через", "через 2", "2 weeks", "in weeks of", "next", "следующий", "friday friday",
		"23 of", "23 Nov 2026 2027", "0000-01-01", "0.0.0", "NaN", "<script>", strings.Repeat("9", 300), strings.Repeat("23 ", 60), "\xff\xfe", "12:30", "23 n",
	} {
		got, err := ParseDate(s, day("2026-11-23"))
		if core.CodeOf(err) != core.CodeBadDate || !got.IsZero() {
			t.Errorf("%q is read as %v (%v)", s, got, err)
		}
	}
	if _, err := ParseDate("today", core.Date{}); core.CodeOf(err) != core.CodeBadDate {
		t.Error("a date without today:", err)
	}
}

// What is wrong with a day that is in no month is said, as it is typed in either language.
func TestWhatIsWrongWithADate(t *testing.T) {
	today := day("2026-11-23")
	en, ru := words(t, core.English), words(t, core.Russian)
	hint := both{got: "write a date like Friday, tomorrow or 5 May", want: "напишите дату: «завтра», «пятница» или «5 мая»"}
	for _, c := range []struct{ text, en, ru string }{
		{"31 Feb 2027", "February 2027 has 28 days", "В феврале 2027 года 28 дней"},
		{"31.02.2027", "February 2027 has 28 days", "В феврале 2027 года 28 дней"},
		{"2027-02-30", "February 2027 has 28 days", "В феврале 2027 года 28 дней"},
		{"20270230", "February 2027 has 28 days", "В феврале 2027 года 28 дней"},
		{"31 февраля", "February 2027 has 28 days", "В феврале 2027 года 28 дней"},
		{"к 31 февраля", "February 2027 has 28 days", "В феврале 2027 года 28 дней"},
		{"30 февраля 2028 г.", "February 2028 has 29 days", "В феврале 2028 года 29 дней"},
		{"Feb 29, 2027", "February 2027 has 28 days", "В феврале 2027 года 28 дней"},
		{"31 ноября", "November 2026 has 30 days", "В ноябре 2026 года 30 дней"},
		{"31.4", "April 2027 has 30 days", "В апреле 2027 года 30 дней"},
		{"Mon 32 Dec", "December 2026 has 31 days", "В декабре 2026 года 31 день"},
		{"99.05.27", "May 2027 has 31 days", "В мае 2027 года 31 день"},
		{"30/13/2026", "There is no month 13: write it like Friday, tomorrow or 5 May", "Месяца 13 нет: напишите, например, «завтра», «пятница» или «5 мая»"},
		{"11/23/2026", "There is no month 23: write it like Friday, tomorrow or 5 May", "Месяца 23 нет: напишите, например, «завтра», «пятница» или «5 мая»"},
		{"2026-13-01", "There is no month 13: write it like Friday, tomorrow or 5 May", "Месяца 13 нет: напишите, например, «завтра», «пятница» или «5 мая»"},
		{"0.11.2026", Capital(hint.got), Capital(hint.want)},
		{"0000-11-31", Capital(hint.got), Capital(hint.want)},
		{"nonsense", Capital(hint.got), Capital(hint.want)},
	} {
		err := DateError("due", c.text, today).(*core.Error)
		if err.Field != "due" || err.Args["value"] != c.text {
			t.Errorf("%q: %v", c.text, err)
		}
		delete(err.Args, "value")
		check(t, []both{{c.text, en.FieldError(err), c.en}, {c.text, ru.FieldError(err), c.ru}})
	}
	if err := DateError("due", "30 Nov", today); err != nil {
		t.Error(err)
	}
	for text, want := range map[string]core.Code{
		"31 Feb 2027 10:00": core.CodeBadDate, "30.13.2026 10:00": core.CodeBadDate, "31 Feb 2027": core.CodeBadDate, "30 Nov 2027": core.CodeBadTime, "soon 10:00": core.CodeBadTime,
	} {
		if _, err := ParseMoment(text, today); core.CodeOf(err) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestParseTime(t *testing.T) {
	for want, list := range map[string][]string{
		"09:00": {"9", "09", "9:00", "9.00", "900", "0900", "9am", "9 am", "9 AM", "9 a.m.", "9a", "9ч", "9 ч", "9 ч.", "9 часов", "9 утра", "at 9", "в 9", "9h", "9:"},
		"09:30": {"930", "9:30", "9.30", "9,30", "09:30", "0930", "9 30", "9-30", "9h30", "9:30am", "9:30 a.m.", "9 ч 30 мин", "9ч30", "9 часов 30 минут", "9:30 утра"},
		"21:00": {"9pm", "9 p.m.", "21", "2100", "9 вечера", "21:00", "9p"},
		"14:00": {"14ч", "14", "2pm", "2 дня", "14:00", "в 14:00", "14 часов"},
		"12:00": {"noon", "полдень", "12", "12pm", "12 дня", "в полдень"},
		"00:00": {"midnight", "полночь", "0", "00:00", "12am", "12 ночи", "0000"},
		"01:15": {"1:15", "115", "1:15 ночи", "1.15am"},
		"23:00": {"11 ночи", "11 вечера", "11pm", "23"},
	} {
		for _, s := range list {
			h, m, err := ParseTime(s)
			if got := words(t, core.English).Time(h, m); err != nil || got != want {
				t.Errorf("%q is read as %s (%v), want %s", s, got, err, want)
			}
		}
	}
	for _, s := range []string{
		"", "x", "24", "24:00", "25:00", "9:60", "960", "13pm", "0am", "12345", "9:5", "9:300", "9 утра вечера", "13 вечера", "7 ночи",
		"-9", "9:30:15", "in an hour", "23 Nov", strings.Repeat("1", 300), "\xff",
	} {
		if h, m, err := ParseTime(s); core.CodeOf(err) != core.CodeBadTime {
			t.Errorf("%q is read as %d:%d (%v)", s, h, m, err)
		}
	}
}

// Whatever is typed: an answer or a coded error, and a real date.
func TestAnythingTyped(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"23", "11", "2026", "0", "99", ".", "/", "-", " ", "+", ",", "nov", "ноября", "пт", "next", "через", "in", "ago", "назад", "week", "недели", "d", "г.", "pm", "ч", ":", "два", "a",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(part, 0, 7).Draw(t, "parts"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		if rapid.Bool().Draw(t, "any") {
			s = rapid.String().Draw(t, "text")
		}
		d, err := ParseDate(s, anyDate(t, "today"))
		if err == nil && !d.Valid() || err != nil && core.CodeOf(err) != core.CodeBadDate {
			t.Fatalf("%q: %v, %v", s, d, err)
		}
		h, m, err := ParseTime(s)
		if err == nil && (h < 0 || h > 23 || m < 0 || m > 59) || err != nil && core.CodeOf(err) != core.CodeBadTime {
			t.Fatalf("%q: %d:%d, %v", s, h, m, err)
		}
	})
}

// A day that is to come lies a month back at most where its year is not said; all else is read as any date is.
func TestParseDue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := core.NewDate(rapid.IntRange(1999, 2060).Draw(t, "year"), 1, 1).AddDays(rapid.IntRange(0, 365).Draw(t, "day"))
		day := today.AddDays(rapid.IntRange(-400, 400).Draw(t, "from today"))
		for _, text := range []string{day.String(), fmt.Sprintf("%d.%d.%d", day.Day, day.Month, day.Year), "tomorrow", "к пятнице", "-2w", "in 3 weeks"} {
			a, err := ParseDate(text, today)
			b, err2 := ParseDue(text, today)
			if err != nil || err2 != nil || a != b {
				t.Fatalf("%q is %v, %v for one and %v, %v for the other", text, a, err, b, err2)
			}
		}
		got, err := ParseDue(fmt.Sprintf("%d.%d", day.Day, day.Month), today)
		if err != nil || got.Day != day.Day || got.Month != day.Month || today.DaysSince(got) > 31 {
			t.Fatalf("%d.%d on %v is %v, %v", day.Day, day.Month, today, got, err)
		}
		if earlier := core.NewDate(got.Year-1, got.Month, got.Day); earlier.Year == today.Year && earlier.Day == got.Day && today.DaysSince(earlier) <= 31 {
			t.Fatalf("%d.%d on %v is %v, a year late", day.Day, day.Month, today, got)
		}
	})
}
