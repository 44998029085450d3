package planner

import (
	"context"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Today is what the owner sees in the morning.
type Today struct {
	Now     time.Time
	Date    core.Date
	Owner   *core.Person
	Side    core.Role
	Week    []MeetingRow // today's and the rest of this week's, in order; those called off left out
	Next    *Brief       // of the next meeting, or the one that is on; nil where there is none
	Last    *LastHeld    // the last held meeting of these days; nil where there is none
	Needs   []Need       // what needs the owner, the most pressing first
	More    int          // how many needs were left out of the list
	ToClose []Need       // meetings that are over and not closed, with their starts by the owner's clock, the last one first
	Learner Learner      // the same for one who learns; nothing for a mentor
	Inbox   Inbox        // what was taken down and put to nobody
	Hours   Hours
	People  int  // in the workspace, with the owner
	Related bool // there is a relationship of the owner's, or was one
	Sidebar []SidebarRow
}

// Fresh tells whether nothing has begun yet: the owner was never in a relationship, no meeting is to come, and nothing needs them.
func (t *Today) Fresh() bool {
	return !t.Related && len(t.Week) == 0 && t.Next == nil && t.Pressing(false) == 0 && t.Pressing(true) == 0
}

// Today gathers the first screen by index: nothing is read but what it shows.
func (p *Planner) Today(ctx context.Context) (*Today, error) {
	out, err := view(ctx, p.engine, func(r Reader) (*Today, error) {
		return newTodayReader(remembering(r), p.engine).read()
	})
	if err != nil || out.Last == nil {
		return out, err
	}
	drafts, err := p.Drafts.Of(ctx, core.RefOf(out.Last.Meeting))
	out.Last.Draft = drafts[FieldLine].Text
	return out, err
}

// todayReader reads one Today, each relationship once.
type todayReader struct {
	Reader
	e      *engine
	ws     *core.Workspace
	loc    *time.Location
	out    *Today
	rels   map[core.ID]*core.Relationship
	names  map[core.ID]string
	runs   map[core.ID]*schedule.Recurring // of series; nil for one that is gone
	others []core.ID                       // whom the owner is in a relationship with, or was
	beyond []MeetingRow                    // meetings after this week that may need a word of the owner's

	around stretch // read last
}

func newTodayReader(r Reader, e *engine) *todayReader {
	return &todayReader{
		Reader: r, e: e, rels: map[core.ID]*core.Relationship{}, names: map[core.ID]string{}, runs: map[core.ID]*schedule.Recurring{},
	}
}

func (t *todayReader) under() Reader { return t.Reader }

func (t *todayReader) read() (*Today, error) {
	today, owner, err := t.e.today(t)
	if err != nil {
		return nil, err
	}
	if t.ws, err = workspaceOf(t); err != nil {
		return nil, err
	}
	t.loc = zoneOf(owner)
	t.out = &Today{Now: t.e.now(), Date: today, Owner: owner, Side: t.ws.Side}
	for _, step := range []func() error{t.week, t.next, t.last, t.promises, t.toClose, t.quietOnes, t.proposals, t.untold, t.shifts, t.lateRuns, t.inbox, t.hours, t.later, t.laterClashes} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if err := t.toAnswer(); err != nil {
		return nil, err
	}
	t.toInvite()
	t.joined()
	if err := t.learner(); err != nil {
		return nil, err
	}
	needs, more := mostPressing(t.out.Needs)
	t.out.Needs, t.out.More = needs, t.out.More+more
	for _, list := range [][]Need{t.out.Needs, t.out.Learner.Needs} {
		if err := t.whose(list); err != nil {
			return nil, err
		}
	}
	n, err := t.Count(core.KindPerson)
	t.out.People = n
	return t.out, err
}

func (t *todayReader) relationship(id core.ID) (*core.Relationship, string, error) {
	if rel, ok := t.rels[id]; ok {
		return rel, t.names[id], nil
	}
	rel, err := load[core.Relationship](t, id)
	if err != nil {
		return nil, "", err
	}
	name, err := RelationshipName(t, rel)
	t.rels[id], t.names[id] = rel, name
	return rel, name, err
}
