package today

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// MenteeModel is the morning of somebody who learns, in words.
type MenteeModel struct {
	Title, Subtitle string
	Needs           []Need // beside the promises below
	More            string // how many of them are not listed
	Mentors         []Mentor
	Questions       []Question
	Placed          []Placed // meetings on whose agendas questions stand, the next first
	NoQuestions     string   // what is said where none waits
	NoPlan          string   // the same of goals and skills
	NoPromises      string
	Promises        []Promise
	Goals           []PlanLine
	Skills          []PlanLine
}

// Mentor is somebody whom the owner learns from.
type Mentor struct {
	Relationship  core.ID
	Meeting       core.ID // the next one; zero: none
	Name          string
	Initials, Key string
	Caption       string // when they meet next, also by the other's clock
	Reads         string // who will read a question that is put to them
	Agenda        string // what stands on the next agenda so far
}

// Question is one that waits for an answer or for an agenda.
type Question struct {
	ID      core.ID
	Text    string
	Caption string  // whom it is for, and who can read it
	Private bool    // for nobody's eyes yet
	Meeting core.ID // onto whose agenda it can be put; zero: none
}

// Placed is a meeting on whose agenda questions stand.
type Placed struct {
	Meeting       core.ID
	Text, Caption string
}

// Promise is something that the owner said they would do.
type Promise struct {
	ID      core.ID
	Text    string
	Caption string
	Late    bool
	Soon    bool // due today or tomorrow
}

// PlanLine is a goal or a skill.
type PlanLine struct {
	ID       core.ID
	Title    string
	Caption  string
	Figure   string
	Part     float64
	Marks    []float64 // of a skill: where it began, and what it aims at
	Measured bool
	Chips    []Mark
	Late     bool
	Released bool // it is let out to somebody
}

// Mark is a word on a line.
type Mark struct {
	Text string
	Tone tone.Tone
}

// NewMenteeModel puts the day into words. hide leaves out what only the owner may read: others look at
// the screen.
func NewMenteeModel(t *planner.Today, d *planner.MenteeDay, hide bool, w *locale.Words) *MenteeModel {
	m := &MenteeModel{Title: w.DateHeading(d.Today)}
	m.Needs, m.More = needRows(t.Learner.Needs, t, w, hide), ""
	if !hide {
		m.More = said(t.Learner.More, "list.more", w)
	}
	rels := map[core.ID]planner.MentorRow{}
	for _, row := range d.Mentors {
		rels[row.ID] = row
		mentor := mentorOf(row, d, w, hide)
		mentor.Reads = w.Readers(planner.QuestionReaders(row.Relationship, d.Owner), shortNames(d))
		m.Mentors = append(m.Mentors, mentor)
	}
	for _, row := range d.Others {
		rels[row.ID] = row
	}
	taught := 0 // questions to those whom the owner mentors
	for _, q := range d.Questions {
		if hide && q.Readers.Private() {
			continue
		}
		if row, ok := rels[q.Relationship]; ok && !learnsIn(row, d.Owner) {
			taught++
		}
		m.Questions = append(m.Questions, questionOf(q, rels, d, w))
	}
	m.NoQuestions, m.NoPlan, m.NoPromises = w.Empty("mentee.no_questions", hide), w.Empty("mentee.no_plan", hide), w.Empty("mentee.no_promises", hide)
	m.place(d, rels, hide, w)
	late := 0
	for _, a := range d.Promises {
		if hide && a.Readers.Private() {
			continue
		}
		p := promiseOf(a, rels, d, w)
		if p.Late {
			late++
		}
		m.Promises = append(m.Promises, p)
	}
	for _, g := range d.Goals {
		if !hide || !g.Goal.Readers.Private() {
			m.Goals = append(m.Goals, goalLine(g, d.Today, w))
		}
	}
	for _, k := range d.Skills {
		if !hide || !k.Skill.Readers.Private() {
			m.Skills = append(m.Skills, skillLine(k, d.Today, w))
		}
	}
	if hide {
		m.unmark()
	}
	m.Subtitle = locale.Capital(joined(said(len(m.Questions)-taught, "mentee.questions_wait", w), said(taught, "mentee.questions_taught", w), said(len(m.Promises), "mentee.promises_open", w),
		said(late, "mentee.promises_late", w)))
	return m
}

// learnsIn tells whether somebody learns in a relationship.
func learnsIn(row planner.MentorRow, person core.ID) bool {
	part, _ := row.Participant(person)
	return part.Role.Learns()
}

// unmark takes off who may read an item, and to whom it is let out.
func (m *MenteeModel) unmark() {
	for _, lines := range [][]PlanLine{m.Goals, m.Skills} {
		for i := range lines {
			lines[i].Chips = nil
		}
	}
}

func mentorOf(row planner.MentorRow, d *planner.MenteeDay, w *locale.Words, hide bool) Mentor {
	out := Mentor{Relationship: row.ID, Name: row.Name, Initials: core.Initials(row.Name), Key: row.ID.String(), Caption: w.T("mentee.no_meeting")}
	who := ""
	if others := row.Others(d.Owner); len(others) == 1 && d.People[others[0]] != nil && !strings.Contains(row.Name, d.People[others[0]].Name) {
		who = d.People[others[0]].Name // the relationship has a name of its own
	}
	if row.Next == nil {
		out.Caption = joined(who, out.Caption)
		return out
	}
	out.Meeting = row.Next.ID
	start, _ := row.Next.On(d.People[d.Owner].Home())
	out.Caption = joined(who, w.Day(start.Date, d.Today)+" "+w.SpanOf(row.Next, d.People[d.Owner].Home()), clockOf(row, d, w))
	if !hide { // else it may be empty only for those who look
		out.Agenda = w.T("mentee.agenda_empty")
	}
	if n := len(row.Next.Shown(hide).Agenda); n > 0 {
		out.Agenda = w.T("mentee.agenda_items", "count", n)
	}
	return out
}

