package core_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestGoalValidate(t *testing.T) {
	refuses(t, aGoal, []string{"measure.name", "measure.unit", "measure.baseline", "measure.target", "measure.readings.on", "measure.readings.value"},
		names("person", func(g *core.Goal) *core.ID { return &g.Person }),
		texts("title", core.MaxLine, true, false, func(g *core.Goal) *string { return &g.Title }),
		texts("why", core.MaxText, false, true, func(g *core.Goal) *string { return &g.Why }),
		texts("blocked", core.MaxLine, false, false, func(g *core.Goal) *string { return &g.Blocked }),
		texts("evidence.1", core.MaxLine, false, false, func(g *core.Goal) *string { return &g.Evidence[0] }),
		texts("milestones.2.title", core.MaxLine, true, false, func(g *core.Goal) *string { return &g.Milestones[1].Title }),
		texts("milestones.2.evidence", core.MaxLine, false, false, func(g *core.Goal) *string { return &g.Milestones[1].Evidence }),
		choices("status", func(g *core.Goal) *core.GoalStatus { return &g.Status }, core.GoalDraft, core.GoalAgreed, core.GoalReached, core.GoalDropped),
		choices("share", func(g *core.Goal) *core.Share { return &g.Share }, "", core.ShareExperience, core.ShareExposure, core.ShareEducation),
		dates("due", false, func(g *core.Goal) *core.Date { return &g.Due }),
		dates("closed", false, func(g *core.Goal) *core.Date { return &g.Closed })[:5],
		dates("milestones.1.due", false, func(g *core.Goal) *core.Date { return &g.Milestones[0].Due }),
		dates("milestones.1.done", false, func(g *core.Goal) *core.Date { return &g.Milestones[0].Done }),
		names("milestones.2.id", func(g *core.Goal) *core.ID { return &g.Milestones[1].ID }),
		links("relationships", true, func(g *core.Goal) *[]core.ID { return &g.Relationships }),
		links("visibility.readers", true, func(g *core.Goal) *[]core.ID { return &g.Readers.Readers }),
		[]row[core.Goal]{
			{"reached on no day", func(g *core.Goal) { g.Closed = core.Date{} }, "required closed", ""},
			{"agreed and closed", func(g *core.Goal) { g.Status = core.GoalAgreed }, "required closed", ""},
			{"agreed", func(g *core.Goal) { g.Status, g.Closed = core.GoalAgreed, core.Date{} }, "", ""},
			{"a draft without steps", func(g *core.Goal) { *g = core.Goal{Person: amina, Title: "X", Status: core.GoalDraft} }, "", ""},
			{"both ways", func(g *core.Goal) { g.Measure = aMeasuredGoal().Measure }, "both_ways measure", ""},
			{"one milestone twice", func(g *core.Goal) { g.Milestones[1].ID = g.Milestones[0].ID }, "duplicate milestones", ""},
			{"too many milestones", func(g *core.Goal) { g.Milestones = many(g.Milestones[0]) }, "too_many milestones; duplicate milestones", ""},
			{"too much evidence", func(g *core.Goal) { g.Evidence = many("x") }, "too_many evidence", ""},
			{"nothing", func(g *core.Goal) { *g = core.Goal{} }, "required person; required title; bad_choice status; required closed", ""},
		},
	)
}

