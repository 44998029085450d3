package ical

import (
	"context"
	"strconv"
	"strings"

	"mentorbook/core"
)

// book is what was read of a file: its calendars as one.
type book struct {
	text          string // the file, without its byte order mark
	product, name string
	feed          string // X-MENTORBOOK-FEED
	mailing       *mailing
	events        []*event
	free          []core.FreeBusy
	others        int // tasks and journals, which are not read
	findings      []core.Finding
}

// calendar is what one calendar of a file says for all that is in it.
type calendar struct {
	zones        *zones
	method, home string
}

// maxAround bounds how many calendars are remembered around one.
const maxAround = 8

// reader takes a file in, line by line.
type reader struct {
	scanner
	ctx   context.Context
	brief bool // times, UID and title alone

	book       *book
	open       []string // the components around the line in hand
	deep       int      // components beyond maxDepth
	components int
	taken      int // events
	lost       int // events that could not be taken
	calendars  int
	event      *event
	free       *freeBusy
	periods    int // of all that is free or busy
	tz         *timezone
	part       *observance
	zones      *zones
	room       *zoneRoom
	since      int        // the first event of the calendar in hand
	method     string     // of the calendar in hand: a file may hold several
	mailed     *mailPart  // the calendar of an e-mail that is in hand
	home       string     // the zone that the calendar in hand names for its floating times
	around     []calendar // those that the calendar in hand stands in
	reopened   bool       // the calendar in hand is one of those: that it was left open was said
	named      map[string]core.Zone
}

// read takes a whole file in. Its error has CodeNotImport where there is no calendar in the text, CodeTooLarge
// for one beyond maxFile, and CodeCancelled. What else is wrong becomes a finding beside the rest. Named says which
// zones are meant by names that nobody knows.
func read(ctx context.Context, text string, brief bool, named map[string]core.Zone) (*book, error) {
	return (&mailing{parts: []mailPart{{text: text}}}).read(ctx, brief, named)
}

// read is read of calendars that came in an e-mail. A METHOD that stands beside one counts where it names none itself.
func (m *mailing) read(ctx context.Context, brief bool, named map[string]core.Zone) (*book, error) {
	text := m.joined()
	if len(text) > maxFile {
		return nil, core.Fail(core.CodeTooLarge, "path", "", "max", maxFile)
	}
	r := &reader{scanner: *newScanner(text), ctx: ctx, brief: brief, book: &book{mailing: m}, room: newZoneRoom(), named: named}
	r.book.findings = append(r.book.findings, m.findings...)
	r.zones = newZones(named, r.room)
	r.book.text = r.text
	for n := 0; ; n++ {
		l, ok := r.next()
		if !ok {
			break
		}
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, core.Wrap(core.CodeCancelled, ctx.Err())
		}
		r.take(&l)
	}
	r.closeTo(0, r.line)
	r.resolve()
	r.more()
	if r.room.full {
		r.book.findings = append(r.book.findings, core.Finding{Line: 1, Flaw: core.FlawTooMany, Value: "VTIMEZONE"})
	}
	if r.calendars == 0 {
		return nil, notACalendar()
	}
	return r.book, nil
}

func (r *reader) take(l *contentLine) {
	switch {
	case l.flaw == flawName || l.flaw == flawColon:
		if !r.spoils(l, core.FlawBadLine, l.name+";"+l.params) && r.calendars > 0 {
			r.note(l, core.FlawBadLine, "RFC 5545 3.1", badLine(l))
		}
	case l.name == "BEGIN":
		r.begin(l)
	case l.name == "END":
		r.end(l)
	case r.deep > 0:
	case l.flaw == flawLong:
		if !r.spoils(l, core.FlawLongLine, l.name) && (readProperty(l.name) || isDetail(l.name)) {
			r.note(l, core.FlawLongLine, "RFC 5545 3.1", l.name)
			r.property(l)
		}
	default:
		r.property(l)
	}
}

