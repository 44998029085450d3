package ical

import (
	"net/url"
	"strconv"
	"strings"

	"mentorbook/core"
)

// event checks one VEVENT by itself (RFC 5545 3.6.1).
func (l *linter) event(e *component, method string, zones map[string]bool) {
	const rule = "RFC 5545 3.6.1"
	l.must(e, "RFC 5545 3.8.4.7", "UID")
	l.must(e, "RFC 5545 3.8.7.2", "DTSTAMP")
	if method == "" || method == "PUBLISH" || method == "REQUEST" || method == "COUNTER" || method == "ADD" {
		l.must(e, "RFC 5545 3.8.2.4", "DTSTART")
	}
	l.once(e, rule, "DTSTAMP", "UID", "DTSTART", "CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER",
		"PRIORITY", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL", "RECURRENCE-ID", "DTEND", "DURATION", "RRULE", "COLOR")
	if d := e.one("DURATION"); d != nil {
		if e.one("DTEND") != nil {
			l.add(d.line, core.FlawExclude, rule, "DTEND, DURATION")
		}
		if n, ok := parseLength(d.value); !ok {
			l.add(d.line, core.FlawBadLength, "RFC 5545 3.3.6", d.value)
		} else if n.days < 0 || n.seconds < 0 {
			l.add(d.line, core.FlawBadValue, "RFC 5545 3.8.2.5", d.value)
		}
	}
	for _, name := range []string{"METHOD", "PRODID", "VERSION", "CALSCALE", "NAME", "REFRESH-INTERVAL", "SOURCE", "X-WR-CALNAME"} {
		if p := e.one(name); p != nil {
			l.add(p.line, core.FlawNotAllowed, placeOf(name), name)
		}
	}
	l.eventTimes(e, zones)
	l.eventValues(e)
	l.eventTexts(e)
	for _, a := range e.children {
		if a.name == "VALARM" {
			l.alarm(a)
		} else if !strings.HasPrefix(a.name, "X-") && a.name != "PARTICIPANT" && a.name != "VLOCATION" && a.name != "VRESOURCE" {
			l.add(a.line, core.FlawNotAllowed, rule, a.name)
		}
	}
}

// placeOf gives the section that says where a property of the calendar belongs.
func placeOf(name string) string {
	switch name {
	case "NAME", "REFRESH-INTERVAL", "SOURCE", "X-WR-CALNAME":
		return "RFC 7986 4"
	case "METHOD":
		return "RFC 5545 3.7.2"
	}
	return "RFC 5545 3.7"
}

func (l *linter) eventTimes(e *component, zones map[string]bool) {
	for _, name := range []string{"DTSTAMP", "CREATED", "LAST-MODIFIED"} {
		if p := e.one(name); p != nil {
			if m, ok := parseMoment(p.value, 0); !ok || m.form != formUTC {
				l.add(p.line, core.FlawNotUTC, sectionOf(name), p.value)
			}
		}
	}
	var start *moment
	for i := range e.lines {
		p := &e.lines[i]
		switch p.name {
		case "DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE":
		default:
			continue
		}
		m, ok := l.lintTime(p, zones)
		switch {
		case !ok:
		case p.name == "DTSTART" && start == nil:
			start = &m
		}
	}
	if start == nil {
		return
	}
	l.against(e, start)
	l.rule(e, start)
}

func sectionOf(name string) string {
	switch name {
	case "DTSTAMP":
		return "RFC 5545 3.8.7.2"
	case "CREATED":
		return "RFC 5545 3.8.7.1"
	case "LAST-MODIFIED":
		return "RFC 5545 3.8.7.3"
	case "DTEND":
		return "RFC 5545 3.8.2.2"
	case "RECURRENCE-ID":
		return "RFC 5545 3.8.4.4"
	case "EXDATE":
		return "RFC 5545 3.8.5.1"
	case "RDATE":
		return "RFC 5545 3.8.5.2"
	}
	return "RFC 5545 3.8.2.4"
}

// lintTime checks the first time of a property, and that all can be read.
func (l *linter) lintTime(p *contentLine, zones map[string]bool) (first moment, ok bool) {
	tzid := p.param("TZID")
	for i, one := range strings.Split(p.value, ",") {
		one, _, _ = strings.Cut(one, "/") // a period
		number := int32(0)
		if tzid != "" {
			number = 1
		}
		m, good := parseMoment(one, number)
		if !good {
			l.add(p.line, core.FlawBadTime, sectionOf(p.name), p.name+":"+one)
			return m, false
		}
		if i > 0 {
			continue
		}
		first = m
		switch {
		case m.form == formDate && !p.is("VALUE", "DATE"):
			l.add(p.line, core.FlawNoValueDate, "RFC 5545 3.2.20", p.name+":"+one)
		case m.form == formUTC && tzid != "":
			l.add(p.line, core.FlawZoneInUTC, "RFC 5545 3.2.19", p.name+";TZID="+tzid)
		case m.form == formZoned && !zones[tzid] && !strings.HasPrefix(tzid, "/"):
			l.add(p.line, core.FlawNoTimezone, "RFC 5545 3.2.19", tzid)
		}
	}
	return first, true
}

// against holds the other times of an event against its start.
func (l *linter) against(e *component, start *moment) {
	isDate := start.form == formDate
	for _, name := range []string{"DTEND", "RECURRENCE-ID", "EXDATE"} {
		for _, p := range e.all(name) {
			first, _, _ := strings.Cut(p.value, ",")
			m, ok := parseMoment(first, 0)
			if ok && (m.form == formDate) != isDate {
				l.add(p.line, core.FlawMixedForms, sectionOf(name), name+":"+p.value)
			}
			if ok && name == "DTEND" && (m.form == formDate) == isDate && m.wall <= start.wall && sameZone(e, p) {
				l.add(p.line, core.FlawEndFirst, "RFC 5545 3.8.2.2", p.value)
			}
			if name == "RECURRENCE-ID" && p.is("RANGE", "THISANDFUTURE") {
				l.add(p.line, core.FlawFewKnow, "RFC 5545 3.2.13", "RANGE=THISANDFUTURE")
			}
		}
	}
}

// sameZone tells whether a time is by the same clock as the start, so that both can be compared as they stand.
func sameZone(e *component, p *contentLine) bool {
	start := e.one("DTSTART")
	return start.param("TZID") == p.param("TZID") && strings.HasSuffix(strings.ToUpper(start.value), "Z") == strings.HasSuffix(strings.ToUpper(p.value), "Z")
}

// rule checks RRULE against the start (RFC 5545 3.3.10).
func (l *linter) rule(e *component, start *moment) {
	p := e.one("RRULE")
	if p == nil {
		return
	}
	const section = "RFC 5545 3.3.10"
	r, wrong := parseRule(p.value)
	if r == nil {
		l.add(p.line, core.FlawBadRule, section, wrong)
		return
	}
	if r.count > 0 && r.until != nil {
		l.add(p.line, core.FlawExclude, section, "COUNT, UNTIL")
	}
	if u := r.until; u != nil {
		switch {
		case (u.form == formDate) != (start.form == formDate):
			l.add(p.line, core.FlawMixedForms, section, p.value)
		case start.form == formZoned && u.form != formUTC, start.form == formUTC && u.form != formUTC:
			l.add(p.line, core.FlawNotUTC, section, p.value)
		case start.form == formFloating && u.form == formUTC:
			l.add(p.line, core.FlawBadValue, section, p.value)
		}
	}
	switch {
	case r.nth != nil && r.freq != monthly && r.freq != yearly:
		l.add(p.line, core.FlawBadValue, section, p.value)
	case r.weeks != nil && r.freq != yearly, r.nth != nil && r.weeks != nil:
		l.add(p.line, core.FlawBadValue, section, p.value)
	case (r.monthDays != 0 || r.fromMonthEnd != 0) && r.freq == weekly:
		l.add(p.line, core.FlawBadValue, section, p.value)
	}
	if !r.gives(start.wall) {
		l.add(p.line, core.FlawOffPattern, "RFC 5545 3.8.5.3", p.value)
	}
}

// gives tells whether a start is one of the instances that its own rule has without it.
func (r *rule) gives(start wall) bool {
	free := *r
	free.count, free.until = 0, nil
	x := &expansion{rule: free, first: start, fuel: &fuel{fuelEvent}, left: -1, from: start, to: start + 1, whole: true}
	x.complete()
	found := false
	x.yield = func(w wall) bool {
		found = w == start
		return false
	}
	if free.freq >= hourly {
		x.clock()
	} else {
		x.calendar()
	}
	return found
}

func (l *linter) eventValues(e *component) {
	allowed := func(name, rule string, values ...string) {
		p := e.one(name)
		if p == nil {
			return
		}
		for _, v := range values {
			if strings.EqualFold(strings.TrimSpace(p.value), v) {
				return
			}
		}
		l.add(p.line, core.FlawBadValue, rule, name+":"+p.value)
	}
	allowed("STATUS", "RFC 5545 3.8.1.11", "TENTATIVE", "CONFIRMED", "CANCELLED")
	allowed("TRANSP", "RFC 5545 3.8.2.7", "OPAQUE", "TRANSPARENT")
	number := func(name, rule string, most int) {
		if p := e.one(name); p != nil {
			if n, err := strconv.Atoi(strings.TrimSpace(p.value)); err != nil || n < 0 || n > most {
				l.add(p.line, core.FlawBadValue, rule, name+":"+p.value)
			}
		}
	}
	number("SEQUENCE", "RFC 5545 3.8.7.4", 1<<31-1)
	number("PRIORITY", "RFC 5545 3.8.1.9", 9)
	seen := map[string]bool{}
	for _, name := range []string{"ORGANIZER", "ATTENDEE"} {
		for _, p := range e.all(name) {
			l.user(p)
			key := core.EmailKey(addressOf(p).email)
			if name == "ATTENDEE" && key != "" && seen[key] {
				l.add(p.line, core.FlawTwice, "RFC 5545 3.8.4.1", p.value)
			}
			seen[key] = name == "ATTENDEE"
		}
	}
	if p := e.one("GEO"); p != nil && !onEarth(p.value) {
		l.add(p.line, core.FlawBadValue, "RFC 5545 3.8.1.6", "GEO:"+p.value)
	}
	if p := e.one("URL"); p != nil {
		if u, err := url.Parse(strings.TrimSpace(p.value)); err != nil || u.Scheme == "" {
			l.add(p.line, core.FlawBadAddress, "RFC 5545 3.8.4.6", p.value)
		}
	}
	for name, rule := range map[string]string{"CONFERENCE": "RFC 7986 5.11", "IMAGE": "RFC 7986 5.10"} {
		for _, p := range e.all(name) {
			if p.param("VALUE") == "" {
				l.add(p.line, core.FlawNoValueType, rule, name)
			}
		}
	}
}

// onEarth tells whether a GEO is a latitude and a longitude in degrees.
func onEarth(geo string) bool {
	north, east, ok := strings.Cut(strings.TrimSpace(geo), ";")
	lat, err1 := strconv.ParseFloat(north, 64)
	lon, err2 := strconv.ParseFloat(east, 64)
	return ok && err1 == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}

// user checks a calendar user address (RFC 5545 3.3.3).
func (l *linter) user(p *contentLine) {
	if answer, said := p.rawParam("RSVP"); said && !strings.EqualFold(answer, "TRUE") && !strings.EqualFold(answer, "FALSE") {
		l.add(p.line, core.FlawBadValue, "RFC 5545 3.2.17", "RSVP="+answer)
	}
	value := strings.TrimSpace(p.value)
	scheme, rest, ok := strings.Cut(value, ":")
	switch {
	case !ok || scheme == "" || rest == "":
		l.add(p.line, core.FlawBadAddress, "RFC 5545 3.3.3", p.name+":"+value)
	case strings.EqualFold(scheme, "mailto") && !core.ValidEmail(addressOf(p).email):
		l.add(p.line, core.FlawBadAddress, "RFC 5545 3.3.3", p.name+":"+value)
	}
}

// eventTexts finds marks that TEXT values must escape (RFC 5545 3.3.11).
func (l *linter) eventTexts(e *component) {
	for i := range e.lines {
		p := &e.lines[i]
		switch p.name {
		case "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "UID":
			if bareMark(p.value) {
				l.add(p.line, core.FlawBareMark, "RFC 5545 3.3.11", p.name+":"+p.value)
			}
		}
	}
}

func bareMark(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ',', ';':
			return true
		case '\\':
			if i+1 == len(s) || strings.IndexByte(`\;,nN`, s[i+1]) < 0 {
				return true
			}
			i++
		}
	}
	return false
}

// alarm checks a VALARM (RFC 5545 3.6.6).
func (l *linter) alarm(a *component) {
	const rule = "RFC 5545 3.6.6"
	l.must(a, rule, "ACTION", "TRIGGER")
	l.once(a, rule, "ACTION", "TRIGGER", "DURATION", "REPEAT")
	if (a.one("DURATION") == nil) != (a.one("REPEAT") == nil) {
		l.add(a.line, core.FlawMissing, rule, "DURATION, REPEAT")
	}
	action := a.one("ACTION")
	if action == nil {
		return
	}
	switch strings.ToUpper(strings.TrimSpace(action.value)) {
	case "DISPLAY":
		l.must(a, rule, "DESCRIPTION")
	case "EMAIL":
		l.must(a, rule, "DESCRIPTION", "SUMMARY", "ATTENDEE")
	}
	if t := a.one("TRIGGER"); t != nil && !t.is("VALUE", "DATE-TIME") {
		if _, ok := parseLength(t.value); !ok {
			l.add(t.line, core.FlawBadValue, "RFC 5545 3.8.6.3", "TRIGGER:"+t.value)
		}
	}
}
