// Package relationship is the page of one relationship: its way, plan, promises, questions and meetings, and the
// forms that begin, change and end it.
package relationship

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Model is what the page shows, in words.
type Model struct {
	ID              core.ID
	Title, Subtitle string
	Brief           string // the subtitle without what a narrow window can do without
	Initials, Key   string
	Phases          []Phase
	Pace            string
	Goals           []Goal
	GoalsCaption    string
	Skills          []Skill
	Actions         []Action
	Questions       []Question
	Next            core.ID // the next planned meeting; zero: none
	NextText        string  // when it is
	Meetings        []Meeting
	Live, Ended     bool
	Standing        Standing
	Leaving         string // who has left, and who is about to
	Purpose         string
}

// Phase is one step of the way.
type Phase struct {
	Text       string
	Done, Here bool
}

// Action is a promise.
type Action struct {
	ID             core.ID
	Title, Caption string
	Done, Late     bool
}

// Question is one that waits.
type Question struct {
	ID            core.ID
	Text, Caption string
	Private       bool
}

// Meeting is a line of the list of meetings.
type Meeting struct {
	ID           core.ID
	When, What   string
	Status       string
	Kind         MeetingKind
	Future, Next bool
	Asked        bool   // somebody else invites to it
	Copy         bool   // or holds it: a calendar alone has told of it, and asks for no answer
	Tell         string // what the button is called that tells its guests

	title string
	words string // by which it is found besides its title
}

// MeetingKind says how a meeting's status is to be read.
type MeetingKind int

// The kinds.
const (
	Coming MeetingKind = iota
	Held
	Missed
	Off
	Unclosed // over, and nobody said how it went
)

// kind says what kind of mentoring it is.
func kind(r *core.Relationship, w *locale.Words) string {
	return comma(w.T("rel.kind_format."+string(r.Format)), w.Word(r.Duration), w.T("rel.kind_about."+string(r.Specialisation)))
}

// NewModel puts what the planner gathered into words. Private items are left out where they are not to be seen.
func NewModel(o *planner.Overview, w *locale.Words, hidden bool) *Model {
	rel := o.Relationship
	m := &Model{
		ID: rel.ID, Title: o.Name, Key: rel.ID.String(), Initials: core.Initials(o.Name), Live: rel.Live(),
		Ended: rel.Status == core.StatusEnded, Purpose: rel.Purpose,
	}
	m.Standing = standing(o, w)
	m.Brief = join(m.Standing.Text, who(o, w))
	m.Subtitle = join(m.Brief, kind(rel, w), since(o, w))
	m.way(o, w)
	m.Leaving = leaving(o, w)
	agreed, drafts := 0, 0
	for _, g := range o.Goals {
		if hidden && g.Goal.Readers.Private() {
			continue
		}
		if hidden {
			g.Released = nil // to whom an item is let out is a mark, too
		}
		switch g.Goal.Status {
		case core.GoalDropped:
			continue
		case core.GoalDraft:
			drafts++
		default:
			agreed++
		}
		m.Goals = append(m.Goals, newGoal(g, o, w))
	}
	m.GoalsCaption = join(w.T("rel.goals_agreed", "count", agreed), w.T("rel.goals_draft", "count", drafts))
	for _, k := range o.Skills {
		if !hidden || !k.Skill.Readers.Private() {
			m.Skills = append(m.Skills, newSkill(k, o, w))
		}
	}
	for _, a := range o.Actions {
		if !hidden || !a.Readers.Private() {
			m.Actions = append(m.Actions, action(a, o, w))
		}
	}
	for _, q := range o.Questions {
		if !hidden || !q.Readers.Private() {
			m.Questions = append(m.Questions, question(q, o, w))
		}
	}
	m.meetings(o, w, hidden)
	return m
}

func (m *Model) way(o *planner.Overview, w *locale.Words) {
	rel := o.Relationship
	reached := false
	for _, phase := range core.Phases() {
		here := phase == rel.Phase && !m.Ended
		step := Phase{Text: locale.Capital(w.Word(phase)), Here: here, Done: !here && !reached}
		switch {
		case here && len(rel.Phases) > 0:
			since := rel.Phases[len(rel.Phases)-1].Since
			step.Text = w.T("rel.phase_month", "phase", step.Text, "n", months(since, o.Today))
		case step.Done:
			step.Text += " ✓"
		}
		m.Phases = append(m.Phases, step)
		reached = reached || phase == rel.Phase
	}
	if o.Past > 0 {
		m.Pace = w.T("rel.held", "held", o.Held, "past", o.Past)
	}
	if days := rel.CadenceDays(); days > 0 {
		m.Pace = join(every(days, w), m.Pace)
	}
	if !o.Review.IsZero() {
		m.Pace = join(m.Pace, w.T("rel.review", "date", w.DateShort(o.Review, o.Today)))
	}
}

// leaving says on what days participants have left, or will.
func leaving(o *planner.Overview, w *locale.Words) string {
	var all []string
	for _, p := range o.Relationship.Participants {
		who := name(p.Person, o, w)
		switch {
		case p.Until.IsZero() || who == "":
		case p.LeftBefore(o.Today):
			all = append(all, w.T("rel.left_on", "name", who, "date", w.DateShort(p.Until, o.Today)))
		default:
			all = append(all, w.T("rel.leaves_on", "name", who, "date", w.DateShort(p.Until, o.Today)))
		}
	}
	return join(all...)
}

// every says how often one meets: in weeks where the days are whole ones.
func every(days int, w *locale.Words) string {
	if days%7 == 0 {
		return w.T("rel.every_weeks", "count", days/7)
	}
	return w.T("rel.every_days", "count", days)
}

