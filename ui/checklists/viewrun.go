package checklists

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// detail is a checklist in use, with what is to be ticked.
type detail struct {
	page   *Page
	run    *Run
	list   *kit.CheckList
	box    *fyne.Container
	scroll *kit.Scroll
}

func newDetail(p *Page) *detail {
	d := &detail{page: p, run: &Run{}, box: kit.Stack(0)}
	d.list = kit.NewCheckList(kit.CheckListSpec{
		Tick: func(key string, on bool) { d.on(key, func(i Item) { p.deps.Tick(d.run.ID, i.ID, on) }) },
		Open: func(key string) { d.on(key, func(i Item) { d.edit(d.run.ID, i.ID) }) },
		Menu: d.menu, Move: d.move, Remove: d.remove,
	})
	d.scroll = kit.NewScroll(d.box)
	return d
}

// on does something with the item of a line, unless it is gone.
func (d *detail) on(key string, do func(Item)) {
	for _, item := range d.run.Items {
		if item.ID.String() == key {
			do(item)
			return
		}
	}
}

func (d *detail) show(r *Run) {
	p := d.page
	d.run = r
	items := make([]kit.CheckItem, len(r.Items))
	for i, item := range r.Items {
		items[i] = lineOf(item)
	}
	d.list.SetItems(items)
	var right fyne.CanvasObject
	if r.Private {
		right = kit.NewChip(p.t("chip.private"), kit.Alarm)
	}
	add := kit.NewButton(p.t("checklists.add_line"), kit.Plain, func() { d.edit(r.ID, core.ID{}) }).Writes()
	remove := kit.NewButton(p.t("checklists.delete_run"), kit.Danger, func() { p.deps.DeleteRun(r.ID) }).Writes()
	content := kit.Stack(10, kit.NewText(r.Caption, kit.Caption()), kit.NewText(r.Readers, kit.Caption()), kit.NewBar(r.Part), d.list, kit.Line(8, add, kit.Spring(), remove))
	kit.KeepFocus(d.box, func() {
		d.box.Objects = []fyne.CanvasObject{kit.NewCardWith(r.Title, right, content)}
		d.scroll.Relayout()
	})
}

func lineOf(item Item) kit.CheckItem {
	caption := kit.Caption()
	if item.Late {
		caption = kit.CaptionIn(kit.ColorDanger)
	}
	out := kit.CheckItem{Key: item.ID.String(), Title: item.Text, Done: item.Done}
	if item.Caption != "" {
		out.Caption = []kit.Run{caption.Run(item.Caption)}
	}
	return out
}

func (d *detail) move(key string, to int) {
	d.on(key, func(i Item) {
		d.page.deps.ChangeRun(d.run.ID, func(r *core.Run) error { r.MoveItem(i.ID, to); return nil })
	})
}

func (d *detail) remove(key string) {
	d.on(key, func(i Item) {
		d.page.deps.ChangeRun(d.run.ID, func(r *core.Run) error { r.RemoveItem(i.ID); return nil })
	})
}

func (d *detail) menu(key string) []kit.MenuEntry {
	t, place := d.page.t, 0
	for i, item := range d.run.Items {
		if item.ID.String() == key {
			place = i
		}
	}
	return ItemMenu(t, ItemActs{
		Edit: func() { d.on(key, func(i Item) { d.edit(d.run.ID, i.ID) }) },
		Up:   func() { d.move(key, place-1) }, Down: func() { d.move(key, place+1) }, Remove: func() { d.remove(key) },
	})
}

// edit opens the dialog of an item; a zero id adds one.
func (d *detail) edit(run, item core.ID) { EditItem(d.page.deps, d.page.board, run, item) }
