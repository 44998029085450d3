package ui_test

import (
	"context"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// aMeeting gives the first meeting after the sample's day.
func aMeeting(t *testing.T, p *planner.Planner) *core.Meeting {
	t.Helper()
	today := core.DateOf(uitest.Now())
	list, err := p.List(context.Background(), planner.Filter{Kind: core.KindMeeting, Period: core.Period{From: today.AddDays(1), To: today.AddDays(60)}})
	if err != nil || len(list) == 0 {
		t.Fatalf("%d meetings, %v", len(list), err)
	}
	return list[0].(*core.Meeting)
}

// slowStore keeps each draft only when the test says so, as a disk does that is busy with something else.
type slowStore struct {
	planner.Store

	started chan string   // a text that is being kept
	goOn    chan struct{} // it may be
}

func (s slowStore) SaveDraft(ctx context.Context, d planner.Draft) error {
	s.started <- d.Text
	<-s.goOn
	return s.Store.SaveDraft(ctx, d)
}

// While the disk is slow, texts that nobody needs any more do not queue up behind one another, and the last one is kept.
func TestASlowDiskKeepsTheLastDraft(t *testing.T) {
	s := slowStore{started: make(chan string, 100), goOn: make(chan struct{}, 100)}
	var meeting *core.Meeting
	h := uitest.Open(t, uitest.Options{
		Before: func(p *planner.Planner) { meeting = aMeeting(t, p) },
		Change: func(c *ui.Config) {
			s.Store = c.Planner.Store
			c.Planner.Store = s
		},
	})
	h.Go(shell.Route{Screen: "meeting", ID: meeting.ID})
	h.Keys("Alt+3")
	for i, r := range "letters" {
		h.Type(string(r))
		h.Clock.Move(time.Second) // each is kept by itself
		if i == 0 {
			if got := <-s.started; got != "l" {
				t.Fatalf("first %q is kept", got)
			}
		}
	}
	close(s.goOn) // from now on the disk is quick
	h.Settle()
	if n := len(s.started); n != 1 {
		t.Errorf("%d more texts were kept", n)
	}
	if got := <-s.started; got != "letters" {
		t.Errorf("then %q is kept", got)
	}
	h.Type("!")
	h.Keys("Escape") // a step that comes in between has its place in the order
	h.Settle()
	if drafts(t, h) != 0 {
		t.Errorf("%d drafts are left", drafts(t, h))
	}
}
