package checklists

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// listRow is a row of either list.
type listRow struct {
	title, caption *kit.Text
	bar            *kit.Bar
	box            *fyne.Container
}

func newListRow(bar bool) *listRow {
	r := &listRow{title: kit.NewLine("", kit.Body()), caption: kit.NewLine("", kit.Caption()), bar: kit.NewBar(0)}
	if !bar {
		r.box = kit.Stack(0, r.title, r.caption)
		return r
	}
	r.box = kit.Stack(4, kit.Stack(0, r.title, r.caption), r.bar) // beside them it would cut titles in a small window
	return r
}

// newList makes one of the lists: what is present in it is open beside it. bar tells whether its rows have one.
func (p *Page) newList(bar bool, length func() int, fill func(int, *listRow), id func(int) core.ID, label func(int) string) *kit.List {
	made := map[fyne.CanvasObject]*listRow{}
	height := float32(50)
	if bar {
		height = 64
	}
	return kit.NewList(kit.ListSpec{
		Length: length,
		Create: func() fyne.CanvasObject {
			r := newListRow(bar)
			made[r.box] = r
			return r.box
		},
		Update: func(i int, row fyne.CanvasObject) { fill(i, made[row]) },
		Height: height,
		Open:   func(i int) { p.open(id(i)) },
		Moved:  func(i int) { p.open(id(i)) },
		Label:  label,
		Chosen: func(i int) bool { return id(i) == p.id },
		Menu: func(i int, at fyne.Position) {
			if c := kit.CanvasOf(p.left); c != nil {
				kit.ShowMenu(c, at, p.menu(id(i)))
			}
		},
	})
}

// menu is what can be done with a template or a checklist in use.
func (p *Page) menu(id core.ID) []kit.MenuEntry {
	open := kit.MenuEntry{Text: p.t("button.open"), Keys: "Enter", Run: func() { p.open(id) }}
	if p.tab == TabRuns {
		return []kit.MenuEntry{
			open,
			{Text: p.t("checklists.add_line"), Run: func() { p.detail.edit(id, core.ID{}) }},
			{Line: true},
			{Text: p.t("checklists.delete_run"), Danger: true, Run: func() { p.deps.DeleteRun(id) }},
		}
	}
	return []kit.MenuEntry{
		open,
		{Text: p.t("checklists.give"), Run: func() { p.give(id) }},
		{Line: true},
		{Text: p.t("checklists.delete"), Danger: true, Run: func() {
			if id == p.id {
				p.editor.settle()
			}
			p.deps.DeleteTemplate(id)
		}},
	}
}

func (p *Page) runRow(i int, r *listRow) {
	row := p.model.Runs[i]
	r.title.SetText(row.Title)
	r.caption.SetRuns(kit.Caption().Run(row.Caption))
	if row.Late != "" { // in words: beside the title there is no room for more
		r.caption.SetRuns(kit.CaptionIn(kit.ColorDanger).Run(row.Late), kit.Caption().Run(" · "+row.Caption))
	}
	r.bar.Hidden = false
	r.bar.SetShare(row.Part)
}

func (p *Page) templateRow(i int, r *listRow) {
	row := p.model.Templates[i]
	r.title.SetText(row.Title)
	r.caption.SetRuns(kit.Caption().Run(row.Caption))
}
