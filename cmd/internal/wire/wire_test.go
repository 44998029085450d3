package wire

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

func noon() time.Time { return time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC) }

// open gives a planner over a new file with the mentor's sample.
func open(t *testing.T) *planner.Planner { return openWith(t, core.Kinds()...) }

// openWith makes a workspace with the sample's records of some kinds.
func openWith(t *testing.T, kinds ...core.Kind) *planner.Planner {
	t.Helper()
	store, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), "a.mentorbook"), storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	p, err := Planner(t.Context(), store, Clock{Fixed: noon()}, "test", core.English)
	if err != nil {
		t.Fatal(err)
	}
	some := func(yield func(core.Record, error) bool) {
		for rec, err := range sample.Records(sample.Options{As: core.RoleMentor, Now: noon()}) {
			if (err != nil || slices.Contains(kinds, rec.Kind())) && !yield(rec, err) {
				return
			}
		}
	}
	ok(t, p.Exchange.Fill(t.Context(), planner.TitleSampleMade, some, nil))
	return p
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// contents gives every record without what each write renews.
func contents(t *testing.T, p *planner.Planner) string {
	t.Helper()
	var out strings.Builder
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				h := rec.Base()
				h.Rev, h.Parent, h.Updated = core.Revision{}, core.Revision{}, time.Time{}
				raw, err := json.Marshal(rec)
				if err != nil {
					return err
				}
				out.Write(append(raw, '\n'))
			}
		}
		return nil
	}))
	return out.String()
}

func named(t *testing.T, p *planner.Planner, name string) *core.Relationship {
	t.Helper()
	all, err := p.Relationships.All(t.Context())
	ok(t, err)
	for _, rel := range all {
		if got, err := p.NameOf(t.Context(), rel); err == nil && strings.HasPrefix(got, name) {
			return rel
		}
	}
	t.Fatalf("no relationship %s", name)
	return nil
}

// TestUndoIsIdentity does many use-cases, each changing many records, takes them back one by one and does them
// again: every state on the way back, and forth, is the one that was there before.
func TestUndoIsIdentity(t *testing.T) {
	p, ctx := open(t), t.Context()
	amina, circle := named(t, p, "Amina"), named(t, p, "Leadership")
	steps := []func() error{
		func() error { return p.People.Delete(ctx, amina.Others(amina.Mentors()[0])[0]) },
		func() error {
			return p.Relationships.End(ctx, circle.ID, planner.End{DropActions: true, CancelMeetings: true})
		},
		func() error { return p.Relationships.Delete(ctx, named(t, p, "Tomasz").ID) },
		func() error { return p.People.Delete(ctx, circle.Mentees()[0]) },
		func() error {
			return p.Workspace.Change(ctx, func(w *core.Workspace) error { w.WeeklyHours++; return nil })
		},
	}
	states := []string{contents(t, p)}
	for i, step := range steps {
		if err := step(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		states = append(states, contents(t, p))
		if states[i] == states[i+1] {
			t.Fatalf("step %d changed nothing", i)
		}
	}
	for i := len(steps) - 1; i >= 0; i-- {
		_, err := p.Undo(ctx)
		ok(t, err)
		if contents(t, p) != states[i] {
			t.Fatalf("undo of step %d is not identity", i)
		}
	}
	for i := range steps {
		_, err := p.Redo(ctx)
		ok(t, err)
		if contents(t, p) != states[i+1] {
			t.Fatalf("redo of step %d is not the step", i)
		}
	}
}

// TestUndoRefusesWhatHasChangedSince changes a record by another way than the undo list.
func TestUndoRefusesWhatHasChangedSince(t *testing.T) {
	p, ctx := open(t), t.Context()
	ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.WeeklyHours = 7; return nil }))
	err := p.Store.Update(ctx, func(w planner.Writer) error {
		for rec, err := range w.All(core.KindWorkspace) {
			if err != nil {
				return err
			}
			rec.(*core.Workspace).Length = 90
			return w.Put(rec)
		}
		return nil
	})
	ok(t, err)
	if _, err := p.Undo(ctx); core.CodeOf(err) != core.CodeConflict {
		t.Fatalf("undo gave %v", err)
	}
}

