package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// FreeWish says for whom a time is looked for, besides the owner.
type FreeWish struct {
	People  []core.ID
	Minutes int       // zero: the workspace's usual length
	From    core.Date // zero: today; nothing before now is given
	Days    int       // how many days are looked through; zero: 14
	Limit   int       // zero: 10
}

// FreeTimes is what was found, with what its words need.
type FreeTimes struct {
	Owner   *core.Person
	People  []*core.Person // the owner first
	Slots   []schedule.Slot
	Minutes int            // how long each is
	Days    int            // within how many days they were looked for
	Full    bool           // a cap on the owner's hours left no room for more
	NoZone  []*core.Person // who has no time zone: the owner's is taken
	Assumed []AssumedBusy
}

// AssumedBusy is that somebody counts as busy from a moment on, since a busy time of theirs recurs more often than is
// followed: they may be free.
type AssumedBusy struct {
	Person *core.Person
	Title  string // of the busy time; may be ""
	From   time.Time
}

// Others gives those whom the owner is to meet.
func (f *FreeTimes) Others() []*core.Person { return f.People[min(1, len(f.People)):] }

// Bounds of a wish: how long the meeting may be, and how many days may be looked through.
const (
	LeastFreeMinutes = 5
	MostFreeMinutes  = 24 * 60
	MostFreeDays     = 366
)

// Bounds of a wish that nobody needs to know.
const (
	defaultDays  = 14
	maxFreeGroup = 200
)

// Free gives the next times at which the owner and others are free, best first with the reasons: in everybody's
// hours on their own clocks, beside meetings, busy times and the workspace's buffers, within its caps on hours.
func (p *Planner) Free(ctx context.Context, wish FreeWish) (*FreeTimes, error) {
	return view(ctx, p.engine, func(r Reader) (*FreeTimes, error) {
		f := &freeReader{todayReader: newTodayReader(r, p.engine), wish: wish, out: &FreeTimes{}}
		return f.out, f.read()
	})
}

type freeReader struct {
	*todayReader

	wish     FreeWish
	out      *FreeTimes
	from, to time.Time
	gap      time.Duration   // what is over by then, or has not begun yet, takes so much of the range, too
	meetings []*core.Meeting // planned ones about the range
}

func (f *freeReader) read() error {
	today, owner, err := f.e.today(f)
	if err != nil {
		return err
	}
	if f.ws, err = workspaceOf(f); err != nil {
		return err
	}
	f.loc, f.out.Owner, f.gap = zoneOf(owner), owner, time.Duration(gapOf(f.ws))*time.Minute
	if err := f.defaults(today); err != nil {
		return err
	}
	if err := f.people(owner); err != nil {
		return err
	}
	if err := f.readMeetings(); err != nil {
		return err
	}
	w := schedule.Wish{
		Minutes: f.wish.Minutes, From: f.from, To: f.to, Limit: f.wish.Limit,
		Before: time.Duration(f.ws.BufferBefore) * time.Minute, After: time.Duration(f.ws.BufferAfter) * time.Minute,
	}
	for _, who := range f.out.People {
		s := schedule.Somebody{Person: who, Loc: zoneOf(who)}
		if s.Busy, err = f.busy(who); err != nil {
			return err
		}
		w.People = append(w.People, s)
	}
	if w.Usual, err = f.usual(); err != nil {
		return err
	}
	if w.Room, err = f.room(); err != nil {
		return err
	}
	f.out.Slots = schedule.Free(w)
	if len(f.out.Slots) == 0 && w.Room != nil {
		w.Room = nil
		f.out.Full = len(schedule.Free(w)) > 0
	}
	return nil
}

func (f *freeReader) defaults(today core.Date) error {
	w := &f.wish
	if w.Minutes == 0 {
		w.Minutes = f.ws.Length
	}
	if w.Days == 0 {
		w.Days = defaultDays
	}
	switch {
	case w.Minutes < LeastFreeMinutes || w.Minutes > MostFreeMinutes:
		return core.FailField(core.CodeBadNumber, "minutes", "min", LeastFreeMinutes, "max", MostFreeMinutes)
	case w.Days < 1 || w.Days > MostFreeDays:
		return core.FailField(core.CodeBadNumber, "days", "min", 1, "max", MostFreeDays)
	case len(w.People) > maxFreeGroup:
		return core.FailField(core.CodeTooMany, "people", "max", maxFreeGroup)
	}
	f.out.Minutes, f.out.Days = w.Minutes, w.Days
	if w.From.IsZero() {
		w.From = today
	}
	f.from, f.to = midnight(w.From, f.loc), midnight(w.From.AddDays(w.Days), f.loc)
	if now := f.e.now(); now.After(f.from) {
		f.from = now
	}
	return nil
}

func (f *freeReader) people(owner *core.Person) error {
	f.out.People = []*core.Person{owner}
	for _, id := range f.wish.People {
		if slices.ContainsFunc(f.out.People, func(p *core.Person) bool { return p.ID == id }) {
			continue
		}
		who, err := load[core.Person](f, id)
		if err != nil {
			return err
		}
		there := atHome(who, owner)
		if f.out.People = append(f.out.People, there); there != who {
			f.out.NoZone = append(f.out.NoZone, there)
		}
	}
	return nil
}

