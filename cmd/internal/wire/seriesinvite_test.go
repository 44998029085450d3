package wire

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// read gives the starts in a calendar file from December 2026 to March 2027, in UTC.
func read(t *testing.T, path string) (out []string) {
	t.Helper()
	data, err := os.ReadFile(path)
	ok(t, err)
	list, findings, err := ical.Occurrences(t.Context(), bytes.NewReader(data), time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 2, 1, 0, 0, 0, 0, time.UTC))
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	for _, o := range list {
		out = append(out, o.Start.UTC().Format("01-02 15:04"))
	}
	return out
}

// onPlan gives what the planner has there.
func onPlan(t *testing.T, p *planner.Planner, series core.ID) (out []string) {
	t.Helper()
	all, err := p.Series.Occurrences(t.Context(), series, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 2, 1)})
	ok(t, err)
	for _, m := range all {
		start, err := m.StartAt()
		ok(t, err)
		if !m.Off() {
			out = append(out, start.UTC().Format("01-02 15:04"))
		}
	}
	return out
}

func states(t *testing.T, p *planner.Planner, id core.ID) string {
	t.Helper()
	all, err := p.Invitations.Versions(t.Context(), id)
	ok(t, err)
	var out []string
	for _, v := range all {
		out = append(out, string(v.State))
	}
	return strings.Join(out, " ")
}

// TestTheMessageIsTheSeries does things to a series, sends it after each, and reads in the message what the
// planner has; and holds numbers and versions on the way.
func TestTheMessageIsTheSeries(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	if got := states(t, p, s.ID); got != "none" {
		t.Error(got)
	}
	var numbers []int
	send := func(id core.ID, method core.Method) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "a.ics")
		d, err := p.Invitations.Send(ctx, id, method, path)
		ok(t, err)
		numbers = append(numbers, d.Sequence)
		return path
	}
	for _, step := range []struct {
		name   string
		do     func() error
		before string // what the guest has once it is done, and not yet told
	}{
		{"nothing", func() error { return nil }, "none"},
		{"one moved", func() error {
			return p.Meetings.Move(ctx, occurrence(s, "2026-12-10T16:00"), civil("2026-12-11T09:00"), core.Civil{}, "")
		}, "old_time"},
		{"to another zone", func() error {
			return p.Meetings.Move(ctx, occurrence(s, "2026-12-17T16:00"), civil("2026-12-18T20:00"), core.Civil{}, "Africa/Nairobi")
		}, "old_time"},
		{"one off", func() error { return p.Meetings.Cancel(ctx, occurrence(s, "2026-12-24T16:00"), "") }, "old_time"},
		{"renamed", func() error {
			return p.Series.Change(ctx, s.ID, func(s *core.Series) error { s.Title = "Another"; return nil })
		}, "old_text"},
		{"ended", func() error { return p.Series.End(ctx, s.ID, core.NewDate(2027, 1, 14)) }, "old_time"},
		{"moved", func() error {
			return p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-02T10:00"), Rule: "FREQ=WEEKLY;BYDAY=MO,WE"})
		}, "old_time"},
	} {
		ok(t, step.do())
		if got := states(t, p, s.ID); got != step.before {
			t.Errorf("%s: the guest has %s", step.name, got)
		}
		path := send(s.ID, core.MethodRequest)
		if got, want := read(t, path), onPlan(t, p, s.ID); !slices.Equal(got, want) {
			t.Errorf("%s: the message has %v, the planner %v", step.name, got, want)
		}
		if got := states(t, p, s.ID); got != "current" {
			t.Errorf("%s: once told, the guest has %s", step.name, got)
		}
	}
	// What is moved alone has a count of its own.
	if want := []int{0, 0, 0, 1, 1, 2, 3}; !slices.Equal(numbers, want) {
		t.Errorf("numbers %v, want %v", numbers, want)
	}
	if err := p.Series.Delete(ctx, s.ID); core.CodeOf(err) != core.CodeInUse {
		t.Errorf("what guests have was deleted: %v", err)
	}
	path := filepath.Join(t.TempDir(), "a.ics")
	if _, err := p.Invitations.Send(ctx, s.ID, core.MethodCancel, path); core.CodeOf(err) != core.CodeSeriesOn {
		t.Errorf("a series that goes on was said to be off: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("and the file is there")
	}
	ok(t, p.Series.CallOff(ctx, s.ID, "ill"))
	send(s.ID, core.MethodCancel)
	ok(t, p.Series.Delete(ctx, s.ID))
}

