package tables

import (
	"fyne.io/fyne/v2"

	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the dialog asks of the window.
type Deps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Import  func(*planner.TablePlan)
}

// preview is the dialog.
type preview struct {
	deps  Deps
	all   []Read
	at    int
	model *Model
	sum   *kit.Text
	notes *fyne.Container
	list  *kit.List
	rows  map[fyne.CanvasObject]*lineRow
	open  *shell.Open
}

// lineRow is a row of the dialog.
type lineRow struct {
	title, detail *kit.Text
	chip          *kit.Chip
	box           *fyne.Container
}

// Show opens the dialog for a file that was read as each kind.
func Show(file string, all []Read, deps Deps) {
	w := deps.Words
	p := &preview{deps: deps, all: all, at: Best(all), sum: kit.NewText("", kit.Strong()), notes: kit.Stack(2), rows: map[fyne.CanvasObject]*lineRow{}}
	p.model = NewModel(all[p.at], w)
	p.list = kit.NewList(kit.ListSpec{
		Length: func() int { return len(p.model.Lines) },
		Create: p.row,
		Update: func(i int, row fyne.CanvasObject) { p.rows[row].set(p.model.Lines[i]) },
		Height: 46,
		Label:  func(i int) string { return p.model.Lines[i].Title },
	})
	var names []string
	for _, r := range all {
		names = append(names, locale.Capital(w.T("kinds."+string(r.Kind))))
	}
	kinds := kit.NewSegments(names, p.at, func(i int) {
		p.at = i
		p.show()
	})
	p.open = deps.Dialogs.Show(shell.Dialog{
		Title: w.T("tables.title", "file", file), Width: 680, Confirm: w.T("tables.confirm"), Cancel: w.T("window.cancel"), OK: p.confirm,
		Content: kit.Stack(10, kit.NewText(w.T("tables.about"), kit.Muted()), kit.Line(0, kinds, kit.Spring()), p.sum, p.notes, kit.Tall(240, p.list), kit.Whole(p.list, func(i int) string { return p.model.Lines[i].Detail })),
		First:   p.list,
	})
	p.show()
}

func (p *preview) row() fyne.CanvasObject {
	r := &lineRow{title: kit.NewLine("", kit.Body()), detail: kit.NewLine("", kit.Caption()), chip: kit.NewChip("", kit.Neutral)}
	r.box = kit.Line(8, kit.Grow(kit.Stack(0, r.title, r.detail)), r.chip)
	p.rows[r.box] = r
	return r.box
}

func (r *lineRow) set(l Line) {
	r.title.SetText(l.Title)
	kind, style := kit.Accent, kit.Caption()
	switch l.State {
	case Known:
		kind = kit.Neutral
	case Refused:
		kind, style = kit.Alarm, kit.CaptionIn(kit.ColorDanger)
	}
	r.detail.SetRuns(style.Run(l.Detail))
	r.chip.Set(l.Chip, kind)
}

// show shows what the spreadsheet is as the chosen kind.
func (p *preview) show() {
	p.model = NewModel(p.all[p.at], p.deps.Words)
	p.sum.SetText(p.model.Sum)
	p.notes.Objects = nil
	for _, note := range p.model.Notes {
		p.notes.Objects = append(p.notes.Objects, kit.NewText(note, kit.Caption()))
	}
	p.notes.Refresh()
	p.list.Refresh()
	p.open.SetOff(p.model.New == 0)
	kit.Relayout(p.notes)
}

// confirm takes the lines that can be taken.
func (p *preview) confirm() bool {
	if p.model.New == 0 {
		return false
	}
	p.deps.Import(p.all[p.at].Plan)
	return true
}
