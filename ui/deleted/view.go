package deleted

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the list asks of the window.
type Deps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Days    int                                // how far back the list goes
	Read    func(done func([]Line))            // reads the list, also again after each step
	Back    func(set core.ID, done func(bool)) // brings something back, and tells whether that went well
}

// list is the dialog.
type list struct {
	deps  Deps
	shown *fyne.Container
	open  *shell.Open
}

// Show opens the list.
func Show(deps Deps) {
	deps.Read(func(lines []Line) {
		l := &list{deps: deps, shown: kit.Stack(8)}
		l.draw(lines)
		l.open = deps.Dialogs.Show(shell.Dialog{
			Title: l.t("deleted.title"), Width: 640, Cancel: l.t("shell.close"),
			Content: kit.Stack(10, kit.NewText(l.t("deleted.about", "count", deps.Days), kit.Muted()), l.shown),
		})
	})
}

func (l *list) t(key string, args ...any) string { return l.deps.Words.T(key, args...) }

func (l *list) draw(lines []Line) {
	l.shown.Objects = nil
	if len(lines) == 0 {
		l.shown.Add(kit.NewText(l.t("deleted.none"), kit.Body()))
	}
	rows := make([]*kit.Row, len(lines))
	for i, line := range lines {
		rows[i] = kit.NewRow(kit.RowSpec{
			Content:  kit.Stack(2, kit.NewText(line.Text, kit.Body()), kit.NewText(line.Caption, kit.Caption())),
			Trailing: kit.NewButton(l.t("forms.bring_back"), kit.Plain, func() { l.back(line.Set) }).Writes(),
		})
	}
	if len(rows) > 0 {
		l.shown.Add(kit.Rows(rows...))
	}
	l.shown.Refresh()
	kit.Relayout(l.shown)
}

// focus puts the keys on the first of the lines drawn anew: the button that had them is gone.
func (l *list) focus() {
	c := kit.CanvasOf(l.shown)
	if c == nil {
		return
	}
	if first := kit.FirstFocusable(l.shown); first != nil {
		c.Focus(first)
		return
	}
	l.open.FocusFirst() // the list is empty: the way out
}

// back brings something back, and reads the list again. Where it is refused the list stays as it is.
func (l *list) back(set core.ID) {
	l.deps.Back(set, func(ok bool) {
		if !ok || l.open.Closed() {
			return
		}
		l.deps.Read(func(lines []Line) {
			if !l.open.Closed() {
				l.draw(lines)
				l.focus()
			}
		})
	})
}
