package sample

import (
	"testing"
	"time"

	"mentorbook/core"
)

func noon() time.Time { return time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC) }

// TestEveryRecordIsSound reads both samples on many days: each record validates, ids are unique, and whatever
// is pointed at was laid down before.
func TestEveryRecordIsSound(t *testing.T) {
	for _, as := range []core.Role{core.RoleMentor, core.RoleMentee} {
		for shift := range 60 {
			now := noon().Add(time.Duration(shift) * 149 * time.Hour)
			checkRecords(t, Options{As: as, Now: now})
		}
	}
	checkRecords(t, Options{As: core.RoleMentor, Now: noon(), Relationships: 12, Meetings: 20, Actions: 4, Seed: 3})
}

func checkRecords(t *testing.T, opt Options) map[core.Kind]int {
	t.Helper()
	seen, counts := map[core.ID]bool{}, map[core.Kind]int{}
	for rec, err := range Records(opt) {
		if err != nil {
			t.Fatal(err)
		}
		if err := rec.Validate(); err != nil {
			t.Fatalf("%s on %s: %v", rec.Kind(), opt.Now, err)
		}
		if id := rec.Base().ID; seen[id] {
			t.Fatalf("%s: id %s twice", rec.Kind(), id)
		} else {
			seen[id] = true
		}
		if a, ok := rec.(*core.Action); ok && !seen[a.Owner] {
			t.Fatalf("action %q of nobody", a.Title)
		}
		counts[rec.Kind()]++
	}
	return counts
}

// TestTheMentorsSampleHoldsWhatItPromises counts: nine relationships over all formats, durations,
// specialisations and phases, forty actions, fifteen goals at least, and every status of a meeting.
func TestTheMentorsSampleHoldsWhatItPromises(t *testing.T) {
	opt := Options{As: core.RoleMentor, Now: noon()}
	counts := checkRecords(t, opt)
	if counts[core.KindRelationship] != 9 || counts[core.KindAction] != 40 || counts[core.KindGoal] < 15 {
		t.Errorf("relationships %d, actions %d, goals %d", counts[core.KindRelationship], counts[core.KindAction], counts[core.KindGoal])
	}
	have := map[string]bool{}
	for rec := range Records(opt) {
		switch r := rec.(type) {
		case *core.Relationship:
			have[string(r.Format)], have[string(r.Duration)] = true, true
			have[string(r.Specialisation)], have[string(r.Phase)] = true, true
		case *core.Meeting:
			have[string(r.Status)] = true
		}
	}
	var want []string
	for _, f := range core.Formats() {
		want = append(want, string(f))
	}
	for _, d := range core.Durations() {
		want = append(want, string(d))
	}
	for _, s := range core.Specialisations() {
		want = append(want, string(s))
	}
	for _, p := range core.Phases() {
		want = append(want, string(p))
	}
	for _, s := range core.MeetingStatuses() {
		want = append(want, string(s))
	}
	for _, w := range want {
		if !have[w] {
			t.Errorf("no %s in the sample", w)
		}
	}
}
