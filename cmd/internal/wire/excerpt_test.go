package wire

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// feedOf gives the organizer's published calendar of a stretch of days.
func (c *conversation) feedOf(t *testing.T, from, to core.Date) string {
	t.Helper()
	path := filepath.Join(c.dir, "feed.ics")
	_, err := c.organizer.Invitations.WriteFeed(t.Context(), planner.FeedWish{Name: "Olga", Period: core.Period{From: from, To: to}}, path)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	return string(data)
}

// An excerpt of a calendar has a series whole, since it has its UID, and cuts nobody's who holds the invitation.
func TestAnExcerptCutsNoSeries(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	ok(t, c.organizer.Meetings.Move(t.Context(), occurrence(s, "2026-12-25T16:00"), civil("2026-12-23T10:00"), core.Civil{}, ""))
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	before := contents(t, c.guest)
	feed := c.feedOf(t, core.NewDate(2026, 12, 10), core.NewDate(2026, 12, 20))
	if !strings.Contains(feed, "RRULE:FREQ=WEEKLY;COUNT=6\r\n") || !strings.Contains(feed, "DTSTART;TZID=Europe/Berlin:20261204T160000\r\n") || !strings.Contains(feed, "RECURRENCE-ID") {
		t.Fatalf("the series is not whole in\n%s", feed)
	}
	c.waiting = []string{feed}
	if did := c.deliver(t); did[0] != "new 0, changed 0, same 2, refused 0" || contents(t, c.guest) != before {
		t.Fatalf("an excerpt changes what was asked: %s", did)
	}
	c.agree(t, s.UID, "after the excerpt")
	if feed := c.feedOf(t, core.NewDate(2027, 2, 10), core.NewDate(2027, 3, 20)); strings.Contains(feed, "BEGIN:VEVENT") {
		t.Fatalf("a series without a meeting in the days is in\n%s", feed)
	}
}

// A published calendar is no message (RFC 5546 3.2.1): what it leaves out of what the guest was asked to is not off, in
// whatever way it is cut, unless it is of a newer version. That it has other times is said all the same.
func TestAPublishedCalendarIsNoMessage(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	before := contents(t, c.guest)
	part := strings.NewReplacer("X-MENTORBOOK-FEED", "X-CUT-FROM", "COUNT=6", "COUNT=2", "20261204", "20261211").Replace(c.feedOf(t, core.Date{}, core.Date{}))
	for _, text := range []string{part, strings.Replace(part, "SEQUENCE:1", "SEQUENCE:0", 1)} {
		c.waiting = []string{text}
		if did := c.published(t); did != "refused published" || contents(t, c.guest) != before {
			t.Fatalf("%s by\n%s", did, text)
		}
	}
	newer := "SEQUENCE:7\r\nDTSTART"
	c.waiting = []string{strings.Replace(strings.Replace(part, "SEQUENCE:0\r\n", "", 1), "DTSTART;TZID=Europe/Berlin:20261211T160000", newer+";TZID=Europe/Berlin:20261211T160000", 1)}
	if did := c.deliver(t); did[0] != "new 0, changed 1, same 0, refused 0" {
		t.Fatalf("a newer version: %s by\n%s", did, c.waiting)
	}
}

// published lets the guest read a published calendar, and tells of each event what became of it.
func (c *conversation) published(t *testing.T) string {
	t.Helper()
	plan, err := c.guest.CalendarFiles.Read(t.Context(), "feed.ics", strings.NewReader(c.waiting[0]), planner.CalendarAsBoth)
	ok(t, err)
	ok(t, c.guest.CalendarFiles.Import(t.Context(), plan, nil))
	var did []string
	for _, s := range plan.Steps {
		did = append(did, strings.TrimSpace(string(s.Does)+" "+string(core.CodeOf(s.Err))))
	}
	c.waiting = nil
	return strings.Join(did, ", ")
}

