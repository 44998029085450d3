package planner

import (
	"context"
	"time"

	"mentorbook/core"
)

// Overview is one relationship at a glance.
type Overview struct {
	Now          time.Time
	Today        core.Date
	Owner        core.ID
	OwnerZone    core.Zone // by whose clock times are told
	Relationship *core.Relationship
	Name         string
	People       map[core.ID]*core.Person // the participants, in the relationship or not any more
	Goals        []GoalRow
	Skills       []SkillRow
	Actions      []*core.Action // open ones by due date, then those kept in the last two weeks
	Questions    []*core.Question
	Meetings     []*core.Meeting // all, earliest first; of a series, those about now
	Series       []*core.Series
	Answers      map[core.ID][]GuestAnswer // to meetings that are to come, by meeting
	Held, Past   int                       // meetings held, of those that were to take place
	Next         *core.Meeting             // the next planned one; nil where there is none
	Runs         []*core.Run
	Still        EndingCount // what is planned in one that is paused or has ended
	Review       core.Date   // the next day to look at whether it serves its purpose; zero: none
}

// Names gives the names of all who take part but the owner.
func (o *Overview) Names() map[core.ID]string {
	names := make(map[core.ID]string, len(o.People))
	for id, p := range o.People {
		if id != o.Owner {
			names[id] = p.Name
		}
	}
	return names
}

// ShortNames gives what they are called for short, and by their names where two of them would be called alike.
func (o *Overview) ShortNames() map[core.ID]string {
	names, called := o.Names(), map[string]int{}
	for id := range names {
		called[o.People[id].ShortName()]++
	}
	for id := range names {
		if short := o.People[id].ShortName(); called[short] == 1 {
			names[id] = short
		}
	}
	return names
}

// GoalRow is a goal with what was released of it.
type GoalRow struct {
	Goal     *core.Goal
	Released []core.LetOut // to whom it is let out today
}

// SkillRow is a skill with where it stands by its person's word and by others'.
type SkillRow struct {
	Skill    *core.Skill
	All      core.Standing      // by whoever said it
	Any      bool               // whether anybody said anything
	Given    []*core.Assessment // oldest first
	Released []core.LetOut
}

// Overview reads one relationship.
func (s Relationships) Overview(ctx context.Context, id core.ID) (*Overview, error) {
	return view(ctx, s.e, func(r Reader) (*Overview, error) { return s.overview(r, id) })
}

func (s Relationships) overview(r Reader, id core.ID) (*Overview, error) {
	today, owner, err := s.e.today(r)
	if err != nil {
		return nil, err
	}
	o := &Overview{Now: s.e.now(), Today: today, Owner: owner.ID, OwnerZone: owner.Home(), People: map[core.ID]*core.Person{}}
	if o.Relationship, err = load[core.Relationship](r, id); err != nil {
		return nil, err
	}
	if o.Name, err = RelationshipName(r, o.Relationship); err != nil {
		return nil, err
	}
	people, err := loadAll[core.Person](r, participants(o.Relationship))
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		o.People[p.ID] = p
	}
	o.Review = o.Relationship.NextReview(today)
	for _, step := range []func(Reader, *Overview) error{s.overviewPlan, s.overviewActions, s.overviewMeetings} {
		if err := step(r, o); err != nil {
			return nil, err
		}
	}
	if o.Questions, err = collect(scan[core.Question](r, Query{Index: QuestionsWaiting, Of: id})); err != nil {
		return nil, err
	}
	if status := o.Relationship.Status; status == core.StatusPaused || status == core.StatusEnded {
		open, err := s.ending(r, id)
		if err != nil {
			return nil, err
		}
		o.Still = open.Count()
	}
	o.Runs, err = collect(scan[core.Run](r, Query{Index: RunsOfRelationship, Of: id}))
	return o, err
}

func (s Relationships) overviewPlan(r Reader, o *Overview) error {
	for g, err := range scan[core.Goal](r, Query{Index: GoalsOfRelationship, Of: o.Relationship.ID}) {
		if err != nil {
			return err
		}
		out, err := releasedTo(r, g.ID, o.Today)
		if err != nil {
			return err
		}
		o.Goals = append(o.Goals, GoalRow{g, out})
	}
	for k, err := range scan[core.Skill](r, Query{Index: SkillsOfRelationship, Of: o.Relationship.ID}) {
		if err != nil {
			return err
		}
		row := SkillRow{Skill: k}
		given, err := collect(scan[core.Assessment](r, Query{Index: AssessmentsOfSkill, Of: k.ID}))
		if err != nil {
			return err
		}
		row.Given = given
		row.All, row.Any = core.StandingOf(given, nil)
		if row.Released, err = releasedTo(r, k.ID, o.Today); err != nil {
			return err
		}
		o.Skills = append(o.Skills, row)
	}
	return nil
}

// releasedTo lists the audiences to which an item is let out on a day.
func releasedTo(r Reader, item core.ID, day core.Date) ([]core.LetOut, error) {
	all, err := collect(scan[core.Release](r, Query{Index: ReleasesOfItem, Of: item}))
	return core.LetOutOn(all, day), err
}

func (s Relationships) overviewActions(r Reader, o *Overview) error {
	var kept []*core.Action
	for a, err := range scan[core.Action](r, Query{Index: ActionsOfRelationship, Of: o.Relationship.ID}) {
		if err != nil {
			return err
		}
		switch {
		case a.Open():
			o.Actions = append(o.Actions, a)
		case a.Status == core.ActionDone && o.Today.DaysSince(a.Closed) <= 14:
			kept = append(kept, a)
		}
	}
	o.Actions = append(o.Actions, kept...)
	return nil
}

func (s Relationships) overviewMeetings(r Reader, o *Overview) error {
	var err error
	o.Meetings, err = s.e.meetingsBetween(r, o.Relationship.ID, time.Time{}, time.Time{})
	if err != nil {
		return err
	}
	if o.Series, err = collect(scan[core.Series](r, Query{Index: SeriesOf, Of: o.Relationship.ID})); err != nil {
		return err
	}
	now := s.e.now()
	o.Answers = map[core.ID][]GuestAnswer{}
	for _, m := range o.Meetings {
		end, err := m.EndAt()
		if err != nil {
			return err
		}
		if m.Planned() && end.After(now) {
			if o.Answers[m.ID], err = answersTo(r, m, now); err != nil {
				return err
			}
		}
		switch {
		case m.Status == core.MeetingHeld:
			o.Held++
			o.Past++
		case m.Counts() && (m.Status == core.MeetingMissed || m.Status == core.MeetingCancelledLate):
			o.Past++
		}
	}
	if o.Next, err = nextOf(o.Meetings, now); err != nil {
		return err
	}
	if o.Next == nil { // far ahead
		o.Next, err = nextOccurrence(r, o.Relationship.ID, now)
	}
	return err
}
