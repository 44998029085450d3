package wire

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// images gives every record as the file has it, by kind and id.
func images(t *testing.T, p *planner.Planner) map[core.Ref]string {
	t.Helper()
	out := map[core.Ref]string{}
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				raw, err := json.Marshal(rec)
				if err != nil {
					return err
				}
				out[core.RefOf(rec)] = string(raw)
			}
		}
		return nil
	}))
	return out
}

// TestReplay does steps at random, takes some back and does some again, and then plays the journal's entries over the
// state from before: that gives the records, to the last revision.
func TestReplay(t *testing.T) {
	for seed := range uint64(3) {
		p := open(t)
		state := images(t, p)
		from := journalled(t, p)
		chance := rand.New(rand.NewPCG(seed, 7))
		done := 0
		for range 60 {
			if randomStep(t, p, chance) {
				done++
			}
		}
		if done < 30 {
			t.Fatalf("only %d steps were done", done)
		}
		for i, cs := range entriesAfter(t, p, from) {
			for _, c := range cs.Changes {
				switch before, there := state[c.Ref]; {
				case c.Made == there:
					t.Fatalf("entry %d (%s): made %v, and there before %v", i, cs.Title, c.Made, there)
				case c.Before != nil && string(c.Before) != before:
					t.Fatalf("entry %d (%s): %s was\n%s, not\n%s", i, cs.Title, c.Ref, before, c.Before)
				}
				if c.Gone {
					delete(state, c.Ref)
				} else {
					state[c.Ref] = string(c.After)
				}
			}
		}
		now := images(t, p)
		if len(state) != len(now) {
			t.Errorf("seed %d: %d records replayed, %d there", seed, len(state), len(now))
		}
		for ref, raw := range now {
			if state[ref] != raw {
				t.Fatalf("seed %d: %s is\n%s, replayed\n%s", seed, ref, raw, state[ref])
			}
		}
	}
}

func journalled(t *testing.T, p *planner.Planner) int { return len(entriesAfter(t, p, 0)) }

// entriesAfter gives the journal without its first entries.
func entriesAfter(t *testing.T, p *planner.Planner, skip int) (out []*planner.ChangeSet) {
	t.Helper()
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		n := 0
		for cs, err := range r.Journal(planner.JournalQuery{}) {
			if err != nil {
				return err
			}
			if n++; n > skip {
				out = append(out, cs)
			}
		}
		return nil
	}))
	return out
}

// randomStep does one of many use-cases with a record of the sample; false where it was refused.
func randomStep(t *testing.T, p *planner.Planner, chance *rand.Rand) bool {
	t.Helper()
	ctx := t.Context()
	one := func(kind core.Kind) core.ID {
		list, err := p.List(ctx, planner.Filter{Kind: kind})
		ok(t, err)
		if len(list) == 0 {
			return core.ID{}
		}
		return list[chance.IntN(len(list))].Base().ID
	}
	title := fmt.Sprint("Step ", chance.IntN(1000))
	steps := []func() error{
		func() error { return p.Actions.Done(ctx, one(core.KindAction)) },
		func() error { return p.Actions.Reopen(ctx, one(core.KindAction)) },
		func() error { return p.Actions.Delete(ctx, one(core.KindAction)) },
		func() error {
			return p.Goals.Change(ctx, one(core.KindGoal), func(g *core.Goal) error { g.Title = title; return nil })
		},
		func() error { return p.Goals.Close(ctx, one(core.KindGoal), core.GoalDropped) },
		func() error { return p.Goals.Delete(ctx, one(core.KindGoal)) },
		func() error { return p.Skills.Delete(ctx, one(core.KindSkill)) },
		func() error { return p.Meetings.Cancel(ctx, one(core.KindMeeting), title) },
		func() error { return p.Meetings.Delete(ctx, one(core.KindMeeting)) },
		func() error {
			_, err := p.Meetings.Close(ctx, one(core.KindMeeting), planner.Closing{Shared: title})
			return err
		},
		func() error {
			_, err := p.Agendas.Add(ctx, one(core.KindMeeting), core.AgendaItem{Text: title})
			return err
		},
		func() error { _, err := p.People.Add(ctx, core.Person{Name: title}); return err },
		func() error { return p.People.Merge(ctx, one(core.KindPerson), one(core.KindPerson)) },
		func() error { return p.People.Delete(ctx, one(core.KindPerson)) },
		func() error {
			return p.Relationships.End(ctx, one(core.KindRelationship), planner.End{DropActions: true, CancelMeetings: true})
		},
		func() error {
			_, err := p.Notes.Write(ctx, core.Note{About: core.Ref{Kind: core.KindPerson, ID: one(core.KindPerson)}, Text: title})
			return err
		},
		func() error { _, err := p.Undo(ctx); return err },
		func() error { _, err := p.Undo(ctx); return err },
		func() error { _, err := p.Redo(ctx); return err },
	}
	before := records(t, p)
	err := steps[chance.IntN(len(steps))]()
	if core.CodeOf(err) == core.CodeInternal || core.CodeOf(err) == core.CodeDamaged {
		t.Fatal(err)
	}
	if after := records(t, p); err != nil && after != before {
		t.Fatalf("a refused step (%v) left %d records of %d", err, after, before)
	}
	return err == nil
}

// records counts what there is, of all kinds.
func records(t *testing.T, p *planner.Planner) (n int) {
	t.Helper()
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for _, kind := range core.Kinds() {
			of, err := r.Count(kind)
			if err != nil {
				return err
			}
			n += of
		}
		return nil
	}))
	return n
}
