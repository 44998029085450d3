package wire

import (
	"fmt"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// next gives the next planned meeting, with whom it is and whose workspace it is.
func next(t *testing.T, p *planner.Planner) (m *core.Meeting, other, owner core.ID) {
	t.Helper()
	today, err := p.Today(t.Context())
	ok(t, err)
	if today.Next == nil || len(today.Next.Others) != 1 {
		t.Fatalf("%+v", today.Next)
	}
	return today.Next.Meeting, today.Next.Others[0].ID, today.Owner.ID
}

// A promise that only the owner reads stays so when it is pulled onto an agenda, and what is pulled twice is there once.
func TestWhatIsPulledKeepsItsReaders(t *testing.T) {
	p := open(t)
	m, other, owner := next(t, p)
	a, err := p.Actions.Add(t.Context(), core.Action{Title: "Think about her pay", Owner: owner})
	ok(t, err)
	q, err := p.Questions.Ask(t.Context(), core.Question{Text: "How?", Relationship: m.Relationship})
	ok(t, err)
	refs := []core.Ref{core.RefOf(a), core.RefOf(q)}
	before := contents(t, p)
	ok(t, p.Agendas.Pull(t.Context(), m.ID, refs...))
	ok(t, p.Agendas.Pull(t.Context(), m.ID, refs...))
	got, err := p.Meetings.Get(t.Context(), m.ID)
	ok(t, err)
	items := got.Agenda[len(m.Agenda):]
	if len(items) != 2 || !items[0].Readers.Private() || items[1].Readers.Private() || !items[1].Readers.MayRead(other) {
		t.Fatalf("%+v", items)
	}
	step, err := p.Undoable(t.Context())
	ok(t, err)
	if step.Title != planner.TitleAgendaPulledMany || step.Args["n"] != "2" || step.Args["name"] != "" {
		t.Errorf("the step tells of %q, %v", step.Title, step.Args)
	}
	room, err := p.Meetings.Room(t.Context(), m.ID)
	ok(t, err)
	for _, open := range room.Open {
		if open.ID == a.ID {
			t.Error("it waits to be pulled and is on the agenda")
		}
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if contents(t, p) != before {
		t.Error("one undo does not put both back")
	}
	if err := p.Agendas.Pull(t.Context(), m.ID, core.Ref{Kind: core.KindGoal, ID: a.ID}); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("a goal is pulled: %v", err)
	}
}

// Steps on an agenda are named after their item, and an item belongs to somebody who takes part.
func TestAgendaStepsAreNamed(t *testing.T) {
	p := open(t)
	m, _, _ := next(t, p)
	id, err := p.Agendas.Add(t.Context(), m.ID, core.AgendaItem{Text: "The talk"})
	ok(t, err)
	for _, c := range []struct {
		title planner.Title
		do    func() error
	}{
		{planner.TitleAgendaDone, func() error { return p.Agendas.Tick(t.Context(), m.ID, id, true) }},
		{planner.TitleAgendaReopened, func() error { return p.Agendas.Tick(t.Context(), m.ID, id, false) }},
		{planner.TitleAgendaMoved, func() error { return p.Agendas.Reorder(t.Context(), m.ID, id, 0) }},
		{planner.TitleAgendaRemoved, func() error { return p.Agendas.Remove(t.Context(), m.ID, id) }},
	} {
		ok(t, c.do())
		if s, err := p.Undoable(t.Context()); err != nil || s.Title != c.title || s.Args["name"] != "The talk" {
			t.Errorf("%s: %+v, %v", c.title, s, err)
		}
	}
	stranger, err := p.People.Add(t.Context(), core.Person{Name: "A stranger"})
	ok(t, err)
	if _, err := p.Agendas.Add(t.Context(), m.ID, core.AgendaItem{Text: "x", Owner: stranger.ID}); core.CodeOf(err) != core.CodeNotParty {
		t.Errorf("a stranger brings an item: %v", err)
	}
}

func TestAppendAddsToTheSameReadersNote(t *testing.T) {
	p := open(t)
	m, other, owner := next(t, p)
	both := core.Visibility{Readers: []core.ID{owner, other}}
	about := core.RefOf(m)
	for _, line := range []string{"one", "two"} {
		for _, readers := range []core.Visibility{{}, both} {
			_, err := p.Notes.Append(t.Context(), about, line, readers)
			ok(t, err)
		}
	}
	all, err := p.Notes.About(t.Context(), m.ID)
	ok(t, err)
	if len(all) != 2 || all[0].Text != "one\n\ntwo" || all[1].Text != all[0].Text || all[0].Readers.Private() == all[1].Readers.Private() {
		t.Errorf("%+v", all)
	}
}

func TestDraftsThatSayWhatIsKeptAreNotUnfinished(t *testing.T) {
	p := open(t)
	m, _, _ := next(t, p)
	key := planner.DraftKey(core.RefOf(m), planner.FieldPrivate)
	unfinished := func() int {
		t.Helper()
		all, err := p.Drafts.Unfinished(t.Context())
		ok(t, err)
		return len(all)
	}
	ok(t, p.Drafts.Keep(t.Context(), key, "half"))
	if n := unfinished(); n != 1 {
		t.Errorf("%d", n)
	}
	_, err := p.Notes.Write(t.Context(), core.Note{About: core.RefOf(m), Text: "half"})
	ok(t, err)
	if n := unfinished(); n != 0 {
		t.Errorf("%d, though it is kept", n)
	}
	ok(t, p.Drafts.Keep(t.Context(), key, ""))
	for i, bad := range []string{"x", "note/abc/y", "nonsense/" + m.ID.String() + "/y", planner.DraftKey(core.Ref{Kind: core.KindMeeting, ID: core.ID{1}}, "y")} {
		ok(t, p.Drafts.Keep(t.Context(), bad, fmt.Sprint("text ", i)))
	}
	if n := unfinished(); n != 0 {
		t.Errorf("%d of no record", n)
	}
}

// What is planned anew is named by what changed, and clashes with all that is there but itself.
func TestReplanAndClashes(t *testing.T) {
	p := open(t)
	m, _, _ := next(t, p)
	ok(t, p.Meetings.Replan(t.Context(), m.ID, func(x *core.Meeting) error { x.Title = "The talk"; return nil }))
	if s, err := p.Undoable(t.Context()); err != nil || s.Title != planner.TitleMeetingChanged {
		t.Errorf("%+v, %v", s, err)
	}
	ok(t, p.Meetings.Replan(t.Context(), m.ID, func(x *core.Meeting) error { x.Start, x.End = x.Start.AddMinutes(30), x.End.AddMinutes(30); return nil }))
	if s, err := p.Undoable(t.Context()); err != nil || s.Title != planner.TitleMeetingMoved {
		t.Errorf("%+v, %v", s, err)
	}
	for minutes, want := range map[int]planner.Title{m.Length() + 15: planner.TitleMeetingLonger, m.Length() - 15: planner.TitleMeetingShorter} {
		ok(t, p.Meetings.MoveFor(t.Context(), m.ID, m.Start.AddMinutes(30), minutes, ""))
		if s, err := p.Undoable(t.Context()); err != nil || s.Title != want {
			t.Errorf("%d minutes: %+v, %v", minutes, s, err)
		}
		ok(t, p.Meetings.MoveFor(t.Context(), m.ID, m.Start.AddMinutes(30), m.Length(), ""))
	}
	again := *m
	again.Start, again.End = m.Start.AddMinutes(30), m.End.AddMinutes(30)
	if all, err := p.Meetings.ClashesOf(t.Context(), again); err != nil || len(all) != 0 {
		t.Errorf("it clashes with itself: %+v, %v", all, err)
	}
	again.ID = core.ID{}
	if all, err := p.Meetings.ClashesOf(t.Context(), again); err != nil || len(all) == 0 || all[0].Title != "The talk" {
		t.Errorf("%+v, %v", all, err)
	}
	ok(t, p.Meetings.Cancel(t.Context(), m.ID, ""))
	if err := p.Meetings.Replan(t.Context(), m.ID, func(*core.Meeting) error { return nil }); core.CodeOf(err) != core.CodeState {
		t.Errorf("a meeting that is off is moved: %v", err)
	}
}

// Closing writes the notes that are handed in with it, in one step; one that was called off late carries its items on.
func TestClosingTakesNotesAlong(t *testing.T) {
	p := open(t)
	m, _, _ := next(t, p)
	ok(t, p.Meetings.Move(t.Context(), m.ID, m.Start.AddMinutes(-120), core.Civil{}, ""))
	before := contents(t, p)
	closed, err := p.Meetings.Close(t.Context(), m.ID, planner.Closing{Off: true, Reason: "ill", Private: "Send flowers"})
	ok(t, err)
	if closed.Meeting.Status != core.MeetingCancelledLate || closed.Carried != len(m.Agenda) || closed.Next.IsZero() {
		t.Errorf("%+v", closed)
	}
	if all, err := p.Notes.About(t.Context(), m.ID); err != nil || len(all) != 1 || all[0].About != core.RefOf(m) {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
		t.Errorf("one undo does not open it again: %v", err)
	}
}
