package planner

import (
	"slices"

	"mentorbook/core"
)

// An answer to all of a series is one to each of its meetings that the guest was shown. A meeting that was moved by itself has a
// SEQUENCE of its own (RFC 5546 2.1.4), and that of the whole does not tell whether the guest knew of it: two messages about all may
// have the same, of which one alone names it. So the answer names it too, with the SEQUENCE that its guest has of it (3.2.3).

// nameShown adds to an answer to all of another's series, and to its record, the meetings that have come here with a version of their
// own. Left out are those to which something was said that all of it does not overrule; shifted is true where the owner has other dates
// than the organizer, who knows none of them.
func (a *matter) nameShown(r Reader, v *core.Invitation, d *core.Dispatch, shifted bool) error {
	d.Moved = nil
	if shifted || v.Answer == core.AnswerDeclined { // who comes to none comes to no single one either
		return nil
	}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfSeries, Of: a.series.ID}) {
		if err != nil {
			return err
		}
		if !toldAlone(m) || m.Off() && !offWithAll(m) || a.answeredApartFrom(m, v.Answer) {
			continue
		}
		m = m.Organized()
		if start, err := m.StartAt(); err != nil || !start.After(v.Stamp) { // it is to what is to come: see tooLateFor
			continue
		}
		o, _, err := a.override(r, m, v.Title, nil)
		if err != nil {
			return err
		}
		if m.Origin.Title != "" {
			o.Title = m.Origin.Title
		}
		o.Sequence = max(o.Sequence, v.Sequence)
		v.Series.Moved = append(v.Series.Moved, o)
		was := moved(o)
		was.Sequence = o.Sequence
		d.Moved = append(d.Moved, was)
	}
	slices.SortFunc(v.Series.Moved, func(a, b core.InvitedOccurrence) int { return a.Original.Compare(b.Original) })
	sortMoved(d)
	return nil
}

// offWithAll tells whether a meeting is off since the owner has declined all of its series, and not it by itself.
func offWithAll(m *core.Meeting) bool {
	return m.Declined() && m.Origin.Here && m.Origin.Answered.IsZero()
}

// answeredApartFrom tells whether the owner has said something to one meeting of a series by itself that an answer to all of it does
// not overrule.
func (a *matter) answeredApartFrom(m *core.Meeting, answer core.Answer) bool {
	if !m.Origin.Here && m.Origin.Answer == core.AnswerDeclined {
		return true
	}
	for _, d := range slices.Backward(a.before) {
		if d.Method.FromGuest() && (d.Occurrence == m.Recurrence || d.Meeting == m.ID) {
			return !overrules(answer, d.Answer, d.Method == core.MethodCounter)
		}
	}
	return false
}

// saidBeside gives the SEQUENCE of the one meeting to which an answer of the owner's to all of its series is.
func (a *matter) saidBeside(d *core.Dispatch) int {
	if a.whole || d.Method != core.MethodReply {
		return d.Sequence
	}
	return d.SequenceOf(a.theirs)
}

// toAll gives the answer to all of a series beside which one to a meeting of it stands that says the same, by a program that names in it
// what its guest was shown: the two are one. Nil for none.
func toAll(all []core.CalendarAnswer, one *core.CalendarAnswer) *core.CalendarAnswer {
	if !one.Lists || one.Recurrence.IsZero() || one.Proposed || one.Refresh || one.Future {
		return nil
	}
	i := slices.IndexFunc(all, func(b core.CalendarAnswer) bool {
		return b.UID == one.UID && b.Recurrence.IsZero() && !b.Proposed && b.Answer == one.Answer && b.Stamp.Equal(one.Stamp) && core.EmailKey(b.Email) == core.EmailKey(one.Email)
	})
	if i < 0 {
		return nil
	}
	return &all[i]
}

// replyBeside makes the record of an answer, one to all of a series with what it names beside.
func replyBeside(a *core.CalendarAnswer, all []core.CalendarAnswer, last *core.Dispatch, to core.Recipient, owner core.ID) (*core.Reply, error) {
	reply, err := replyOf(a, last, to, owner)
	if err != nil {
		return nil, err
	}
	return reply, nameListed(reply, a, all, last)
}

// nameListed notes in an answer to all of a series which of its meetings it names beside.
func nameListed(reply *core.Reply, a *core.CalendarAnswer, all []core.CalendarAnswer, last *core.Dispatch) error {
	if reply.Lists = a.Lists && reply.Whole(); !reply.Lists {
		return nil
	}
	run, err := seriesSent(last)
	if err != nil {
		return err
	}
	for i := range all {
		if b := toAll(all, &all[i]); b == nil || b.UID != a.UID || core.EmailKey(b.Email) != core.EmailKey(a.Email) || !b.Stamp.Equal(a.Stamp) {
			continue
		}
		if original, has := originalOf(run, &all[i]); has {
			reply.Beside = append(reply.Beside, core.Answered{Original: original, Sequence: all[i].Sequence})
		}
	}
	return nil
}
