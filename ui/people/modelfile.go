package people

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Fact is one thing known about a person.
type Fact struct{ Label, Text string }

// Part is a relationship that a person takes part in.
type Part struct {
	Relationship  core.ID
	Name, Caption string
	Over          bool
}

// Note is a text about the person.
type Note struct {
	Record  *core.Note
	Text    string
	Caption string // who wrote it, when, and who may read it
	Private bool
}

// Promise is what the person promised outside of relationships.
type Promise struct {
	ID         core.ID
	Text, When string
	Late       bool
	Private    bool
}

// File is one person, in words.
type File struct {
	Person        *core.Person
	Name, Caption string
	Initials, Key string
	Clock         string // the time where they are
	Quiet         bool   // they asked not to be written to at this hour
	Owner         bool
	Consent       string
	Consented     bool
	Facts         []Fact
	Parts         []Part
	Promises      []Promise
	Notes         []Note
}

// NewFile puts what the planner knows about a person into words.
func NewFile(f *planner.PersonFile, w *locale.Words) *File {
	p := f.Person
	out := &File{
		Person: p, Name: p.Name, Caption: join(" · ", p.JobTitle, p.Organisation), Initials: p.Initials(), Key: p.ID.String(), Owner: p.ID == f.Owner,
	}
	out.clock(f, w)
	out.facts(f, w)
	for _, part := range f.With {
		caption := join(" · ", locale.Capital(w.Word(part.Role)), w.T("people.status."+string(part.Status)))
		if part.Left {
			caption = join(" · ", locale.Capital(w.Word(part.Role)), w.T("people.left"))
		}
		name := part.Name
		if name == "" {
			name = p.Name
		}
		out.Parts = append(out.Parts, Part{part.Relationship, name, caption, part.Left || part.Status == core.StatusEnded})
	}
	for _, a := range f.Promises {
		out.Promises = append(out.Promises, promise(a, f, w))
	}
	for _, n := range f.Notes {
		out.Notes = append(out.Notes, note(n, f, w))
	}
	return out
}

func promise(a *core.Action, f *planner.PersonFile, w *locale.Words) Promise {
	p := Promise{ID: a.ID, Text: a.Title, Private: a.Readers.Private()}
	if late := a.DaysLate(f.Today); late > 0 {
		p.When, p.Late = w.T("today.late_by", "n", late), true
	} else if !a.Due.IsZero() {
		p.When = w.T("mentee.due", "date", w.Day(a.Due, f.Today))
	}
	return p
}

func (out *File) clock(f *planner.PersonFile, w *locale.Words) {
	loc, err := f.Person.Zone.Location()
	if err != nil {
		return
	}
	c := core.CivilOf(f.Now.In(loc))
	out.Clock = w.T("people.clock", "time", w.Clock(c), "city", w.City(f.Person.Zone))
	if c.Date != f.Today {
		out.Clock = w.T("people.clock_day", "time", w.Clock(c), "city", w.City(f.Person.Zone), "day", w.Day(c.Date, f.Today))
	}
	q := f.Person.Quiet
	out.Quiet = !q.IsZero() && q.Contain(c.Hour*60+c.Minute)
}

func (out *File) facts(f *planner.PersonFile, w *locale.Words) {
	p := f.Person
	add := func(field string, text string) {
		if text != "" {
			out.Facts = append(out.Facts, Fact{w.Label(field), text})
		}
	}
	add("emails", strings.Join(p.Emails, "\n"))
	add("phones", strings.Join(p.Phones, "\n"))
	if p.Zone != "" {
		add("zone", w.City(p.Zone)+" · "+string(p.Zone))
	}
	if p.Language != "" {
		add("language", w.Word(p.Language))
	}
	add("address_as", p.Address)
	if whole := join(" ", p.GivenName, p.MiddleName, p.FamilyName); whole != p.Name {
		add("name", whole)
	}
	if p.Pronoun != "" {
		add("pronoun", w.Word(p.Pronoun))
	}
	add("quiet", quietOf(p, w))
	if !p.Birthday.IsZero() {
		add("birthday", w.Date(p.Birthday))
	}
	add("links", strings.Join(p.Links, "\n"))
	add("origin", p.Origin)
	if !f.Last.IsZero() {
		out.Facts = append(out.Facts, Fact{w.T("people.last"), w.DateShort(f.Last, f.Today)})
	}
	if out.Owner {
		return
	}
	out.Consented = p.Consent.Given
	if out.Consent = consentOf(p, w); out.Consent == "" {
		out.Consent = w.T("people.no_consent")
	}
}

func note(n *core.Note, f *planner.PersonFile, w *locale.Words) Note {
	author := f.Names[n.Author]
	if n.Author == f.Owner {
		author = w.T("people.me")
	}
	return Note{
		Record: n, Text: n.Text, Private: n.Readers.Private(),
		Caption: join(" · ", author, w.DateShort(core.DateOf(n.Created), f.Today), w.Readers(n.Readers, f.Names)),
	}
}