// months counts the month of a stretch that a day lies in, from one.
func months(since, day core.Date) int {
	n := (day.Year-since.Year)*12 + int(day.Month) - int(since.Month)
	if day.Day < since.Day {
		n--
	}
	return max(n, 0) + 1
}

// who says who the other side is, by name where the relationship has one of its own, and what time it is there; "" where it is not
// one person. What matters most stands first, as narrow windows cut the end.
func who(o *planner.Overview, w *locale.Words) string {
	others := o.Relationship.Others(o.Owner)
	if len(others) != 1 || o.People[others[0]] == nil {
		return ""
	}
	other, name := o.People[others[0]], ""
	if !strings.Contains(o.Name, other.Name) { // the relationship has a name of its own
		name = other.Name
	}
	return join(name, comma(other.JobTitle, other.Organisation), theirTime(other, o, w))
}

func since(o *planner.Overview, w *locale.Words) string {
	if o.Relationship.Since.IsZero() {
		return ""
	}
	return w.T("rel.since", "date", w.Date(o.Relationship.Since))
}

// theirTime gives the time where the other side is; "" where it is the owner's, or not known.
func theirTime(p *core.Person, o *planner.Overview, w *locale.Words) string {
	loc, err := p.Zone.Location()
	if err != nil {
		return ""
	}
	there := core.CivilOf(o.Now.In(loc))
	if home, err := o.OwnerZone.Location(); err == nil && core.CivilOf(o.Now.In(home)) == there {
		return ""
	}
	return w.T("people.clock", "time", w.Clock(there), "city", w.City(p.Zone))
}

// theirClock gives the time at which a meeting begins by the others' clocks; "" where these show the owner's.
func theirClock(x *core.Meeting, o *planner.Overview, w *locale.Words) string {
	at, err := x.StartAt()
	if err != nil {
		return ""
	}
	var others []*core.Person
	for _, id := range o.Relationship.Others(o.Owner) {
		others = append(others, o.People[id])
	}
	return w.TheirClock(at, o.OwnerZone, others...)
}

func join(parts ...string) string { return joined(" · ", parts) }

func comma(parts ...string) string { return joined(", ", parts) }

func joined(between string, parts []string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = p
		default:
			out += between + p
		}
	}
	return out
}

func name(id core.ID, o *planner.Overview, w *locale.Words) string {
	if id == o.Owner {
		return w.T("rel.me")
	}
	if p := o.People[id]; p != nil {
		return p.ShortName()
	}
	return ""
}

func action(a *core.Action, o *planner.Overview, w *locale.Words) Action {
	out := Action{ID: a.ID, Title: a.Title, Done: !a.Open(), Late: a.DaysLate(o.Today) > 0}
	who := name(a.Owner, o, w)
	switch {
	case out.Done:
		out.Caption = w.T("rel.done", "date", w.DateShort(a.Closed, o.Today))
	case a.Due.IsZero():
		out.Caption = who
	default:
		out.Caption = w.T("rel.due", "name", who, "date", w.DateShort(a.Due, o.Today))
	}
	out.Caption = join(out.Caption, w.Readers(a.Readers, o.ShortNames()))
	return out
}

func question(q *core.Question, o *planner.Overview, w *locale.Words) Question {
	return Question{
		ID: q.ID, Text: w.Quote(q.Text), Private: q.Readers.Private(),
		Caption: join(name(q.Asker, o, w), w.DateShort(core.DateOf(q.Asked), o.Today), w.Readers(q.Readers, o.ShortNames())),
	}
}

// meetings lists what is to come, the next first, then what was, the last first.
func (m *Model) meetings(o *planner.Overview, w *locale.Words, hidden bool) {
	var coming, past []Meeting
	for _, x := range o.Meetings {
		row := meeting(x.Shown(hidden), o, w)
		if o.Next != nil && x.ID == o.Next.ID {
			row.Next = true
			m.Next, m.NextText = x.ID, row.When
		}
		if row.Future {
			coming = append(coming, row)
		} else {
			past = append([]Meeting{row}, past...)
		}
	}
	m.Meetings = append(coming, past...)
}

func meeting(x *core.Meeting, o *planner.Overview, w *locale.Words) Meeting {
	start, _ := x.On(o.OwnerZone)
	row := Meeting{ID: x.ID, When: w.DateWithDay(start.Date, o.Today) + ", " + w.SpanOf(x, o.OwnerZone), What: x.Title, Status: w.Outcome(x)}
	row.Asked = planner.Asked(x, o.People[o.Owner])
	row.Copy = row.Asked && planner.Copied(x)
	end, err := x.EndAt()
	row.Future = err == nil && end.After(o.Now) && (x.Planned() || x.Off()) // what was held or missed is over, whatever was planned
	row.When = join(row.When, theirClock(x, o, w))
	if len(x.Agenda) > 0 {
		row.What = join(row.What, w.T("rel.agenda", "count", len(x.Agenda)))
	}
	row.What = join(row.What, x.Place)
	if !x.Planned() { // else it is why it was moved
		row.What = join(row.What, x.Reason)
	}
	row.Tell = w.Tell(x.Off(), planner.SaidBy(o.Answers[x.ID]))
	if answers := o.Answers[x.ID]; len(answers) > 0 {
		row.What = join(row.What, w.Answers(planner.SaidBy(answers)))
	}
	row.findable(x, start.Date, w)
	switch {
	case x.Planned() && row.Future:
		row.Kind = Coming
	case x.Planned():
		row.Kind, row.Status = Unclosed, w.T("rel.unclosed")
	case x.Status == core.MeetingHeld:
		row.Kind = Held
	case x.Status == core.MeetingMissed:
		row.Kind = Missed
	default:
		row.Kind = Off
	}
	return row
}
