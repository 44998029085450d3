package meeting

import (
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// inPlace is the editor that stands in a line's place in a list. What is typed into it is not lost by what is done beside
// it: another line is edited only once it is kept or given up, and so the meeting is closed.
type inPlace struct {
	list   *kit.CheckList
	box    fyne.CanvasObject // what is shown in the line's place
	first  *kit.TextField
	fields []kit.Keeper
	keep   func() // keeps what is typed, or says what is wrong with it
	leave  func() // keeps what is typed as far as it can be kept, for whoever goes to another page
	was    string // what the fields held at first
	saving forms.Once
	draft  *draft // nil until it is on show
}

// typedInPlace is what a draft keeps of an editor: the line that it is about, and what its fields hold.
type typedInPlace struct {
	Of     string   `json:"of"`
	Fields []string `json:"fields"`
}

// open shows the editor in the place of a line. What is typed into it from now on is kept in the draft.
func (e *inPlace) open(key string, box fyne.CanvasObject, d *draft) {
	e.was, e.draft, e.box = e.content(), d, box
	e.list.Edit(key, box)
	kit.FocusIn(box)
}

// typed keeps what the fields hold, as long as that is another text than the line has.
func (e *inPlace) typed() {
	if e.draft != nil && e.list.Editing() != "" {
		e.draft.follow(e.kept)
	}
}

func (e *inPlace) kept() string {
	if e.content() == e.was {
		return ""
	}
	t := typedInPlace{Of: e.list.Editing()}
	for _, f := range e.fields {
		t.Fields = append(t.Fields, f.Content())
	}
	out, err := json.Marshal(t)
	if err != nil {
		return ""
	}
	return string(out)
}

// retype types again what a draft kept. What is in the line by now is nothing to be typed again.
func (e *inPlace) retype(t typedInPlace) {
	for i, f := range e.fields {
		if i < len(t.Fields) && f.Content() != t.Fields[i] {
			f.PutBack(t.Fields[i])
		}
	}
	if e.content() == e.was {
		e.stop()
	}
}

// forget drops the draft: what was typed is in the line, or is not wanted.
func (e *inPlace) forget() {
	if e.draft != nil {
		e.draft.drop()
		e.draft = nil
	}
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

// began gives its first field where something in it is not kept; nil elsewhere.
func (e *inPlace) began() fyne.Focusable {
	if !e.unkept() {
		return nil
	}
	return e.first.Focusable()
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
	e.forget()
	e.list.Edit("", nil)
	kit.FocusIn(e.list)
	return true
}

// escaped is giveUp for the Escape key, which is for the editor with the focus and for no other.
func (e *inPlace) escaped() bool { return e.focused() && e.giveUp() }

// keeps does so for whoever asks by keys in the editor, and for no other.
func (e *inPlace) keeps() bool {
	if !e.focused() {
		return false
	}
	e.keep()
	return true
}

// focused tells whether the focus is in the editor.
func (e *inPlace) focused() bool {
	if e == nil || e.list.Editing() == "" {
		return false
	}
	c := kit.CanvasOf(e.box)
	return c != nil && c.Focused() != nil && slices.Contains(kit.Focusables(e.box), c.Focused())
}

// left keeps what is typed, for the page goes.
func (e *inPlace) left() {
	if e.unkept() && e.saving.Begin() {
		e.leave()
	}
}

// settled ends the keeping of a page that went. What could not be kept stays in the draft.
func (e *inPlace) settled(err error) {
	e.saving.End()
	if err == nil {
		e.forget()
	}
}
