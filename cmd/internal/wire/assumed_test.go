package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Where a busy time recurs too often to be followed, its person counts as busy from some time on, and that is said; what takes
// no time is not followed for that.
func TestWhoIsOnlyAssumedToBeBusyIsNamed(t *testing.T) {
	p := open(t)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	often := core.Busy{Title: "Blip", Start: civil("2026-11-23T13:00"), End: civil("2026-11-23T13:01"), Zone: "Europe/Berlin", Rule: "FREQ=MINUTELY;INTERVAL=2"}
	for _, c := range []struct {
		days int
		free bool
		want int
	}{{30, false, 1}, {3, false, 0}, {30, true, 0}} {
		b := often
		b.Transparent = c.free
		made, err := p.Busy.Block(t.Context(), b)
		ok(t, err)
		found, err := p.Free(t.Context(), planner.FreeWish{Days: c.days})
		ok(t, err)
		if len(found.Assumed) != c.want || c.want == 1 && (found.Assumed[0].Person.ID != owner.ID || found.Assumed[0].Title != "Blip") {
			t.Errorf("%d days: %+v", c.days, found.Assumed)
		}
		ok(t, p.Busy.Delete(t.Context(), made.ID))
	}
}
