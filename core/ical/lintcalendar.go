package ical

import (
	"strings"

	"mentorbook/core"
)

// calendar checks a VCALENDAR (RFC 5545 3.6, 3.7) and what is in it.
func (l *linter) calendar(c *component) {
	l.must(c, "RFC 5545 3.7.3", "PRODID")
	l.must(c, "RFC 5545 3.7.4", "VERSION")
	l.once(c, "RFC 5545 3.6", "PRODID", "VERSION", "CALSCALE", "METHOD")
	if v := c.one("VERSION"); v != nil && strings.TrimSpace(v.value) != "2.0" {
		l.add(v.line, core.FlawBadValue, "RFC 5545 3.7.4", "VERSION:"+v.value)
	}
	if v := c.one("CALSCALE"); v != nil && !strings.EqualFold(strings.TrimSpace(v.value), "GREGORIAN") {
		l.add(v.line, core.FlawBadValue, "RFC 5545 3.7.1", "CALSCALE:"+v.value)
	}
	if v := c.one("REFRESH-INTERVAL"); v != nil && !v.is("VALUE", "DURATION") {
		l.add(v.line, core.FlawNoValueType, "RFC 7986 5.7", v.name)
	}
	if len(c.children) == 0 {
		l.add(c.line, core.FlawMissing, "RFC 5545 3.6", "VEVENT")
	}
	zones := map[string]bool{}
	for _, child := range c.children {
		switch child.name {
		case "VTIMEZONE":
			if id := child.one("TZID"); id != nil {
				zones[id.text()] = true
			}
			l.timezone(child)
		case "VALARM", "STANDARD", "DAYLIGHT", "VCALENDAR":
			l.add(child.line, core.FlawNotAllowed, "RFC 5545 3.6", child.name)
		}
	}
	method := ""
	if m := c.one("METHOD"); m != nil {
		method = strings.ToUpper(strings.TrimSpace(m.value))
	}
	whole := map[string]bool{}
	for _, child := range c.children {
		if child.name == "VEVENT" {
			l.in = child
			l.event(child, method, zones)
			if uid := child.one("UID"); uid != nil && child.one("RECURRENCE-ID") == nil {
				if whole[uid.value] {
					l.add(uid.line, core.FlawTwice, "RFC 5545 3.8.4.7", "UID:"+uid.value)
				}
				whole[uid.value] = true
			}
			l.in = nil
		}
	}
	if method != "" {
		l.message(c, method)
	}
}

// must tells of properties that are missing.
func (l *linter) must(c *component, rule string, names ...string) {
	for _, name := range names {
		if c.one(name) == nil {
			l.add(c.line, core.FlawMissing, rule, name)
		}
	}
}

// once tells of properties that stand there more than once.
func (l *linter) once(c *component, rule string, names ...string) {
	for _, name := range names {
		if all := c.all(name); len(all) > 1 {
			l.add(all[1].line, core.FlawTwice, rule, name)
		}
	}
}