// A series that has not begun can be called off as a whole, in one step: guests are told with a CANCEL of what they
// have, even where the series was moved since, and what was prepared for its meetings stays.
func TestASeriesIsCalledOffBeforeItBegins(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	dir := t.TempDir()
	path := filepath.Join(dir, "a.ics")
	if _, err := p.Invitations.Send(ctx, s.ID, core.MethodCancel, path); core.CodeOf(err) != core.CodeNeverSent {
		t.Errorf("what nobody was sent is called off: %v", err)
	}
	_, err := p.Invitations.Send(ctx, s.ID, core.MethodRequest, path)
	ok(t, err)
	_, err = p.Agendas.Add(ctx, occurrence(s, "2026-12-17T16:00"), core.AgendaItem{Text: "What next?"})
	ok(t, err)
	ok(t, p.Meetings.Move(ctx, occurrence(s, "2026-12-10T16:00"), civil("2026-12-11T09:00"), core.Civil{}, ""))
	before := starts(t, p, s.ID)
	ok(t, p.Series.CallOff(ctx, s.ID, "ill"))
	if got := starts(t, p, s.ID); got != "12-17*cancelleda" {
		t.Errorf("after it: %s", got)
	}
	m, err := p.Meetings.Get(ctx, occurrence(s, "2026-12-17T16:00"))
	if err != nil || len(m.Agenda) != 1 || m.Reason != "ill" {
		t.Errorf("%+v, %v", m, err)
	}
	if got := states(t, p, s.ID); got != "still_on" {
		t.Errorf("the guest has %s", got)
	}
	if err := p.Series.CallOff(ctx, s.ID, ""); core.CodeOf(err) != core.CodeState {
		t.Errorf("twice: %v", err)
	}
	if _, err := p.Invitations.Send(ctx, s.ID, core.MethodRequest, path); core.CodeOf(err) != core.CodeState {
		t.Errorf("invited to what is off: %v", err)
	}
	if err := p.Series.Delete(ctx, s.ID); core.CodeOf(err) != core.CodeInUse {
		t.Errorf("deleted before the guest knows: %v", err)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if got := starts(t, p, s.ID); got != before {
		t.Errorf("taken back: %s, was %s", got, before)
	}
	ok(t, p.Series.CallOff(ctx, s.ID, ""))
	d, err := p.Invitations.Send(ctx, s.ID, core.MethodCancel, path)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	for _, want := range []string{"METHOD:CANCEL", "UID:" + s.UID, "DTSTART;TZID=Europe/Berlin:20261203T160000", "RRULE:FREQ=WEEKLY\r\n", "SEQUENCE:1\r\n", "STATUS:CANCELLED"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %q in\n%s", want, data)
		}
	}
	if found, err := ical.Lint(ctx, bytes.NewReader(data)); err != nil || d.Sequence != 1 || len(found) > 0 {
		t.Errorf("SEQUENCE %d, %v, %v", d.Sequence, found, err)
	}
	if got := states(t, p, s.ID); got != "current" {
		t.Errorf("once told, the guest has %s", got)
	}
	begun, err := p.Series.Plan(ctx, core.Series{Relationship: s.Relationship, Start: civil("2026-11-12T16:00"), Rule: "FREQ=WEEKLY"})
	ok(t, err)
	if err := p.Series.CallOff(ctx, begun.ID, ""); core.CodeOf(err) != core.CodeSeriesBegun {
		t.Errorf("one that has begun: %v", err)
	}
}

