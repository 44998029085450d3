package wire

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/planner"
)

func civil(s string) core.Civil {
	c, err := core.ParseCivil(s)
	if err != nil {
		panic(err)
	}
	return c
}

// weekly plans a series of Amina's: Thursdays at 16:00 in Berlin from 3 December 2026 on.
func weekly(t *testing.T, p *planner.Planner, rule string) *core.Series {
	t.Helper()
	s, err := p.Series.Plan(t.Context(), core.Series{
		Relationship: named(t, p, "Amina").ID, Title: "Promotion", Start: civil("2026-12-03T16:00"), Zone: "Europe/Berlin", Rule: rule,
	})
	ok(t, err)
	return s
}

// starts gives the starts of a series' meetings from December to March, with what became of those that are not
// planned, a mark at those with a record of their own and the number of lines on their agenda.
func starts(t *testing.T, p *planner.Planner, series core.ID) string {
	t.Helper()
	all, err := p.Series.Occurrences(t.Context(), series, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 2, 1)})
	ok(t, err)
	var out []string
	for _, m := range all {
		s := m.Start.Date.String()[5:]
		if m.Start.Hour != 16 {
			s += m.Start.String()[10:]
		}
		if !m.Created.IsZero() {
			s += "*"
		}
		if !m.Planned() {
			s += string(m.Status)
		}
		s += strings.Repeat("a", len(m.Agenda))
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func occurrence(s *core.Series, start string) core.ID { return core.OccurrenceID(s.ID, civil(start)) }

// steps does things to a series one by one, each with what it looks like afterwards, and takes all back again.
func steps(t *testing.T, p *planner.Planner, series core.ID, list []step) {
	t.Helper()
	states := []string{contents(t, p)}
	for _, s := range list {
		if err := s.do(); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		if got := starts(t, p, series); got != s.want {
			t.Fatalf("%s:\n got %s\nwant %s", s.name, got, s.want)
		}
		states = append(states, contents(t, p))
	}
	for i := len(list) - 1; i >= 0; i-- {
		_, err := p.Undo(t.Context())
		ok(t, err)
		if contents(t, p) != states[i] {
			t.Fatalf("undo of %s is not identity", list[i].name)
		}
	}
}

type step struct {
	name string
	do   func() error
	want string
}

func TestOneOccurrence(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	before, err := p.Series.Get(ctx, s.ID)
	ok(t, err)
	if before.Rule != "FREQ=WEEKLY" || before.UID == "" || before.End != civil("2026-12-03T16:45") {
		t.Errorf("%+v", before)
	}
	steps(t, p, s.ID, []step{
		{"planned", func() error {
			return p.Meetings.Move(ctx, occurrence(s, "2026-12-10T16:00"), civil("2026-12-11T09:00"), core.Civil{}, "")
		}, "12-03 12-11T09:00* 12-17 12-24 12-31 01-07 01-14 01-21 01-28"},
		{"an agenda", func() error {
			_, err := p.Agendas.Add(ctx, occurrence(s, "2026-12-17T16:00"), core.AgendaItem{Text: "What next?"})
			return err
		}, "12-03 12-11T09:00* 12-17*a 12-24 12-31 01-07 01-14 01-21 01-28"},
		{"a note", func() error {
			_, err := p.Notes.Write(ctx, core.Note{About: core.Ref{Kind: core.KindMeeting, ID: occurrence(s, "2026-12-31T16:00")}, Text: "short"})
			return err
		}, "12-03 12-11T09:00* 12-17*a 12-24 12-31* 01-07 01-14 01-21 01-28"},
		{"called off", func() error { return p.Meetings.Cancel(ctx, occurrence(s, "2026-12-24T16:00"), "Christmas") }, "12-03 12-11T09:00* 12-17*a 12-24*cancelled 12-31* 01-07 01-14 01-21 01-28"},
		{"deleted", func() error { return p.Meetings.Delete(ctx, occurrence(s, "2027-01-07T16:00")) }, "12-03 12-11T09:00* 12-17*a 12-24*cancelled 12-31* 01-14 01-21 01-28"},
		{"a moved one deleted", func() error { return p.Meetings.Delete(ctx, occurrence(s, "2026-12-10T16:00")) }, "12-03 12-17*a 12-24*cancelled 12-31* 01-14 01-21 01-28"},
		{"renamed", func() error {
			return p.Meetings.Change(ctx, occurrence(s, "2026-12-03T16:00"), func(m *core.Meeting) error { m.Title, m.Series = "Kick-off", core.ID{}; return nil })
		}, "12-03* 12-17*a 12-24*cancelled 12-31* 01-14 01-21 01-28"},
		{"the series renamed", func() error {
			return p.Series.Change(ctx, s.ID, func(s *core.Series) error { s.Title, s.Rule = "The promotion", "FREQ=DAILY"; return nil })
		}, "12-03* 12-17*a 12-24*cancelled 12-31* 01-14 01-21 01-28"},
		{"ended", func() error { return p.Series.End(ctx, s.ID, core.NewDate(2026, 12, 30)) }, "12-03* 12-17*a 12-24*cancelled 12-31*cancelled"},
	})
	if got := starts(t, p, s.ID); got != "12-03 12-10 12-17 12-24 12-31 01-07 01-14 01-21 01-28" {
		t.Errorf("after all was taken back: %s", got)
	}
	for _, id := range []core.ID{occurrence(s, "2026-12-04T16:00"), occurrence(s, "2026-11-26T16:00"), {1}} {
		if _, err := p.Meetings.Get(ctx, id); core.CodeOf(err) != core.CodeNotFound {
			t.Errorf("%s: %v", id, err)
		}
	}
	got, err := p.Find(ctx, core.KindMeeting, occurrence(s, "2026-12-03T16:00").String()[24:])
	if err != nil || got != occurrence(s, "2026-12-03T16:00") {
		t.Errorf("%s, %v", got, err)
	}
}

func TestTheTitleFollows(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	ok(t, p.Meetings.Move(ctx, occurrence(s, "2026-12-10T16:00"), civil("2026-12-11T09:00"), core.Civil{}, ""))
	ok(t, p.Meetings.Change(ctx, occurrence(s, "2026-12-17T16:00"), func(m *core.Meeting) error { m.Title = "Its own"; return nil }))
	ok(t, p.Series.Change(ctx, s.ID, func(s *core.Series) error { s.Title, s.Link = "New", "https://meet.example/new"; return nil }))
	for at, want := range map[string]string{"2026-12-03T16:00": "New", "2026-12-10T16:00": "New", "2026-12-17T16:00": "Its own"} {
		m, err := p.Meetings.Get(ctx, occurrence(s, at))
		if err != nil || m.Title != want || m.Link != "https://meet.example/new" {
			t.Errorf("%s: %+v, %v", at, m, err)
		}
	}
}

func TestTheWholeSeriesMoves(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	note := core.Note{About: core.Ref{Kind: core.KindMeeting, ID: occurrence(s, "2026-12-31T16:00")}, Text: "remember"}
	steps(t, p, s.ID, []step{
		{"an agenda", func() error {
			_, err := p.Agendas.Add(ctx, occurrence(s, "2026-12-17T16:00"), core.AgendaItem{Text: "What next?"})
			return err
		}, "12-03 12-10 12-17*a 12-24 12-31 01-07 01-14 01-21 01-28"},
		{"a note", func() error { _, err := p.Notes.Write(ctx, note); return err }, "12-03 12-10 12-17*a 12-24 12-31* 01-07 01-14 01-21 01-28"},
		{"one moved", func() error {
			return p.Meetings.Move(ctx, occurrence(s, "2026-12-10T16:00"), civil("2026-12-11T09:00"), core.Civil{}, "")
		}, "12-03 12-11T09:00* 12-17*a 12-24 12-31* 01-07 01-14 01-21 01-28"},
		{"one off", func() error { return p.Meetings.Cancel(ctx, occurrence(s, "2026-12-24T16:00"), "") }, "12-03 12-11T09:00* 12-17*a 12-24*cancelled 12-31* 01-07 01-14 01-21 01-28"},
		{"to every second Friday", func() error {
			return p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-04T16:00"), Rule: "FREQ=WEEKLY;INTERVAL=2"})
		}, "12-04 12-18 01-01*a 01-15 01-29*"},
	})
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Rule: "FREQ=MONTHLY;BYDAY=-1FR"}))
	if got := starts(t, p, s.ID); got != "12-25 01-29" {
		t.Error(got)
	}
	if err := p.Series.Move(ctx, s.ID, planner.SeriesTime{Rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}); core.CodeOf(err) != core.CodeBadRule {
		t.Error(err)
	}
}

