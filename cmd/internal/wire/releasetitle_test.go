package wire

import (
	"testing"

	"mentorbook/core"
)

// The step by which a release is withdrawn is called by what was released, as the one by which it was given.
func TestAWithdrawnReleaseIsNamed(t *testing.T) {
	p := open(t)
	log, err := p.Releases.Log(t.Context())
	ok(t, err)
	seen := map[core.Kind]bool{}
	for _, e := range log {
		kind := e.Release.Item.Kind
		if !e.Release.Withdrawn.IsZero() || seen[kind] {
			continue
		}
		seen[kind] = true
		ok(t, p.Releases.Withdraw(t.Context(), e.Release.ID))
		rec, err := p.Record(t.Context(), e.Release.Item)
		ok(t, err)
		want, err := p.TitleOf(t.Context(), rec)
		ok(t, err)
		if step, err := p.Undoable(t.Context()); err != nil || step.Args["name"] != want || want == "" {
			t.Errorf("%s: %+v, not %q, %v", kind, step, want, err)
		}
	}
	if len(seen) == 0 {
		t.Error("nothing was released")
	}
}
