package plans

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// Which says which goals are wanted by their status.
type Which int

// The choices.
const (
	OpenOnes Which = iota
	Drafts
	Agreed
	Reached
	Dropped
	AllOnes
)

// Whiches lists them.
func Whiches() []Which { return []Which{OpenOnes, Drafts, Agreed, Reached, Dropped, AllOnes} }

func (v Which) lets(g *core.Goal) bool {
	switch v {
	case OpenOnes:
		return g.Open()
	case Drafts:
		return g.Status == core.GoalDraft
	case Agreed:
		return g.Status == core.GoalAgreed
	case Reached:
		return g.Status == core.GoalReached
	case Dropped:
		return g.Status == core.GoalDropped
	}
	return true
}

func (v Which) text(w *locale.Words) string {
	return w.T([]string{"plans.which.open", "plans.which.draft", "plans.which.agreed", "plans.which.reached", "plans.which.dropped", "plans.which.all"}[v])
}

// Filter chooses what the screen shows.
type Filter struct {
	Text     string
	Person   core.ID // zero: everybody
	Which    Which
	Late     bool // only what is past its day
	Released bool // only what is let out
}

// goal and skill tell whether one of them is let through, whatever text is looked for.
func (f Filter) goal(row planner.GoalRow, today core.Date) bool {
	return f.of(row.Goal.Person, row.Released) && f.Which.lets(row.Goal) && (!f.Late || lateBy(row.Goal, today) > 0)
}

func (f Filter) skill(row planner.SkillRow) bool { return f.of(row.Skill.Person, row.Released) }

func (f Filter) of(person core.ID, released []core.LetOut) bool {
	return (f.Person.IsZero() || f.Person == person) && (!f.Released || len(released) > 0)
}

// Row is a row of the list: a person, or a goal or a skill of theirs.
type Row struct {
	Head          bool // of a person
	Initials, Key string

	ID       core.ID // of the goal or skill; of the person
	Title    string
	Caption  string
	Figure   string // "57%", "2 → 3 of 4"
	Due      string // "due 3 Mar": whole in any window, as the figure is
	Measured bool
	Part     float64
	Marks    []float64 // of a skill: baseline, and target where there is one
	Chips    []RowChip
	Late     bool // the caption says of something that it is past its day
	DueLate  bool // the goal itself is
	Released bool // it is let out to somebody
}

// RowChip is a mark on a row.
type RowChip struct {
	Text string
	Tone tone.Tone
}

// Model is what the screen shows, in words.
type Model struct {
	Subtitle string
	People   []Choice // who has a goal or a skill
	Goals    []Row
	Skills   []Row
	Lanes    []Lane
}

// NewModel puts the plans into words. hide leaves out what only the owner may read: others look at the screen.
func NewModel(p *planner.Plans, f Filter, hide bool, w *locale.Words) *Model {
	m := &Model{}
	b := modelBuilder{p: p, f: f, hide: hide, w: w, m: m, seen: map[core.ID]bool{}, names: map[core.ID]*core.Person{}, readers: map[core.ID]string{}}
	for _, person := range p.People {
		b.names[person.ID] = person
		if person.ID != p.Owner {
			b.readers[person.ID] = person.ShortName()
		}
	}
	late, goals, skills := 0, 0, 0
	var someGoals []planner.GoalRow
	var someSkills []planner.SkillRow
	for _, row := range p.Goals {
		if hide && row.Goal.Readers.Private() {
			continue
		}
		goals++
		b.who(row.Goal.Person)
		if lateBy(row.Goal, p.Today) > 0 {
			late++
		}
		if f.goal(row, p.Today) {
			someGoals = append(someGoals, row)
		}
	}
	for _, row := range p.Skills {
		if hide && row.Skill.Readers.Private() {
			continue
		}
		skills++
		b.who(row.Skill.Person)
		if f.skill(row) {
			someSkills = append(someSkills, row)
		}
	}
	b.rows(someGoals, someSkills)
	if !hide || goals > 0 { // none that may be shown are not none
		m.Subtitle = joinDots(m.Subtitle, w.Count(core.KindGoal, goals))
	}
	if !hide || skills > 0 {
		m.Subtitle = joinDots(m.Subtitle, w.Count(core.KindSkill, skills))
	}
	if late > 0 {
		m.Subtitle = joinDots(m.Subtitle, w.T("plans.late_count", "count", late))
	}
	return m
}

type modelBuilder struct {
	p         *planner.Plans
	f         Filter
	hide      bool // no marks: others look at the screen
	w         *locale.Words
	m         *Model
	seen      map[core.ID]bool
	names     map[core.ID]*core.Person
	readers   map[core.ID]string // what all but the owner are called where they read something
	goalHead  core.ID            // whose goals come now
	skillHead core.ID
}

// rows lists of some goals and skills those that have what is looked for, in what they are called or in whose they are.
func (b *modelBuilder) rows(goals []planner.GoalRow, skills []planner.SkillRow) {
	for _, row := range planner.Sift(b.f.Text, goals, func(r planner.GoalRow) (name, others string) { return r.Goal.Title, b.name(r.Goal.Person) }) {
		b.goal(row)
	}
	for _, row := range planner.Sift(b.f.Text, skills, func(r planner.SkillRow) (name, others string) { return r.Skill.Name, b.name(r.Skill.Person) }) {
		b.skill(row)
	}
}

// who offers a person to the filter.
func (b *modelBuilder) who(id core.ID) {
	if p := b.names[id]; p != nil && !b.seen[id] {
		b.seen[id] = true
		b.m.People = append(b.m.People, Choice{id, p.Name})
	}
}