func TestNotesMoveAlong(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	was := occurrence(s, "2026-12-10T16:00")
	q, err := p.Questions.Ask(ctx, core.Question{Relationship: s.Relationship, Text: "How?"})
	ok(t, err)
	ok(t, p.Questions.Place(ctx, q.ID, was))
	_, err = p.Notes.Write(ctx, core.Note{About: core.Ref{Kind: core.KindMeeting, ID: was}, Text: "remember"})
	ok(t, err)
	rel := named(t, p, "Amina")
	a, err := p.Actions.Add(ctx, core.Action{Title: "Prepare", Owner: rel.Mentees()[0], Meeting: was, Relationships: []core.ID{rel.ID}})
	ok(t, err)
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-04T09:00")}))
	now := occurrence(s, "2026-12-11T09:00")
	m, err := p.Meetings.Get(ctx, now)
	if err != nil || len(m.Agenda) != 1 || m.Start != civil("2026-12-11T09:00") {
		t.Fatalf("%+v, %v", m, err)
	}
	notes, err := p.Notes.About(ctx, now)
	if err != nil || len(notes) != 1 {
		t.Errorf("%v, %v", notes, err)
	}
	rec, err := p.Record(ctx, core.RefOf(a))
	if err != nil || rec.(*core.Action).Meeting != now {
		t.Errorf("%+v, %v", rec, err)
	}
	rec, err = p.Record(ctx, core.RefOf(q))
	if err != nil || rec.(*core.Question).Meeting != now {
		t.Errorf("%+v, %v", rec, err)
	}
	if _, err := p.Meetings.Get(ctx, was); core.CodeOf(err) != core.CodeNotFound {
		t.Error(err)
	}
}

