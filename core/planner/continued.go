package planner

import (
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// A series that is changed from a date on ends before it, and another follows it. Until they are told, guests have the
// former one for the dates of the later: they are owed its end and the invitation to the later one, which go out in one step.

// predecessor is the series whose dates guests have instead of one that follows it, of which none of them was told.
type predecessor struct {
	series *core.Series
	sent   []*core.Dispatch // about the whole of it, oldest first
}

// formerOfSeries finds, back from a series, the nearest one that it follows of which guests were told; nil for none.
func formerOfSeries(r Reader, s *core.Series) (*predecessor, error) {
	seen := map[core.ID]bool{}
	for s != nil && !s.Follows.IsZero() && !seen[s.Follows] {
		seen[s.Follows] = true
		before, err := load[core.Series](r, s.Follows)
		if core.CodeOf(err) == core.CodeNotFound {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		all, err := sentSeries(r, before.ID)
		if err != nil {
			return nil, err
		}
		if told := toldTo(all, core.ID{}); len(told) > 0 {
			return &predecessor{before, told}, nil
		}
		s = before
	}
	return nil, nil
}

// known tells what somebody who was told nothing of a series has in its stead, and the message that says it: dates of the
// former one that are over by now, or nothing, though they were invited to that.
func (f *predecessor) known(person core.ID) (VersionState, *core.Dispatch) {
	if f == nil {
		return VersionNone, nil
	}
	theirs := toldTo(f.sent, person)
	if len(theirs) == 0 || theirs[len(theirs)-1].CallsOff() {
		return VersionNone, nil
	}
	last := theirs[len(theirs)-1]
	if goesBeyond(last, f.series) {
		return VersionOldTime, last
	}
	return VersionUnheard, nil
}

// goesBeyond tells whether a message about a whole series has meetings of it after the last one that it has now.
func goesBeyond(told *core.Dispatch, now *core.Series) bool {
	was, err := recurringIn(told)
	if err != nil {
		return false
	}
	is, err := schedule.OfSeries(now)
	if err != nil {
		return false
	}
	if _, ends := is.Ends(); !ends {
		return false
	}
	var end time.Time // where nothing of it takes place, all that was told of lies behind it
	if last, ok := lastStart(is); ok {
		end = is.At(last).End
	}
	return comesAfter(was, end)
}

// lastStart gives the original start of the last occurrence of something that recurs and ends; false for one without any.
func lastStart(q *schedule.Recurring) (core.Civil, bool) {
	rough, _ := q.Ends()
	return q.Last(core.CivilOf(rough.UTC()).AddMinutes(2 * 24 * 60)) // in any zone
}

// recurringIn gives the times that a message about a whole series tells of.
func recurringIn(told *core.Dispatch) (*schedule.Recurring, error) {
	return schedule.OfSeries(&core.Series{Start: told.Start, End: told.End, Zone: told.Zone, Rule: told.Rule, Except: told.Except})
}

// comesAfter tells whether something that recurs has an occurrence that ends after an instant.
func comesAfter(q *schedule.Recurring, at time.Time) bool {
	for _, err := range q.From(at) {
		return err == nil
	}
	return false
}

// heirOf gives the series that goes on in the stead of one whose end guests are owed, where they are to be told of it first:
// that tells them of the end too. Nil for none.
func (s Invitations) heirOf(r Reader, series *core.Series) (*Message, error) {
	seen := map[core.ID]bool{series.ID: true}
	at := []core.ID{series.ID}
	for len(at) > 0 {
		id := at[0]
		at = at[1:]
		for next, err := range scan[core.Series](r, Query{Index: SeriesOf, Of: series.Relationship}) {
			if err != nil {
				return nil, err
			}
			if next.Follows != id || seen[next.ID] {
				continue
			}
			seen[next.ID] = true
			at = append(at, next.ID)
			if msg, err := s.owed(r, next.ID); err != nil || msg != nil && msg.Ends == series.ID {
				return msg, err
			}
		}
	}
	return nil, nil
}

// ends gives the series that a message about another, which follows it, is to end along with it; nil for none.
func (a *matter) ends(method core.Method) *core.Series {
	if !a.whole || a.former == nil || method != core.MethodRequest || a.organizer.Email != "" {
		return nil
	}
	if !slices.ContainsFunc(recipientsIn(a.former.sent), func(person core.ID) bool {
		state, _ := a.instead(person)
		return state == VersionOldTime && !leftBefore(a.rel, person, a.meeting.Start.Date)
	}) {
		return nil
	}
	return a.former.series
}

// instead is predecessor.known for somebody who was told nothing of the very thing.
func (a *matter) instead(person core.ID) (VersionState, *core.Dispatch) {
	if len(toldTo(a.known(), person)) > 0 || a.off() {
		return VersionNone, nil
	}
	return a.former.known(person)
}

// isContinued tells whether guests have a former series where nothing was said of the very thing.
func (a *matter) isContinued() bool {
	return a.former != nil && slices.ContainsFunc(recipientsIn(a.former.sent), func(person core.ID) bool {
		state, _ := a.instead(person)
		return state != VersionNone && !leftBefore(a.rel, person, a.meeting.Start.Date)
	})
}

// askedInstead gives the guests who know nothing of a meeting of a series but have the dates of the former one in its stead, with
// what they said to the one that they have for it.
func askedInstead(r Reader, m *core.Meeting, series *core.Series, sent []*core.Dispatch) ([]GuestAnswer, error) {
	if series == nil || series.Follows.IsZero() || !m.Planned() {
		return nil, nil
	}
	if by, err := organizerOf(r, m, series); err != nil || by.Email != "" {
		return nil, err
	}
	before, err := formerOfSeries(r, series)
	if err != nil || before == nil {
		return nil, err
	}
	replies, err := collect(scan[core.Reply](r, Query{Index: RepliesOfSeries, Of: before.series.ID}))
	if err != nil {
		return nil, err
	}
	rel, err := load[core.Relationship](r, series.Relationship)
	if err != nil {
		return nil, err
	}
	var out []GuestAnswer
	for _, person := range recipientsIn(before.sent) {
		state, was := before.known(person)
		if state != VersionOldTime || len(toldTo(sent, person)) > 0 || leftBefore(rel, person, m.Start.Date) {
			continue
		}
		i := slices.IndexFunc(was.To, func(to core.Recipient) bool { return to.Person == person })
		g := GuestAnswer{Person: person, Email: was.To[i].Email, Answer: core.AnswerNone, OldTime: true}
		if old := before.inTheStead(was, series, m); old != nil {
			if reply := newestReply(replies, person, old, was, toldTo(before.sent, person)); reply != nil {
				g.Answer, g.Reply = reply.Answer, reply
			}
		}
		out = append(out, g)
	}
	return out, nil
}

// inTheStead gives the meeting of the former series, as a message told of it, that guests have for one of the series that
// follows: the one with its place, where both repeat alike; else the one with its original start. Nil for none.
func (f *predecessor) inTheStead(was *core.Dispatch, series *core.Series, m *core.Meeting) *core.Meeting {
	had, err := seriesSent(was)
	if err != nil {
		return nil
	}
	now, err := schedule.OfSeries(series)
	if err != nil {
		return nil
	}
	original := m.Recurrence
	if series.Follows == f.series.ID && sameRule(had.Rule(), now.Rule()) {
		before, err := schedule.OfSeries(f.series)
		if err != nil {
			return nil
		}
		first := 0 // of the dates that the later one has taken over
		if last, any := lastStart(before); any {
			first = had.Index(last) + 1
		}
		original, _ = had.Nth(first + now.Index(original))
	}
	if !had.Has(original) {
		return nil
	}
	return &core.Meeting{Series: f.series.ID, Recurrence: original}
}

// message is one that goes out: its record and its file.
type message struct {
	record *core.Dispatch
	file   []byte
}

// endFormer writes the messages that tell guests of the end of the series that another goes on in the stead of, beside the
// invitation to that; none where they know of it.
func (s Invitations) endFormer(r Reader, id core.ID, method core.Method, path string, how Sending) ([]message, error) {
	a, err := aboutOf(r, id)
	if err != nil {
		return nil, err
	}
	ended := a.ends(method)
	if ended == nil {
		return nil, nil
	}
	run, err := runningOf(ended)
	if err != nil {
		return nil, err
	}
	if method = core.MethodRequest; calledOff(run) {
		method = core.MethodCancel
	}
	all, d, err := s.prepare(r, ended.ID, method, Sending{Separately: how.Separately, Together: how.Together})
	if err != nil {
		return nil, err
	}
	out := make([]message, len(all))
	for i, v := range all {
		if out[i].file, err = s.encode(v, path); err != nil {
			return nil, err
		}
		out[i].record = recordOfMessage(d, v)
	}
	return out, nil
}
