package planner

import (
	"slices"

	"mentorbook/core"
)

// A new version of an invitation asks its guests anew (RFC 5546 2.1.4): they may not be free at another time. A series has a new
// version too when it ends earlier or leaves dates out, of which those that stay know nothing: nobody has to answer again to
// what has not changed, so what was said to it stands. Who has declined all of it is asked anew with any new version: their
// calendar has nothing of it, and they may come to what is left.

// standsSince gives the SEQUENCE since which the messages to somebody, oldest first, tell of a meeting at the time of the last
// of them: an answer to an older one was to another time. Those about another meeting of its series say nothing of it.
func standsSince(m *core.Meeting, theirs []*core.Dispatch) int {
	theirs = slices.DeleteFunc(slices.Clone(theirs), func(d *core.Dispatch) bool {
		return !d.Occurrence.IsZero() && d.Occurrence != m.Recurrence
	})
	last := lastTold(m, theirs)
	if last == nil {
		return 0
	}
	count := versionIn(theirs[len(theirs)-1], m)
	for n := len(theirs); n > 0; n-- {
		was := lastTold(m, theirs[:n])
		if was == nil || was.CallsOff() || !was.SameSpan(last.Start, last.End, last.Zone) || !tellsOf(theirs[n-1], m) {
			break
		}
		count = min(count, versionIn(theirs[n-1], m))
	}
	return count
}

// tellsOf tells whether a message is about a meeting: one about a whole series, whether that has it.
func tellsOf(d *core.Dispatch, m *core.Meeting) bool {
	if d.One() {
		return true
	}
	run, err := seriesSent(d)
	return err == nil && run.Has(m.Recurrence)
}

// wholeStandsSince is standsSince for all of a series: each message since has no date that the one before it had not.
func wholeStandsSince(theirs []*core.Dispatch) int {
	var next *core.Dispatch
	for _, d := range slices.Backward(theirs) {
		if d.One() {
			continue
		}
		if next != nil && !onlyFewer(d, next) {
			break
		}
		next = d
	}
	if next == nil {
		return 0
	}
	return next.Sequence
}

// answersAll tells whether an answer to all of a series is one to the last of the messages to its guest, or stands since then.
func answersAll(reply *core.Reply, last *core.Dispatch, theirs []*core.Dispatch) bool {
	if reply.Sequence >= last.Sequence {
		return true
	}
	return reply.Answer != core.AnswerDeclined && reply.Sequence >= wholeStandsSince(theirs)
}

// onlyFewer tells whether a message about a whole series has no date, and no other time, that the one before it had not.
func onlyFewer(was, now *core.Dispatch) bool {
	if was.CallsOff() || now.CallsOff() || was.Start != now.Start || was.End != now.End || was.Zone != now.Zone {
		return false
	}
	if slices.ContainsFunc(was.Except, func(c core.Civil) bool { return !slices.Contains(now.Except, c) }) {
		return false
	}
	return was.Rule == now.Rule || endsEarlier(was, now)
}

// endsEarlier tells whether a message about a whole series repeats as the one before it did and ends no later.
func endsEarlier(was, now *core.Dispatch) bool {
	had, err := seriesSent(was)
	if err != nil {
		return false
	}
	has, err := seriesSent(now)
	fresh := func(date core.Civil) bool { return !had.Has(date) } // a date beside the rule that it had not
	if err != nil || !sameRule(had.Rule(), has.Rule()) || slices.ContainsFunc(has.Rule().Dates, fresh) {
		return false
	}
	if _, ended := had.Ends(); !ended {
		return true
	}
	if _, ends := has.Ends(); !ends {
		return false
	}
	last, any := lastStart(has)
	return !any || had.Has(last)
}

// standsFor tells whether an answer to all of a series, of an older version, still is one to any of its meetings as the messages to its
// guest tell of it now.
func standsFor(reply *core.Reply, theirs []*core.Dispatch) bool {
	all := slices.DeleteFunc(slices.Clone(theirs), (*core.Dispatch).One)
	if reply.Answer == core.AnswerDeclined || len(all) == 0 {
		return false
	}
	last := all[len(all)-1]
	run, err := seriesSent(last)
	if err != nil || last.CallsOff() {
		return false
	}
	dates := slices.Clone(run.Rule().Dates)
	for n := range matched {
		if original, has := run.Nth(n); has {
			dates = append(dates, original)
		}
	}
	return slices.ContainsFunc(dates, func(original core.Civil) bool {
		m := &core.Meeting{Series: last.Series, Recurrence: original}
		return !slices.Contains(last.Except, original) && reply.Sequence >= standsSince(m, theirs)
	})
}

// retracts tells whether an answer is that somebody comes to none of a series, after they had said something else: it may be to an
// older version, by which nothing of what they said stands.
func retracts(r Reader, reply *core.Reply) (bool, error) {
	if reply.Answer != core.AnswerDeclined || !reply.Whole() {
		return false, nil
	}
	for was, err := range scan[core.Reply](r, Query{Index: RepliesOfSeries, Of: reply.Series}) {
		if err != nil || was.Person == reply.Person && saidLater(reply, was) {
			return err == nil, err
		}
	}
	return false, nil
}

// outdated tells whether an answer with a SEQUENCE, about an occurrence of a series or about all of what the last message to its
// guest tells of, is to what has another time since.
func outdated(reply *core.Reply, last *core.Dispatch, theirs []*core.Dispatch) bool {
	switch {
	case last.Series.IsZero():
		return reply.Sequence < last.Sequence
	case reply.Occurrence.IsZero():
		return !answersAll(reply, last, theirs) && !standsFor(reply, theirs)
	}
	m := &core.Meeting{Series: last.Series, Recurrence: reply.Occurrence}
	return reply.Sequence < min(last.SequenceOf(reply.Occurrence), standsSince(m, theirs))
}
