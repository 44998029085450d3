package wire

import (
	"context"
	"errors"
	"testing"
	"time"

	"mentorbook/core"
)

// The day of a step is the owner's, whatever became of their zone in the steps before: changed, refused, taken back or
// given up.
func TestTheDayOfAStepFollowsTheOwnersZone(t *testing.T) {
	w := &watch{at: time.Date(2026, 11, 23, 23, 30, 0, 0, time.UTC)}
	p, ctx := openAt(t, w), t.Context()
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	action, err := p.Actions.Add(ctx, core.Action{Owner: owner.ID, Title: "Send the draft"})
	ok(t, err)
	closed := func(when, want string) {
		t.Helper()
		ok(t, p.Actions.Done(ctx, action.ID))
		a, err := p.Actions.Get(ctx, action.ID)
		ok(t, err)
		if a.Closed.String() != want {
			t.Errorf("%s it is %s for the owner, not %s", when, a.Closed, want)
		}
		ok(t, p.Actions.Reopen(ctx, action.ID))
	}
	move := func(zone core.Zone, then error) error {
		return p.People.Change(ctx, owner.ID, func(o *core.Person) error {
			o.Zone = zone
			return then
		})
	}
	ok(t, move("America/New_York", nil))
	closed("in New York", "2026-11-23")
	ok(t, move("Asia/Tokyo", nil))
	closed("in Tokyo", "2026-11-24")
	refusal := errors.New("no")
	if err := move("America/New_York", refusal); !errors.Is(err, refusal) {
		t.Fatal(err)
	}
	closed("after a step that was refused", "2026-11-24")
	if err := move("Nowhere/At_All", nil); err == nil {
		t.Fatal("an unknown zone was taken")
	}
	closed("after a zone that is none", "2026-11-24")
	ok(t, move("America/New_York", nil))
	_, err = p.Undo(ctx)
	ok(t, err)
	closed("after a step taken back", "2026-11-24")
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := p.People.Change(stopped, owner.ID, func(o *core.Person) error { o.Zone = "America/New_York"; return nil }); err == nil {
		t.Fatal("a step that was given up was taken")
	}
	closed("after a step that was given up", "2026-11-24")
}
