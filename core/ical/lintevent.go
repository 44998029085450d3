package ical

import (
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
)

// entry checks one VEVENT, VTODO or VJOURNAL by itself (RFC 5545 3.6.1 to 3.6.3), beyond what is so of its lines.
func (l *linter) entry(e *component, method string, zones map[string]bool) {
	rule := sectionOfComponent(e.name)
	l.must(e, "RFC 5545 3.8.4.7", "UID")
	l.must(e, "RFC 5545 3.8.7.2", "DTSTAMP")
	if e.name == "VEVENT" {
		switch method {
		case "", "PUBLISH", "REQUEST", "COUNTER", "ADD":
			l.must(e, "RFC 5545 3.8.2.4", "DTSTART")
		}
	}
	if d := e.one("DURATION"); d != nil {
		for _, end := range []string{"DTEND", "DUE"} {
			if e.one(end) != nil {
				l.add(d.line, core.FlawExclude, rule, end+", DURATION")
			}
		}
		if e.name == "VTODO" && e.one("DTSTART") == nil {
			l.add(d.line, core.FlawMissing, rule, "DTSTART")
		}
	}
	if e.one("RECURRENCE-ID") != nil { // it is one of those that recur, and does not recur itself
		for _, name := range []string{"RRULE", "RDATE", "EXDATE"} {
			if p := e.one(name); p != nil {
				l.add(p.line, core.FlawExclude, "RFC 5545 3.8.4.4", "RECURRENCE-ID, "+name)
			}
		}
	}
	l.times(e, zones)
	l.status(e)
	l.users(e, method)
	l.texts(e)
	for _, p := range append(e.all("CONFERENCE"), e.all("IMAGE")...) {
		if p.param("VALUE") == "" {
			l.add(p.line, core.FlawNoValueType, l.properties[p.name].rule, p.name)
		}
	}
	for _, a := range e.children {
		switch {
		case a.name == "VALARM" && e.name != "VJOURNAL":
			l.alarm(a)
			l.trigger(e, a)
		case sectionOfComponent(a.name) != "":
			l.add(a.line, core.FlawNotAllowed, rule, a.name)
		}
	}
}

// trigger tells of an alarm that rings so long before or after what its entry does not tell: its start, or its end.
func (l *linter) trigger(e, alarm *component) {
	t := alarm.one("TRIGGER")
	switch {
	case t == nil || t.is("VALUE", "DATE-TIME"):
	case t.is("RELATED", "END") && e.one("DTEND") == nil && e.one("DUE") == nil && e.one("DURATION") == nil:
		l.add(t.line, core.FlawMissing, "RFC 5545 3.8.6.3", "DTEND")
	case !t.is("RELATED", "END") && e.one("DTSTART") == nil:
		l.add(t.line, core.FlawMissing, "RFC 5545 3.8.6.3", "DTSTART")
	}
}

// freeBusy checks one VFREEBUSY (RFC 5545 3.6.4), whose times are in UTC.
func (l *linter) freeBusy(c *component, method string) {
	l.must(c, "RFC 5545 3.8.4.7", "UID")
	l.must(c, "RFC 5545 3.8.7.2", "DTSTAMP")
	l.inUTC(c, "DTSTAMP", "DTSTART", "DTEND", "FREEBUSY")
	if from, to := c.one("DTSTART"), c.one("DTEND"); from != nil && to != nil {
		start, good := parseMoment(from.value, 0)
		if end, ok := parseMoment(to.value, 0); ok && good && end.form == start.form && end.wall <= start.wall {
			l.add(to.line, core.FlawEndFirst, "RFC 5545 3.8.2.2", to.value)
		}
	}
	for _, p := range c.all("FREEBUSY") {
		for one := range strings.SplitSeq(p.value, ",") {
			if !isPeriod(one) {
				l.add(p.line, core.FlawBadValue, "RFC 5545 3.3.9", "FREEBUSY:"+one)
				break
			}
		}
	}
	l.users(c, method)
	l.texts(c)
	l.nothingWithin(c)
}

