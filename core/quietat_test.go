package core_test

import (
	"testing"
	"time"

	"mentorbook/core"
)

// A meeting begins in somebody's quiet hours, by their clock, goes on into them, or neither: hours that end as it begins and begin as
// it ends are not its own.
func TestQuietAt(t *testing.T) {
	at := func(clock string) time.Time {
		x, err := time.Parse("2006-01-02T15:04", clock)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	night, lunch := core.Hours{From: 21 * 60, To: 8 * 60}, core.Hours{From: 12 * 60, To: 13 * 60}
	for _, c := range []struct {
		zone       core.Zone
		quiet      core.Hours
		start, end string // in UTC
		want       core.Quietness
	}{
		{"Africa/Nairobi", night, "2026-12-01T18:00", "2026-12-01T19:00", core.QuietFromStart},
		{"Africa/Nairobi", night, "2026-12-01T17:30", "2026-12-01T18:30", core.QuietLater},
		{"Africa/Nairobi", night, "2026-12-01T17:00", "2026-12-01T18:00", core.QuietNever},
		{"Africa/Nairobi", night, "2026-12-01T05:00", "2026-12-01T06:00", core.QuietNever},
		{"Africa/Nairobi", night, "2026-12-01T04:59", "2026-12-01T06:00", core.QuietFromStart},
		{"UTC", lunch, "2026-12-01T11:00", "2026-12-01T14:00", core.QuietLater},
		{"UTC", lunch, "2026-12-01T13:00", "2026-12-02T12:00", core.QuietNever},
		{"UTC", lunch, "2026-12-01T13:00", "2026-12-02T12:01", core.QuietLater},
		{"UTC", core.Hours{}, "2026-12-01T00:00", "2026-12-02T00:00", core.QuietNever},
		{"", night, "2026-12-01T22:00", "2026-12-01T23:00", core.QuietNever},
	} {
		p := core.Person{Zone: c.zone, Quiet: c.quiet}
		if got := p.QuietAt(at(c.start), at(c.end)); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
