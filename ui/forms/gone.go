package forms

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Gone is what can be done about a form whose record went while somebody typed in it.
type Gone struct {
	Text     string // what has happened
	Back     string // label of the button that brings the record back
	BringIt  func()
	Note     string // label of the button that keeps the words as a note
	KeepNote func(words string, kept func())
}

// Watcher tells when the record that a form is about goes, and nil when it is there again. It gives what ends that.
type Watcher func(told func(*Gone)) (stop func())

// lose says that the record of the form has gone, and what can be done; nil: it is there again. There is nothing to be
// saved meanwhile, and nothing that was typed goes.
func (f *Form) lose(open *shell.Open, slot *fyne.Container, g *Gone) {
	if f.gone == (g != nil) || open.Closed() {
		return
	}
	f.gone = g != nil
	open.SetOff(f.gone)
	c := kit.CanvasOf(slot)
	had := c != nil && slices.Contains(kit.Focusables(slot), c.Focused())
	slot.Objects = nil
	if f.gone {
		f.Clear()
		buttons := []fyne.CanvasObject{kit.NewButton(g.Back, kit.Plain, g.BringIt)}
		if words := f.said(f.typed()); words != "" {
			buttons = append(buttons, kit.NewButton(g.Note, kit.Plain, func() {
				g.KeepNote(words, func() {
					f.Settle()
					open.Close()
				})
			}))
		}
		slot.Objects = []fyne.CanvasObject{kit.Stack(6, kit.NewNotice(kit.Warn, g.Text), kit.Flow(8, 6, buttons...))}
	}
	slot.Hidden = !f.gone
	slot.Refresh()
	kit.Relayout(slot)
	if had { // the button that brought it back has gone
		open.FocusFirst()
		return
	}
	kit.Reveal(slot)
}

// said gives the words among what was typed, field by field, as the form shows them: a choice or a date says nothing
// without its form.
func (f *Form) said(typed map[string]string) string {
	var out []string
	for _, path := range f.order {
		if field, ok := f.fields[path].(*kit.TextField); ok && strings.TrimSpace(typed[path]) != "" {
			out = append(out, strings.TrimSpace(field.Text()))
		}
	}
	return strings.Join(out, "\n\n")
}
