package meeting

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Know tells of everybody there is, and of the circles: a line may be for somebody who is not here.
func (m *Model) Know(all *planner.Places) {
	if all != nil {
		m.others, m.circles = all.People, all.Named()
	}
}

// Participants lists who takes part, the owner first.
func (m *Model) Participants() []*core.Person {
	out := []*core.Person{m.room.Owner}
	for _, id := range m.room.Relationship.Others(m.room.Owner.ID) {
		if p := m.room.People[id]; p != nil {
			out = append(out, p)
		}
	}
	return out
}

func (m *Model) expects(id core.ID) bool { return m.room.Meeting.Expects(m.room.Relationship, id) }

// MayRead lists who may be given a note to read: who is to come, and who reads it already.
func (m *Model) MayRead(now core.Visibility) []*core.Person {
	return slices.DeleteFunc(m.Participants()[1:], func(p *core.Person) bool {
		return !m.expects(p.ID) && !slices.Contains(now.Readers, p.ID)
	})
}

// Promise reads what was typed into the field for a new promise. With CodeNobody it is read all the same, with the name
// that nobody has as a part of its text, or for each of the circle that it is for; with CodeBadDate so with a day that is none, unless
// that was settled as words.
func (m *Model) Promise(text, settled string, w *locale.Words) (a core.Action, hint string, err error) {
	p := m.parse(text)
	a = core.Action{
		Title: locale.Capital(p.Title), Owner: p.Owner, Due: p.Due, Meeting: m.ID, Relationships: []core.ID{m.Relationship}, Status: core.ActionOpen,
	}
	if a.Owner.IsZero() {
		a.Owner = m.room.Owner.ID
	}
	if strings.TrimSpace(text) == "" {
		return a, "", nil
	}
	if p.NoDay != "" && p.NoDay != settled {
		return a, w.DayDoubt(p, m.room.Today), core.FailField(core.CodeBadDate, "due", "value", p.NoDay)
	}
	if hint = m.whose(p, w); !a.Due.IsZero() {
		hint = w.T("meeting.action_reads", "name", hint, "date", w.DateWithDay(a.Due, m.room.Today))
	} else {
		hint = w.T("meeting.action_reads_undated", "name", hint)
	}
	if p.NoName != "" {
		if p.Several {
			return a, w.T("meeting.action_several", "name", p.NoName) + " · " + hint, core.Fail(core.CodeNobody, "value", p.NoName, "state", "several_action")
		}
		return a, w.T("meeting.action_nobody", "name", p.NoName) + " · " + hint, core.FailField(core.CodeNobody, "action", "value", p.NoName)
	}
	if p.Circle != "" {
		return a, hint, core.Fail(core.CodeNobody, "value", p.Circle, "state", "circle_action")
	}
	return a, hint, nil
}

// whose says whose a promise is: of one, of several, or of a circle whose name does not say it.
func (m *Model) whose(p locale.Promise, w *locale.Words) string {
	switch {
	case p.Circle != "":
		return w.T("meeting.action_of_circle", "name", p.Circle)
	case len(p.Each) > 0:
		var names []string
		for _, owner := range p.Each {
			names = append(names, nameIn(owner, m.room, w))
		}
		return w.List(names) + " · " + w.T("meeting.action_each")
	case p.Owner.IsZero():
		return nameIn(m.room.Owner.ID, m.room, w)
	}
	return nameIn(p.Owner, m.room, w)
}

// ForEach gives the actions that a line makes of one: one for each whom it names, or who is in the circle that it is for, or that
// alone.
func (m *Model) ForEach(a core.Action, text string) []core.Action {
	p := m.parse(text)
	owners := slices.Concat(p.Each, p.Whom)
	if len(owners) == 0 {
		return []core.Action{a}
	}
	var out []core.Action
	for _, owner := range owners {
		a.Owner = owner
		out = append(out, a)
	}
	return out
}

// Days gives what in a line is meant as its day and is none, and the line that Enter makes of it.
func (m *Model) Days(text string) (noDay, onEnter string) {
	p := m.parse(text)
	return p.NoDay, p.OnEnter()
}

// parse reads a line: for whom of the meeting it is, or for all of its circle. One for somebody else, or for another circle, is in
// doubt.
func (m *Model) parse(text string) locale.Promise {
	everybody := slices.Concat(m.Participants(), m.others)
	if c := locale.CircleNamed(text, []*core.Relationship{m.room.Relationship}, everybody); len(c.Of) > 0 {
		return m.among(c.Rest).For(c, m.inCircle())
	}
	p := m.among(text)
	if c := locale.CircleNamed(text, m.circles, everybody); len(c.Of) > 0 && p.Owner.IsZero() {
		p.NoName = c.Name
	}
	return p
}

// among reads whom of the meeting a line names.
func (m *Model) among(text string) locale.Promise {
	p := locale.ParsePromise(text, m.room.Today, m.Participants(), m.room.Owner.ID)
	if p.Owner.IsZero() && p.NoName == "" { // it may be for somebody who is not here
		p = locale.ParsePromise(locale.OfAnother(text, m.others), m.room.Today, m.Participants(), m.room.Owner.ID)
	}
	return p
}

// inCircle lists who is in the meeting besides the owner, and has not left.
func (m *Model) inCircle() []core.ID {
	return slices.DeleteFunc(m.room.Meeting.With(m.room.Relationship, m.room.Owner.ID), func(id core.ID) bool {
		part, _ := m.room.Relationship.Participant(id)
		return part.LeftBefore(m.room.Today)
	})
}
