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

// TestNoLineStandsTwiceBeforeAMeeting holds that the agendas of the meetings to come of one relationship have nothing in
// common: what stays open in one goes on to the next, where it would stand twice.
func TestNoLineStandsTwiceBeforeAMeeting(t *testing.T) {
	for _, opt := range []Options{
		{As: core.RoleMentor},
		{As: core.RoleMentee},
		{As: core.RoleMentor, Language: core.Russian, Written: core.Russian},
		{As: core.RoleMentee, Language: core.Russian, Written: core.Russian},
		{As: core.RoleMentor, Relationships: 8, Meetings: 30, Actions: 1, Seed: 2},
		{As: core.RoleMentee, Relationships: 8, Meetings: 30, Actions: 1, Seed: 2},
	} {
		for _, days := range []int{0, 1, 2, 9} {
			opt.Now = noon().AddDate(0, 0, days)
			seen, meetings := map[string]bool{}, 0
			for rec := range Records(opt) {
				m, ok := rec.(*core.Meeting)
				if !ok || !m.Planned() {
					continue
				}
				meetings++
				for _, item := range m.Agenda {
					key := m.Relationship.String() + item.Text
					if seen[key] {
						t.Errorf("%s %s, %s: %q stands on two agendas to come", opt.As, opt.Language, m.Start.Date, item.Text)
					}
					seen[key] = true
				}
			}
			if meetings < 3 || len(seen) < 6 {
				t.Errorf("%s %s: %d meetings to come with %d items", opt.As, opt.Language, meetings, len(seen))
			}
		}
	}
}

// TestTheSizeOfALargeSample holds that what is said beforehand is what comes, and where the limit lies.
func TestTheSizeOfALargeSample(t *testing.T) {
	opt := Options{As: core.RoleMentor, Now: noon(), Relationships: 7, Meetings: 5, Actions: 3}
	n := 0
	for range Records(opt) {
		n++
	}
	if size, ok := opt.Size(); size != n || !ok {
		t.Errorf("%d records, said to be %d (%v)", n, size, ok)
	}
	const huge = 99_999_999_999
	for _, c := range []struct {
		rels, meetings, actions int
		ok                      bool
	}{
		{1000, 100, 20, true},
		{10_000, 10, 4, true},
		{100_000, 10, 4, false},
		{huge, 0, 0, false},
		{1, huge, 0, false},
		{1, 1, huge, false},
		{MostRecords, MostRecords, MostRecords, false},
		{-1, 1, 1, false},
	} {
		if n, ok := (Options{Relationships: c.rels, Meetings: c.meetings, Actions: c.actions}).Size(); ok != c.ok {
			t.Errorf("%+v: %d, %v", c, n, ok)
		}
	}
}
