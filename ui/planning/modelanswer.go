package planning

import (
	"cmp"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Answering is the dialog that answers another's invitation.
type Answering struct {
	list     *planner.GuestList
	words    *locale.Words
	Chosen   int    // among the answers; after the last of them, to ask for another time
	Asked    Plan   // the time that is asked for then, of the meeting on show also where it is for the whole series
	Whole    bool   // to the whole series, not to the one meeting
	Comment  string // for the organizer
	Problem  string // why it can't be sent
	Dragged  bool   // it was to be moved, which its organizer alone can do
	Unchosen bool   // the time that is asked for is still the present one: Problem says what to do, and blames nobody
}

// NewAnswering makes the model of an answer: what was said before is chosen, else that the owner comes. The first answer
// is to the whole series, unless what is asked for is off here: then that one is declined.
func NewAnswering(l *planner.GuestList, w *locale.Words) *Answering {
	v := &Answering{list: l, words: w, Whole: l.Series != nil && (l.All || !l.Own.Given())}
	v.Chosen = max(0, slices.Index(core.Answers(), l.Own.Said()))
	switch all := l.OwnWhole; {
	case v.off(): // as the owner does not come: to this one, or to all where all are
		v.Whole, v.Chosen = l.All || l.Series != nil && l.Series.Declined(), slices.Index(core.Answers(), core.AnswerDeclined)
	case l.Own.Differs: // they come, and have said that they do not
		v.Whole, v.Chosen = v.Whole || all != nil && all.Differs, slices.Index(core.Answers(), core.AnswerAccepted)
	}
	v.begin()
	return v
}

// Come answers the one meeting alone, by saying that the owner comes to it after all.
func (v *Answering) Come() {
	v.Whole, v.Chosen = false, slices.Index(core.Answers(), core.AnswerAccepted)
}

// Dates names the meetings of a declined series that can be answered one by one, and tells which of them is on show. There is
// nothing to choose from where the answer is to all, or where there is one alone.
func (v *Answering) Dates() (names []string, at int) {
	if v.Whole || len(v.list.Declined) < 2 {
		return nil, 0
	}
	at = -1
	for i, m := range v.list.Declined {
		start, end := m.On(v.list.Owner.Home())
		names = append(names, v.words.DateWithDay(start.Date, v.list.Today)+", "+v.words.Span(start, end))
		if m.ID == v.list.Meeting.ID {
			at = i
		}
	}
	return names, at
}

// Date gives the meeting at a place among Dates.
func (v *Answering) Date(i int) core.ID { return v.list.Declined[i].ID }

// Renew takes over a list that was read anew, with what is chosen.
func (v *Answering) Renew(l *planner.GuestList) { v.list = l }

// Answer gives the chosen one. There is none where another time is asked for.
func (v *Answering) Answer() core.Answer { return core.Answers()[v.Chosen] }

// Choice gives what is to be sent.
func (v *Answering) Choice() Choice {
	c := Choice{ID: v.list.Meeting.ID, Method: core.MethodReply, How: planner.Sending{Comment: strings.TrimSpace(v.Comment)}}
	if v.Proposes() {
		c.Method = core.MethodCounter
		v.ask(&c.How)
	} else {
		c.How.Answer = v.Answer()
	}
	c.Title = v.words.T("export.save_" + string(c.Method))
	if v.Whole {
		c.ID = v.list.Series.ID
	}
	return c
}

// Repeats tells whether all of a series can be answered at once.
func (v *Answering) Repeats() bool { return v.list.Series != nil }

// Title is the head of the dialog.
func (v *Answering) Title() string { return v.words.T("answering.title", "name", v.list.Name) }

// Choices names the answers.
func (v *Answering) Choices() []string {
	var out []string
	for _, a := range core.Answers() {
		out = append(out, v.words.T("answering."+string(a)))
	}
	return append(out, v.words.T("answering.counter"))
}

// What says what is answered: "Mon 23 Nov, 14:00–14:45", or when a series repeats.
func (v *Answering) What() string {
	if v.Whole {
		all := v.list.Series
		if all.Declined() {
			all = all.Restored() // as its organizer has it: here nothing of it takes place any more
		}
		if rule := v.rule(all); rule != "" {
			return withClocks(rule, v.list, v.words)
		}
	}
	start, end := v.list.Meeting.On(v.list.Owner.Home())
	return withClocks(v.words.DateWithDay(start.Date, v.list.Today)+", "+v.words.Span(start, end), v.list, v.words)
}

// Explain says what the answer does, and where it goes.
func (v *Answering) Explain() string {
	key := "counter"
	if !v.Proposes() {
		key = string(v.Answer())
	}
	if v.off() {
		switch core.Answer(key) {
		case core.AnswerDeclined:
			key = "declined_off"
		case core.AnswerAccepted:
			key = "back"
		case core.AnswerTentative:
			key = "back_tentative"
		}
	}
	if v.Dragged && key == "counter" {
		by := v.list.Organizer
		return v.words.T("answering.move_theirs", "name", cmp.Or(by.Name, by.Email)) + " " + v.words.T("answering.to", "email", by.Email)
	}
	return v.words.T("answering.explain_"+key) + " " + v.words.T("answering.to", "email", v.list.Organizer.Email)
}

// off tells whether what is answered takes no time here since the owner does not come.
func (v *Answering) off() bool {
	return v.list.Off || v.list.All && v.list.Series.Declined()
}

// Before says what was answered before; "" for nothing.
func (v *Answering) Before() string {
	own := v.list.Own
	if v.Whole && v.list.OwnWhole != nil {
		own = v.list.OwnWhole
	}
	if !own.Given() {
		return ""
	}
	on := core.DateOf(own.At.In(planner.Home(v.list.Owner)))
	if own.Kept && !own.Again {
		return locale.Capital(v.words.OwnKept(own.KeptWords))
	}
	if asked := own.Asks(v.list.Owner.Home()); !asked.IsZero() {
		return locale.Capital(v.words.OwnProposal(asked, on, v.list.Today))
	}
	return locale.Capital(v.words.OwnAnswer(own.Said(), on, v.list.Today, own.Again))
}

// Own gives the owner where no address of theirs is known from which to answer; false where nothing is missing.
func (v *Answering) Own() (GuestLine, bool) {
	if o := v.list.Owner; o.Email() == "" {
		return GuestLine{Person: o.ID, Name: v.words.T("invite.from_you"), Email: v.words.T("invite.no_own_email"), Missing: true}, true
	}
	return GuestLine{}, false
}

// FileName proposes a name for the answer's file, without its ending.
func (v *Answering) FileName() string {
	return fileName(v.list, string(v.Choice().Method), v.words)
}
