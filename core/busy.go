package core

import (
	"slices"
	"time"
)

// Busy is a time at which somebody can't meet: an appointment or a holiday from another calendar, or a time
// that the owner blocked out by hand. It is no meeting: nothing is planned, closed or counted in it.
//
// An event that recurs is one record with its rule, as RFC 5545 has it: what recurs without an end costs one
// record. An occurrence that the other calendar changed is a record of its own with Recurrence set, and its
// original start stands in Except of the one with the rule; so each record can be read without its siblings.
type Busy struct {
	Head
	Person      ID        `json:"person"`                // who is busy: the owner, or somebody whose holidays are known
	Calendar    string    `json:"calendar,omitempty"`    // the name of the calendar that it came from; "" was blocked out by hand
	UID         string    `json:"uid,omitempty"`         // the other calendar's name of it; "" only by hand
	Recurrence  Civil     `json:"recurrence,omitzero"`   // the original start within what recurs, in Zone; zero: none
	Title       string    `json:"title,omitempty"`       // "" shows that somebody is busy, not why
	Start       Civil     `json:"start"`                 // of the first occurrence
	End         Civil     `json:"end"`                   // whole days end at midnight after the last
	Zone        Zone      `json:"zone,omitempty"`        // "": of the person, wherever they are (whole days, floating times)
	AllDay      bool      `json:"all_day,omitempty"`     // whole days: from midnight to midnight, with no zone
	Transparent bool      `json:"transparent,omitempty"` // shown, but clashes with nothing (RFC 5545 3.8.2.7)
	Rule        string    `json:"rule,omitempty"`        // RFC 5545 3.3.10, without "RRULE:"
	Except      []Civil   `json:"except,omitempty"`      // original starts that do not take place, or are records of their own: see Never
	Extra       []Civil   `json:"extra,omitempty"`       // starts beside those of the rule (RDATE)
	Organizer   string    `json:"organizer,omitempty"`   // the e-mail address of whoever may change it; "" is not known
	Sequence    int       `json:"sequence,omitempty"`    // of the version that was read (RFC 5546 2.1.4)
	Stamp       time.Time `json:"stamp,omitzero"`        // DTSTAMP of the version that was read
	Off         BusyOff   `json:"off,omitempty"`         // why it takes place never, where that is not its organizer's word about it
}

// BusyOff says why a busy time takes place never; "" of such a one: its organizer has called it off.
type BusyOff string

// Why a busy time takes place never.
const (
	BusyDeclined   BusyOff = "declined" // the owner has declined it in another calendar
	BusyOffWithAll BusyOff = "with_all" // all that it is an occurrence of is off
)

// Kind is KindBusy.
func (*Busy) Kind() Kind { return KindBusy }

// Recurs tells whether it stands for more than one occurrence.
func (b *Busy) Recurs() bool { return b.Rule != "" || len(b.Extra) > 0 }

// Never tells whether it takes place never: it is off, and kept since an older version of it may still come. Then its own start
// is among the exceptions, so that nobody who reads its occurrences finds any.
func (b *Busy) Never() bool { return !b.Recurs() && slices.Contains(b.Except, b.Start) }

// CallOff lets it take place never, none of its occurrences.
func (b *Busy) CallOff(why BusyOff) {
	b.Rule, b.Extra, b.Except, b.Off = "", nil, []Civil{b.Start}, why
}

// ZoneFor gives the zone in which its times are read, where the person lives in home.
func (b *Busy) ZoneFor(home Zone) Zone {
	if b.Zone != "" {
		return b.Zone
	}
	return home
}

// Validate checks the fields and the rule.
func (b *Busy) Validate() error {
	var p problems
	p.required("person", b.Person)
	p.line("calendar", b.Calendar, MaxName)
	if b.Calendar == "" {
		p.line("uid", b.UID, MaxLine)
	} else {
		p.name("uid", b.UID, MaxLine)
	}
	p.line("title", b.Title, MaxName)
	if b.Rule != "" {
		_, err := ParseRule(b.Rule)
		p.noteField("rule", err)
	}
	p.line("organizer", b.Organizer, MaxLine)
	p.between("sequence", b.Sequence, 0, 1<<31-1)
	p.instant("stamp", b.Stamp)
	choice(&p, "off", b.Off, "", BusyDeclined, BusyOffWithAll)
	b.validateTimes(&p)
	return p.err()
}

// maxBusy is the longest time that one occurrence may take: a year's leave.
const maxBusy = 366 * 24 * time.Hour

func (b *Busy) validateTimes(p *problems) {
	zone := b.Zone
	if zone == "" {
		zone = "UTC"
	}
	p.spanUpTo(b.Start, b.End, zone, maxBusy)
	if b.AllDay {
		if b.Zone != "" {
			p.add(CodeBadZone, "zone", "value", clip(string(b.Zone)))
		}
		p.midnight("start", b.Start)
		p.midnight("end", b.End)
	}
	if !b.Recurrence.IsZero() && (!b.Recurrence.Valid() || b.Recurs()) { // an occurrence does not recur itself
		p.add(CodeBadTime, "recurrence", "value", b.Recurrence.String())
	}
	p.civils("except", b.Except)
	p.civils("extra", b.Extra)
}

// civils checks a list of times.
func (p *problems) civils(field string, list []Civil) {
	p.count(field, len(list))
	for i, c := range list {
		if !c.Valid() {
			p.add(CodeBadTime, at(field, i), "value", c.String())
		}
	}
}

func (p *problems) midnight(field string, c Civil) {
	if c.Valid() && (c.Hour != 0 || c.Minute != 0) {
		p.add(CodeBadTime, field, "value", c.String())
	}
}
