package planner

import (
	"time"

	"mentorbook/core"
)

// clashWeeks is how many weeks after this one are looked through for meetings that clash, and clashMeetings about how many
// meetings: where there are more, fewer weeks, so that the day of somebody with very many is read as fast.
const (
	clashWeeks    = 8
	clashMeetings = 240
)

// laterClashes gives one need for all meetings after this week that have no room beside another or beside a busy time: how many
// they are, and when the first is. Of two that clash with one another the first counts, and the next meeting tells its own.
func (t *todayReader) laterClashes() error {
	from := midnight(t.out.Date.Monday().AddDays(7), t.loc)
	series, err := t.Count(core.KindSeries)
	if err != nil {
		return err
	}
	weeks := min(clashWeeks, max(1, clashMeetings/max(series, 1))) // each comes once a week at the most, or little more
	to, err := t.untilMany(from, midnight(t.out.Date.Monday().AddDays(7*(1+weeks)), t.loc))
	if err != nil {
		return err
	}
	all, err := t.meetingsAround(from, to.Add(clashesAhead))
	if err != nil {
		return err
	}
	found, err := t.newClashes().of(all, from, to)
	if err != nil {
		return err
	}
	counted, need := map[core.ID]bool{}, Need{Kind: NeedClashLater}
	if t.out.Next != nil {
		counted[t.out.Next.Meeting.ID] = true
	}
	for _, m := range all {
		start, err := m.StartAt()
		if err != nil {
			return err
		}
		if start.Before(from) || !start.Before(to) || counted[m.ID] || !tells(found[m.ID], counted) {
			continue
		}
		counted[m.ID] = true
		if need.Count++; need.Count == 1 {
			need.Ref, need.At = core.RefOf(m), core.CivilOf(start.In(t.loc))
			if _, need.Name, err = t.relationship(m.Relationship); err != nil {
				return err
			}
		}
	}
	if need.Count > 0 {
		t.out.Needs = append(t.out.Needs, need)
	}
	return nil
}

// tells tells whether a meeting has a clash that the other one has not told.
func tells(clashes []MeetingClash, told map[core.ID]bool) bool {
	for _, c := range clashes {
		if !told[c.With.ID] {
			return true
		}
	}
	return false
}

// untilMany gives the end of a stretch, or the start of the meeting in it after so many that all to its end would be too many to
// look through.
func (t *todayReader) untilMany(from, to time.Time) (time.Time, error) {
	n := 0
	for entry, err := range t.Keys(Query{Index: MeetingsByStart, From: from, To: to, Limit: clashMeetings + 1}) {
		if err != nil {
			return to, err
		}
		if n++; n > clashMeetings {
			return entry.At, nil
		}
	}
	return to, nil
}
