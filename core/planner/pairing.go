package planner

import (
	"cmp"
	"slices"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Where the owner has moved all of another's series here, its meetings have original starts that their organizer never
// heard of. An answer to one of them names the organizer's (RFC 5546 3.2.3), and what the organizer says of one of theirs
// is about the one that stands in its place here.

// pairing tells which of the organizer's meetings those of a series are.
type pairing struct {
	here, there *schedule.Recurring
	start       core.Civil   // from which on the series has its times here
	ahead       int          // how many more the organizer has before one than there are here before its counterpart
	known       bool         // else nothing tells it
	except      []core.Civil // what the organizer leaves out
	from, to    core.Civil   // a meeting here, and that meeting of the organizer's
}

// twin gives the date beside the rule of one series that one beside another's is: so many minutes later, as all of them are, or
// else the one in its place.
func twin(date core.Civil, of, other *schedule.Recurring, minutes int) (core.Civil, bool) {
	if later := date.AddMinutes(minutes); other.Beside(later) {
		return later, true
	}
	return of.Twin(date, other)
}

// pairingOf gives it; nil where a series has the times of its organizer.
func pairingOf(s *core.Series) (*pairing, error) {
	if s.Origin.Rule == "" {
		return nil, nil
	}
	s = s.Restored()
	here, err := schedule.OfSeries(s)
	if err != nil {
		return nil, err
	}
	there, err := schedule.OfSeries(s.Organized())
	if err != nil {
		return nil, err
	}
	p := &pairing{here: here, there: there, start: s.Start, known: !s.Theirs.Here.IsZero(), except: s.Theirs.Except, from: s.Theirs.Here, to: s.Theirs.There}
	if p.known {
		p.ahead = there.Index(s.Theirs.There) - here.Index(s.Theirs.Here)
	}
	return p, nil
}

// theirs gives the original start of the organizer's meeting that one here is; false where that is not known, and where they
// have none.
func (p *pairing) theirs(original core.Civil) (core.Civil, bool) {
	switch {
	case p == nil:
		return original, true
	case original.Compare(p.start) < 0 && !p.here.Has(original): // from before it was moved
		return original, p.there.Has(original)
	case !p.known || !p.here.Has(original):
		return core.Civil{}, false
	}
	if p.here.Beside(original) {
		out, has := twin(original, p.here, p.there, p.to.MinutesSince(p.from))
		return out, has && !slices.Contains(p.except, out)
	}
	out, has := p.there.Nth(p.here.Index(original) + p.ahead)
	return out, has && !slices.Contains(p.except, out)
}

// ours gives the original start here of one of the organizer's meetings; false where that is not known, and where there is none.
func (p *pairing) ours(original core.Civil) (core.Civil, bool) {
	if p == nil {
		return original, true
	}
	if !p.known || !p.there.Has(original) {
		return original, false
	}
	if p.there.Beside(original) {
		return twin(original, p.there, p.here, p.from.MinutesSince(p.to))
	}
	n := p.there.Index(original) - p.ahead
	if n < 0 {
		return original, true // it was over when the rest was moved
	}
	out, has := p.here.Nth(n)
	if !has {
		return original, false
	}
	return out, true
}

// ourExceptions gives what the organizer leaves out by the times that a series has here.
func (p *pairing) ourExceptions(theirs []core.Civil) []core.Civil {
	var out []core.Civil
	for _, c := range theirs {
		if original, has := p.ours(c); has && p.here.Has(original) {
			out = append(out, original)
		}
	}
	return out
}

// alike tells whether two series recur at one pace, on whatever days: then the next of the one is the next of the other.
func alike(a, b *core.Series) bool {
	x, err := core.ParseRule(a.Rule)
	if err != nil {
		return false
	}
	y, err := core.ParseRule(b.Rule)
	if err != nil {
		return false
	}
	if sameRule(x, y) && a.Start == b.Start {
		return true
	}
	pace := func(r core.Rule) [6]int {
		if r.Freq == core.FreqWeekly && len(r.Days) == 0 {
			r.Days = make([]core.RuleDay, 1) // that of its start
		}
		return [...]int{max(1, r.Interval), len(r.Months), len(r.MonthDays), len(r.Days), len(r.WeekNos) + len(r.YearDays), len(r.Positions)}
	}
	return x.Freq == y.Freq && pace(x) == pace(y) && steady(x, a.Start) && steady(y, b.Start)
}

// steady tells whether a rule has as many meetings in each of its periods: not all months have a 31st, or a fifth Monday.
func steady(r core.Rule, start core.Civil) bool {
	if r.Freq != core.FreqMonthly && r.Freq != core.FreqYearly {
		return true
	}
	if len(r.WeekNos)+len(r.YearDays)+len(r.Positions) > 0 || len(r.Days) == 0 && len(r.MonthDays) == 0 && start.Date.Day > shortestMonth {
		return false
	}
	often := func(d core.RuleDay) bool { return d.Nth == 0 || d.Nth > 4 || d.Nth < -4 }
	rare := func(day int) bool { return day > shortestMonth || day < -shortestMonth }
	return !slices.ContainsFunc(r.Days, often) && !slices.ContainsFunc(r.MonthDays, rare) && (len(r.Days) == 0 || len(r.MonthDays) == 0)
}

// shortestMonth is how many days every month has.
const shortestMonth = 28

// pairUp notes, of another's series that the owner has just given other times, which of the organizer's meetings its own are: the
// first one from an original start on is now the one that was. What the organizer leaves out is left out here too.
func pairUp(old, now *core.Series, was, is core.Civil) error {
	except := old.Theirs.Except
	if old.Origin.Rule == "" {
		except = old.Except
	}
	if now.Origin.Rule == "" {
		if now.Theirs = (core.Pairing{}); old.Origin.Rule != "" { // it has the organizer's times again
			now.Except = slices.Clone(except)
		}
		return nil
	}
	p, err := pairingOf(old)
	if err != nil {
		return err
	}
	now.Theirs = core.Pairing{UID: now.Theirs.UID, Except: slices.Clone(except)}
	run, err := runningOf(old)
	if err != nil {
		return err
	}
	if first, has := run.rule.Nth(run.rule.Index(was)); has && alike(old, now) {
		if there, has := p.slot(first); has {
			now.Theirs.Here, now.Theirs.There = is, there
		}
	}
	if p, err = pairingOf(now); err == nil {
		now.Except = append(now.Except, p.ourExceptions(except)...)
		slices.SortFunc(now.Except, core.Civil.Compare)
		now.Except = slices.Compact(now.Except)
	}
	return err
}

// slot is theirs for a meeting that the organizer may leave out.
func (p *pairing) slot(original core.Civil) (core.Civil, bool) {
	if p == nil {
		return original, true
	}
	all := *p
	all.except = nil
	return all.theirs(original)
}

// findTheirs finds under which original start the organizer of another's series has the one meeting that a message would be
// about.
func (a *matter) findTheirs() error {
	a.theirs, a.paired = a.meeting.Recurrence, true
	if a.whole || a.series == nil {
		return nil
	}
	p, err := pairingOf(a.series)
	if err == nil {
		a.theirs, a.paired = p.theirs(a.meeting.Recurrence)
	}
	return err
}

// organized gives one meeting of a series that the owner has moved here as its organizer has it: under their UID, with their
// original start, and when they said that it takes place.
func (a *matter) organized() error {
	was := a.series
	a.series = was.Restored().Organized()
	run, err := runningOf(a.series)
	if err != nil {
		return err
	}
	m := *a.meeting
	if plain := run.meeting(run.rule.At(a.theirs)); m.Origin.Read == "" && m.Origin.Stamp.IsZero() { // nothing was said of it alone
		m.Start, m.End, m.Zone = plain.Start, plain.End, plain.Zone
	} else if !m.Origin.Start.IsZero() {
		m.Start, m.End, m.Zone = m.Origin.Start, m.Origin.End, m.Origin.Zone
	}
	m.Origin.Start, m.Recurrence, m.UID = core.Civil{}, a.theirs, cmp.Or(was.Theirs.UID, m.UID)
	a.meeting = &m
	return nil
}

// leaveOutTheirs lets a version of another's series that the owner has moved here leave out what the organizer leaves out now, by
// the times that it has here, and what the owner has taken out themselves.
func leaveOutTheirs(was, now *core.Series) {
	p, err := pairingOf(was)
	if err != nil {
		return
	}
	theirs := slices.Clone(now.Except)
	before := p.ourExceptions(p.except)
	now.Except = slices.DeleteFunc(slices.Clone(was.Except), func(c core.Civil) bool { return slices.Contains(before, c) })
	now.Except = append(now.Except, p.ourExceptions(theirs)...)
	slices.SortFunc(now.Except, core.Civil.Compare)
	now.Except, now.Theirs.Except = slices.Compact(now.Except), theirs
}

// movedHere gives the pairing of a series that the owner has moved here; nil for all others.
func (t *intake) movedHere(uid string) *pairing {
	run := t.runs[uid]
	if run == nil || run.Origin.Rule == "" {
		return nil
	}
	p, err := pairingOf(run)
	if err != nil || !p.known {
		return nil
	}
	return p
}

// locateMoved finds the original start here of one of a series that the owner has moved here: a message names it as its organizer
// has it.
func (t *intake) locateMoved(s *eventStep, ev *core.CalendarEvent, p *pairing) {
	theirs, has := namedBy(p.there, ev)
	if !has {
		return
	}
	if original, ok := p.ours(theirs); ok {
		s.recurrence = original
	}
	if ev.Zone == "UTC" && ev.Alone {
		s.zone = t.runs[ev.UID].Origin.Zone
	}
}

// namedBy finds the original start that an event names of what recurs.
func namedBy(run *schedule.Recurring, ev *core.CalendarEvent) (original core.Civil, has bool) {
	original, has = ev.Recurrence, run.Has(ev.Recurrence)
	if !ev.Alone {
		return original, has
	}
	if !ev.RecurrenceAt.IsZero() {
		original, has = run.OriginalAt(ev.RecurrenceAt)
	}
	if !has {
		original, has = ofDay(run, original)
	}
	return original, has
}

// staysMoved gives a meeting of such a series the time that it has here, where its organizer says of it the time that all the
// others have.
func (t *intake) staysMoved(m *core.Meeting) {
	p := t.movedHere(m.UID)
	if p == nil || !p.here.Has(m.Recurrence) {
		return
	}
	theirs, has := p.slot(m.Recurrence)
	plain := p.there.At(theirs)
	if !has || !startsAt(m.Start, m.Zone, plain.Start) {
		return
	}
	if end, err := m.EndAt(); err != nil || !end.Equal(plain.End) {
		return
	}
	here := p.here.At(m.Recurrence)
	m.Origin.Start, m.Origin.End, m.Origin.Zone = m.Start, m.End, m.Zone
	m.Start, m.End, m.Zone = here.StartCivil(), here.EndCivil(), t.runs[m.UID].Zone
}

// answeredAs gives under which name the owner has answered to an event: one of a series that they have moved here has the name
// that its organizer gave it.
func (t *intake) answeredAs(ev *core.CalendarEvent) eventKey {
	key := eventKey{ev.UID, ev.Recurrence}
	if p := t.movedHere(ev.UID); p != nil && !ev.Recurrence.IsZero() {
		if theirs, has := p.slot(ev.Recurrence); has {
			key = eventKey{cmp.Or(t.runs[ev.UID].Theirs.UID, key.uid), theirs}
		}
	}
	return key
}

// asOrganized gives the meetings of a series that the owner had moved here the original starts again that their organizer has for
// them, and the series as that: its organizer has said anew when it takes place.
func (u *unit) asOrganized(old *core.Series) (*core.Series, error) {
	p, err := pairingOf(old)
	if err != nil || p == nil || !p.known {
		return old, err
	}
	org := old.Restored().Organized()
	if old.Declined() {
		org.Was = core.Recurs{Rule: org.Rule, Except: org.Except}
	}
	run, err := runningOf(org)
	if err != nil {
		return nil, err
	}
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: old.ID}))
	if err != nil {
		return nil, err
	}
	var moves []rebinding
	for _, m := range list {
		place, has := p.slot(m.Recurrence)
		if !has || !p.here.Has(m.Recurrence) {
			continue
		}
		if plain := run.meeting(run.rule.At(place)); (m.Planned() || m.Declined()) && m.Origin.Stamp.IsZero() {
			m.Start, m.End, m.Zone = plain.Start, plain.End, plain.Zone
		} else if (m.Planned() || m.Off()) && !m.Origin.Start.IsZero() {
			m.Start, m.End, m.Zone = m.Origin.Start, m.Origin.End, m.Origin.Zone
		}
		m.Origin.Start, m.Origin.End, m.Origin.Zone = core.Civil{}, core.Civil{}, ""
		moves = append(moves, rebinding{m, place, true})
	}
	slices.SortFunc(moves, farthestFirst)
	for _, one := range moves {
		if err := u.rebind(one.meeting, run, one.place, one.kept); err != nil {
			return nil, err
		}
	}
	return org, nil
}