// spoils tells whether what is in hand can't be taken without a line that can't be read, and notes it then.
func (r *reader) spoils(l *contentLine, flaw core.Flaw, value string) bool {
	switch {
	case r.event != nil && r.top() == "VEVENT" && tells(l.name):
		r.event.spoil(l, flaw, "RFC 5545 3.1", value)
	case r.free != nil && r.top() == "VFREEBUSY" && (l.name == "FREEBUSY" || tells(l.name)):
		r.free.spoil(l, flaw, "RFC 5545 3.1", value)
	default:
		return false
	}
	return true
}

func (r *reader) note(l *contentLine, flaw core.Flaw, rule, value string) {
	f := core.Finding{Line: l.line, Flaw: flaw, Rule: rule, Value: core.Excerpt(value)}
	if r.event != nil {
		f.UID, f.Title = r.event.uid, oneLine(r.event.title)
	}
	if len(r.book.findings) < maxFindings {
		r.book.findings = append(r.book.findings, f)
	}
}

// tells tells whether an event without this property would be another one.
func tells(name string) bool {
	switch name {
	case "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID":
		return true
	}
	return false
}

// maxFindings bounds how many remarks are kept, and how many lost events are named. The rest of those are counted.
const maxFindings = 100_000

// more tells how many events were lost that are not named.
func (r *reader) more() {
	if n := r.lost - maxFindings; n > 0 {
		r.book.findings = append(r.book.findings, core.Finding{Line: r.line, Flaw: core.FlawMoreLost, Value: strconv.Itoa(n), Lost: true})
	}
}

func (r *reader) top() string {
	if len(r.open) == 0 {
		return ""
	}
	return r.open[len(r.open)-1]
}

func (r *reader) begin(l *contentLine) {
	name := strings.ToUpper(strings.TrimSpace(l.value))
	if r.components <= maxComponents && r.afresh(name, l.line) {
		r.deep = 0
	}
	if r.deep > 0 || len(r.open) >= maxDepth {
		if r.deep++; r.deep == 1 {
			r.note(l, core.FlawTooDeep, "", name)
		}
		return
	}
	if r.components++; r.components > maxComponents {
		if r.components == maxComponents+1 {
			r.note(l, core.FlawTooMany, "", name)
		}
		r.open = append(r.open, "")
		return
	}
	r.open = append(r.open, name)
	r.enter(name, l)
}

// afresh closes what was left open before a component that is never within another, and tells whether it is one:
// after a cut, or in a nest of what nobody closed, what follows is read.
func (r *reader) afresh(name string, line int) bool {
	switch name {
	case "VCALENDAR":
		inner := len(r.open) > 0 && r.open[0] == "VCALENDAR"
		r.closeTo(0, line) // a calendar within another is the next one
		r.resolve()
		if p := r.book.mailing.at(line); p != r.mailed { // which is not within the one before it
			r.mailed, r.around, inner = p, nil, false
		}
		if inner && len(r.around) < maxAround {
			r.around = append(r.around, calendar{r.zones, r.method, r.home})
		}
		r.calendars++
		r.reopened = false
		r.zones, r.method, r.home = newZones(r.named, r.room), strings.ToUpper(strings.TrimSpace(r.mailed.method)), ""
		return true
	case "VEVENT", "VTIMEZONE", "VTODO", "VJOURNAL", "VFREEBUSY":
		for i, open := range r.open {
			if open != "VCALENDAR" {
				r.closeTo(i, line)
				break
			}
		}
		return true
	}
	return false
}

