package table

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestParseMoment(t *testing.T) {
	tests := []struct {
		text  string
		order order
		want  string // date, time, offset; "" is refused
	}{
		{"2026-11-23", 0, "2026-11-23"},
		{"2026/11/3", 0, "2026-11-03"},
		{"20261123", 0, "2026-11-23"},
		{"20261123T140000Z", 0, ""},
		{"2026-11-23T14:00:00+03:00", 0, "2026-11-23 14:00 +3h0m0s"},
		{"2026-11-23T14:00Z", 0, "2026-11-23 14:00 +0s"},
		{"2026-11-23 14:05:59", 0, "2026-11-23 14:05"},
		{"23.11.2026", monthFirst, "2026-11-23"},
		{"3.4.2026", monthFirst, "2026-04-03"},
		{"3.4.26", 0, "2026-04-03"},
		{"3/4/1969", 0, "1969-04-03 guessed"},
		{"3/4/69", dayFirst, "2069-04-03"},
		{"3/4/70", dayFirst, "1970-04-03"},
		{"3/4/2026", monthFirst, "2026-03-04"},
		{"4/4/2026", 0, "2026-04-04"},
		{"13/4/2026", monthFirst, "2026-04-13"},
		{"4/13/2026", dayFirst, "2026-04-13"},
		{"04-13-2026", 0, "2026-04-13"},
		{"11/23/2026 2:05 PM", 0, "2026-11-23 14:05"},
		{"11/23/2026, 12:00 a.m.", 0, "2026-11-23 00:00"},
		{"23 Nov 2026", 0, "2026-11-23"},
		{"23rd November 2026", 0, "2026-11-23"},
		{"23-Nov-26", 0, "2026-11-23"},
		{"Nov 23, 2026", 0, "2026-11-23"},
		{"November 23rd, 2026, 9:30", 0, "2026-11-23 09:30"},
		{"Mon, 23 Nov 2026 14:00", 0, "2026-11-23 14:00"},
		{"Sept 5, 2026", 0, "2026-09-05"},
		{"Monday, November 23, 2026", 0, "2026-11-23"},
		{"23 ноября 2026", 0, "2026-11-23"},
		{"23 ноября 2026 г.", 0, "2026-11-23"},
		{"23 ноября 2026 года, 14:00", 0, "2026-11-23 14:00"},
		{"пн, 23 нояб. 2026 г. 14.30", 0, "2026-11-23 14:30"},
		{"1 мая 2026", 0, "2026-05-01"},
		{"5\u00A0марта\u00A02026", 0, "2026-03-05"},
		{"46349", 0, "2026-11-23"},
		{"46349.5833333", 0, "2026-11-23 14:00"},
		{"46349,999999", 0, "2026-11-23 23:59"},
		{"29.02.2024", 0, "2024-02-29"},
		{"29.02.2026", 0, ""},
		{"31/11/2026", 0, ""},
		{"2026-13-01", 0, ""},
		{"0000-01-01", 0, ""},
		{"12345", 0, ""},
		{"23 brumaire 2026", 0, ""},
		{"tomorrow", 0, ""},
		{"23.11.2026 25:00", 0, ""},
		{"2026-11-23 later", 0, ""},
	}
	for _, tt := range tests {
		m, err := parseMoment(tt.text, tt.order)
		got := ""
		if err == nil {
			got = m.date.String()
			if m.hasTime {
				got += fmt.Sprintf(" %02d:%02d", m.clock.hour, m.clock.minute)
			}
			if m.clock.hasOffset {
				got += fmt.Sprintf(" +%v", m.clock.offset)
			}
			if m.guessed {
				got += " guessed"
			}
		}
		if got != tt.want {
			t.Errorf("%q = %q, %v; want %q", tt.text, got, err, tt.want)
		}
	}
}

func TestDatesInEveryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := core.NewDate(1990, 1, 1).AddDays(rapid.IntRange(0, 25_000).Draw(t, "day"))
		at := time.Date(d.Year, d.Month, d.Day, rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 0, 0, time.UTC)
		for _, f := range []struct {
			layout string
			order  order
		}{
			{"2006-01-02 15:04", 0},
			{"2.1.2006 15:04", 0},
			{"02/01/2006 3:04 PM", dayFirst},
			{"1/2/2006 3:04PM", monthFirst},
			{"2 Jan 2006 15.04", 0},
			{"Monday, January 2, 2006 15:04", 0},
			{time.RFC1123Z, 0},
		} {
			m, err := parseMoment(at.Format(f.layout), f.order)
			if err != nil || m.date != d || m.clock.hour != at.Hour() || m.clock.minute != at.Minute() || m.guessed {
				t.Fatalf("%q = %+v, %v", at.Format(f.layout), m, err)
			}
		}
	})
}

