package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// What the owner has answered to another's invitation elsewhere stands in the file of the program that it was answered
// with: PARTSTAT beside their own address (RFC 5545 3.2.12). What they have answered from here since counts before it.

// heard is the last answer that went out from here, and what was answered before it.
type heard struct {
	at       time.Time
	sequence int
	answer   core.Answer // "" is not known
	before   []core.Answer
}

// former tells whether an answer is one that was given before the last.
func (h heard) former(answer core.Answer) bool {
	return h.answer != answer && slices.Contains(h.before, answer)
}

// knowAnswers finds the addresses of whose calendar it is, and what the owner has answered from here.
func (t *intake) knowAnswers(r Reader) error {
	t.heard, t.asked = map[eventKey]heard{}, map[eventKey]time.Time{}
	if t.whose = t.mine; !t.plan.away.IsZero() && t.plan.away != t.owner.ID {
		t.whose = map[string]bool{}
		who, err := load[core.Person](r, t.plan.away)
		if err != nil {
			return err
		}
		for _, m := range who.Emails {
			t.whose[core.EmailKey(m)] = true
		}
		return nil
	}
	for d, err := range every[core.Dispatch](r) {
		if err != nil {
			return err
		}
		key := eventKey{d.UID, d.Occurrence}
		if d.Method == core.MethodCounter && d.At.After(t.asked[key]) {
			t.asked[key] = d.At
		}
		if d.Method.FromGuest() && !d.At.Before(t.heard[key].at) {
			t.heard[key] = heard{d.At, d.Sequence, d.Answer, append(t.heard[key].before, t.heard[key].answer)}
			t.noteAnswered(d)
		}
	}
	return nil
}

// noteAnswered remembers under which id the owner answered something.
func (t *intake) noteAnswered(d *core.Dispatch) {
	if t.answered == nil {
		t.answered = map[string]core.Ref{}
	}
	t.answered[d.UID] = core.Ref{Kind: core.KindSeries, ID: d.Series}
	if d.Series.IsZero() {
		t.answered[d.UID] = core.Ref{Kind: core.KindMeeting, ID: d.Meeting}
	}
}

// asAnswered gives the id under which the owner has answered what comes anew, where taking it in was undone since, so that it is
// known what they said; zero for none.
func (t *intake) asAnswered(u *unit, kind core.Kind, uid string) (core.ID, error) {
	ref := t.answered[uid]
	if ref.Kind != kind {
		return core.ID{}, nil
	}
	if _, err := u.Get(ref); core.CodeOf(err) != core.CodeNotFound {
		return core.ID{}, err
	}
	return ref.ID, nil
}

// knowDecided notes what the owner decided here of another's event: a file that is older tells nothing new, even where no
// answer went out yet.
func (t *intake) knowDecided(uid string, original core.Civil, o core.Origin) {
	if !o.Here || t.plan == nil || !t.plan.away.IsZero() {
		return
	}
	key := eventKey{uid, original}
	was := t.heard[key]
	switch {
	case !o.Answered.After(was.at):
	case o.Answer == core.AnswerDeclined && was.answer != o.Answer: // what its organizer has heard before is no news beside that
		t.heard[key] = heard{o.Answered, o.Sequence, o.Answer, append(slices.Clone(was.before), was.answer)}
	default:
		t.heard[key] = heard{o.Answered, o.Sequence, was.answer, was.before}
	}
}

// stays tells whether a series that the owner declined here stays so beside a version of it: nobody asks them anew.
func (t *intake) stays(run *core.Series, ev *core.CalendarEvent) bool {
	return run.Declined() && run.Origin.Here && ev.Sequence <= run.Origin.Sequence && t.said(ev) == ""
}

// repeatsFormer tells whether a version of a series that the owner declined here, of which its organizer has not heard, says of them
// what they had answered before: it asks for no answer, and the series stays declined.
func (t *intake) repeatsFormer(run *core.Series, ev *core.CalendarEvent) bool {
	last, noted := t.heard[eventKey{uid: ev.UID}], t.noted(ev)
	unheard := run.Declined() && run.Origin.Here && last.at.Equal(run.Origin.Answered)
	return unheard && ev.Method == "request" && noted != "" && t.said(ev) == "" && last.former(noted)
}

// said gives what a file says that the owner has answered; "" where it says nothing, and where they have answered from
// here since. An organizer's message tells what the organizer has heard: an answer from here to that very version may be
// on its way to them.
func (t *intake) said(ev *core.CalendarEvent) core.Answer {
	out := t.noted(ev)
	if out == "" {
		return ""
	}
	for _, key := range []eventKey{{uid: ev.UID}, {ev.UID, ev.Recurrence}, t.answeredAs(ev)} {
		here, answered := t.heard[key]
		switch {
		case !answered:
		case key.recurrence.IsZero() && t.saidToOne(ev, here, out):
		case ev.Method == "request" && (here.sequence >= ev.Sequence || t.repeats(key, ev.Recurrence, here, out)), !saidWhen(ev).After(here.at):
			return ""
		}
	}
	return out
}