func TestMeasureValidate(t *testing.T) {
	free := []string{
		"person", "title", "why", "status", "due", "closed", "milestones.id", "milestones.title", "milestones.due", "milestones.done",
		"milestones.evidence", "evidence", "blocked", "share", "relationships", "visibility.readers",
	} // which the goal with milestones goes through
	refuses(t, aMeasuredGoal, free,
		texts("measure.name", core.MaxName, true, false, func(g *core.Goal) *string { return &g.Measure.Name }),
		texts("measure.unit", core.MaxName, false, false, func(g *core.Goal) *string { return &g.Measure.Unit }),
		reals("measure.baseline", func(g *core.Goal) *float64 { return &g.Measure.Baseline }),
		reals("measure.target", func(g *core.Goal) *float64 { return &g.Measure.Target }),
		reals("measure.readings.2.value", func(g *core.Goal) *float64 { return &g.Measure.Readings[1].Value }),
		dates("measure.readings.2.on", true, func(g *core.Goal) *core.Date { return &g.Measure.Readings[1].On }),
		[]row[core.Goal]{
			{"nothing to measure", func(g *core.Goal) { g.Measure.Target = 1 }, "measure measure.target", ""},
			{"downwards", func(g *core.Goal) { g.Measure.Target = -4 }, "", ""},
			{"two readings in a day", func(g *core.Goal) { g.Measure.Readings[1].On = g.Measure.Readings[0].On }, "end_not_after measure.readings.2.on", ""},
			{"readings out of order", func(g *core.Goal) { slices.Reverse(g.Measure.Readings) }, "end_not_after measure.readings.2.on", ""},
			{"too many readings", func(g *core.Goal) {
				g.Measure.Readings = nil
				for i := range core.MaxItems + 1 {
					g.Measure.Read(day("2020-01-01").AddDays(i), 2)
				}
			}, "too_many measure.readings", ""},
			{"no measure of anything", func(g *core.Goal) { *g.Measure = core.Measure{} }, "required measure.name; measure measure.target", ""},
		},
	)
}

func TestGoalOpen(t *testing.T) {
	for s, want := range map[core.GoalStatus]bool{core.GoalDraft: true, core.GoalAgreed: true, core.GoalReached: false, core.GoalDropped: false} {
		if (&core.Goal{Status: s}).Open() != want {
			t.Error(s)
		}
	}
}

func TestProgress(t *testing.T) {
	for _, c := range []struct {
		baseline, now, target float64
		ratio                 float64
		percent               int
		reached               bool
	}{
		{0, 0, 10, 0, 0, false},
		{0, 5, 10, 0.5, 50, false},
		{0, 10, 10, 1, 100, true},
		{0, 12, 10, 1, 100, true},
		{0, -2, 10, 0, 0, false},
		{2, 3, 5, 1.0 / 3, 33, false},
		{10, 10, 4, 0, 0, false}, // to get smaller
		{10, 7, 4, 0.5, 50, false},
		{10, 4, 4, 1, 100, true},
		{10, 3, 4, 1, 100, true},
		{10, 11, 4, 0, 0, false},
		{-5, 0, 5, 0.5, 50, false},
		{5, -4, -5, 0.9, 90, false},
		{0, 0.29, 1, 0.29, 29, false}, // which is 28.999… in floating point
		{0, 0.57, 1, 0.57, 57, false},
		{0, 999.9, 1000, 0.9999, 99, false},
		{0, 1e12 - 1, 1e12, 1 - 1e-12, 99, false}, // near is not there
		{-1e15, math.Nextafter(1, 0), 1, 1, 99, false},
		{3, 3, 3, 0, 0, false}, // nothing to measure
		{3, 4, 3, 0, 0, false},
		{0, math.NaN(), 1, 0, 0, false},
	} {
		p := core.Progress{Baseline: c.baseline, Now: c.now, Target: c.target}
		if got := p.Ratio(); math.Abs(got-c.ratio) > 1e-12 {
			t.Errorf("%+v is a part of %v, want %v", p, got, c.ratio)
		}
		if got := p.Percent(); got != c.percent {
			t.Errorf("%+v is %d %%, want %d", p, got, c.percent)
		}
		if p.Reached() != c.reached {
			t.Errorf("%+v is reached: %v", p, !c.reached)
		}
	}
}

