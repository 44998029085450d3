package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// TestTheFeedIsTheCalendar changes series in every way and holds that the published calendar of a stretch of days has on
// these days the meetings that their list has, no more and no fewer, and nothing private. Series are whole, whatever the days.
func TestTheFeedIsTheCalendar(t *testing.T) {
	p, ctx := open(t), t.Context()
	daily := weekly(t, p, "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12")
	for _, err := range []error{
		p.Meetings.Move(ctx, occurrence(daily, "2026-12-10T16:00"), civil("2027-01-02T09:00"), core.Civil{}, ""), // out of December
		p.Meetings.Move(ctx, occurrence(daily, "2027-01-05T16:00"), civil("2026-12-29T09:00"), core.Civil{}, "Africa/Nairobi"),
		p.Meetings.Move(ctx, occurrence(daily, "2027-01-07T16:00"), civil("2027-01-20T09:00"), core.Civil{}, ""), // past the series' end
		p.Meetings.Cancel(ctx, occurrence(daily, "2026-12-15T16:00"), ""),
		p.Meetings.Delete(ctx, occurrence(daily, "2026-12-17T16:00")),
	} {
		ok(t, err)
	}
	rel := named(t, p, "Amina")
	plant(t, p, rel)
	for _, wish := range []planner.FeedWish{
		{Period: core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2026, 12, 1)}},
		{Period: core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 1, 1)}},
		{Period: core.Period{From: core.NewDate(2027, 1, 1), To: core.NewDate(2027, 2, 1)}},
		{Period: core.Period{From: core.NewDate(2027, 1, 14), To: core.NewDate(2027, 2, 1)}},
		{Period: core.Period{From: core.NewDate(2026, 12, 24), To: core.NewDate(2027, 1, 6)}, Relationship: rel.ID},
	} {
		path := filepath.Join(t.TempDir(), "feed.ics")
		n, err := p.Invitations.WriteFeed(ctx, wish, path)
		ok(t, err)
		data, err := os.ReadFile(path)
		ok(t, err)
		if bytes.Contains(data, []byte("SECRET")) {
			t.Error("a private text is published")
		}
		from, to := wish.Period.From.At(0, 0), wish.Period.To.At(0, 0)
		first, err := from.In("Europe/Berlin")
		ok(t, err)
		last, err := to.In("Europe/Berlin")
		ok(t, err)
		found, findings, err := ical.Occurrences(ctx, bytes.NewReader(data), first, last)
		if err != nil || len(findings) > 0 {
			t.Fatal(err, findings)
		}
		var got, want []string
		due := 0
		for _, o := range found {
			if strings.HasSuffix(o.Summary, ")") && o.Start.UTC().Hour() == 0 {
				due++
				continue
			}
			if !o.Start.Before(first) && o.Start.Before(last) {
				got = append(got, o.Start.UTC().Format("01-02 15:04"))
			}
		}
		if due != n.Due {
			t.Errorf("%d due dates, %d written", due, n.Due)
		}
		all, err := p.List(ctx, planner.Filter{Kind: core.KindMeeting, Period: wish.Period, Relationship: wish.Relationship})
		ok(t, err)
		for _, rec := range all {
			if m := rec.(*core.Meeting); !m.Off() {
				start, err := m.StartAt()
				ok(t, err)
				want = append(want, start.UTC().Format("01-02 15:04"))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("%v:\n got %v\nwant %v", wish.Period, got, want)
		}
	}
}

// What began before the first day of an excerpt and reaches into it is in it, as it is among the occurrences of a file; what is
// over by then is not.
func TestAnExcerptHasWhatReachesIntoIt(t *testing.T) {
	for name, rule := range map[string]string{"a meeting": "", "a series": "FREQ=WEEKLY;COUNT=2", "one that was moved": "FREQ=WEEKLY;COUNT=1"} {
		t.Run(name, func(t *testing.T) {
			p, ctx := open(t), t.Context()
			rel := named(t, p, "Amina")
			start, end := civil("2026-12-03T22:00"), civil("2026-12-04T01:00")
			var err error
			switch {
			case rule == "":
				_, err = p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Title: "Late", Start: start, End: end, Zone: "Europe/Berlin", Status: core.MeetingPlanned})
			default:
				var s *core.Series
				s, err = p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Title: "Late", Start: start, End: end, Zone: "Europe/Berlin", Rule: rule})
				if err == nil && name == "one that was moved" {
					err = p.Meetings.Move(ctx, occurrence(s, "2026-12-03T22:00"), civil("2026-12-03T21:30"), civil("2026-12-04T00:30"), "")
				}
			}
			ok(t, err)
			for day, want := range map[core.Date]bool{core.NewDate(2026, 12, 2): false, core.NewDate(2026, 12, 3): true, core.NewDate(2026, 12, 4): true, core.NewDate(2026, 12, 5): false} {
				f, _, err := p.Invitations.Feed(ctx, planner.FeedWish{Period: core.Period{From: day, To: day.AddDays(1)}, Relationship: rel.ID})
				ok(t, err)
				if has := slices.ContainsFunc(f.Events, func(v *core.Invitation) bool { return v.Title == "Late" }); has != want {
					t.Errorf("%s: %v", day, has)
				}
			}
		})
	}
}