func TestMessagesAboutOneOccurrence(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	dir := t.TempDir()
	send := func(id core.ID, method core.Method) (string, int) {
		t.Helper()
		path := filepath.Join(dir, fmt.Sprint(method, ".ics"))
		d, err := p.Invitations.Send(ctx, id, method, path)
		ok(t, err)
		data, err := os.ReadFile(path)
		ok(t, err)
		return strings.ReplaceAll(string(data), "\r\n ", ""), d.Sequence
	}
	one := occurrence(s, "2026-12-10T16:00")
	if _, err := p.Invitations.Send(ctx, one, core.MethodCancel, filepath.Join(dir, "x.ics")); core.CodeOf(err) != core.CodeState {
		t.Error(err)
	}
	send(s.ID, core.MethodRequest)
	knowsOld := func(id core.ID) bool { return said(t, p, id).OldTime }
	if knowsOld(one) || knowsOld(occurrence(s, "2026-12-17T16:00")) {
		t.Error("a guest of the whole series is said to know another time of one that stands")
	}
	ok(t, p.Meetings.Move(ctx, one, civil("2026-12-11T09:00"), core.Civil{}, ""))
	if got := states(t, p, one); got != "old_time" || !knowsOld(one) {
		t.Error(got)
	}
	text, n := send(one, core.MethodRequest)
	for _, want := range []string{"RECURRENCE-ID;TZID=Europe/Berlin:20261210T160000\r\n", "DTSTART;TZID=Europe/Berlin:20261211T090000\r\n", "UID:" + s.UID, "SEQUENCE:1\r\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if n != 1 || strings.Contains(text, "RRULE:FREQ=WEEKLY") || states(t, p, one) != "current" || knowsOld(one) {
		t.Errorf("%d, %s", n, states(t, p, one))
	}
	ok(t, p.Meetings.Cancel(ctx, one, "ill"))
	if got := states(t, p, one); got != "still_on" {
		t.Error(got)
	}
	text, n = send(one, core.MethodCancel)
	if n != 2 || !strings.Contains(text, "METHOD:CANCEL") || !strings.Contains(text, "RECURRENCE-ID") || states(t, p, one) != "current" {
		t.Errorf("%d\n%s", n, text)
	}
	sent, err := p.Invitations.Sent(ctx, one)
	if err != nil || len(sent) != 3 {
		t.Errorf("%d sent, %v", len(sent), err)
	}
	other, err := p.Invitations.Sent(ctx, occurrence(s, "2026-12-17T16:00"))
	if err != nil || len(other) != 1 {
		t.Errorf("%d sent, %v", len(other), err)
	}
}

// TestAGroupThatDoesNotSeeOneAnother sends the circle one message each, with what each may read of the agenda.
func TestAGroupThatDoesNotSeeOneAnother(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Leadership")
	all, err := p.Series.Of(ctx, rel.ID)
	ok(t, err)
	next := core.OccurrenceID(all[0].ID, civil("2026-12-09T10:00"))
	mentees := rel.Mentees()
	_, err = p.Agendas.Add(ctx, next, core.AgendaItem{Text: "For Arun", Readers: core.Visibility{Readers: mentees[:1]}})
	ok(t, err)
	_, err = p.Agendas.Add(ctx, next, core.AgendaItem{Text: "For all", Readers: core.Visibility{Readers: mentees}})
	ok(t, err)
	_, err = p.Agendas.Add(ctx, next, core.AgendaItem{Text: "SECRET"})
	ok(t, err)
	path := filepath.Join(t.TempDir(), "circle.eml")
	sent, err := p.Invitations.SendAs(ctx, next, core.MethodRequest, path, planner.Sending{Separately: true, Agenda: true})
	ok(t, err)
	if len(sent) != 5 {
		t.Fatalf("%d messages", len(sent))
	}
	for i, d := range sent {
		if len(d.To) != 1 || d.Sequence != 0 {
			t.Errorf("%+v", d)
		}
		if _, err := os.Stat(strings.TrimSuffix(path, ".eml") + fmt.Sprintf("-%d.eml", i+1)); err != nil {
			t.Error(err)
		}
	}
	if got := states(t, p, next); got != "current current current current current" {
		t.Error(got)
	}
	path = filepath.Join(t.TempDir(), "circle.ics")
	_, err = p.Invitations.SendAs(ctx, next, core.MethodRequest, path, planner.Sending{Separately: true, Agenda: true})
	ok(t, err)
	for i := range 5 {
		data, err := os.ReadFile(strings.TrimSuffix(path, ".ics") + fmt.Sprintf("-%d.ics", i+1))
		ok(t, err)
		text := strings.ReplaceAll(string(data), "\r\n ", "")
		if strings.Count(text, "ATTENDEE") != 1 || strings.Contains(text, "SECRET") || strings.Contains(text, "For Arun") != (i == 0) || !strings.Contains(text, "For all") {
			t.Errorf("%d:\n%s", i+1, text)
		}
	}
	path = filepath.Join(t.TempDir(), "all.ics")
	_, err = p.Invitations.SendAs(ctx, all[0].ID, core.MethodRequest, path, planner.Sending{Agenda: true, Together: true})
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	text := strings.ReplaceAll(string(data), "\r\n ", "")
	if strings.Contains(text, "SECRET") || strings.Contains(text, "For Arun") || !strings.Contains(text, "For all") || !strings.Contains(text, "BEGIN:VTIMEZONE") {
		t.Error(text)
	}
}
