package checklists

import (
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	dates "mentorbook/ui/words"
)

// ItemActs is what can be done with a line of a checklist in use.
type ItemActs struct{ Edit, Up, Down, Remove func() }

// ItemMenu is the menu of such a line, wherever it is shown.
func ItemMenu(t func(key string, args ...any) string, acts ItemActs) []kit.MenuEntry {
	return []kit.MenuEntry{
		{Text: t("plans.menu.edit"), Keys: "Enter", Run: acts.Edit},
		{Text: t("plans.up"), Keys: "Alt+Up", Run: acts.Up},
		{Text: t("plans.down"), Keys: "Alt+Down", Run: acts.Down},
		{Line: true},
		{Text: t("checklists.remove_item"), Danger: true, Keys: "Delete", Run: acts.Remove},
	}
}

// EditItem opens the dialog of a line of a checklist in use; a zero id adds one.
func EditItem(deps Deps, board *planner.ChecklistBoard, run, item core.ID) {
	field := DraftItem
	if !item.IsZero() {
		field += item.String()
	}
	deps.Typing(core.Ref{Kind: core.KindRun, ID: run}, field, func(draft forms.Draft) { showItem(deps, board, run, item, draft) })
}

func showItem(deps Deps, board *planner.ChecklistBoard, run, item core.ID, draft forms.Draft) {
	words, t := deps.Words(), deps.Words().T
	var was core.RunItem
	people := []core.ID{board.Owner}
	for _, r := range board.Runs {
		if r.ID != run {
			continue
		}
		if r.Person != board.Owner {
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
		names = append(names, nameOf(board, id))
		if id == was.Owner {
			at = i
		}
	}
	f := forms.NewForm(words)
	text := forms.Put(f, kit.NewTextField(t("checklists.item"), "", nil), "text")
	text.SetText(was.Text)
	owner := forms.Put(f, kit.NewSelect(t("checklists.owner"), names, at, nil), "owner")
	due := forms.Put(f, kit.NewDateField(t("checklists.due"), was.Due, board.Today, dates.DueDates(words), nil), "due")
	var open *shell.Open
	open = forms.Show(deps.Dialogs, f, draft, shell.Dialog{
		Title: t("checklists.item"), Content: kit.Stack(10, text, kit.Columns(340, []float32{1, 1}, owner, due), f.Rest()),
		Confirm: t("plans.save"), Cancel: t("window.cancel"), First: text.Focusable(),
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
			deps.KeepLine(open, f, run, now)
			return false
		},
	})
}
