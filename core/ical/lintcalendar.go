package ical

import (
	"strings"

	"mentorbook/core"
)

// calendar checks a VCALENDAR (RFC 5545 3.6, 3.7) and what is in it.
func (l *linter) calendar(c *component) {
	l.must(c, "RFC 5545 3.7.3", "PRODID")
	l.must(c, "RFC 5545 3.7.4", "VERSION")
	l.inUTC(c, "LAST-MODIFIED")
	for name, kind := range map[string]string{"REFRESH-INTERVAL": "DURATION", "SOURCE": "URI"} { // both have no default (RFC 7986 5.7, 5.8)
		if v := c.one(name); v != nil && !v.is("VALUE", kind) {
			l.add(v.line, core.FlawNoValueType, l.properties[name].rule, v.name)
		}
	}
	l.texts(c)
	l.oneOfLanguage(c, "NAME", "RFC 7986 5.1")
	l.oneOfLanguage(c, "DESCRIPTION", "RFC 7986 5.2")
	if len(c.children) == 0 {
		l.add(c.line, core.FlawMissing, "RFC 5545 3.6", "VEVENT")
	}
	zones, years := map[string]bool{}, firstYears(c)
	for _, child := range c.children {
		switch child.name {
		case "VTIMEZONE":
			if id := child.one("TZID"); id != nil {
				if zones[id.text()] {
					l.add(id.line, core.FlawTwice, "RFC 5545 3.6.5", "TZID:"+id.value)
				}
				zones[id.text()] = true
			}
			if !child.passed {
				l.timezone(child, firstIn(years, child))
			}
		case "VALARM", "STANDARD", "DAYLIGHT", "VCALENDAR":
			l.add(child.line, core.FlawNotAllowed, "RFC 5545 3.6", child.name)
		}
	}
	method := ""
	if m := c.one("METHOD"); m != nil {
		method = strings.ToUpper(strings.TrimSpace(m.value))
	}
	seen := map[string]bool{}
	for _, child := range c.children {
		l.about(child, func() {
			switch child.name {
			case "VEVENT", "VTODO", "VJOURNAL":
				l.entry(child, method, zones)
			case "VFREEBUSY":
				l.freeBusy(child, method)
			default:
				return
			}
			l.unlike(child, seen)
		})
	}
	if method != "" {
		l.message(c, method)
	}
}

// oneOfLanguage tells of a property of the calendar that stands there twice in one language: each is to be in another.
func (l *linter) oneOfLanguage(c *component, name, rule string) {
	seen := map[string]bool{}
	for _, line := range c.all(name) {
		language := strings.ToLower(line.param("LANGUAGE"))
		if seen[language] {
			l.add(line.line, core.FlawTwice, rule, name)
		}
		seen[language] = true
	}
}

// unlike tells of what stands in the file twice: its UID is its own, but for an occurrence that was changed (RFC 5545
// 3.8.4.7, 3.8.4.4).
func (l *linter) unlike(c *component, seen map[string]bool) {
	uid := c.one("UID")
	if uid == nil || uid.value == "" {
		return
	}
	key := c.name + "\n" + uid.value
	if id := c.one("RECURRENCE-ID"); id != nil {
		key += "\n" + id.param("TZID") + "\n" + id.value
	}
	if seen[key] {
		l.add(uid.line, core.FlawTwice, "RFC 5545 3.8.4.7", "UID:"+uid.value)
	}
	seen[key] = true
}

// must tells of properties that are missing.
func (l *linter) must(c *component, rule string, names ...string) {
	for _, name := range names {
		if c.one(name) == nil {
			l.add(c.line, core.FlawMissing, rule, name)
		}
	}
}

// mustNot tells of properties that may not stand there.
func (l *linter) mustNot(c *component, rule string, names ...string) {
	for _, name := range names {
		if p := c.one(name); p != nil {
			l.add(p.line, core.FlawNotAllowed, rule, name)
		}
	}
}

// firstYears gives for each zone by which events of a calendar tell their times the year of the first of them.
func firstYears(calendar *component) map[string]int {
	out := map[string]int{}
	for _, e := range calendar.children {
		p := e.one("DTSTART")
		if p == nil {
			continue
		}
		zone := p.param("TZID")
		if first, seen := out[zone]; !seen || yearOf(p) < first {
			out[zone] = yearOf(p)
		}
	}
	return out
}

// firstIn gives the year of the first event that tells its times by a zone; that of the last change in the zone's own
// description where none does.
func firstIn(years map[string]int, zone *component) (year int) {
	id := zone.one("TZID")
	if id == nil {
		return 0
	}
	year = years[id.text()]
	for _, part := range zone.children {
		if y := yearOf(part.one("DTSTART")); year == 0 {
			year = max(year, y)
		}
	}
	return year
}