// noted gives what stands beside the owner in a file; "" for no answer.
func (t *intake) noted(ev *core.CalendarEvent) (out core.Answer) {
	for _, g := range ev.Guests {
		if g.Answer != "" && (out == "" || out == core.AnswerDeclined) && t.whose[core.EmailKey(g.Email)] && !t.toSelf(g) {
			out = g.Answer
		}
	}
	return out
}

// saidToOne tells whether what a file says that the owner has answered was said to one occurrence by itself, for their last answer to
// all of its series leaves that as it is. What they had said to all before that, and from here never to the one, an organizer who has
// not heard the last answer says of each of them: it is no word about the one. A calendar of another make may have heard that elsewhere
// since.
func (t *intake) saidToOne(ev *core.CalendarEvent, last heard, answer core.Answer) bool {
	if ev.Recurrence.IsZero() || last.answer == "" || overrules(last.answer, answer, false) {
		return false
	}
	alone := t.heard[eventKey{ev.UID, ev.Recurrence}]
	if ev.Method != "request" || !last.former(answer) || alone.answer == answer || alone.former(answer) {
		return true
	}
	return !ours(ev.UID) && saidWhen(ev).After(last.at)
}

// repeats tells whether an organizer's message says to something what was answered from here before the last answer, which they
// had not heard then. That counts, for a message that has an answer asks for no other; but who had declined all is asked anew:
// see stands.go.
func (t *intake) repeats(key eventKey, original core.Civil, last heard, answer core.Answer) bool {
	if key.recurrence.IsZero() {
		return last.former(answer) || last.answer != answer && last.answer != "" && t.saidAloneBefore(key.uid, original, last, answer)
	}
	all := t.heard[eventKey{uid: key.uid}]
	return last.former(answer) || last.answer != answer && all.answer == answer && all.at.Before(last.at)
}

// saidAloneBefore tells whether an answer to one occurrence went out from here before the last one to all of its series.
func (t *intake) saidAloneBefore(uid string, original core.Civil, last heard, answer core.Answer) bool {
	alone := t.heard[eventKey{uid, original}]
	return !original.IsZero() && alone.at.Before(last.at) && (alone.answer == answer || alone.former(answer))
}

// toSelf tells whether a guest has handed the event on to another address of the same person, who then answers under that
// one (RFC 5545 3.2.5).
func (t *intake) toSelf(g core.Party) bool {
	return g.Delegate != "" && t.whose[core.EmailKey(g.Delegate)]
}

// saidWhen gives as of when a file tells what was answered: when the event was last changed in it. Many programs renew
// DTSTAMP at every export.
func saidWhen(ev *core.CalendarEvent) time.Time {
	if !ev.Revised.IsZero() && (ev.Stamp.IsZero() || ev.Revised.Before(ev.Stamp)) {
		return ev.Revised
	}
	return ev.Stamp
}

// declined tells whether the owner has declined an event elsewhere: it takes nobody's time then, and is no meeting.
func (t *intake) declined(ev *core.CalendarEvent) bool {
	return !ev.Cancelled && ev.Method != "cancel" && t.said(ev) == core.AnswerDeclined
}

// isOff says why an event that is off is not taken.
func (t *intake) isOff(ev *core.CalendarEvent) error {
	if t.declined(ev) {
		return core.Fail(core.CodeDeclined)
	}
	return core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
}

// noteWhy keeps why something is off: by the owner's answer, or by its organizer.
func (t *intake) noteWhy(o *core.Origin, ev *core.CalendarEvent) {
	o.Unsay()
	t.noteDeclined(o, ev)
}

// offAfterAll tells whether an event calls off by its organizer's word what is off by the owner's answer so far: accepting
// it brings it back no more.
func (t *intake) offAfterAll(ev *core.CalendarEvent, known core.Origin) bool {
	return known.Answer == core.AnswerDeclined && t.off(ev) && !t.declined(ev)
}

// noteDeclined keeps that the owner has declined what is off by that.
func (t *intake) noteDeclined(o *core.Origin, ev *core.CalendarEvent) {
	if t.declined(ev) {
		o.Answer, o.Answered, o.Here = core.AnswerDeclined, saidWhen(ev), false
	}
}

// news tells whether a version tells of another answer of the owner than is known.
func news(now, was core.Origin) bool { return now.Answer != "" && now.Answer != was.Answer }

// asksAgain tells whether a version comes after the one by which a meeting is off. At an equal SEQUENCE the later DTSTAMP
// counts (RFC 5546 2.1.5): of a message by which the organizer asks, where it is off by their word too. A file has a new
// stamp at every export, and what the owner called off here stays off.
func (k *knownEvent) asksAgain(ev *core.CalendarEvent) bool {
	if ev.Sequence != k.origin().Sequence {
		return ev.Sequence > k.origin().Sequence
	}
	return k.word && ev.Method == "request" && ev.Stamp.After(k.origin().Stamp)
}

// offByWord tells whether a meeting is off by its organizer's word: then it is so as of the stamp of that.
func offByWord(m *core.Meeting) bool {
	return m.Off() && m.Origin.Answer != core.AnswerDeclined && !m.Origin.Stamp.IsZero() && m.Closed.Equal(m.Origin.Stamp)
}
