package ical

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"mentorbook/core"
)

// Calendars reads what other calendar programs write.
type Calendars struct{}

// Read reads a calendar file, or the calendars in a saved e-mail where the name ends in .eml or the text begins
// as an e-mail does. Named says which zones are meant by names that nobody knows; near are the zones of those who read, which are taken
// first for a clock that has no name. Its errors are those of Occurrences, and CodeNotImport for an e-mail without a calendar.
func (Calendars) Read(ctx context.Context, name string, in io.Reader, named map[string]core.Zone, near ...core.Zone) (*core.CalendarBatch, error) {
	text, err := slurp(in)
	if err != nil {
		return nil, err
	}
	mailed, err := mailingIn(text, strings.EqualFold(filepath.Ext(name), ".eml"))
	if err != nil {
		return nil, err
	}
	b, err := mailed.read(ctx, false, named)
	if err != nil {
		return nil, err
	}
	return b.batch(near), nil
}

func (b *book) batch(near []core.Zone) *core.CalendarBatch {
	ends := &fuel{fuelFile + fuelMore*len(b.events)}
	for _, e := range b.events {
		e.leaveOneEnd(ends)
	}
	out := &core.CalendarBatch{Feed: b.feed, Name: b.name, Free: b.free, Others: b.others, Answers: b.answers()}
	b.events = slices.DeleteFunc(b.events, (*event).answers)
	all := b.merged()
	lost, how := b.settle(all, out, near)
	out.Events = func(yield func(*core.CalendarEvent) bool) {
		for _, s := range all {
			for _, e := range s.masters {
				if lost[e] {
					continue
				}
				kept := b.kept(e, e, s.changed)
				if flaw := how[e]; flaw != "" {
					kept.Kept = flaw
				}
				parts := e.keepPeriods(kept, s.changed)
				if !yield(kept) {
					return
				}
				for _, part := range parts {
					if !yield(part) {
						return
					}
				}
			}
			for _, e := range s.changed {
				if !lost[e] && !yield(b.kept(e, s.masterOf(e), nil)) {
					return
				}
			}
		}
	}
	out.Findings = b.sorted()
	return out
}

// kept gives an event as a workspace keeps it, with the address from which its e-mail came.
func (b *book) kept(e, master *event, changed []*event) *core.CalendarEvent {
	out := e.kept(b.text, master, changed)
	out.Sender = core.CleanLine(b.mailing.at(int(e.line)).from)
	return out
}

// settle makes what can be kept of the events, and counts them. It gives those that can't be, which are named, and
// how those are kept that are not as they were.
func (b *book) settle(all []*series, out *core.CalendarBatch, near []core.Zone) (lost map[*event]bool, how map[*event]core.Flaw) {
	s := &settler{fuel: fuel{fuelFile + fuelMore*len(b.events)}, places: map[stretch]*zone{}, near: near}
	lost, how = map[*event]bool{}, map[*event]core.Flaw{}
	take := func(e *event, changed []*event) {
		flaw, ok := s.settle(e, changed)
		if !ok {
			lost[e] = true
			b.findings = append(b.findings, core.Finding{
				Line: int(e.line), UID: e.uid, Title: oneLine(e.title), Flaw: core.FlawNoWork, Value: core.Excerpt(e.text), Lost: true,
			})
			return
		}
		if flaw != "" {
			how[e] = flaw
		}
		out.Count += 1 + len(e.periods(changed))
	}
	for _, one := range all {
		for _, e := range one.masters {
			take(e, one.changed)
		}
		for _, e := range one.changed {
			take(e, nil)
		}
	}
	return lost, how
}

// masterOf gives the event that a changed occurrence belongs to; itself where the file does not have it.
func (s *series) masterOf(e *event) *event {
	if len(s.masters) > 0 {
		return s.masters[0]
	}
	return e
}

