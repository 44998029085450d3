package core

import (
	"errors"
	"slices"
	"strings"
	"time"
)

// Method is what a calendar message asks of its reader (RFC 5546 1.4).
type Method string

// The methods that are sent.
const (
	MethodRequest Method = "request"
	MethodPublish Method = "publish"
	MethodCancel  Method = "cancel"
	MethodReply   Method = "reply"   // a guest's, to the organizer
	MethodCounter Method = "counter" // a guest's too: another time (RFC 5546 3.2.7)
	// MethodDeclineCounter is the organizer's, to a guest who has proposed another time: it stays as it is (RFC 5546 3.2.8).
	MethodDeclineCounter Method = "declinecounter"
	// MethodUninvite is a CANCEL to those alone who have left: what it is about goes on without them (RFC 5546 3.2.5).
	MethodUninvite Method = "uninvite"
)

// Methods lists them all.
func Methods() []Method {
	return []Method{MethodRequest, MethodPublish, MethodCancel, MethodReply, MethodCounter, MethodDeclineCounter, MethodUninvite}
}

// CallsOff tells whether such a message says that what it is about is off, for those who get it.
func (m Method) CallsOff() bool { return m == MethodCancel || m == MethodUninvite }

// Informs tells whether such a message tells guests of a meeting, when it is or that it is off: all others ask or answer, or
// are for nobody in particular.
func (m Method) Informs() bool { return m == MethodRequest || m == MethodCancel }

// InFile gives the METHOD of a calendar file with such a message.
func (m Method) InFile() string {
	if m == MethodUninvite {
		m = MethodCancel
	}
	return strings.ToUpper(string(m))
}

// FromGuest tells whether it is a guest who sends such a message, to the organizer.
func (m Method) FromGuest() bool { return m == MethodReply || m == MethodCounter }

// Dispatch is what was sent to whom, and with which SEQUENCE. It is only ever added: the world has seen it.
type Dispatch struct {
	Head
	Meeting    ID          `json:"meeting,omitzero"`
	Series     ID          `json:"series,omitzero"`
	Occurrence Civil       `json:"occurrence,omitzero"` // of the series; zero is all of it
	Method     Method      `json:"method"`
	Off        bool        `json:"off,omitempty"`    // of a publication: it says that the meeting does not take place
	Answer     Answer      `json:"answer,omitempty"` // of an answer; "" where what was said was not kept yet
	UID        string      `json:"uid"`
	Sequence   int         `json:"sequence"`
	At         time.Time   `json:"at"` // DTSTAMP
	To         []Recipient `json:"to,omitempty"`
	From       string      `json:"from,omitempty"` // the organizer's address in it; "" in those of former versions
	Title      string      `json:"title"`
	Start      Civil       `json:"start"` // of a counter-proposal, when the guest wants it
	End        Civil       `json:"end"`
	Zone       Zone        `json:"zone"`
	Rule       string      `json:"rule,omitempty"`
	Except     []Civil     `json:"except,omitempty"` // of a whole series: what was said not to take place
	Moved      []Moved     `json:"moved,omitempty"`  // of a whole series: what was said to take place at another time
	Place      string      `json:"place,omitempty"`
	Link       string      `json:"link,omitempty"`
	// Elsewhere is true of what went out from another calendar of the owner's, as a file of that tells: its DTSTAMP is that of the file.
	Elsewhere bool `json:"elsewhere,omitempty"`
	// Others are whom it asks, or tells, besides: whom another calendar of the owner's had invited and nobody here knows. No record
	// stands for them.
	Others []Outsider `json:"others,omitempty"`
	Agenda bool       `json:"agenda,omitempty"` // what its guests may read of the agenda stood in it; never in those of former versions
}

