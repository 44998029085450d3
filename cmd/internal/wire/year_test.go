package wire

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/insight"
)

// The year shows each relationship's rhythm, and the present week says what Today says.
func TestYearAgreesWithToday(t *testing.T) {
	p := open(t)
	today, err := p.Today(t.Context())
	ok(t, err)
	quiet := map[core.ID]bool{}
	for _, row := range today.Sidebar {
		quiet[row.Relationship] = row.Quiet
	}
	y, err := p.Year(t.Context(), core.NewDate(2026, time.January, 28), 52)
	ok(t, err)
	if len(y.Rows) != 9 || y.From != core.NewDate(2026, time.January, 26) {
		t.Fatalf("%d rows from %v", len(y.Rows), y.From)
	}
	now := y.Today.Monday().DaysSince(y.From) / 7
	for _, r := range y.Rows {
		if broken := r.Weeks[now] == insight.Broken; broken != quiet[r.Relationship.ID] {
			t.Errorf("%s: broken now is %v, too quiet in Today is %v", r.Name, broken, quiet[r.Relationship.ID])
		}
		if insight.Count(r.Weeks[:now], insight.Met) == 0 {
			t.Errorf("%s: never met", r.Name)
		}
	}
	for i := 1; i < len(y.Rows); i++ {
		if insight.Count(y.Rows[i-1].Weeks, insight.Broken) < insight.Count(y.Rows[i].Weeks, insight.Broken) {
			t.Error("what needs care most does not stand first")
		}
	}
}
