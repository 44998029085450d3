package schedule_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

func civil(s string) core.Civil {
	c, err := core.ParseCivil(s)
	if err != nil {
		panic(err)
	}
	return c
}

func series(start string, minutes int, zone core.Zone, rule string, except ...string) *core.Series {
	s := &core.Series{Start: civil(start), End: civil(start).AddMinutes(minutes), Zone: zone, Rule: rule}
	for _, x := range except {
		s.Except = append(s.Except, civil(x))
	}
	return s
}

func recurring(t testing.TB, s *core.Series) *schedule.Recurring {
	t.Helper()
	q, err := schedule.OfSeries(s)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func instant(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

// told writes occurrences as "original start-end" in the zone and in UTC.
func told(list []schedule.Occurrence) string {
	var out []string
	for _, o := range list {
		out = append(out, o.Original.String()+" "+o.StartCivil().String()+" "+o.Start.UTC().Format("15:04")+"-"+o.End.UTC().Format("15:04"))
	}
	return strings.Join(out, "\n")
}

func TestTheHourStaysAtAClockChange(t *testing.T) {
	for _, c := range []struct {
		name, start, rule string
		minutes           int
		zone              core.Zone
		from, to, want    string
	}{
		{
			"an hour of the day", "2026-03-16T10:00", "FREQ=WEEKLY", 45, "Europe/Berlin", "2026-03-22T00:00:00Z", "2026-04-02T00:00:00Z",
			"2026-03-23T10:00 2026-03-23T10:00 09:00-09:45\n2026-03-30T10:00 2026-03-30T10:00 08:00-08:45",
		},
		{ // 02:30 is skipped on 29 March: it is read with the offset from before, and its name stays
			"in the gap", "2026-03-28T02:30", "FREQ=DAILY;COUNT=3", 45, "Europe/Berlin", "2026-03-01T00:00:00Z", "2026-04-02T00:00:00Z",
			"2026-03-28T02:30 2026-03-28T02:30 01:30-02:15\n2026-03-29T02:30 2026-03-29T03:30 01:30-02:15\n2026-03-30T02:30 2026-03-30T02:30 00:30-01:15",
		},
		{ // 02:30 comes twice on 25 October: it is the first
			"in the overlap", "2026-10-24T02:30", "FREQ=DAILY;COUNT=3", 45, "Europe/Berlin", "2026-10-01T00:00:00Z", "2026-11-02T00:00:00Z",
			"2026-10-24T02:30 2026-10-24T02:30 00:30-01:15\n2026-10-25T02:30 2026-10-25T02:30 00:30-01:15\n2026-10-26T02:30 2026-10-26T02:30 01:30-02:15",
		},
		{ // as long in real minutes as the first
			"across the change", "2026-03-27T23:00", "FREQ=DAILY;COUNT=2", 360, "Europe/Berlin", "2026-03-01T00:00:00Z", "2026-04-02T00:00:00Z",
			"2026-03-27T23:00 2026-03-27T23:00 22:00-04:00\n2026-03-28T23:00 2026-03-28T23:00 22:00-04:00",
		},
		{ // half an hour on Lord Howe Island
			"a change of half an hour", "2026-04-04T01:45", "FREQ=DAILY;COUNT=3", 30, "Australia/Lord_Howe", "2026-04-01T00:00:00Z", "2026-04-30T00:00:00Z",
			"2026-04-04T01:45 2026-04-04T01:45 14:45-15:15\n2026-04-05T01:45 2026-04-05T01:45 14:45-15:15\n2026-04-06T01:45 2026-04-06T01:45 15:15-15:45",
		},
		{ // Samoa had no 30 December 2011
			"a day that is left out", "2011-12-29T09:00", "FREQ=DAILY;COUNT=3", 30, "Pacific/Apia", "2011-12-01T00:00:00Z", "2012-01-30T00:00:00Z",
			"2011-12-29T09:00 2011-12-29T09:00 19:00-19:30\n2011-12-30T09:00 2011-12-31T09:00 19:00-19:30\n2011-12-31T09:00 2011-12-31T09:00 19:00-19:30",
		},
		{
			"a zone without changes", "2026-03-28T10:15", "FREQ=DAILY;COUNT=2", 30, "Asia/Kathmandu", "2026-03-01T00:00:00Z", "2026-04-30T00:00:00Z",
			"2026-03-28T10:15 2026-03-28T10:15 04:30-05:00\n2026-03-29T10:15 2026-03-29T10:15 04:30-05:00",
		},
	} {
		got, err := recurring(t, series(c.start, c.minutes, c.zone, c.rule)).Between(instant(c.from), instant(c.to), 100)
		if err != nil || told(got) != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, told(got), c.want)
		}
	}
}

