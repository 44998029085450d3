// Package forms is what dialogs with fields have in common: problems under the fields that they belong to, saving beside
// the window, and fields for things that only this program knows.
package forms

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// Field is a field that can say what is wrong with it.
type Field interface {
	fyne.CanvasObject

	SetError(text string)
	Focusable() fyne.Focusable
}

// Form puts what core finds wrong with a record under the fields that it was typed into.
type Form struct {
	words  *locale.Words
	fields map[string]Field // by the path that core names
	order  []string
	rest   *kit.Text
	folds  []*Fold

	kept    []kept            // what a draft is made of
	begun   map[string]string // what stood there before anything was typed
	given   []string          // what somebody has just said otherwise than by typing
	whole   bool              // a draft is all that stands in the form, not only what differs from its beginning
	gone    bool              // the record that it is about is not there
	settled bool              // what is typed has been kept, or is not wanted any more
}

// NewForm makes a form without fields.
func NewForm(w *locale.Words) *Form {
	f := &Form{words: w, fields: map[string]Field{}, rest: kit.NewText("", kit.CaptionIn(kit.ColorDanger))}
	f.rest.Hide()
	return f
}

// Put makes a field known under one or several paths, and gives it back.
func Put[F Field](f *Form, field F, paths ...string) F {
	for _, path := range paths {
		f.fields[path] = field
		f.order = append(f.order, path)
	}
	if k, ok := Field(field).(kit.Keeper); ok && len(paths) > 0 {
		f.Keep(paths[0], k)
	}
	return field
}

// Drop forgets the fields whose paths begin so, as those of rows that are made anew.
func (f *Form) Drop(prefix string) {
	for path := range f.fields {
		if strings.HasPrefix(path, prefix) {
			delete(f.fields, path)
		}
	}
	f.order = slices.DeleteFunc(f.order, func(path string) bool { return strings.HasPrefix(path, prefix) })
	f.kept = slices.DeleteFunc(f.kept, func(k kept) bool { return len(k.covers) == 0 && strings.HasPrefix(k.name, prefix) })
}

// Rest is the line for what belongs to no field; it stands at the end of the form.
func (f *Form) Rest() fyne.CanvasObject { return f.rest }

// Clear takes all messages away.
func (f *Form) Clear() {
	for _, field := range f.fields {
		field.SetError("")
	}
	f.say("")
}

func (f *Form) say(text string) {
	f.rest.SetText(text)
	f.rest.Hidden = text == ""
	f.rest.Refresh()
	kit.Relayout(f.rest)
}

// Show shows what is wrong, each thing under its field, and gives the focus to the first of them. It tells
// whether nothing is wrong.
func (f *Form) Show(err error) bool {
	first, rest := f.mark(err)
	switch {
	case first != nil:
		focus(first)
	case rest: // nothing else leads there
		kit.Reveal(f.rest)
	}
	return err == nil
}

// Tell shows the same to somebody who is typing, and leaves the focus where it is.
func (f *Form) Tell(err error) { f.mark(err) }

// mark puts what is wrong under the fields. It gives the first of them, and tells whether anything belongs to none.
func (f *Form) mark(err error) (first Field, loose bool) {
	f.Clear()
	if err == nil {
		return nil, false
	}
	var rest []error
	said := map[string]string{}
	for _, problem := range core.Problems(err) {
		path, ok := f.at(problem.Field)
		if !ok {
			rest = append(rest, problem)
			continue
		}
		if said[path] == "" { // one thing at a time
			said[path] = f.words.FieldError(problem)
		}
	}
	for _, path := range f.order {
		if text := said[path]; text != "" {
			f.Unfold(f.fields[path])
			f.fields[path].SetError(text)
			if first == nil {
				first = f.fields[path]
			}
		}
	}
	if len(rest) > 0 {
		var texts []string
		for _, err := range rest {
			texts = append(texts, f.words.Error(err))
		}
		f.say(strings.Join(texts, "; "))
	}
	return first, len(rest) > 0
}

func focus(field Field) {
	if c := kit.CanvasOf(field); c != nil && field.Focusable() != nil {
		c.Focus(field.Focusable())
		kit.Reveal(field)
	}
}

// at finds the field of a path: its own, or that of the list that it stands in.
func (f *Form) at(path string) (string, bool) {
	for path != "" {
		if _, ok := f.fields[path]; ok {
			return path, true
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return "", false
		}
		path = path[:i]
	}
	return "", false
}
