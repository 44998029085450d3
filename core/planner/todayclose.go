package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// A meeting that is over waits to be closed. Those with a record wait until that is done. What a series has had without a record is
// asked for from the last meeting on that was held in its relationship, or from the day on which it came to be here: what lies before
// either is passed over, or a series of many years that was taken in from a calendar would ask for all of them. The last weeks are asked
// for in any case, and nothing that is older than a year, so that no rule costs more than that.
const (
	waitsAnyway = 35 * 24 * time.Hour
	waitsAtMost = occurrencesBehind
)

// waitsSince gives from when on what a series has had without a record waits to be closed.
func (t *todayReader) waitsSince(s *running) (time.Time, error) {
	from, anyway := t.out.Now.Add(-waitsAtMost), t.out.Now.Add(-waitsAnyway)
	last, err := lastContact(t, s.Relationship, t.out.Now, t.loc)
	if err != nil {
		return from, err
	}
	if held := midnight(last, t.loc); !last.IsZero() && held.After(from) {
		from = held
	}
	if s.Created.After(from) {
		from = s.Created
	}
	return sooner(from, anyway), nil
}

// recentOccurrences gives the last few meetings without a record that wait to be closed, and how many there are before them.
func (t *todayReader) recentOccurrences() (list []*core.Meeting, earlier int, err error) {
	all, err := runningSeries(t, core.ID{}, t.out.Now.Add(-waitsAtMost))
	if err != nil {
		return nil, 0, err
	}
	for _, s := range all {
		from, err := t.waitsSince(s)
		if err != nil {
			return nil, 0, err
		}
		more, err := s.between(t, from, t.out.Now)
		if err != nil {
			return nil, 0, err
		}
		if list, err = byStart(append(list, more...)); err != nil {
			return nil, 0, err
		}
		n := max(len(list)-maxNeeds, 0)
		list, earlier = list[n:], earlier+n
	}
	return list, earlier, nil
}

// toClose lists the last meetings that are over and not closed; the first of them tells how many there are before it.
func (t *todayReader) toClose() error {
	waiting := Query{Index: MeetingsToClose, To: t.out.Now, Reverse: true, Limit: maxNeeds}
	all, err := collect(scan[core.Meeting](t, waiting))
	if err != nil {
		return err
	}
	earlier := 0
	if len(all) == maxNeeds {
		waiting.Limit = maxListed
		if earlier, err = countKeys(t, waiting); err != nil {
			return err
		}
		earlier -= maxNeeds
	}
	more, before, err := t.recentOccurrences()
	if err != nil {
		return err
	}
	if all, err = byStart(append(all, more...)); err != nil {
		return err
	}
	slices.Reverse(all)
	shown := min(len(all), maxNeeds)
	earlier += before + len(all) - shown
	for _, m := range all[:shown] {
		if end, err := m.EndAt(); err != nil || end.After(t.out.Now) {
			continue
		}
		_, name, err := t.relationship(m.Relationship)
		if err != nil {
			return err
		}
		start, _ := m.On(t.out.Owner.Home())
		t.out.ToClose = append(t.out.ToClose, Need{
			Kind: NeedToClose, Ref: core.RefOf(m), Text: m.Title, Name: name, Days: t.out.Date.DaysSince(start.Date), On: start.Date, At: start, Within: m.Relationship,
		})
	}
	if n := len(t.out.ToClose); n > 0 {
		t.out.ToClose[n-1].Count = earlier
	}
	t.out.Needs = append(t.out.Needs, t.out.ToClose...)
	return nil
}
