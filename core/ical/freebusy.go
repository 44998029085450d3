package ical

import (
	"cmp"
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
	unread    []core.Finding // values of FREEBUSY that are no times
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
			if p, wrong := period(l, one); wrong == nil {
				f.Periods = append(f.Periods, p)
			} else if f.Partly = true; len(f.unread) < maxUnread {
				f.unread = append(f.unread, *wrong)
			}
		}
	}
}

// period reads one time: its start, and its end or how long it takes (RFC 5545 3.3.9); or tells why it is none.
func period(l *contentLine, text string) (core.FreeBusyPeriod, *core.Finding) {
	wrong := func(flaw core.Flaw, rule string) (core.FreeBusyPeriod, *core.Finding) {
		return core.FreeBusyPeriod{}, &core.Finding{Line: l.line, Flaw: flaw, Rule: rule, Value: core.Excerpt(text)}
	}
	from, to, _ := strings.Cut(text, "/")
	start, ok := parseMoment(from, 0)
	if !ok {
		return wrong(core.FlawBadTime, "RFC 5545 3.3.9")
	}
	p := core.FreeBusyPeriod{Line: l.line, Start: start.wall.instant()}
	utc := start.form == formUTC
	if n, isLength := parseLength(to); isLength {
		p.End = p.Start.Add(time.Duration(n.days*day+n.seconds) * time.Second)
	} else if end, isTime := parseMoment(to, 0); isTime {
		utc = utc && end.form == formUTC
		p.End = end.wall.instant()
	} else {
		return wrong(core.FlawBadTime, "RFC 5545 3.3.9")
	}
	switch {
	case !utc:
		return wrong(core.FlawNotUTC, "RFC 5545 3.8.2.6")
	case !p.Start.Before(p.End):
		return wrong(core.FlawEndFirst, "RFC 5545 3.3.9")
	}
	return p, nil
}

// instant reads an end of the stretch.
func (f *freeBusy) instant(l *contentLine) time.Time {
	m, ok := parseMoment(l.value, 0)
	if f.says = true; !ok || m.form != formUTC {
		f.spoil(l, core.FlawNotUTC, "RFC 5545 3.6.4", l.name+":"+l.value)
	}
	return m.wall.instant()
}

// spoil notes the first thing that keeps all of it from being taken.
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
	if len(f.unread) > 0 && len(f.Periods) == 0 && f.flaw == nil { // nothing is left of what it says
		f.flaw = &f.unread[0]
		f.flaw.Lost = true
	}
	who := f.whose()
	name := cmp.Or(who.name, who.email)
	switch {
	case r.brief, r.method == "REQUEST", !f.says && f.flaw == nil:
		r.book.others++
		return
	case f.flaw != nil:
		if r.lost++; r.lost <= maxFindings {
			f.flaw.Title = oneLine(name)
			r.book.findings = append(r.book.findings, *f.flaw)
		}
		return
	}
	for _, one := range f.unread {
		if one.Title, one.Flaw = oneLine(name), core.FlawBadPeriod; len(r.book.findings) < maxFindings {
			r.book.findings = append(r.book.findings, one)
		}
	}
	f.Of = core.Party{Name: clipLine(who.name, core.MaxName), Email: core.CleanLine(who.email)}
	r.periods += len(f.Periods)
	r.book.free = append(r.book.free, f.FreeBusy)
}

// whose gives whose times they are: those of whoever answers (RFC 5546 3.3.3), or who publishes their own (3.3.1).
func (f *freeBusy) whose() address {
	if f.guest.email != "" {
		return f.guest
	}
	return f.organizer
}
