package planner

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// SeriesTime says when the meetings of a series take place.
type SeriesTime struct {
	Start core.Civil // of the first one under it
	End   core.Civil // zero keeps the length
	Zone  core.Zone  // "" keeps the zone
	Rule  string     // "" keeps the rule, and lets the dates beside it come as much later as the start
}

// matched is how many coming occurrences keep their agenda and notes when their series moves.
const matched = 100

// Move gives a whole series new times from now on. Its exceptions and what was moved on its own are void; those of the dates
// beside its rule that are to come, and take place, go along. What took place, or is over and waits to be closed, stays with its notes; a coming meeting with an agenda or notes
// hands them to the one that comes in its place.
func (s SeriesBook) Move(ctx context.Context, id core.ID, to SeriesTime) error {
	return change(ctx, s.e, TitleSeriesMoved, id, func(u *unit, series *core.Series) (string, error) {
		return u.moveSeries(series, to)
	})
}

// moveSeries does what Move says, and gives the series' name. The series itself is not written.
func (u *unit) moveSeries(series *core.Series, to SeriesTime) (string, error) {
	old := *series
	if err := u.settlePast(&old); err != nil {
		return "", err
	}
	coming, err := u.coming(&old)
	if err != nil {
		return "", err
	}
	to.apply(series)
	how := carrying{later: series.Start.MinutesSince(old.Start)}
	if to.Rule == "" {
		was := old
		if was.Rule, err = ruleFrom(&old, coming); err != nil {
			return "", err
		}
		if series.Rule = was.Rule; series.Start != was.Start {
			err = keepEnd(&was, series)
		}
		if err != nil {
			return "", err
		}
	}
	if err := refuseMoveAll(u, &old, series); err != nil {
		return "", err
	}
	if err := align(series); err != nil {
		return "", err
	}
	series.Except, series.Reason = nil, ""
	if err := beginAt(series, coming); err != nil {
		return "", err
	}
	if err := keepBeside(&old, series, coming, how.later); err != nil {
		return "", err
	}
	series.Moved(&old)
	if err := pairUp(&old, series, coming, series.Start); err != nil {
		return "", err
	}
	if err := u.moveOverrides(&old, series, coming, u.now, how); err != nil {
		return "", err
	}
	return seriesStep(u, series)
}

// coming gives what the clock of a series shows now: from then on it is to come.
func (u *unit) coming(s *core.Series) (core.Civil, error) {
	loc, err := s.Zone.Location()
	if err != nil {
		return core.Civil{}, err
	}
	return core.CivilOf(u.now.In(loc)), nil
}

// ruleFrom gives the rule of a series without those of the dates beside it that lie before a time: they have been.
func ruleFrom(s *core.Series, from core.Civil) (string, error) {
	rule, err := core.ParseRule(s.Rule)
	rule.Dates = datesFrom(rule.Dates, from)
	return rule.String(), err
}

func datesFrom(dates []core.Civil, from core.Civil) []core.Civil {
	return slices.DeleteFunc(slices.Clone(dates), func(c core.Civil) bool { return c.Compare(from) < 0 })
}

// beginAt moves the start of a series on to its first occurrence from a time on; one that counts its occurrences
// has as many fewer to come. Where there are dates beside its rule alone, the first of them is its start.
func beginAt(s *core.Series, coming core.Civil) error {
	run, err := runningOf(s)
	if err != nil {
		return err
	}
	rule, beside := run.rule.Rule(), datesFrom(run.rule.Rule().Dates, coming)
	if s.Start.Compare(coming) < 0 {
		next, has := run.rule.NextRuled(coming)
		rule = run.rule.Rest(next)
		switch {
		case has:
		case len(beside) == 0:
			return core.FailField(core.CodeBadRule, "rule", "value", core.Excerpt(s.Rule))
		default:
			next, beside, rule = beside[0], beside[1:], onlyOnce()
		}
		s.Start, s.End = next, next.Later(s.Length(), s.Zone)
	}
	rule.Dates = beside
	s.Rule = rule.String()
	return nil
}

// onlyOnce gives the rule of what has its start alone, and the dates beside it.
func onlyOnce() core.Rule { return core.Rule{Freq: core.FreqDaily, Count: 1} }

func (t SeriesTime) apply(s *core.Series) {
	minutes := s.Length()
	if !t.Start.IsZero() {
		s.Start = t.Start
	}
	if t.Zone != "" {
		s.Zone = t.Zone
	}
	if s.End = t.End; s.End.IsZero() {
		s.End = s.Start.Later(minutes, s.Zone)
	}
	if t.Rule != "" {
		s.Rule = t.Rule
	}
}

