package locale

import (
	"strings"

	"mentorbook/core"
)

// Answers says in a few words what the guests of a meeting have answered: "accepted" of one guest, "4 accepted,
// 1 yet to answer" of several. Where nobody was asked, they are just invited.
// Who knows of another time than that of the meeting, has a cancellation of it, or none of one that is off, is said alone, since what they answered
// is not to what there is; so is who asks for another time, since that waits for a word of the owner's. Who has only another
// title or place is said beside the answers, which hold.
func (w *Words) Answers(said core.GuestsSaid) string {
	text := w.answers(said)
	switch n := said.OldTexts; {
	case n > 0 && len(said.Answers) == 1:
		return text + ", " + w.T("answers.old_text")
	case n > 0:
		return text + ", " + w.T("answers.some_old_text", "count", n)
	}
	return text
}

func (w *Words) answers(said core.GuestsSaid) string {
	all := said.Answers
	for _, c := range []struct {
		n   int
		key string
	}{{said.StillOn, "still_on"}, {said.Off, "off"}, {said.OldTimes, "old_time"}, {said.Propose, "proposes"}, {said.Places, "proposes_place"}} {
		switch {
		case c.n > 0 && len(all) == 1:
			return w.T("answers." + c.key)
		case c.n > 0:
			return w.T("answers.some_"+c.key, "count", c.n)
		}
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
	var parts []string
	for _, a := range core.Answers() {
		if n := counts[a]; n > 0 {
			parts = append(parts, w.T("answers."+string(a), "count", n))
		}
	}
	switch n := counts[core.AnswerNone]; {
	case n == len(all):
		parts = append(parts, w.T("answers.none"))
	case n > 0:
		parts = append(parts, w.T("answers.some_none", "count", n))
	}
	return strings.Join(parts, ", ")
}

// Remark gives what a guest wrote beside an answer, in quotation marks and on one line: at most n runes of it.
func (w *Words) Remark(words string, n int) string {
	runes := []rune(core.CleanLine(words))
	if len(runes) > n {
		return w.Quote(strings.TrimRight(string(runes[:n-1]), " ") + "…")
	}
	return w.Quote(string(runes))
}

// Noted says what somebody said as the owner noted it: "Amina Yusuf: accepted, as you noted (by telephone)". how may be "".
func (w *Words) Noted(name string, answer core.Answer, how string) string {
	out := name + ": " + w.Word(answer) + ", " + w.T("noted.short")
	if how = core.CleanLine(how); how != "" {
		out += " (" + shown(how) + ")"
	}
	return out
}

// Tell names the button that tells guests of a meeting after what it would send: an invitation, the new time, the meeting
// once more after its cancellation, or the cancellation of one that is off.
func (w *Words) Tell(off bool, said core.GuestsSaid) string {
	switch {
	case off:
		return w.T("button.send_cancel")
	case said.Off > 0:
		return w.T("button.invite_again")
	case said.OldTimes > 0:
		return w.T("button.send_time")
	}
	return w.T("button.invite")
}

// Outcome says what became of a meeting: its state, or that the owner has declined what is another's.
func (w *Words) Outcome(m *core.Meeting) string {
	if m.Declined() {
		return w.T("meeting.declined")
	}
	return w.Word(m.Status)
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

// HeldAnswer says that an organizer has the owner's answer to what is here no more, and what can be done about that. An empty
// answer is one of which no more is known.
func (w *Words) HeldAnswer(name, title string, answer core.Answer, proposes bool) string {
	key := "some"
	switch {
	case proposes:
		key = "counter"
	case answer == core.AnswerAccepted || answer == core.AnswerTentative:
		key = string(answer)
	}
	return w.T("step.held_"+key, "name", name, "title", shown(title))
}

// OwnCopy says that another's meeting is here as a calendar had it, which asks for no answer, with what it says that the owner
// has answered; AnswerNone or "" is nothing.
func (w *Words) OwnCopy(said core.Answer) string {
	if said == core.AnswerNone || said == "" {
		return w.T("answers.copy")
	}
	return w.T("answers.copy_" + string(said))
}

// OwnProposal says that the owner has proposed another time for another's meeting: "on Mon 23 Nov you proposed Thu 10
// Dec, 17:00".
func (w *Words) OwnProposal(time core.Asked, on, today core.Date) string {
	return w.T("answers.own_proposed", "time", w.Asked(time, today), "date", w.DateWithDay(on, today))
}

// OwnKept says that the organizer keeps the time, with what they said to that, if anything.
func (w *Words) OwnKept(words string) string {
	if words = core.CleanLine(words); words != "" {
		return w.T("answers.own_kept_words", "text", w.Quote(words))
	}
	return w.T("answers.own_kept")
}

// OwnAnswerChip says the same in two or three words.
func (w *Words) OwnAnswerChip(own core.OwnSaid, today core.Date) string {
	switch {
	case own.Copy && (own.Answer == core.AnswerNone || own.Answer == ""):
		return w.T("chip.copy")
	case own.Copy:
		return w.T("chip.copy_" + string(own.Answer))
	case own.Again:
		return w.T("chip.own_again")
	case own.Kept:
		return w.T("chip.own_kept")
	case !own.Proposed.IsZero():
		return w.T("chip.own_proposed", "time", w.Asked(own.Proposed, today))
	case own.Answer == core.AnswerNone || own.Answer == "":
		return w.T("chip.own_none")
	}
	return w.T("chip.own_" + string(own.Answer))
}

// OwnOutcome says what became of a meeting, and of one that the owner has declined, for what they asked instead.
func (w *Words) OwnOutcome(m *core.Meeting, own core.OwnSaid, today core.Date) string {
	if m.Declined() && (own.Kept || !own.Proposed.IsZero()) {
		return w.Outcome(m) + ", " + w.OwnAnswerChip(own, today)
	}
	return w.Outcome(m)
}

// FromProgram says of a meeting that came from a calendar program of the owner's that this could write to guests itself; "" for none.
func (w *Words) FromProgram(program string) string {
	if program == "" {
		return ""
	}
	return w.T("invite_from." + program)
}

// Delegated says that a guest sends somebody else in their place, by the address that their answer gives: core.Unnamed for one
// that gives none.
func (w *Words) Delegated(to string) string {
	if to == core.Unnamed {
		to = ""
	}
	return w.Error(core.Fail(core.CodeDelegated, "value", to))
}
