package core_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestParseRule(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"FREQ=WEEKLY", "FREQ=WEEKLY"},
		{"RRULE:FREQ=WEEKLY", "FREQ=WEEKLY"},
		{" rrule:freq=weekly;byday=we ", "FREQ=WEEKLY;BYDAY=WE"},
		{"FREQ=WEEKLY;INTERVAL=1;", "FREQ=WEEKLY"},
		{"INTERVAL=2;FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2"},
		{"FREQ=MONTHLY;BYDAY=-1FR,+2MO,-1FR", "FREQ=MONTHLY;BYDAY=-1FR,2MO"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,31,-1,1", "FREQ=MONTHLY;BYMONTHDAY=1,31,-1"},
		{"FREQ=YEARLY;UNTIL=20301231", "FREQ=YEARLY;UNTIL=20301231"},
		{"FREQ=YEARLY;UNTIL=20301231T235959", "FREQ=YEARLY;UNTIL=20301231T235959"},
		{"FREQ=YEARLY;UNTIL=20301231T000000Z", "FREQ=YEARLY;UNTIL=20301231T000000Z"},
		{"FREQ=YEARLY;BYDAY=53MO", "FREQ=YEARLY;BYDAY=53MO"},
		{"FREQ=DAILY;WKST=SU;COUNT=3", "FREQ=DAILY;COUNT=3;WKST=SU"},
	} {
		r, err := core.ParseRule(c.text)
		if err != nil || r.String() != c.want {
			t.Errorf("%q: %q, %v", c.text, r.String(), err)
		}
	}
	for text, part := range map[string]string{
		"":                                                "",
		"WEEKLY":                                          "WEEKLY",
		"FREQ=FORTNIGHTLY":                                "FREQ=FORTNIGHTLY",
		"INTERVAL=2":                                      "FREQ=",
		"FREQ=WEEKLY;FREQ=DAILY":                          "FREQ=DAILY",
		"FREQ=WEEKLY;;INTERVAL=2":                         "",
		"FREQ=WEEKLY;X-MOON=FULL":                         "X-MOON=FULL",
		"FREQ=WEEKLY;INTERVAL=0":                          "INTERVAL=0",
		"FREQ=WEEKLY;INTERVAL=99999999999999":             "INTERVAL=99999999999999",
		"FREQ=WEEKLY;COUNT=-1":                            "COUNT=-1",
		"FREQ=WEEKLY;COUNT=2;UNTIL=20300101":              "COUNT=2",
		"FREQ=WEEKLY;UNTIL=20300231":                      "UNTIL=20300231",
		"FREQ=WEEKLY;UNTIL=2030":                          "UNTIL=2030",
		"FREQ=WEEKLY;BYDAY=":                              "BYDAY=",
		"FREQ=WEEKLY;BYDAY=XX":                            "BYDAY=XX",
		"FREQ=WEEKLY;BYDAY=1MO":                           "BYDAY=1MO",
		"FREQ=MONTHLY;BYDAY=6MO":                          "BYDAY=6MO",
		"FREQ=MONTHLY;BYDAY=0MO":                          "BYDAY=0MO",
		"FREQ=YEARLY;BYMONTH=3;BYDAY=20MO":                "BYDAY=20MO",
		"FREQ=YEARLY;BYWEEKNO=3;BYDAY=2MO":                "BYDAY=2MO",
		"FREQ=MONTHLY;BYMONTHDAY=32":                      "BYMONTHDAY=32",
		"FREQ=MONTHLY;BYMONTHDAY=0":                       "BYMONTHDAY=0",
		"FREQ=WEEKLY;BYMONTHDAY=3":                        "BYMONTHDAY",
		"FREQ=MONTHLY;BYYEARDAY=3":                        "BYYEARDAY",
		"FREQ=MONTHLY;BYWEEKNO=3":                         "BYWEEKNO",
		"FREQ=MONTHLY;BYMONTH=-1":                         "BYMONTH=-1",
		"FREQ=MONTHLY;BYSETPOS=1":                         "BYSETPOS",
		"FREQ=DAILY;BYHOUR=24":                            "BYHOUR=24",
		"FREQ=DAILY;WKST=MON":                             "WKST=MON",
		"FREQ=DAILY;RDATE=":                               "RDATE=",
		"FREQ=DAILY;RDATE=20270101":                       "RDATE=20270101",
		"FREQ=DAILY;RDATE=20270101T100000Z":               "RDATE=20270101T100000Z",
		"FREQ=DAILY;RDATE=20270101T100030":                "RDATE=20270101T100030",
		"RDATE=20270101T100000":                           "FREQ=",
		"FREQ=DAILY;BYHOUR=1\x1b[2J":                      "BYHOUR=1?[2J",
		"FREQ=DAILY;" + strings.Repeat("A", core.MaxRule): "FREQ=DAILY;" + strings.Repeat("A", 48) + "…",
	} {
		_, err := core.ParseRule(text)
		list := core.Problems(err)
		if len(list) != 1 || list[0].Code != core.CodeBadRule || list[0].Field != "rule" || list[0].Args["value"] != part {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// ruleDraw draws any rule that there can be.
func ruleDraw() *rapid.Generator[core.Rule] {
	return rapid.Custom(func(t *rapid.T) core.Rule {
		r := core.Rule{
			Freq:     rapid.SampledFrom([]core.Frequency{core.FreqYearly, core.FreqMonthly, core.FreqWeekly, core.FreqDaily, core.FreqHourly, core.FreqMinutely}).Draw(t, "freq"),
			Interval: rapid.IntRange(0, 4).Draw(t, "interval"),
		}
		switch rapid.IntRange(0, 4).Draw(t, "end") {
		case 0:
			r.Count = rapid.IntRange(1, 400).Draw(t, "count")
		case 1:
			r.Until = core.Until{Date: core.NewDate(2027, 1, rapid.IntRange(1, 4000).Draw(t, "until"))}
		case 2:
			r.Until = core.Until{Date: core.NewDate(2027, 1, rapid.IntRange(1, 4000).Draw(t, "until")), Hour: 9, Timed: true, UTC: rapid.Bool().Draw(t, "utc")}
		}
		numbers := func(name string, low, high int) []int {
			if rapid.IntRange(0, 3).Draw(t, name+"?") > 0 {
				return nil
			}
			return rapid.SliceOfNDistinct(rapid.IntRange(low, high).Filter(func(n int) bool { return n != 0 || low == 0 }), 1, 4, rapid.ID[int]).Draw(t, name)
		}
		r.Months, r.WeekNos = numbers("months", 1, 12), numbers("weeks", -53, 53)
		r.YearDays, r.MonthDays = numbers("year days", -366, 366), numbers("month days", -31, 31)
		r.Hours, r.Minutes, r.Positions = numbers("hours", 0, 23), numbers("minutes", 0, 59), numbers("positions", -5, 5)
		for _, i := range numbers("days", 0, 6) {
			d := core.RuleDay{Day: core.DayCodes()[i]}
			if rapid.Bool().Draw(t, "numbered") {
				d.Nth = rapid.SampledFrom([]int{-5, -2, -1, 1, 2, 5}).Draw(t, "nth")
			}
			r.Days = append(r.Days, d)
		}
		for _, n := range numbers("dates", 1, 4000) {
			r.Dates = append(r.Dates, core.NewDate(2027, 1, n).At(n%24, n%60))
		}
		slices.SortFunc(r.Dates, core.Civil.Compare)
		return r
	}).Filter(func(r core.Rule) bool { return r.Validate() == nil })
}

func TestRulesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ruleDraw().Draw(t, "rule")
		if r.Interval == 1 {
			r.Interval = 0
		}
		got, err := core.ParseRule(r.String())
		if err != nil || !reflect.DeepEqual(got, r) {
			t.Fatalf("%s: %+v, %v", r, got, err)
		}
	})
}

