package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// MenteeDay is what somebody who learns sees in the morning: what they want to ask, promised, work towards, and
// with whom.
type MenteeDay struct {
	Today     core.Date
	Owner     core.ID
	People    map[core.ID]*core.Person // everybody in the relationships below
	Mentors   []MentorRow              // relationships that go on in which the owner learns, the next meeting first
	Others    []MentorRow              // of the other relationships those to which something below belongs: the owner mentors in them, or they are over
	Questions []*core.Question         // that the owner asked and that wait, oldest first
	Placed    []PlacedQuestion         // those that stand on the agendas of planned meetings, the next meeting first
	Promises  []*core.Action           // open ones of the owner's, by day
	Goals     []GoalRow                // open ones of the owner's, by day
	Skills    []SkillRow               // of the owner's
	Draft     string                   // the question that was being typed
}

// FieldAsk is the field of the owner's day into which a question is typed.
const FieldAsk = "ask"

// MentorRow is a relationship in which the owner learns.
type MentorRow struct {
	*core.Relationship

	Name string
	Next *core.Meeting // the next planned one; nil for none
}

// PlacedQuestion is a question of the owner's that is to be talked about at a planned meeting.
type PlacedQuestion struct {
	*core.Question

	Meeting *core.Meeting
}

// maxPromises is how many promises the mentee's day lists.
const maxPromises = 50

// MenteeDay reads the owner's own day as one who learns.
func (p *Planner) MenteeDay(ctx context.Context) (*MenteeDay, error) {
	day, err := view(ctx, p.engine, func(r Reader) (*MenteeDay, error) {
		today, owner, err := p.today(r)
		if err != nil {
			return nil, err
		}
		d := &MenteeDay{Today: today, Owner: owner.ID, People: map[core.ID]*core.Person{owner.ID: owner}}
		for _, step := range []func(Reader) error{func(r Reader) error { return d.mentors(r, p.Relationships) }, d.questions, d.plan, d.skills} {
			if err := step(r); err != nil {
				return nil, err
			}
		}
		if d.Promises, err = collect(scan[core.Action](r, Query{Index: ActionsOpen, Of: owner.ID, Limit: maxPromises})); err != nil {
			return nil, err
		}
		return d, d.others(r, p.Relationships)
	})
	if err != nil {
		return nil, err
	}
	drafts, err := p.Drafts.Of(ctx, core.RefOf(day.People[day.Owner]))
	day.Draft = drafts[FieldAsk].Text
	return day, err
}

func (d *MenteeDay) mentors(r Reader, rels Relationships) error {
	for rel, err := range scan[core.Relationship](r, Query{Index: RelationshipsOfPerson, Of: d.Owner}) {
		if err != nil {
			return err
		}
		part, _ := rel.Participant(d.Owner)
		if !rel.Live() || !part.Role.Learns() {
			continue
		}
		row, err := d.row(r, rels, rel)
		if err != nil {
			return err
		}
		i := len(d.Mentors)
		for i > 0 && soonerThan(row.Next, d.Mentors[i-1].Next) {
			i--
		}
		d.Mentors = append(d.Mentors, MentorRow{})
		copy(d.Mentors[i+1:], d.Mentors[i:])
		d.Mentors[i] = row
	}
	return nil
}

// row reads a relationship with its next meeting, and who is in it.
func (d *MenteeDay) row(r Reader, rels Relationships, rel *core.Relationship) (MentorRow, error) {
	o, err := rels.overview(r, rel.ID)
	if err != nil {
		return MentorRow{}, err
	}
	for id, p := range o.People {
		d.People[id] = p
	}
	return MentorRow{rel, o.Name, o.Next}, nil
}

// others reads the other relationships that the questions and promises of the day belong to: the owner asks and promises those whom
// they mentor, too.
func (d *MenteeDay) others(r Reader, rels Relationships) error {
	known := map[core.ID]bool{{}: true}
	for _, row := range d.Mentors {
		known[row.ID] = true
	}
	var of []core.ID
	for _, q := range d.Questions {
		of = append(of, q.Relationship)
	}
	for _, q := range d.Placed {
		of = append(of, q.Meeting.Relationship)
	}
	for _, a := range d.Promises {
		of = append(of, a.Relationships...)
	}
	for _, id := range of {
		if known[id] {
			continue
		}
		known[id] = true
		rel, err := load[core.Relationship](r, id)
		if core.CodeOf(err) == core.CodeNotFound {
			continue
		}
		if err != nil {
			return err
		}
		row, err := d.row(r, rels, rel)
		if err != nil {
			return err
		}
		d.Others = append(d.Others, row)
	}
	return nil
}

// soonerThan tells whether one meeting comes before another; none comes last.
func soonerThan(a, b *core.Meeting) bool {
	switch {
	case a == nil:
		return false
	case b == nil:
		return true
	}
	x, errX := a.StartAt()
	y, errY := b.StartAt()
	return errX == nil && errY == nil && x.Before(y)
}

func (d *MenteeDay) questions(r Reader) error {
	var placed []*core.Question
	for q, err := range scan[core.Question](r, Query{Index: QuestionsOfPerson, Of: d.Owner}) {
		if err != nil {
			return err
		}
		switch {
		case q.Waiting():
			d.Questions = append(d.Questions, q)
		case q.Answered.IsZero():
			placed = append(placed, q)
		}
	}
	return d.place(r, placed)
}

// place finds the meetings on whose agendas questions stand. What was on the agenda of one that is over was talked about.
func (d *MenteeDay) place(r Reader, questions []*core.Question) error {
	meetings := map[core.ID]*core.Meeting{}
	for _, q := range questions {
		m, known := meetings[q.Meeting]
		if !known {
			var err error
			if m, err = load[core.Meeting](r, q.Meeting); err != nil && core.CodeOf(err) != core.CodeNotFound {
				return err
			}
			meetings[q.Meeting] = m
		}
		if m != nil && m.Planned() {
			d.Placed = append(d.Placed, PlacedQuestion{q, m})
		}
	}
	slices.SortStableFunc(d.Placed, func(a, b PlacedQuestion) int {
		switch {
		case soonerThan(a.Meeting, b.Meeting):
			return -1
		case soonerThan(b.Meeting, a.Meeting):
			return 1
		}
		return 0
	})
	return nil
}

func (d *MenteeDay) plan(r Reader) error {
	for g, err := range scan[core.Goal](r, Query{Index: GoalsOfPerson, Of: d.Owner}) {
		if err != nil {
			return err
		}
		if !g.Open() {
			continue
		}
		out, err := releasedTo(r, g.ID, d.Today)
		if err != nil {
			return err
		}
		d.Goals = append(d.Goals, GoalRow{g, out})
	}
	return nil
}

func (d *MenteeDay) skills(r Reader) error {
	for k, err := range scan[core.Skill](r, Query{Index: SkillsOfPerson, Of: d.Owner}) {
		if err != nil {
			return err
		}
		row := SkillRow{Skill: k}
		given, err := collect(scan[core.Assessment](r, Query{Index: AssessmentsOfSkill, Of: k.ID}))
		if err != nil {
			return err
		}
		row.All, row.Any = core.StandingOf(given, nil)
		if row.Released, err = releasedTo(r, k.ID, d.Today); err != nil {
			return err
		}
		d.Skills = append(d.Skills, row)
	}
	return nil
}
