package ical

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// The house has two expanders: package schedule's for rules of our own and those that were kept, and this one for
// files. What both take they understand alike, or an imported calendar would show other times than its file.
func TestBothExpandersAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawnRule().Draw(t, "rule")
		kept, err := core.ParseRule(text)
		if err != nil {
			t.Skip("refused")
		}
		r, wrong := parseRule(text)
		if r == nil {
			t.Fatalf("%s is refused for %q", text, wrong)
		}
		start := time.Date(2026, time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"),
			rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 0, 0, time.UTC)
		from, to := start.AddDate(0, rapid.IntRange(0, 30).Draw(t, "later"), 0), start.AddDate(3, 0, 0)
		const most = 30
		var got []wall
		if !from.After(start) {
			got = append(got, wall(start.Unix()))
		}
		if !r.expand(wall(start.Unix()), wall(from.Unix()), wall(to.Unix()), &fuel{2_000_000}, func(w wall) bool {
			got = append(got, w)
			return len(got) < most
		}) {
			t.Skip("too much work")
		}
		var want []wall
		for at, err := range schedule.Expand(kept, start, time.UTC, from, to) {
			if err != nil {
				t.Skip(err)
			}
			if want = append(want, wall(at.Unix())); len(want) == most {
				break
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%s from %v:\n%v\n%v", text, start, shownWalls(got), shownWalls(want))
		}
	})
}
