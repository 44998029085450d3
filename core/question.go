package core

import "time"

// Question waits in an inbox until it is put on an agenda or answered.
type Question struct {
	Head
	Relationship ID         `json:"relationship,omitzero"`
	Asker        ID         `json:"asker"`
	Text         string     `json:"text"`
	Asked        time.Time  `json:"asked"`
	Meeting      ID         `json:"meeting,omitzero"` // on whose agenda it was put
	Answer       string     `json:"answer,omitempty"`
	Answered     time.Time  `json:"answered,omitzero"`
	Readers      Visibility `json:"visibility,omitzero"`
}

// Kind is KindQuestion.
func (*Question) Kind() Kind { return KindQuestion }

// Waiting tells whether the question is still in the inbox.
func (q *Question) Waiting() bool { return q.Meeting.IsZero() && q.Answered.IsZero() }

// Validate checks the fields.
func (q *Question) Validate() error {
	var p problems
	p.required("asker", q.Asker)
	if blank(q.Text) {
		p.add(CodeRequired, "text")
	}
	p.long("text", q.Text)
	p.long("answer", q.Answer)
	if q.Asked.IsZero() {
		p.add(CodeRequired, "asked")
	}
	p.instant("asked", q.Asked)
	p.instant("answered", q.Answered)
	if blank(q.Answer) != q.Answered.IsZero() {
		p.add(CodeRequired, "answer")
	}
	p.note("visibility", q.Readers.validate())
	return p.err()
}

// Note is a text in plain Markdown about a meeting, a person, a goal or a relationship.
type Note struct {
	Head
	About   Ref        `json:"about"`
	Author  ID         `json:"author"`
	Text    string     `json:"text"`
	Readers Visibility `json:"visibility,omitzero"`
}

// Kind is KindNote.
func (*Note) Kind() Kind { return KindNote }

// Validate checks the fields. A note without a word is none.
func (n *Note) Validate() error {
	var p problems
	choice(&p, "about.kind", n.About.Kind, KindMeeting, KindPerson, KindGoal, KindRelationship)
	p.required("about.id", n.About.ID)
	p.required("author", n.Author)
	if blank(n.Text) {
		p.add(CodeRequired, "text")
	}
	p.long("text", n.Text)
	p.note("visibility", n.Readers.validate())
	return p.err()
}