// MoveFrom gives a series another time from one of its occurrences on, as From does; no rule of to means that it goes
// on by its own, as RuleAt has it. No minutes keep the length.
func (s SeriesBook) MoveFrom(ctx context.Context, id core.ID, original core.Civil, to SeriesTime, minutes int) (*core.Series, error) {
	return s.From(ctx, id, original, func(series *core.Series) error {
		to := to // it is asked more than once
		if to.Rule == "" {
			rule, err := RuleAt(series.Rule, series.Start, to.Start)
			if err != nil {
				return err
			}
			to.Rule = rule.String()
		}
		if minutes > 0 && to.End.IsZero() {
			zone := to.Zone
			if zone == "" {
				zone = series.Zone
			}
			to.End = to.Start.Later(minutes, zone)
		}
		to.apply(series)
		return nil
	})
}

// settlePast makes records of the occurrences of the last year that nobody closed, so that a new rule does not
// undo them.
func (u *unit) settlePast(s *core.Series) error {
	return u.settle(s, func(*core.Meeting) bool { return true })
}

// settle is settlePast for those of the occurrences that are wanted.
func (u *unit) settle(s *core.Series, wanted func(*core.Meeting) bool) error {
	run, err := runningOf(s)
	if err != nil {
		return err
	}
	past, err := run.between(u, u.now.Add(-occurrencesBehind), u.now)
	if err != nil {
		return err
	}
	for _, m := range past {
		if !wanted(m) {
			continue
		}
		if err := u.put(m); err != nil {
			return err
		}
	}
	return nil
}

// changes refuses an edit of a series from an occurrence on that leaves all of it as it is: nothing is to end, nothing new to
// begin; and other times for another's.
func changes(r Reader, series *core.Series, q *schedule.Recurring, original core.Civil, edit func(*core.Series) error) error {
	was := laterPart(series, q, original)
	now := was
	if err := editTimes(&now, edit); err != nil {
		return err
	}
	if reflect.DeepEqual(was, now) {
		return core.Fail(core.CodeUnchanged)
	}
	return refuseMoveAll(r, &was, &now)
}

// laterPart gives a series as it goes on from an occurrence, by its rule.
func laterPart(series *core.Series, q *schedule.Recurring, original core.Civil) core.Series {
	next := *series
	next.Start, next.End = original, original.Later(series.Length(), series.Zone)
	next.Rule = q.Rest(original).String()
	next.Except = slices.DeleteFunc(slices.Clone(series.Except), func(c core.Civil) bool { return c.Compare(original) < 0 })
	return next
}

// editTimes edits a series. Exceptions stand for times of the rule: new times void them.
func editTimes(s *core.Series, edit func(*core.Series) error) error {
	was := *s
	if err := edit(s); err != nil {
		return err
	}
	s.Head, s.Relationship, s.UID, s.Follows = was.Head, was.Relationship, was.UID, was.Follows
	if sameTimes(&was, s) {
		s.Except = was.Except
		return nil
	}
	s.Except = nil
	if err := keepEnd(&was, s); err != nil {
		return err
	}
	return align(s)
}

// keepEnd lets a series that goes on at other times end with the same one of its meetings as before. The dates beside its rule are
// as much later as its start.
func keepEnd(was, now *core.Series) error {
	before, err := core.ParseRule(was.Rule)
	if err != nil {
		return err
	}
	rule, err := core.ParseRule(now.Rule)
	if err != nil {
		return err
	}
	if n := len(rule.Dates) - len(before.Dates); n >= 0 && slices.Equal(rule.Dates[n:], before.Dates) {
		rule.Dates = laterDates(before.Dates, was.Start, now.Start)
	}
	if !rule.Until.IsZero() && rule.Until == before.Until {
		rule.Until = schedule.EndMoved(before, was.Start, rule, now.Start)
	}
	now.Rule = rule.String()
	return nil
}

// laterDates gives dates beside a rule as much later as a start becomes, or earlier.
func laterDates(dates []core.Civil, was, now core.Civil) []core.Civil {
	by, out := now.MinutesSince(was), slices.Clone(dates)
	for i := range out {
		out[i] = out[i].AddMinutes(by)
	}
	return out
}

func sameTimes(a, b *core.Series) bool {
	return a.Start == b.Start && a.End == b.End && a.Zone == b.Zone && a.Rule == b.Rule
}

// carrying says what of the records of a series' occurrences is brought over to its new times.
type carrying struct {
	stays func(*core.Meeting) bool // these stay as they are; nil for none
	apart bool                     // what was moved or called off by itself is so at its new place too, and what has words of its own keeps them
	named bool                     // but for the first, whose new time was said
	later int                      // by how many minutes the dates beside the rule come later

	instead core.Civil // the occurrence in whose stead the first one comes, which stays; zero: the first that is carried
}

