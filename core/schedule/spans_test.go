package schedule_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

var day0 = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

func at(minutes int) time.Time { return day0.Add(time.Duration(minutes) * time.Minute) }

func spans(name string) *rapid.Generator[[]schedule.Span] {
	return rapid.Custom(func(t *rapid.T) []schedule.Span {
		var out []schedule.Span
		for range rapid.IntRange(0, 8).Draw(t, name) {
			from := rapid.IntRange(0, 90).Draw(t, "from")
			out = append(out, schedule.Span{Start: at(from), End: at(from + rapid.IntRange(0, 30).Draw(t, "length"))})
		}
		return out
	})
}

// minutesIn gives every minute that spans hold, in order.
func minutesIn(list []schedule.Span) []bool {
	out := make([]bool, 130)
	for _, s := range list {
		for m := range out {
			if !at(m).Before(s.Start) && at(m).Before(s.End) {
				out[m] = true
			}
		}
	}
	return out
}

func TestSpansAreSetsOfMinutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := spans("a").Draw(t, "a"), spans("b").Draw(t, "b")
		ua, ub := schedule.Union(a), schedule.Union(b)
		ma, mb := minutesIn(a), minutesIn(b)
		both, minus := make([]bool, len(ma)), make([]bool, len(ma))
		for m := range ma {
			both[m], minus[m] = ma[m] && mb[m], ma[m] && !mb[m]
		}
		for name, c := range map[string]struct {
			got  []schedule.Span
			want []bool
		}{"union": {ua, ma}, "both": {schedule.Both(ua, ub), both}, "minus": {schedule.Minus(ua, ub), minus}} {
			if !slices.Equal(minutesIn(c.got), c.want) {
				t.Fatalf("%s of %v and %v: %v", name, a, b, c.got)
			}
			for i := 1; i < len(c.got); i++ {
				if c.got[i].Start.Before(c.got[i-1].End) || c.got[i].Empty() {
					t.Fatalf("%s: %v", name, c.got)
				}
			}
		}
	})
}

func TestDaily(t *testing.T) {
	berlin, _ := time.LoadLocation("Europe/Berlin")
	work := func(d time.Weekday) core.Hours {
		switch d {
		case time.Saturday:
			return core.Hours{From: 22 * 60, To: 4 * 60} // a night that passes the change of the clock
		case time.Monday:
			return core.Hours{From: 0, To: 24 * 60}
		}
		return core.Hours{}
	}
	got := schedule.Daily(berlin, instant("2026-03-28T00:00:00Z"), instant("2026-03-31T00:00:00Z"), work)
	want := []schedule.Span{
		{Start: instant("2026-03-28T21:00:00Z"), End: instant("2026-03-29T02:00:00Z")},
		{Start: instant("2026-03-29T22:00:00Z"), End: instant("2026-03-30T22:00:00Z")},
	}
	if len(got) != 2 || !got[0].Start.Equal(want[0].Start) || !got[0].End.Equal(want[0].End) || !got[1].Start.Equal(want[1].Start) || !got[1].End.Equal(want[1].End) {
		t.Errorf("%v", got)
	}
}

func id(n byte) core.ID { return core.ID{15: n} }

func TestClashesAreThoseOfANaiveScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []schedule.Entry
		for i, s := range spans("entries").Draw(t, "entries") {
			people := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) core.ID { return id(byte(rapid.IntRange(1, 4).Draw(t, "person"))) }), 1, 3).Draw(t, "people")
			all = append(all, schedule.Entry{Span: s, Ref: core.Ref{Kind: core.KindMeeting, ID: id(byte(i))}, People: people, Fixed: rapid.Bool().Draw(t, "fixed")})
		}
		gap := rapid.IntRange(0, 10).Draw(t, "gap")
		type pair struct {
			a, b int
			near bool
		}
		var want, got []pair
		for a := range all {
			for b := a + 1; b < len(all); b++ {
				x, y := all[a], all[b]
				shares := slices.ContainsFunc(x.People, func(p core.ID) bool { return slices.Contains(y.People, p) })
				far := !x.End.Add(time.Duration(gap)*time.Minute).After(y.Start) || !y.End.Add(time.Duration(gap)*time.Minute).After(x.Start)
				near := !x.Overlaps(y.Span)
				if shares && !far && !x.Empty() && !y.Empty() && !(x.Fixed && y.Fixed) && !(near && (x.Fixed || y.Fixed)) {
					want = append(want, pair{a, b, near})
				}
			}
		}
		for _, c := range schedule.Clashes(all, time.Duration(gap)*time.Minute) {
			got = append(got, pair{c.A, c.B, c.Near})
			if !slices.Contains(all[c.A].People, c.Person) || !slices.Contains(all[c.B].People, c.Person) {
				t.Fatal("they clash for somebody who is not in both")
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func TestShifts(t *testing.T) {
	q := recurring(t, series("2026-01-05T14:00", 45, "Europe/Berlin", "FREQ=WEEKLY"))
	nairobi, _ := time.LoadLocation("Africa/Nairobi")
	york, _ := time.LoadLocation("America/New_York")
	berlin, _ := time.LoadLocation("Europe/Berlin")
	year := [2]time.Time{instant("2026-01-01T00:00:00Z"), instant("2027-01-01T00:00:00Z")}
	for _, c := range []struct {
		loc  *time.Location
		want string
	}{
		{nairobi, "2026-03-30 16:00>15:00 2026-10-26 15:00>16:00"},
		{york, "2026-03-09 8:00>9:00 2026-03-30 9:00>8:00 2026-10-26 8:00>9:00 2026-11-02 9:00>8:00"},
		{berlin, ""},
	} {
		got := ""
		for i, s := range q.Shifts(c.loc, year[0], year[1]) {
			if i > 0 {
				got += " "
			}
			got += s.On.String() + " " + clockOf(s.Was) + ">" + clockOf(s.Now)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.loc, got, c.want)
		}
	}
	if got := q.Shifts(nairobi, instant("2026-03-25T00:00:00Z"), instant("2026-04-01T00:00:00Z")); len(got) != 1 || got[0].Original != civil("2026-03-30T14:00") {
		t.Errorf("%v", got)
	}
}

// Of a few days only so much is told as fits, and that others follow, wherever they do.
func TestShiftsAhead(t *testing.T) {
	york, _ := time.LoadLocation("America/New_York")
	for _, c := range []struct {
		rule string
		most int
		want string
		more bool
	}{
		{"FREQ=MONTHLY;BYDAY=-1FR", 6, "2026-04-24 16:00 2026-10-30 17:00 2026-11-27 16:00 2027-03-26 17:00", true},
		{"FREQ=MONTHLY;BYDAY=-1FR", 2, "2026-04-24 16:00 2026-10-30 17:00", true},
		{"FREQ=MONTHLY;BYDAY=-1FR;COUNT=9", 6, "2026-04-24 16:00 2026-10-30 17:00 2026-11-27 16:00", false},
		{"FREQ=MONTHLY;BYDAY=-1FR;COUNT=8", 2, "2026-04-24 16:00 2026-10-30 17:00", false},
		{"FREQ=MONTHLY;BYDAY=-1FR;COUNT=13", 6, "2026-04-24 16:00 2026-10-30 17:00 2026-11-27 16:00 2027-03-26 17:00", false},
	} {
		q := recurring(t, series("2026-03-27T22:00", 60, "Europe/Berlin", c.rule))
		got := q.Ahead(york, instant("2026-03-27T21:00:00Z"), c.most)
		text := ""
		for i, s := range got.Shifts {
			if i > 0 {
				text += " "
			}
			text += s.On.String() + " " + clockOf(s.Now)
		}
		if text != c.want || got.More != c.more {
			t.Errorf("%s: %q, more %t", c.rule, text, got.More)
		}
	}
}

func clockOf(c core.Civil) string { return fmt.Sprintf("%d:%02d", c.Hour, c.Minute) }
