package ical

import (
	"strings"

	"mentorbook/core"
)

// messageRule is what RFC 5546 3.2 asks of a VEVENT in a message of one METHOD.
type messageRule struct {
	section       string
	must, mustNot []string                          // properties
	more          func(l *linter, m *messageInHand) // what is to be seen in their values; nil: nothing
	noAlarm       bool
}

// messageInHand is the VEVENT that is looked at.
type messageInHand struct {
	event  *component
	guests []*contentLine
	rule   string // the section of its METHOD
}

// messageRules gives them by METHOD; each also asks for the ORGANIZER.
func messageRules() map[string]messageRule {
	noStatus := []string{"REQUEST-STATUS"} // it says what became of a message that was sent
	return map[string]messageRule{
		"PUBLISH": {section: "RFC 5546 3.2.1", must: []string{"SUMMARY"}, mustNot: noStatus, more: (*linter).noGuests},
		"REQUEST": {section: "RFC 5546 3.2.2", must: []string{"ATTENDEE", "SUMMARY"}, mustNot: noStatus, more: (*linter).asksGuests},
		"REPLY":   {section: "RFC 5546 3.2.3", must: []string{"ATTENDEE"}, noAlarm: true, more: (*linter).saysAnswer},
		"ADD":     {section: "RFC 5546 3.2.4", must: []string{"SEQUENCE", "SUMMARY"}, mustNot: []string{"RECURRENCE-ID", "REQUEST-STATUS"}, more: (*linter).addsLater},
		"CANCEL":  {section: "RFC 5546 3.2.5", must: []string{"SEQUENCE"}, mustNot: noStatus, noAlarm: true, more: (*linter).callsOff},
		"REFRESH": {section: "RFC 5546 3.2.6", must: []string{"ATTENDEE"}, noAlarm: true, more: (*linter).oneGuest, mustNot: []string{
			"REQUEST-STATUS", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "SEQUENCE", "STATUS", "RRULE", "RDATE", "EXDATE",
		}},
		"COUNTER":        {section: "RFC 5546 3.2.7", must: []string{"ATTENDEE", "SUMMARY"}},
		"DECLINECOUNTER": {section: "RFC 5546 3.2.8", noAlarm: true},
	}
}

// eventOfMessage checks a VEVENT by the rules of its METHOD.
func (l *linter) eventOfMessage(e *component, is messageRule) {
	m := &messageInHand{event: e, guests: e.all("ATTENDEE"), rule: is.section}
	l.must(e, is.section, "ORGANIZER")
	l.must(e, is.section, is.must...)
	l.mustNot(e, is.section, is.mustNot...)
	if is.more != nil {
		is.more(l, m)
	}
	if !is.noAlarm {
		return
	}
	for _, a := range e.children {
		if a.name == "VALARM" {
			l.add(a.line, core.FlawNotAllowed, is.section, a.name)
		}
	}
}

// noGuests: a publication invites nobody.
func (l *linter) noGuests(m *messageInHand) {
	if len(m.guests) > 0 {
		l.add(m.guests[0].line, core.FlawNotAllowed, m.rule, "ATTENDEE")
	}
}

// asksGuests: an invitation calls nothing off, and asks for an answer, without which Outlook shows no buttons.
func (l *linter) asksGuests(m *messageInHand) {
	if s := m.event.one("STATUS"); s != nil && strings.EqualFold(strings.TrimSpace(s.value), "CANCELLED") {
		l.add(s.line, core.FlawBadValue, m.rule, "STATUS:"+s.value)
	}
	organizer := ""
	if o := m.event.one("ORGANIZER"); o != nil {
		organizer = core.EmailKey(addressOf(o).email)
	}
	for _, g := range m.guests {
		if g.param("PARTSTAT") == "" && !g.is("RSVP", "TRUE") && core.EmailKey(addressOf(g).email) != organizer {
			l.add(g.line, core.FlawNoButtons, "", addressOf(g).email)
			return
		}
	}
}

// oneGuest: what a guest sends is of that guest alone.
func (l *linter) oneGuest(m *messageInHand) {
	if len(m.guests) > 1 {
		l.add(m.guests[1].line, core.FlawTwice, m.rule, "ATTENDEE")
	}
}

// saysAnswer: an answer says one. Where nothing is said, that none is given yet is meant (RFC 5545 3.2.12). The restriction table
// of a reply (RFC 5546 3.2.3) leaves that open; which of them guests may give stands in the list of the methods (3.2).
func (l *linter) saysAnswer(m *messageInHand) {
	l.oneGuest(m)
	for _, g := range m.guests {
		if said := g.param("PARTSTAT"); said == "" || strings.EqualFold(said, "NEEDS-ACTION") {
			l.add(g.line, core.FlawBadValue, "RFC 5546 3.2", "PARTSTAT=NEEDS-ACTION")
		}
	}
}

// addsLater: what is added to a series comes after it.
func (l *linter) addsLater(m *messageInHand) {
	if s := m.event.one("SEQUENCE"); s != nil && strings.TrimSpace(s.value) == "0" {
		l.add(s.line, core.FlawBadValue, m.rule, "SEQUENCE:0")
	}
}

// callsOff: a cancellation says nothing else.
func (l *linter) callsOff(m *messageInHand) {
	if s := m.event.one("STATUS"); s != nil && !strings.EqualFold(s.value, "CANCELLED") {
		l.add(s.line, core.FlawBadValue, m.rule, "STATUS:"+s.value)
	}
}
