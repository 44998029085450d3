package core

import "time"

// Method is what a calendar message asks of its reader (RFC 5546 1.4).
type Method string

// The methods that are sent.
const (
	MethodRequest Method = "request"
	MethodPublish Method = "publish"
	MethodCancel  Method = "cancel"
)

// Dispatch is what was sent to whom, and with which SEQUENCE. It is only ever added: the world has seen it.
type Dispatch struct {
	Head
	Meeting    ID          `json:"meeting,omitzero"`
	Series     ID          `json:"series,omitzero"`
	Occurrence Civil       `json:"occurrence,omitzero"` // of the series; zero is all of it
	Method     Method      `json:"method"`
	UID        string      `json:"uid"`
	Sequence   int         `json:"sequence"`
	At         time.Time   `json:"at"` // DTSTAMP
	To         []Recipient `json:"to,omitempty"`
	Title      string      `json:"title"`
	Start      Civil       `json:"start"`
	End        Civil       `json:"end"`
	Zone       Zone        `json:"zone"`
	Rule       string      `json:"rule,omitempty"`
	Place      string      `json:"place,omitempty"`
	Link       string      `json:"link,omitempty"`
}

// Recipient is somebody to whom a message went, under the address that it went to.
type Recipient struct {
	Person ID     `json:"person"`
	Email  string `json:"email"`
}

// Kind is KindDispatch.
func (*Dispatch) Kind() Kind { return KindDispatch }

// Validate checks the fields.
func (d *Dispatch) Validate() error {
	var p problems
	if d.Meeting.IsZero() == d.Series.IsZero() {
		p.add(CodeRequired, "meeting")
	}
	choice(&p, "method", d.Method, MethodRequest, MethodPublish, MethodCancel)
	p.name("uid", d.UID, MaxLine)
	p.between("sequence", d.Sequence, 0, 1<<31-1)
	if d.At.IsZero() {
		p.add(CodeRequired, "at")
	}
	p.instant("at", d.At)
	p.line("title", d.Title, MaxName)
	p.line("rule", d.Rule, MaxLine)
	p.line("place", d.Place, MaxLine)
	p.link("link", d.Link)
	p.span(d.Start, d.End, d.Zone)
	if !d.Occurrence.IsZero() && !d.Occurrence.Valid() {
		p.add(CodeBadTime, "occurrence", "value", d.Occurrence.String())
	}
	p.count("to", len(d.To))
	for i, r := range d.To {
		if r.Email == "" {
			p.add(CodeRequired, at("to", i)+".email")
		}
		p.email(at("to", i)+".email", r.Email)
	}
	return p.err()
}

// NextSequence gives the SEQUENCE of the next message about a meeting, after what was sent before: it rises
// when the time has changed and on a cancellation, and not for a new title or place, or guests would lose
// their answers (RFC 5546 2.1.4). Nothing ever lowers it. PUBLISH files are counted too: one UID has one count.
func NextSequence(m *Meeting, method Method, sent []*Dispatch) int {
	if len(sent) == 0 {
		return 0
	}
	last := sent[0]
	for _, d := range sent[1:] {
		if d.Sequence > last.Sequence || (d.Sequence == last.Sequence && d.At.After(last.At)) {
			last = d
		}
	}
	moved := last.Start != m.Start || last.End != m.End || last.Zone != m.Zone
	turned := (method == MethodCancel) != (last.Method == MethodCancel)
	if moved || turned {
		return last.Sequence + 1
	}
	return last.Sequence
}