func TestThisAndLater(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=9")
	ok(t, p.Meetings.Move(ctx, occurrence(s, "2026-12-10T16:00"), civil("2026-12-11T09:00"), core.Civil{}, ""))
	ok(t, p.Meetings.Delete(ctx, occurrence(s, "2026-12-31T16:00")))
	_, err := p.Agendas.Add(ctx, occurrence(s, "2027-01-07T16:00"), core.AgendaItem{Text: "What next?"})
	ok(t, err)
	before := contents(t, p)
	for _, at := range []string{"2026-12-24T16:00", "2026-12-03T16:00"} {
		if next, err := p.Series.From(ctx, s.ID, civil(at), func(s *core.Series) error { s.Zone, s.Reminders = "Europe/Berlin", nil; return nil }); core.CodeOf(err) != core.CodeUnchanged {
			t.Errorf("nothing changes from %s on: %+v, %v", at, next, err)
		}
	}
	if contents(t, p) != before {
		t.Fatal("something was done though nothing was changed")
	}
	next, err := p.Series.From(ctx, s.ID, civil("2026-12-24T16:00"), func(s *core.Series) error { s.Title = "The second half"; return nil })
	ok(t, err)
	if next.Follows != s.ID || next.UID == s.UID || next.Rule != "FREQ=WEEKLY;COUNT=6" {
		t.Errorf("%+v", next)
	}
	if got := starts(t, p, s.ID); got != "12-03 12-11T09:00* 12-17" {
		t.Error(got)
	}
	if got := starts(t, p, next.ID); got != "12-24 01-07*a 01-14 01-21 01-28" {
		t.Error(got)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if contents(t, p) != before {
		t.Fatal("undo is not identity")
	}
	next, err = p.Series.From(ctx, s.ID, civil("2026-12-24T16:00"), func(s *core.Series) error {
		s.Start, s.End = civil("2026-12-22T10:00"), civil("2026-12-22T11:00")
		return nil
	})
	ok(t, err)
	if got := starts(t, p, next.ID); got != "12-22T10:00 01-05T10:00*a 01-12T10:00 01-19T10:00 01-26T10:00" {
		t.Error(got)
	}
	if _, err := p.Series.From(ctx, s.ID, civil("2026-12-25T16:00"), func(*core.Series) error { return nil }); core.CodeOf(err) != core.CodeNotFound {
		t.Error(err)
	}
}

// TestWhatWasHeldStays closes an occurrence, and does everything to its series.
func TestWhatWasHeldStays(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Leadership")
	all, err := p.Series.Of(ctx, rel.ID)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	s := all[0]
	held := func() (n, notes int) {
		meetings, err := p.Meetings.Of(ctx, rel.ID)
		ok(t, err)
		for _, m := range meetings {
			about, err := p.Notes.About(ctx, m.ID)
			ok(t, err)
			if m.Status == core.MeetingHeld {
				n++
				notes += len(about)
			}
		}
		return n, notes
	}
	n, notes := held()
	if n < 5 || notes < 5 {
		t.Fatalf("%d held, %d notes", n, notes)
	}
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Rule: "FREQ=WEEKLY;BYDAY=TH"}))
	_, err = p.Series.From(ctx, s.ID, civil("2026-12-10T10:00"), func(s *core.Series) error { s.Rule = "FREQ=MONTHLY;BYDAY=1MO"; return nil })
	ok(t, err)
	ok(t, p.Series.End(ctx, s.ID, core.NewDate(2026, 12, 1)))
	ok(t, p.Series.Delete(ctx, s.ID))
	if m, k := held(); m != n || k != notes {
		t.Errorf("%d held with %d notes, there were %d with %d", m, k, n, notes)
	}
}

