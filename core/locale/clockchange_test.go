package locale

import (
	"testing"

	"mentorbook/core"
)

func TestClockChange(t *testing.T) {
	for _, c := range []struct {
		lang core.Language
		date core.Date
		h, m int
		zone core.Zone
		want string
	}{
		{core.English, core.NewDate(2027, 3, 28), 2, 30, "Europe/Berlin", "02:30 does not exist in Berlin, where the clocks go forward: it starts at 03:30"},
		{core.Russian, core.NewDate(2028, 3, 26), 2, 15, "Europe/Berlin", "Времени 02:15 нет (Берлин): часы переводят вперёд; начало в 03:15"},
		{core.English, core.NewDate(2027, 10, 31), 2, 0, "Europe/Berlin", "02:00 comes twice in Berlin, where the clocks go back: the first of them is meant"},
		{core.English, core.NewDate(2027, 10, 3), 2, 10, "Australia/Lord_Howe", "02:10 does not exist in Lord Howe, where the clocks go forward: it starts at 02:40"},
		{core.English, core.NewDate(2027, 3, 28), 3, 0, "Europe/Berlin", ""},
		{core.English, core.NewDate(2027, 3, 28), 1, 59, "Europe/Berlin", ""},
		{core.English, core.NewDate(2027, 3, 28), 2, 30, "Asia/Kolkata", ""},
		{core.English, core.NewDate(2027, 3, 28), 2, 30, "", ""},
	} {
		w, err := New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.ClockChange(c.date.At(c.h, c.m), c.zone); got != c.want {
			t.Errorf("%v %s: %q", c.date.At(c.h, c.m), c.zone, got)
		}
	}
}