func TestOverlapOfARange(t *testing.T) {
	q := recurring(t, series("2026-03-02T10:00", 60, "UTC", "FREQ=DAILY", "2026-03-04T10:00"))
	for _, c := range []struct {
		name, from, to string
		want           int
	}{
		{"before it all", "2026-03-01T00:00:00Z", "2026-03-02T10:00:00Z", 0},
		{"the first minute", "2026-03-02T10:00:00Z", "2026-03-02T10:01:00Z", 1},
		{"the last minute", "2026-03-02T10:59:00Z", "2026-03-02T11:00:00Z", 1},
		{"after the end", "2026-03-02T11:00:00Z", "2026-03-03T10:00:00Z", 0},
		{"the exception", "2026-03-04T00:00:00Z", "2026-03-05T00:00:00Z", 0},
		{"a week", "2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z", 6},
		{"a day in a thousand years", "3026-03-02T00:00:00Z", "3026-03-03T00:00:00Z", 1},
		{"backwards", "2026-03-09T00:00:00Z", "2026-03-02T00:00:00Z", 0},
	} {
		got, err := q.Between(instant(c.from), instant(c.to), 100)
		if err != nil || len(got) != c.want {
			t.Errorf("%s: %d, %v", c.name, len(got), err)
		}
	}
	got, err := q.Between(instant("2026-03-02T00:00:00Z"), instant("9999-03-02T00:00:00Z"), 7)
	if core.CodeOf(err) != core.CodeTooMany || len(got) != 7 {
		t.Errorf("%d, %v", len(got), err)
	}
	for at, want := range map[string]bool{"2026-03-02T10:00": true, "2026-03-04T10:00": true, "2026-03-04T10:01": false, "2026-03-01T10:00": false, "2999-03-01T10:00": true} {
		if q.Has(civil(at)) != want {
			t.Errorf("%s: %v", at, !want)
		}
	}
}

