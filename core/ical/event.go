package ical

import (
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
)

// event is one VEVENT as it stands in a file: one appointment, all of a recurring one, or one changed
// occurrence of that. Its times are resolved when all of the calendar around it has been read, for a
// VTIMEZONE may stand behind the events that need it.
type event struct {
	uid, title string
	line       int32
	sequence   int32
	stamp      moment

	start, end, recurrence   moment
	hasStart, hasEnd, future bool // future is RANGE=THISANDFUTURE
	cancelled, transparent   bool
	length                   *length // DURATION
	*repeats                         // nil for what happens once
	more                     []int32 // where in the text the lines of its details begin; nil where only times are asked for

	zones *zones
	zone  *zone         // of the start; nil for whole days and floating times
	flaw  *core.Finding // what keeps it from being taken

	method  string // of its calendar, in capitals
	days    bool   // it says that it takes whole days (X-MICROSOFT-CDO-ALLDAYEVENT)
	settled bool   // its floating times are in the zone of its calendar (X-WR-TIMEZONE)
}

// repeats is how an event recurs.
type repeats struct {
	rules, not []*rule // RRULE and EXRULE
	text       string  // of the first RRULE
	dates      []extra
	except     []moment
	unread     []core.Finding // values of RDATE and EXDATE that are no dates
	twoEnds    bool           // the rule said two ends, of which one was left out: see leaveOneEnd
}

// once tells whether the event has no rule, date or exception of its own.
func (e *event) once() bool { return e.repeats == nil }

// maxUnread is how many dates that are none are named of one event.
const maxUnread = 20

// passOver notes a date that is none, beside a rule or left out of it: one bad value does not sink all that recurs.
func (e *event) passOver(l *contentLine, rule, value string) {
	if p := e.recur(); len(p.unread) < maxUnread {
		p.unread = append(p.unread, core.Finding{Line: l.line, Flaw: core.FlawBadDate, Rule: rule, Value: core.Excerpt(value)})
	}
}

// recur gives what the event recurs by, to be added to.
func (e *event) recur() *repeats {
	if e.repeats == nil {
		e.repeats = &repeats{}
	}
	return e.repeats
}

// extra is one RDATE, perhaps with a length of its own.
type extra struct {
	start, end moment
	length     *length
	hasEnd     bool
}

// details is what an event says beside its times.
type details struct {
	place, url, conference, comment string
	described                       bool
	class                           core.Class
	description                     string // plain text of any number of lines
	revised                         moment // LAST-MODIFIED
	related                         string // the UID of what it belongs to (RELATED-TO)
	organizer                       address
	sentBy                          string // of the organizer
	guests                          []guest
	cut                             []string // properties that are longer than a line may be
}

// address is a calendar user: an e-mail address and whatever name stands beside it.
type address struct{ email, name string }

// guest is an ATTENDEE.
type guest struct {
	address
	answer string // PARTSTAT in capitals; "" is not said
	thing  bool   // a room or a resource, or nobody knows what (CUTYPE)
	sends  string // DELEGATED-TO, of PARTSTAT=DELEGATED
}

// Limits of lists within one event.
const (
	maxDates  = 100_000
	maxGuests = 5_000
	maxRules  = 20
)

// wholeDays is what Microsoft's programs say beside the times of an event that takes whole days.
const wholeDays = "X-MICROSOFT-CDO-ALLDAYEVENT"

// readProperty tells whether a property is one that read understands, in whatever component.
func readProperty(name string) bool {
	switch name {
	case "BEGIN", "END", "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE",
		"RECURRENCE-ID", "STATUS", "SEQUENCE", "DTSTAMP", "TRANSP", "LOCATION", "URL", "CONFERENCE",
		"X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", wholeDays, "ORGANIZER", "ATTENDEE", "COMMENT", "LAST-MODIFIED",
		"CLASS", feedProperty, "METHOD", "PRODID", "VERSION", "NAME", "X-WR-CALNAME", "TZID", "X-LIC-LOCATION", "TZOFFSETFROM", "TZOFFSETTO":
		return true
	}
	return false
}

