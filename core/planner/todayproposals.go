package planner

import (
	"time"

	"mentorbook/core"
)

// proposed is how long ago a guest may have asked for another time that Today still tells of.
const proposed = 90 * 24 * time.Hour

// proposals finds the times that guests ask for instead of those of meetings to come, and to which of them they do not come, by what each of them has said of late.
// It comes after the relationships were read.
func (t *todayReader) proposals() error {
	for _, who := range t.others {
		if err := t.proposalsOf(who); err != nil {
			return err
		}
	}
	return nil
}

func (t *todayReader) proposalsOf(person core.ID) error {
	for reply, err := range scan[core.Reply](t, Query{Index: RepliesOfPerson, Of: person, From: t.out.Now.Add(-proposed), Limit: maxAtOnce}) {
		if err != nil {
			return err
		}
		add := t.declined
		if reply.Proposes() {
			add = t.proposal
		} else if reply.Answer != core.AnswerDeclined || !reply.Seen.IsZero() {
			continue
		}
		m, err := t.proposedFor(reply)
		if err != nil {
			return err
		}
		if m == nil {
			continue
		}
		if err := add(reply, m); err != nil {
			return err
		}
	}
	return nil
}

// proposedFor gives the meeting to come that a guest asks another time for, of a whole series the next one; nil where there
// is none.
func (t *todayReader) proposedFor(reply *core.Reply) (*core.Meeting, error) {
	var m *core.Meeting
	var err error
	switch {
	case !reply.Meeting.IsZero():
		m, err = load[core.Meeting](t, reply.Meeting)
	case !reply.Occurrence.IsZero():
		m, err = load[core.Meeting](t, core.OccurrenceID(reply.Series, reply.Occurrence))
	default:
		var series *core.Series
		if series, err = load[core.Series](t, reply.Series); err == nil {
			var run *running
			if run, err = runningOf(series); err == nil {
				m, err = run.next(t, t.out.Now)
			}
		}
	}
	if core.CodeOf(err) == core.CodeNotFound || err == nil && (m == nil || !m.Planned()) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if end, err := m.EndAt(); err != nil || !end.After(t.out.Now) {
		return nil, err
	}
	return m, nil
}

// proposal adds what a guest asks for, where it is what they have said last to the version that they have.
func (t *todayReader) proposal(reply *core.Reply, m *core.Meeting) error {
	all, err := answersTo(t, m, t.e.now())
	if err != nil {
		return err
	}
	for _, g := range all {
		if g.Person != reply.Person || g.Reply == nil || g.Reply.ID != reply.ID || g.Off || !g.Proposes() {
			continue
		}
		who, err := load[core.Person](t, reply.Person)
		if err != nil {
			return err
		}
		home := t.out.Owner.Home()
		start, _ := m.On(home)
		from, to := reply.Start, reply.End
		if reply.Whole() {
			series, err := load[core.Series](t, reply.Series)
			if err != nil {
				return err
			}
			from, to = ProposedFor(reply, series, m)
		}
		asked := core.AskedOn(from, to, reply.Zone, home, m.Length())
		t.out.Needs = append(t.out.Needs, Need{
			Kind: NeedProposal, Ref: core.RefOf(m), Text: m.Title, Name: who.ShortName(), Days: t.out.Date.DaysSince(start.Date), On: start.Date,
			At: asked.Start, To: asked, Was: start, Others: []*core.Person{who}, Within: m.Relationship,
			Place: reply.Place, Whole: reply.Whole(), Said: reply.Said.Words,
		})
	}
	return nil
}

// declined adds that a guest does not come, where that is what they have said last to the meeting as it is.
func (t *todayReader) declined(reply *core.Reply, m *core.Meeting) error {
	all, err := answersTo(t, m, t.e.now())
	if err != nil {
		return err
	}
	for _, g := range all {
		if g.Person != reply.Person || g.Reply == nil || g.Reply.ID != reply.ID || g.Off || g.OldTime {
			continue
		}
		who, err := load[core.Person](t, reply.Person)
		if err != nil {
			return err
		}
		start, _ := m.On(t.out.Owner.Home())
		t.out.Needs = append(t.out.Needs, Need{
			Kind: NeedDeclined, Ref: core.RefOf(m), Text: m.Title, Name: who.ShortName(), Days: t.out.Date.DaysSince(start.Date), On: start.Date,
			At: start, Others: []*core.Person{who}, Within: m.Relationship, Whole: reply.Whole(), Said: reply.Said.Words, Reply: reply.ID,
		})
	}
	return nil
}
