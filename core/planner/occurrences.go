package planner

import (
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// The occurrences of a series are worked out when they are asked for. To everybody but this file one is a
// planned meeting like any other, with an id of its own (core.OccurrenceID); its record is made by the first
// change to it. A meeting that has a record stands in the place of the occurrence that it names.

// How far a list without ends looks for occurrences.
const (
	occurrencesAhead  = 8 * 7 * 24 * time.Hour
	occurrencesBehind = 366 * 24 * time.Hour
)

// mostOccurrences is how many a series can have in [from, to), by the rules that a series may have; and no more than a
// list can show, as of a daily one in a thousand years.
func mostOccurrences(from, to time.Time) int {
	return int(min(to.Sub(from)/(24*time.Hour)+2, maxListed)) * core.MaxADay
}

// maxListed is the days of a century.
const maxListed = 36_525

// running is a series with its rule, ready to be read.
type running struct {
	*core.Series
	rule *schedule.Recurring
}

func runningOf(s *core.Series) (*running, error) {
	q, err := schedule.OfSeries(s)
	return &running{s, q}, err
}

// runningSeries gives the series that have occurrences after an instant: of one relationship, or of all.
func runningSeries(r Reader, rel core.ID, after time.Time) ([]*running, error) {
	q := Query{Index: SeriesByEnd, From: after}
	if !rel.IsZero() {
		q = Query{Index: SeriesOf, Of: rel}
	}
	var out []*running
	for s, err := range scan[core.Series](r, q) {
		if err != nil {
			return nil, err
		}
		run, err := runningOf(s)
		if err != nil {
			return nil, err
		}
		out = append(out, run)
	}
	return out, nil
}

// meeting gives the meeting that an occurrence stands for.
func (s *running) meeting(o schedule.Occurrence) *core.Meeting {
	return &core.Meeting{
		Head: core.Head{ID: core.OccurrenceID(s.ID, o.Original)}, Relationship: s.Relationship, Title: s.Title,
		Start: o.StartCivil(), End: o.EndCivil(), Zone: s.Zone, Place: s.Place, Link: s.Link, Reminders: s.Reminders,
		Status: core.MeetingPlanned, UID: s.UID, Recurrence: o.Original, Series: s.ID, Unasked: slices.Clone(s.Unasked),
		Origin: core.Origin{Organizer: s.Origin.Organizer, Name: s.Origin.Name, Description: s.Origin.Description, Class: s.Origin.Class, Title: s.Origin.Title, Copied: s.Origin.Copied}, // a version of its own it has not yet
	}
}

// taken gives the original starts in a stretch that have a record of their own.
func (s *running) taken(r Reader, from, to time.Time) (map[core.Civil]bool, error) {
	out := map[core.Civil]bool{}
	for entry, err := range r.Keys(Query{Index: MeetingsByOriginal, Of: s.ID, From: from.Add(-48 * time.Hour), To: to.Add(48 * time.Hour)}) {
		if err != nil {
			return nil, err
		}
		out[core.CivilOf(entry.At)] = true
	}
	return out, nil
}

// between gives the occurrences without a record that start in [from, to).
func (s *running) between(r Reader, from, to time.Time) ([]*core.Meeting, error) {
	all, err := s.rule.Between(from, to, mostOccurrences(from, to))
	if err != nil && core.CodeOf(err) != core.CodeTooMany || len(all) == 0 {
		return nil, err
	}
	taken, err := s.taken(r, from, to)
	if err != nil {
		return nil, err
	}
	var out []*core.Meeting
	for _, o := range all {
		if !taken[o.Original] && !o.Start.Before(from) {
			out = append(out, s.meeting(o))
		}
	}
	return out, nil
}

// next gives the first occurrence without a record that ends after an instant; nil where there is none soon.
func (s *running) next(r Reader, after time.Time) (*core.Meeting, error) {
	taken, err := s.taken(r, after.Add(-8*24*time.Hour), Never())
	if err != nil {
		return nil, err
	}
	for o, err := range s.rule.From(after) {
		if err != nil {
			return nil, err
		}
		if !taken[o.Original] {
			return s.meeting(o), nil
		}
	}
	return nil, nil
}

// after tells whether the rule has a date behind an end, both on the clock of the series.
func (s *running) after(end core.Until) (bool, error) {
	loc, err := s.Zone.Location()
	if err != nil {
		return false, err
	}
	for o, err := range s.rule.From(midnight(end.Date, loc)) {
		if err != nil || onWall(o.Original).After(end.Last(nil)) {
			return err == nil, err
		}
	}
	return false, nil
}

// goesOn tells whether a meeting of the series is to come after an instant, with a record or without.
func (s *running) goesOn(r Reader, after time.Time) (bool, error) {
	if next, err := s.next(r, after); err != nil || next != nil {
		return err == nil, err
	}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfSeries, Of: s.ID, From: after}) {
		if err != nil || m.Planned() {
			return err == nil, err
		}
	}
	return false, nil
}

