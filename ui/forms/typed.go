package forms

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"mentorbook/ui/kit"
)

// kept is a part of what is typed into a form.
type kept struct {
	name   string
	get    func() string
	put    func(content string)
	covers []string // beginnings of the names of fields that this holds as a whole
}

// Keep makes a field part of what is kept while it is typed. Fields that were Put are so already.
func (f *Form) Keep(name string, k kit.Keeper) { f.Hold(name, k.Content, k.PutBack) }

// Hold makes something part of what is kept while it is typed, such as rows that come and go, with the fields whose
// names begin as one of covers. What is put back is put back in the order in which it was held.
func (f *Form) Hold(name string, get func() string, put func(content string), covers ...string) {
	f.kept = slices.DeleteFunc(f.kept, func(k kept) bool { return k.name == name })
	f.kept = append(f.kept, kept{name, get, put, covers})
}

// HoldAs is Hold for a value that JSON can write.
func HoldAs[T any](f *Form, name string, get func() T, put func(T), covers ...string) {
	f.Hold(name, func() string {
		out, err := json.Marshal(get())
		if err != nil {
			return ""
		}
		return string(out)
	}, func(content string) {
		var v T
		if json.Unmarshal([]byte(content), &v) == nil {
			put(v)
		}
	}, append([]string{name + "."}, covers...)...)
}

// holds gives what a draft is made of: no field that stands in a whole which is held.
func (f *Form) holds() []kept {
	var covers []string
	for _, k := range f.kept {
		covers = append(covers, k.covers...)
	}
	return slices.DeleteFunc(slices.Clone(f.kept), func(k kept) bool {
		return slices.ContainsFunc(covers, func(c string) bool { return strings.HasPrefix(k.name, c) })
	})
}

func (f *Form) content() map[string]string {
	out := map[string]string{}
	for _, k := range f.holds() {
		out[k.name] = k.get()
	}
	return out
}

func (f *Form) putBack(content map[string]string) {
	for _, k := range f.holds() {
		if text, ok := content[k.name]; ok && text != k.get() {
			k.put(text)
		}
	}
}

// Proposed says that the program itself has filled in a field: nobody has typed that.
func (f *Form) Proposed(name string) {
	for _, k := range f.kept {
		if k.name == name && f.begun != nil {
			f.begun[name] = k.get()
		}
	}
}

// New says that the form makes something new: its draft is all that stands in it, for it may begin with other
// proposals the next time.
func (f *Form) New() { f.whole = true }

// Given says that somebody has just said what stands in some fields, as by pointing at a time: of a draft they take nothing back.
func (f *Form) Given(names ...string) { f.given = append(f.given, names...) }

// Settle says that what is typed has been kept, or is not wanted any more: nobody is asked about it.
func (f *Form) Settle() { f.settled = true }

// typed gives what differs from what the form began with; nil where nothing does.
func (f *Form) typed() map[string]string {
	now := f.content()
	if maps.EqualFunc(now, f.begun, alike) {
		return nil
	}
	if !f.whole {
		maps.DeleteFunc(now, func(name, text string) bool { return alike(f.begun[name], text) })
	}
	return now
}

// alike tells whether two texts say the same: blanks alone say nothing.
func alike(a, b string) bool {
	return a == b || strings.TrimSpace(a) == "" && strings.TrimSpace(b) == ""
}

// written gives what was typed as a text; "" for nothing.
func written(content map[string]string) string {
	if content == nil {
		return ""
	}
	out, err := json.Marshal(content)
	if err != nil {
		return ""
	}
	return string(out)
}

// retype types again what was typed before; false where it can't be read.
func (f *Form) retype(text string) bool {
	var content map[string]string
	if json.Unmarshal([]byte(text), &content) != nil {
		return false
	}
	maps.DeleteFunc(content, func(name, _ string) bool { return slices.Contains(f.given, name) })
	f.putBack(content)
	return true
}

// restart takes everything back that was typed.
func (f *Form) restart() { f.putBack(f.begun) }
