package core_test

import (
	"cmp"
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

// anyDay draws from the whole calendar, and often from days on which reckoning goes wrong.
func anyDay() *rapid.Generator[core.Date] {
	return rapid.OneOf(
		rapid.Map(rapid.IntRange(0, 3652058), func(n int) core.Date { return core.NewDate(1, 1, 1+n) }),
		rapid.Custom(func(t *rapid.T) core.Date {
			year := rapid.SampledFrom([]int{1, 4, 100, 400, 1900, 1999, 2000, 2023, 2024, 2026, 2100, 9999}).Draw(t, "year")
			first := core.Date{Year: year, Month: time.Month(rapid.IntRange(1, 12).Draw(t, "month")), Day: 1}
			first.Day = rapid.SampledFrom([]int{1, 15, 28, first.DaysInMonth()}).Draw(t, "day")
			return first
		}),
	)
}

func TestParseDate(t *testing.T) {
	for s, want := range map[string]core.Date{
		"2026-11-23": {Year: 2026, Month: 11, Day: 23}, "0001-01-01": {Year: 1, Month: 1, Day: 1},
		"9999-12-31": {Year: 9999, Month: 12, Day: 31}, "2024-02-29": {Year: 2024, Month: 2, Day: 29},
	} {
		if got, err := core.ParseDate(s); err != nil || got != want {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
	for _, s := range []string{
		"", " ", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "0000-01-01", "-001-01-01", "10000-01-01",
		"2026-1-1", "26-01-01", " 2026-01-01", "2026-01-01 ", "2026/01/01", "01.02.2026", "2026-01-01T00:00", "today", "２０２６-01-01",
		"2026-01-01\x00", "\x1b[2J",
	} {
		got, err := core.ParseDate(s)
		if told(err) != "bad_date date" || !got.IsZero() {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
}

func TestDateRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay().Draw(t, "day")
		if !d.Valid() || d.IsZero() {
			t.Fatal("not in the calendar")
		}
		if got, err := core.ParseDate(d.String()); err != nil || got != d {
			t.Fatalf("%q is read as %v, %v", d.String(), got, err)
		}
		if got := core.DateOf(time.Date(d.Year, d.Month, d.Day, 23, 59, 59, 0, time.FixedZone("", 14*3600))); got != d {
			t.Fatalf("%v in a zone far away", got)
		}
		text, err := json.Marshal(d)
		var back core.Date
		if err != nil || json.Unmarshal(text, &back) != nil || back != d {
			t.Fatalf("%s, %v", text, err)
		}
	})
}

func TestDateText(t *testing.T) {
	d := day("2026-01-01")
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() || d.String() != "" {
		t.Error("no date is written as nothing")
	}
	if err := d.UnmarshalText([]byte("nonsense")); core.CodeOf(err) != core.CodeBadDate {
		t.Error(err)
	}
}

func TestDateValid(t *testing.T) {
	for d, want := range map[core.Date]bool{
		{}: false, {Year: 2026, Month: 2, Day: 29}: false, {Year: 2024, Month: 2, Day: 29}: true, {Year: 1900, Month: 2, Day: 29}: false,
		{Year: 2000, Month: 2, Day: 29}: true, {Year: 2026, Month: 4, Day: 31}: false, {Year: 2026, Month: 0, Day: 1}: false,
		{Year: 2026, Month: -3, Day: 1}: false, {Year: 2026, Month: 1, Day: -1}: false, {Year: 0, Month: 1, Day: 1}: false,
		{Year: 10000, Month: 1, Day: 1}: false, {Day: 1}: false,
	} {
		if d.Valid() != want {
			t.Errorf("%#v: %v", d, !want)
		}
	}
}

func TestNewDateCarriesOver(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    string
	}{{2026, 1, 32, "2026-02-01"}, {2026, 13, 1, "2027-01-01"}, {2026, 3, 0, "2026-02-28"}, {2024, 14, 29, "2025-03-01"}} {
		if got := core.NewDate(c.y, time.Month(c.m), c.d); got != day(c.want) {
			t.Errorf("%+v is %s", c, got)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-01-31", 2, "2026-03-31"},
		{"2026-01-31", 3, "2026-04-30"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-01-15", -1, "2025-12-15"},
		{"2026-11-30", 3, "2027-02-28"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2026-05-31", 0, "2026-05-31"},
		{"2026-12-31", -22, "2025-02-28"},
	} {
		if got := day(c.from).AddMonths(c.n); got != day(c.want) {
			t.Errorf("%s and %d months are %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestAddMonthsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDay().Draw(t, "day"), rapid.IntRange(-200, 200).Draw(t, "n")
		got := d.AddMonths(n)
		months := func(d core.Date) int { return d.Year*12 + int(d.Month) - 1 }
		if months(got) != months(d)+n {
			t.Fatalf("%s and %d months are %s", d, n, got)
		}
		if got.Day != d.Day && !(got.Day < d.Day && got.Day == got.DaysInMonth()) {
			t.Fatalf("the %d becomes the %d", d.Day, got.Day)
		}
		if d.Day <= 28 && got.AddMonths(-n) != d {
			t.Fatalf("back again is %s", got.AddMonths(-n))
		}
	})
}

func TestDaysInMonth(t *testing.T) {
	for s, want := range map[string]int{"2026-01-31": 31, "2026-02-01": 28, "2024-02-10": 29, "1900-02-01": 28, "2000-02-01": 29, "2026-04-30": 30, "2026-12-01": 31} {
		if got := day(s).DaysInMonth(); got != want {
			t.Errorf("%s: %d", s, got)
		}
	}
}

func TestNoDateStaysNone(t *testing.T) {
	var none core.Date
	if !none.AddDays(3).IsZero() || !none.AddMonths(-3).IsZero() || none.Valid() {
		t.Error("days after no date are a date")
	}
}

func TestDaysAreCounted(t *testing.T) {
	if got := day("9999-12-31").DaysSince(day("0001-01-01")); got != 3652058 { // more than a time.Duration holds
		t.Errorf("the calendar has %d days", got)
	}
	if got := day("2026-03-30").DaysSince(day("2026-03-28")); got != 2 {
		t.Errorf("over a clock change are %d days", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		d, e := anyDay().Draw(t, "d"), anyDay().Draw(t, "e")
		n := d.DaysSince(e)
		if e.AddDays(n) != d || d.AddDays(-n) != e || e.DaysSince(d) != -n {
			t.Fatalf("%s is %d days after %s", d, n, e)
		}
		if d.Compare(e) != cmp.Compare(n, 0) {
			t.Fatalf("%s and %s compare as %d", d, e, d.Compare(e))
		}
		if d.Compare(e) != cmp.Compare(d.String(), e.String()) {
			t.Fatal("dates have another order than their text")
		}
		if d.Before(e) != (n < 0) || d.After(e) != (n > 0) {
			t.Fatal("before and after")
		}
		k := rapid.IntRange(-40000, 40000).Draw(t, "k")
		if d.AddDays(k).AddDays(-k) != d || d.AddDays(k).DaysSince(d) != k {
			t.Fatalf("%d days there and back", k)
		}
	})
}

func TestCompareIsAnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gen := rapid.OneOf(anyDay(), rapid.Just(core.Date{}), rapid.Map(rapid.IntRange(0, 5), func(n int) core.Date { return core.NewDate(2026, 1, 1+n) }))
		a, b, c := gen.Draw(t, "a"), gen.Draw(t, "b"), gen.Draw(t, "c")
		if a.Compare(b) != -b.Compare(a) || (a.Compare(b) == 0) != (a == b) {
			t.Fatal("not antisymmetric")
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatal("not transitive")
		}
		if !a.IsZero() && !(core.Date{}).Before(a) {
			t.Fatal("no date does not come first")
		}
	})
}

func TestWeeks(t *testing.T) {
	for _, c := range []struct {
		day, monday string
		year, week  int
		weekday     time.Weekday
	}{
		{"2026-11-23", "2026-11-23", 2026, 48, time.Monday},
		{"2026-11-24", "2026-11-23", 2026, 48, time.Tuesday},
		{"2026-11-29", "2026-11-23", 2026, 48, time.Sunday},
		{"2027-01-01", "2026-12-28", 2026, 53, time.Friday},
		{"2024-12-30", "2024-12-30", 2025, 1, time.Monday},
		{"2021-01-03", "2020-12-28", 2020, 53, time.Sunday},
	} {
		d := day(c.day)
		year, week := d.ISOWeek()
		if d.Monday() != day(c.monday) || year != c.year || week != c.week || d.Weekday() != c.weekday {
			t.Errorf("%s: monday %s, week %d of %d, %s", d, d.Monday(), week, year, d.Weekday())
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay().Draw(t, "day")
		m := d.Monday()
		n := d.DaysSince(m)
		if m.Weekday() != time.Monday || n < 0 || n > 6 || m.Monday() != m {
			t.Fatalf("the monday of %s is %s", d, m)
		}
		y1, w1 := d.ISOWeek()
		y2, w2 := m.ISOWeek()
		if y1 != y2 || w1 != w2 {
			t.Fatal("a day has another week than its monday")
		}
		if y3, w3 := m.AddDays(7).ISOWeek(); y3 == y1 && w3 == w1 {
			t.Fatal("two mondays in a week")
		}
	})
}

func TestDateAt(t *testing.T) {
	if got := day("2026-03-02").At(14, 5); got != civil("2026-03-02T14:05") {
		t.Error(got)
	}
}

// The days of one month, before and after them an open end.
var (
	firstDay = core.NewDate(2026, 2, 1)
	manyDays = 25
)

func anyPeriod() *rapid.Generator[core.Period] {
	return rapid.Custom(func(t *rapid.T) core.Period {
		var p core.Period
		from := rapid.IntRange(0, manyDays-2).Draw(t, "from")
		to := rapid.IntRange(from+1, manyDays-1).Draw(t, "to")
		if rapid.IntRange(0, 4).Draw(t, "open from") > 0 {
			p.From = firstDay.AddDays(from)
		}
		if rapid.IntRange(0, 4).Draw(t, "open to") > 0 {
			p.To = firstDay.AddDays(to)
		}
		return p
	})
}

// daysOf lists the days of a period by hand; the first and the last stand for all before and after them.
func daysOf(p core.Period) map[core.Date]bool {
	out := map[core.Date]bool{}
	for i := -1; i <= manyDays; i++ {
		d := firstDay.AddDays(i)
		if (p.From.IsZero() || d.String() >= p.From.String()) && (p.To.IsZero() || d.String() < p.To.String()) {
			out[d] = true
		}
	}
	return out
}

func TestPeriodsDayByDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q := anyPeriod().Draw(t, "p"), anyPeriod().Draw(t, "q")
		ps, qs := daysOf(p), daysOf(q)
		shared, outside := 0, 0
		for d := range qs {
			if ps[d] {
				shared++
			} else {
				outside++
			}
		}
		for i := -1; i <= manyDays; i++ {
			if d := firstDay.AddDays(i); p.Contains(d) != ps[d] {
				t.Fatalf("%s in %v: %v", d, p, p.Contains(d))
			}
		}
		if p.Covers(q) != (outside == 0) {
			t.Fatalf("%v covers %v: %v", p, q, p.Covers(q))
		}
		if p.Overlaps(q) != (shared > 0) || p.Overlaps(q) != q.Overlaps(p) {
			t.Fatalf("%v overlaps %v: %v", p, q, p.Overlaps(q))
		}
		if err := p.Validate(); err != nil {
			t.Fatal(err)
		}
		if p.Contains(core.Date{}) {
			t.Fatal("no date lies in a period")
		}
	})
}

func TestPeriodValidate(t *testing.T) {
	d, e := day("2026-01-01"), day("2026-01-02")
	bad := core.Date{Year: 2026, Month: 2, Day: 30}
	for _, c := range []struct {
		p    core.Period
		want string
	}{
		{core.Period{}, ""},
		{core.Period{From: d}, ""},
		{core.Period{To: d}, ""},
		{core.Period{From: d, To: e}, ""},
		{core.Period{From: d, To: d}, "end_not_after to"},
		{core.Period{From: e, To: d}, "end_not_after to"},
		{core.Period{From: bad, To: d}, "bad_date from"},
		{core.Period{From: bad, To: bad}, "bad_date from; bad_date to"},
	} {
		if got := told(c.p.Validate()); got != c.want {
			t.Errorf("%v: %q, want %q", c.p, got, c.want)
		}
	}
}