// occurrenceAt gives the occurrence that an id names, as the meeting that it stands for: one that is declined where the owner
// has declined all of its series, so that they can say that they come to it after all. Its error has CodeNotFound where no
// series has it.
func occurrenceAt(r Reader, id core.ID) (*core.Meeting, error) {
	none := core.Fail(core.CodeNotFound, "kind", string(core.KindMeeting), "id", id.String())
	for s, err := range scan[core.Series](r, Query{Index: SeriesByStem, Of: id.Stem()}) {
		if err != nil {
			return nil, err
		}
		run, err := runningOf(s)
		if err != nil {
			return nil, err
		}
		original := core.OriginalOf(s.ID, id)
		if !original.Valid() {
			continue
		}
		declined := false
		if s.Declined() && (!run.rule.Has(original) || slices.Contains(run.Except, original)) {
			if run, err = runningOf(s.Restored()); err != nil {
				return nil, err
			}
			declined = run.rule.Has(original)
		}
		if !run.rule.Has(original) || slices.Contains(run.Except, original) {
			continue
		}
		taken, err := run.taken(r, onWall(original), onWall(original))
		if err != nil {
			return nil, err
		}
		if taken[original] {
			continue
		}
		m := run.meeting(run.rule.At(original))
		if declined {
			goWith(m, s)
		}
		return m, nil
	}
	return nil, none
}

// get reads a record; of a meeting that is an occurrence without one, what it stands for.
func get(r Reader, ref core.Ref) (core.Record, error) {
	rec, err := r.Get(ref)
	if ref.Kind == core.KindMeeting && core.CodeOf(err) == core.CodeNotFound {
		return occurrenceAt(r, ref.ID)
	}
	return rec, err
}

// materialise reads a record that something is to point at: an occurrence that has none yet gets its record.
func (u *unit) materialise(ref core.Ref) (core.Record, error) {
	rec, err := get(u, ref)
	if err != nil || ref.Kind != core.KindMeeting || !rec.Base().Created.IsZero() {
		return rec, err
	}
	return rec, u.put(rec)
}

// meetingsBetween gives the meetings that start in [from, to), with and without a record, earliest first: of one
// relationship, or of all. Where an end is open, occurrences are given about now.
func (e *engine) meetingsBetween(r Reader, rel core.ID, from, to time.Time) ([]*core.Meeting, error) {
	q := Query{Index: MeetingsByStart, From: from, To: to}
	if !rel.IsZero() {
		q.Index, q.Of = MeetingsOfRelationship, rel
	}
	out, err := collect(scan[core.Meeting](r, q))
	if err != nil {
		return nil, err
	}
	begin, end := from, to // an open end lies so far from now, and from the other end where that is beyond
	if from.IsZero() {
		begin = e.now()
		if !to.IsZero() {
			begin = sooner(begin, to)
		}
		begin = begin.Add(-occurrencesBehind)
	}
	if to.IsZero() {
		if end = e.now(); from.After(end) {
			end = from
		}
		end = end.Add(occurrencesAhead)
	}
	more, err := occurrencesBetween(r, rel, begin, end)
	if err != nil || len(more) == 0 {
		return out, err
	}
	return byStart(append(out, more...))
}

// occurrencesBetween gives the occurrences without a record that start in [from, to), series by series.
func occurrencesBetween(r Reader, rel core.ID, from, to time.Time) ([]*core.Meeting, error) {
	all, err := runningSeries(r, rel, from)
	if err != nil {
		return nil, err
	}
	var out []*core.Meeting
	for _, s := range all {
		more, err := s.between(r, from, to)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// nextOccurrence gives the first occurrence of any series that has no record and ends after an instant; nil
// where there is none.
func nextOccurrence(r Reader, rel core.ID, after time.Time) (*core.Meeting, error) {
	all, err := runningSeries(r, rel, after)
	if err != nil {
		return nil, err
	}
	var found []*core.Meeting
	for _, s := range all {
		m, err := s.next(r, after)
		if err != nil {
			return nil, err
		}
		if m != nil {
			found = append(found, m)
		}
	}
	if len(found) == 0 {
		return nil, nil
	}
	found, err = byStart(found)
	return found[0], err
}

// byStart sorts meetings by the instants of their starts.
func byStart(list []*core.Meeting) ([]*core.Meeting, error) {
	type timed struct {
		m  *core.Meeting
		at time.Time
	}
	all := make([]timed, len(list))
	for i, m := range list {
		at, err := m.StartAt()
		if err != nil {
			return nil, err
		}
		all[i] = timed{m, at}
	}
	slices.SortStableFunc(all, func(a, b timed) int { return a.at.Compare(b.at) })
	for i := range all {
		list[i] = all[i].m
	}
	return list, nil
}

// startsFirst gives whichever of two meetings starts first; either may be nil.
func startsFirst(a, b *core.Meeting) (*core.Meeting, error) {
	if a == nil {
		return b, nil
	}
	if b == nil {
		return a, nil
	}
	both, err := byStart([]*core.Meeting{a, b})
	if err != nil {
		return nil, err
	}
	return both[0], nil
}
