package locale

import (
	"strings"

	"mentorbook/core"
)

// Answers says in a few words what the guests of a meeting have answered: "accepted" of one guest, "4 accepted,
// 1 no reply" of several. Where nobody was asked, they are just invited.
// Old of them know of another time than that of the meeting: that is said alone, since their answers are to that one.
func (w *Words) Answers(all []core.Answer, old int) string {
	switch {
	case old > 0 && len(all) == 1:
		return w.T("answers.old_time")
	case old > 0:
		return w.T("answers.some_old_time", "count", old)
	}
	switch len(all) {
	case 0:
		return w.T("chip.invited")
	case 1:
		if all[0] == core.AnswerNone {
			return w.T("answers.none")
		}
		return w.T("answers.one_" + string(all[0]))
	}
	counts := map[core.Answer]int{}
	for _, a := range all {
		counts[a]++
	}
	var said []string
	for _, a := range core.Answers() {
		if n := counts[a]; n > 0 {
			said = append(said, w.T("answers."+string(a), "count", n))
		}
	}
	switch n := counts[core.AnswerNone]; {
	case n == len(all):
		said = append(said, w.T("answers.none"))
	case n > 0:
		said = append(said, w.T("answers.some_none", "count", n))
	}
	return strings.Join(said, ", ")
}

// OwnAnswer says what the owner said to another's invitation, and on which day: "you accepted on Mon 23 Nov". The zero
// day is none yet; "" is an answer of which no more is known. Again tells that the organizer has asked again since.
func (w *Words) OwnAnswer(said core.Answer, on, today core.Date, again bool) string {
	switch {
	case again:
		return w.T("answers.own_again")
	case on.IsZero():
		return w.T("meeting.theirs")
	case said == "":
		return w.T("answers.own_some", "date", w.DateWithDay(on, today))
	}
	return w.T("answers.own_"+string(said), "date", w.DateWithDay(on, today))
}

// OwnProposal says that the owner has proposed another time for another's meeting: "on Mon 23 Nov you proposed Thu 10
// Dec, 17:00".
func (w *Words) OwnProposal(time core.Civil, on, today core.Date) string {
	return w.T("answers.own_proposed", "time", w.Moment(time, today), "date", w.DateWithDay(on, today))
}

// OwnAnswerChip says the same in two or three words. Proposed tells that the owner has asked for another time, kept that the
// organizer does not take it.
func (w *Words) OwnAnswerChip(said core.Answer, proposed, kept, again bool) string {
	switch {
	case again:
		return w.T("chip.own_again")
	case kept:
		return w.T("chip.own_kept")
	case proposed:
		return w.T("chip.own_proposed")
	case said == core.AnswerNone || said == "":
		return w.T("chip.own_none")
	}
	return w.T("chip.own_" + string(said))
}