// A younger calendar that the organizer has published tells when their meetings take place now: whatever it moves, leaves out or
// puts back. What it does not show stays, and an older one is known as such.
func TestAYoungerPublishedCalendarIsFollowed(t *testing.T) {
	c := converse(t)
	ctx := t.Context()
	s := c.plan(t)
	talk, err := c.organizer.Meetings.Plan(ctx, core.Meeting{Relationship: c.rel, Start: civil("2026-12-10T16:00"), End: civil("2026-12-10T16:45"), Zone: "Europe/Berlin", Title: "Talk"})
	ok(t, err)
	c.send(t, s.ID, core.MethodRequest)
	c.send(t, talk.ID, core.MethodRequest)
	c.deliver(t)
	before := contents(t, c.guest)
	read := func(text string) string {
		c.waiting = []string{text}
		return c.published(t)
	}
	feed := func() string {
		c.clock.now = c.clock.now.Add(time.Minute)
		return c.feedOf(t, core.Date{}, core.Date{})
	}
	old := feed()
	if did := read(old); did != "same, same" || contents(t, c.guest) != before {
		t.Fatalf("what says the same later: %s", did)
	}
	ok(t, c.organizer.Meetings.Move(ctx, talk.ID, civil("2026-12-10T18:00"), core.Civil{}, ""))
	ok(t, c.organizer.Meetings.Move(ctx, occurrence(s, "2026-12-11T16:00"), civil("2026-12-12T11:00"), core.Civil{}, ""))
	ok(t, c.organizer.Meetings.Cancel(ctx, occurrence(s, "2026-12-18T16:00"), ""))
	other := strings.Replace(feed(), "X-MENTORBOOK-FEED:", "X-OTHER:", 1)
	if did := read(other); did != "changed, refused published, refused published" {
		t.Errorf("one that may be an excerpt: %s", did)
	}
	if did := read(feed()); did != "same, changed, new" && did != "same, changed, changed" {
		t.Errorf("moved and left out: %s", did)
	}
	c.agree(t, s.UID, "moved and left out")
	c.agree(t, talk.UID, "moved")
	if did := read(old); did != "refused older, refused older" {
		t.Errorf("an older one: %s", did)
	}
	for range 3 {
		_, err := c.organizer.Undo(ctx)
		ok(t, err)
	}
	read(feed())
	c.agree(t, s.UID, "as it was")
	c.agree(t, talk.UID, "as it was")
	if m, err := c.guest.Meetings.Get(ctx, occurrence(c.guestSeries(t, s.UID), "2026-12-25T16:00")); err != nil || !planner.Theirs(m) || planner.Copied(m) {
		t.Errorf("%v, %+v: an invitation no more", err, m)
	}
	ok(t, c.organizer.Meetings.Move(ctx, talk.ID, civil("2026-12-10T19:00"), core.Civil{}, ""))
	c.send(t, talk.ID, core.MethodRequest)
	c.deliver(t)
	c.agree(t, talk.UID, "invited anew")
}

// What a version leaves out that was to come when it was said is off by it, however late it is read; what was held or
// prepared since keeps everything.
func TestAVersionThatIsReadLate(t *testing.T) {
	c := converse(t)
	ctx := t.Context()
	s := c.plan(t) // from 4 December on, Fridays
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	theirs := c.guestSeries(t, s.UID)
	prepared := occurrence(theirs, "2026-12-25T16:00")
	ok(t, c.guest.Meetings.Change(ctx, occurrence(theirs, "2026-12-11T16:00"), func(m *core.Meeting) error { m.Place = "Room 4"; return nil }))
	_, err := c.guest.Agendas.Add(ctx, prepared, core.AgendaItem{Text: "What I ask"})
	ok(t, err)
	ok(t, c.organizer.Series.EndFrom(ctx, s.ID, core.NewDate(2026, 12, 11), ""))
	c.send(t, s.ID, core.MethodRequest)
	c.clock.now = time.Date(2026, 12, 29, 9, 0, 0, 0, time.UTC)
	held := occurrence(theirs, "2026-12-18T16:00")
	_, err = c.guest.Meetings.Close(ctx, held, planner.Closing{})
	ok(t, err)
	c.deliver(t)
	if got := takesPlace(t, c.guest, s.UID); got != "12-04T16:00 12-18T16:00 12-25T16:00" {
		t.Fatalf("the guest has %s", got)
	}
}

func (c *conversation) guestSeries(t *testing.T, uid string) *core.Series {
	t.Helper()
	all, err := c.guest.List(t.Context(), planner.Filter{Kind: core.KindSeries})
	ok(t, err)
	for _, rec := range all {
		if s := rec.(*core.Series); s.UID == uid {
			return s
		}
	}
	t.Fatal("the guest has no such series")
	return nil
}
