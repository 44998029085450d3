package wire

import (
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What was carried over to a later meeting can be taken to one that is planned before it, in one step that can be undone: the
// closed meeting knows where its items are, a question goes along, and what was put on the later agenda by itself stays.
func TestWhatWaitsLaterIsTakenToAnEarlierMeeting(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Lucía").ID
	planned, err := p.Meetings.Of(ctx, rel)
	ok(t, err)
	for _, m := range planned {
		if m.Planned() {
			ok(t, p.Meetings.Cancel(ctx, m.ID, ""))
		}
	}
	plan := func(month time.Month, day int) core.ID {
		m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel, Start: core.NewDate(2026, month, day).At(9, 0)})
		ok(t, err)
		return m.ID
	}
	room := func(m core.ID) *planner.Room {
		out, err := p.Meetings.Room(ctx, m)
		ok(t, err)
		return out
	}
	texts := func(m core.ID) (out []string) {
		for _, item := range room(m).Meeting.OpenItems() {
			out = append(out, item.Text)
		}
		return out
	}
	went := func(m core.ID) (out []core.ID) {
		r := room(m)
		for _, item := range r.Meeting.Agenda {
			if to := r.Went[item.ID]; to != nil {
				out = append(out, to.ID)
			}
		}
		return out
	}
	first, later := plan(11, 20), plan(12, 7)
	_, err = p.Agendas.Add(ctx, first, core.AgendaItem{Text: "unfinished"})
	ok(t, err)
	q, err := p.Questions.Ask(ctx, core.Question{Text: "asked", Relationship: rel})
	ok(t, err)
	_, err = p.Agendas.Add(ctx, later, core.AgendaItem{Text: "of its own"})
	ok(t, err)
	_, err = p.Meetings.Close(ctx, first, planner.Closing{})
	ok(t, err)
	if r := room(later); r.Ahead != nil {
		t.Errorf("what waits at it is offered to the meeting itself: %+v", r.Ahead)
	}
	if got := went(first); !slices.Equal(got, []core.ID{later}) {
		t.Errorf("the items went to %v, not to %v", got, later)
	}

	early := plan(12, 3)
	_, err = p.Agendas.Add(ctx, early, core.AgendaItem{Text: "new"})
	ok(t, err)
	ahead := room(early).Ahead
	if ahead == nil || ahead.Meeting.ID != later || len(ahead.Items) != 1 || ahead.Items[0].Text != "unfinished" {
		t.Fatalf("offered is %+v", ahead)
	}
	ok(t, p.Agendas.Pull(ctx, later, core.RefOf(q)))
	asked := room(later).Meeting.Agenda[2].ID
	before := contents(t, p)
	ok(t, p.Agendas.Advance(ctx, early, later, ahead.Items[0].ID, asked))
	if got := texts(early); !slices.Equal(got, []string{"unfinished", "asked", "new"}) {
		t.Errorf("the earlier agenda is %v", got)
	}
	if got := texts(later); !slices.Equal(got, []string{"of its own"}) {
		t.Errorf("the later agenda is %v", got)
	}
	if got := went(first); !slices.Equal(got, []core.ID{early}) {
		t.Errorf("the items went to %v, not to %v", got, early)
	}
	ok(t, p.Agendas.Remove(ctx, early, asked))
	waits := room(early).Waiting
	if !slices.ContainsFunc(waits, func(x *core.Question) bool { return x.ID == q.ID }) {
		t.Error("a question that was taken along does not come back to the inbox when it is taken off")
	}
	for range 2 {
		_, err = p.Undo(ctx)
		ok(t, err)
	}
	if contents(t, p) != before {
		t.Error("undo does not put back what was taken")
	}

	ok(t, p.Agendas.Advance(ctx, early, later, ahead.Items[0].ID))
	if err := p.Agendas.Advance(ctx, first, early, ahead.Items[0].ID); core.CodeOf(err) != core.CodeState {
		t.Errorf("a closed meeting takes items: %v", err)
	}
	other, _, _ := next(t, p)
	if err := p.Agendas.Advance(ctx, other.ID, early, ahead.Items[0].ID); other.Relationship == rel || core.CodeOf(err) != core.CodeElsewhere {
		t.Errorf("a meeting of others takes items: %v", err)
	}
}