// clockOf gives the time of the next meeting where the others are; "" where that is the owner's own.
func clockOf(row planner.MentorRow, d *planner.MenteeDay, w *locale.Words) string {
	at, err := row.Next.StartAt()
	if err != nil {
		return ""
	}
	var others []*core.Person
	for _, id := range row.Others(d.Owner) {
		others = append(others, d.People[id])
	}
	return w.TheirTime(at, d.People[d.Owner].Home(), others...)
}

func questionOf(q *core.Question, rels map[core.ID]planner.MentorRow, d *planner.MenteeDay, w *locale.Words) Question {
	out := Question{ID: q.ID, Text: q.Text, Private: q.Readers.Private(), Caption: w.T("mentee.for_nobody")}
	row, ok := rels[q.Relationship]
	if !ok {
		return out
	}
	out.Caption = row.Name + " · " + w.Readers(q.Readers, shortNames(d))
	if row.Next != nil {
		out.Meeting = row.Next.ID
	}
	return out
}

// place lists the meetings on whose agendas questions stand, with how many.
func (m *MenteeModel) place(d *planner.MenteeDay, rels map[core.ID]planner.MentorRow, hide bool, w *locale.Words) {
	var meetings []*core.Meeting
	counts, all := map[core.ID]int{}, 0
	for _, q := range d.Placed {
		if hide && q.Readers.Private() {
			continue
		}
		if counts[q.Meeting.ID] == 0 {
			meetings = append(meetings, q.Meeting)
		}
		counts[q.Meeting.ID]++
		all++
	}
	for _, x := range meetings {
		start, _ := x.On(d.People[d.Owner].Home())
		m.Placed = append(m.Placed, Placed{
			Meeting: x.ID, Text: w.T("mentee.placed", "count", counts[x.ID]),
			Caption: joined(rels[x.Relationship].Name, w.Day(start.Date, d.Today)+" "+w.SpanOf(x, d.People[d.Owner].Home())),
		})
	}
	if len(d.Questions) == 0 && all > 0 && !hide {
		m.NoQuestions = w.T("mentee.all_placed", "count", all)
	}
}

// shortNames gives everybody's but the owner's.
func shortNames(d *planner.MenteeDay) map[core.ID]string {
	names := map[core.ID]string{}
	for id, p := range d.People {
		if id != d.Owner {
			names[id] = p.ShortName()
		}
	}
	return names
}

func promiseOf(a *core.Action, rels map[core.ID]planner.MentorRow, d *planner.MenteeDay, w *locale.Words) Promise {
	out := Promise{ID: a.ID, Text: a.Title, Late: a.DaysLate(d.Today) > 0}
	out.Soon = !out.Late && !a.Due.IsZero() && a.Due.Before(d.Today.AddDays(2))
	for _, id := range a.Relationships {
		if row, ok := rels[id]; ok {
			out.Caption = row.Name
			break
		}
	}
	if !a.Due.IsZero() {
		if out.Caption != "" {
			out.Caption += " · "
		}
		out.Caption += w.T("mentee.due", "date", w.Day(a.Due, d.Today))
	}
	return out
}

func goalLine(row planner.GoalRow, today core.Date, w *locale.Words) PlanLine {
	g := row.Goal
	out := PlanLine{ID: g.ID, Title: g.Title, Released: len(row.Released) > 0, Chips: marksOf(g.Readers, row.Released, today, w)}
	p, ok := g.Progress()
	if out.Measured = ok; ok {
		out.Part, out.Figure = p.Ratio(), w.Percent(p.Percent())
	}
	switch next, any := g.NextMilestone(); {
	case any:
		out.Caption = w.T("mentee.next_step", "text", next.Title)
		if !next.Due.IsZero() {
			out.Caption += ", " + w.DateShort(next.Due, today)
			out.Late = next.Due.Before(today)
		}
	case g.Measure != nil:
		out.Caption = w.T("mentee.measured", "name", g.Measure.Name, "figure", w.Figure(p, g.Measure.Unit))
	case !g.Due.IsZero():
		out.Caption = w.T("mentee.due", "date", w.DateShort(g.Due, today))
	}
	if !g.Due.IsZero() && g.Due.Before(today) {
		out.Late = true
	}
	return out
}

func skillLine(row planner.SkillRow, today core.Date, w *locale.Words) PlanLine {
	k := row.Skill
	levels := float64(len(k.Scale))
	out := PlanLine{ID: k.ID, Title: k.Name, Released: len(row.Released) > 0, Measured: true, Caption: w.T("mentee.not_rated"), Chips: marksOf(k.Readers, row.Released, today, w)}
	if row.Any {
		out.Part, out.Marks = float64(row.All.Now)/levels, []float64{float64(row.All.Baseline) / levels}
		out.Figure = w.Levels(row.All.Baseline, row.All.Now, len(k.Scale))
		out.Caption = w.T("mentee.rated", "date", w.DateShort(row.All.NowOn, today))
		if k.Target > 0 {
			out.Marks = append(out.Marks, float64(k.Target)/levels)
		}
	}
	return out
}

// marksOf says who may read an item, where that is nobody, and to whom it is let out.
func marksOf(v core.Visibility, released []core.LetOut, today core.Date, w *locale.Words) []Mark {
	var out []Mark
	if v.Private() {
		out = append(out, Mark{w.PrivateChip(len(released) > 0), tone.Pressing})
	}
	for _, l := range released {
		out = append(out, Mark{w.LetOut(l, today), tone.Good})
	}
	return out
}