func FuzzParseRule(f *testing.F) {
	f.Add("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20301231T000000Z")
	f.Fuzz(func(t *testing.T, s string) {
		r, err := core.ParseRule(s)
		if err != nil {
			if core.CodeOf(err) != core.CodeBadRule {
				t.Fatal(err)
			}
			return
		}
		again, err := core.ParseRule(r.String())
		if err != nil || again.String() != r.String() {
			t.Fatalf("%q is read as %s, and that as %s: %v", s, r, again, err)
		}
	})
}

func TestDayCodes(t *testing.T) {
	for i, d := range core.DayCodes() {
		if core.DayCodeOf(d.Weekday()) != d || d.Index() != i {
			t.Errorf("%s: %v, %d", d, d.Weekday(), d.Index())
		}
	}
}

// An end that is a moment moves with the starts; a day that was chosen stays.
func TestUntilLater(t *testing.T) {
	for _, c := range []struct {
		until, want string
		by          time.Duration
	}{
		{"20261214T090000", "20261214T120000", 3 * time.Hour},
		{"20261214T230000", "20261215T010000", 2 * time.Hour},
		{"20261214T090000Z", "20261213T090000Z", -24 * time.Hour},
		{"20261214", "20261214", 48 * time.Hour},
	} {
		rule, err := core.ParseRule("FREQ=WEEKLY;UNTIL=" + c.until)
		if err != nil {
			t.Fatal(err)
		}
		if got := rule.Until.Later(c.by).String(); got != c.want {
			t.Errorf("%s later by %v: %s, not %s", c.until, c.by, got, c.want)
		}
	}
}
