package planner

import (
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// shiftNotice is how long before it happens that people are told of a series coming at another hour for them.
const shiftNotice = 21 * 24 * time.Hour

// shifts finds series that will soon come at another time of day for the owner or for a partner, since the
// clocks of their zones part.
func (t *todayReader) shifts() error {
	now := t.out.Now
	all, err := runningSeries(t, core.ID{}, now)
	if err != nil {
		return err
	}
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
		first := len(t.out.Needs)
		for _, who := range people {
			if part, _ := rel.Participant(who.ID); who.Zone == "" || who.Zone == s.Zone || !part.Until.IsZero() {
				continue
			}
			for _, shift := range s.rule.Shifts(zoneOf(who), now, now.Add(shiftNotice)) {
				need := Need{Kind: NeedShift, Ref: core.RefOf(s.Series), Text: name, On: shift.On, At: shift.Now, Days: t.out.Date.DaysSince(shift.On)}
				if who.ID != t.ws.Owner {
					need.Name = who.ShortName()
				}
				t.out.Needs = addShift(t.out.Needs, first, need)
			}
		}
	}
	return nil
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
