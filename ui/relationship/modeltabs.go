package relationship

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Tabs of the page, as routes name them.
const (
	TabOverview   = "overview"
	TabMeetings   = "meetings"
	TabPlan       = "plan"
	TabChecklists = "checklists"
	TabNotes      = "notes"
	TabLog        = "log"
	TabAgreement  = "agreement"
)

// tabs lists them in their order.
func tabs() []string {
	return []string{TabOverview, TabMeetings, TabPlan, TabChecklists, TabNotes, TabLog, TabAgreement}
}

// Note is a text about the relationship, a meeting or a goal of it.
type Note struct {
	Record  *core.Note
	About   string
	Caption string // who wrote it, when, who may read it
	Private bool
}

// NewNotes puts the notes into words; private ones are left out where they are not to be seen.
func NewNotes(n *planner.NotesIn, w *locale.Words, hidden bool) []Note {
	var out []Note
	for _, row := range n.Rows {
		if hidden && row.Note.Readers.Private() {
			continue
		}
		about := w.T("rel.note_relationship")
		switch row.Note.About.Kind {
		case core.KindMeeting:
			about = w.T("rel.note_meeting", "date", w.DateShort(row.On, n.Today))
			if row.Title != "" && !(hidden && row.Veil) {
				about = join(about, row.Title)
			}
		case core.KindGoal:
			about = w.T("rel.note_goal", "title", row.Title)
		}
		author := n.Names[row.Note.Author]
		if row.Note.Author == n.Owner {
			author = w.T("rel.me")
		}
		out = append(out, Note{
			Record: row.Note, About: about, Private: row.Note.Readers.Private(),
			Caption: join(author, w.DateShort(core.DateOf(row.Note.Created), n.Today), w.Readers(row.Note.Readers, n.Names)),
		})
	}
	return out
}

// Step is a line of the log.
type Step struct {
	Day  string // "" where it is that of the line above
	Time string
	Text string
}

// NewLog puts the log into words; hidden leaves out what each step was about.
func NewLog(l *planner.Log, w *locale.Words, hidden bool) []Step {
	var out []Step
	var day core.Date
	for _, cs := range l.Steps {
		c := core.CivilOf(cs.At.In(l.Loc))
		args := cs.Args
		if hidden {
			args = nil
		}
		text := w.Title(string(cs.Title), args)
		switch {
		case cs.Title == planner.TitleBroughtBack && cs.Again:
			text = w.T("rel.log_undone", "title", text)
		case cs.Title == planner.TitleBroughtBack: // it says so itself
		case cs.Again:
			text = w.T("window.redone", "title", text)
		case !cs.Undoes.IsZero():
			text = w.T("rel.log_undone", "title", text)
		}
		step := Step{Time: w.Clock(c), Text: text}
		if c.Date != day {
			day = c.Date
			step.Day = locale.Capital(w.Day(day, l.Today))
		}
		out = append(out, step)
	}
	return out
}

// Agreement is one version of what both sides agreed on.
type Agreement struct {
	Record     *core.Agreement
	Title      string
	Parts      []Term
	Signatures []Signature
}

// Term is one thing agreed on.
type Term struct{ Label, Text string }

// Signature is one side's yes, or that it is missing.
type Signature struct {
	Person core.ID
	Name   string
	Text   string
	Signed bool
}

// NewAgreements puts the versions into words, the last first.
func NewAgreements(all []*core.Agreement, o *planner.Overview, w *locale.Words) []Agreement {
	var out []Agreement
	for i := len(all) - 1; i >= 0; i-- {
		a := all[i]
		x := Agreement{Record: a, Title: w.T("rel.agreement_version", "n", a.Version, "date", w.Date(core.DateOf(a.Created)))}
		for _, t := range []Term{
			{"purpose", a.Purpose},
			{"frequency", a.Frequency},
			{"channels", a.Channels},
			{"confidentiality", a.Confidentiality},
			{"exceptions", a.Exceptions},
			{"reporting", a.Reporting},
			{"boundaries", a.Boundaries},
			{"review", dateText(a.Review, w)},
			{"ends", dateText(a.Ends, w)},
		} {
			if t.Text != "" {
				x.Parts = append(x.Parts, Term{w.Label(t.Label), t.Text})
			}
		}
		for _, p := range o.Relationship.Participants {
			x.Signatures = append(x.Signatures, signature(a, p.Person, o, w))
		}
		out = append(out, x)
	}
	return out
}

func dateText(d core.Date, w *locale.Words) string {
	if d.IsZero() {
		return ""
	}
	return w.Date(d)
}

func signature(a *core.Agreement, person core.ID, o *planner.Overview, w *locale.Words) Signature {
	out := Signature{Person: person, Name: locale.Capital(name(person, o, w)), Text: w.T("rel.unsigned")}
	for _, s := range a.Signed {
		if s.By != person {
			continue
		}
		out.Signed = true
		out.Text = w.T("rel.signed", "date", w.Date(core.DateOf(s.At)))
		if !s.Own() {
			out.Text = join(out.Text, w.T("rel.typed_for"))
		}
		out.Text = join(out.Text, s.Words)
	}
	return out
}

// Run is a checklist given to somebody.
type Run struct {
	ID             core.ID
	Title, Caption string
	Part           float64
	Percent        string
	Private        bool
	Items          []RunItem
}

// RunItem is one line of it.
type RunItem struct {
	ID            core.ID
	Text, Caption string
	Done, Late    bool
}

// NewRuns puts the checklists into words, open ones first.
func NewRuns(o *planner.Overview, w *locale.Words, hidden bool) []Run {
	var open, done []Run
	for _, r := range o.Runs {
		if hidden && r.Readers.Private() {
			continue
		}
		x := Run{ID: r.ID, Title: r.Title, Private: r.Readers.Private()}
		n := 0
		for _, item := range r.Items {
			line := RunItem{ID: item.ID, Text: item.Text, Done: !item.Done.IsZero(), Late: item.Done.IsZero() && !item.Due.IsZero() && item.Due.Before(o.Today)}
			line.Caption = name(item.Owner, o, w)
			switch {
			case line.Done:
				n++
				line.Caption = join(line.Caption, w.T("rel.done", "date", w.DateShort(item.Done, o.Today)))
			case !item.Due.IsZero():
				line.Caption = join(line.Caption, w.T("rel.goal_due", "date", w.DateShort(item.Due, o.Today)))
			}
			x.Items = append(x.Items, line)
		}
		if len(r.Items) > 0 {
			x.Part = float64(n) / float64(len(r.Items))
		}
		x.Percent = w.T("rel.of", "n", n, "of", len(r.Items))
		x.Caption = join(name(r.Person, o, w), w.T("rel.run_since", "date", w.DateShort(r.Started, o.Today)), w.Readers(r.Readers, o.ShortNames()))
		if r.Open() {
			open = append(open, x)
		} else {
			done = append(done, x)
		}
	}
	return append(open, done...)
}
