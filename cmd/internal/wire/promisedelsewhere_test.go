package wire

import (
	"slices"
	"testing"

	"mentorbook/core"
)

// What was promised in a meeting can be moved to another relationship of the same people, and out of all, and keeps its meeting;
// to other people it is not moved. Whose it is cannot be taken out of the relationship of the meeting.
func TestAPromiseKeepsItsMeetingWhereverItIsMoved(t *testing.T) {
	p, owner, quinn, rels := quinnTwice(t)
	ctx := t.Context()
	ann, err := p.People.Add(ctx, core.Person{Name: "Ann"})
	ok(t, err)
	others := related(t, p, owner, core.RoleMentor, ann.ID)
	circle, err := p.Relationships.Add(ctx, core.Relationship{
		Format: core.FormatGroup, Duration: core.DurationOngoing, Specialisation: core.SpecProfessional,
		Participants: []core.Participant{{Person: owner, Role: core.RoleMentor}, {Person: quinn, Role: core.RoleMentee}, {Person: ann.ID, Role: core.RoleMentee}},
	})
	ok(t, err)
	today, err := p.TodayDate(ctx)
	ok(t, err)
	meeting, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rels[0], Start: today.AddDays(2).At(9, 0), Zone: "Europe/Berlin"})
	ok(t, err)
	for _, whose := range []core.ID{owner, quinn} {
		a, err := p.Actions.Add(ctx, core.Action{Title: "Find a book", Owner: whose, Relationships: []core.ID{rels[0]}, Meeting: meeting.ID})
		ok(t, err)
		move := func(to ...core.ID) error {
			return p.Actions.Edit(ctx, a.ID, to, func(*core.Action) error { return nil })
		}
		stands := func(to ...core.ID) {
			t.Helper()
			now, err := p.Actions.Get(ctx, a.ID)
			ok(t, err)
			if now.Meeting != meeting.ID || !slices.Equal(now.Relationships, to) || now.Readers.MayRead(quinn) != (len(to) > 0 || whose == quinn) && len(to) > 0 {
				t.Errorf("%+v", now)
			}
		}
		ok(t, move(rels[1]))
		stands(rels[1])
		_, err = p.Undo(ctx)
		ok(t, err)
		stands(rels[0])
		ok(t, move(rels[1]))
		of, err := p.Actions.OfMeeting(ctx, meeting.ID)
		ok(t, err)
		if !slices.ContainsFunc(of, func(x *core.Action) bool { return x.ID == a.ID }) {
			t.Error("the meeting does not know it any more")
		}
		for name, to := range map[string]core.ID{"others": others, "a circle": circle.ID} {
			if problems := core.Problems(move(to)); len(problems) == 0 || !slices.ContainsFunc(problems, func(e *core.Error) bool {
				return e.Code == core.CodeElsewhere && e.Field == "relationships" || e.Code == core.CodeNotParty
			}) {
				t.Errorf("to %s: %v", name, problems)
			}
		}
		stands(rels[1])
		ok(t, move())
		stands()
		ok(t, move(rels[1]))
	}
	_, err = p.Actions.Add(ctx, core.Action{Title: "Find another", Owner: owner, Relationships: []core.ID{others}, Meeting: meeting.ID})
	if problems := core.Problems(err); len(problems) != 1 || problems[0].Code != core.CodeElsewhere || problems[0].Field != "meeting" {
		t.Errorf("a new one of a meeting of others: %v", err)
	}
	// Quinn is replaced by Ann: what Quinn promised in a meeting stands in the way, though it belongs elsewhere.
	err = p.Relationships.Change(ctx, rels[0], func(r *core.Relationship) error { r.Participants[1].Person = ann.ID; return nil })
	if problems := core.Problems(err); len(problems) != 1 || problems[0].Code != core.CodeInUse {
		t.Errorf("taken out of it: %v", err)
	}
}