// Moved is an occurrence of a series of which a message about the whole tells by itself: at another time than its rule says,
// or with another title, place or link than the others have.
type Moved struct {
	Original Civil `json:"original"`
	Start    Civil `json:"start"` // in the series' zone
	End      Civil `json:"end"`
	Sequence int   `json:"sequence,omitempty"` // its own; missing in those of former versions
	// Title is what it was called; "" in those of former versions, which kept no texts: then they are taken for those of the
	// whole. With a title, an empty place or link says that it has none.
	Title string `json:"title,omitempty"`
	Place string `json:"place,omitempty"`
	Link  string `json:"link,omitempty"`
}

// Recipient is somebody to whom a message went, under the address that it went to.
type Recipient struct {
	Person ID     `json:"person"`
	Email  string `json:"email"`
}

// Outsider is a guest who is nobody's contact here, as another calendar has them.
type Outsider struct {
	Name   string `json:"name,omitempty"`
	Email  string `json:"email"`
	Answer Answer `json:"answer,omitempty"` // to the very version of the message; "" is not known
}

// Kind is KindDispatch.
func (*Dispatch) Kind() Kind { return KindDispatch }

// Version gives what people call the version that a message has: the first one, with SEQUENCE 0, is 1. Every figure of a
// version that somebody reads comes from here, from VersionOf or from Invitation.Version.
func (d *Dispatch) Version() int { return VersionOf(d.Sequence) }

// VersionOf gives what people call the version with a SEQUENCE.
func VersionOf(sequence int) int { return sequence + 1 }

// Last gives the highest SEQUENCE in a message, of the whole or of an occurrence.
func (d *Dispatch) Last() int {
	n := d.Sequence
	for _, m := range d.Moved {
		n = max(n, m.Sequence)
	}
	return n
}

// CallsOff tells whether the message says that what it is about does not take place, for those who got it.
func (d *Dispatch) CallsOff() bool { return d.Method.CallsOff() || d.Off }

// One tells whether the message is about a single meeting: by itself, or one of a series. A nil one is about none.
func (d *Dispatch) One() bool { return d != nil && (d.Series.IsZero() || !d.Occurrence.IsZero()) }

// callsOff tells it of the next message about a meeting.
func callsOff(m *Meeting, method Method) bool {
	return method == MethodCancel || method == MethodPublish && m.Off()
}

// Validate checks the fields.
func (d *Dispatch) Validate() error {
	var p problems
	if d.Meeting.IsZero() == d.Series.IsZero() {
		p.add(CodeRequired, "meeting")
	}
	choice(&p, "method", d.Method, Methods()...)
	if d.Off && d.Method != MethodPublish {
		p.add(CodeBadChoice, "off", "value", string(d.Method))
	}
	if d.Answer != "" {
		choice(&p, "answer", d.Answer, Answers()...)
		if !d.Method.FromGuest() {
			p.add(CodeBadChoice, "answer", "value", string(d.Method))
		}
	}
	p.name("uid", d.UID, MaxLine)
	p.between("sequence", d.Sequence, 0, 1<<31-1)
	if d.At.IsZero() {
		p.add(CodeRequired, "at")
	}
	p.instant("at", d.At)
	p.line("title", d.Title, MaxName)
	p.line("rule", d.Rule, MaxRule)
	p.line("place", d.Place, MaxLine)
	p.link("link", d.Link)
	p.span(d.Start, d.End, d.Zone)
	if !d.Occurrence.IsZero() && !d.Occurrence.Valid() {
		p.add(CodeBadTime, "occurrence", "value", d.Occurrence.String())
	}
	p.civils("except", d.Except)
	p.count("moved", len(d.Moved))
	for i, m := range d.Moved {
		if !m.Original.Valid() || !m.Start.Valid() || !m.End.Valid() {
			p.add(CodeBadTime, at("moved", i), "value", m.Original.String())
		}
		p.between(at("moved", i)+".sequence", m.Sequence, 0, 1<<31-1)
		p.line(at("moved", i)+".title", m.Title, MaxName)
		p.line(at("moved", i)+".place", m.Place, MaxLine)
		p.link(at("moved", i)+".link", m.Link)
	}
	p.email("from", d.From)
	p.count("to", len(d.To))
	for i, r := range d.To {
		if r.Email == "" {
			p.add(CodeRequired, at("to", i)+".email")
		}
		p.email(at("to", i)+".email", r.Email)
	}
	p.count("others", len(d.Others))
	for i, o := range d.Others {
		if o.Email == "" {
			p.add(CodeRequired, at("others", i)+".email")
		}
		p.email(at("others", i)+".email", o.Email)
		p.line(at("others", i)+".name", o.Name, MaxName)
		if o.Answer != "" {
			choice(&p, at("others", i)+".answer", o.Answer, Answers()...)
		}
	}
	return p.err()
}

