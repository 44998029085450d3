package core

import "time"

// Invitation is one calendar message about one meeting, ready to be written: every choice has been made.
type Invitation struct {
	Method      Method
	UID         string
	Sequence    int
	Stamp       time.Time // DTSTAMP: when the message is made
	Start, End  time.Time
	Title       string
	Description string // the shared part alone; private text never comes here
	Place       string
	Link        string
	Organizer   Party
	Guests      []Party // none in a PUBLISH message
	Reminder    int     // minutes before the start; 0 is none
	Language    Language
	Reason      string // of a cancellation, for the e-mail's words; may be ""
}

// Party is a person on a calendar message.
type Party struct {
	Person ID
	Name   string
	Email  string
	Zone   Zone // for the words of the e-mail; "" is unknown
}

// Validate refuses a message that no calendar would take: without an organizer or guests where the method
// asks for them (RFC 5546 3.2.2, 3.2.5), or ending before it starts.
func (v *Invitation) Validate() error {
	var p problems
	choice(&p, "method", v.Method, MethodRequest, MethodPublish, MethodCancel)
	p.name("uid", v.UID, MaxLine)
	p.name("title", v.Title, MaxName)
	if !v.End.After(v.Start) {
		p.add(CodeEndNotAfter, "end")
	}
	if v.Method != MethodPublish {
		if !ValidEmail(v.Organizer.Email) {
			p.add(CodeNoOrganizer, "organizer")
		}
		if len(v.Guests) == 0 {
			p.add(CodeNoRecipients, "guests")
		}
		for i, g := range v.Guests {
			if !ValidEmail(g.Email) {
				p.add(CodeBadEmail, at("guests", i), "value", clip(g.Email))
			}
		}
	}
	return p.err()
}