// yearOf gives the year of a time; 0 for none.
func yearOf(p *contentLine) int {
	if p == nil {
		return 0
	}
	m, _ := parseMoment(p.value, 0)
	return m.wall.instant().Year()
}

// noPair tells whether the clocks of a zone that is known by its name follow no yearly rule from a year on, so that
// its changes can only be told one by one, as in Morocco, Egypt or Palestine.
func noPair(c *component, year int) bool {
	id := c.one("TZID")
	if id == nil || year < 1900 || year > 2200 {
		return false
	}
	loc, err := core.Zone(id.text()).Location()
	if err != nil {
		return false
	}
	all := onsets(loc, year-1, year-1+ruleYears)
	_, pair := yearlyPair(all)
	return len(all) > 0 && !pair
}

// timezone checks a VTIMEZONE (RFC 5545 3.6.5), and that Google and Outlook can read it for events from a year on.
func (l *linter) timezone(c *component, year int) {
	l.must(c, "RFC 5545 3.6.5", "TZID")
	l.inUTC(c, "LAST-MODIFIED")
	counts := map[string]int{}
	for _, part := range c.children {
		if part.name != "STANDARD" && part.name != "DAYLIGHT" {
			if sectionOfComponent(part.name) != "" {
				l.add(part.line, core.FlawNotAllowed, "RFC 5545 3.6.5", part.name)
			}
			continue
		}
		counts[part.name]++
		l.texts(part)
		l.nothingWithin(part)
		l.must(part, "RFC 5545 3.6.5", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
		if s := part.one("DTSTART"); s != nil {
			if m, ok := parseMoment(s.value, 0); !ok || m.form != formFloating || s.params != "" && s.param("TZID") != "" {
				l.add(s.line, core.FlawBadValue, "RFC 5545 3.6.5", "DTSTART:"+s.value)
			}
		}
		if r := part.one("RRULE"); r != nil {
			if rule, wrong := parseRule(r.value); rule == nil {
				l.add(r.line, core.FlawBadRule, "RFC 5545 3.3.10", wrong)
			} else {
				l.parts(r, rule)
				if rule.count > 0 && rule.until != nil {
					l.add(r.line, core.FlawExclude, "RFC 5545 3.3.10", "COUNT, UNTIL")
				}
				if rule.until != nil && rule.until.form != formUTC {
					l.add(r.line, core.FlawNotUTC, "RFC 5545 3.6.5", r.value)
				}
			}
		}
		dates := 0
		for _, d := range part.all("RDATE") {
			dates += 1 + strings.Count(d.value, ",")
			if m, ok := parseMoment(strings.SplitN(d.value, ",", 2)[0], 0); !ok || m.form != formFloating || d.param("TZID") != "" {
				l.add(d.line, core.FlawBadValue, "RFC 5545 3.6.5", "RDATE:"+d.value)
			}
		}
		if dates > maxZoneDates {
			l.add(part.line, core.FlawManyDates, "", "RDATE")
		}
	}
	if counts["STANDARD"]+counts["DAYLIGHT"] == 0 {
		l.add(c.line, core.FlawMissing, "RFC 5545 3.6.5", "STANDARD")
	}
	switch {
	case counts["STANDARD"] <= 1 && counts["DAYLIGHT"] <= 1:
	case noPair(c, year):
		l.note(c.line, core.FlawNoPair, "MS-STANOICAL 2.2.47", c.one("TZID").text())
	default:
		l.add(c.line, core.FlawManyRules, "MS-STANOICAL 2.2.47", "")
	}
}

// maxZoneDates is how many dates a zone may list before Google's import fails.
const maxZoneDates = 20

// message checks the rules that a METHOD makes for what it is about (RFC 5546 3.2 to 3.5).
func (l *linter) message(c *component, method string) {
	if _, known := messageRules("VEVENT")[method]; !known { // events have every method there is
		l.add(c.one("METHOD").line, core.FlawBadValue, "RFC 5546 1.4", "METHOD:"+method)
		return
	}
	uid := ""
	for _, e := range c.children {
		rules := messageRules(e.name)
		if rules == nil {
			continue
		}
		l.about(e, func() {
			is, known := rules[method]
			if !known {
				l.add(e.line, core.FlawNotAllowed, sectionOfMessages(e.name), e.name+", METHOD:"+method)
				return
			}
			l.inMessage(e, is)
			if u := e.one("UID"); u != nil && method != "PUBLISH" && e.name == "VEVENT" {
				if uid != "" && uid != u.value {
					l.add(u.line, core.FlawManyUIDs, is.section, u.value)
				}
				uid = u.value
			}
		})
	}
	if method != "PUBLISH" {
		for _, name := range []string{"NAME", calendarName} {
			if n := c.one(name); n != nil {
				l.add(n.line, core.FlawNamedInvite, "", name)
			}
		}
	}
}
