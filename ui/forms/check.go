package forms

import (
	"slices"

	"mentorbook/ui/kit"
)

// Checked is a field that finds out by itself whether what is typed can be read, such as one for a date or a time.
type Checked interface {
	Field

	Check() bool // shows what is wrong, and tells whether nothing is
}

// Check lets each of the fields show what is wrong with it, and gives the focus to the first one with which something
// is: whoever pressed Enter elsewhere mends it there. It tells whether nothing is wrong.
func Check(fields ...Checked) bool {
	var wrong Field
	for _, f := range fields {
		if !f.Check() && wrong == nil {
			wrong = f
		}
	}
	if wrong != nil {
		focus(wrong)
	}
	return wrong == nil
}

// Check shows all that is wrong at once: what the error says, and what each of the fields finds out by itself, which is told as the
// field tells it. It gives the focus to the first of all in the order of the form, and tells whether nothing is wrong.
func (f *Form) Check(err error, fields ...Checked) bool {
	var unread []Field
	for _, field := range fields {
		if !field.Check() {
			unread = append(unread, field)
		}
	}
	first, rest := f.mark(err)
	for _, field := range fields {
		if slices.Contains(unread, Field(field)) {
			field.Check()
		}
	}
	for _, path := range f.order {
		if field := f.fields[path]; field == first || slices.Contains(unread, field) {
			focus(field)
			return false
		}
	}
	if rest {
		kit.Reveal(f.rest)
	}
	return err == nil && len(unread) == 0
}