// spoil notes the first thing that keeps the event from being taken.
func (e *event) spoil(l *contentLine, flaw core.Flaw, rule, value string) {
	if e.flaw == nil {
		e.flaw = &core.Finding{Line: l.line, Flaw: flaw, Rule: rule, Value: core.Excerpt(value), Lost: true}
	}
}

// read takes in one property. Times first, as every reader needs them.
func (e *event) read(l *contentLine, brief bool) {
	switch l.name {
	case "DTSTART":
		if e.hasStart {
			return // the first one counts
		}
		e.start, e.hasStart = e.moment(l)
	case "DTEND":
		if strings.TrimSpace(l.value) != "" {
			e.end, e.hasEnd = e.moment(l)
		}
	case "DURATION":
		n, ok := parseLength(l.value)
		if !ok {
			e.spoil(l, core.FlawBadLength, "RFC 5545 3.3.6", l.value)
		}
		e.length = &n
	case "RECURRENCE-ID":
		e.recurrence, _ = e.moment(l)
		e.future = l.is("RANGE", "THISANDFUTURE")
	case "RRULE", "EXRULE":
		e.readRule(l)
	case "RDATE":
		e.readDates(l)
	case "EXDATE":
		e.readExcept(l)
	case "UID":
		e.uid = oneLine(l.text())
	case "SUMMARY":
		e.title = l.text()
	case "SEQUENCE":
		n, _ := strconv.ParseInt(strings.TrimSpace(l.value), 10, 32)
		e.sequence = int32(max(0, n))
	case "DTSTAMP":
		e.stamp, _ = parseMoment(l.value, 0)
	case "STATUS":
		e.cancelled = strings.EqualFold(strings.TrimSpace(l.value), "CANCELLED")
	case "TRANSP":
		e.transparent = strings.EqualFold(strings.TrimSpace(l.value), "TRANSPARENT")
	case wholeDays:
		e.days = !brief && strings.EqualFold(strings.TrimSpace(l.value), "TRUE")
	case "CLASS":
		if !brief && core.ClassOf(l.value).Hides() { // most are public, as those are that do not say it
			e.more = append(e.more, int32(l.at))
		}
	default:
		if !brief && isDetail(l.name) {
			e.more = append(e.more, int32(l.at))
		}
	}
}

// moment reads one time; what is none spoils the event.
func (e *event) moment(l *contentLine) (moment, bool) {
	m, ok := e.parse(l, l.value)
	if !ok {
		e.spoil(l, core.FlawBadTime, "RFC 5545 3.3.5", l.value)
	}
	return m, ok
}

func (e *event) parse(l *contentLine, value string) (moment, bool) {
	zone := int32(0)
	if l.params != "" {
		zone = e.zones.number(l.param("TZID"))
	}
	m, ok := parseMoment(value, zone)
	if ok && m.form != formDate && l.is("VALUE", "DATE") {
		m = moment{wall: wall(m.wall.day() * day), form: formDate}
	}
	return m, ok
}

func (e *event) readRule(l *contentLine) {
	text := l.value
	if strings.IndexByte(text, '=') < 0 {
		text = olderRule(text)
	}
	text = tidyRule(text)
	r, wrong := parseRule(text)
	if r != nil {
		wrong = r.refused(text)
	}
	if wrong != "" {
		e.spoil(l, core.FlawBadRule, "RFC 5545 3.3.10", wrong)
		return
	}
	p := e.recur()
	if len(p.rules)+len(p.not) >= maxRules {
		e.spoil(l, core.FlawTooMany, "", l.name)
		return
	}
	if l.name == "EXRULE" {
		p.not = append(p.not, r)
		return
	}
	if p.text == "" {
		p.text = text
	}
	p.rules = append(p.rules, r)
}

