package wire

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// A part of a series that was split off before has as many meetings at other times as it had: it ends with the same one, for the
// owner and in what guests get, whose programs must not find an end before the beginning.
func TestAPartEndsWithTheSameMeetingAtOtherTimes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, from, start string
		want              []string
	}{
		{"the last one, later that day", "2026-12-14T09:00", "2026-12-14T12:00", []string{"2026-12-14T12:00"}},
		{"the last one, earlier", "2026-12-14T09:00", "2026-12-14T07:30", []string{"2026-12-14T07:30"}},
		{"the last one, on the next day", "2026-12-14T09:00", "2026-12-15T09:00", []string{"2026-12-15T09:00"}},
		{"the last one, after the other part began", "2026-12-14T09:00", "2026-12-30T09:00", []string{"2026-12-30T09:00"}},
		{"two, later", "2026-12-07T09:00", "2026-12-07T18:00", []string{"2026-12-07T18:00", "2026-12-14T18:00"}},
		{"two, on the next day", "2026-12-07T09:00", "2026-12-08T10:00", []string{"2026-12-08T10:00", "2026-12-15T10:00"}},
		{"all of it", "2026-11-30T09:00", "2026-11-30T17:00", []string{"2026-11-30T17:00", "2026-12-07T17:00", "2026-12-14T17:00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			ctx := t.Context()
			rel := named(t, p, "Amina Yusuf")
			s, err := p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Start: civil("2026-11-30T09:00"), End: civil("2026-11-30T09:30"), Zone: "Europe/London", Rule: "FREQ=WEEKLY"})
			ok(t, err)
			_, err = p.Series.MoveFrom(ctx, s.ID, civil("2026-12-21T09:00"), planner.SeriesTime{Start: civil("2026-12-22T09:00")}, 30)
			ok(t, err)
			part, err := p.Series.MoveFrom(ctx, s.ID, civil(c.from), planner.SeriesTime{Start: civil(c.start)}, 30)
			ok(t, err)
			path := filepath.Join(t.TempDir(), "part.ics")
			_, err = p.Invitations.Send(ctx, part.ID, core.MethodPublish, path)
			ok(t, err)
			f, err := os.Open(path)
			ok(t, err)
			defer f.Close()
			var got []string
			list, _, err := ical.Occurrences(ctx, f, noon(), noon().AddDate(1, 0, 0))
			ok(t, err)
			for _, o := range list {
				got = append(got, o.Start.Format("2006-01-02T15:04"))
			}
			data, err := os.ReadFile(path)
			ok(t, err)
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, not %v:\n%s", got, c.want, data)
			}
			until := strings.Split(strings.Split(string(data), "UNTIL=")[1], "\r\n")[0]
			if last := strings.NewReplacer("-", "", ":", "").Replace(c.want[len(c.want)-1]); until < last {
				t.Errorf("ends at %s, before its last meeting", until)
			}
		})
	}
}
