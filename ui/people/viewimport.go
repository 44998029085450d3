package people

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// ImportDeps is what the preview of an import asks of the window.
type ImportDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Canvas  fyne.Canvas
	AsNew   func(step *planner.ImportStep) // takes an open step as a person of their own
	Import  func(plan *planner.ImportPlan)
}

// preview is the dialog that shows what an import would do.
type preview struct {
	deps  ImportDeps
	model *Import
	list  *kit.List
	tabs  *kit.Tabs
	open  *shell.Open
	gone  bool // somebody has gone to the present row
}

// ShowImport shows what an import of people would do, and does it when that is confirmed.
func ShowImport(deps ImportDeps, file string, plan *planner.ImportPlan) {
	p := &preview{deps: deps, model: NewImport(plan, deps.Words)}
	w := deps.Words
	sure := !slices.ContainsFunc(p.model.Rows, func(r ImportRow) bool { return r.Doubt })
	p.list = kit.NewList(kit.ListSpec{ // the column of the button that says who is meant is there where somebody needs it
		Length: func() int { return p.model.Len() },
		Create: func() fyne.CanvasObject {
			return kit.Cells(12, []kit.Cell{{}, {Width: 110, Off: func() bool { return sure }}, {Width: 120}}, kit.TwoLines(kit.NewLine("", kit.Body()), kit.NewLine("", kit.Caption())),
				kit.Line(0, kit.Spring(), kit.NewButton(w.T("people.import_who"), kit.Quiet, nil)), kit.Line(0, kit.Spring(), kit.NewChip("", kit.Neutral)))
		},
		Update: p.fill, Height: 48, Open: p.choose,
		Key:   p.key,
		Moved: func(int) { p.gone = true },
		Label: func(i int) string { return p.model.At(i).Name },
		Menu:  func(i int, at fyne.Position) { p.menu(i, at) },
	})
	p.tabs = kit.NewTabs(p.words(), 0, p.turn)
	text := w.T("people.import_about")
	switch {
	case p.model.Count[Choose] > 0:
		text = w.T("people.import_choose", "count", p.model.Count[Choose])
	case p.model.Nothing():
		text = w.T("people.import_nothing")
	}
	confirm := w.T("people.import_do")
	if len(plan.Steps) == 0 {
		confirm = ""
	}
	p.open = deps.Dialogs.Show(shell.Dialog{
		Title: w.T("people.import_title", "file", file), Width: 720, Confirm: confirm, Cancel: w.T("window.cancel"), First: p.list,
		Content: kit.Stack(10, kit.NewText(text, kit.Muted()), p.tabs, kit.Over(kit.NewPanel(kit.ColorCard, kit.ColorHairline, 6), kit.Pad(2, 2, 2, 2, kit.Tall(288, p.list))), kit.Whole(p.list, func(i int) string { return p.model.At(i).Caption })),
		OK: func() bool {
			deps.Import(p.model.Plan)
			return true
		},
	})
}

func fates() []string { return []string{"choose", "new", "filled", "same", "refused"} }

// words are those of the tabs: all lines, then each fate that there is, with its figure.
func (p *preview) words() []string {
	w := p.deps.Words
	out := []string{w.T("people.fate_all") + " " + w.Number(float64(len(p.model.Rows)))}
	for f, key := range fates() {
		out = append(out, w.T("people.fate_"+key)+" "+w.Number(float64(p.model.Count[f])))
	}
	return out
}

func (p *preview) turn(i int) {
	if i == 0 {
		p.model.ShowAll()
	} else {
		p.model.Only(Fate(i - 1))
	}
	p.list.SetCurrent(0)
	p.list.Refresh()
	p.gone = false
}

func (p *preview) fill(i int, o fyne.CanvasObject) {
	row := p.model.At(i)
	cells := o.(*fyne.Container).Objects
	two := cells[0].(*fyne.Container).Objects
	two[0].(*kit.Text).SetText(row.Name)
	two[1].(*kit.Text).SetText(row.Caption)
	who := cells[1].(*fyne.Container).Objects[1].(*kit.Button)
	who.Hidden = !row.Doubt
	who.OnTap(func() { p.choose(i) })
	kinds := [...]kit.Kind{kit.Warn, kit.Accent, kit.Info, kit.Neutral, kit.Alarm}
	cells[2].(*fyne.Container).Objects[1].(*kit.Chip).Set(p.deps.Words.T("people.row_"+fates()[row.Fate]), kinds[row.Fate])
}

// key imports on Enter, as everywhere in a dialog, unless somebody has to be chosen in the row, or can be and was gone to.
func (p *preview) key(i int, ev *fyne.KeyEvent) bool {
	enter, row := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter, p.model.At(i)
	if !enter || row.Fate == Choose || row.Doubt && p.gone {
		return false
	}
	p.open.Confirm()
	return true
}

// choose asks who is meant, where somebody has to choose.
func (p *preview) choose(i int) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.list)
	p.menu(i, at.AddXY(kit.Px(40), kit.Px(48)*float32(i+1)-p.list.At()))
}

func (p *preview) menu(i int, at fyne.Position) {
	row := p.model.At(i)
	if !row.Doubt {
		return
	}
	var out []kit.MenuEntry
	for _, c := range p.model.Candidates(row.Step) {
		out = append(out, kit.MenuEntry{Text: p.deps.Words.T("people.import_take", "name", who(c)), Run: func() {
			p.model.Take(row.Step, c)
			p.told()
		}})
	}
	out = append(out, kit.MenuEntry{Line: true}, kit.MenuEntry{Text: p.deps.Words.T("people.import_as_new"), Run: func() {
		p.model.AsNew(row.Step, p.deps.AsNew)
		p.told()
	}})
	kit.ShowMenu(p.deps.Canvas, at, out)
}

func (p *preview) told() {
	p.tabs.SetWords(p.words())
	p.list.Refresh()
	p.gone = false // what there was to be said of the row is said
}
