package insight_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/insight"
)

func d(month time.Month, day int) core.Date { return core.NewDate(2026, month, day) }

// letters writes the states as a line of letters.
func letters(weeks []insight.WeekState) string {
	var b strings.Builder
	for _, w := range weeks {
		b.WriteByte("-MKBCA"[int(w)])
	}
	return b.String()
}

func short() *core.Relationship {
	return &core.Relationship{Duration: core.DurationShort, Status: core.StatusActive, Since: d(10, 7)} // quiet after 14 days
}

func TestCadenceByExample(t *testing.T) {
	monday, today := d(9, 28), d(11, 25)
	for name, c := range map[string]struct {
		rel           func(*core.Relationship)
		held, planned []core.Date
		want          string
	}{
		"kept":       {nil, []core.Date{d(10, 8), d(10, 15), d(10, 22), d(10, 29), d(11, 5), d(11, 12), d(11, 19)}, []core.Date{d(11, 26), d(12, 3)}, "-MMMMMMMCCA"},
		"broken":     {nil, []core.Date{d(10, 8), d(11, 12)}, nil, "-MKBBBMKKAA"},
		"never met":  {nil, nil, nil, "-KKBBBBBBAA"},
		"exactly":    {nil, []core.Date{d(10, 8), d(10, 25)}, nil, "-MKMKKBBBAA"},
		"episodic":   {func(r *core.Relationship) { r.Duration = core.DurationEpisodic }, []core.Date{d(10, 8)}, nil, "-MKKKKKKKAA"},
		"paused":     {func(r *core.Relationship) { r.Status = core.StatusPaused }, []core.Date{d(10, 8)}, nil, "-MKKKKKKKAA"},
		"ended":      {func(r *core.Relationship) { r.Status, r.Ended = core.StatusEnded, d(10, 21) }, []core.Date{d(10, 8)}, nil, "-MKB-------"},
		"no start":   {func(r *core.Relationship) { r.Since = core.Date{} }, nil, nil, "KKKKKKKKKAA"},
		"before it":  {nil, []core.Date{d(9, 29)}, nil, "MKBBBBBBBAA"},
		"own rhythm": {func(r *core.Relationship) { r.Cadence = 14 }, []core.Date{d(10, 8)}, nil, "-MKKKBBBBAA"},
	} {
		rel := short()
		if c.rel != nil {
			c.rel(rel)
		}
		got := insight.Cadence(rel, c.held, c.planned, monday, 11, today)
		if letters(got) != c.want {
			t.Errorf("%s: %s, not %s", name, letters(got), c.want)
		}
		if insight.Count(got, insight.Met) != strings.Count(c.want, "M") {
			t.Errorf("%s: counts %d", name, insight.Count(got, insight.Met))
		}
	}
}

// In the present week the strip says what Today says: broken exactly where the relationship is too quiet.
func TestCadenceAgreesWithSilence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := d(11, rapid.IntRange(1, 30).Draw(t, "today"))
		rel := &core.Relationship{
			Duration: rapid.SampledFrom(core.Durations()).Draw(t, "duration"), Status: rapid.SampledFrom([]core.Status{core.StatusActive, core.StatusPaused}).Draw(t, "status"),
			Since: today.AddDays(-rapid.IntRange(7, 400).Draw(t, "since")), Cadence: rapid.SampledFrom([]int{0, 5, 30}).Draw(t, "cadence"),
		}
		var held []core.Date
		for _, days := range rapid.SliceOfN(rapid.IntRange(7, 300), 0, 6).Draw(t, "held") {
			held = append(held, today.AddDays(-days))
		}
		slices.SortFunc(held, core.Date.Compare)
		last := core.Date{}
		if len(held) > 0 {
			last = held[len(held)-1]
		}
		weeks := insight.Cadence(rel, held, nil, today.Monday().AddDays(-7*60), 61, today)
		if len(held) > 0 && !held[len(held)-1].Before(today.Monday()) {
			return
		}
		if _, quiet := rel.Silence(last, today); quiet != (weeks[60] == insight.Broken) {
			t.Fatalf("too quiet is %v, the strip says %s", quiet, letters(weeks))
		}
	})
}
