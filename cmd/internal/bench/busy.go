package main

import (
	"context"
	"errors"
	"fmt"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
)

// busySample is 1,000 relationships with a year behind them, in one of whose meetings there is much to say.
func (l *lab) busySample() sample.Options {
	opt := sample.Options{As: core.RoleMentor, Now: now(), Language: core.English, Relationships: 1000, Meetings: 12, Actions: 2, Seed: 2}
	if l.quick {
		opt.Relationships, opt.Meetings = 12, 6
	}
	return opt
}

// agendaItems says how much there is to say in the busy meeting.
const agendaItems = 200

// busyMeeting gives the next meeting of that sample, with an agenda of 200 items: what is missing is added.
func (l *lab) busyMeeting(ctx context.Context) (id core.ID, err error) {
	path, err := l.workspace(ctx, l.busySample())
	if err != nil {
		return id, err
	}
	p, end, err := l.planner(ctx, path)
	if err != nil {
		return id, err
	}
	defer func() { err = errors.Join(err, end()) }()
	today := core.DateOf(now())
	list, err := p.List(ctx, planner.Filter{Kind: core.KindMeeting, Period: core.Period{From: today.AddDays(1), To: today.AddDays(60)}})
	if err != nil {
		return id, err
	}
	for _, rec := range list {
		if m := rec.(*core.Meeting); m.Planned() && m.Series.IsZero() {
			return m.ID, l.makeBusy(ctx, p, m)
		}
	}
	return id, errors.New("the sample has no meeting ahead")
}

func (l *lab) makeBusy(ctx context.Context, p *planner.Planner, m *core.Meeting) error {
	for i := len(m.Agenda); i < agendaItems; i++ {
		if _, err := p.Agendas.Add(ctx, m.ID, core.AgendaItem{Text: fmt.Sprintf("Item %d: what there is to talk about", i+1)}); err != nil {
			return err
		}
	}
	return nil
}
