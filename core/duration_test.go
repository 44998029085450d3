package core_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func lasting(d core.Duration, cadence int) *core.Relationship {
	r := aRelationship()
	r.Duration, r.Cadence, r.Since = d, cadence, day("2026-01-01")
	return r
}

func TestNoTwoDurationsBehaveAlike(t *testing.T) {
	behaviour := func(d core.Duration) map[string]string {
		r := lasting(d, 0)
		out := map[string]string{
			"cadence": fmt.Sprint(r.CadenceDays()), "quiet": fmt.Sprint(r.QuietDays()),
			"review": r.NextReview(day("2026-01-01")).String(), "end": r.PlannedEnd().String(),
		}
		for n := range 100 {
			_, tooLong := r.Silence(day("2026-01-01"), day("2026-01-01").AddDays(n))
			out[fmt.Sprint("silent for ", n)] = fmt.Sprint(tooLong)
		}
		return out
	}
	for i, d := range core.Durations() {
		a := behaviour(d)
		for _, e := range core.Durations()[:i] {
			b := behaviour(e)
			for _, what := range []string{"cadence", "quiet", "review"} {
				if a[what] == b[what] {
					t.Errorf("%s and %s have one %s: %q", d, e, what, a[what])
				}
			}
			differs := 0
			for what := range a {
				if a[what] != b[what] {
					differs++
				}
			}
			if differs < 4 || d.Rules() == e.Rules() {
				t.Errorf("%s behaves like %s", d, e)
			}
		}
	}
}

func TestDurationTable(t *testing.T) {
	for _, c := range []struct {
		duration       core.Duration
		cadence, quiet int
		review, end    string
	}{
		{core.DurationShort, 7, 14, "2026-01-31", "2026-04-02"},
		{core.DurationMedium, 14, 28, "2026-03-03", "2026-10-01"},
		{core.DurationLong, 21, 42, "2026-04-02", "2028-01-01"},
		{core.DurationOngoing, 30, 60, "2026-07-02", ""},
		{core.DurationEpisodic, 0, 0, "", ""},
		{"x", 0, 0, "", ""},
	} {
		r := lasting(c.duration, 0)
		if r.CadenceDays() != c.cadence || r.QuietDays() != c.quiet {
			t.Errorf("%s meets every %d days, and is quiet after %d", c.duration, r.CadenceDays(), r.QuietDays())
		}
		if got := r.NextReview(day("2026-01-01")).String(); got != c.review {
			t.Errorf("%s is looked at on %q", c.duration, got)
		}
		if got := r.PlannedEnd().String(); got != c.end {
			t.Errorf("%s ends on %q", c.duration, got)
		}
	}
}

func TestAgreedCadence(t *testing.T) {
	for _, d := range core.Durations() {
		r := lasting(d, 10)
		cadence, quiet := 10, 20
		if d == core.DurationEpisodic {
			cadence, quiet = 0, 0
		}
		if r.CadenceDays() != cadence || r.QuietDays() != quiet {
			t.Errorf("%s, every 10 days as agreed: %d, quiet after %d", d, r.CadenceDays(), r.QuietDays())
		}
	}
}

func TestNextReview(t *testing.T) {
	r := lasting(core.DurationShort, 0) // every 30 days
	for after, want := range map[string]string{
		"2025-06-01": "2026-01-31", "2025-12-31": "2026-01-31", "2026-01-01": "2026-01-31", "2026-01-30": "2026-01-31",
		"2026-01-31": "2026-03-02", "2026-02-01": "2026-03-02", "2027-01-01": "2027-01-26",
	} {
		if got := r.NextReview(day(after)); got != day(want) {
			t.Errorf("after %s it is looked at on %s, want %s", after, got, want)
		}
	}
	for _, s := range core.Statuses() {
		r.Status = s
		if got := r.NextReview(day("2026-01-01")); got.IsZero() == r.Live() {
			t.Errorf("%s: %q", s, got)
		}
	}
	r.Status, r.Since = core.StatusActive, core.Date{}
	if !r.NextReview(day("2026-01-01")).IsZero() || !r.PlannedEnd().IsZero() {
		t.Error("a review or an end of what began on no day")
	}
}

