// Package report says what a progress report holds: typed content, picked by allow-list from the facts of one
// relationship, and its layout on pages. What no rule here names cannot leave.
package report

import (
	"slices"
	"strconv"

	"mentorbook/core"
	"mentorbook/core/insight"
)

// Content is everything that a report says, and nothing else.
type Content struct {
	Audience core.Audience
	Period   core.Period
	Made     core.Date
	Mentors  []string
	Mentees  []string
	Format   core.Format
	Spec     core.Specialisation
	Meetings Meetings
	Actions  Actions
	Goals    []Goal
	Skills   []Skill
	Mean     float64 // of the released goals' ratios; see HasMean
	HasMean  bool
	FewGoals bool // of several people there are too few goals for a mean that hides each
	Withheld Withheld
	Without  []core.ReportPart
	Released []Word // the releases that let something in, by day
}

// Meetings counts the period's meetings. Past ones that were called off in time count nowhere but in Cancelled.
type Meetings struct {
	Planned       int // that were to take place by now: held, missed or called off late
	Coming        int // that are yet to take place in the period
	Held          int
	MissedMentor  int
	MissedMentee  int
	MissedBoth    int
	Cancelled     int
	CancelledLate int
	Minutes       int // of mentoring, by the format's rule
}

// Actions counts the promises that fell due, or were kept, in the period; Done names those that the audience
// may read.
type Actions struct {
	insight.Promises

	Done []string
}

// Goal is one goal as the audience may see it.
type Goal struct {
	Title      string
	Measure    string // what is counted; "" for milestones
	Unit       string
	Progress   core.Progress
	HasFigures bool
	Due        core.Date
	Reached    bool
	Draft      bool // nobody agreed to it yet
	Evidence   []string
	Milestones []Milestone
	Next       string // the first step that is not done; "" where none is left
	NextDue    core.Date
}

// Milestone is one step of a goal; Done is zero for one to come.
type Milestone struct {
	Title string
	Done  core.Date
}

// Skill is one skill as the audience may see it.
type Skill struct {
	Name                          string
	Baseline, Now, Target, Levels int
	Answers                       int // how many assessments stand behind it
}

// Withheld counts what is not in the report.
type Withheld struct{ Goals, Skills Held }

// leastForMean is how many figures a mean over several people needs, so that none of them can be told from it.
const leastForMean = 5

// Held counts what was not released, and what was and stays out all the same.
type Held struct{ Unreleased, LeftOut int }

// Word is one release, as the mentee gave it.
type Word struct {
	On      core.Date
	ByHand  bool     // typed by the mentee, not for them
	Came    core.How // how it reached the workspace
	How     string   // the words in which it was given; "" where they typed it, and for others than the two sides
	Subject string
}

// Compose picks the content from the facts.
func Compose(f *core.ReportFacts) *Content {
	c := &Content{
		Audience: f.Request.Audience, Period: f.Request.Period, Made: f.Today,
		Format: f.Relationship.Format, Spec: f.Relationship.Specialisation, Without: f.Request.Without,
	}
	c.parties(f)
	if c.Has(core.PartMeetings) {
		c.meetings(f)
	}
	if c.Has(core.PartActions) {
		c.actions(f)
	}
	c.plan(f)
	slices.SortStableFunc(c.Released, func(a, b Word) int { return a.On.Compare(b.On) })
	return c
}

// Has tells whether a part is in the report.
func (c *Content) Has(part core.ReportPart) bool { return !slices.Contains(c.Without, part) }

func (c *Content) parties(f *core.ReportFacts) {
	for _, id := range f.Relationship.Mentors() {
		if p := f.People[id]; p != nil {
			c.Mentors = append(c.Mentors, p.Name)
		}
	}
	mentees := f.Relationship.Mentees()
	for i, id := range mentees {
		p, alias := f.People[id], f.Request.Pseudonym
		switch {
		case p == nil:
		case alias == "":
			c.Mentees = append(c.Mentees, p.Name)
		case len(mentees) > 1: // one name for all would read as one person
			c.Mentees = append(c.Mentees, alias+" "+strconv.Itoa(i+1))
		default:
			c.Mentees = append(c.Mentees, alias)
		}
	}
}

func (c *Content) meetings(f *core.ReportFacts) {
	for _, m := range f.Meetings {
		if !m.Counts() {
			continue
		}
		switch m.Status {
		case core.MeetingHeld:
			c.Meetings.Held++
			c.Meetings.Minutes += f.Relationship.TotalMinutes(m)
		case core.MeetingMissed:
			switch m.MissedBy {
			case core.RoleMentee:
				c.Meetings.MissedMentee++
			case core.RoleMentor:
				c.Meetings.MissedMentor++
			default:
				c.Meetings.MissedBoth++
			}
		case core.MeetingPlanned:
			if start, _ := m.On(m.Zone); !start.Date.Before(f.Today) {
				c.Meetings.Coming++
			}
		case core.MeetingCancelled:
			c.Meetings.Cancelled++
		case core.MeetingCancelledLate:
			c.Meetings.CancelledLate++
		}
	}
	m := &c.Meetings
	m.Planned = m.Held + m.MissedMentor + m.MissedMentee + m.MissedBoth + m.CancelledLate
}