// readDates reads a list of dates, times or periods; see RFC 5545 3.8.5.2.
func (e *event) readDates(l *contentLine) {
	for one := range strings.SplitSeq(l.value, ",") {
		if strings.TrimSpace(one) == "" {
			continue
		}
		begin, end, period := strings.Cut(one, "/")
		var x extra
		var ok bool
		if x.start, ok = e.parse(l, begin); ok && period {
			if n, isLength := parseLength(end); isLength {
				x.length = &n
			} else {
				x.end, ok = e.parse(l, end)
				x.hasEnd = ok
			}
		}
		if !ok {
			e.passOver(l, "RFC 5545 3.8.5.2", one)
			continue
		}
		p := e.recur()
		if len(p.dates) >= maxDates {
			e.spoil(l, core.FlawTooMany, "", l.name)
			return
		}
		p.dates = append(p.dates, x)
	}
}

func (e *event) readExcept(l *contentLine) {
	for one := range strings.SplitSeq(l.value, ",") {
		if strings.TrimSpace(one) == "" {
			continue
		}
		m, ok := e.parse(l, one)
		if !ok {
			e.passOver(l, "RFC 5545 3.8.5.1", one)
			continue
		}
		p := e.recur()
		if len(p.except) >= maxDates {
			e.spoil(l, core.FlawTooMany, "", l.name)
			return
		}
		p.except = append(p.except, m)
	}
}

// isDetail tells whether a property is one of details.
func isDetail(name string) bool {
	switch name {
	case "LOCATION", "COMMENT", "DESCRIPTION", "LAST-MODIFIED", "CLASS", "URL", "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "ORGANIZER", "ATTENDEE", "RELATED-TO":
		return true
	}
	return false
}

// details reads what the event says beside its times. It is read when it is asked for, and not kept: of a hundred
// thousand events the details would take as much memory as the file.
func (e *event) details(text string) *details {
	d := &details{}
	for _, at := range e.more {
		s := scanner{text: text, pos: int(at), whole: true}
		if l, ok := s.next(); ok {
			if l.flaw == flawLong && !slices.Contains(d.cut, l.name) {
				d.cut = append(d.cut, l.name)
			}
			d.read(&l)
		}
	}
	return d
}

func (d *details) read(l *contentLine) {
	switch l.name {
	case "LOCATION":
		d.place = l.text()
	case "COMMENT":
		if more := cleanText(l.text()); d.comment == "" || more == "" {
			d.comment += more
		} else { // there may be several (RFC 5545 3.8.1.4)
			d.comment += "\n" + more
		}
	case "DESCRIPTION":
		if !d.described {
			d.described, d.description = true, strings.TrimSpace(core.CleanText(l.text()))
		}
	case "LAST-MODIFIED":
		d.revised, _ = parseMoment(l.value, 0)
	case "RELATED-TO": // RFC 5545 3.2.15: PARENT is what is meant where nothing is said
		if kind := l.param("RELTYPE"); d.related == "" && !strings.EqualFold(kind, "CHILD") {
			d.related = l.text()
		}
	case "URL":
		d.url = strings.TrimSpace(l.value)
	case "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL":
		if d.conference == "" {
			d.conference = strings.TrimSpace(l.value)
		}
	case "CLASS":
		d.class = core.ClassOf(l.value)
	case "ORGANIZER":
		d.organizer, d.sentBy = addressOf(l), addressOf(&contentLine{value: l.param("SENT-BY")}).email
	case "ATTENDEE":
		if len(d.guests) < maxGuests {
			g := guest{address: addressOf(l), answer: strings.ToUpper(strings.TrimSpace(l.param("PARTSTAT"))), thing: isThing(l.param("CUTYPE"))}
			if g.answer == "DELEGATED" {
				g.sends = addressOf(&contentLine{value: l.param("DELEGATED-TO")}).email
			}
			d.guests = append(d.guests, g)
		}
	}
}

// isThing tells whether a CUTYPE is that of no person and no group of them (RFC 5545 3.2.3).
func isThing(kind string) bool {
	switch strings.ToUpper(strings.TrimSpace(kind)) {
	case "ROOM", "RESOURCE", "UNKNOWN":
		return true
	}
	return false
}

// oneLine makes tabs and line ends spaces and drops other control characters.
func oneLine(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] == 0x7f || s[i] == 0xC2 || s[i] == 0xE2 {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0:
			return -1
		}
		return r
	}, s)
}