// NextSequence gives the SEQUENCE of the next message about a meeting, after what was sent before: it rises
// when the time has changed (for a meeting by itself that is its instant, in which it goes out, whatever clock it is planned by) and on a cancellation or a publication that withdraws one, and not for a new title or place, or guests would lose
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
	if !last.SameSpan(m.Start, m.End, m.Zone) || callsOff(m, method) != last.CallsOff() {
		return last.Sequence + 1
	}
	return last.Sequence
}

// The whole of a series and each of its occurrences have a count of SEQUENCE of their own (RFC 5546 2.1.4), or guests
// would be asked anew about all of it when one meeting has moved. A message about the whole tells of every occurrence:
// none of them is lower in it than the whole.

// NextSeriesSequence gives the SEQUENCE of the next message about a whole series: a rule and an exception are times too.
// So one that tells of a meeting that was called off (EXDATE) is a new version of the whole, though guests know of that
// one from its own CANCEL: RFC 5546 2.1.4 has SEQUENCE rise whenever DTSTART, DTEND, DURATION, RRULE, RDATE, EXDATE or
// STATUS change, and a program that compared it alone would else keep the meeting. A new version is none below what was
// said of any of its meetings: else it would be older than they are, and they would stay as they were. So is one that
// leaves out again what the last one left out, where guests were told since, of that one alone, that it takes place.
func NextSeriesSequence(now *Dispatch, sent []*Dispatch) int {
	last := lastAbout(sent, Civil{})
	if last == nil {
		return highest(sent)
	}
	n := 0
	for _, d := range sent {
		if d.Occurrence.IsZero() {
			n = max(n, d.Sequence)
		}
	}
	back := slices.ContainsFunc(now.Except, func(c Civil) bool { return !KnownOccurrence(&Meeting{Recurrence: c}, sent).CallsOff() })
	if last.SameSeries(now) && last.CallsOff() == now.CallsOff() && !back {
		return n
	}
	return max(n+1, highest(sent))
}

// SameSeries tells whether two messages about a whole series give it the same times, whatever was moved on its own.
func (d *Dispatch) SameSeries(other *Dispatch) bool {
	return d.Start == other.Start && d.End == other.End && d.Zone == other.Zone && d.Rule == other.Rule && slices.Equal(d.Except, other.Except)
}

// NextOccurrenceSequence does the same for one occurrence, given as the meeting that it is now. Whoever got the
// whole series has it at its original start, or where the series was said to have it.
func NextOccurrenceSequence(m *Meeting, method Method, sent []*Dispatch) int {
	was, n := KnownOccurrence(m, sent), OccurrenceSequence(m.Recurrence, sent)
	if was == nil || was.SameSpan(m.Start, m.End, m.Zone) && was.CallsOff() == callsOff(m, method) {
		return n
	}
	return n + 1
}

// OccurrenceSequence gives the highest SEQUENCE under which an occurrence was told of, alone or with its series.
func OccurrenceSequence(original Civil, sent []*Dispatch) int {
	n := 0
	for _, d := range sent {
		n = max(n, d.SequenceOf(original))
	}
	return n
}

