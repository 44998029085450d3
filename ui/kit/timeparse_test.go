package kit

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseTime(t *testing.T) {
	for text, want := range map[string]string{
		"9": "09:00", "09": "09:00", "930": "09:30", "0930": "09:30", "9:30": "09:30", "9.30": "09:30", "9,30": "09:30",
		"9 30": "09:30", "9h30": "09:30", "9h": "09:00", "9ч": "09:00", "9ч30": "09:30", "9pm": "21:00", "9 PM": "21:00",
		"9:30 p.m.": "21:30", "12am": "00:00", "12pm": "12:00", "12:15am": "00:15", "0": "00:00", "23:59": "23:59", " 14:05 ": "14:05",
		"1200": "12:00", "930pm": "21:30",
		"24": "", "24:00": "", "9:60": "", "9:5": "", "9:": "09:00", "": "", "nine": "", "13pm": "", "0am": "", "12345": "",
		"9:30:15": "", "-9": "", "+9": "", "9..30": "", "１０": "", "9:305": "",
	} {
		got, ok := ParseTime(text)
		if ok != (want != "") || (ok && FormatTime(got) != want) {
			t.Errorf("%q is %d (%v), want %q", text, got, ok, want)
		}
	}
}

func TestParseTimeReadsWhatFormatWrites(t *testing.T) {
	for m := range minutesPerDay {
		if got, ok := ParseTime(FormatTime(m)); !ok || got != m {
			t.Fatalf("%s is %d, %v", FormatTime(m), got, ok)
		}
	}
}

func TestParseTimeOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9 :.apm]{0,8}`)).Draw(t, "text")
		if m, ok := ParseTime(text); ok && (m < 0 || m >= minutesPerDay) {
			t.Fatalf("%q is %d", text, m)
		}
	})
}

func TestStepTime(t *testing.T) {
	for _, c := range []struct {
		from string
		step int
		want string
	}{
		{"09:00", 15, "09:15"},
		{"09:00", -15, "08:45"},
		{"09:07", 15, "09:15"},
		{"09:07", -15, "09:00"},
		{"23:45", 15, "00:00"},
		{"00:00", -15, "23:45"},
		{"23:50", 15, "00:00"},
	} {
		from, _ := ParseTime(c.from)
		if got := FormatTime(StepTime(from, c.step)); got != c.want {
			t.Errorf("%s %+d is %s, want %s", c.from, c.step, got, c.want)
		}
	}
}
