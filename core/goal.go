package core

import "math"

// Goal is what a person works towards. It belongs to that person, and outlives every relationship it is
// linked to. It is measured, or made of milestones, or neither yet; never both.
type Goal struct {
	Head
	Person        ID          `json:"person"`
	Title         string      `json:"title"`
	Why           string      `json:"why,omitempty"`
	Status        GoalStatus  `json:"status"`
	Due           Date        `json:"due,omitzero"`
	Closed        Date        `json:"closed,omitzero"`
	Measure       *Measure    `json:"measure,omitempty"`
	Milestones    []Milestone `json:"milestones,omitempty"`
	Evidence      []string    `json:"evidence,omitempty"` // words or links
	Blocked       string      `json:"blocked,omitempty"`  // what it waits for
	Share         Share       `json:"share,omitempty"`
	Relationships []ID        `json:"relationships,omitempty"`
	Readers       Visibility  `json:"visibility,omitzero"`
}

// GoalStatus is where a goal stands between its two sides.
type GoalStatus string

// The statuses of a goal.
const (
	GoalDraft   GoalStatus = "draft"
	GoalAgreed  GoalStatus = "agreed"
	GoalReached GoalStatus = "reached"
	GoalDropped GoalStatus = "dropped"
)

// Share tags how something is learnt, after the 70-20-10 rule of thumb. It is a tag, never a mark.
type Share string

// The shares.
const (
	ShareExperience Share = "experience"
	ShareExposure   Share = "exposure"
	ShareEducation  Share = "education"
)

// Measure is a figure that moves from a baseline to a target; the target may be the smaller of the two.
type Measure struct {
	Name     string    `json:"name"` // "Talks given"
	Unit     string    `json:"unit,omitempty"`
	Baseline float64   `json:"baseline"`
	Target   float64   `json:"target"`
	Readings []Reading `json:"readings,omitempty"` // oldest first
}

// Reading is a measure's figure on a day.
type Reading struct {
	On    Date    `json:"on"`
	Value float64 `json:"value"`
}

// Milestone is one step of a goal.
type Milestone struct {
	ID       ID     `json:"id"`
	Title    string `json:"title"`
	Due      Date   `json:"due,omitzero"`
	Done     Date   `json:"done,omitzero"` // zero: not yet
	Evidence string `json:"evidence,omitempty"`
}

// Kind is KindGoal.
func (*Goal) Kind() Kind { return KindGoal }

// Open tells whether the goal is still worked on.
func (g *Goal) Open() bool { return g.Status == GoalDraft || g.Status == GoalAgreed }

// Progress is how far a figure has come from its baseline to its target.
type Progress struct {
	Baseline, Now, Target float64
}

// Ratio is (now − baseline) / (target − baseline), clamped to 0…1. It is right, too, where the target is the
// smaller. A target that equals the baseline gives 0; Validate refuses one.
func (p Progress) Ratio() float64 {
	span := p.Target - p.Baseline
	if span == 0 {
		return 0
	}
	r := (p.Now - p.Baseline) / span
	if math.IsNaN(r) {
		return 0
	}
	return min(max(r, 0), 1)
}

// Reached tells whether the target, or more, has been reached.
func (p Progress) Reached() bool {
	if p.Target < p.Baseline {
		return p.Now <= p.Target
	}
	return p.Target > p.Baseline && p.Now >= p.Target
}

// Percent is Ratio in whole per cent, rounded towards the baseline, so that 100 is said of a reached target
// alone, however near the figure comes.
func (p Progress) Percent() int {
	if p.Reached() {
		return 100
	}
	return min(int(p.Ratio()*100+1e-9), 99)
}

// NowAt gives the last reading up to a day, that day included; the baseline where there is none.
func (m *Measure) NowAt(day Date) float64 {
	now := m.Baseline
	for _, r := range m.Readings {
		if !r.On.After(day) {
			now = r.Value
		}
	}
	return now
}

// Now gives the last reading, or the baseline.
func (m *Measure) Now() float64 {
	if n := len(m.Readings); n > 0 {
		return m.Readings[n-1].Value
	}
	return m.Baseline
}

// Read notes the measure's figure on a day, in the order of days; a second figure on one day replaces the first.
func (m *Measure) Read(on Date, value float64) {
	i := 0
	for i < len(m.Readings) && m.Readings[i].On.Before(on) {
		i++
	}
	if i < len(m.Readings) && m.Readings[i].On == on {
		m.Readings[i].Value = value
		return
	}
	m.Readings = append(m.Readings, Reading{})
	copy(m.Readings[i+1:], m.Readings[i:])
	m.Readings[i] = Reading{on, value}
}