// TestAnExportEndsWhenItIsStopped stops one in the midst, and finds nothing written.
func TestAnExportEndsWhenItIsStopped(t *testing.T) {
	p := open(t)
	ctx, stop := context.WithCancel(t.Context())
	path, told := filepath.Join(t.TempDir(), "x.json"), 0
	err := p.Exchange.WriteFile(ctx, path, func(int, int) {
		told++
		stop()
	})
	if _, missing := os.Stat(path); core.CodeOf(err) != core.CodeCancelled || told != 1 || missing == nil {
		t.Errorf("%v, told %d times, %v", err, told, missing)
	}
}

// TestBulkIsAllOrNothing cuts an import off by an error and by a cancellation, takes one back, and does it again.
func TestBulkIsAllOrNothing(t *testing.T) {
	store, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), "a.mentorbook"), storage.Options{})
	ok(t, err)
	defer store.Close()
	p, err := Planner(t.Context(), store, Clock{Fixed: noon()}, "test", core.English)
	ok(t, err)
	opt := sample.Options{As: core.RoleMentor, Now: noon(), Relationships: 20, Meetings: 25, Actions: 3, Seed: 1} // more than two batches
	broken := errors.New("broken")
	err = p.Exchange.Fill(t.Context(), planner.TitleSampleMade, cut(sample.Records(opt), 1500, broken), nil)
	if !errors.Is(err, broken) || contents(t, p) != "" {
		t.Fatalf("after an error (%v) something stayed", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = sample.Fill(ctx, p, opt, func(done int) {
		if done >= 1000 {
			cancel()
		}
	})
	if core.CodeOf(err) != core.CodeCancelled || contents(t, p) != "" {
		t.Fatalf("after a cancellation (%v) something stayed", err)
	}
	ok(t, sample.Fill(t.Context(), p, opt, nil))
	before := contents(t, p)
	if _, err := p.Undo(t.Context()); core.CodeOf(err) != core.CodeNothingToUndo || contents(t, p) != before {
		t.Fatalf("the beginning of a workspace was taken back: %v", err)
	}
	importPeople(t, p, 2100)
	full := contents(t, p)
	if full == before {
		t.Fatal("the import did nothing")
	}
	if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
		t.Fatalf("undo of the whole: %v", err)
	}
	if _, err := p.Redo(t.Context()); err != nil || contents(t, p) != full {
		t.Fatalf("redo of the whole: %v", err)
	}
}

// importPeople takes in n people whom nobody knows yet, as one bulk work.
func importPeople(t *testing.T, p *planner.Planner, n int) {
	t.Helper()
	var file strings.Builder
	file.WriteString("First Name,Last Name,E-mail 1 - Value\n")
	for i := range n {
		fmt.Fprintf(&file, "Guest,Number %d,guest%d@many.example\n", i, i)
	}
	plan, err := p.People.ReadPeople(t.Context(), "many.csv", strings.NewReader(file.String()))
	ok(t, err)
	ok(t, p.People.Import(t.Context(), plan, nil))
}

func cut(records iter.Seq2[core.Record, error], n int, err error) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		i := 0
		for rec, e := range records {
			if i++; i > n {
				yield(nil, err)
				return
			}
			if !yield(rec, e) {
				return
			}
		}
	}
}

