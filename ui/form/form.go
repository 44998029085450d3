// Package form shows what is wrong with what was typed: each thing below the field it is about.
package form

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// Field is a field of the kit that can say what is wrong with it.
type Field interface{ SetError(text string) }

// Fields knows the fields of a form by the paths that refusals name: "title", "milestones.2.due".
type Fields struct {
	words *locale.Words
	by    map[string]Field
	rest  *kit.Text
}

// New makes an empty form.
func New(words *locale.Words) *Fields {
	f := &Fields{words: words, by: map[string]Field{}, rest: kit.NewText("", kit.CaptionIn(kit.ColorDanger))}
	f.rest.Hide()
	return f
}

// Add names a field.
func (f *Fields) Add(path string, field Field) { f.by[path] = field }

// Drop forgets the fields whose paths begin so, of rows that are made anew.
func (f *Fields) Drop(prefix string) {
	for path := range f.by {
		if strings.HasPrefix(path, prefix) {
			delete(f.by, path)
		}
	}
}

// Rest gives the line for what is about no field of the form; it stands at its end.
func (f *Fields) Rest() *kit.Text { return f.rest }

// Clear takes all complaints away.
func (f *Fields) Clear() {
	for _, field := range f.by {
		field.SetError("")
	}
	f.say("")
}

// Show puts each of an error's problems below its field, and those that have none at the end of the form. It
// tells whether there was nothing to complain of.
func (f *Fields) Show(err error) bool {
	f.Clear()
	var rest []error
	for _, p := range core.Problems(err) {
		if field, ok := f.find(p.Field); ok && p.Field != "" {
			field.SetError(f.words.FieldError(p))
		} else {
			rest = append(rest, p)
		}
	}
	var all []string
	for _, e := range rest {
		all = append(all, f.words.Error(e))
	}
	f.say(strings.Join(all, "; "))
	return err == nil
}

// find takes the field of a path, or the nearest one around it.
func (f *Fields) find(path string) (Field, bool) {
	for path != "" {
		if field, ok := f.by[path]; ok {
			return field, true
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return nil, false
		}
		path = path[:i]
	}
	return nil, false
}

func (f *Fields) say(text string) {
	f.rest.SetText(text)
	f.rest.Hidden = text == ""
	kit.Relayout(f.rest)
}