// Progress gives how far the goal has come: by its measure, or by how many of its milestones are done; false
// where it has neither.
func (g *Goal) Progress() (Progress, bool) {
	if g.Measure != nil {
		return Progress{g.Measure.Baseline, g.Measure.Now(), g.Measure.Target}, true
	}
	return g.milestones(func(m Milestone) bool { return !m.Done.IsZero() })
}

// ProgressAt gives how far the goal had come at the end of a day.
func (g *Goal) ProgressAt(day Date) (Progress, bool) {
	if g.Measure != nil {
		return Progress{g.Measure.Baseline, g.Measure.NowAt(day), g.Measure.Target}, true
	}
	return g.milestones(func(m Milestone) bool { return !m.Done.IsZero() && !m.Done.After(day) })
}

func (g *Goal) milestones(done func(Milestone) bool) (Progress, bool) {
	if len(g.Milestones) == 0 {
		return Progress{}, false
	}
	n := 0
	for _, m := range g.Milestones {
		if done(m) {
			n++
		}
	}
	return Progress{0, float64(n), float64(len(g.Milestones))}, true
}

// NextMilestone gives the first step that is not done, by due date and then by order; false where there is none.
func (g *Goal) NextMilestone() (Milestone, bool) { return g.NextMilestoneAt(Date{9999, 12, 31}) }

// NextMilestoneAt gives the first step that was not done at a day's end, as NextMilestone does.
func (g *Goal) NextMilestoneAt(day Date) (Milestone, bool) {
	best := -1
	for i, m := range g.Milestones {
		if !m.Done.IsZero() && !m.Done.After(day) {
			continue
		}
		if best < 0 || (!m.Due.IsZero() && (g.Milestones[best].Due.IsZero() || m.Due.Before(g.Milestones[best].Due))) {
			best = i
		}
	}
	if best < 0 {
		return Milestone{}, false
	}
	return g.Milestones[best], true
}

// Validate checks the fields.
func (g *Goal) Validate() error {
	var p problems
	p.required("person", g.Person)
	p.name("title", g.Title, MaxLine)
	p.long("why", g.Why)
	p.line("blocked", g.Blocked, MaxLine)
	choice(&p, "status", g.Status, GoalDraft, GoalAgreed, GoalReached, GoalDropped)
	choice(&p, "share", g.Share, "", ShareExperience, ShareExposure, ShareEducation)
	p.date("due", g.Due)
	p.date("closed", g.Closed)
	if g.Open() == !g.Closed.IsZero() {
		p.add(CodeRequired, "closed")
	}
	p.count("evidence", len(g.Evidence))
	for i, s := range g.Evidence {
		p.line(at("evidence", i), s, MaxLine)
	}
	if g.Measure != nil && len(g.Milestones) > 0 {
		p.add(CodeBothWays, "measure")
	}
	if g.Measure != nil {
		p.note("measure", g.Measure.validate())
	}
	g.validateMilestones(&p)
	p.links("relationships", g.Relationships)
	p.note("visibility", g.Readers.validate())
	return p.err()
}

func (g *Goal) validateMilestones(p *problems) {
	p.count("milestones", len(g.Milestones))
	ids := make([]ID, len(g.Milestones))
	for i, m := range g.Milestones {
		ids[i] = m.ID
		p.required(at("milestones", i)+".id", m.ID)
		p.name(at("milestones", i)+".title", m.Title, MaxLine)
		p.date(at("milestones", i)+".due", m.Due)
		p.date(at("milestones", i)+".done", m.Done)
		p.line(at("milestones", i)+".evidence", m.Evidence, MaxLine)
	}
	p.unique("milestones", ids)
}

func (m *Measure) validate() error {
	var p problems
	p.name("name", m.Name, MaxName)
	p.line("unit", m.Unit, MaxName)
	p.finite("baseline", m.Baseline)
	p.finite("target", m.Target)
	if m.Baseline == m.Target {
		p.add(CodeMeasure, "target")
	}
	p.count("readings", len(m.Readings))
	for i, r := range m.Readings {
		p.finite(at("readings", i)+".value", r.Value)
		if !r.On.Valid() {
			p.add(CodeBadDate, at("readings", i)+".on", "value", r.On.String())
		}
		if i > 0 {
			p.notBefore(at("readings", i)+".on", r.On, m.Readings[i-1].On.AddDays(1))
		}
	}
	return p.err()
}
