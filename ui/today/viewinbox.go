package today

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// InboxDeps is what the inbox asks of the window.
type InboxDeps struct {
	Words      func() *locale.Words
	Question   func(core.ID) // opens a question
	Action     func(core.ID) // opens a promise
	ActionMenu func(core.ID) []kit.MenuEntry
	Tick       func(core.ID)
	Forget     func(question core.ID)
}

// InboxCard shows what was put to nobody yet; nil where there is nothing.
func InboxCard(box Inbox, deps InboxDeps) fyne.CanvasObject {
	if len(box.Lines) == 0 {
		return nil
	}
	w := deps.Words()
	rows := make([]*kit.Row, len(box.Lines))
	for i, l := range box.Lines {
		rows[i] = kit.NewRow(deps.row(l, func() fyne.CanvasObject { return rows[i] }))
	}
	content := []fyne.CanvasObject{kit.Rows(rows...)}
	if box.More != "" {
		content = append(content, muted(box.More, kit.SizeCaption))
	}
	return kit.NewCard(w.T("today.inbox"), w.T("today.inbox_hint"), kit.Stack(4, content...))
}

func (d InboxDeps) row(l InboxLine, self func() fyne.CanvasObject) kit.RowSpec {
	t := d.Words().T
	text := kit.Stack(0, kit.NewText(l.Text, kit.Body()))
	if l.Caption != "" {
		text.Add(muted(l.Caption, kit.SizeCaption))
	}
	spec := kit.RowSpec{Leading: kit.NewChip(l.Chip, kit.Neutral), Content: text, Open: t("rel.edit")}
	entries := func() []kit.MenuEntry { return d.ActionMenu(l.Ref.ID) }
	if l.Ref.Kind == core.KindAction {
		spec.Tap = func() { d.Action(l.Ref.ID) }
		spec.Trailing = kit.NewCheckBox("", false, func(bool) { d.Tick(l.Ref.ID) }).Writes()
	} else {
		spec.Tap = func() { d.Question(l.Ref.ID) }
		entries = func() []kit.MenuEntry {
			return []kit.MenuEntry{
				{Text: t("rel.edit"), Run: spec.Tap},
				{Line: true},
				{Text: t("plans.delete"), Danger: true, Run: func() { d.Forget(l.Ref.ID) }},
			}
		}
	}
	spec.Menu = func(at fyne.Position) {
		if c := kit.CanvasOf(self()); c != nil {
			kit.ShowMenu(c, at, entries())
		}
	}
	return spec
}