// moveOverrides brings the records of a series' occurrences from a start on over to its new times, or to the
// series that follows it. Where the times stay, so do they; else those with an agenda or notes hand them to the
// occurrence that comes in their place, those that are carried apart come to it as they are, and all others go. What was held or
// missed stays as it is, and so does what is to stay. It is about what was to come at an instant, when the new times were said:
// of what is over since, only what has an agenda or notes and is still planned is moved on.
func (u *unit) moveOverrides(old, now *core.Series, from core.Civil, said time.Time, how carrying) error {
	was, err := runningOf(old)
	if err != nil {
		return err
	}
	is, err := runningOf(now)
	if err != nil {
		return err
	}
	same := old.Zone == now.Zone && old.Length() == now.Length() &&
		is.rule.Has(from) && sameRule(was.rule.Rule(), is.rule.Rule()) &&
		(!how.apart || now.Start == from) // one that begins some periods earlier has each of its meetings earlier
	if same && old.ID == now.ID {
		return nil
	}
	places := &replacing{was: was, is: is, first: was.rule.Index(cmp.Or(how.instead, from)), all: how.stays == nil && theirs(old.UID, old.Origin)}
	pace := alike(old, now)
	places.apart, places.dates = how.apart && !places.all && pace, how.apart && !places.all && !pace
	places.next, places.later, places.beside = is.rule.Index(now.Start), how.later, how.apart && !places.all
	for n := places.next; !how.apart && n < places.next+matched; n++ {
		if c, has := is.rule.Nth(n); has && is.rule.At(c).Start.After(said) {
			places.next = n
			break
		}
	}
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: old.ID}))
	if err != nil {
		return err
	}
	var moves []rebinding
	for _, m := range list {
		if m.Recurrence.Compare(from) < 0 && !(from == old.Start && was.rule.Beside(m.Recurrence)) || !upcoming(m, said) || !m.Planned() && !m.Off() || how.stays != nil && how.stays(m) {
			continue
		}
		place, over := m.Recurrence, !upcoming(m, u.now)
		first := how.named && m.Recurrence == from
		if !same {
			if place, err = places.of(u, m, first); err != nil {
				return err
			}
		}
		if over && (m.Off() || place.IsZero()) {
			continue
		}
		moves = append(moves, rebinding{m, place, same || places.byItself(m) && !first && m.Planned() && was.moved(m)})
	}
	slices.SortFunc(moves, farthestFirst)
	for _, one := range moves {
		if how.apart && !one.place.IsZero() {
			follow(one.meeting, old, now)
		}
		if err := u.rebind(one.meeting, is, one.place, one.kept); err != nil {
			return err
		}
	}
	return nil
}

// rebinding is a meeting with the occurrence that it becomes; zero: none.
type rebinding struct {
	meeting *core.Meeting
	place   core.Civil
	kept    bool // it keeps its own time
}

// farthestFirst orders moves so that each finds its place empty: of those to later ones the last comes first, of those to
// earlier ones the first.
func farthestFirst(a, b rebinding) int {
	later := func(r rebinding) bool { return r.place.Compare(r.meeting.Recurrence) > 0 }
	if later(a) && later(b) {
		return b.meeting.Recurrence.Compare(a.meeting.Recurrence)
	}
	if later(a) != later(b) {
		return map[bool]int{true: 1, false: -1}[later(a)] // what goes makes room
	}
	return a.meeting.Recurrence.Compare(b.meeting.Recurrence)
}

// sameRule tells whether two rules repeat alike, whenever they end and whatever dates stand beside them.
func sameRule(a, b core.Rule) bool {
	a.Count, a.Until, b.Count, b.Until = 0, core.Until{}, 0, core.Until{}
	return a.Bare().String() == b.Bare().String()
}

// replacing tells which occurrence of a series with new times comes in the place of one that it had: the next ones one after
// the other.
type replacing struct {
	was, is     *running
	first, next int  // how many came before the first that is replaced, and before the one in its place
	all         bool // whatever is kept of one: else what has an agenda or notes, and takes place
	apart       bool // and what was moved or called off by itself, or has words of its own
	dates       bool // they recur at another pace: what has a date of the former times keeps it
	beside      bool // what was moved or called off by itself of the dates beside the rule goes along with these
	later       int  // by how many minutes these come later; 0: at most some of them, which is not said
}

// of gives the occurrence that comes in the place of a meeting; zero where none does, and where nothing is kept of it. Named
// says that the new time of this very one was said.
func (p *replacing) of(u *unit, m *core.Meeting, named bool) (core.Civil, error) {
	keeps, err := p.keeps(u, m, named)
	if err != nil || !keeps || !p.was.rule.Has(m.Recurrence) {
		return core.Civil{}, err
	}
	if p.was.rule.Beside(m.Recurrence) {
		return p.placeBeside(m), nil
	}
	if p.keepsDate(m) {
		return m.Recurrence, nil
	}
	if p.dates && m.Off() {
		return core.Civil{}, nil
	}
	i := p.was.rule.Index(m.Recurrence) - p.first
	if i < 0 || i >= matched && !p.apart {
		return core.Civil{}, nil
	}
	place, has := p.is.rule.Nth(p.next + i)
	if !has || slices.Contains(p.is.Except, place) {
		return core.Civil{}, nil
	}
	return place, nil
}