// kept gives the event as a workspace keeps it. Of a changed occurrence the original start is told by the clock
// of the event that it belongs to.
func (e *event) kept(text string, master *event, changed []*event) *core.CalendarEvent {
	out := &core.CalendarEvent{
		Startless: !e.hasStart,
		Line:      int(e.line), UID: core.CleanLine(e.uid), Sequence: int(e.sequence),
		Title: core.CleanLine(e.title), AllDay: e.start.form == formDate,
		Cancelled: e.cancelled, Method: strings.ToLower(e.method),
	}
	// What is called off takes nobody's time, and Outlook says so. It is no free time that was meant to be free.
	out.Transparent = e.transparent && !e.cancelled && out.Method != "cancel"
	if e.settled {
		out.Kept = core.FlawCalendarZone
	}
	if e.stamp != (moment{}) {
		out.Stamp = e.stamp.wall.instant()
	}
	e.keepTimes(out, changed)
	e.saysOneEnd(out)
	if out.Ended, out.Backwards = e.hasEnd || e.length != nil, e.backwards(); out.Backwards && out.AllDay && out.Kept == "" {
		out.Kept = core.FlawOneDay
	}
	if e.days && e.once() && e.recurrence == (moment{}) && out.Start.Hour+out.Start.Minute+out.End.Hour+out.End.Minute == 0 && out.Start.Date.Before(out.End.Date) {
		out.AllDay, out.Zone = true, "" // Outlook may write whole days as times
	}
	if e.recurrence != (moment{}) {
		out.Recurrence, out.Future = civilOf(master.wallOf(e.recurrence, e.zones)), e.future
		if master != e {
			out.Recurrence = civilOf(master.changedWall(e.recurrence, e.zones))
		}
		if out.Alone = master == e; out.Alone && (e.recurrence.form == formUTC || e.recurrence.form == formZoned || e.settled && e.recurrence.form == formFloating) {
			out.RecurrenceAt = time.Unix(e.instantOf(e.recurrence), 0).UTC()
		}
	}
	var cut []string
	if utf8.RuneCountInString(out.Title) > core.MaxName {
		cut = append(cut, "SUMMARY")
	}
	if len(e.more) > 0 {
		cut = append(cut, e.keepDetails(text, out)...)
	}
	if out.Cut = strings.Join(cut, ", "); len(cut) > 0 && out.Kept == "" {
		out.Kept = core.FlawCut
	}
	if out.UID == "" {
		sum := sha256.Sum256(fmt.Appendf(nil, "%v %v %q", out.Start, out.Zone, out.Title))
		out.UID = hex.EncodeToString(sum[:12]) + "@nowhere"
	}
	return out
}

func (e *event) keepTimes(out *core.CalendarEvent, changed []*event) {
	out.Start, out.End = e.civilOf(e.utc(e.start.wall)), e.endShown(e.endOf(e.start.wall, e.duration()))
	if place := e.place(); place != nil {
		out.Zone = core.Zone(place.name)
	}
	if !e.once() && e.recurrence == (moment{}) { // one occurrence does not recur, whatever it repeats of the whole
		if e.place() == e.zone { // what recurs keeps its hour on the wall, though the clock skips it on the first day
			out.Start = civilOf(e.start.wall)
		}
		if len(e.rules) > 0 {
			out.Rule = e.ruleText()
		}
		for _, x := range e.dates {
			out.Extra = append(out.Extra, civilOf(e.wallOf(x.start, e.zones)))
		}
		for _, m := range e.except {
			out.Except = append(out.Except, civilOf(e.exceptWall(m, e.zones)))
		}
		if e.over() { // a series has its start in any case
			out.Except = append(out.Except, out.Start)
		}
	}
	for _, c := range changed {
		at := civilOf(e.changedWall(c.recurrence, c.zones))
		if c.cancelled && c.future && (out.Ends.IsZero() || at.Compare(out.Ends) < 0) {
			out.Ends = at
		}
		if c.cancelled || e.becomesDays(c) {
			out.Except = append(out.Except, at)
		} else {
			out.Changed = append(out.Changed, at)
		}
	}
}

// becomesDays tells whether a changed occurrence of an event at a time of day takes whole days instead: nothing of it is at that
// hour, or at another one.
func (e *event) becomesDays(c *event) bool {
	return !c.future && c.start.form == formDate && e.start.form != formDate
}

// place gives the zone by whose clock the event is kept; nil for whole days and floating times.
func (e *event) place() *zone {
	if e.zone != nil && e.zone.name == "" {
		return e.zones.find("UTC") // it happens once: see settle
	}
	return e.zone
}

// civilOf tells an instant of the event by that clock.
func (e *event) civilOf(at int64) core.Civil {
	place := e.place()
	if place == nil {
		return civilOf(wall(at))
	}
	return civilOf(place.wall(at))
}

