package planning

import (
	"strconv"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What follows is the part of an answer that asks for another time (RFC 5546 3.2.7). It is told by the owner's clock.

// begin proposes the time that the meeting has, or the one that was asked for before.
func (v *Answering) begin() {
	m, home := v.list.Meeting, v.list.Owner.Home()
	start, _ := m.On(home)
	minutes := m.Length()
	own := v.list.Own
	if asked := own.Proposed; asked != nil && !own.Again {
		v.Propose()
		if asked.Rule == "" { // of a whole series, the time of its first meeting would be told
			start, _ = core.SpanOnClock(asked.Start, asked.End, asked.Zone, home)
			minutes = core.MinutesBetween(asked.Start, asked.End, asked.Zone)
		}
	}
	v.Asked = Plan{Relationship: m.Relationship, Date: start.Date, Start: start.Hour*60 + start.Minute, Minutes: strconv.Itoa(minutes), Zone: home}
}

// Asked is a time that the owner has given another's meeting, by dragging it there: it can only be proposed.
type Asked struct {
	Start   core.Civil
	Zone    core.Zone
	Minutes int
}

// Ask proposes such a time, for that meeting alone.
func (v *Answering) Ask(to Asked) {
	v.Propose()
	v.Whole, v.Dragged = false, true
	start, _ := core.SpanOnClock(to.Start, to.Start.Later(to.Minutes, to.Zone), to.Zone, v.Asked.Zone)
	v.Asked.At(start, to.Minutes)
}

// Proposes tells whether another time is asked for.
func (v *Answering) Proposes() bool { return v.Chosen == len(core.Answers()) }

// Propose chooses to ask for another time.
func (v *Answering) Propose() { v.Chosen = len(core.Answers()) }

// Unread tells whether a time is asked for that can't be read.
func (v *Answering) Unread() bool {
	return v.Proposes() && v.Asked.Set(&core.Meeting{}) != nil
}

// problem gives why the answer can't be sent; "" where it can, and where nobody has chosen another time yet.
func (v *Answering) problem(err error) string {
	switch {
	case err == nil:
		return ""
	case v.Proposes() && core.CodeOf(err) == core.CodeNoProposal:
		return v.words.T("answering.pick")
	case v.Proposes() && core.CodeOf(err) == core.CodePast:
		return v.words.T("answering.past")
	}
	return v.words.Error(err)
}

// ask writes the time that is asked for. A series is asked to move as far as the meeting on show would: by its own clock,
// from where its rule has that meeting.
func (v *Answering) ask(how *planner.Sending) {
	start, end, ok := v.Asked.Span()
	if !ok {
		return
	}
	how.Start, how.Minutes, how.Zone = start, core.MinutesBetween(start, end, v.Asked.Zone), v.Asked.Zone
	if v.Whole {
		s := v.list.Series
		there := start.OnClock(v.Asked.Zone, s.Zone)
		how.Start, how.Zone = s.Start.AddMinutes(there.MinutesSince(v.list.Meeting.Recurrence)), s.Zone
	}
}

// Meant gives the meeting as it would take place at the time that is asked for; false while that can't be told.
func (v *Answering) Meant() (core.Meeting, bool) {
	out := core.Meeting{}
	err := v.Asked.SetOne(&out)
	out.ID = v.list.Meeting.ID
	return out, v.Proposes() && err == nil
}

// MeantSeries gives the same of the whole series, from the message that would be sent; false where the message is about
// one meeting.
func (v *Answering) MeantSeries(message *core.Invitation) (core.Series, bool) {
	if !v.Proposes() || !v.Whole || message == nil || message.Series == nil {
		return core.Series{}, false
	}
	s := message.Series
	out := core.Series{Relationship: v.Asked.Relationship, Start: s.Start, End: s.End, Zone: s.Zone, Rule: s.Rule.String()}
	if v.list.Series != nil {
		out.ID = v.list.Series.ID
	}
	return out, true
}

// AskedRule says when the whole series would take place by the owner's clock: "Proposed: every Wednesday, 09:00–10:00"; "" where the
// message is about one meeting.
func (v *Answering) AskedRule(message *core.Invitation) string {
	s, ok := v.MeantSeries(message)
	if !ok {
		return ""
	}
	return v.words.T("answering.proposed", "when", v.rule(&s))
}

// rule says when a series takes place by the owner's clock; "" where its rule can't be read.
func (v *Answering) rule(s *core.Series) string {
	recurs, ok := v.list.Recurs(s.Start, s.End, s.Zone, s.Rule)
	if !ok {
		return ""
	}
	return recurs.Words(v.words, "")
}