// placeBeside gives the date beside the rule that comes in the place of one that is beside it; zero where none does.
func (p *replacing) placeBeside(m *core.Meeting) core.Civil {
	place, has := p.was.rule.Twin(m.Recurrence, p.is.rule)
	if p.later != 0 {
		place, has = twin(m.Recurrence, p.was.rule, p.is.rule, p.later)
	}
	if !has || slices.Contains(p.is.Except, place) {
		return core.Civil{}
	}
	return place
}

// keepsDate tells whether a meeting stays on its date at another pace.
func (p *replacing) keepsDate(m *core.Meeting) bool {
	return p.dates && sameDate(p.was.rule, p.is.rule, m.Recurrence)
}

// byItself tells whether what was done to a meeting alone goes along with it: to its place, or on its date.
func (p *replacing) byItself(m *core.Meeting) bool {
	return p.apart || p.beside && p.was.rule.Beside(m.Recurrence) || p.keepsDate(m)
}

// keeps tells whether anything of the record of a meeting is brought over.
func (p *replacing) keeps(u *unit, m *core.Meeting, named bool) (bool, error) {
	switch {
	case p.all:
		return true, nil
	case m.Off():
		return p.byItself(m), nil
	case p.byItself(m) && (!named && p.was.moved(m) || m.Title != p.was.Title || m.Place != p.was.Place || m.Link != p.was.Link):
		return true, nil
	}
	return prepared(u, m)
}

// rebind makes of the record of one occurrence that of another, with its notes, actions and questions; with a zero
// place it goes, or is called off with its agenda and notes. Kept says that it keeps its own times.
func (u *unit) rebind(m *core.Meeting, to *running, place core.Civil, kept bool) error {
	if place.IsZero() {
		return u.dropOccurrence(m, "")
	}
	was := m.ID
	if err := u.remove(core.RefOf(m)); err != nil {
		return err
	}
	switch other, err := recordOf(u, to.ID, place); {
	case err == nil: // it has its own record, which keeps what it is
		other.Agenda = append(other.Agenda, m.Agenda...)
		if err := u.put(other); err != nil {
			return err
		}
		return u.repoint(was, other.ID)
	case core.CodeOf(err) != core.CodeNotFound:
		return err
	}
	plain := to.meeting(to.rule.At(place))
	switch alone := m.Origin.Read != "" || !m.Origin.Stamp.IsZero(); { // its organizer has told of it by itself
	case kept:
	case !alone:
		m.Origin.Start, m.Origin.End, m.Origin.Zone = core.Civil{}, core.Civil{}, ""
	case m.Origin.Start.IsZero():
		m.Origin.Start, m.Origin.End, m.Origin.Zone = m.Start, m.End, m.Zone
	}
	m.Head = core.Head{ID: plain.ID, Created: m.Created}
	m.Series, m.Recurrence, m.UID = plain.Series, plain.Recurrence, plain.UID
	if !kept {
		m.Start, m.End, m.Zone = plain.Start, plain.End, plain.Zone
	}
	if err := u.put(m); err != nil {
		return err
	}
	return u.repoint(was, m.ID)
}

// repoint lets everything that names one meeting name another.
func (u *unit) repoint(was, now core.ID) error {
	notes, err := collect(scan[core.Note](u, Query{Index: NotesAbout, Of: was}))
	if err != nil {
		return err
	}
	for _, n := range notes {
		n.About.ID = now
		if err := u.put(n); err != nil {
			return err
		}
	}
	actions, err := collect(scan[core.Action](u, Query{Index: ActionsOfMeeting, Of: was}))
	if err != nil {
		return err
	}
	for _, a := range actions {
		a.Meeting = now
		if err := u.put(a); err != nil {
			return err
		}
	}
	m, err := load[core.Meeting](u, now)
	if err != nil {
		return err
	}
	for _, item := range m.Agenda {
		if item.Source.Kind != core.KindQuestion {
			continue
		}
		q, err := load[core.Question](u, item.Source.ID)
		if core.CodeOf(err) == core.CodeNotFound || err == nil && q.Meeting != was {
			continue
		}
		if err != nil {
			return err
		}
		q.Meeting = now
		if err := u.put(q); err != nil {
			return err
		}
	}
	return nil
}

// upcoming tells whether a meeting is yet to begin.
func upcoming(m *core.Meeting, now time.Time) bool {
	start, err := m.StartAt()
	return err == nil && start.After(now)
}
