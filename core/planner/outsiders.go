package planner

import (
	"slices"
	"strings"

	"mentorbook/core"
)

// To what the owner organizes and another calendar of theirs invited, that calendar may have asked people whom nobody here knows,
// and may have taken guests off again. Who is nobody here stands in the record of the message, under their address, and gets the next
// messages from here like everybody else: else their programs would lose the meeting, or keep its old time, without a word. Nothing
// that readers are named for is for them. Who was taken off there is left out here, and is owed no word: that calendar has told them.

// outsidersOf gives the guests of an event who are nobody in the relationship, each once; rooms and resources too, which have to
// know of a new time.
func (t *intake) outsidersOf(rel core.ID, ev *core.CalendarEvent) (out []core.Outsider) {
	for _, g := range ev.Guests {
		met := slices.ContainsFunc(t.plan.people[rel], func(p *core.Person) bool { return p.HasEmail(g.Email) })
		if met || !core.ValidEmail(g.Email) || t.mine[core.EmailKey(g.Email)] || isOutsider(out, g.Email) || len(out) == core.MaxItems {
			continue
		}
		answer := g.Answer
		if !slices.Contains(core.Answers(), answer) {
			answer = ""
		}
		out = append(out, core.Outsider{Name: clip(core.CleanLine(g.Name), core.MaxName), Email: g.Email, Answer: answer})
	}
	return out
}

func isOutsider(all []core.Outsider, email string) bool {
	return slices.ContainsFunc(all, func(o core.Outsider) bool { return core.EmailKey(o.Email) == core.EmailKey(email) })
}

// takenOff gives the message by which another calendar has taken guests off what it had invited them to, or what they were invited to from
// here: it names everybody to whom the last message about it says that they are invited, and whom an event that is newer than that
// message does not have. A file that is no newer than what they were sent from here does not speak for that. Nil for nobody.
func (t *intake) takenOff(now *core.Dispatch, known []*core.Dispatch, rel core.ID, ev *core.CalendarEvent) *core.Dispatch {
	off := *now
	off.Method, off.To, off.Others, off.Moved = core.MethodUninvite, nil, nil, nil
	for _, p := range t.plan.people[rel] {
		if wentTo(now, p.ID) {
			continue
		}
		told := toldTo(aboutThe(known, now), p.ID)
		if len(told) == 0 {
			continue
		}
		last := told[len(told)-1]
		newer := now.Sequence > last.Sequence || now.Sequence == last.Sequence && (now.At.After(last.At) || last.Elsewhere && now.At.Equal(last.At))
		if last.Method != core.MethodRequest || !newer {
			continue
		}
		for _, to := range last.To {
			if to.Person == p.ID {
				off.To = append(off.To, to)
			}
		}
	}
	if len(off.To) == 0 || now.CallsOff() {
		return nil
	}
	return &off
}

// aboutThe gives those messages that are about the very thing that another is about, oldest first.
func aboutThe(known []*core.Dispatch, now *core.Dispatch) []*core.Dispatch {
	out := slices.DeleteFunc(slices.Clone(known), func(d *core.Dispatch) bool { return d.Occurrence != now.Occurrence || d.UID != now.UID })
	slices.SortStableFunc(out, func(a, b *core.Dispatch) int { return a.At.Compare(b.At) })
	return out
}

// takenOffElsewhere tells whether another calendar of the owner's was the last to say anything to a guest, that it goes on without them.
func (a *matter) takenOffElsewhere(person core.ID) bool {
	told := toldTo(a.known(), person)
	if len(told) == 0 {
		return false
	}
	last := told[len(told)-1]
	return last.Elsewhere && last.Method == core.MethodUninvite
}

// outsiders adds to a message who got the last one and is nobody here.
func (a *matter) outsiders(v *core.Invitation, people []*core.Person) {
	if a.organizer.Email != "" || !v.Method.Informs() {
		return
	}
	others, _ := a.lastOutsiders()
	for _, o := range others {
		is := func(p *core.Person) bool { return p.HasEmail(o.Email) } // they have become somebody since
		if !slices.ContainsFunc(people, is) {
			v.Others = append(v.Others, core.Party{Name: o.Name, Email: o.Email, Answer: o.Answer})
		}
	}
}

// othersIn gives who gets an invitation from here besides, as outsiders.
func (a *matter) othersIn(r Reader, owner core.ID) ([]core.Party, error) {
	people, err := guestsOf(r, a.rel, owner, a.known())
	v := &core.Invitation{Method: core.MethodRequest}
	a.outsiders(v, people)
	return v.Others, err
}

// lastOutsiders gives to whom the last message about it went who are nobody here, also each by themselves, and its SEQUENCE.
func (a *matter) lastOutsiders() (out []core.Outsider, sequence int) {
	told := toldTo(a.known(), core.ID{})
	for _, d := range slices.Backward(told) {
		if last := told[len(told)-1]; d.At.Equal(last.At) && d.Method == last.Method {
			out, sequence = append(out, d.Others...), d.Sequence
		}
	}
	slices.SortFunc(out, func(a, b core.Outsider) int { return strings.Compare(a.Email, b.Email) })
	return slices.Compact(out), sequence
}

// answersOfOutsiders leaves those answers out of a message that were to another version, or that it does not ask for.
func (a *matter) answersOfOutsiders(v *core.Invitation) {
	_, sequence := a.lastOutsiders()
	for i := range v.Others {
		if o := &v.Others[i]; v.Method != core.MethodRequest || sequence != v.Sequence || o.Answer == core.AnswerNone {
			o.Answer = ""
		}
	}
}

// addressed is who gets one message: guests, and others who are nobody here.
type addressed struct{ guests, others []core.Party }

// addressees gives who gets each message: all of them one, or each their own.
func addresseesOf(v *core.Invitation, separately bool) (out []addressed) {
	if !separately || len(v.Guests)+len(v.Others) < 2 {
		return []addressed{{v.Guests, v.Others}}
	}
	for _, g := range v.Guests {
		out = append(out, addressed{guests: []core.Party{g}})
	}
	for _, o := range v.Others {
		out = append(out, addressed{others: []core.Party{o}})
	}
	return out
}
