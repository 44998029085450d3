package schedule

import (
	"iter"
	"slices"
	"time"

	"mentorbook/core"
)

// Recurring is something with a rule, ready to be read: a series of meetings, or a busy time that recurs.
//
// Its starts are civil times in its zone, so that the hour on the wall stays when the clock changes. A start
// that the clock skips is read with the offset from before the change: 02:30 in a gap of an hour is 03:30. One
// that comes twice is the first of both (RFC 5545 3.3.5). Each occurrence lasts as long as the first, in real
// minutes (RFC 5545 3.8.5.3).
type Recurring struct {
	rule   core.Rule
	zone   core.Zone
	loc    *time.Location
	start  core.Civil
	length time.Duration
	except map[core.Civil]bool
	extra  []core.Civil
}

// Occurrence is one of what recurs.
type Occurrence struct {
	Original   core.Civil // what the rule says: the name of the occurrence within its series
	Start, End time.Time  // in the zone of what recurs
}

// StartCivil is what a clock in the zone shows at the start: Original, but where the clock skips that.
func (o Occurrence) StartCivil() core.Civil { return core.CivilOf(o.Start) }

// EndCivil is what a clock in the zone shows at the end.
func (o Occurrence) EndCivil() core.Civil { return core.EndShown(o.Start, o.End) }

// maxLookBack bounds how far before a range the occurrences may begin that reach into it.
const maxLookBack = 366 * 24 * time.Hour

// OfSeries reads a series of meetings. Its error has CodeBadRule or CodeBadZone.
func OfSeries(s *core.Series) (*Recurring, error) {
	rule, err := core.ParseRule(s.Rule)
	if err != nil {
		return nil, err
	}
	return newRecurring(rule, s.Start, s.End, s.Zone, s.Except, nil)
}

// OfBusy reads a busy time of somebody who lives in home, whether it recurs or not.
func OfBusy(b *core.Busy, home core.Zone) (*Recurring, error) {
	var rule core.Rule
	var err error
	if b.Rule != "" {
		if rule, err = core.ParseRule(b.Rule); err != nil {
			return nil, err
		}
	}
	return newRecurring(rule, b.Start, b.End, b.ZoneFor(home), b.Except, b.Extra)
}

func newRecurring(rule core.Rule, start, end core.Civil, zone core.Zone, except, extra []core.Civil) (*Recurring, error) {
	loc, err := zone.Location()
	if err != nil {
		return nil, err
	}
	q := &Recurring{rule: rule, zone: zone, loc: loc, start: start, except: make(map[core.Civil]bool, len(except))}
	first := start.InLocation(loc)
	q.length = max(end.EndOf(first, loc).Sub(first), 0)
	for _, c := range except {
		q.except[c] = true
	}
	q.extra = slices.Concat(rule.Dates, extra)
	slices.SortFunc(q.extra, core.Civil.Compare)
	return q, nil
}

// Rule gives the rule; zero where there is none.
func (q *Recurring) Rule() core.Rule { return q.rule }

// Begins gives the instant of the first start.
func (q *Recurring) Begins() time.Time { return q.At(q.start).Start }

// At gives the occurrence that the rule has at an original start, exceptions not looked at.
func (q *Recurring) At(original core.Civil) Occurrence {
	start := original.InLocation(q.loc)
	return Occurrence{original, start, start.Add(q.length)}
}

// From walks the occurrences that end after an instant, one by one as they are asked for, without an end where
// the rule has none. The walk ends after an error.
func (q *Recurring) From(at time.Time) iter.Seq2[Occurrence, error] {
	return q.walk(at, time.Date(lastYear, 12, 31, 0, 0, 0, 0, time.UTC))
}

// Between gives the occurrences that overlap [from, to), by their starts: at most limit of them. Its error has
// CodeTooMany where there are more.
func (q *Recurring) Between(from, to time.Time, limit int) ([]Occurrence, error) {
	var out []Occurrence
	for o, err := range q.walk(from, to) {
		if err != nil {
			return out, err
		}
		if len(out) == limit {
			return out, core.FailField(core.CodeTooMany, "rule", "max", limit)
		}
		out = append(out, o)
	}
	return out, nil
}

// Has tells whether an original start is one of the rule's or of the dates beside it, an exception or not.
func (q *Recurring) Has(original core.Civil) bool {
	at := wall(original)
	for t, err := range q.starts(at, at.Add(time.Minute)) {
		return err == nil && t == original
	}
	return false
}

// OriginalAt gives the original start of the occurrence that an instant names: what a clock in the zone shows then,
// but where the rule has nothing then and the clock skipped the start that is read as that instant. What it shows, and
// false, where no occurrence is then.
func (q *Recurring) OriginalAt(at time.Time) (core.Civil, bool) {
	shown := core.CivilOf(at.In(q.loc))
	if q.Has(shown) {
		return shown, true
	}
	for c, err := range q.starts(wall(shown).Add(-slack), wall(shown)) {
		if err != nil {
			break
		}
		if c.InLocation(q.loc).Equal(at) {
			return c, true
		}
	}
	return shown, false
}

// slack is more than any zone's offset from UTC, and than any change of a clock.
const slack = 26 * time.Hour

func (q *Recurring) walk(from, to time.Time) iter.Seq2[Occurrence, error] {
	first := wall(core.CivilOf(from.UTC())).Add(-slack - min(q.length, maxLookBack))
	last := wall(core.CivilOf(to.UTC())).Add(slack)
	return func(yield func(Occurrence, error) bool) {
		for c, err := range q.starts(first, last) {
			if err != nil {
				yield(Occurrence{}, err)
				return
			}
			o := q.At(c)
			if q.except[c] || !o.Start.Before(to) || !o.End.After(from) && !(o.End.Equal(o.Start) && !o.Start.Before(from)) {
				continue
			}
			if !yield(o, nil) {
				return
			}
		}
	}
}

// starts merges the rule's starts with the extra ones, each once, in order.
func (q *Recurring) starts(from, to time.Time) iter.Seq2[core.Civil, error] {
	return func(yield func(core.Civil, error) bool) {
		extra := q.extra
		var last core.Civil
		give := func(c core.Civil) bool {
			if c == last || wall(c).Before(from) || !wall(c).Before(to) {
				return true
			}
			last = c
			return yield(c, nil)
		}
		for t, err := range q.ruled(from, to) {
			if err != nil {
				yield(core.Civil{}, err)
				return
			}
			c := core.CivilOf(t)
			for ; len(extra) > 0 && extra[0].Compare(c) < 0; extra = extra[1:] {
				if !give(extra[0]) {
					return
				}
			}
			if !give(c) {
				return
			}
		}
		for _, c := range extra {
			if !give(c) {
				return
			}
		}
	}
}

// ruled gives the starts of the rule alone; the one start where there is no rule.
func (q *Recurring) ruled(from, to time.Time) iter.Seq2[time.Time, error] {
	start := wall(q.start)
	if !q.rule.IsZero() {
		return Expand(q.rule, start, q.loc, from, to)
	}
	return func(yield func(time.Time, error) bool) { yield(start, nil) }
}

// wall gives a civil time as if its clock were in UTC.
func wall(c core.Civil) time.Time {
	return time.Date(c.Date.Year, c.Date.Month, c.Date.Day, c.Hour, c.Minute, 0, 0, time.UTC)
}
