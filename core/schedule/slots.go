package schedule

import (
	"cmp"
	"slices"
	"time"

	"mentorbook/core"
)

// Somebody is a person with what their time depends on.
type Somebody struct {
	Person *core.Person
	Loc    *time.Location
	Busy   []Span // their meetings and whatever else takes their time, in any order
}

// Wish says which time is looked for.
type Wish struct {
	People   []Somebody
	Minutes  int
	From, To time.Time
	Step     time.Duration // from one possible start to the next; zero: a quarter of an hour
	Before   time.Duration // to stay free before and after, of everybody's meetings
	After    time.Duration
	Limit    int             // how many slots; zero: 10
	Usual    *core.Civil     // when they mostly meet, on the first person's clock; nil: they do not
	Room     func(Span) bool // what caps on hours say; nil: there are none
}

// Reason says something for or against a slot. The locale has words for "slot." and the code.
type Reason struct {
	Code   ReasonCode
	Person core.ID    // whom it is about; zero: all
	At     core.Civil // what their clock shows, where it is about a person
}

// ReasonCode names a reason.
type ReasonCode string

// The reasons, from those for a slot to those against it.
const (
	SlotUsual   ReasonCode = "usual"   // the day of the week and the time at which they mostly meet
	SlotHours   ReasonCode = "hours"   // within everybody's hours, with time to spare
	SlotEarly   ReasonCode = "early"   // at the very beginning of somebody's day
	SlotLate    ReasonCode = "late"    // at the very end of somebody's day
	SlotOutside ReasonCode = "outside" // outside of somebody's hours, yet not in their quiet ones
	SlotNight   ReasonCode = "night"   // in the night of somebody who did not say when not to be disturbed: see core.AssumedNight
)

// Slot is a time at which everybody is free.
type Slot struct {
	Span

	Score   int // higher is better
	Reasons []Reason
}

const (
	defaultStep  = 15 * time.Minute
	defaultLimit = 10
	edge         = time.Hour // of a day: neither early nor late by more than this
)

// Free gives the best times at which everybody is free, best first: within the hours of all, never in quiet
// hours, with the buffers kept and no cap passed. Only where there is none, times outside of somebody's hours are
// given, and say so. At most two slots are of one day, an hour apart, so that there is a choice.
func Free(w Wish) []Slot {
	if w.Step <= 0 {
		w.Step = defaultStep
	}
	if w.Limit <= 0 {
		w.Limit = defaultLimit
	}
	if len(w.People) == 0 || w.Minutes <= 0 || !w.From.Before(w.To) {
		return nil
	}
	all := w.slots(true)
	if len(all) == 0 {
		all = w.slots(false)
	}
	slices.SortStableFunc(all, func(a, b Slot) int {
		if c := cmp.Compare(b.Score, a.Score); c != 0 {
			return c
		}
		return a.Start.Compare(b.Start)
	})
	return w.choose(all)
}

// open gives when somebody could meet.
func (s Somebody) open(w Wish, hours bool) []Span {
	open := []Span{{w.From, w.To}}
	if hours {
		open = Daily(s.Loc, w.From, w.To, s.Person.WorkOn)
	}
	if !s.Person.Quiet.IsZero() {
		quiet := Daily(s.Loc, w.From, w.To, func(time.Weekday) core.Hours { return s.Person.Quiet })
		open = Minus(open, quiet)
	}
	gap := max(w.Before, w.After) // after one meeting and before the next
	busy := make([]Span, 0, len(s.Busy))
	for _, b := range s.Busy {
		if !b.Empty() {
			busy = append(busy, Span{b.Start.Add(-gap), b.End.Add(gap)})
		}
	}
	return Minus(open, Union(busy))
}

// slots gives every possible start in the times that are open to all.
func (w Wish) slots(hours bool) []Slot {
	open := w.People[0].open(w, hours)
	for _, p := range w.People[1:] {
		open = Both(open, p.open(w, hours))
	}
	length := time.Duration(w.Minutes) * time.Minute
	var out []Slot
	for _, o := range open {
		for t := o.Start.Add(w.Step - 1).Truncate(w.Step); !t.Add(length).After(o.End); t = t.Add(w.Step) {
			s := Slot{Span: Span{t, t.Add(length)}}
			if w.Room != nil && !w.Room(s.Span) {
				continue
			}
			w.judge(&s)
			out = append(out, s)
		}
	}
	return out
}

// judge weighs a slot and says why.
func (w Wish) judge(s *Slot) {
	days := int(s.Start.Sub(w.From).Hours() / 24)
	s.Score = 100 - 2*days
	if s.Start.In(w.People[0].Loc).Minute()%30 != 0 {
		s.Score -= 5
	}
	if w.Usual != nil {
		at := core.CivilOf(s.Start.In(w.People[0].Loc))
		if at.Date.Weekday() == w.Usual.Date.Weekday() && at.Hour == w.Usual.Hour && at.Minute == w.Usual.Minute {
			s.Score += 30
			s.Reasons = append(s.Reasons, Reason{Code: SlotUsual})
		}
	}
	good := true
	for _, p := range w.People {
		if r, ok := p.strain(s.Span); ok {
			good = false
			s.Score -= map[ReasonCode]int{SlotEarly: 10, SlotLate: 10, SlotOutside: 40, SlotNight: 60}[r.Code]
			s.Reasons = append(s.Reasons, r)
		}
	}
	if good {
		s.Score += 10
		s.Reasons = append(s.Reasons, Reason{Code: SlotHours})
	}
}

// strain says what a slot asks of somebody: an early or a late hour, or one that is not theirs.
func (s Somebody) strain(at Span) (Reason, bool) {
	start := at.Start.In(s.Loc)
	h := s.Person.WorkOn(start.Weekday())
	r := Reason{Person: s.Person.ID, At: core.CivilOf(start)}
	from := start.Hour()*60 + start.Minute()
	to := from + int(at.End.Sub(at.Start)/time.Minute)
	end := h.To
	if end <= h.From && !h.IsZero() {
		end += 24 * 60
	}
	switch {
	case h.IsZero() || from < h.From || to > end:
		r.Code = SlotOutside
		if night, assumed := s.Person.Night(); assumed && night.Contain(from) {
			r.Code = SlotNight
		}
	case from < h.From+int(edge/time.Minute)/2:
		r.Code = SlotEarly
	case to > end-int(edge/time.Minute)/2:
		r.Code = SlotLate
	default:
		return r, false
	}
	return r, true
}

// choose takes the best slots, at most two of one day, an hour apart and never one within the other.
func (w Wish) choose(all []Slot) []Slot {
	var out []Slot
	apart := max(time.Hour, time.Duration(w.Minutes)*time.Minute)
	perDay := map[core.Date][]Slot{}
	for _, s := range all {
		day := core.DateOf(s.Start.In(w.People[0].Loc))
		near := slices.ContainsFunc(perDay[day], func(o Slot) bool {
			gap := s.Start.Sub(o.Start)
			return gap < apart && gap > -apart
		})
		if near || len(perDay[day]) == 2 {
			continue
		}
		perDay[day] = append(perDay[day], s)
		if out = append(out, s); len(out) == w.Limit {
			break
		}
	}
	return out
}