func TestBusyTimes(t *testing.T) {
	b := &core.Busy{
		Start: civil("2026-03-02T10:00"), End: civil("2026-03-02T11:00"), Rule: "FREQ=WEEKLY;COUNT=2",
		Extra: []core.Civil{civil("2026-03-11T08:00"), civil("2026-03-09T10:00"), civil("2026-03-04T08:00")}, Except: []core.Civil{civil("2026-03-04T08:00")},
	}
	q, err := schedule.OfBusy(b, "Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	got, err := q.Between(instant("2026-03-01T00:00:00Z"), instant("2026-04-01T00:00:00Z"), 100)
	want := "2026-03-02T10:00 2026-03-02T10:00 01:00-02:00\n2026-03-09T10:00 2026-03-09T10:00 01:00-02:00\n2026-03-11T08:00 2026-03-11T08:00 23:00-00:00"
	if err != nil || told(got) != want {
		t.Errorf("%v\n%s", err, told(got))
	}
	once := &core.Busy{Start: civil("2026-03-02T00:00"), End: civil("2026-03-16T00:00"), AllDay: true}
	if q, err = schedule.OfBusy(once, "Asia/Tokyo"); err != nil {
		t.Fatal(err)
	}
	if got, err = q.Between(instant("2026-03-10T00:00:00Z"), instant("2026-03-11T00:00:00Z"), 100); err != nil || len(got) != 1 {
		t.Errorf("a leave of two weeks is not seen in its middle: %v, %v", got, err)
	}
	once.Rule = "FREQ=NEVER"
	if _, err = schedule.OfBusy(once, "Asia/Tokyo"); core.CodeOf(err) != core.CodeBadRule {
		t.Error(err)
	}
	if _, err = schedule.OfSeries(series("2026-03-02T10:00", 60, "Local", "FREQ=DAILY")); core.CodeOf(err) != core.CodeBadZone {
		t.Error(err)
	}
}

// someRule draws rules of the kinds that people and calendar programs make.
func someRule() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		base := rapid.SampledFrom([]string{
			"FREQ=DAILY", "FREQ=DAILY;BYDAY=MO,TH", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE,SU", "FREQ=WEEKLY;WKST=SU;BYDAY=SU,TU",
			"FREQ=WEEKLY;BYDAY=MO,TU,FR;BYSETPOS=-1", "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=31,-1", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=2TU,FR",
			"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=2,6", "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO,SU",
			"FREQ=YEARLY;BYYEARDAY=1,366,-1", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=HOURLY;BYHOUR=3,9", "FREQ=MINUTELY;BYDAY=SA;BYHOUR=9;BYMINUTE=7,9",
		}).Draw(t, "base")
		if n := rapid.IntRange(1, 5).Draw(t, "interval"); n > 1 {
			base += ";INTERVAL=" + string(rune('0'+n))
		}
		return base
	})
}

// TestAnyYearIsReachedAsFromTheStart holds that reading from any point on gives what reading from the start
// gives there, and that nothing fits no worse for being far away.
func TestAnyYearIsReachedAsFromTheStart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := someRule().Draw(t, "rule")
		rule, err := core.ParseRule(text)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 800).Draw(t, "day")).Add(9*time.Hour + 7*time.Minute)
		to := start.AddDate(6, 0, 0)
		all := take(t, rule, start, start, to)
		from := start.AddDate(0, 0, rapid.IntRange(-10, 2000).Draw(t, "from")).Add(time.Duration(rapid.IntRange(0, 1440).Draw(t, "minute")) * time.Minute)
		want := slices.DeleteFunc(slices.Clone(all), func(x time.Time) bool { return x.Before(from) })
		if got := take(t, rule, start, from, to); !slices.Equal(got, want) {
			t.Fatalf("%s from %s, read from %s: %v, want %v", text, start, from, head(got), head(want))
		}
		if n := len(all); n > 1 {
			rule.Count = rapid.IntRange(1, n).Draw(t, "count")
			if got := take(t, rule, start, start, to); !slices.Equal(got, all[:rule.Count]) {
				t.Fatalf("%s: %d of %d", rule, len(got), rule.Count)
			}
		}
	})
}

func head(list []time.Time) []time.Time { return list[:min(len(list), 3)] }

func take(t rapid.TB, rule core.Rule, start, from, to time.Time) (out []time.Time) {
	for at, err := range schedule.Expand(rule, start, time.UTC, from, to) {
		if err != nil {
			t.Fatal(err)
		}
		if len(out) > 0 && !at.After(out[len(out)-1]) {
			t.Fatalf("%s gives %s after %s", rule, at, out[len(out)-1])
		}
		out = append(out, at)
	}
	return out
}

