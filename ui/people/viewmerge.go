package people

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// MergeDeps is what the dialog that makes one person of two asks of the window.
type MergeDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	All     *planner.Candidates
	Offer   forms.Offering // whom the choice may list
	Save    forms.Saver
	Merge   func(ctx context.Context, keep, other core.ID) error
	Done    func(keep core.ID)
}

// merger is the dialog.
type merger struct {
	deps  MergeDeps
	asked planner.Candidate
	two   *Merging // nil while nobody is chosen
	form  *forms.Form
	who   *kit.Combo
	shown *fyne.Container
	open  *shell.Open
}

// ShowMerge asks with whom somebody is to be made one, shows both side by side with what will stand, and does it.
func ShowMerge(deps MergeDeps, p *core.Person) {
	w := deps.Words
	m := &merger{deps: deps, asked: planner.Candidate{Person: p}, form: forms.NewForm(w), shown: kit.Stack(8)}
	var people []*core.Person
	for _, row := range deps.All.Rows {
		people = append(people, row.Person)
		if row.Person.ID == p.ID {
			m.asked = row
		}
	}
	m.who = forms.Put(m.form, kit.NewCombo(w.T("people.merge_with"), deps.Offer.Hint(w, "people.merge_hint"), m.find, m.choose), "name", "state")
	if like := Likeness(p, people); like != nil && deps.Offer.Names("", like.ID) {
		m.take(like.ID.String())
		m.who.SetValue(m.item(m.two.sides[1]))
	}
	m.draw()
	m.open = deps.Dialogs.Show(shell.Dialog{
		Title: w.T("people.merge_title", "name", p.Name), Width: 820, Content: kit.Stack(10, m.who, m.shown, m.form.Rest()),
		Confirm: w.T("people.merge_do"), Cancel: w.T("window.cancel"), First: m.who.Focusable(), OK: m.save,
		Keys: map[fyne.KeyName]func(){fyne.KeyF7: m.swap},
	})
}

// item names somebody so that two of one name can be told apart.
func (m *merger) item(c planner.Candidate) kit.ComboItem {
	held := ""
	if c.Meetings > 0 {
		held = m.deps.Words.Count(core.KindMeeting, c.Meetings)
	}
	p := c.Person
	return kit.ComboItem{Key: p.ID.String(), Text: p.Name, Caption: join(" · ", p.Organisation, p.Email(), p.Origin, held)}
}

func (m *merger) find(text string) []kit.ComboItem {
	terms := strings.Fields(fold(text))
	var out []kit.ComboItem
	for _, c := range m.deps.All.Rows {
		p := c.Person
		if p.ID != m.asked.Person.ID && len(out) < 20 && m.deps.Offer.Names(text, p.ID) && begins(terms, parts(append([]string{p.Name, p.Organisation, p.Origin}, p.Emails...)...)) {
			out = append(out, m.item(c))
		}
	}
	return out
}

// take puts the one with a key beside the one that was asked for; nobody where there is no such one.
func (m *merger) take(key string) {
	m.two = nil
	for _, c := range m.deps.All.Rows {
		if c.Person.ID.String() == key {
			m.two = NewMerging(m.deps.All, m.asked, c)
		}
	}
}

func (m *merger) choose(item kit.ComboItem) {
	m.take(item.Key)
	m.draw()
}

// swap keeps the other one.
func (m *merger) swap() {
	if m.two != nil && m.two.MaySwap() {
		m.two.Swap()
		m.draw()
	}
}

// draw shows both people, and what will stand in each field.
func (m *merger) draw() {
	w := m.deps.Words
	m.shown.Objects = nil
	if m.two != nil {
		m.shown.Add(kit.NewText(w.T("people.merge_about"), kit.Body()))
		m.shown.Add(m.heads())
		for _, row := range m.two.Rows(w) {
			m.shown.Add(mergeLine(
				kit.NewText(row.Label, kit.Caption()), kit.NewText(row.Sides[0], kit.Muted()), kit.NewText(row.Sides[1], kit.Muted()), kit.NewText(row.Then, kit.Strong()),
			))
		}
		m.shown.Add(kit.NewText(w.T("delete.undo"), kit.Caption()))
	}
	m.shown.Refresh()
	kit.Relayout(m.shown)
}

// heads says above the columns which card stays, and offers to keep the other.
func (m *merger) heads() fyne.CanvasObject {
	w := m.deps.Words
	var sides [2]fyne.CanvasObject
	for i := range sides {
		if i == m.two.Keeps() {
			sides[i] = kit.Line(0, kit.NewChip(w.T("people.merge_stays"), kit.Accent))
			continue
		}
		sides[i] = kit.NewRuns()
		if m.two.MaySwap() {
			sides[i] = kit.Line(0, kit.NewButton(w.T("people.merge_swap"), kit.Plain, m.swap))
		}
	}
	return mergeLine(kit.NewRuns(), sides[0], sides[1], kit.NewText(w.T("people.merge_then"), kit.Strong()))
}

// mergeLine is one row of the comparison.
func mergeLine(label, one, two, then fyne.CanvasObject) fyne.CanvasObject {
	return kit.CellsTop(12, []kit.Cell{{Width: 120}, {}, {}, {}}, label, one, two, then)
}

func (m *merger) save() bool {
	if m.two == nil {
		return m.form.Show(core.FailField(core.CodeRequired, "name"))
	}
	keep, other := m.two.Keep().ID, m.two.Other().ID
	m.deps.Save(forms.Saving{Open: m.open, Form: m.form, Title: planner.TitlePeopleMerged, Do: func(ctx context.Context) error {
		return m.deps.Merge(ctx, keep, other)
	}, Then: func() { m.deps.Done(keep) }})
	return false
}