func TestClosingAnOccurrence(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	s, err := p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Start: civil("2026-11-16T08:00"), Zone: "Europe/Berlin", Rule: "FREQ=DAILY"})
	ok(t, err)
	today, err := p.Today(ctx)
	ok(t, err)
	open := 0
	for _, n := range today.Needs {
		if n.Kind == planner.NeedToClose && n.Ref.ID.Stem() == s.ID.Stem() {
			open++
		}
	}
	if open == 0 {
		t.Error("nothing waits to be closed")
	}
	id := occurrence(s, "2026-11-20T08:00")
	_, err = p.Agendas.Add(ctx, id, core.AgendaItem{Text: "left open"})
	ok(t, err)
	closed, err := p.Meetings.Close(ctx, id, planner.Closing{Shared: "went well"})
	ok(t, err)
	if closed.Meeting.Status != core.MeetingHeld || closed.Carried != 1 || closed.Next != occurrence(s, "2026-11-21T08:00") {
		t.Errorf("%+v", closed)
	}
	closed, err = p.Meetings.Close(ctx, occurrence(s, "2026-11-23T08:00"), planner.Closing{})
	ok(t, err)
	if closed.Meeting.Status != core.MeetingHeld {
		t.Errorf("%+v", closed)
	}
	if _, err := p.Meetings.Close(ctx, occurrence(s, "2026-11-24T08:00"), planner.Closing{}); core.CodeOf(err) != core.CodeState {
		t.Error(err)
	}
}

func TestEverywhereOccurrencesShow(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Tomasz")
	s, err := p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Start: civil("2026-11-23T13:30"), Zone: "Europe/Berlin", Rule: "FREQ=DAILY"})
	ok(t, err)
	today, err := p.Today(ctx)
	ok(t, err)
	if today.Next == nil || today.Next.Meeting.ID != occurrence(s, "2026-11-23T13:30") || today.Next.Repeats.Rule.Freq != core.FreqDaily {
		t.Errorf("next is %+v", today.Next)
	}
	week := 0
	for _, row := range today.Week {
		if row.Meeting.Series == s.ID {
			week++
		}
	}
	if week != 7 {
		t.Errorf("%d in the week", week)
	}
	period := core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2026, 12, 8)}
	count := func(all []*core.Meeting, err error) int {
		ok(t, err)
		return len(slices.DeleteFunc(all, func(m *core.Meeting) bool { return m.Series != s.ID }))
	}
	if n := count(p.Meetings.Between(ctx, period)); n != 7 {
		t.Errorf("%d between", n)
	}
	if n := count(p.Meetings.Of(ctx, rel.ID)); n != 56 {
		t.Errorf("%d of the relationship", n)
	}
	listed, err := p.List(ctx, planner.Filter{Kind: core.KindMeeting, Relationship: rel.ID, Period: period})
	if err != nil || len(listed) != 7 {
		t.Errorf("%d listed, %v", len(listed), err)
	}
	o, err := p.Relationships.Overview(ctx, rel.ID)
	if err != nil || o.Next == nil || o.Next.Series != s.ID || len(o.Series) != 1 {
		t.Errorf("%+v, %v", o.Next, err)
	}
	far := core.Period{From: core.NewDate(2326, 12, 1), To: core.NewDate(2326, 12, 8)}
	began := time.Now()
	c, err := p.Calendar(ctx, planner.CalendarWish{Period: far})
	ok(t, err)
	if n := len(c.Meetings); n < 7 || time.Since(began) > 10*time.Second {
		t.Errorf("%d in 300 years", n)
	}
	ok(t, p.Relationships.End(ctx, rel.ID, planner.End{CancelMeetings: true}))
	if n := count(p.Meetings.Between(ctx, period)); n != 0 {
		t.Errorf("%d after the end of the relationship", n)
	}
}