func (r *reader) enter(name string, l *contentLine) {
	in := len(r.open) == 2 && r.open[0] == "VCALENDAR"
	switch {
	case name == "VEVENT" && in:
		r.event = &event{line: int32(l.line), zones: r.zones}
	case name == "VFREEBUSY" && in:
		r.free = &freeBusy{FreeBusy: core.FreeBusy{Line: l.line}}
	case name == "VTIMEZONE" && in:
		r.tz = &timezone{line: l.line}
	case (name == "STANDARD" || name == "DAYLIGHT") && r.tz != nil:
		r.part = &observance{daylight: name == "DAYLIGHT"}
	case name == "VEVENT" && len(r.open) == 1 && r.calendars > 0 && r.lost < maxFindings:
		r.lost++
		r.book.findings = append(r.book.findings, core.Finding{Line: l.line, Flaw: core.FlawStrayEvent, Rule: "RFC 5545 3.4", Lost: true})
	case in && name != "":
		r.book.others++
	}
}

func (r *reader) end(l *contentLine) {
	if r.deep > 0 {
		r.deep--
		return
	}
	name := strings.ToUpper(strings.TrimSpace(l.value))
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i] == name || r.open[i] == "" {
			r.closeTo(i+1, l.line)
			r.open = r.open[:i]
			r.leave(name, false, l.line)
			if name == "VCALENDAR" {
				r.resolve()
				r.reopen()
			}
			return
		}
	}
	r.note(l, core.FlawStrayEnd, "RFC 5545 3.6", name)
}

// reopen goes on with the calendar that stands around the one that ended, if any: what follows is its.
func (r *reader) reopen() {
	n := len(r.around)
	if n == 0 || len(r.open) > 0 {
		return
	}
	c := r.around[n-1]
	r.around = r.around[:n-1]
	r.zones, r.method, r.home = c.zones, c.method, c.home
	r.open, r.reopened = append(r.open, "VCALENDAR"), true
}

// closeTo leaves the components beyond the first n, which nobody closed.
func (r *reader) closeTo(n, line int) {
	for len(r.open) > n {
		name := r.top()
		r.open = r.open[:len(r.open)-1]
		r.leave(name, true, line)
	}
}

func (r *reader) leave(name string, cut bool, line int) {
	switch {
	case name == "VEVENT" && r.event != nil:
		if cut && r.event.flaw == nil {
			r.event.flaw = &core.Finding{Line: line, Flaw: core.FlawUnclosed, Rule: "RFC 5545 3.6", Lost: true}
		}
		r.keep(r.event)
		r.event = nil
	case name == "VFREEBUSY" && r.free != nil:
		r.leaveFreeBusy(cut, line)
	case name == "VCALENDAR" && cut: // whatever came after is not here, and nobody would miss it
		if r.lost == 0 && !r.reopened && len(r.book.findings) < maxFindings { // an event that was cut says it
			r.book.findings = append(r.book.findings, core.Finding{Line: line, Flaw: core.FlawUnclosed, Rule: "RFC 5545 3.4", Value: name})
		}
	case name == "VTIMEZONE" && r.tz != nil:
		if wrong := r.tz.unusable(); wrong != nil && len(r.book.findings) < maxFindings {
			r.book.findings = append(r.book.findings, *wrong)
		}
		if _, twice := r.zones.own[r.tz.id]; !twice && len(r.zones.own) < maxZones {
			r.zones.own[r.tz.id] = r.tz
		} else if !twice {
			r.room.full = true
		}
		r.tz = nil
	case (name == "STANDARD" || name == "DAYLIGHT") && r.part != nil && r.tz != nil:
		if len(r.tz.parts) <= maxObservances {
			r.tz.parts = append(r.tz.parts, r.part)
		}
		r.part = nil
	}
}

// keep takes an event in, or names why it cannot be.
func (r *reader) keep(e *event) {
	if e.flaw == nil && r.taken == maxEvents {
		e.flaw = &core.Finding{Line: int(e.line), Flaw: core.FlawTooMany, Lost: true}
	}
	if e.flaw != nil {
		r.lose(e)
		return
	}
	if e.repeats != nil {
		for _, f := range e.unread {
			if f.UID, f.Title = e.uid, oneLine(e.title); len(r.book.findings) < maxFindings {
				r.book.findings = append(r.book.findings, f)
			}
		}
		e.unread = nil
	}
	r.taken++
	r.book.events = append(r.book.events, e)
}

