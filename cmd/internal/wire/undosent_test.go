package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Steps whose records a message has changed since are taken back all the same, and what was sent stays as it is: no message is
// lost, and no count sinks.
func TestUndoBehindAMessage(t *testing.T) {
	for name, c := range map[string]struct {
		steps int                              // that are taken back
		left  func(replies []*core.Reply) bool // whether the answers are what they were before
		do    func(t *testing.T, p *planner.Planner, s *core.Series, d *core.Dispatch)
	}{
		"that the time stays, after it was kept": {1, proposed, func(t *testing.T, p *planner.Planner, s *core.Series, d *core.Dispatch) {
			answer(t, p, "counter.ics", counter(d, "20261203T170000", ""))
			ok(t, p.Replies.Keep(t.Context(), proposal(t, p, occurrence(s, "2026-12-03T16:00")).ID))
			tellKept(t, p, s.ID)
		}},
		"that the time stays, at once": {1, nobodySaid, func(t *testing.T, p *planner.Planner, s *core.Series, d *core.Dispatch) {
			answer(t, p, "counter.ics", counter(d, "20261203T170000", ""))
			tellKept(t, p, s.ID)
		}},
		"that the time stays, and all that was said of it": {2, nobodySaid, func(t *testing.T, p *planner.Planner, s *core.Series, d *core.Dispatch) {
			answer(t, p, "counter.ics", counter(d, "20261203T170000", ""))
			ok(t, p.Replies.Keep(t.Context(), proposal(t, p, occurrence(s, "2026-12-03T16:00")).ID))
			tellKept(t, p, s.ID)
		}},
		"a newer proposal than one that was answered": {1, proposed, func(t *testing.T, p *planner.Planner, s *core.Series, d *core.Dispatch) {
			answer(t, p, "counter.ics", counter(d, "20261203T170000", ""))
			answer(t, p, "counter.ics", strings.Replace(counter(d, "20261203T173000", ""), "DTSTAMP:20261123T13", "DTSTAMP:20261123T15", 1))
			tellKept(t, p, s.ID)
		}},
		"a guest is merged and told": {1, answeredAlready, func(t *testing.T, p *planner.Planner, s *core.Series, d *core.Dispatch) {
			answer(t, p, "counter.ics", counter(d, "20261203T170000", ""))
			other, err := p.People.Add(t.Context(), core.Person{Name: "Amina Yusuf", Emails: []string{"amina@other.example"}})
			ok(t, err)
			ok(t, p.People.Merge(t.Context(), other.ID, d.To[0].Person))
			tellKept(t, p, s.ID)
		}},
		"a guest is merged and invited": {2, nobodySaid, func(t *testing.T, p *planner.Planner, s *core.Series, d *core.Dispatch) {
			other, err := p.People.Add(t.Context(), core.Person{Name: "Amina Yusuf", Emails: []string{"amina@other.example"}})
			ok(t, err)
			ok(t, p.People.Merge(t.Context(), other.ID, d.To[0].Person))
			_, err = p.Invitations.Send(t.Context(), s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "again.eml"))
			ok(t, err)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
			c.do(t, p, s, d)
			sent := sentOf(t, p)
			for i := range c.steps {
				step, err := p.Undo(t.Context())
				if err != nil {
					t.Fatalf("step %d is refused: %v", i+1, err)
				}
				if len(step.Passed) > 0 {
					t.Errorf("passed over: %+v", step.Passed)
				}
			}
			var replies []*core.Reply
			ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
				for rec, err := range r.All(core.KindReply) {
					ok(t, err)
					if reply := rec.(*core.Reply); reply.Series == s.ID {
						replies = append(replies, reply)
					}
				}
				return nil
			}))
			if !c.left(replies) || len(replies) > 0 && replies[0].Person != d.To[0].Person {
				t.Errorf("answers: %+v", replies)
			}
			now := sentOf(t, p)
			if len(now) != len(sent) {
				t.Errorf("%d messages of %d are left", len(now), len(sent))
			}
			for id, n := range sent {
				if got, there := now[id]; !there || got != n {
					t.Errorf("a message of count %d has %d, is there: %v", n, got, there)
				}
			}
		})
	}
}

func nobodySaid(replies []*core.Reply) bool { return len(replies) == 0 }

func proposed(replies []*core.Reply) bool { return len(replies) == 1 && replies[0].Proposes() }

func answeredAlready(replies []*core.Reply) bool {
	return len(replies) == 1 && !replies[0].Proposes() && replies[0].Kept.IsZero()
}

func tellKept(t *testing.T, p *planner.Planner, id core.ID) {
	t.Helper()
	_, err := p.Invitations.Send(t.Context(), id, core.MethodDeclineCounter, filepath.Join(t.TempDir(), "kept.eml"))
	ok(t, err)
}

// sentOf gives the counts of all messages.
func sentOf(t *testing.T, p *planner.Planner) map[core.ID]int {
	t.Helper()
	out := map[core.ID]int{}
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for rec, err := range r.All(core.KindDispatch) {
			ok(t, err)
			out[rec.Base().ID] = rec.(*core.Dispatch).Sequence
		}
		return nil
	}))
	return out
}