func TestSilence(t *testing.T) {
	for _, c := range []struct {
		name        string
		duration    core.Duration
		cadence     int
		status      core.Status
		last, today string
		days        int
		tooLong     bool
	}{
		{"a fortnight", core.DurationShort, 0, core.StatusActive, "2026-02-01", "2026-02-15", 14, false},
		{"and a day", core.DurationShort, 0, core.StatusActive, "2026-02-01", "2026-02-16", 15, true},
		{"twice what was agreed", core.DurationShort, 3, core.StatusActive, "2026-02-01", "2026-02-07", 6, false},
		{"and a day more", core.DurationShort, 3, core.StatusActive, "2026-02-01", "2026-02-08", 7, true},
		{"never met", core.DurationShort, 0, core.StatusActive, "", "2026-01-16", 15, true},
		{"not yet", core.DurationShort, 0, core.StatusActive, "", "2026-01-15", 14, false},
		{"met later than today", core.DurationShort, 0, core.StatusActive, "2026-03-01", "2026-02-01", 0, false},
		{"before it began", core.DurationShort, 0, core.StatusActive, "", "2025-02-01", 0, false},
		{"episodic, for years", core.DurationEpisodic, 7, core.StatusActive, "2010-02-01", "2026-02-01", 5844, false},
		{"paused", core.DurationShort, 0, core.StatusPaused, "2010-02-01", "2026-02-01", 0, false},
		{"ended", core.DurationShort, 0, core.StatusEnded, "2010-02-01", "2026-02-01", 0, false},
		{"proposed", core.DurationShort, 0, core.StatusProposed, "2010-02-01", "2026-02-01", 0, false},
	} {
		r := lasting(c.duration, c.cadence)
		r.Status = c.status
		var last core.Date
		if c.last != "" {
			last = day(c.last)
		}
		if days, tooLong := r.Silence(last, day(c.today)); days != c.days || tooLong != c.tooLong {
			t.Errorf("%s: %d days, too long %v", c.name, days, tooLong)
		}
	}
	r := lasting(core.DurationShort, 0)
	r.Since = core.Date{}
	if days, tooLong := r.Silence(core.Date{}, day("2026-02-01")); days != 0 || tooLong {
		t.Error("silence since no day")
	}
}

func TestDurationProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := lasting(rapid.SampledFrom(core.Durations()).Draw(t, "duration"), rapid.IntRange(0, 366).Draw(t, "cadence"))
		after := day("2026-01-01").AddDays(rapid.IntRange(-400, 4000).Draw(t, "after"))
		episodic := r.Duration == core.DurationEpisodic
		review := r.NextReview(after)
		if review.IsZero() != episodic || !episodic && (!review.After(after) || !review.After(r.Since)) {
			t.Fatalf("after %s it is looked at on %q", after, review)
		}
		if step := r.Duration.Rules().Review; !episodic {
			if review.DaysSince(r.Since)%step != 0 || review.AddDays(-step).After(after) && review.AddDays(-step).After(r.Since) {
				t.Fatalf("%s is not the first after %s", review, after)
			}
		}
		_, tooLong := r.Silence(r.Since, after)
		if episodic && (tooLong || r.CadenceDays() != 0 || r.QuietDays() != 0) {
			t.Fatal("an episodic relationship is never overdue")
		}
		if _, later := r.Silence(r.Since, after.AddDays(1)); tooLong && !later {
			t.Fatal("silence gets shorter")
		}
		if !episodic && r.QuietDays() <= r.CadenceDays() {
			t.Fatal("somebody worries before the next meeting is due")
		}
	})
}
