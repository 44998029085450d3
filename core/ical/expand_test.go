package ical

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/teambition/rrule-go"
	"pgregory.net/rapid"
)

// drawnRule draws rules that the standard allows.
func drawnRule() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		freq := rapid.SampledFrom([]string{"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"}).Draw(t, "freq")
		parts := []string{"FREQ=" + freq, fmt.Sprintf("INTERVAL=%d", rapid.IntRange(1, 40).Draw(t, "interval"))}
		list := func(name string, low, high int, negative bool) {
			if rapid.IntRange(0, 4).Draw(t, "has "+name) > 0 {
				return
			}
			var out []string
			for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(low, high), 1, 4, rapid.ID[int]).Draw(t, name) {
				if negative && rapid.Bool().Draw(t, "negative") {
					n = -n
				}
				out = append(out, fmt.Sprint(n))
			}
			parts = append(parts, name+"="+strings.Join(out, ","))
		}
		list("BYMONTH", 1, 12, false)
		list("BYHOUR", 0, 23, false)
		list("BYMINUTE", 0, 59, false)
		list("BYSECOND", 0, 59, false)
		if freq != "WEEKLY" {
			list("BYMONTHDAY", 1, 31, true)
		}
		if freq == "YEARLY" {
			list("BYYEARDAY", 1, 366, true)
		}
		if rapid.IntRange(0, 2).Draw(t, "has days") == 0 {
			var out []string
			counted := (freq == "YEARLY" || freq == "MONTHLY") && rapid.Bool().Draw(t, "counted") // all or none: the other knows no mixture
			for _, d := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}), 1, 3, rapid.ID[string]).Draw(t, "days") {
				if counted {
					d = fmt.Sprint(rapid.SampledFrom([]int{-2, -1, 1, 2, 3, 5}).Draw(t, "nth")) + d
				}
				out = append(out, d)
			}
			parts = append(parts, "BYDAY="+strings.Join(out, ","))
			if freq == "YEARLY" && !strings.ContainsAny(parts[len(parts)-1], "123456789") {
				list("BYWEEKNO", 1, 53, true)
			}
		}
		if strings.Contains(strings.Join(parts, ";"), ";BY") {
			list("BYSETPOS", 1, 5, true)
		}
		parts = append(parts, "WKST="+rapid.SampledFrom([]string{"MO", "SU", "TH"}).Draw(t, "wkst"))
		if rapid.Bool().Draw(t, "counts") {
			parts = append(parts, fmt.Sprintf("COUNT=%d", rapid.IntRange(1, 30).Draw(t, "count")))
		}
		return strings.Join(parts, ";")
	})
}

// The other expander's first instances, where the start is one of them: it knows no start off the pattern, and
// nothing stops it where a rule yields nothing, so that it is asked in another goroutine and not waited for.
func TestExpandAgreesWithAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawnRule().Draw(t, "rule")
		start := time.Date(rapid.IntRange(1971, 2037).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")),
			rapid.IntRange(1, 28).Draw(t, "day"), rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 0, 0, time.UTC)
		r, wrong := parseRule(text)
		if r == nil {
			t.Fatalf("%s is refused for %q", text, wrong)
		}
		if strings.Contains(text, "FREQ=WEEKLY") && strings.Contains(text, "BYSETPOS") {
			t.Skip("the other takes the first week to begin with the start, and counts from there")
		}
		const most = 20
		horizon := start.AddDate(40, 0, 0)
		counted := r.count
		var got []wall
		if !r.expand(wall(start.Unix()), wall(start.Unix()), wall(horizon.Unix()), &fuel{2_000_000}, func(w wall) bool {
			got = append(got, w)
			return len(got) < most
		}) || len(got) < most && (counted == 0 || len(got) < counted-1) {
			t.Skip("it yields too little to be compared")
		}
		option, err := rrule.StrToROption(text)
		if err != nil {
			t.Fatal(err)
		}
		option.Dtstart = start
		other, err := rrule.NewRRule(*option)
		if err != nil {
			t.Fatal(err)
		}
		var want []wall
		next := other.Iterator()
		begins := false
		for len(want) < len(got) { // to ask for one more might never end
			w, ok := next()
			if !ok || w.After(horizon) {
				break
			}
			if w.Equal(start) {
				begins = true
				continue
			}
			want = append(want, wall(w.Unix()))
		}
		if counted > 0 && !begins {
			want = want[:max(0, min(len(want), counted-1))] // the start counts for us
		}
		want = want[:min(len(want), most)]
		if !slices.Equal(got, want) {
			t.Fatalf("%s from %v:\n%v\n%v", text, start, shownWalls(got), shownWalls(want))
		}
	})
}

func shownWalls(list []wall) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(w.instant().Format("Mon 2006-01-02 15:04:05; "))
	}
	return b.String()
}
