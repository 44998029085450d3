package planner

import (
	"maps"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// shiftNotice is how long before it happens that people are told of a series coming at another hour for them.
const shiftNotice = 21 * 24 * time.Hour

// shifts finds series that will soon come at another time of day for the owner or for a partner, since the
// clocks of their zones part. What comes of one change of clocks is one need.
func (t *todayReader) shifts() error {
	now := t.out.Now
	all, err := runningSeries(t, core.ID{}, now)
	if err != nil {
		return err
	}
	changes := map[core.Date][]Need{}
	for _, s := range all {
		rel, name, err := t.relationship(s.Relationship)
		if err != nil {
			return err
		}
		if !rel.Live() {
			continue
		}
		people, err := loadAll[core.Person](t, participants(rel))
		if err != nil {
			return err
		}
		first := map[core.Date]int{}
		for on, needs := range changes {
			first[on] = len(needs)
		}
		for _, who := range people {
			if part, _ := rel.Participant(who.ID); who.Zone == "" || who.Zone == s.Zone || !part.Until.IsZero() {
				continue
			}
			for _, shift := range s.rule.Shifts(zoneOf(who), now, now.Add(shiftNotice)) {
				need := Need{Kind: NeedShift, Ref: core.RefOf(s.Series), Text: name, On: shift.On, At: shift.Now, Days: t.out.Date.DaysSince(shift.On), Within: rel.ID}
				if who.ID != t.ws.Owner {
					need.Name = who.ShortName()
				}
				on := partedOn(s.Zone, zoneOf(who), shift.Original)
				changes[on] = addShift(changes[on], first[on], need)
			}
		}
	}
	for _, on := range slices.SortedFunc(maps.Keys(changes), core.Date.Compare) {
		t.out.Needs = append(t.out.Needs, joinedShift(changes[on]))
	}
	return nil
}

// partedOn gives the day of the change of clocks by which those of two zones stand otherwise to one another at a time in the first
// zone than they did before. Days are those of UTC from noon to noon: in no zone do clocks change near that.
func partedOn(zone core.Zone, there *time.Location, at core.Civil) core.Date {
	here, err := zone.Location()
	if err != nil {
		return at.Date
	}
	apart := func(d core.Date) int {
		noon := time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
		_, a := noon.In(here).Zone()
		_, b := noon.In(there).Zone()
		return b - a
	}
	last := at.Date.AddDays(1)
	for d := last; at.Date.DaysSince(d) < mostShiftDays; d = d.AddDays(-1) {
		if apart(d) != apart(last) {
			return d.AddDays(1)
		}
	}
	return at.Date
}

// mostShiftDays is how far back the change of clocks is looked for that a series comes after.
const mostShiftDays = 100

// joinedShift makes one need of all that comes of one change of clocks, the earliest first.
func joinedShift(needs []Need) Need {
	slices.SortStableFunc(needs, func(a, b Need) int { return b.Days - a.Days })
	if len(needs) == 1 {
		return needs[0]
	}
	return Need{Kind: NeedShift, On: needs[0].On, Days: needs[0].Days, Parts: needs}
}

// addShift adds a need to those of one series, which begin at first: several people at once make one.
func addShift(needs []Need, first int, need Need) []Need {
	for i := first; i < len(needs); i++ {
		if needs[i].On == need.On && needs[i].Name != "" && need.Name != "" {
			needs[i].People = append(needs[i].People, need.Name)
			return needs
		}
	}
	if need.Name != "" {
		need.People = []string{need.Name}
	}
	return append(needs, need)
}

// PlanShift is somebody for whom a series that is planned would come at other hours from some days on, in their zone.
type PlanShift struct {
	Person *core.Person
	schedule.Ahead
}

// mostPlanShifts is how many of these days are told for each.
const mostPlanShifts = 2

// Shifts gives the first such days to come of a series for everybody in its relationship whose clocks do not go along with it.
func (p *Planning) Shifts(s core.Series) []PlanShift {
	run, err := schedule.OfSeries(&s)
	if err != nil {
		return nil // the form says what is wrong
	}
	start, err := s.Start.In(s.Zone)
	place, ok := p.Place(s.Relationship)
	if err != nil || !ok {
		return nil
	}
	if start.Before(p.Now) {
		start = p.Now
	}
	var out []PlanShift
	for _, part := range place.Participants {
		who := p.Person(part.Person)
		if who == nil || who.Zone == "" || who.Zone == s.Zone || !part.Until.IsZero() {
			continue
		}
		if ahead := run.Ahead(zoneOf(who), start, mostPlanShifts); len(ahead.Shifts) > 0 {
			out = append(out, PlanShift{who, ahead})
		}
	}
	return out
}
