package tables

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
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
	Read    func(kind core.Kind, columns map[string]string, done func(*planner.TablePlan, error)) // again, by columns that were named
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

	columns []*Columns // of each kind; nil where it is no table at all
	choices *fyne.Container
	named   bool // the columns are on show
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
	p.columns, p.choices = make([]*Columns, len(all)), kit.Stack(6)
	for i, r := range all {
		if r.Layout != nil {
			p.columns[i] = NewColumns(r.Layout)
		}
	}
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
		p.choose()
	})
	p.open = deps.Dialogs.Show(shell.Dialog{
		Title: w.T("tables.title", "file", file), Width: 680, Confirm: w.T("tables.confirm"), Cancel: w.T("window.cancel"), OK: p.confirm,
		Content: kit.Stack(10, kit.NewText(w.T("tables.about"), kit.Muted()), kit.Line(0, kinds, kit.Spring()), p.sum, p.notes, p.choices, kit.Tall(240, p.list), kit.Whole(p.list, func(i int) string { return p.model.Lines[i].Detail })),
		First:   p.list,
	})
	p.show()
	p.choose()
}

// choose shows what each column is, to be chosen: at once where nothing can be taken as it is, else when somebody asks.
func (p *preview) choose() {
	w, c := p.deps.Words, p.columns[p.at]
	p.choices.Objects = nil
	p.named = p.named || p.model.New == 0
	switch {
	case c == nil:
	case !p.named:
		p.choices.Add(kit.Line(0, kit.NewButton(w.T("tables.columns"), kit.Plain, func() {
			p.named = true
			p.choose()
			kit.FocusIn(p.choices)
		}), kit.Spring()))
	default:
		fields := make([]fyne.CanvasObject, 0, len(c.Headings()))
		names := c.Names(w)
		for _, heading := range c.Headings() {
			fields = append(fields, kit.NewSelect(core.Excerpt(heading), names, c.Chosen(heading), func(i int) {
				c.Choose(heading, i)
				p.again()
			}))
		}
		p.choices.Add(kit.NewText(w.T("tables.columns_hint"), kit.Caption()))
		p.choices.Add(kit.Columns(180, nil, fields...))
	}
	p.choices.Refresh()
	kit.Relayout(p.choices)
}

// again reads the spreadsheet by the columns that were named.
func (p *preview) again() {
	at, c := p.at, p.columns[p.at]
	p.deps.Read(p.all[at].Kind, c.Taken(), func(plan *planner.TablePlan, err error) {
		if p.open.Closed() {
			return
		}
		p.all[at].Plan, p.all[at].Err = plan, err
		if p.at == at {
			p.show()
			kit.KeepFocus(p.choices, p.choose)
		}
	})
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