func (b *modelBuilder) name(id core.ID) string {
	if p := b.names[id]; p != nil {
		return p.Name
	}
	return ""
}

func (b *modelBuilder) head(id core.ID, rows []Row) []Row {
	name := b.name(id)
	return append(rows, Row{Head: true, ID: id, Title: name, Initials: core.Initials(name), Key: id.String()})
}

func (b *modelBuilder) goal(row planner.GoalRow) {
	g := row.Goal
	if b.goalHead != g.Person {
		b.goalHead = g.Person
		b.m.Goals = b.head(g.Person, b.m.Goals)
	}
	out := Row{ID: g.ID, Title: g.Title, Caption: goalCaption(g, b.p.Today, b.w)}
	out.Late, out.DueLate = late(g, b.p.Today)
	if !g.Due.IsZero() {
		out.Due = b.w.T("plans.due_on", "date", b.w.DateShort(g.Due, b.p.Today))
	}
	if p, ok := g.Progress(); ok {
		out.Measured, out.Part, out.Figure = true, p.Ratio(), b.w.Percent(p.Percent())
	}
	switch { // in words and before all else: what stands last is cut in a small window
	case out.DueLate:
		out.Chips = append(out.Chips, RowChip{b.w.T("plans.late_goal"), tone.Pressing})
	case out.Late:
		out.Chips = append(out.Chips, RowChip{b.w.T("plans.late_step"), tone.Pressing})
	}
	out.Chips = append(out.Chips, b.chips(g.Readers, row.Released)...)
	out.Caption = b.read(out.Caption, g.Readers)
	if g.Status != core.GoalAgreed {
		out.Chips = append(out.Chips, RowChip{b.w.Word(g.Status), tone.Plain})
	}
	if g.Blocked != "" {
		out.Chips = append(out.Chips, RowChip{b.w.T("plans.blocked"), tone.Care})
	}
	b.m.Goals = append(b.m.Goals, out)
	b.m.Lanes = append(b.m.Lanes, newLane(g, b.name(g.Person), b.p.Today, b.w))
}

func (b *modelBuilder) chips(v core.Visibility, released []core.LetOut) []RowChip {
	var out []RowChip
	if b.hide {
		return nil
	}
	if v.Private() {
		out = append(out, RowChip{b.w.PrivateChip(len(released) > 0), tone.Pressing})
	}
	for _, l := range released {
		out = append(out, RowChip{b.w.LetOut(l, b.p.Today), tone.Good})
	}
	return out
}

// read adds to a row's words who else reads it; a chip says that nobody does.
func (b *modelBuilder) read(caption string, v core.Visibility) string {
	if b.hide || v.Private() {
		return caption
	}
	who := b.w.Readers(v, b.readers)
	if caption == "" {
		return who
	}
	return caption + " · " + who
}

func (b *modelBuilder) skill(row planner.SkillRow) {
	k := row.Skill
	if b.skillHead != k.Person {
		b.skillHead = k.Person
		b.m.Skills = b.head(k.Person, b.m.Skills)
	}
	levels := float64(len(k.Scale))
	out := Row{ID: k.ID, Title: k.Name, Measured: true, Released: len(row.Released) > 0, Chips: b.chips(k.Readers, row.Released)}
	if !row.Any {
		out.Caption = b.w.T("plans.not_rated")
	} else {
		out.Part = float64(row.All.Now) / levels
		out.Marks = []float64{float64(row.All.Baseline) / levels}
		out.Figure = b.w.Levels(row.All.Baseline, row.All.Now, len(k.Scale))
		out.Caption = b.w.T("plans.last_rated", "date", b.w.DateShort(row.All.NowOn, b.p.Today), "level", k.Scale[row.All.Now-1])
	}
	out.Caption = b.read(out.Caption, k.Readers)
	if row.Any && k.Target > 0 {
		out.Marks = append(out.Marks, float64(k.Target)/levels)
	}
	b.m.Skills = append(b.m.Skills, out)
}

// lateBy tells how many days an open goal, or the next step of it, is past its day.
func lateBy(g *core.Goal, today core.Date) int {
	if !g.Open() {
		return 0
	}
	late := 0
	if !g.Due.IsZero() {
		late = today.DaysSince(g.Due)
	}
	if next, ok := g.NextMilestone(); ok && !next.Due.IsZero() {
		late = max(late, today.DaysSince(next.Due))
	}
	return max(late, 0)
}

// late tells whether the next step of an open goal is past its day, and whether the goal itself is.
func late(g *core.Goal, today core.Date) (step, goal bool) {
	if !g.Open() {
		return false, false
	}
	next, ok := g.NextMilestone()
	return ok && !next.Due.IsZero() && next.Due.Before(today), !g.Due.IsZero() && g.Due.Before(today)
}

// goalCaption says where a goal stands: its next step, the day of which comes before its words, and its figures. Where there is
// little room the end is cut.
func goalCaption(g *core.Goal, today core.Date, w *locale.Words) string {
	p, ok := g.Progress()
	switch {
	case g.Measure != nil:
		return w.T("plans.measured", "name", g.Measure.Name, "figure", w.FigureSince(p, g.Measure.Unit))
	case !ok:
		return ""
	}
	done := w.T("plans.steps_done", "n", int(p.Now), "of", int(p.Target))
	next, any := g.NextMilestone()
	switch {
	case !any:
		return done
	case next.Due.IsZero():
		return joinDots(w.T("plans.next_step", "text", next.Title), done)
	}
	return joinDots(w.T("plans.next_on", "date", w.DateShort(next.Due, today), "text", next.Title), done)
}