func TestProgressProperties(t *testing.T) {
	figure := rapid.OneOf(rapid.Float64Range(-1e15, 1e15), rapid.Float64Range(-10, 10), rapid.Map(rapid.IntRange(-20, 20), func(n int) float64 { return float64(n) }))
	rapid.Check(t, func(t *rapid.T) {
		a, b, x, y := figure.Draw(t, "baseline"), figure.Draw(t, "target"), figure.Draw(t, "x"), figure.Draw(t, "y")
		if a == b {
			t.Skip("no measure")
		}
		if (b > a) != (y > x) {
			x, y = y, x // y lies towards the target, or x equals it
		}
		p, q := core.Progress{Baseline: a, Now: x, Target: b}, core.Progress{Baseline: a, Now: y, Target: b}
		for _, v := range []core.Progress{p, q} {
			if r := v.Ratio(); !(r >= 0 && r <= 1) {
				t.Fatalf("%+v: a part of %v", v, r)
			}
			if n := v.Percent(); n < 0 || n > 100 || (n == 100) != v.Reached() {
				t.Fatalf("%+v: %d %%", v, n)
			}
			reached := v.Now >= b
			if b < a {
				reached = v.Now <= b
			}
			if v.Reached() != reached {
				t.Fatalf("%+v: reached is %v", v, !reached)
			}
		}
		if p.Ratio() > q.Ratio() || p.Percent() > q.Percent() {
			t.Fatalf("%+v is further than %+v", p, q)
		}
		// The same way upside down is the same part of it.
		mirror := core.Progress{Baseline: -a, Now: -x, Target: -b}
		if mirror.Ratio() != p.Ratio() || mirror.Percent() != p.Percent() {
			t.Fatalf("%+v: %v, mirrored %v", p, p.Ratio(), mirror.Ratio())
		}
	})
}

func TestMeasureRead(t *testing.T) {
	m := aMeasuredGoal().Measure
	m.Read(day("2026-02-15"), 3)
	m.Read(day("2026-04-01"), 5)
	m.Read(day("2026-01-01"), 0)
	m.Read(day("2026-03-01"), 4.5) // corrects
	want := []core.Reading{
		{On: day("2026-01-01"), Value: 0},
		{On: day("2026-02-01"), Value: 2},
		{On: day("2026-02-15"), Value: 3},
		{On: day("2026-03-01"), Value: 4.5},
		{On: day("2026-04-01"), Value: 5},
	}
	if d := cmp.Diff(want, m.Readings); d != "" {
		t.Error(d)
	}
	if m.Now() != 5 {
		t.Errorf("now %v", m.Now())
	}
	for on, want := range map[string]float64{
		"2025-12-31": 1, "2026-01-01": 0, "2026-01-31": 0, "2026-02-01": 2, "2026-02-14": 2, "2026-02-15": 3, "2026-12-31": 5,
	} {
		if got := m.NowAt(day(on)); got != want {
			t.Errorf("at %s it was %v, want %v", on, got, want)
		}
	}
	if (&core.Measure{Baseline: 7}).Now() != 7 {
		t.Error("without a reading, it is where it began")
	}
}

func TestReadProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &core.Measure{Name: "x", Baseline: -1, Target: 1}
		last := map[core.Date]float64{}
		for i := range rapid.IntRange(0, 30).Draw(t, "n") {
			on := day("2026-01-01").AddDays(rapid.IntRange(0, 12).Draw(t, "day"))
			m.Read(on, float64(i))
			last[on] = float64(i)
		}
		if err := (&core.Goal{Person: amina, Title: "X", Status: core.GoalDraft, Measure: m}).Validate(); err != nil {
			t.Fatal(err)
		}
		if len(m.Readings) != len(last) {
			t.Fatalf("%d readings of %d days", len(m.Readings), len(last))
		}
		now := -1.0
		for d := day("2025-12-31"); d.Before(day("2026-01-15")); d = d.AddDays(1) {
			if v, ok := last[d]; ok {
				now = v
			}
			if m.NowAt(d) != now {
				t.Fatalf("at %s: %v, want %v", d, m.NowAt(d), now)
			}
		}
		if m.Now() != now {
			t.Fatalf("now %v, want %v", m.Now(), now)
		}
	})
}