// TestCarryOverGoesBothWays closes a meeting while the next exists, and before it does.
func TestCarryOverGoesBothWays(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Lucía").ID
	plan := func(day int) *core.Meeting {
		m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel, Start: core.NewDate(2026, 11, day).At(9, 0)})
		ok(t, err)
		return m
	}
	open := func(m core.ID) (texts []string) {
		got, err := p.Meetings.Get(ctx, m)
		ok(t, err)
		for _, item := range got.OpenItems() {
			texts = append(texts, item.Text)
		}
		return texts
	}
	first, second := plan(20), plan(22)
	_, err := p.Agendas.Add(ctx, first.ID, core.AgendaItem{Text: "unfinished"})
	ok(t, err)
	closed, err := p.Meetings.Close(ctx, first.ID, planner.Closing{})
	ok(t, err)
	if closed.Carried != 1 || closed.Next != second.ID || !slices.Contains(open(second.ID), "unfinished") {
		t.Fatalf("carried %d to %s, whose agenda is %v", closed.Carried, closed.Next, open(second.ID))
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if len(open(second.ID)) != 0 || len(open(first.ID)) != 1 {
		t.Fatal("undo of the closing left the item carried")
	}

	// And before there is a next one: the one that is planned then takes it, by itself or as the first of a series.
	all, err := p.Meetings.Of(ctx, rel)
	ok(t, err)
	for _, m := range all {
		if m.Planned() && m.ID != first.ID {
			ok(t, p.Meetings.Cancel(ctx, m.ID, ""))
		}
	}
	closed, err = p.Meetings.Close(ctx, first.ID, planner.Closing{})
	ok(t, err)
	if closed.Carried != 1 || !closed.Next.IsZero() {
		t.Fatalf("carried %d to %s", closed.Carried, closed.Next)
	}
	if third := plan(30); !slices.Contains(open(third.ID), "unfinished") {
		t.Fatal("a meeting that is planned afterwards begins without what was left open")
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	day := core.NewDate(2026, 12, 1)
	series, err := p.Series.Plan(ctx, core.Series{Relationship: rel, Start: day.At(9, 0), Rule: "FREQ=WEEKLY"})
	ok(t, err)
	all, err = p.Series.Occurrences(ctx, series.ID, core.Period{From: day, To: day.AddDays(15)})
	ok(t, err)
	if len(all) != 3 || !slices.Contains(open(all[0].ID), "unfinished") || len(open(all[1].ID)) != 0 {
		t.Fatalf("of %d meetings, the first begins with %v", len(all), open(all[0].ID))
	}
	if len(open(first.ID)) != 0 {
		t.Error("the item stands on the closed meeting as well")
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if len(open(first.ID)) != 1 {
		t.Error("undo of the series left the item carried")
	}
}

// TestTheWorldIsNeverUnseen moves a meeting that was sent, and undoes the move: SEQUENCE only rises.
func TestTheWorldIsNeverUnseen(t *testing.T) {
	p, ctx := open(t), t.Context()
	m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: named(t, p, "Sara").ID, Start: core.NewDate(2026, 12, 10).At(9, 0)})
	ok(t, err)
	send := func(method core.Method) int {
		d, err := p.Invitations.Send(ctx, m.ID, method, filepath.Join(t.TempDir(), "a.ics"))
		ok(t, err)
		return d.Sequence
	}
	got := []int{send(core.MethodRequest), send(core.MethodRequest)}
	ok(t, p.Meetings.Move(ctx, m.ID, core.NewDate(2026, 12, 11).At(9, 0), core.Civil{}, ""))
	got = append(got, send(core.MethodRequest))
	_, err = p.Undo(ctx)
	ok(t, err)
	got = append(got, send(core.MethodRequest))
	_, err = p.Undo(ctx)
	ok(t, err)
	if off, err := p.Meetings.Get(ctx, m.ID); err != nil || off.Status != core.MeetingCancelled {
		t.Fatalf("the making of a sent meeting was undone: %+v, %v", off, err)
	}
	owed, err := p.Invitations.Owed(ctx, []core.Ref{core.RefOf(m)})
	ok(t, err)
	if len(owed) != 1 || owed[0].Method != core.MethodCancel {
		t.Fatalf("the guests are not told: %+v", owed)
	}
	_, err = p.Redo(ctx)
	ok(t, err)
	if on, err := p.Meetings.Get(ctx, m.ID); err != nil || !on.Planned() {
		t.Fatalf("done again it is %+v, %v", on, err)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	got = append(got, send(core.MethodCancel))
	if want := []int{0, 0, 1, 2, 3}; !slices.Equal(got, want) {
		t.Fatalf("sequences %v, want %v", got, want)
	}
}

// A step that guests have seen the end of and that can't be taken back says so once, and does not bar those before it.
func TestAStepThatStaysIsPassedOver(t *testing.T) {
	p, ctx := open(t), t.Context()
	before, err := p.Goals.Add(ctx, core.Goal{Person: named(t, p, "Sara").Mentees()[0], Title: "Speak up"})
	ok(t, err)
	s, err := p.Series.Plan(ctx, core.Series{
		Relationship: named(t, p, "Amina").ID, Start: core.CivilOf(noon()).AddMinutes(-2 * 24 * 60), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=4",
	})
	ok(t, err)
	_, err = p.Invitations.Send(ctx, s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
	ok(t, err)
	if _, err := p.Undo(ctx); core.CodeOf(err) != core.CodeSeriesBegun {
		t.Fatalf("a series that guests have and that has begun was undone: %v", err)
	}
	if _, err := p.Series.Get(ctx, s.ID); err != nil {
		t.Fatal(err)
	}
	step, err := p.Undo(ctx)
	ok(t, err)
	if step.Title != planner.TitleGoalAdded {
		t.Errorf("%+v", step)
	}
	if _, err := p.Goals.Get(ctx, before.ID); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("the step before was not reached: %v", err)
	}
}

// TestNothingPrivateLeaves plants a mark in every text of every record that is private or not released, and
// looks for marks in every report for another audience and in every invitation, decompressed.
func TestNothingPrivateLeaves(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("pdftotext is missing")
	}
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	plant(t, p, rel)
	for _, audience := range core.Audiences() {
		for _, lang := range []core.Language{core.English, core.Russian} {
			path := filepath.Join(t.TempDir(), "r.pdf")
			req := core.ReportRequest{
				Relationship: rel.ID, Audience: audience, Language: lang,
				Period: core.Period{From: core.NewDate(2025, 11, 1), To: core.NewDate(2026, 12, 1)},
			}
			_, err := p.Reports.Write(ctx, req, path, nil)
			ok(t, err)
			text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
			ok(t, err)
			if i := strings.Index(string(text), "SECRET"); i >= 0 {
				t.Errorf("%s in %s: …%s", audience, lang, text[i:min(i+60, len(text))])
			}
			if !bytes.Contains(text, []byte("Amina")) {
				t.Errorf("%s in %s: not a report about her", audience, lang)
			}
		}
	}
	meetings, err := p.Meetings.Of(ctx, rel.ID)
	ok(t, err)
	path := filepath.Join(t.TempDir(), "i.ics")
	_, err = p.Invitations.Send(ctx, meetings[len(meetings)-1].ID, core.MethodRequest, path)
	ok(t, err)
	raw, err := os.ReadFile(path)
	ok(t, err)
	if bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n "), nil), []byte("SECRET")) {
		t.Error("an invitation holds private text")
	}
}