// timezone checks a VTIMEZONE (RFC 5545 3.6.5), and that Google and Outlook can read it.
func (l *linter) timezone(c *component) {
	l.must(c, "RFC 5545 3.6.5", "TZID")
	l.once(c, "RFC 5545 3.6.5", "TZID", "LAST-MODIFIED", "TZURL")
	counts := map[string]int{}
	for _, part := range c.children {
		counts[part.name]++
		l.must(part, "RFC 5545 3.6.5", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
		l.once(part, "RFC 5545 3.6.5", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
		if s := part.one("DTSTART"); s != nil {
			if m, ok := parseMoment(s.value, 0); !ok || m.form != formFloating || s.params != "" && s.param("TZID") != "" {
				l.add(s.line, core.FlawBadValue, "RFC 5545 3.6.5", "DTSTART:"+s.value)
			}
		}
		for _, name := range []string{"TZOFFSETFROM", "TZOFFSETTO"} {
			if o := part.one(name); o != nil {
				if _, ok := parseOffset(o.value); !ok {
					l.add(o.line, core.FlawBadValue, "RFC 5545 3.3.14", name+":"+o.value)
				}
			}
		}
		dates := 0
		for _, d := range part.all("RDATE") {
			dates += 1 + strings.Count(d.value, ",")
		}
		if dates > maxZoneDates {
			l.add(part.line, core.FlawManyDates, "", "RDATE")
		}
	}
	if counts["STANDARD"]+counts["DAYLIGHT"] == 0 {
		l.add(c.line, core.FlawMissing, "RFC 5545 3.6.5", "STANDARD")
	}
	if counts["STANDARD"] > 1 || counts["DAYLIGHT"] > 1 {
		l.add(c.line, core.FlawManyRules, "MS-STANOICAL 2.2.47", "")
	}
}

// maxZoneDates is how many dates a zone may list before Google's import fails.
const maxZoneDates = 20

// message checks the rules that a METHOD makes for its VEVENTs (RFC 5546 3.2).
func (l *linter) message(c *component, method string) {
	m := c.one("METHOD")
	sections := map[string]string{
		"PUBLISH": "RFC 5546 3.2.1", "REQUEST": "RFC 5546 3.2.2", "REPLY": "RFC 5546 3.2.3", "ADD": "RFC 5546 3.2.4",
		"CANCEL": "RFC 5546 3.2.5", "REFRESH": "RFC 5546 3.2.6", "COUNTER": "RFC 5546 3.2.7", "DECLINECOUNTER": "RFC 5546 3.2.8",
	}
	rule, known := sections[method]
	if !known {
		l.add(m.line, core.FlawBadValue, "RFC 5546 1.4", "METHOD:"+method)
		return
	}
	uid := ""
	for _, e := range c.children {
		if e.name != "VEVENT" {
			continue
		}
		l.in = e
		l.eventOfMessage(e, method, rule)
		if u := e.one("UID"); u != nil && method != "PUBLISH" {
			if uid != "" && uid != u.value {
				l.add(u.line, core.FlawManyUIDs, rule, u.value)
			}
			uid = u.value
		}
		l.in = nil
	}
	if method != "PUBLISH" {
		for _, name := range []string{"NAME", "X-WR-CALNAME"} {
			if n := c.one(name); n != nil {
				l.add(n.line, core.FlawNamedInvite, "", name)
			}
		}
	}
}

func (l *linter) eventOfMessage(e *component, method, rule string) {
	l.must(e, rule, "ORGANIZER")
	guests := e.all("ATTENDEE")
	switch method {
	case "PUBLISH":
		l.must(e, rule, "SUMMARY")
		if len(guests) > 0 {
			l.add(guests[0].line, core.FlawNotAllowed, rule, "ATTENDEE")
		}
	case "REQUEST", "COUNTER":
		l.must(e, rule, "ATTENDEE", "SUMMARY")
	case "REPLY", "REFRESH":
		l.must(e, rule, "ATTENDEE")
		if len(guests) > 1 {
			l.add(guests[1].line, core.FlawTwice, rule, "ATTENDEE")
		}
	case "CANCEL":
		l.must(e, rule, "SEQUENCE")
		if s := e.one("STATUS"); s != nil && !strings.EqualFold(s.value, "CANCELLED") {
			l.add(s.line, core.FlawBadValue, rule, "STATUS:"+s.value)
		}
	}
	if method != "REQUEST" {
		return
	}
	organizer := ""
	if o := e.one("ORGANIZER"); o != nil {
		organizer = core.EmailKey(addressOf(o).email)
	}
	for _, g := range guests {
		if g.param("PARTSTAT") == "" && !g.is("RSVP", "TRUE") && core.EmailKey(addressOf(g).email) != organizer {
			l.add(g.line, core.FlawNoButtons, "", addressOf(g).email)
			return
		}
	}
}