// TestHostileRules holds that no rule takes long: those that never fit, and those that nearly never do.
func TestHostileRules(t *testing.T) {
	for _, text := range []string{
		"FREQ=DAILY;INTERVAL=7;BYDAY=TU", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=YEARLY;INTERVAL=10000", "FREQ=MONTHLY;INTERVAL=9999;BYDAY=5MO", "FREQ=HOURLY;INTERVAL=2;BYHOUR=1", "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1",
		"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;INTERVAL=60;BYSECOND=1", "FREQ=YEARLY;BYWEEKNO=53,-53;BYDAY=MO;INTERVAL=7",
		"FREQ=YEARLY;BYDAY=53MO,-53SU", "FREQ=MONTHLY;BYDAY=5MO,-5SU,TU", "FREQ=DAILY;COUNT=1000000;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;COUNT=1000000",
	} {
		q := recurring(t, series("2026-03-02T10:00", 60, "Europe/Berlin", text))
		n := 0
		for _, err := range q.From(instant("2126-01-01T00:00:00Z")) {
			if n++; err != nil || n == 3 {
				if err != nil && core.CodeOf(err) != core.CodeTooMany {
					t.Error(text, err)
				}
				break
			}
		}
	}
}

func FuzzExpand(f *testing.F) {
	f.Add("FREQ=MONTHLY;BYDAY=-1FR", int64(20_000))
	f.Add("FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU", int64(700_000))
	f.Fuzz(func(t *testing.T, text string, days int64) {
		rule, err := core.ParseRule(text)
		if err != nil {
			return
		}
		start := time.Date(1970, 1, 1, 9, 7, 0, 0, time.UTC)
		from := start.AddDate(0, 0, int(days%3_000_000))
		last := time.Time{}
		n := 0
		for at, err := range schedule.Expand(rule, start, time.UTC, from, from.AddDate(10, 0, 0)) {
			if err != nil {
				break
			}
			if at.Before(from) || !at.Before(from.AddDate(10, 0, 0)) || !at.After(last) && n > 0 {
				t.Fatalf("%s: %s after %s", text, at, last)
			}
			if last = at; n == 1000 {
				break
			}
			n++
		}
	})
}

func BenchmarkAWeekOfASeriesWithoutEnd(b *testing.B) {
	q := recurring(b, series("1996-03-04T10:00", 60, "Europe/Berlin", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"))
	from := instant("2026-03-02T00:00:00Z")
	for b.Loop() {
		if got, err := q.Between(from, from.AddDate(0, 0, 14), 100); err != nil || len(got) != 2 {
			b.Fatal(got, err)
		}
	}
}

// A rule within a day that counts is not counted from its beginning where that can be reckoned: it gives what counting gives.
func TestCountedTicksAreReckoned(t *testing.T) {
	start := time.Date(2026, 1, 5, 9, 20, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		r := core.Rule{
			Freq:     rapid.SampledFrom([]core.Frequency{core.FreqHourly, core.FreqMinutely, core.FreqSecondly}).Draw(t, "freq"),
			Interval: rapid.IntRange(0, 50).Draw(t, "interval"), Count: rapid.IntRange(1, 3_000).Draw(t, "count"),
		}
		from := start.Add(time.Duration(rapid.IntRange(-100, 200_000).Draw(t, "minutes")) * time.Minute)
		got := expanded(t, r, start, from)
		r.Seconds = []int{start.Second()} // says the same, and has to be counted
		if r.Freq == core.FreqSecondly {
			for r.Seconds = nil; len(r.Seconds) < 60; {
				r.Seconds = append(r.Seconds, len(r.Seconds))
			}
		}
		if want := expanded(t, r, start, from); !slices.Equal(got, want) {
			t.Fatalf("%d, by counting %d", len(got), len(want))
		}
	})
	long := core.Rule{Freq: core.FreqMinutely, Count: 50_000_000}
	if got := expanded(t, long, start, start.AddDate(90, 0, 0)); len(got) != 40 {
		t.Errorf("%d in 40 minutes, 90 years on", len(got))
	}
	if got := expanded(t, long, start, start.AddDate(96, 0, 0)); len(got) != 0 {
		t.Errorf("%d behind the last", len(got))
	}
}

// expanded gives the starts of a rule in 40 minutes.
func expanded(t rapid.TB, r core.Rule, start, from time.Time) []time.Time {
	t.Helper()
	var out []time.Time
	for at, err := range schedule.Expand(r, start, time.UTC, from, from.Add(40*time.Minute)) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, at)
	}
	return out
}