// isPeriod tells whether a text is a start and, after it, an end or a length.
func isPeriod(s string) bool {
	from, to, ok := strings.Cut(strings.TrimSpace(s), "/")
	start, good := parseMoment(from, 0)
	if !ok || !good || start.form == formDate {
		return false
	}
	if end, good := parseMoment(to, 0); good {
		return end.form == start.form && end.wall > start.wall
	}
	return strictLength(to) && !strings.HasPrefix(to, "-")
}

// inUTC tells of times that must be in UTC.
func (l *linter) inUTC(c *component, names ...string) {
	for _, name := range names {
		for _, p := range c.all(name) {
			for one := range strings.SplitSeq(p.value, ",") {
				from, _, _ := strings.Cut(one, "/")
				if m, ok := parseMoment(from, 0); !ok || m.form != formUTC {
					l.add(p.line, core.FlawNotUTC, l.properties[name].rule, p.value)
					break
				}
			}
		}
	}
}

// times checks when it is: each time by itself, and all against the start.
func (l *linter) times(e *component, zones map[string]bool) {
	l.inUTC(e, "DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED")
	var start *moment
	for i := range e.lines {
		p := &e.lines[i]
		switch p.name {
		case "DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE":
		default:
			continue
		}
		if m, ok := l.lintTime(p, zones); ok && p.name == "DTSTART" && start == nil {
			start = &m
		}
	}
	if start == nil {
		if p := e.one("RRULE"); p != nil && e.name != "VEVENT" { // of an event it is told by itself
			l.add(p.line, core.FlawMissing, "RFC 5545 3.8.2.4", "DTSTART")
		}
		return
	}
	l.against(e, start)
	l.rule(e, start)
}

// lintTime checks the first time of a property, and that all can be read.
func (l *linter) lintTime(p *contentLine, zones map[string]bool) (first moment, ok bool) {
	tzid, rule := p.param("TZID"), l.properties[p.name].rule
	for i, one := range strings.Split(p.value, ",") {
		if p.is("VALUE", "PERIOD") != strings.Contains(one, "/") || p.is("VALUE", "PERIOD") && !isPeriod(one) {
			l.add(p.line, core.FlawBadTime, rule, p.name+":"+one)
			return first, false
		}
		one, _, _ = strings.Cut(one, "/")
		number := int32(0)
		if tzid != "" {
			number = 1
		}
		m, good := parseMoment(one, number)
		if at := strings.TrimSpace(one); good && len(at) > 10 && at[9:11] == "24" {
			good = false // midnight is the hour 00 of the next day (RFC 5545 3.3.12); readers let it pass
		}
		if !good {
			l.add(p.line, core.FlawBadTime, rule, p.name+":"+one)
			return m, false
		}
		switch {
		case i == 0:
			first = m
		case (m.form == formDate) != (first.form == formDate): // one VALUE says what all of them are
			l.add(p.line, core.FlawMixedForms, rule, p.name+":"+one)
			return first, true
		case m.form == formUTC && tzid != "":
			l.add(p.line, core.FlawZoneInUTC, "RFC 5545 3.2.19", p.name+";TZID="+tzid)
			return first, true
		case m.form != first.form:
			l.add(p.line, core.FlawMixedClocks, rule, p.name+":"+one)
			return first, true
		default:
			continue
		}
		switch {
		case m.form == formDate && !p.is("VALUE", "DATE"):
			l.add(p.line, core.FlawNoValueDate, "RFC 5545 3.2.20", p.name+":"+one)
		case m.form != formDate && p.is("VALUE", "DATE"):
			l.add(p.line, core.FlawBadTime, "RFC 5545 3.3.4", p.name+":"+one)
		case m.form == formDate && tzid != "":
			l.add(p.line, core.FlawNotAllowed, "RFC 5545 3.2.19", p.name+";TZID="+tzid)
		case m.form == formUTC && tzid != "":
			l.add(p.line, core.FlawZoneInUTC, "RFC 5545 3.2.19", p.name+";TZID="+tzid)
		case m.form == formZoned && !zones[tzid] && !strings.HasPrefix(tzid, "/"):
			l.add(p.line, core.FlawNoTimezone, "RFC 5545 3.2.19", tzid)
		}
	}
	return first, true
}