func TestAWeekOff(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	off := planner.TimeOff{Period: core.Period{From: core.NewDate(2026, 12, 7), To: core.NewDate(2026, 12, 14)}, Reason: "Leave"}
	before := contents(t, p)
	planned, err := p.Meetings.TimeOffOf(ctx, off)
	ok(t, err)
	done, err := p.Meetings.TakeOff(ctx, off)
	ok(t, err)
	if len(done) < 3 || len(done) != len(planned) {
		t.Errorf("%d of %d", len(done), len(planned))
	}
	all, err := p.Meetings.Between(ctx, off.Period)
	ok(t, err)
	for _, m := range all {
		if m.Planned() || m.Reason != "Leave" {
			t.Errorf("%v is still on", m.Start)
		}
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if contents(t, p) != before {
		t.Fatal("undo is not identity")
	}
	off.MoveDays, off.Relationships = 1, []core.ID{s.Relationship}
	done, err = p.Meetings.TakeOff(ctx, off)
	ok(t, err)
	if got := starts(t, p, s.ID); len(done) != 2 || got != "12-03 12-14* 12-17 12-24 12-31 01-07 01-14 01-21 01-28" {
		t.Errorf("%d, %s", len(done), got)
	}
	if _, err := p.Meetings.TakeOff(ctx, planner.TimeOff{}); core.CodeOf(err) != core.CodeRequired {
		t.Error(err)
	}
}

// A series that is deleted leaves what was prepared for its meetings, as it does when it is called off or ended: as
// meetings of their own that are off. What nobody prepared goes.
func TestADeletedSeriesLeavesWhatWasPrepared(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	agenda, note, plain := occurrence(s, "2026-12-10T16:00"), occurrence(s, "2026-12-17T16:00"), occurrence(s, "2026-12-24T16:00")
	_, err := p.Agendas.Add(ctx, agenda, core.AgendaItem{Text: "What next?"})
	ok(t, err)
	_, err = p.Notes.Write(ctx, core.Note{About: core.Ref{Kind: core.KindMeeting, ID: note}, Text: "Ask for the figures"})
	ok(t, err)
	ok(t, p.Meetings.Move(ctx, plain, civil("2026-12-25T09:00"), core.Civil{}, ""))
	before := contents(t, p)
	ok(t, p.Series.Delete(ctx, s.ID))
	for _, id := range []core.ID{agenda, note} {
		m, err := p.Meetings.Get(ctx, id)
		if err != nil || m.Status != core.MeetingCancelled || !m.Series.IsZero() || m.UID == s.UID {
			t.Errorf("%+v, %v", m, err)
		}
	}
	if m, err := p.Meetings.Get(ctx, agenda); err != nil || len(m.Agenda) != 1 {
		t.Errorf("the agenda went: %+v, %v", m, err)
	}
	if about, err := p.Notes.About(ctx, note); err != nil || len(about) != 1 {
		t.Errorf("the note went: %v, %v", about, err)
	}
	if _, err := p.Meetings.Get(ctx, plain); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("what nobody prepared stays: %v", err)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if contents(t, p) != before {
		t.Error("undo does not bring all back")
	}
}

// TestNothingPointsAtADeletedSeries deletes the middle of three that follow one another, and ends a relationship
// with a series that has not begun.
func TestNothingPointsAtADeletedSeries(t *testing.T) {
	p, ctx := open(t), t.Context()
	first := weekly(t, p, "FREQ=WEEKLY")
	keep := func(s *core.Series) error { s.Title += "."; return nil }
	second, err := p.Series.From(ctx, first.ID, civil("2026-12-17T16:00"), keep)
	ok(t, err)
	third, err := p.Series.From(ctx, second.ID, civil("2027-01-07T16:00"), keep)
	ok(t, err)
	ok(t, p.Series.Delete(ctx, second.ID))
	third, err = p.Series.Get(ctx, third.ID)
	if err != nil || third.Follows != first.ID {
		t.Errorf("it follows %s, %v", third.Follows, err)
	}
	ok(t, p.Meetings.Move(ctx, occurrence(third, "2027-01-14T16:00"), civil("2027-01-15T09:00"), core.Civil{}, ""))
	before := contents(t, p)
	ok(t, p.Relationships.End(ctx, third.Relationship, planner.End{CancelMeetings: true}))
	if _, err := p.Series.Get(ctx, third.ID); core.CodeOf(err) != core.CodeNotFound {
		t.Error(err)
	}
	m, err := p.Meetings.Get(ctx, occurrence(third, "2027-01-14T16:00"))
	if err != nil || !m.Off() || !m.Series.IsZero() || m.UID == third.UID {
		t.Errorf("%+v, %v", m, err)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if contents(t, p) != before {
		t.Error("undo is not identity")
	}
	for _, rule := range []string{"FREQ=HOURLY", "FREQ=DAILY;BYHOUR=8,9,10,11,12,13,14,15,16"} {
		if _, err := p.Series.Plan(ctx, core.Series{Relationship: third.Relationship, Start: civil("2026-12-03T16:00"), Rule: rule}); core.CodeOf(err) != core.CodeBadRule {
			t.Error(rule, err)
		}
	}
}

// However long the stretch, a list holds all that a series has in it, and a slot that one takes is never offered.
func TestNoListEndsBeforeItsSeries(t *testing.T) {
	p, ctx := openWith(t, core.KindWorkspace, core.KindPerson, core.KindRelationship), t.Context()
	rel := named(t, p, "Amina")
	_, err := p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Start: civil("2026-12-03T09:00"), End: civil("2026-12-03T10:00"), Rule: "FREQ=DAILY;BYHOUR=9,10,11,12,15,16,17,18;BYMINUTE=0"})
	ok(t, err)
	all, err := p.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 12, 3), To: core.NewDate(2030, 12, 3)})
	if want := 8 * 1461; err != nil || len(all) != want {
		t.Errorf("%d of %d, %v", len(all), want, err)
	}
	ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.WeeklyHours, w.MonthlyHours = 0, 0; return nil }))
	free, err := p.Free(ctx, planner.FreeWish{People: rel.Mentees(), Minutes: 30, From: core.NewDate(2027, 8, 2), Days: 60, Limit: 1_000})
	ok(t, err)
	if len(free.Slots) == 0 {
		t.Error("the hours after noon are free, and nobody says so")
	}
	for _, slot := range free.Slots {
		if h := slot.Start.Hour(); h < 18 && h != 13 && h != 14 {
			t.Fatalf("taken: %v", slot.Start)
		}
	}
}

