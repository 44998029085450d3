package schedule

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

// movedTo moves the occurrence that a rule has on a day, with all later ones.
func movedTo(t *testing.T, rule, from, to string) (core.Rule, bool) {
	t.Helper()
	r, err := core.ParseRule(rule)
	if err != nil {
		t.Fatal(err)
	}
	was, err := core.ParseCivil(from + "T10:00")
	if err != nil {
		t.Fatal(err)
	}
	if first, ok := First(r, was); !ok || first != was {
		t.Fatalf("%s has nothing on %s", rule, from)
	}
	now, err := core.ParseCivil(to + "T11:30")
	if err != nil {
		t.Fatal(err)
	}
	return Moved(r, was, now)
}

func TestARuleIsMoved(t *testing.T) {
	for _, c := range []struct{ rule, from, to, want string }{
		// weeks: also onto a day that the rule has besides
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2027-02-19", "2027-02-22", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=TH"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2027-02-19", "2027-02-20", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2027-02-19", "2027-02-26", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", "2027-02-21", "2027-02-22", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;WKST=TU"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2027-02-15", "2027-02-14", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SU;WKST=SU"},
		{"FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=12", "2027-02-08", "2027-02-10", "FREQ=WEEKLY;COUNT=12;BYDAY=WE,FR,SU"},
		{"FREQ=WEEKLY;BYDAY=MO,WE,FR", "2027-02-08", "2027-02-09", "FREQ=WEEKLY;BYDAY=TU,TH,SA"},
		{"FREQ=WEEKLY;BYDAY=FR,MO", "2027-02-08", "2027-02-08", "FREQ=WEEKLY;BYDAY=FR,MO"},
		{"FREQ=WEEKLY;INTERVAL=2", "2027-02-08", "2027-02-17", "FREQ=WEEKLY;INTERVAL=2"},
		{"FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=-1", "2027-02-10", "2027-02-15", "FREQ=WEEKLY;BYDAY=MO,SA;BYSETPOS=-1;WKST=SA"},
		{"FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;BYMINUTE=0", "2027-02-08", "2027-02-09", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=11;BYMINUTE=30"},
		{"FREQ=WEEKLY;BYDAY=MO;BYHOUR=10,14", "2027-02-08", "2027-02-09", ""},
		{"FREQ=DAILY;INTERVAL=3", "2027-02-08", "2027-02-10", "FREQ=DAILY;INTERVAL=3"},
		{"FREQ=DAILY;BYDAY=MO,TU", "2027-02-08", "2027-02-09", "FREQ=DAILY;BYDAY=TU,WE"},

		// a day of the week in a month
		{"FREQ=MONTHLY;BYDAY=2TU", "2027-03-09", "2027-03-16", "FREQ=MONTHLY;BYDAY=3TU"},
		{"FREQ=MONTHLY;BYDAY=2TU", "2027-03-09", "2027-03-02", "FREQ=MONTHLY;BYDAY=1TU"},
		{"FREQ=MONTHLY;BYDAY=2TU", "2027-03-09", "2027-03-10", "FREQ=MONTHLY;BYDAY=2WE"},
		{"FREQ=MONTHLY;BYDAY=2TU", "2027-06-08", "2027-06-16", "FREQ=MONTHLY;BYDAY=3WE"},
		{"FREQ=MONTHLY;BYDAY=2TU", "2027-03-09", "2027-04-13", "FREQ=MONTHLY;BYDAY=2TU"},
		{"FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "2027-03-09", "2027-03-17", "FREQ=MONTHLY;BYDAY=3WE"},
		{"FREQ=MONTHLY;BYDAY=4TU", "2027-03-23", "2027-03-30", "FREQ=MONTHLY;BYDAY=-1TU"},
		{"FREQ=MONTHLY;BYDAY=4TU", "2027-02-23", "2027-03-02", "FREQ=MONTHLY;BYDAY=1TU"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2027-02-26", "2027-02-19", "FREQ=MONTHLY;BYDAY=-2FR"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2027-02-26", "2027-02-12", "FREQ=MONTHLY;BYDAY=-3FR"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2027-02-26", "2027-03-05", "FREQ=MONTHLY;BYDAY=1FR"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2027-02-26", "2027-02-27", "FREQ=MONTHLY;BYDAY=-1SA"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2027-02-26", "2027-02-01", "FREQ=MONTHLY;BYDAY=1MO"},
		{"FREQ=MONTHLY;BYDAY=1MO", "2027-03-01", "2027-02-26", "FREQ=MONTHLY;BYDAY=-1FR"},
		{"FREQ=MONTHLY;BYDAY=1MO", "2027-04-05", "2027-04-02", "FREQ=MONTHLY;BYDAY=1FR"},
		{"FREQ=MONTHLY;BYDAY=1MO", "2027-03-01", "2027-02-22", "FREQ=MONTHLY;BYDAY=-1MO"},
		{"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "2027-03-01", "2027-02-22", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1MO"},
		{"FREQ=MONTHLY;BYDAY=5SA", "2027-05-29", "2027-05-30", "FREQ=MONTHLY;BYDAY=5SU"},
		{"FREQ=MONTHLY;BYDAY=5SA", "2027-05-29", "2027-05-22", ""},
		{"FREQ=MONTHLY;BYDAY=1TU,3TU", "2027-03-02", "2027-03-09", "FREQ=MONTHLY;BYDAY=2TU,4TU"},
		{"FREQ=MONTHLY;BYDAY=1TU,3TU", "2027-03-02", "2027-03-03", "FREQ=MONTHLY;BYDAY=1WE,3WE"},
		{"FREQ=MONTHLY;BYDAY=1TU,3TU", "2027-03-02", "2027-03-16", ""}, // a fifth one is not in every month
		{"FREQ=MONTHLY;BYDAY=MO", "2027-03-01", "2027-03-03", "FREQ=MONTHLY;BYDAY=WE"},

		// a day of a month
		{"FREQ=MONTHLY", "2027-03-10", "2027-03-12", "FREQ=MONTHLY"},
		{"FREQ=MONTHLY;BYMONTHDAY=10", "2027-03-10", "2027-03-12", "FREQ=MONTHLY;BYMONTHDAY=12"},
		{"FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31", "2027-02-01", "FREQ=MONTHLY;BYMONTHDAY=1"},
		{"FREQ=MONTHLY;BYMONTHDAY=-1", "2027-03-31", "2027-03-30", "FREQ=MONTHLY;BYMONTHDAY=-2"},
		{"FREQ=MONTHLY;BYMONTHDAY=-1", "2027-03-31", "2027-04-01", "FREQ=MONTHLY;BYMONTHDAY=1"},
		{"FREQ=MONTHLY;BYMONTHDAY=-1", "2027-03-31", "2027-03-05", "FREQ=MONTHLY;BYMONTHDAY=5"},
		{"FREQ=MONTHLY;BYMONTHDAY=-1", "2027-03-31", "2027-04-30", "FREQ=MONTHLY;BYMONTHDAY=-1"},
		{"FREQ=MONTHLY;BYMONTHDAY=1", "2027-03-01", "2027-02-28", "FREQ=MONTHLY;BYMONTHDAY=-1"},
		{"FREQ=MONTHLY", "2027-03-01", "2027-02-28", "FREQ=MONTHLY;BYMONTHDAY=-1"},
		{"FREQ=MONTHLY", "2027-03-20", "2027-02-28", "FREQ=MONTHLY"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,15", "2027-03-01", "2027-03-03", "FREQ=MONTHLY;BYMONTHDAY=3,17"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,15", "2027-03-15", "2027-04-15", "FREQ=MONTHLY;BYMONTHDAY=1,15"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,15", "2027-03-01", "2027-03-15", ""}, // not all months have a 29th
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-03-31", "2027-03-30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-04-30", "2027-05-03", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2027-03-01", "2027-03-02", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2027-03-01", "2027-02-26", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-04-30", "2027-05-01", ""}, // a Saturday
		{"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2027-08-13", "2027-08-20", ""},

		// years
		{"FREQ=YEARLY", "2028-02-29", "2028-03-01", "FREQ=YEARLY"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29", "2028-03-01", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"},
		{"FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "2027-03-28", "2027-03-21", "FREQ=YEARLY;BYMONTH=3;BYDAY=-2SU"},
		{"FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "2027-03-28", "2027-04-04", "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"},
		{"FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1", "2027-03-01", "2027-03-04", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=4"},
		{"FREQ=YEARLY;BYMONTH=12;BYDAY=2MO", "2027-12-13", "2028-01-10", "FREQ=YEARLY;BYMONTH=1;BYDAY=2MO"},
		{"FREQ=YEARLY;INTERVAL=2;BYMONTH=6,12;BYDAY=2MO", "2027-12-13", "2028-01-10", ""},
		{"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2027-05-17", "2027-05-18", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=TU"},
		{"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2027-05-17", "2027-05-24", ""},
	} {
		got, ok := movedTo(t, c.rule, c.from, c.to)
		if !ok && c.want != "" || ok && got.String() != c.want {
			t.Errorf("%s from %s to %s: %s %v, want %q", c.rule, c.from, c.to, got, ok, c.want)
		}
	}
}

// However a rule by weeks is moved, each of its later meetings comes as much later as the one that was named, and there are as
// many; however one by months is, it has the named one.
func TestAMovedRuleKeepsItsDistances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := core.Rule{Freq: core.FreqWeekly, Interval: rapid.IntRange(1, 4).Draw(t, "interval"), Count: rapid.SampledFrom([]int{0, 0, 7}).Draw(t, "count")}
		if rapid.Bool().Draw(t, "named") {
			for _, d := range rapid.SliceOfNDistinct(rapid.SampledFrom(core.DayCodes()), 1, 7, rapid.ID[core.DayCode]).Draw(t, "days") {
				r.Days = append(r.Days, core.RuleDay{Day: d})
			}
		}
		r.WeekStart = rapid.SampledFrom(append(core.DayCodes(), "")).Draw(t, "week")
		from := core.NewDate(2027, time.January, 1).AddDays(rapid.IntRange(0, 700).Draw(t, "from"))
		was, _ := First(r, from.At(10, 0))
		now := was.AddMinutes(60*24*rapid.IntRange(-40, 40).Draw(t, "days") + 30)
		moved, ok := Moved(r, was, now)
		if !ok {
			t.Fatalf("%s is not moved from %s to %s", r, was, now)
		}
		former, later := first40(r, was), first40(moved, now)
		if len(former) != len(later) || r.Count > 0 && len(later) != r.Count {
			t.Fatalf("%s, %s: %d, then %d", r, moved, len(former), len(later))
		}
		for i, c := range former {
			if later[i].MinutesSince(c) != now.MinutesSince(was) {
				t.Fatalf("%s, %s: %s became %s", r, moved, c, later[i])
			}
		}
	})
}

func first40(r core.Rule, start core.Civil) []core.Civil {
	q, err := newRecurring(r, start, start, "UTC", nil, nil)
	if err != nil {
		return nil
	}
	return q.After(start, 40)
}

// What is moved by months goes on as often as before, and from the day that was named.
func TestAMovedMonthHasAsManyMeetings(t *testing.T) {
	moved := 0
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{
			"BYDAY=1MO", "BYDAY=2TU", "BYDAY=4TH", "BYDAY=-1FR", "BYDAY=-2SU", "BYMONTHDAY=1", "BYMONTHDAY=15", "BYMONTHDAY=-1",
			"BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "BYDAY=1TU,3TU",
		}).Draw(t, "rule")
		r, err := core.ParseRule("FREQ=MONTHLY;" + text)
		if err != nil {
			t.Fatal(err)
		}
		was, _ := First(r, core.NewDate(2027, time.January, 1).AddDays(rapid.IntRange(0, 700).Draw(t, "from")).At(10, 0))
		now := was.AddMinutes(60 * 24 * rapid.IntRange(-10, 10).Draw(t, "days"))
		next, ok := Moved(r, was, now)
		if !ok {
			return
		}
		moved++
		former, later := first40(r, was), first40(next, now)
		if later[0] != now || !slices.IsSortedFunc(later, core.Civil.Compare) {
			t.Fatalf("%s, %s begins at %s", r, next, later[0])
		}
		for i, c := range former {
			if d := later[i].Date.DaysSince(c.Date) - now.Date.DaysSince(was.Date); (d < -10 || d > 10) && now.Date.Day <= 28 {
				t.Fatalf("%s from %s to %s, %s: %s became %s", r, was, now, next, c, later[i])
			}
		}
	})
	if moved == 0 {
		t.Error("nothing was moved")
	}
}