// endShown tells the instant of its end by that clock.
func (e *event) endShown(at int64) core.Civil {
	place := e.place()
	if place == nil {
		return e.civilOf(at)
	}
	return core.EndShown(time.Unix(e.utc(e.start.wall), 0).In(place.loc), time.Unix(at, 0).In(place.loc))
}

// exceptWall gives what an EXDATE takes out; a date alone takes out the occurrence of that day.
func (e *event) exceptWall(m moment, in *zones) wall {
	if m.form == formDate && e.start.form != formDate {
		return m.wall + wall(floorMod(int64(e.start.wall), day))
	}
	return e.named(e.wallOf(m, in))
}

// changedWall gives which occurrence a change is about. A date alone names the one of that day, and so does, as some of
// Microsoft's programs write it, the midnight of a day on the event's own clock, where that has one a day and none then.
func (e *event) changedWall(m moment, in *zones) wall {
	w := e.exceptWall(m, in)
	if e.once() || e.start.form == formDate || floorMod(int64(w), day) != 0 || len(e.dates) > 0 {
		return w
	}
	for _, r := range e.rules {
		if r.hours|r.minutes|r.seconds != 0 || r.freq == hourly || r.freq == minutely || r.freq == secondly {
			return w
		}
	}
	return w + wall(floorMod(int64(e.start.wall), day))
}

func civilOf(w wall) core.Civil { return core.CivilOf(w.instant()) }

// keepDetails puts in what the event says beside its times, and names the properties that are longer than is kept.
func (e *event) keepDetails(text string, out *core.CalendarEvent) (cut []string) {
	d := e.details(text)
	cut = d.cut
	line := func(s string, most int, name string) string {
		if utf8.RuneCountInString(s) > most && !slices.Contains(cut, name) {
			cut = append(cut, name)
		}
		return clipLine(s, most)
	}
	described, call := withoutBlock(d.description)
	if out.Description = clip(described, core.MaxDescription); out.Description != described && !slices.Contains(cut, "DESCRIPTION") {
		cut = append(cut, "DESCRIPTION")
	}
	out.Class = d.class
	if d.revised.form == formUTC {
		out.Revised = d.revised.wall.instant()
	}
	for _, link := range []string{d.conference, d.url, call} {
		if out.Link == "" && core.ValidLink(link) {
			out.Link = link
		}
	}
	out.Place = line(placeOf(core.CleanLine(d.place), out.Link), core.MaxLine, "LOCATION")
	if out.Comment = clip(d.comment, core.MaxDescription); out.Comment != d.comment && !slices.Contains(cut, "COMMENT") {
		cut = append(cut, "COMMENT")
	}
	out.Organizer = core.Party{Name: line(d.organizer.name, core.MaxName, "ORGANIZER"), Email: d.organizer.email}
	out.SentBy, out.Related = d.sentBy, core.CleanLine(d.related)
	for _, g := range d.guests {
		out.Guests = append(out.Guests, core.Party{Name: line(g.name, core.MaxName, "ATTENDEE"), Email: g.email, Delegate: g.sends, Thing: g.thing, Answer: saidOf(g.answer)})
	}
	return cut
}

func clipLine(s string, most int) string {
	return clip(core.CleanLine(s), most)
}

// clip cuts a text after so many runes.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// answers tells whether the event is what a guest says to an invitation.
func (e *event) answers() bool {
	return e.method == "REPLY" || e.method == "COUNTER" || e.method == "REFRESH"
}