// readMeetings reads what may stand in the way of the range, and no more than that where no caps on hours ask for all of
// the weeks and months that it touches.
func (f *freeReader) readMeetings() (err error) {
	from, to := f.from.Add(-longestMeeting), f.to.Add(wholeDay)
	if f.ws.WeeklyHours > 0 || f.ws.MonthlyHours > 0 {
		first, last := core.DateOf(f.from.In(f.loc)), core.DateOf(f.to.In(f.loc))
		from = sooner(from, midnight(earlier(firstOf(first), first.Monday()), f.loc))
		if end := midnight(later(firstOf(last).AddMonths(1), last.Monday().AddDays(7)), f.loc); end.After(to) {
			to = end
		}
	}
	f.meetings, err = f.e.meetingsBetween(f, core.ID{}, from, to)
	return err
}

func sooner(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// between gives a relationship that a meeting belongs to, read once, without its name.
func (f *freeReader) between(id core.ID) (*core.Relationship, error) {
	if rel, ok := f.rels[id]; ok {
		return rel, nil
	}
	rel, err := load[core.Relationship](f, id)
	if err == nil {
		f.rels[id] = rel
	}
	return rel, err
}

// busy gives what takes somebody's time: meetings to come and those closed before their end that they take part in, and busy times.
func (f *freeReader) busy(who *core.Person) ([]schedule.Span, error) {
	var out []schedule.Span
	for _, m := range f.meetings {
		if !m.TakesTime(f.e.now()) {
			continue
		}
		rel, err := f.between(m.Relationship)
		if err != nil {
			return nil, err
		}
		if leftBefore(rel, who.ID, m.Start.Date) {
			continue
		}
		s, err := spanOf(m)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	times, err := busyBetween(f, who, f.from.Add(-f.gap), f.to.Add(f.gap))
	for _, b := range times {
		if b.Transparent {
			continue
		}
		out = append(out, schedule.Span{Start: b.Start, End: b.End})
		if !b.Followed.IsZero() {
			f.assume(AssumedBusy{who, b.Title, b.Followed})
		}
	}
	return out, err
}

// assume notes from when on somebody counts as busy: the first of such moments for each.
func (f *freeReader) assume(a AssumedBusy) {
	for i, known := range f.out.Assumed {
		if known.Person.ID == a.Person.ID {
			if a.From.Before(known.From) {
				f.out.Assumed[i] = a
			}
			return
		}
	}
	f.out.Assumed = append(f.out.Assumed, a)
}

func spanOf(m *core.Meeting) (schedule.Span, error) {
	start, err := m.StartAt()
	if err != nil {
		return schedule.Span{}, err
	}
	end, err := m.EndAt()
	return schedule.Span{Start: start, End: end}, err
}

// usual gives when the owner mostly met with exactly these people lately; nil where nothing comes twice.
func (f *freeReader) usual() (*core.Civil, error) {
	counts, last := map[core.Civil]int{}, map[core.Civil]core.Civil{}
	for rel, err := range scan[core.Relationship](f, Query{Index: RelationshipsOfPerson, Of: f.ws.Owner}) {
		if err != nil {
			return nil, err
		}
		if !f.among(rel) {
			continue
		}
		for m, err := range scan[core.Meeting](f, Query{Index: MeetingsHeld, Of: rel.ID, To: f.from, Reverse: true, Limit: 8}) {
			if err != nil {
				return nil, err
			}
			start, err := m.StartAt()
			if err != nil {
				return nil, err
			}
			at := core.CivilOf(start.In(f.loc))
			key := core.Date{Year: 1, Month: 1, Day: 1 + int(at.Date.Weekday())}.At(at.Hour, at.Minute)
			counts[key]++
			last[key] = at
		}
	}
	var best core.Civil
	for key, n := range counts {
		if n > max(counts[best], 1) || n == counts[best] && key.Compare(best) < 0 {
			best = key
		}
	}
	if best.IsZero() {
		return nil, nil
	}
	at := last[best]
	return &at, nil
}

// among tells whether a relationship has exactly the people of the wish in it.
func (f *freeReader) among(rel *core.Relationship) bool {
	if len(rel.Participants) != len(f.out.People) {
		return false
	}
	for _, p := range f.out.People {
		if !rel.Has(p.ID) {
			return false
		}
	}
	return true
}

// room gives what the owner's caps on hours a week and a month leave; nil where there are none.
func (f *freeReader) room() (func(schedule.Span) bool, error) {
	hours := newCapHours(f.ws, f.loc)
	if hours == nil {
		return nil, nil
	}
	for _, m := range f.meetings {
		rel, err := f.between(m.Relationship)
		if err != nil {
			return nil, err
		}
		if err := hours.add(m, rel, f.ws.Owner); err != nil {
			return nil, err
		}
	}
	return func(s schedule.Span) bool {
		return len(hours.Over(core.ID{}, core.DateOf(s.Start.In(f.loc)), f.wish.Minutes)) == 0
	}, nil
}