func TestParseClock(t *testing.T) {
	for text, want := range map[string]string{
		"14:00": "14:00", "9.30": "09:30", "2 PM": "14:00", "2:00 p.m.": "14:00", "12 am": "00:00", "12:15 PM": "12:15", "14ч30": "14:30",
		"14 ч": "14:00", "14h": "14:00", "0.5833333": "14:00", "14:00:59": "14:00", "24:00": "", "14": "", "7:60": "", "13 pm": "", "noon": "", "": "",
	} {
		c, err := parseClock(text)
		got := ""
		if err == nil {
			got = fmt.Sprintf("%02d:%02d", c.hour, c.minute)
		}
		if got != want {
			t.Errorf("%q = %q, %v; want %q", text, got, err, want)
		}
	}
	from, to, err := parseSpan("14:00 – 15:30")
	if err != nil || to == nil || from.hour != 14 || to.hour != 15 || to.minute != 30 {
		t.Error(from, to, err)
	}
}

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"5": "5", "-1,5": "-1.5", "1 234,5": "1234.5", "1,234.5": "1234.5", "1.234,5": "1234.5", "1,234,567": "1.234567e+06", "12 %": "12 %",
		"3 раза": "3 раза", "−2": "-2", "1'000": "1000", "": "", "x": "", "1e3000": "", "NaN": "", "0x10": "", "1..2": "", "inf": "",
	} {
		n, unit, err := parseNumber(text)
		got := ""
		if err == nil {
			got = fmt.Sprint(n)
			if unit != "" {
				got += " " + unit
			}
		}
		if got != want {
			t.Errorf("%q = %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestParseLength(t *testing.T) {
	for text, want := range map[string]int{
		"60": 60, "90 min": 90, "1:30": 90, "01:30:00": 90, "1 h 30 min": 90, "1h30": 90, "1,5 часа": 90, "1.5h": 90, "45 минут": 45, "2 ч": 120,
		"0": 0, "-5": 0, "x": 0, "100000": 0, "": 0, "h": 0,
	} {
		if got, err := parseLength(text, 1); got != want || (err == nil) != (want > 0) {
			t.Errorf("%q = %d, %v; want %d", text, got, err, want)
		}
	}
	if got, _ := parseLength("1,5", 60); got != 90 {
		t.Error(got)
	}
}

// A figure with one mark and three figures behind it is read as the others of its file are; what they prove is told by
// the marks that can only be read in one way.
func TestFiguresOfAFile(t *testing.T) {
	for text, want := range map[string]byte{
		"1,500": 0, "1.500": 0, "12 500": 0, "": 0, "abc": 0, "0.500": '.', "0,500": ',', "1.5": '.', "1,5 %": ',', "1234,567": ',', "1,500.25": '.',
		"1.500,25": ',', "1,200,000": '.', "1.200.000": ',', "-1,500": 0,
	} {
		if got := provesDecimal(text); got != want {
			t.Errorf("%q proves %q, not %q", text, got, want)
		}
	}
	for _, c := range []struct {
		text    string
		decimal byte
		want    float64
	}{
		{"1,500", '.', 1500},
		{"1,500", ',', 1.5},
		{"1.500", '.', 1.5},
		{"1.500", ',', 1500},
		{"-12,500", '.', -12500},
		{"1,5", '.', 1.5},
		{"1,200,000", ',', 1200000},
		{"1 500,5", '.', 1500.5},
		{"0,500", '.', 0.5},
	} {
		if got, _, err := parseFigure(c.text, c.decimal); err != nil || got != c.want {
			t.Errorf("%q by %q: %v, not %v (%v)", c.text, c.decimal, got, c.want, err)
		}
	}
}

func TestStatuses(t *testing.T) {
	for text, want := range map[string]string{
		"Held": "held", "проведена": "held", "✓": "held", "да": "held", "Состоялась.": "held", "no-show": "missed", "не пришла": "missed", "Did not happen": "missed both", "Не состоялась": "missed both",
		"mentee no-show": "missed mentee", "наставник не пришёл": "missed mentor", "отменена": "cancelled", "Cancelled late": "cancelled_late",
		"planned": "planned", "": "", "perhaps": "!", "✔️": "held", "100%": "held",
	} {
		s, role, err := parseMeetingStatus(text)
		got := string(s)
		if role != "" {
			got += " " + string(role)
		}
		if err != nil {
			got = "!"
		}
		if got != want {
			t.Errorf("%q = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]core.ActionStatus{
		"done": "done", "Готово": "done", "x": "done", "1": "done", "✓": "done", "100 %": "done", "50%": "open", "в работе": "open", "FALSE": "open",
		"ИСТИНА": "done", "отменено": "dropped", "": "", "dropped": "dropped", "To do": "open", "[ ]": "open", "выполнено": "done",
	} {
		if got, err := parseActionStatus(text); got != want || err != nil {
			t.Errorf("%q = %q, %v; want %q", text, got, err, want)
		}
	}
	for text, want := range map[string]core.GoalStatus{
		"достигнута": "reached", "active": "agreed", "В работе": "agreed", "черновик": "draft", "снята": "dropped", "100%": "reached", "40%": "agreed", "0%": "draft",
	} {
		if got, err := parseGoalStatus(text); got != want || err != nil {
			t.Errorf("%q = %q, %v; want %q", text, got, err, want)
		}
	}
}

// A day that is in no month is refused with what is wrong with it, as typed dates are.
func TestWhatIsWrongWithADateOfATable(t *testing.T) {
	for text, want := range map[string]string{
		"31.02.2027": "bad_date max=28 month=2027-02 value=31.02.2027", "2026-11-31 10:00": "bad_date max=30 month=2026-11 value=2026-11-31 10:00",
		"31 февраля 2027 г.": "bad_date max=28 month=2027-02 value=31 февраля 2027 г.", "2026-13-01": "bad_date no_month=13 value=2026-13-01",
		"soon": "bad_date value=soon",
	} {
		if _, err := parseMoment(text, orderUnknown); err == nil || err.Error() != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}