func TestGoalProgress(t *testing.T) {
	g := aMeasuredGoal()
	if p, ok := g.Progress(); !ok || p != (core.Progress{Baseline: 1, Now: 4, Target: 5}) {
		t.Errorf("%+v", p)
	}
	if p, ok := g.ProgressAt(day("2026-02-28")); !ok || p != (core.Progress{Baseline: 1, Now: 2, Target: 5}) {
		t.Errorf("%+v", p)
	}
	g = aGoal() // one of two done on 30 March
	for on, want := range map[string]float64{"2026-03-29": 0, "2026-03-30": 1, "2026-12-31": 1} {
		if p, ok := g.ProgressAt(day(on)); !ok || p != (core.Progress{Now: want, Target: 2}) {
			t.Errorf("on %s: %+v", on, p)
		}
	}
	if p, ok := g.Progress(); !ok || p.Percent() != 50 {
		t.Errorf("%+v", p)
	}
	none := &core.Goal{}
	if _, ok := none.Progress(); ok {
		t.Error("progress of nothing")
	}
	if _, ok := none.ProgressAt(day("2026-01-01")); ok {
		t.Error("progress of nothing on a day")
	}
}

func TestNextMilestone(t *testing.T) {
	step := func(n int, due, done string) core.Milestone {
		m := core.Milestone{ID: id(n), Title: "x"}
		if due != "" {
			m.Due = day(due)
		}
		if done != "" {
			m.Done = day(done)
		}
		return m
	}
	for name, c := range map[string]struct {
		steps []core.Milestone
		want  int
	}{
		"none":                        {nil, 0},
		"all done":                    {[]core.Milestone{step(1, "", "2026-01-01")}, 0},
		"by day":                      {[]core.Milestone{step(1, "2026-05-01", ""), step(2, "2026-04-01", ""), step(3, "2026-06-01", "")}, 2},
		"with a day before without":   {[]core.Milestone{step(1, "", ""), step(2, "2026-04-01", "")}, 2},
		"by order without a day":      {[]core.Milestone{step(1, "", ""), step(2, "", "")}, 1},
		"by order on one day":         {[]core.Milestone{step(1, "2026-04-01", ""), step(2, "2026-04-01", "")}, 1},
		"done ones are passed over":   {[]core.Milestone{step(1, "2026-03-01", "2026-03-01"), step(2, "", ""), step(3, "2026-09-01", "")}, 3},
		"without a day after a dated": {[]core.Milestone{step(1, "2026-03-01", ""), step(2, "", "")}, 1},
	} {
		g := &core.Goal{Milestones: c.steps}
		got, ok := g.NextMilestone()
		if ok != (c.want != 0) || ok && got.ID != id(c.want) {
			t.Errorf("%s: %+v, %v", name, got, ok)
		}
	}
}

// The next step is told as of a day: what was done later was still ahead then.
func TestTheNextStepOfADay(t *testing.T) {
	g := core.Goal{Milestones: []core.Milestone{
		{Title: "a", Due: day("2026-05-01"), Done: day("2026-05-03")}, {Title: "b", Due: day("2026-06-01"), Done: day("2026-07-02")}, {Title: "c"},
	}}
	for on, want := range map[string]string{"2026-05-02": "a", "2026-05-03": "b", "2026-07-01": "b", "2026-07-02": "c", "2030-01-01": "c"} {
		if got, ok := g.NextMilestoneAt(day(on)); !ok || got.Title != want {
			t.Errorf("on %s it is %q, not %q", on, got.Title, want)
		}
	}
	if got, _ := g.NextMilestone(); got.Title != "c" {
		t.Errorf("now it is %q", got.Title)
	}
}
