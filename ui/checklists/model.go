// Package checklists is templates of things to do, and what became of them with those to whom they were given.
package checklists

import (
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// RunRow is a checklist in use, as the list shows it.
type RunRow struct {
	ID      core.ID
	Title   string
	Caption string // whose it is, how far it has come
	Part    float64
	Late    string // "2 late"; "" for none
	Done    bool
}

// TemplateRow is a template, as the list shows it.
type TemplateRow struct {
	ID      core.ID
	Title   string
	Caption string
}

// Item is a line of a checklist in use.
type Item struct {
	ID      core.ID
	Text    string
	Caption string // who does it, by when
	Done    bool
	Late    bool
}

// Run is a checklist in use, whole.
type Run struct {
	ID      core.ID
	Title   string
	Caption string
	Readers string
	Private bool
	Part    float64
	Items   []Item
}

// Model is what the screen shows, in words.
type Model struct {
	Subtitle  string
	Runs      []RunRow
	Templates []TemplateRow
	Finished  bool // there are runs that are done with, on show or not
	FoundDone bool // the filter's text is found among those alone, and they are not on show
}

// Filter chooses what the screen shows.
type Filter struct {
	Text string
	Done bool // runs with nothing left to do too
}

// NewModel puts into words what the filter lets through of the board. hide leaves out what only the owner may read: others
// look at the screen.
func NewModel(b *planner.ChecklistBoard, f Filter, hide bool, w *locale.Words) *Model {
	m := &Model{}
	late, open := 0, 0
	var shown, done []*core.Run
	for _, r := range b.Runs {
		if hide && r.Readers.Private() {
			continue
		}
		n := r.Late(b.Today)
		if r.Open() {
			open++
		}
		if n > 0 {
			late++
		}
		if m.Finished = m.Finished || !r.Open(); !r.Open() && !f.Done {
			done = append(done, r)
			continue
		}
		shown = append(shown, r)
	}
	words := func(r *core.Run) (name, others string) { return r.Title, runWords(r, b) }
	for _, r := range planner.Sift(f.Text, shown, words) {
		m.Runs = append(m.Runs, newRunRow(r, b, w))
	}
	m.FoundDone = f.Text != "" && len(m.Runs) == 0 && len(planner.Sift(f.Text, done, words)) > 0
	for _, t := range planner.Sift(f.Text, b.Templates, templateWords) {
		used := w.T("checklists.not_used")
		if t.Runs > 0 {
			used = w.T("checklists.used", "count", t.Runs)
		}
		m.Templates = append(m.Templates, TemplateRow{t.ID, t.Title, w.T("checklists.items", "count", len(t.Items)) + " · " + used})
	}
	if open > 0 || !hide { // none that may be shown are not none
		m.Subtitle = w.T("checklists.in_use", "count", open)
	}
	if late > 0 {
		m.Subtitle += " · " + w.T("checklists.with_late", "count", late)
	}
	return m
}

func newRunRow(r *core.Run, b *planner.ChecklistBoard, w *locale.Words) RunRow {
	row := RunRow{ID: r.ID, Title: r.Title, Done: !r.Open(), Part: float64(r.Done()) / float64(max(len(r.Items), 1))}
	row.Caption = nameOf(b, r.Person) + " · " + w.T("checklists.done_short", "n", r.Done(), "of", len(r.Items))
	if n := r.Late(b.Today); n > 0 {
		row.Late = w.T("checklists.late", "count", n)
	}
	return row
}

// runWords gives by what a checklist in use is found besides its title: whose it is, in which relationships, and its lines.
func runWords(r *core.Run, b *planner.ChecklistBoard) string {
	all := []string{nameOf(b, r.Person)}
	for _, id := range r.Relationships {
		if place, ok := b.Place(id); ok {
			all = append(all, place.Name)
		}
	}
	for _, item := range r.Items {
		all = append(all, item.Text)
	}
	return strings.Join(all, "\n")
}

func templateWords(t planner.TemplateRow) (name, others string) {
	all := []string{t.Purpose}
	for _, item := range t.Items {
		all = append(all, item.Text)
	}
	return t.Title, strings.Join(all, "\n")
}

func nameOf(b *planner.ChecklistBoard, id core.ID) string {
	if p := b.Person(id); p != nil {
		return p.Name
	}
	return ""
}

// NewRun puts a checklist in use into words.
func NewRun(r *core.Run, b *planner.ChecklistBoard, w *locale.Words) *Run {
	out := &Run{ID: r.ID, Title: r.Title, Private: r.Readers.Private(), Part: float64(r.Done()) / float64(max(len(r.Items), 1))}
	names := map[core.ID]string{}
	for _, p := range b.People {
		if p.ID != b.Owner {
			names[p.ID] = p.Name
		}
	}
	out.Readers = w.Readers(r.Readers, names)
	out.Caption = nameOf(b, r.Person) + " · " + w.T("checklists.since", "date", w.DateShort(r.Started, b.Today)) +
		" · " + w.T("checklists.done_of", "n", r.Done(), "of", len(r.Items))
	for _, item := range r.Items {
		line := Item{ID: item.ID, Text: item.Text, Done: !item.Done.IsZero()}
		line.Late = !line.Done && !item.Due.IsZero() && item.Due.Before(b.Today)
		line.Caption = itemCaption(item, b, w)
		out.Items = append(out.Items, line)
	}
	return out
}

func itemCaption(item core.RunItem, b *planner.ChecklistBoard, w *locale.Words) string {
	who := nameOf(b, item.Owner)
	if item.Owner == b.Owner {
		who = w.T("rel.me")
	}
	var parts []string
	if who != "" {
		parts = append(parts, who)
	}
	switch {
	case !item.Done.IsZero():
		parts = append(parts, w.T("checklists.done_on", "date", w.DateShort(item.Done, b.Today)))
	case !item.Due.IsZero():
		parts = append(parts, w.T("checklists.due_on", "date", w.DateShort(item.Due, b.Today)))
	}
	return strings.Join(parts, " · ")
}

// TemplateInput is what stands in the editor of a template.
type TemplateInput struct {
	Title, Purpose string
	Items          []TemplateItem
}

// TemplateItem is a line of a template as it is typed.
type TemplateItem struct {
	ID    core.ID
	Text  string
	Owner core.Role // "" is whoever it is given to
	After string    // days after the start; "" has no day
}

// Owners lists whose side a line can be on.
func Owners() []core.Role { return []core.Role{core.RoleMentee, core.RoleMentor, core.RoleBoth} }

// NewTemplateInput shows a template in the editor.
func NewTemplateInput(c *core.Checklist) TemplateInput {
	in := TemplateInput{Title: c.Title, Purpose: c.Purpose}
	for _, item := range c.Items {
		line := TemplateItem{ID: item.ID, Text: item.Text, Owner: item.Owner}
		if line.Owner == "" {
			line.Owner = core.RoleMentee
		}
		if item.After > 0 {
			line.After = strconv.Itoa(item.After)
		}
		in.Items = append(in.Items, line)
	}
	return in
}

// Write puts the input into a template; lines in which nothing stands are left out. Its error says, by field,
// which days are no number.
func (in TemplateInput) Write(c *core.Checklist, w *locale.Words) error {
	c.Title, c.Purpose = core.CleanLine(in.Title), strings.TrimSpace(in.Purpose)
	items := make([]core.TemplateItem, 0, len(in.Items))
	var wrong error
	for _, line := range in.Items {
		if strings.TrimSpace(line.Text) == "" && strings.TrimSpace(line.After) == "" {
			continue
		}
		item := core.TemplateItem{ID: line.ID, Text: core.CleanLine(line.Text), Owner: line.Owner}
		if text := strings.TrimSpace(line.After); text != "" {
			days, err := w.ParseNumber(text)
			if code := core.CodeBadNumber; err != nil || days != float64(int(days)) {
				if err == nil {
					code = core.CodeNotWhole
				}
				wrong = core.FailField(code, "items."+strconv.Itoa(len(items)+1)+".after", "min", 0, "max", 3650)
			}
			item.After = int(days)
		}
		items = append(items, item)
	}
	c.Items = items
	return wrong
}

// Given is somebody to whom a template can be given.
type Given struct {
	planner.Given
	Name    string
	Caption string // the relationship, where it has a name of its own
	Pair    bool   // the relationship is theirs alone with one other
}

// Takers lists to whom a template can be given: everybody who learns in a relationship that goes on, each there,
// and the owner alone.
func Takers(p *planner.Places, w *locale.Words) []Given {
	var out []Given
	if owner := p.Person(p.Owner); owner != nil {
		out = append(out, Given{Given: planner.Given{Person: p.Owner}, Name: w.T("plans.me_named", "name", owner.Name), Caption: w.T("checklists.alone")})
	}
	for _, rel := range p.Relationships {
		if rel.Status == core.StatusEnded {
			continue
		}
		for _, id := range rel.Mentees() {
			who := p.Person(id)
			if who == nil {
				continue
			}
			g := Given{Given: planner.Given{Person: id, Relationship: rel.ID}, Name: who.Name, Pair: len(rel.Participants) == 2}
			switch {
			case id == p.Owner:
				g.Name = w.T("plans.me_named", "name", who.Name)
				g.Caption = rel.Name
			case locale.IsName(rel.Name, who.Name): // with what tells it from another, if there is one
				g.Name = rel.Name
			default:
				if apart := p.Apart(who); apart != "" {
					g.Name += core.ApartBy + apart
				}
				g.Caption = rel.Name
			}
			out = append(out, g)
		}
	}
	return out
}

// Once keeps of each person one place: the first relationship that is theirs alone with one other, else the first of all. The
// owner, who gives, gets none themselves where there is anybody else.
func Once(all []Given, owner core.ID) []Given {
	others := slices.DeleteFunc(slices.Clone(all), func(g Given) bool { return g.Person == owner })
	if len(others) == 0 {
		others = all
	}
	var out []Given
	at := map[core.ID]int{}
	for _, g := range others {
		i, met := at[g.Person]
		switch {
		case !met:
			at[g.Person] = len(out)
			out = append(out, g)
		case out[i].Relationship.IsZero(), g.Pair && !out[i].Pair:
			out[i] = g
		}
	}
	return out
}

// Find keeps those whose name or relationship has all words that were typed, in a list of its own.
func Find(all []Given, text string) []Given {
	return slices.Clone(planner.Sift(text, all, func(g Given) (name, others string) { return g.Name, g.Caption }))
}
