package kit

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

// englishWords are date words as a language would hand them in, with Russian names beside the English ones.
func englishWords() DateWords {
	english := [...]string{
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
	}
	russian := [...]string{
		"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
	}
	days := [...]string{"воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"}
	return DateWords{
		Format:   func(d core.Date) string { return fmt.Sprintf("%d %s %d", d.Day, english[d.Month-1][:3], d.Year) },
		Month:    func(y int, m time.Month) string { return fmt.Sprintf("%s %d", english[m-1], y) },
		Weekdays: [7]string{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"},
		First:    time.Monday,
		Names:    func(m time.Month) []string { return []string{english[m-1], russian[m-1]} },
		Days:     func(d time.Weekday) []string { return []string{d.String(), days[d]} },
		Relative: map[string]int{"today": 0, "tomorrow": 1, "завтра": 1, "yesterday": -1},
		Bad:      "not a date", Missing: "a date is needed", Hint: "23 Nov 2026",
		Open: Tip{Text: "Choose", Keys: "F4"}, Back: Tip{Text: "Month before"}, Forward: Tip{Text: "Month after"},
	}
}

func day(text string) core.Date {
	d, err := core.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	today := day("2026-11-23") // a Monday
	for text, want := range map[string]string{
		"2026-11-23": "2026-11-23", "23.11.2026": "2026-11-23", "23/11/26": "2026-11-23", "23.11": "2026-11-23",
		"23-11-2026": "2026-11-23", "1.2.27": "2027-02-01", "23 nov": "2026-11-23", "23 Nov 2026": "2026-11-23",
		"Nov 23": "2026-11-23", "november 23, 2026": "2026-11-23", "23 ноября 2026": "2026-11-23", "23 ноя": "2026-11-23",
		"23 ноября 2026 г.": "2026-11-23", "3 мая": "2027-05-03", "1st of may": "2027-05-01", "2nd december": "2026-12-02",
		"11/23/2026": "2026-11-23", "25": "2026-11-25", "5": "2026-12-05", "23": "2026-11-23", "31": "",
		"today": "2026-11-23", "Tomorrow": "2026-11-24", "завтра": "2026-11-24", "+7": "2026-11-30", "-1": "2026-11-22",
		"fri": "2026-11-27", "Monday": "2026-11-30", "пятница": "2026-11-27", "mon 23 nov": "2026-11-23", "tue 23 nov": "",
		"15 jan": "2027-01-15", "30 jun": "2026-06-30", "29 feb": "2028-02-29", "29 feb 2028": "2028-02-29",
		"29.02.2027": "", "31.4": "", "0.11": "", "32": "", "13/13": "", "23.11.2026.5": "", "": "", "  ": "",
		"nov": "", "2026": "", "23 11 2026": "2026-11-23", "fr 3": "", "ma 3": "", "23 novx": "", "+99999999": "", "+": "",
		"١": "", "2026-13-01": "", "10000-01-01": "", "23 nov 2026 5": "", "abc": "", "5 5 5 5": "",
	} {
		got, ok := ParseDate(text, today, englishWords())
		if ok != (want != "") || (ok && got.String() != want) {
			t.Errorf("%q is %v (%v), want %q", text, got, ok, want)
		}
	}
}

func TestParseDateLeansTowardsToday(t *testing.T) {
	w := englishWords()
	if d, _ := ParseDate("28.12", day("2026-01-05"), w); d != day("2025-12-28") {
		t.Errorf("28.12 early in January is %v", d)
	}
	if d, _ := ParseDate("5.1", day("2026-12-28"), w); d != day("2027-01-05") {
		t.Errorf("5.1 late in December is %v", d)
	}
}

func anyDate(t *rapid.T, name string) core.Date {
	return core.NewDate(1990, 1, 1).AddDays(rapid.IntRange(0, 30000).Draw(t, name))
}

// What a field writes it reads back, whatever today is.
func TestParseDateReadsWhatFormatWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, today, w := anyDate(t, "date"), anyDate(t, "today"), englishWords()
		for _, text := range []string{
			d.String(), w.Format(d),
			fmt.Sprintf("%d.%d.%d", d.Day, int(d.Month), d.Year),
			fmt.Sprintf("%s %d %s %d", d.Weekday(), d.Day, w.Names(d.Month)[1], d.Year),
		} {
			if got, ok := ParseDate(text, today, w); !ok || got != d {
				t.Fatalf("%q is %v, %v", text, got, ok)
			}
		}
	})
}

// Any text gives a date that exists or none, and never a crash.
func TestParseDateOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9 ./+a-zа-я-]{0,14}`)).Draw(t, "text")
		if d, ok := ParseDate(text, anyDate(t, "today"), englishWords()); ok && !d.Valid() {
			t.Fatalf("%q is %v", text, d)
		}
	})
}
