package forms

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// Fold keeps the fields of a form out of sight that few need, behind a button: until it is pressed, something stands in one
// of them, or something is wrong with one.
type Fold struct {
	fields []Field
	filled func() bool
	button *kit.Button
	rest   *fyne.Container
	box    *fyne.Container
}

// Fold puts fields behind a button. filled tells whether something stands in one of them; rest is how they are laid out.
func (f *Form) Fold(button string, fields []Field, filled func() bool, rest ...fyne.CanvasObject) fyne.CanvasObject {
	o := &Fold{fields: fields, filled: filled, rest: kit.Stack(10, rest...)}
	o.button = kit.NewButton(button, kit.Plain, func() {
		o.open()
		kit.FocusIn(o.rest)
	})
	o.rest.Hide()
	o.box = kit.Stack(0, kit.Line(0, o.button, kit.Spring()), o.rest)
	f.folds = append(f.folds, o)
	return o.box
}

func (o *Fold) open() {
	if o.rest.Visible() {
		return
	}
	o.box.Objects = []fyne.CanvasObject{o.rest}
	o.rest.Show()
	o.box.Refresh()
	kit.Relayout(o.box)
}

// Unfold brings a field into sight.
func (f *Form) Unfold(field Field) {
	for _, o := range f.folds {
		for _, one := range o.fields {
			if one == field {
				o.open()
			}
		}
	}
}

// unfoldFilled opens what holds something: nothing that was typed is out of sight.
func (f *Form) unfoldFilled() {
	for _, o := range f.folds {
		if o.filled() {
			o.open()
		}
	}
}