// SequenceOf gives the SEQUENCE under which a message tells of an occurrence; 0 where it tells of another.
func (d *Dispatch) SequenceOf(original Civil) int {
	if !d.Occurrence.IsZero() && d.Occurrence != original {
		return 0
	}
	for _, m := range d.Moved {
		if m.Original == original {
			return max(d.Sequence, m.Sequence) // former versions counted all of them as one
		}
	}
	return d.Sequence
}

// SameText tells whether two messages give what they are about the same title, place and link.
func (d *Dispatch) SameText(other *Dispatch) bool {
	return d.Title == other.Title && d.Place == other.Place && d.Link == other.Link
}

// SameSpan tells whether a message gives one meeting a time, whatever clock either is told by. Of a whole series the
// clock counts too: see SameSeries.
func (d *Dispatch) SameSpan(start, end Civil, zone Zone) bool {
	if d.Start == start && d.End == end && d.Zone == zone {
		return true
	}
	from, to, err1 := SpanIn(d.Start, d.End, d.Zone)
	first, last, err2 := SpanIn(start, end, zone)
	return errors.Join(err1, err2) == nil && from.Equal(first) && to.Equal(last)
}

// KnownOccurrence gives what guests know of an occurrence by the messages that they got, in order of time: nil where none
// told of it. What a message said of it by itself stands until another names it: one about the whole that does not leaves
// it as it is, for calendar programs keep a changed occurrence when its series comes anew.
func KnownOccurrence(m *Meeting, sent []*Dispatch) *Dispatch {
	var whole *Dispatch // the newest about all of it
	for i := len(sent) - 1; i >= 0; i-- {
		d := sent[i]
		switch {
		case d.Occurrence == m.Recurrence:
			one := *d
			return &one
		case !d.Occurrence.IsZero():
			continue
		case d.moves(m.Recurrence), whole == nil && (d.CallsOff() || contains(d.Except, m.Recurrence)):
			return d.of(m.Recurrence)
		case whole == nil:
			whole = d
		}
	}
	if whole == nil {
		return nil
	}
	return whole.of(m.Recurrence)
}

// moves tells whether a message about a whole series names an occurrence of it with a time of its own.
func (d *Dispatch) moves(original Civil) bool {
	return slices.ContainsFunc(d.Moved, func(o Moved) bool { return o.Original == original })
}

// of gives what a message about a whole series says of one occurrence.
func (d *Dispatch) of(original Civil) *Dispatch {
	one := *d
	if contains(d.Except, original) {
		one.Method = MethodCancel
	}
	minutes := MinutesBetween(d.Start, d.End, d.Zone)
	one.Sequence = d.SequenceOf(original)
	one.Start, one.End = original.On(d.Zone), original.Later(minutes, d.Zone)
	for _, o := range d.Moved {
		if o.Original == original {
			one.Start, one.End = o.Start, o.End
			if o.Title != "" {
				one.Title, one.Place, one.Link = o.Title, o.Place, o.Link
			}
		}
	}
	return &one
}

// ToldApart gives the original starts of those occurrences of which a message ever told by themselves, or at a time of
// their own: each message about the whole says of them how they are, or guests would keep what they were told.
func ToldApart(sent []*Dispatch) []Civil {
	var out []Civil
	for _, d := range sent {
		if !d.Occurrence.IsZero() {
			out = append(out, d.Occurrence)
		}
		for _, o := range d.Moved {
			out = append(out, o.Original)
		}
	}
	slices.SortFunc(out, Civil.Compare)
	return slices.Compact(out)
}

func lastAbout(sent []*Dispatch, occurrence Civil) *Dispatch {
	for i := len(sent) - 1; i >= 0; i-- {
		if sent[i].Occurrence == occurrence {
			return sent[i]
		}
	}
	return nil
}

func highest(sent []*Dispatch) int {
	n := 0
	for _, d := range sent {
		n = max(n, d.Last())
	}
	return n
}