func (c *Content) actions(f *core.ReportFacts) {
	for _, a := range f.Actions {
		counts := c.Actions.CountPromise(a, f.Request.Period, f.Today)
		kept := a.Status == core.ActionDone && f.Request.Period.Contains(a.Closed)
		if counts && kept && f.MayRead(a.Readers, a.Owner) {
			c.Actions.Done = append(c.Actions.Done, a.Title)
		}
	}
}

// between tells whether the report stays between the two sides. To anybody else a report says when a release was given
// and how it came, but not in which words: they were typed to remember it by, and may tell of the talk that it came from.
func (c *Content) between() bool {
	return c.Audience == core.AudienceMentor || c.Audience == core.AudienceMentee
}

// open tells whether an item goes into the report, and notes the release that lets it in.
func (c *Content) open(item core.ReportItem, held *Held) bool {
	switch {
	case !item.Allowed:
		held.Unreleased++
		return false
	case item.Left:
		held.LeftOut++
		return false
	case item.Word != nil:
		r := item.Word
		word := Word{On: r.On, ByHand: r.Said.Own(), Came: r.Said.How, Subject: item.Title}
		if c.between() && !word.ByHand {
			word.How = r.Said.Words
		}
		c.Released = append(c.Released, word)
	}
	return true
}

// plan picks the goals and skills that may go in. A part that is not wanted is not counted as withheld either.
func (c *Content) plan(f *core.ReportFacts) {
	last := f.Request.Period.To.AddDays(-1)
	if c.Has(core.PartGoals) {
		c.goals(f, last)
	}
	if !c.Has(core.PartSkills) {
		return
	}
	skills := map[core.ID]*core.Skill{}
	for _, k := range f.Skills {
		skills[k.ID] = k
	}
	for _, item := range f.ItemsOf(core.PartSkills) {
		if c.open(item, &c.Withheld.Skills) {
			c.Skills = append(c.Skills, skillOf(skills[item.Ref.ID], f.Assessments[item.Ref.ID], last))
		}
	}
}

func (c *Content) goals(f *core.ReportFacts, last core.Date) {
	goals := map[core.ID]*core.Goal{}
	for _, g := range f.Goals {
		goals[g.ID] = g
	}
	sum, n := 0.0, 0
	for _, item := range f.ItemsOf(core.PartGoals) {
		if !c.open(item, &c.Withheld.Goals) {
			continue
		}
		out := goalOf(goals[item.Ref.ID], last)
		if out.HasFigures {
			sum += out.Progress.Ratio()
			n++
		}
		c.Goals = append(c.Goals, out)
	}
	switch {
	case n == 0:
	case n < leastForMean && len(f.Relationship.Mentees()) > 1:
		c.FewGoals = true
	default:
		c.Mean, c.HasMean = sum/float64(n), true
	}
}

func goalOf(g *core.Goal, last core.Date) Goal {
	out := Goal{Title: g.Title, Due: g.Due, Draft: g.Status == core.GoalDraft, Reached: g.Status == core.GoalReached && !g.Closed.After(last), Evidence: g.Evidence}
	out.Progress, out.HasFigures = g.ProgressAt(last)
	if g.Measure != nil {
		out.Measure, out.Unit = g.Measure.Name, g.Measure.Unit
	}
	for _, m := range g.Milestones {
		step := Milestone{Title: m.Title}
		if !m.Done.IsZero() && !m.Done.After(last) {
			step.Done = m.Done
		}
		out.Milestones = append(out.Milestones, step)
	}
	if next, ok := g.NextMilestoneAt(last); ok {
		out.Next, out.NextDue = next.Title, next.Due
	}
	return out
}

// skillOf takes the levels that the mentee knows of: said by them, or shared with them. A mark that its writer
// keeps to themself moves no figure.
func skillOf(k *core.Skill, given []*core.Assessment, last core.Date) Skill {
	out := Skill{Name: k.Name, Target: k.Target, Levels: len(k.Scale)}
	standing, _ := core.StandingOf(given, func(a *core.Assessment) bool {
		counts := !a.On.After(last) && (a.Said.By == k.Person || a.Readers.MayRead(k.Person))
		if counts {
			out.Answers++
		}
		return counts
	})
	out.Baseline, out.Now = standing.Baseline, standing.Now
	return out
}