// TestRandomStepsOnASeries does random things to a series, holds after each that nothing stands there twice and that
// nothing names what is gone, and takes all of them back and does them again. The workspace holds no more than the
// people and relationships of the sample: what else is in it has no part in this.
func TestRandomStepsOnASeries(t *testing.T) {
	p, ctx := openWith(t, core.KindWorkspace, core.KindPerson, core.KindRelationship), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	start := contents(t, p)
	done := 0
	stop := p.Listen(func(e planner.Event) {
		if !e.Undo {
			done++
		}
	})
	defer stop()
	rapid.Check(t, func(rt *rapid.T) {
		done = 0
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			series, err := p.Series.Of(ctx, s.Relationship)
			ok(t, err)
			if len(series) == 0 {
				break
			}
			one := rapid.SampledFrom(series).Draw(rt, "series")
			all, err := p.Series.Occurrences(ctx, one.ID, core.Period{From: core.NewDate(2026, 11, 24), To: core.NewDate(2027, 3, 1)})
			ok(t, err)
			if len(all) == 0 {
				continue
			}
			m := rapid.SampledFrom(all).Draw(rt, "meeting")
			day := core.NewDate(2026, 12, 1+rapid.IntRange(0, 60).Draw(rt, "day")).At(rapid.IntRange(8, 18).Draw(rt, "hour"), 0)
			rule := rapid.SampledFrom([]string{"FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=DAILY;COUNT=20"}).Draw(rt, "rule")
			switch rapid.IntRange(0, 8).Draw(rt, "what") {
			case 0:
				err = p.Meetings.Move(ctx, m.ID, day, core.Civil{}, "")
			case 1:
				err = p.Meetings.Cancel(ctx, m.ID, "")
			case 2:
				err = p.Meetings.Delete(ctx, m.ID)
			case 3:
				_, err = p.Agendas.Add(ctx, m.ID, core.AgendaItem{Text: "What next?"})
			case 4:
				_, err = p.Notes.Write(ctx, core.Note{About: core.RefOf(m), Text: "note"})
			case 5:
				err = p.Series.Move(ctx, one.ID, planner.SeriesTime{Start: day, Rule: rule})
			case 6:
				_, err = p.Series.From(ctx, one.ID, m.Recurrence, func(s *core.Series) error { s.Start, s.End, s.Rule = day, day.AddMinutes(30), rule; return nil })
			case 7:
				err = p.Series.End(ctx, one.ID, m.Recurrence.Date)
			case 8:
				err = p.Series.Delete(ctx, one.ID)
			}
			switch core.CodeOf(err) {
			case "", core.CodeState, core.CodeBadRule, core.CodeOffRule, core.CodeNotFound, core.CodeEndNotAfter, core.CodeSeriesOver, core.CodeSeriesPast, core.CodeUnchanged:
			default:
				rt.Fatal(err)
			}
			nothingDoubled(rt, p, s.Relationship)
			nothingMissing(rt, p)
		}
		steps := done
		end := contents(t, p)
		undone(rt, p, steps)
		if contents(t, p) != start {
			rt.Fatal("undo is not identity")
		}
		for i := range steps {
			if _, err := p.Redo(ctx); err != nil {
				rt.Fatalf("redo %d of %d: %v", i, steps, err)
			}
		}
		if contents(t, p) != end {
			rt.Fatal("redo is not what was done")
		}
		undone(rt, p, steps)
	})
}