// against holds the other times of an entry against its start: a date where it is a date, by no clock where it is by
// none, and an end that comes after it.
func (l *linter) against(e *component, start *moment) {
	for i := range e.lines {
		p := &e.lines[i]
		switch p.name {
		case "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE":
		default:
			continue
		}
		first, _, _ := strings.Cut(p.value, ",")
		first, _, _ = strings.Cut(first, "/")
		zone := int32(0)
		if p.param("TZID") != "" {
			zone = 1
		}
		m, ok := parseMoment(first, zone)
		rule := l.properties[p.name].rule
		end := p.name == "DTEND" || p.name == "DUE"
		switch {
		case !ok:
		case (m.form == formDate) != (start.form == formDate):
			l.add(p.line, core.FlawMixedForms, rule, p.name+":"+p.value)
		case (m.form == formFloating) != (start.form == formFloating):
			l.add(p.line, core.FlawMixedClocks, rule, p.name+":"+p.value)
		case end && m.wall <= start.wall && sameZone(e, p):
			l.add(p.line, core.FlawEndFirst, rule, p.value)
		}
		if p.name == "RECURRENCE-ID" && p.is("RANGE", "THISANDFUTURE") {
			l.add(p.line, core.FlawFewKnow, "RFC 5545 3.2.13", "RANGE=THISANDFUTURE")
		}
	}
	if d := e.one("DURATION"); d != nil && start.form == formDate && strings.ContainsAny(d.value, "Tt") {
		l.add(d.line, core.FlawMixedForms, "RFC 5545 3.8.2.5", "DURATION:"+d.value)
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
	l.parts(p, r)
	if start.form == formDate && (r.hours != 0 || r.minutes != 0 || r.seconds != 0) {
		l.add(p.line, core.FlawBadValue, section, p.value)
		r.hours, r.minutes, r.seconds = 0, 0, 0
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
		if r.endsBefore(start) {
			l.add(p.line, core.FlawOffPattern, "RFC 5545 3.8.5.3", p.value)
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

// endsBefore tells whether a rule ends before a start, on whatever clock that stands: then programs differ in whether there is
// anything.
func (r *rule) endsBefore(start *moment) bool {
	ahead := wall(0)
	switch {
	case r.until.form == formDate || start.form == formDate:
		return r.until.wall.day() < start.wall.day()
	case r.until.form == formUTC && start.form == formZoned:
		ahead = 14 * 3600 // the most that a clock is before UTC
	}
	return r.until.wall+ahead < start.wall
}

// parts checks the parts of a rule beside one another.
func (l *linter) parts(p *contentLine, r *rule) {
	const section = "RFC 5545 3.3.10"
	seen, by := map[string]bool{}, 0
	for part := range strings.SplitSeq(strings.ToUpper(p.value), ";") {
		key, value, _ := strings.Cut(part, "=")
		switch {
		case key == "":
			l.add(p.line, core.FlawBadRule, section, p.value)
		case !strictNumbers(key, value):
			l.add(p.line, core.FlawBadRule, section, part)
		case strings.HasPrefix(key, "X-"): // those of one's own are no more
			l.add(p.line, core.FlawBadRule, "RFC 5545 A.3", part)
		case seen[key]:
			l.add(p.line, core.FlawTwice, section, key)
		}
		seen[key] = true
		if strings.HasPrefix(key, "BY") && key != "BYSETPOS" {
			by++
		}
	}
	if seen["BYSETPOS"] && by == 0 {
		l.add(p.line, core.FlawBadRule, section, "BYSETPOS")
	}
	if r.yearDays != nil && (r.freq == daily || r.freq == weekly || r.freq == monthly) {
		l.add(p.line, core.FlawBadValue, section, p.value)
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

// status checks STATUS, whose values are not the same for an event, a task and a journal (RFC 5545 3.8.1.11).
func (l *linter) status(e *component) {
	p := e.one("STATUS")
	if p == nil {
		return
	}
	values := []string{"TENTATIVE", "CONFIRMED", "CANCELLED"}
	switch e.name {
	case "VTODO":
		values = []string{"NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"}
	case "VJOURNAL":
		values = []string{"DRAFT", "FINAL", "CANCELLED"}
	}
	if !slices.Contains(values, strings.ToUpper(strings.TrimSpace(p.value))) {
		l.add(p.line, core.FlawBadValue, "RFC 5545 3.8.1.11", "STATUS:"+p.value)
	}
}

// users checks who organizes it and who is asked, each of whom may stand there once. Where somebody is asked, somebody
// asks; what is sent as a message (METHOD) is held to that by the rules of the message.
func (l *linter) users(e *component, method string) {
	if asked := e.one("ATTENDEE"); asked != nil && method == "" && e.one("ORGANIZER") == nil {
		l.add(asked.line, core.FlawMissing, "RFC 5545 3.8.4.3", "ORGANIZER")
	}
	seen := map[string]bool{}
	for _, p := range append(e.all("ORGANIZER"), e.all("ATTENDEE")...) {
		l.user(p)
		key := core.EmailKey(addressOf(p).email)
		if p.name == "ATTENDEE" && key != "" && seen[key] {
			l.add(p.line, core.FlawTwice, "RFC 5545 3.8.4.1", p.value)
		}
		seen[key] = p.name == "ATTENDEE"
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
	value := strings.TrimSpace(p.value)
	scheme, rest, ok := strings.Cut(value, ":")
	switch {
	case !ok || scheme == "" || rest == "":
		l.add(p.line, core.FlawBadAddress, "RFC 5545 3.3.3", p.name+":"+value)
	case strings.EqualFold(scheme, "mailto") && !core.ValidEmail(addressOf(p).email):
		l.add(p.line, core.FlawBadAddress, "RFC 5545 3.3.3", p.name+":"+value)
	}
}

// texts finds marks that TEXT values must escape (RFC 5545 3.3.11).
func (l *linter) texts(e *component) {
	for i := range e.lines {
		p := &e.lines[i]
		marks := ",;"
		switch p.name {
		case "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "UID", "NAME", "TZNAME":
		case "CATEGORIES", "RESOURCES": // whose commas stand between several texts
			marks = ";"
		default:
			continue
		}
		if bareMark(p.value, marks) {
			l.add(p.line, core.FlawBareMark, "RFC 5545 3.3.11", p.name+":"+p.value)
		}
	}
}

// bareMark tells whether one of some marks stands in a text without a backslash, or a backslash before what needs none.
func bareMark(s, marks string) bool {
	for i := 0; i < len(s); i++ {
		switch {
		case strings.IndexByte(marks, s[i]) >= 0:
			return true
		case s[i] == '\\':
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
	if (a.one("DURATION") == nil) != (a.one("REPEAT") == nil) {
		l.add(a.line, core.FlawMissing, rule, "DURATION, REPEAT")
	}
	l.texts(a)
	l.nothingWithin(a)
	for _, p := range a.all("ATTENDEE") {
		l.user(p)
	}
	action := a.one("ACTION")
	if action == nil {
		return
	}
	switch strings.ToUpper(strings.TrimSpace(action.value)) {
	case "PROCEDURE": // of RFC 2445
		l.add(action.line, core.FlawBadValue, "RFC 5545 A.3", "ACTION:"+action.value)
	case "AUDIO":
		l.mustNot(a, rule, "ATTENDEE")
		if sounds := a.all("ATTACH"); len(sounds) > 1 {
			l.add(sounds[1].line, core.FlawTwice, rule, "ATTACH")
		}
	case "DISPLAY":
		l.must(a, rule, "DESCRIPTION")
		l.mustNot(a, rule, "ATTENDEE")
	case "EMAIL":
		l.must(a, rule, "DESCRIPTION", "SUMMARY", "ATTENDEE")
	}
	if t := a.one("TRIGGER"); t != nil && t.is("VALUE", "DATE-TIME") {
		l.inUTC(a, "TRIGGER")
		if t.param("RELATED") != "" {
			l.add(t.line, core.FlawNotAllowed, "RFC 5545 3.8.6.3", "TRIGGER;RELATED")
		}
	}
}

// nothingWithin tells of components of the standard within one that has no place for them; those of other standards, and
// somebody's own, may stand anywhere.
func (l *linter) nothingWithin(c *component) {
	for _, child := range c.children {
		if sectionOfComponent(child.name) != "" {
			l.add(child.line, core.FlawNotAllowed, sectionOfComponent(c.name), child.name)
		}
	}
}
