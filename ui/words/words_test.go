package words_test

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/words"
)

// What a field writes it reads back, in both languages, whatever today is.
func TestFieldsReadWhatTheyWrite(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		dates, times := words.Dates(w), words.Times(w)
		for d := core.NewDate(2023, time.December, 1); d.Year < 2029; d = d.AddDays(1) {
			if got, err := dates.Parse(dates.Format(d), core.NewDate(2026, time.November, 23)); err != nil || got != d {
				t.Fatalf("%s: %q is %v, %v", lang, dates.Format(d), got, err)
			}
		}
		for m := range 24 * 60 {
			if hour, minute, err := times.Parse(times.Format(m/60, m%60)); err != nil || hour*60+minute != m {
				t.Fatalf("%s: %q is %d:%d, %v", lang, times.Format(m/60, m%60), hour, minute, err)
			}
		}
		texts := []string{dates.Bad(core.Fail(core.CodeBadDate)), dates.Missing, dates.Hint, dates.Open.Text, dates.Back.Text, dates.Forward.Text, times.Bad, times.Missing, times.Hint}
		for _, text := range append(texts, dates.Weekdays[:]...) {
			if text == "" || strings.HasPrefix(text, "«") || strings.Contains(text, "{") {
				t.Errorf("%s: a text is %q", lang, text)
			}
		}
	}
}
