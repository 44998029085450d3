package meeting

import (
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// inPlace is the editor that stands in a line's place in a list. What is typed into it is not lost by what is done beside
// it: another line is edited only once it is kept or given up, and so the meeting is closed.
type inPlace struct {
	list   *kit.CheckList
	first  *kit.TextField
	fields []kit.Keeper
	leave  func() // keeps what is typed as far as it can be kept, for whoever goes to another page
	was    string // what the fields held at first
	saving forms.Once
}

// open shows the editor in the place of a line.
func (e *inPlace) open(key string, box fyne.CanvasObject) {
	e.was = e.content()
	e.list.Edit(key, box)
	kit.FocusIn(box)
}

func (e *inPlace) content() string {
	all := make([]string, len(e.fields))
	for i, f := range e.fields {
		all[i] = f.Content()
	}
	return strings.Join(all, "\n")
}

// unkept tells whether something in it is neither kept nor on its way.
func (e *inPlace) unkept() bool {
	return e != nil && e.list.Editing() != "" && !e.saving.Going() && e.content() != e.was
}

// holds tells whether something in it is not kept, and then says why that matters at its field, which gets the focus.
func (e *inPlace) holds(why string) bool {
	if !e.unkept() {
		return false
	}
	e.first.SetError(why)
	if c := kit.CanvasOf(e.first); c != nil {
		kit.FocusOn(c, e.first.Focusable())
	}
	return true
}

// stop shows the line again and tells whether it was edited.
func (e *inPlace) stop() bool {
	if e == nil || e.list.Editing() == "" {
		return false
	}
	e.list.Edit("", nil)
	kit.FocusIn(e.list)
	return true
}

// left keeps what is typed, for the page goes.
func (e *inPlace) left() {
	if e.unkept() && e.saving.Begin() {
		e.leave()
	}
}
