package locale

import (
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

// Today is Monday, 23 November 2026.
func TestParseMoment(t *testing.T) {
	today := day("2026-11-23")
	for want, list := range map[string][]string{
		"2026-12-10T16:00": {"2026-12-10T16:00", "2026-12-10 16:00", "10.12.2026 16:00", "10.12.2026, 16.00", "10 Dec 16:00", "10 December 2026 4 pm", "10 Dec at 16:00", "10 декабря в 16:00", "10 декабря 2026 г. 16 ч"},
		"2026-11-24T09:30": {"tomorrow 9:30", "завтра 9.30", "завтра в 9 30 утра", "+1d 9:30"},
		"2026-11-27T12:00": {"friday noon", "в пятницу в полдень"},
	} {
		for _, text := range list {
			if got, err := ParseMoment(text, today); err != nil || got.String() != want {
				t.Errorf("%q is %v (%v), not %s", text, got, err, want)
			}
		}
	}
	for _, text := range []string{"", "16:00", "2026-12-10", "10 Dec 2026", "tomorrow", "10.12.2026", "2026-12-10T16", "2026-12-10T24:00", "10 Dec 25:00", "nonsense 16:00", "завтра"} {
		if got, err := ParseMoment(text, today); core.CodeOf(err) != core.CodeBadTime {
			t.Errorf("%q is %v (%v)", text, got, err)
		}
	}
}

// Whatever is written down as a time is read back as that time.
func TestParseMomentReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := core.NewDate(rapid.IntRange(1900, 2100).Draw(t, "year"), 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "day")).
			At(rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
		for _, text := range []string{c.String(), c.Date.String() + " " + c.String()[11:]} {
			if got, err := ParseMoment(text, core.NewDate(2026, 11, 23)); err != nil || got != c {
				t.Fatalf("%q is %v (%v)", text, got, err)
			}
		}
	})
}