// answers gives what the guests of a REPLY, COUNTER or REFRESH say. Who answers stands in ATTENDEE; ORGANIZER may be
// missing, as outlook.com leaves it out. Of a COUNTER the guest is the one who proposes.
func (b *book) answers() []core.CalendarAnswer {
	var out []core.CalendarAnswer
	for _, e := range b.events {
		if !e.answers() {
			continue
		}
		more, from := e.details(b.text), b.mailing.at(int(e.line)).from
		for _, g := range whoAnswers(more.guests, from) {
			a := core.CalendarAnswer{
				Line: int(e.line), UID: core.CleanLine(e.uid), Sequence: int(e.sequence), Email: g.email, Sender: core.CleanLine(from),
				Answer: answerOf(g.answer), Lists: b.product == productID, Partstat: core.Excerpt(g.answer), Delegate: delegateOf(g.guest), Comment: clipLine(more.comment, core.MaxLine), Proposed: e.method == "COUNTER", Refresh: e.method == "REFRESH",
			}
			for _, o := range g.others {
				a.Others = append(a.Others, core.Party{Email: o.email, Answer: answerOf(o.answer), Delegate: delegateOf(o)})
			}
			if e.stamp != (moment{}) {
				a.Stamp = e.stamp.wall.instant()
			}
			if e.recurrence != (moment{}) {
				a.Future = e.future
				a.Recurrence = time.Unix(e.instantOf(e.recurrence), 0).UTC()
				if form := e.recurrence.form; form == formDate || form == formFloating && !e.settled {
					a.Named = civilOf(e.recurrence.wall)
				}
			}
			if a.Proposed {
				if !e.once() && len(e.rules) == 1 {
					a.Rule = core.CleanLine(e.text)
				}
				if !e.once() {
					for _, x := range e.dates {
						a.Dates = append(a.Dates, time.Unix(e.utc(e.wallOf(x.start, e.zones)), 0).UTC())
					}
				}
				a.Place = clipLine(placeOf(core.CleanLine(more.place), cmp.Or(more.conference, more.url)), core.MaxLine)
				a.Day, a.Local = e.start.form == formDate, e.start.form == formFloating && !e.settled
				start := e.utc(e.start.wall)
				a.Start, a.End = time.Unix(start, 0).UTC(), time.Unix(e.endOf(e.start.wall, e.duration()), 0).UTC()
			}
			out = append(out, a)
		}
	}
	return out
}

// answering is a guest who answers; of others it is not known that they do not.
type answering struct {
	guest

	others []guest
}

// whoAnswers gives the guest who says what a message says: a REPLY has its sender alone (RFC 5546 3.2.3), and a COUNTER
// may name others who are to come, too (3.2.7). Of several it is the one from whom the e-mail is, if that is known.
func whoAnswers(guests []guest, from string) []answering {
	if len(guests) == 0 {
		return []answering{{}} // whose it is is not said
	}
	first := guests[0]
	var others []guest
	for _, g := range guests {
		if from != "" && core.EmailKey(g.email) == core.EmailKey(from) {
			return []answering{{guest: g}}
		}
		if core.EmailKey(g.email) != core.EmailKey(first.email) {
			others = append(others, g)
		}
	}
	if g := delegator(guests); len(others) > 0 && g != nil {
		return []answering{{guest: *g}}
	}
	return []answering{{first, others}}
}

// delegator gives the guest of an answer who sends the other guest of it in their place (RFC 5546 4.2.5): whichever of the
// two sends it, it says what became of the one who was invited. Nil for none.
func delegator(guests []guest) (who *guest) {
	for i, g := range guests {
		if g.sends != "" && who == nil {
			who = &guests[i]
		}
	}
	if who == nil {
		return nil
	}
	for _, g := range guests {
		if key := core.EmailKey(g.email); key != core.EmailKey(who.email) && key != core.EmailKey(who.sends) {
			return nil
		}
	}
	return who
}

// delegateOf gives whom a guest sends in their place; core.Unnamed where the answer does not say.
func delegateOf(g guest) string {
	if g.answer == "DELEGATED" && g.sends == "" {
		return core.Unnamed
	}
	return g.sends
}

func answerOf(partstat string) core.Answer {
	switch partstat {
	case "ACCEPTED":
		return core.AnswerAccepted
	case "DECLINED":
		return core.AnswerDeclined
	case "TENTATIVE":
		return core.AnswerTentative
	}
	return core.AnswerNone
}

// saidOf is answerOf of a guest of an event, who may have said nothing yet. Whoever sends somebody else in their place
// does not come (RFC 5546 3.2.2.3).
func saidOf(partstat string) core.Answer {
	if partstat == "DELEGATED" {
		return core.AnswerDeclined
	}
	if a := answerOf(partstat); a != core.AnswerNone {
		return a
	}
	return ""
}

// isMail tells whether a text begins as a saved e-mail does: with header fields, and not with a calendar.
func isMail(text string) bool {
	text = bareMail(text)
	head, _, _ := strings.Cut(text[:min(len(text), 4096)], "\n")
	name, _, ok := strings.Cut(head, ":")
	name = strings.TrimSpace(name)
	return ok && !strings.EqualFold(name, "BEGIN") && name != "" && !strings.ContainsAny(name, " \t;") &&
		bytes.Contains(bytes.ToLower([]byte(text[:min(len(text), 64<<10)])), []byte("\ncontent-type:"))
}
