package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// untold finds what others have on their calendars that is not so: guests meetings to come that are off or have another time, and
// series that were called off, have ended, or go on otherwise; organizers what the owner has declined here and not yet to them.
func (t *todayReader) untold() error {
	refs, err := t.changed()
	if err != nil || len(refs) == 0 {
		return err
	}
	all, err := Invitations{t.e}.owedOf(t, refs)
	if err != nil {
		return err
	}
	for _, msg := range all {
		kind := NeedOldTime
		switch {
		case msg.Theirs.Email != "" && msg.Answer == core.AnswerDeclined:
			kind = NeedUnsaid
		case msg.Theirs.Email != "":
			continue
		case msg.State == VersionStillOn:
			kind = NeedStillOn
		case msg.State == VersionLeft:
			kind = NeedLeft
		case msg.State != VersionOldTime && msg.State != VersionUnheard:
			continue
		}
		if err := t.tell(kind, msg); err != nil {
			return err
		}
	}
	return nil
}

// tell adds that others are to be told.
func (t *todayReader) tell(kind NeedKind, msg Message) error {
	m := msg.Meeting
	rel, name, err := t.relationship(m.Relationship)
	if err != nil {
		return err
	}
	others, err := loadAll[core.Person](t, rel.Others(t.ws.Owner))
	if err != nil {
		return err
	}
	home := t.out.Owner.Home()
	start, _ := m.On(home)
	need := Need{
		Kind: kind, Ref: core.Ref{Kind: core.KindMeeting, ID: msg.Of}, Text: m.Title, Name: name, Days: t.out.Date.DaysSince(start.Date), On: start.Date,
		At: start, Was: msg.Was.OnClock(m.Zone, home), Others: others, Within: m.Relationship, Unheard: msg.State == VersionUnheard,
	}
	if need.Whole = msg.Of != m.ID; need.Whole {
		need.Ref.Kind = core.KindSeries
	}
	t.out.Needs = append(t.out.Needs, need)
	return nil
}

// changed gives the meetings to come with a record, and the series of which guests were last told otherwise: no more is
// read of those that are as they were sent.
func (t *todayReader) changed() ([]core.Ref, error) {
	var out []core.Ref
	for entry, err := range t.Keys(Query{Index: MeetingsByStart, From: t.out.Now, Limit: maxWeek}) {
		if err != nil {
			return nil, err
		}
		out = append(out, entry.Ref)
	}
	for s, err := range scan[core.Series](t, Query{Index: SeriesByEnd, From: t.out.Now.Add(-endedBack)}) {
		if err != nil {
			return nil, err
		}
		if by := s.Origin.Organizer; by != "" && !t.out.Owner.HasEmail(by) { // guests hear of it from them
			waits, err := t.declinedOn(s)
			if err != nil {
				return nil, err
			}
			if waits {
				out = append(out, core.RefOf(s))
			}
			continue
		}
		differs, err := t.differs(s)
		if err != nil {
			return nil, err
		}
		if differs {
			out = append(out, core.RefOf(s))
		}
	}
	return out, nil
}

// declinedOn tells whether the owner has declined a series here that goes on for its organizer.
func (t *todayReader) declinedOn(s *core.Series) (bool, error) {
	if !s.Declined() || !s.Origin.Here {
		return false, nil
	}
	run, err := runningOf(s.Restored())
	if err != nil {
		return false, err
	}
	for _, err := range run.rule.From(t.out.Now) {
		return err == nil, err
	}
	return false, nil
}

// endedBack is how long ago a series may have ended of whose end guests are still to be told.
const endedBack = 366 * 24 * time.Hour

// differs tells whether the last message about the whole of a series gave it other times, or there is none and it goes on
// in the stead of another, or somebody has left who has it.
func (t *todayReader) differs(s *core.Series) (bool, error) {
	all, err := sentSeries(t, s.ID)
	if err != nil {
		return false, err
	}
	d := lastWhole(toldTo(all, core.ID{}))
	if d == nil {
		return !s.Follows.IsZero(), nil
	}
	if d.Start != s.Start || d.End != s.End || d.Zone != s.Zone || d.Rule != s.Rule {
		return true, nil
	}
	rel, _, err := t.relationship(s.Relationship)
	return err == nil && slices.ContainsFunc(recipientsIn(all), func(person core.ID) bool {
		return leftBefore(rel, person, t.out.Date) && standsAfter(all, person)
	}), err
}
