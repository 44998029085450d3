package ical

import (
	"strings"

	"mentorbook/core"
)

// messageRule is what RFC 5546 3.2 to 3.5 asks of a component in a message of one METHOD.
type messageRule struct {
	section       string
	must, mustNot []string                          // properties
	more          func(l *linter, m *messageInHand) // what is to be seen in their values; nil: nothing
	noAlarm       bool
}

// messageInHand is the component that is looked at.
type messageInHand struct {
	event  *component
	guests []*contentLine
	rule   string // the section of its METHOD
}

// messageRules gives them by METHOD; nil for a component that no message is made of.
func messageRules(component string) map[string]messageRule {
	switch component {
	case "VEVENT":
		return eventMessages()
	case "VFREEBUSY":
		return busyMessages()
	case "VTODO":
		return taskMessages()
	case "VJOURNAL":
		return journalMessages()
	}
	return nil
}

// noStatus is what no message has but an answer: it says what became of a message that was sent.
func noStatus(more ...string) []string { return append(more, "REQUEST-STATUS") }

func eventMessages() map[string]messageRule {
	return map[string]messageRule{
		"PUBLISH": {section: "RFC 5546 3.2.1", must: []string{"ORGANIZER", "SUMMARY"}, mustNot: noStatus(), more: (*linter).noGuests},
		"REQUEST": {section: "RFC 5546 3.2.2", must: []string{"ORGANIZER", "ATTENDEE", "SUMMARY"}, mustNot: noStatus(), more: (*linter).asksGuests},
		"REPLY":   {section: "RFC 5546 3.2.3", must: []string{"ORGANIZER", "ATTENDEE"}, noAlarm: true, more: (*linter).saysAnswer},
		"ADD":     {section: "RFC 5546 3.2.4", must: []string{"ORGANIZER", "SEQUENCE", "SUMMARY"}, mustNot: noStatus("RECURRENCE-ID"), more: (*linter).addsLater},
		"CANCEL":  {section: "RFC 5546 3.2.5", must: []string{"ORGANIZER", "SEQUENCE"}, mustNot: noStatus(), noAlarm: true, more: (*linter).callsOff},
		"REFRESH": {section: "RFC 5546 3.2.6", must: []string{"ORGANIZER", "ATTENDEE"}, noAlarm: true, more: (*linter).oneGuest, mustNot: noStatus(
			"DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "SEQUENCE", "STATUS", "RRULE", "RDATE", "EXDATE",
		)},
		"COUNTER":        {section: "RFC 5546 3.2.7", must: []string{"ORGANIZER", "ATTENDEE", "SUMMARY"}},
		"DECLINECOUNTER": {section: "RFC 5546 3.2.8", must: []string{"ORGANIZER"}, noAlarm: true},
	}
}

// busyMessages: when somebody is busy is published, or asked for and answered.
func busyMessages() map[string]messageRule {
	window := func(more ...string) []string { return append([]string{"ORGANIZER", "DTSTART", "DTEND"}, more...) }
	return map[string]messageRule{
		"PUBLISH": {section: "RFC 5546 3.3.1", must: window(), mustNot: noStatus("DURATION"), more: (*linter).noGuests},
		"REQUEST": {section: "RFC 5546 3.3.2", must: window("ATTENDEE"), mustNot: noStatus("DURATION", "FREEBUSY", "URL")},
		"REPLY":   {section: "RFC 5546 3.3.3", must: window("ATTENDEE"), mustNot: []string{"DURATION", "SEQUENCE"}, more: (*linter).oneGuest},
	}
}

func taskMessages() map[string]messageRule {
	task := func(more ...string) []string { return append([]string{"ORGANIZER", "PRIORITY", "SUMMARY"}, more...) }
	return map[string]messageRule{
		"PUBLISH": {section: "RFC 5546 3.4.1", must: task("DTSTART"), mustNot: noStatus(), more: (*linter).noGuests},
		"REQUEST": {section: "RFC 5546 3.4.2", must: task("ATTENDEE", "DTSTART"), mustNot: noStatus()},
		"REPLY":   {section: "RFC 5546 3.4.3", must: []string{"ORGANIZER", "ATTENDEE"}, noAlarm: true},
		"ADD":     {section: "RFC 5546 3.4.4", must: task("SEQUENCE"), mustNot: noStatus("RECURRENCE-ID"), more: (*linter).addsLater},
		"CANCEL":  {section: "RFC 5546 3.4.5", must: []string{"ORGANIZER", "SEQUENCE"}, mustNot: noStatus(), noAlarm: true, more: (*linter).callsOff},
		"REFRESH": {section: "RFC 5546 3.4.6", must: []string{"ATTENDEE"}, noAlarm: true, more: (*linter).oneGuest, mustNot: noStatus(
			"DTSTART", "DUE", "DURATION", "DESCRIPTION", "LOCATION", "SEQUENCE", "STATUS", "PERCENT-COMPLETE", "PRIORITY", "RRULE", "RDATE", "EXDATE",
		)},
		"COUNTER":        {section: "RFC 5546 3.4.7", must: task("ATTENDEE")},
		"DECLINECOUNTER": {section: "RFC 5546 3.4.8", must: []string{"ORGANIZER"}, noAlarm: true},
	}
}

func journalMessages() map[string]messageRule {
	return map[string]messageRule{
		"PUBLISH": {section: "RFC 5546 3.5.1", must: []string{"ORGANIZER", "DESCRIPTION", "DTSTART"}, more: (*linter).noGuests},
		"ADD":     {section: "RFC 5546 3.5.2", must: []string{"ORGANIZER", "DESCRIPTION", "DTSTART", "SEQUENCE"}, more: (*linter).addsLater},
		"CANCEL":  {section: "RFC 5546 3.5.3", must: []string{"ORGANIZER", "SEQUENCE"}, mustNot: noStatus(), more: (*linter).callsOff},
	}
}

// sectionOfMessages gives where the methods of a component stand.
func sectionOfMessages(component string) string {
	return map[string]string{"VEVENT": "RFC 5546 3.2", "VFREEBUSY": "RFC 5546 3.3", "VTODO": "RFC 5546 3.4", "VJOURNAL": "RFC 5546 3.5"}[component]
}

// inMessage checks a component by the rules of its METHOD.
func (l *linter) inMessage(e *component, is messageRule) {
	m := &messageInHand{event: e, guests: e.all("ATTENDEE"), rule: is.section}
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
