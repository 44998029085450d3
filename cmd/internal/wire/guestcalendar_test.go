package wire

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// guestCalendar is the calendar program of a guest as the standard wants it (RFC 5546 2.1.5, 3.2.2, 3.2.5): it knows a thing
// by its UID and its RECURRENCE-ID, takes what has a higher SEQUENCE or the same and a later DTSTAMP, and keeps a changed
// occurrence when its series comes anew without it. It shares nothing with the planner but the reading of a rule.
type guestCalendar struct {
	email string
	all   map[string]*guestEvent // by UID
	only  *core.Civil            // of a series, the one that is shown; nil for all
}

type guestEvent struct {
	whole guestPart
	parts map[string]guestPart // by RECURRENCE-ID
}

// guestPart is a VEVENT.
type guestPart struct {
	known       bool
	off         bool
	sequence    int
	stamp       string
	start, end  core.Civil
	zone        core.Zone
	rule        string
	except      []core.Civil
	title       string
	place, link string
	original    core.Civil
}

func newGuestCalendar(email string) *guestCalendar {
	return &guestCalendar{email: email, all: map[string]*guestEvent{}}
}

func (p guestPart) newer(than guestPart) bool {
	return !than.known || p.sequence > than.sequence || p.sequence == than.sequence && p.stamp >= than.stamp
}

// read takes a file in that came to the guest.
func (c *guestCalendar) read(t *testing.T, text string) {
	t.Helper()
	lines := strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "\r\n")
	method := ""
	var event map[string]string
	var params map[string]string
	var except []string
	inner := ""
	for _, line := range lines {
		head, value, _ := strings.Cut(line, ":")
		name, rest, _ := strings.Cut(head, ";")
		switch {
		case line == "BEGIN:VEVENT":
			event, params, except = map[string]string{}, map[string]string{}, nil
		case line == "END:VEVENT":
			c.take(t, method, event, params, except)
			event = nil
		case name == "BEGIN":
			inner = value
		case name == "END":
			inner = ""
		case name == "METHOD":
			method = value
		case event == nil || inner == "VALARM":
		case name == "EXDATE":
			except = append(except, value)
		default:
			event[name], params[name] = value, strings.TrimPrefix(rest, "TZID=")
		}
	}
}

func (c *guestCalendar) take(t *testing.T, method string, event, params map[string]string, except []string) {
	t.Helper()
	p := guestPart{known: true, stamp: event["DTSTAMP"], title: event["SUMMARY"], place: event["LOCATION"], link: event["URL"], rule: event["RRULE"]}
	var err error
	p.sequence, err = strconv.Atoi(event["SEQUENCE"])
	ok(t, err)
	p.start, p.zone = timeOf(t, event["DTSTART"], params["DTSTART"])
	p.end, _ = timeOf(t, event["DTEND"], params["DTEND"])
	for _, e := range except {
		at, _ := timeOf(t, e, "")
		p.except = append(p.except, at)
	}
	p.off = method == "CANCEL" || event["STATUS"] == "CANCELLED"
	has := c.all[event["UID"]]
	if has == nil {
		has = &guestEvent{parts: map[string]guestPart{}}
		c.all[event["UID"]] = has
	}
	id := event["RECURRENCE-ID"]
	switch {
	case id == "" && p.newer(has.whole):
		has.whole = p
	case id != "":
		p.original, _ = timeOf(t, id, "")
		if was := has.parts[id]; p.newer(was) && (was.known || !has.whole.known || p.sequence >= has.whole.sequence) {
			has.parts[id] = p
		}
	}
}

func timeOf(t *testing.T, text, zone string) (core.Civil, core.Zone) {
	t.Helper()
	layout := "20060102T150405"
	if strings.HasSuffix(text, "Z") {
		layout, zone = "20060102T150405Z", "UTC"
	}
	at, err := time.Parse(layout, text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return core.CivilOf(at), core.Zone(zone)
}

// shows gives what a calendar shows of a UID until a time, each as a line, in order.
func (c *guestCalendar) shows(t *testing.T, uid string, until time.Time) []string {
	t.Helper()
	has := c.all[uid]
	if has == nil {
		return nil
	}
	var out []string
	add := func(p guestPart) {
		if at, err := p.start.In(p.zone); err == nil && at.Before(until) {
			out = append(out, shownAs(t, p.start, p.end, p.zone, p.title, p.place, p.link))
		}
	}
	if has.whole.known && has.whole.rule == "" && !has.whole.off {
		add(has.whole)
	}
	var run *schedule.Recurring
	if w := has.whole; w.known && w.rule != "" {
		var err error
		run, err = schedule.OfSeries(&core.Series{Start: w.start, End: w.end, Zone: w.zone, Rule: w.rule, Except: w.except})
		ok(t, err)
		if !w.off {
			for o, err := range run.From(time.Time{}) {
				ok(t, err)
				if !o.Start.Before(until) {
					break
				}
				if c.only != nil && *c.only != o.Original {
					continue
				}
				if _, apart := has.parts[partID(o.Original)]; !apart {
					p := w
					p.start, p.end = o.StartCivil(), o.EndCivil()
					add(p)
				}
			}
		}
	}
	for _, p := range has.parts {
		gone := run != nil && (!run.Has(p.original) || slices.Contains(has.whole.except, p.original) && !p.newer(has.whole) || has.whole.off && !p.newer(has.whole))
		if !p.off && !gone {
			add(p)
		}
	}
	slices.Sort(out)
	return out
}

// showsOne gives what a calendar shows of one meeting of a series, by its original start; "" for nothing.
func (c *guestCalendar) showsOne(t *testing.T, uid string, original core.Civil) string {
	t.Helper()
	has := c.all[uid]
	if has == nil {
		return ""
	}
	one := guestCalendar{all: map[string]*guestEvent{uid: {whole: has.whole, parts: map[string]guestPart{}}}}
	if p, apart := has.parts[partID(original)]; apart {
		one.all[uid].parts[partID(original)] = p
	}
	one.only = &original
	return strings.Join(one.shows(t, uid, time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)), "; ")
}

func partID(original core.Civil) string {
	return fmt.Sprintf("%04d%02d%02dT%02d%02d00", original.Date.Year, original.Date.Month, original.Date.Day, original.Hour, original.Minute)
}

// shownAs is a line of a calendar.
func shownAs(t *testing.T, start, end core.Civil, zone core.Zone, title, place, link string) string {
	t.Helper()
	from, to, err := core.SpanIn(start, end, zone)
	ok(t, err)
	return from.UTC().Format("2006-01-02 15:04") + to.UTC().Format("–15:04") + " " + title + " " + place + link
}
