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
	box    *fyne.Container
	scroll *kit.Scroll
}

func newDetail(p *Page) *detail {
	d := &detail{page: p, box: kit.Stack(0)}
	d.scroll = kit.NewScroll(d.box)
	return d
}

func (d *detail) show(r *Run) {
	p := d.page
	var rows []*kit.Row
	for i, item := range r.Items {
		rows = append(rows, d.row(r, i, item))
	}
	var right fyne.CanvasObject
	if r.Private {
		right = kit.NewChip(p.t("chip.private"), kit.Alarm)
	}
	add := kit.NewButton(p.t("checklists.add_line"), kit.Plain, func() { d.edit(r.ID, core.ID{}) }).Writes()
	remove := kit.NewButton(p.t("checklists.delete_run"), kit.Danger, func() { p.deps.DeleteRun(r.ID) }).Writes()
	content := kit.Stack(10, kit.NewText(r.Caption, kit.Caption()), kit.NewText(r.Readers, kit.Caption()), kit.NewBar(r.Part), kit.Rows(rows...), kit.Line(8, add, kit.Spring(), remove))
	kit.KeepFocus(d.box, func() {
		d.box.Objects = []fyne.CanvasObject{kit.NewCardWith(r.Title, right, content)}
		d.scroll.Relayout()
	})
}

func (d *detail) row(r *Run, i int, item Item) *kit.Row {
	p := d.page
	style, caption := kit.Body(), kit.Caption()
	if item.Done {
		style = kit.Muted()
	}
	if item.Late {
		caption = kit.CaptionIn(kit.ColorDanger)
	}
	menu := func(at fyne.Position) {
		if c := kit.CanvasOf(d.box); c != nil {
			kit.ShowMenu(c, at, d.menu(r, i, item))
		}
	}
	return kit.NewRow(kit.RowSpec{
		Leading: kit.NewCheckBox("", item.Done, func(on bool) { p.deps.Tick(r.ID, item.ID, on) }).Writes(),
		Content: kit.Stack(0, kit.NewText(item.Text, style), kit.NewText(item.Caption, caption)),
		Tap:     func() { d.edit(r.ID, item.ID) }, Menu: menu,
	})
}

func (d *detail) menu(r *Run, i int, item Item) []kit.MenuEntry {
	t, change := d.page.t, d.page.deps.ChangeRun
	move := func(by int) func() {
		return func() {
			change(r.ID, func(run *core.Run) error {
				if to := i + by; to >= 0 && to < len(run.Items) {
					run.Items[i], run.Items[to] = run.Items[to], run.Items[i]
				}
				return nil
			})
		}
	}
	return []kit.MenuEntry{
		{Text: t("plans.menu.edit"), Keys: "Enter", Run: func() { d.edit(r.ID, item.ID) }},
		{Text: t("plans.up"), Run: move(-1)},
		{Text: t("plans.down"), Run: move(1)},
		{Line: true},
		{Text: t("checklists.remove_item"), Danger: true, Run: func() {
			change(r.ID, func(run *core.Run) error {
				for j := range run.Items {
					if run.Items[j].ID == item.ID {
						run.Items = append(run.Items[:j:j], run.Items[j+1:]...)
						break
					}
				}
				return nil
			})
		}},
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
	forms.Show(p.deps.Dialogs, f, draft, shell.Dialog{
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
			p.deps.ChangeRun(run, func(r *core.Run) error {
				for i := range r.Items {
					if r.Items[i].ID == item {
						r.Items[i] = now
						return nil
					}
				}
				r.Items = append(r.Items, now)
				return nil
			})
			return true
		},
	})
}
