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

// What is released to an audience already, and still is, is not released once more: withdrawing one of the two would leave it
// released. To another audience, for longer, or after it was withdrawn it can be.
func TestWhatIsReleasedIsNotReleasedTwice(t *testing.T) {
	p := open(t)
	all, err := p.People.All(t.Context())
	ok(t, err)
	goal, err := p.Goals.Add(t.Context(), core.Goal{Title: "Speak in public", Person: all[0].ID})
	ok(t, err)
	year := core.Period{From: core.NewDate(2026, 1, 1), To: core.NewDate(2027, 1, 1)}
	half := core.Period{From: core.NewDate(2026, 1, 1), To: core.NewDate(2026, 7, 1)}
	release := func(to core.Audience, period core.Period) (*core.Release, error) {
		return p.Releases.Release(t.Context(), core.Release{Item: core.RefOf(goal), Audience: to, Period: period})
	}
	first, err := release(core.AudienceHR, year)
	ok(t, err)
	for _, again := range []core.Period{year, half} {
		if _, err := release(core.AudienceHR, again); core.CodeOf(err) != core.CodeExists || core.Problems(err)[0].Field != "audience" {
			t.Errorf("once more for %v: %v", again, err)
		}
	}
	_, err = release(core.AudienceSponsor, year)
	ok(t, err)
	longer, err := release(core.AudienceHR, core.Period{})
	ok(t, err)
	ok(t, p.Releases.Withdraw(t.Context(), first.ID))
	ok(t, p.Releases.Withdraw(t.Context(), longer.ID))
	_, err = release(core.AudienceHR, year)
	ok(t, err)
}
