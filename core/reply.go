package core

import "time"

// Reply is what a guest said to an invitation of ours: to a meeting, to all of a series, or to one occurrence of
// it. Each guest has one for each of these; a later answer takes its place, and the journal keeps the former.
//
// It is known by the address that the invitation went to, or another that the guest has here, and by nothing else: a
// name in a file is anybody's word.
type Reply struct {
	Head
	Meeting    ID     `json:"meeting,omitzero"`
	Series     ID     `json:"series,omitzero"`
	Occurrence Civil  `json:"occurrence,omitzero"` // of the series; zero is all of it
	Person     ID     `json:"person"`
	Email      string `json:"email"` // under which the invitation went out
	Answer     Answer `json:"answer"`
	Sequence   int    `json:"sequence"` // of the invitation that it answers
	Said       Said   `json:"said"`     // At is the DTSTAMP, Words the guest's comment
	// Stamp is the DTSTAMP that it bore where that lay in days to come, so that Said has when it was read; zero of all others.
	Stamp time.Time `json:"stamp,omitzero"`
	// Overtook is the DTSTAMP of the last answer to the same thing that this one took the place of, or one before it, and that is of the
	// other kind: from days to come where this one has a good stamp, and good where it has not. One that is no later was read before.
	Overtook time.Time `json:"overtook,omitzero"`
	Start    Civil     `json:"start,omitzero"`
	End      Civil     `json:"end,omitzero"` // with Start: the time that the guest proposes instead, in Zone
	Zone     Zone      `json:"zone,omitempty"`
	Rule     string    `json:"rule,omitempty"` // with Start, of a whole series: the rule that the guest proposes
	// Place is, with Start, the place that the guest proposes at the same time; "" where they propose another time.
	Place string `json:"place,omitempty"`
	// Lists is true of an answer to all of a series by a program that says in it which of the meetings with a version of their own its
	// guest was shown: that one was not shown another (RFC 5546 3.2.3). Beside are those.
	Lists  bool       `json:"lists,omitempty"`
	Beside []Answered `json:"beside,omitempty"`
	// Kept is when the owner declined the time that was proposed, of which the guest is still to be told; zero for none.
	Kept time.Time `json:"kept,omitzero"`
	// Seen is when the owner took note of a refusal, so that it asks for nothing more; zero for not yet.
	Seen time.Time `json:"seen,omitzero"`
}

// Answered is a meeting of a series with a version of its own to which an answer to all of it is as well.
type Answered struct {
	Original Civil `json:"original"`
	Sequence int   `json:"sequence,omitempty"`
}

// Answer is what a guest said to an invitation.
type Answer string

// The answers.
const (
	AnswerNone      Answer = "none" // none yet
	AnswerAccepted  Answer = "accepted"
	AnswerDeclined  Answer = "declined"
	AnswerTentative Answer = "tentative"
)

// OwnSaid is what the owner said to another's invitation, for the few words of a list.
type OwnSaid struct {
	Answer   Answer // AnswerNone for none yet; "" is one of which no more is known
	Proposed Asked  // the time for which the owner has asked and that is not decided on; zero where they have not
	Kept     bool   // the organizer does not take what the owner proposed
	Again    bool   // they have asked again since
	Copy     bool   // it is here as a calendar had it, and asks for no answer
}

// GuestsSaid is what the guests of a meeting said to it and know of it, for the few words of a list.
type GuestsSaid struct {
	Answers  []Answer // of those who were asked; AnswerNone of one who was silent
	OldTimes int      // how many of them know of another time
	Off      int      // how many have a cancellation of what takes place
	Propose  int      // how many ask for another time
	Places   int      // how many ask for another place
	StillOn  int      // how many have no cancellation of what is off
	OldTexts int      // how many know its time, but another title, place or link of it
}

// Answers lists what can be answered, in the order in which it is shown.
func Answers() []Answer { return []Answer{AnswerAccepted, AnswerDeclined, AnswerTentative} }

// Kind is KindReply.
func (*Reply) Kind() Kind { return KindReply }

// Proposes tells whether the guest asks for another time, or place.
func (r *Reply) Proposes() bool { return !r.Start.IsZero() || r.Place != "" }

// Whole tells whether it is about all of a series.
func (r *Reply) Whole() bool { return r.Meeting.IsZero() && r.Occurrence.IsZero() }

// SequenceOf gives the SEQUENCE of a meeting to which it is, given by its original start: its own, or that of all of its series.
func (r *Reply) SequenceOf(original Civil) int {
	n := r.Sequence
	for _, one := range r.Beside {
		if one.Original == original && !original.IsZero() {
			n = max(n, one.Sequence)
		}
	}
	return n
}

// Validate checks the fields. Who answers is who said it.
func (r *Reply) Validate() error {
	var p problems
	if r.Meeting.IsZero() == r.Series.IsZero() {
		p.add(CodeRequired, "meeting")
	}
	if !r.Occurrence.IsZero() && (r.Series.IsZero() || !r.Occurrence.Valid()) {
		p.add(CodeBadTime, "occurrence", "value", r.Occurrence.String())
	}
	p.required("person", r.Person)
	if r.Email == "" {
		p.add(CodeRequired, "email")
	}
	p.email("email", r.Email)
	choice(&p, "answer", r.Answer, Answers()...)
	p.between("sequence", r.Sequence, 0, 1<<31-1)
	p.count("beside", len(r.Beside))
	for i, one := range r.Beside {
		if !one.Original.Valid() {
			p.add(CodeBadTime, at("beside", i)+".original", "value", one.Original.String())
		}
		p.between(at("beside", i)+".sequence", one.Sequence, 0, 1<<31-1)
	}
	p.instant("stamp", r.Stamp)
	p.instant("overtook", r.Overtook)
	p.instant("kept", r.Kept)
	p.instant("seen", r.Seen)
	p.note("said", r.Said.validate())
	if r.Said.By != r.Person {
		p.add(CodeNotYours, "said.by")
	}
	if !r.Start.IsZero() || !r.End.IsZero() || r.Zone != "" {
		p.span(r.Start, r.End, r.Zone)
	}
	p.line("place", r.Place, MaxLine)
	if r.Rule != "" {
		_, err := ParseRule(r.Rule)
		p.noteField("rule", err)
	}
	return p.err()
}
