package wire

import (
	"testing"

	"mentorbook/core"
)

// Most to report there is where something was let out and most meetings were held in the period; where nobody has let
// anything out, the meetings alone decide.
func TestMostToReport(t *testing.T) {
	p := open(t)
	ctx, quarter := t.Context(), core.Period{From: core.NewDate(2026, 10, 1), To: core.NewDate(2027, 1, 1)}
	all, err := p.Relationships.All(ctx)
	ok(t, err)
	held := map[core.ID]int{}
	for _, rel := range all {
		meetings, err := p.Meetings.Of(ctx, rel.ID)
		ok(t, err)
		for _, m := range meetings {
			if m.Status == core.MeetingHeld && quarter.Contains(m.Start.Date) {
				held[rel.ID]++
			}
		}
	}
	open := map[core.ID]bool{} // mentees who have let something out
	log, err := p.Releases.Log(ctx)
	ok(t, err)
	for _, e := range log {
		open[e.Release.Person] = open[e.Release.Person] || e.Release.Withdrawn.IsZero()
	}
	most := func() (n int) {
		for pass := range 2 {
			for _, rel := range all {
				for _, mentee := range rel.Mentees() {
					if open[mentee] || pass > 0 {
						n = max(n, held[rel.ID])
					}
				}
			}
			if n > 0 {
				return n
			}
		}
		return n
	}
	some := most()
	best, err := p.Reports.MostToReport(ctx, quarter)
	ok(t, err)
	if held[best] != some || some == 0 {
		t.Errorf("%v with %d meetings; the most is %d", best, held[best], some)
	}
	for _, e := range log {
		if e.Release.Withdrawn.IsZero() {
			ok(t, p.Releases.Withdraw(ctx, e.Release.ID))
			open[e.Release.Person] = false
		}
	}
	best, err = p.Reports.MostToReport(ctx, quarter)
	ok(t, err)
	if held[best] != most() || most() <= some {
		t.Errorf("with nothing let out: %d meetings; the most is %d, of those who had let something out %d", held[best], most(), some)
	}
	if none, err := p.Reports.MostToReport(ctx, core.Period{From: core.NewDate(1999, 1, 1), To: core.NewDate(2000, 1, 1)}); err != nil || !none.IsZero() {
		t.Errorf("in a year without any: %v, %v", none, err)
	}
}