func (r *reader) lose(e *event) {
	if r.lost++; r.lost > maxFindings {
		return // counted: see more
	}
	e.flaw.UID, e.flaw.Title = e.uid, oneLine(e.title)
	r.book.findings = append(r.book.findings, *e.flaw)
}

func (r *reader) property(l *contentLine) {
	switch {
	case r.event != nil && r.top() == "VEVENT":
		r.event.read(l, r.brief)
	case r.free != nil && r.top() == "VFREEBUSY":
		r.free.read(l, maxPeriods-r.periods)
	case r.part != nil:
		r.part.read(l)
	case r.tz != nil && r.top() == "VTIMEZONE":
		switch l.name {
		case "TZID":
			r.tz.id = l.text()
		case "X-LIC-LOCATION":
			r.tz.location = l.text()
		}
	case r.top() == "VCALENDAR":
		switch l.name {
		case "METHOD":
			r.method = strings.ToUpper(strings.TrimSpace(l.value))
		case "PRODID":
			r.book.product = core.CleanLine(l.text())
		case feedProperty:
			r.book.feed = core.CleanLine(l.value)
		case "NAME", "X-WR-CALNAME":
			r.book.name = core.CleanLine(l.text())
		case "X-WR-TIMEZONE":
			r.home = core.CleanLine(l.text())
		}
	}
}

// needsNoStart tells whether an event may leave out when it begins: where a METHOD is given, DTSTART may be missing
// (RFC 5545 3.6.1), and an answer or a cancellation has 0 or 1 of it, who asks anew none (RFC 5546 3.2.3, 3.2.5, 3.2.6). It then stands for the
// occurrence that it names, or for what its UID says; so does one that keeps the time (3.2.8). Who asks for the times alone gets nothing from it.
func (e *event) needsNoStart(brief bool) bool {
	if brief || e.method != "REPLY" && e.method != "CANCEL" && e.method != "REFRESH" && e.method != "DECLINECOUNTER" {
		return false
	}
	if e.start = e.recurrence; e.start == (moment{}) {
		e.start = e.stamp
	}
	return e.start != (moment{})
}

// lacks tells whether an event does not say what no reader can do without, and names it. A guest's message counts by when
// it was made (RFC 5546 2.1.5): one that does not say that says nothing.
func (e *event) lacks(brief bool) bool {
	switch unsaid := e.stamp == (moment{}) && !brief; {
	case unsaid && e.answers():
		e.flaw = &core.Finding{Line: int(e.line), Flaw: core.FlawNoStamp, Rule: "RFC 5545 3.8.7.2", Lost: true}
	case e.hasStart || e.needsNoStart(brief):
	case unsaid && (e.method == "CANCEL" || e.method == "DECLINECOUNTER"):
		e.flaw = &core.Finding{Line: int(e.line), Flaw: core.FlawNoStamp, Rule: "RFC 5545 3.8.7.2", Lost: true}
	default:
		e.flaw = &core.Finding{Line: int(e.line), Flaw: core.FlawNoStart, Rule: "RFC 5545 3.6.1", Lost: true}
	}
	return e.flaw != nil
}

// resolve finds the zones of the events of one calendar, now that all its properties and VTIMEZONEs are known.
// Who asks for the times alone gets floating ones as they are written; who keeps them gets them in the zone that
// the calendar names as its own, if anybody knows it.
func (r *reader) resolve() {
	var home *zone
	if r.home != "" && !r.brief {
		home = r.zones.find(r.home)
	}
	kept := r.book.events[:r.since]
	for _, e := range r.book.events[r.since:] {
		if e.method = r.method; e.start.form == formFloating && home != nil {
			e.zone, e.settled = home, true
		}
		if e.lacks(r.brief) {
			r.lose(e)
			continue
		}
		if e.resolve() {
			kept = append(kept, e)
		} else {
			r.lose(e)
		}
	}
	clear(r.book.events[len(kept):])
	r.book.events = kept
	r.since = len(kept)
}
