package ical

import (
	"strings"
	"time"

	"mentorbook/core"
)

// freeBusy is one VFREEBUSY as it stands in a file (RFC 5545 3.6.4): times at which somebody can't meet, all in UTC.
type freeBusy struct {
	core.FreeBusy

	says      bool // it has a FREEBUSY, or the stretch that it is about
	organizer address
	guest     address // of an answer: whose times they are
	flaw      *core.Finding
}

// maxPeriods bounds how many times are read of all of a file.
const maxPeriods = 100_000

// read takes in one property.
func (f *freeBusy) read(l *contentLine, left int) {
	switch l.name {
	case "DTSTART":
		f.From = f.instant(l)
	case "DTEND":
		f.To = f.instant(l)
	case "DTSTAMP":
		if m, ok := parseMoment(l.value, 0); ok && m.form == formUTC {
			f.Stamp = m.wall.instant()
		}
	case "ORGANIZER":
		f.organizer = addressOf(l)
	case "ATTENDEE":
		if f.guest == (address{}) {
			f.guest = addressOf(l)
		}
	case "FREEBUSY":
		f.says = true
		if l.is("FBTYPE", "FREE") {
			return
		}
		for one := range strings.SplitSeq(l.value, ",") {
			if strings.TrimSpace(one) == "" {
				continue
			}
			if len(f.Periods) >= left {
				f.spoil(l, core.FlawTooMany, "", l.name)
				return
			}
			if p, ok := f.period(l, one); ok {
				f.Periods = append(f.Periods, p)
			}
		}
	}
}

// period reads one time: its start, and its end or how long it takes (RFC 5545 3.3.9).
func (f *freeBusy) period(l *contentLine, text string) (core.FreeBusyPeriod, bool) {
	from, to, _ := strings.Cut(text, "/")
	start, ok := parseMoment(from, 0)
	if !ok {
		f.spoil(l, core.FlawBadTime, "RFC 5545 3.3.9", text)
		return core.FreeBusyPeriod{}, false
	}
	p := core.FreeBusyPeriod{Line: l.line, Start: start.wall.instant()}
	utc := start.form == formUTC
	if n, isLength := parseLength(to); isLength {
		p.End = p.Start.Add(time.Duration(n.days*day+n.seconds) * time.Second)
	} else if end, isTime := parseMoment(to, 0); isTime {
		utc = utc && end.form == formUTC
		p.End = end.wall.instant()
	} else {
		f.spoil(l, core.FlawBadTime, "RFC 5545 3.3.9", text)
		return p, false
	}
	switch {
	case !utc:
		f.spoil(l, core.FlawNotUTC, "RFC 5545 3.8.2.6", text)
	case !p.Start.Before(p.End):
		f.spoil(l, core.FlawEndFirst, "RFC 5545 3.3.9", text)
	}
	return p, f.flaw == nil
}

// instant reads an end of the stretch.
func (f *freeBusy) instant(l *contentLine) time.Time {
	m, ok := parseMoment(l.value, 0)
	if f.says = true; !ok || m.form != formUTC {
		f.spoil(l, core.FlawNotUTC, "RFC 5545 3.6.4", l.name+":"+l.value)
	}
	return m.wall.instant()
}

// spoil notes the first thing that keeps all of it from being taken: half of the times of somebody would make the other half free.
func (f *freeBusy) spoil(l *contentLine, flaw core.Flaw, rule, value string) {
	if f.flaw == nil {
		f.flaw = &core.Finding{Line: l.line, Flaw: flaw, Rule: rule, Value: core.Excerpt(value), Lost: true}
	}
}

// leaveFreeBusy keeps what the component in hand says, or names why it can't be taken. Who asks for somebody's times says nothing of
// them (RFC 5546 3.3.2): that is one of the things that are not read.
func (r *reader) leaveFreeBusy(cut bool, line int) {
	f := r.free
	r.free = nil
	if cut {
		f.spoil(&contentLine{line: line}, core.FlawUnclosed, "RFC 5545 3.6", "")
	}
	switch {
	case r.brief, r.method == "REQUEST", !f.says && f.flaw == nil:
		r.book.others++
		return
	case f.flaw != nil:
		if r.lost++; r.lost <= maxFindings {
			r.book.findings = append(r.book.findings, *f.flaw)
		}
		return
	}
	who := f.organizer // who publishes their own times (RFC 5546 3.3.1)
	if f.guest.email != "" {
		who = f.guest // who answers (3.3.3)
	}
	f.Of = core.Party{Name: clipLine(who.name, core.MaxName), Email: core.CleanLine(who.email)}
	r.periods += len(f.Periods)
	r.book.free = append(r.book.free, f.FreeBusy)
}