// nothingDoubled holds that no two meetings stand for one occurrence, and that each record is found by its id.
func nothingDoubled(t *rapid.T, p *planner.Planner, rel core.ID) {
	all, err := p.Meetings.Of(context.Background(), rel)
	if err != nil {
		t.Fatal(err)
	}
	ids, originals := map[core.ID]bool{}, map[string]bool{}
	for _, m := range all {
		name := m.Series.String() + m.Recurrence.String()
		if ids[m.ID] || !m.Series.IsZero() && originals[name] {
			t.Fatalf("%s stands there twice", m.Start)
		}
		ids[m.ID], originals[name] = true, true
		if got, err := p.Meetings.Get(context.Background(), m.ID); err != nil || got.Start != m.Start {
			t.Fatalf("%s: %v", m.Start, err)
		}
	}
}

func undone(t *rapid.T, p *planner.Planner, steps int) {
	for i := range steps {
		if _, err := p.Undo(context.Background()); err != nil {
			t.Fatalf("undo %d of %d: %v", i, steps, err)
		}
	}
}

// nothingMissing holds that every record that is named is there.
func nothingMissing(t *rapid.T, p *planner.Planner) {
	err := p.Store.View(context.Background(), func(r planner.Reader) error {
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				for _, to := range core.Pointers(rec) {
					if _, err := r.Get(to.Ref); err != nil {
						return fmt.Errorf("%s of %s: %w", to.Field, core.RefOf(rec), err)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A list with one open end looks on from the other one, however far that is: a series does not end where a glance ahead
// from today does.
func TestAListWithOneOpenEnd(t *testing.T) {
	p := open(t)
	s := weekly(t, p, "FREQ=WEEKLY")
	for name, period := range map[string]core.Period{
		"from next year on":   {From: core.NewDate(2027, 10, 1)},
		"from far on":         {From: core.NewDate(2040, 1, 1)},
		"from today on":       {From: core.NewDate(2026, 11, 23)},
		"up to next February": {To: core.NewDate(2027, 2, 1)},
	} {
		list, err := p.List(t.Context(), planner.Filter{Kind: core.KindMeeting, Relationship: s.Relationship, Period: period})
		ok(t, err)
		n := 0
		for _, rec := range list {
			m := rec.(*core.Meeting)
			if m.Series == s.ID {
				n++
			}
			if !period.Contains(m.Start.Date) {
				t.Errorf("%s: %s", name, m.Start)
			}
		}
		if n < 7 {
			t.Errorf("%s: %d of its meetings", name, n)
		}
	}
}
