package insight_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/insight"
)

func TestWhichPromisesCount(t *testing.T) {
	day := func(d int) core.Date { return core.NewDate(2026, time.November, d) }
	both := core.Visibility{Readers: []core.ID{{1}, {2}}}
	period, today := core.Period{From: day(10), To: day(30)}, day(20)
	for name, c := range map[string]struct {
		a    core.Action
		want insight.Promises
	}{
		"due and open":              {core.Action{Due: day(15), Status: core.ActionOpen, Readers: both}, insight.Promises{All: 1}},
		"due and kept":              {core.Action{Due: day(15), Status: core.ActionDone, Closed: day(14), Readers: both}, insight.Promises{Kept: 1, All: 1}},
		"due, kept after":           {core.Action{Due: day(15), Status: core.ActionDone, Closed: day(30), Readers: both}, insight.Promises{Kept: 1, All: 1}},
		"kept, due earlier":         {core.Action{Due: day(2), Status: core.ActionDone, Closed: day(12), Readers: both}, insight.Promises{Kept: 1, All: 1}},
		"kept, due on no day":       {core.Action{Status: core.ActionDone, Closed: day(12), Readers: both}, insight.Promises{Kept: 1, All: 1}},
		"due today":                 {core.Action{Due: today, Status: core.ActionOpen, Readers: both}, insight.Promises{All: 1}},
		"to fall due":               {core.Action{Due: day(21), Status: core.ActionOpen, Readers: both}, insight.Promises{}},
		"due before":                {core.Action{Due: day(2), Status: core.ActionOpen, Readers: both}, insight.Promises{}},
		"open, due on no day":       {core.Action{Status: core.ActionOpen, Readers: both}, insight.Promises{}},
		"dropped":                   {core.Action{Due: day(15), Status: core.ActionDropped, Readers: both}, insight.Promises{}},
		"private":                   {core.Action{Due: day(15), Status: core.ActionOpen}, insight.Promises{}},
		"kept before the period":    {core.Action{Status: core.ActionDone, Closed: day(9), Readers: both}, insight.Promises{}},
		"due on the day after last": {core.Action{Due: day(30), Status: core.ActionOpen, Readers: both}, insight.Promises{}},
	} {
		var got insight.Promises
		if counts := got.CountPromise(&c.a, period, today); got != c.want || counts != (c.want.All > 0) {
			t.Errorf("%s: %+v, %v", name, got, counts)
		}
	}
}
