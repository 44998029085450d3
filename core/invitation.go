package core

import (
	"slices"
	"time"
)

// Invitation is one calendar message about one meeting, ready to be written: every choice has been made.
type Invitation struct {
	Method      Method
	UID         string
	Sequence    int
	Stamp       time.Time // DTSTAMP: when the message is made
	Start, End  time.Time // of a COUNTER, when the guest wants it
	Title       string
	Description string // the shared part alone; private text never comes here
	Place       string
	Link        string
	Organizer   Party
	Guests      []Party // none in a PUBLISH message; in a REPLY or a COUNTER the one who answers, in a DECLINECOUNTER the one who proposed
	Others      []Party // whom it asks, or tells, besides its guests: nobody here knows them
	Answer      Answer  // of a REPLY or a COUNTER
	Comment     string  // of these, and of a DECLINECOUNTER: a word to who gets it; may be ""
	Reminders   Reminders
	Language    Language
	News        News           // of a REQUEST: what those who get it have not heard of it
	Told        *Dispatch      // what they know until now, for the e-mail's words: of a COUNTER the time that there is, of a DECLINECOUNTER the one that they proposed; nil: nothing, or not all of them the same
	Reason      string         // of a cancellation, for its guests; of a REQUEST by which a series ends earlier, in the e-mail's words alone; may be ""
	Class       Class          // of another's, which is handed on
	Off         bool           // of a publication: it says that the meeting does not take place
	Tentative   bool           // a proposal, which takes nobody's time
	Series      *InvitedSeries // what recurs; nil: one meeting by itself
}

// News is what a REQUEST tells those who get it that they have not heard.
type News string

// What can be news.
const (
	NewsNone   News = ""       // they have all of it, or were never asked
	NewsText   News = "text"   // another title, place or link, at the time that they know
	NewsTime   News = "time"   // another time
	NewsBack   News = "back"   // it takes place, and they know that it is off
	NewsChange News = "change" // not the same to each of them
)

// Version gives what people call the version that it has: the first one is 1.
func (v *Invitation) Version() int { return VersionOf(v.Sequence) }

// InvitedSeries is what a message about a series says beside its texts and its people: about the whole of it, or,
// with an Original, about one occurrence alone. Its times are civil, in Zone; those of the Invitation are the
// instants of the first occurrence, or of the one.
type InvitedSeries struct {
	Zone       Zone
	Start, End Civil // of the first occurrence, or of the one where it takes place now
	Rule       Rule
	Except     []Civil             // original starts that do not take place
	Moved      []InvitedOccurrence // those that differ from the rest
	Back       []Civil             // for the e-mail's words: original starts that take place, which guests know to be off
	Original   Civil               // of the one occurrence that the message is about; zero: about all
	Follows    string              // the UID of the series that this one continues; may be ""
	Then       *SeriesBeside       // likewise the one by which this one goes on
	Beside     *SeriesBeside       // for the e-mail's words: the series that this one continues, or of which the one occurrence is; nil: none, or it is not known
}

// SeriesBeside is a series of which a message speaks beside what it is about.
type SeriesBeside struct {
	Title      string
	Start, End Civil // of its first occurrence
	Zone       Zone
	Rule       Rule
}

// InvitedOccurrence is one occurrence of a series that differs from the rest.
type InvitedOccurrence struct {
	Original    Civil
	Start, End  Civil // in the series' zone
	Title       string
	Description string
	Place, Link string
	Class       Class         // its own, or that of the whole
	Sequence    int           // its own, not lower than that of the whole
	Answers     map[ID]Answer // what guests have said to it, where that stands
}

// Party is a person on a calendar message.
type Party struct {
	Person ID
	Name   string
	Email  string
	Zone   Zone // for the words of the e-mail; "" is unknown
	// Also are other mailboxes of theirs to which the message goes: they have its former version. The guest is asked once for
	// all of them, under Email.
	Also []string
	// Delegate is the address of whom a guest of a file that was read sends in their place; "" for nobody
	Delegate string
	Thing    bool   // of a guest of a file that was read: a room or a resource, or nobody knows what
	Answer   Answer // of a guest in a REQUEST, or in a file that was read: what they have said to this very version; "" asks them
}

// Mailboxes gives a party for each mailbox of some: the one under which they are named, and the others of theirs.
func Mailboxes(all []Party) (out []Party) {
	for _, p := range all {
		for _, email := range append([]string{p.Email}, p.Also...) {
			one := p
			one.Email, one.Also = email, nil
			out = append(out, one)
		}
	}
	return out
}

// Validate refuses a message that no calendar would take: without an organizer or guests where the method
// asks for them (RFC 5546 3.2.2, 3.2.5), or ending before it starts.
func (v *Invitation) Validate() error {
	var p problems
	choice(&p, "method", v.Method, Methods()...)
	if v.Method.FromGuest() {
		choice(&p, "answer", v.Answer, Answers()...)
	}
	if v.Method.FromGuest() || v.Method == MethodDeclineCounter {
		if len(v.Guests) > 1 {
			p.add(CodeTooMany, "guests", "max", 1)
		}
	}
	p.text("comment", v.Comment, MaxDescription, true)
	p.name("uid", v.UID, MaxLine)
	p.name("title", v.Title, MaxName)
	if !v.End.After(v.Start) {
		p.add(CodeEndNotAfter, "end")
	}
	if v.Series != nil {
		p.note("", v.Series.validate())
	}
	if v.Method != MethodPublish {
		if !ValidEmail(v.Organizer.Email) {
			p.add(CodeNoOrganizer, "organizer")
		}
		if len(v.Guests)+len(v.Others) == 0 {
			p.add(CodeNoRecipients, "guests")
		}
		for i, g := range slices.Concat(v.Guests, v.Others) {
			for _, email := range append([]string{g.Email}, g.Also...) {
				if !ValidEmail(email) {
					p.add(CodeBadEmail, at("guests", i), "value", clip(email))
				}
			}
		}
	}
	return p.err()
}

func (s *InvitedSeries) validate() error {
	var p problems
	p.span(s.Start, s.End, s.Zone)
	if s.Original.IsZero() {
		p.noteField("rule", s.Rule.Validate())
	} else if !s.Original.Valid() {
		p.add(CodeBadTime, "recurrence", "value", s.Original.String())
	}
	p.civils("except", s.Except)
	p.count("occurrences", len(s.Moved))
	for i, o := range s.Moved {
		var q problems
		q.span(o.Start, o.End, s.Zone)
		if !o.Original.Valid() {
			q.add(CodeBadTime, "recurrence", "value", o.Original.String())
		}
		q.name("title", o.Title, MaxName)
		p.note(at("occurrences", i), q.err())
	}
	return p.err()
}

// Feed is a whole calendar to be published: meetings and series as PUBLISH messages, and days by which something
// is due.
type Feed struct {
	Name      string    // of the calendar, as programs list it
	Stamp     time.Time // DTSTAMP
	Organizer Party     // whose calendar it is, of the days; each event names its own
	Of        ID        // the owner by whom the calendar is known where it comes back; zero: it is not to be known
	Events    []*Invitation
	Due       []FeedDue
}

// FeedDue is a day by which something is due.
type FeedDue struct {
	UID   string
	On    Date
	Title string
}
