package checklists

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
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
	return []kit.MenuEntry{
		{Text: t("plans.menu.edit"), Keys: "Enter", Run: func() { d.on(key, func(i Item) { d.edit(d.run.ID, i.ID) }) }},
		{Text: t("plans.up"), Keys: "Alt+Up", Run: func() { d.move(key, place-1) }},
		{Text: t("plans.down"), Keys: "Alt+Down", Run: func() { d.move(key, place+1) }},
		{Line: true},
		{Text: t("checklists.remove_item"), Danger: true, Keys: "Delete", Run: func() { d.remove(key) }},
	}
}

// edit opens the dialog of an item; a zero id adds one.
func (d *detail) edit(run, item core.ID) {
	field := DraftItem
	if !item.IsZero() {
		field += item.String()
	}
	d.page.deps.Typing(core.Ref{Kind: core.KindRun, ID: run}, field, func(draft forms.Draft) { d.showEdit(run, item, draft) })
}

func (d *detail) showEdit(run, item core.ID, draft forms.Draft) {
	p := d.page
	var was core.RunItem
	people := []core.ID{p.board.Owner}
	for _, r := range p.board.Runs {
		if r.ID != run {
			continue
		}
		if r.Person != p.board.Owner {
			people = append([]core.ID{r.Person}, people...)
		}
		was.Owner = r.Person
		for _, x := range r.Items {
			if x.ID == item {
				was = x
			}
		}
	}
	names, at := []string{}, 0
	for i, id := range people {
		names = append(names, nameOf(p.board, id))
		if id == was.Owner {
			at = i
		}
	}
	f := forms.NewForm(p.words)
	text := forms.Put(f, kit.NewTextField(p.t("checklists.item"), "", nil), "text")
	text.SetText(was.Text)
	owner := forms.Put(f, kit.NewSelect(p.t("checklists.owner"), names, at, nil), "owner")
	due := forms.Put(f, kit.NewDateField(p.t("checklists.due"), was.Due, p.board.Today, words.DueDates(p.words), nil), "due")
	var open *shell.Open
	open = forms.Show(p.deps.Dialogs, f, draft, shell.Dialog{
		Title: p.t("checklists.item"), Content: kit.Stack(10, text, kit.Columns(340, []float32{1, 1}, owner, due), f.Rest()),
		Confirm: p.t("plans.save"), Cancel: p.t("window.cancel"), First: text.Focusable(),
		OK: func() bool {
			if core.CleanLine(text.Text()) == "" {
				return f.Show(core.FailField(core.CodeRequired, "text"))
			}
			if !forms.Check(due) {
				return false
			}
			now := was
			now.Text, now.Owner = core.CleanLine(text.Text()), people[max(owner.Chosen(), 0)]
			now.Due, _ = due.Value()
			p.deps.KeepLine(open, f, run, now)
			return false
		},
	})
}
