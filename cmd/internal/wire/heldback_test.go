package wire

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
)

// A deletion that is refused names the first meetings to come that guests have on their calendars, of a series its next one, by the
// owner's clock; what nobody was invited to is not among them.
func TestDeletionNamesWhatHoldsIt(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Tomasz")
	day := core.NewDate(2026, 12, 10)
	var want []core.ID
	send := func(id core.ID) {
		_, err := p.Invitations.Send(ctx, id, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
		ok(t, err)
	}
	plan := func(days int, zone core.Zone) core.ID {
		m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: day.AddDays(days).At(9, 0), Zone: zone})
		ok(t, err)
		return m.ID
	}
	last, second := plan(30, "Europe/Berlin"), plan(2, "Asia/Tokyo")
	plan(1, "Europe/Berlin") // nobody is told of it
	series, err := p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Start: day.At(9, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=3"})
	ok(t, err)
	third := plan(9, "Europe/Berlin")
	for _, id := range []core.ID{last, second, series.ID, third} {
		send(id)
	}
	want = append(want, core.OccurrenceID(series.ID, day.At(9, 0)), second, third)
	d, err := p.Relationships.DeletionOf(ctx, rel.ID)
	ok(t, err)
	if d.Standing != 4 || len(d.Held) != len(want) {
		t.Fatalf("%d stand, and %v are named", d.Standing, d.Held)
	}
	for i, h := range d.Held {
		if h.Meeting != want[i] || h.Name == "" {
			t.Errorf("at %d: %v", i, h)
		}
	}
	if at := d.Held[1].Start; at != day.AddDays(2).At(1, 0) {
		t.Errorf("in Berlin the one in Tokyo begins at %v", at)
	}
}
