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
	Owner   core.ID
	People  []*core.Person
	Save    forms.Saver
	Merge   func(ctx context.Context, keep, other core.ID) error
	Done    func(keep core.ID)
}

// merger is the dialog.
type merger struct {
	deps        MergeDeps
	keep, other *core.Person
	form        *forms.Form
	who         *kit.Combo
	shown       *fyne.Container
	open        *shell.Open
}

// ShowMerge asks with whom somebody is to be made one, shows what that would do, and does it.
func ShowMerge(deps MergeDeps, p *core.Person) {
	w := deps.Words
	m := &merger{deps: deps, keep: p, form: forms.NewForm(w), shown: kit.Stack(8)}
	m.who = forms.Put(m.form, kit.NewCombo(w.T("people.merge_with"), w.T("people.merge_hint"), m.find, m.choose), "name", "state")
	if like := Likeness(p, deps.People); like != nil {
		m.who.SetValue(itemOf(like))
		m.other = like
	}
	m.draw()
	m.open = deps.Dialogs.Show(shell.Dialog{
		Title: w.T("people.merge_title", "name", p.Name), Width: 560, Content: kit.Stack(10, m.who, m.shown, m.form.Rest()),
		Confirm: w.T("people.merge_do"), Cancel: w.T("window.cancel"), First: m.who.Focusable(), OK: m.save,
	})
}

func itemOf(p *core.Person) kit.ComboItem {
	return kit.ComboItem{Key: p.ID.String(), Text: p.Name, Caption: join(" · ", p.Organisation, p.Email())}
}

func (m *merger) find(text string) []kit.ComboItem {
	terms := strings.Fields(fold(text))
	var out []kit.ComboItem
	for _, p := range m.deps.People {
		if p.ID != m.keep.ID && len(out) < 20 && begins(terms, parts(append([]string{p.Name, p.Organisation}, p.Emails...)...)) {
			out = append(out, itemOf(p))
		}
	}
	return out
}

func (m *merger) choose(item kit.ComboItem) {
	m.other = nil
	for _, p := range m.deps.People {
		if p.ID.String() == item.Key {
			m.other = p
		}
	}
	m.draw()
}

// pair gives who stays and who goes: the owner always stays.
func (m *merger) pair() (keep, other *core.Person) {
	if m.other != nil && m.other.ID == m.deps.Owner {
		return m.other, m.keep
	}
	return m.keep, m.other
}

// draw shows what the merge would do.
func (m *merger) draw() {
	w := m.deps.Words
	m.shown.Objects = nil
	if m.other != nil {
		keep, other := m.pair()
		m.shown.Add(kit.NewText(w.T("people.merge_about", "keep", keep.Name, "other", other.Name), kit.Body()))
		does := NewMerging(keep, other, w)
		m.facts("people.merge_fills", does.Fills)
		m.facts("people.merge_keeps", does.Keeps)
		m.shown.Add(kit.NewText(w.T("delete.undo"), kit.Caption()))
	}
	m.shown.Refresh()
	kit.Relayout(m.shown)
}

func (m *merger) facts(head string, facts []Fact) {
	if len(facts) == 0 {
		return
	}
	m.shown.Add(kit.NewText(m.deps.Words.T(head), kit.Strong()))
	for _, f := range facts {
		m.shown.Add(kit.CellsTop(12, []kit.Cell{{Width: 150}, {}}, kit.NewText(f.Label, kit.Caption()), kit.NewText(f.Text, kit.Body())))
	}
}

func (m *merger) save() bool {
	if m.other == nil {
		return m.form.Show(core.FailField(core.CodeRequired, "name"))
	}
	keep, other := m.pair()
	m.deps.Save(forms.Saving{Open: m.open, Form: m.form, Title: planner.TitlePeopleMerged, Do: func(ctx context.Context) error {
		return m.deps.Merge(ctx, keep.ID, other.ID)
	}, Then: func() { m.deps.Done(keep.ID) }})
	return false
}