// plant writes marks into what must never leave: private goals and skills, notes, questions, agenda items,
// private actions, reasons, and what an assessment says.
func plant(t *testing.T, p *planner.Planner, rel *core.Relationship) {
	t.Helper()
	ctx := t.Context()
	mentee := rel.Mentees()[0]
	_, err := p.Goals.Add(ctx, core.Goal{Person: mentee, Title: "SECRET goal", Why: "SECRET", Evidence: []string{"SECRET"}, Relationships: []core.ID{rel.ID}})
	ok(t, err)
	k, err := p.Skills.Add(ctx, core.Skill{Person: mentee, Name: "SECRET skill", Scale: []string{"SECRET a", "SECRET b"}, Relationships: []core.ID{rel.ID}})
	ok(t, err)
	_, err = p.Skills.Assess(ctx, core.Assessment{Skill: k.ID, Level: 1, Evidence: "SECRET evidence"})
	ok(t, err)
	private := core.Action{Title: "SECRET action", Owner: mentee, Due: core.NewDate(2026, 11, 20)}
	a, err := p.Actions.Add(ctx, private)
	ok(t, err)
	ok(t, p.Actions.Done(ctx, a.ID))
	_, err = p.Questions.Ask(ctx, core.Question{Relationship: rel.ID, Text: "SECRET question"})
	ok(t, err)
	meetings, err := p.Meetings.Of(ctx, rel.ID)
	ok(t, err)
	for _, m := range meetings {
		_, err := p.Notes.Write(ctx, core.Note{About: core.RefOf(m), Text: "SECRET note"})
		ok(t, err)
		ok(t, p.Meetings.Change(ctx, m.ID, func(m *core.Meeting) error {
			m.Reason, m.Origin.Description = "SECRET reason", "SECRET invitation"
			return nil
		}))
		_, err = p.Agendas.Add(ctx, m.ID, core.AgendaItem{Text: "SECRET item"})
		ok(t, err)
	}
	_, err = p.Notes.Write(ctx, core.Note{About: core.Ref{Kind: core.KindPerson, ID: mentee}, Text: "SECRET about her"})
	ok(t, err)
	ok(t, p.Relationships.Change(ctx, rel.ID, func(r *core.Relationship) error { r.Purpose = "SECRET purpose"; return nil }))
}

// Whatever the clock does, a later message bears a later DTSTAMP: a guest drops what seems older (RFC 5546 2.1.5).
func TestStampsOnlyRise(t *testing.T) {
	p, ctx := open(t), t.Context()
	m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: named(t, p, "Sara").ID, Start: core.NewDate(2026, 12, 10).At(9, 0)})
	ok(t, err)
	var last time.Time
	for range 3 { // the clock of the test stands still
		d, err := p.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
		ok(t, err)
		if !d.At.After(last) {
			t.Errorf("%v after %v", d.At, last)
		}
		last = d.At
	}
}
