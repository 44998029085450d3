package table

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mentorbook/core"
)

// Key brings a heading into the form in which headings are compared: letters and digits alone, in lower case,
// ё as е. "E-mail 1 - Value" is "email1value".
func Key(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'ё':
			return 'е'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return r
		}
		return -1
	}, strings.ToLower(norm.NFC.String(heading)))
}

// Column is a field that a table may have, and the headings that stand for it, the best first.
type Column struct {
	Field    string
	Headings []string
}

// Columns are the fields that a reader looks for.
type Columns []Column

// Known gives the test for Read that knows the columns' headings, and those that were named by hand.
func (c Columns) Known(given map[string]string) func(key string) bool {
	keys := map[string]bool{}
	for _, col := range c {
		for _, h := range col.Headings {
			keys[Key(h)] = true
		}
	}
	for _, h := range given {
		keys[Key(h)] = true
	}
	return func(key string) bool { return keys[key] }
}

// Places is where the fields of a table stand: a field's name to the number of its column, from 0.
type Places map[string]int

// Find looks for the columns in a table: first by the headings that were given by hand (field to heading), then
// by their own. It also gives the headings that no field took. Its errors name the heading or field: CodeBadChoice
// for a field that is none, CodeNotFound for a given heading that is not there, CodeDuplicate for one that is
// there twice, so that nobody can tell which is meant.
func (c Columns) Find(t *Table, given map[string]string) (Places, []string, error) {
	return c.find(t, given, false)
}

// find is Find; only says that no column is looked for but those that were given.
func (c Columns) find(t *Table, given map[string]string, only bool) (Places, []string, error) {
	f := finder{table: t, places: Places{}, taken: map[int]bool{}}
	for field, heading := range given {
		i := slices.IndexFunc(c, func(col Column) bool { return Key(col.Field) == Key(field) })
		if i < 0 {
			return nil, nil, core.FailField(core.CodeBadChoice, "columns", "value", core.Excerpt(field), "list", c.fields())
		}
		ok, err := f.take(c[i].Field, heading)
		if err != nil {
			return nil, nil, err
		}
		if !ok {
			return nil, nil, core.FailField(core.CodeNotFound, "columns", "kind", KindHeading, "id", core.Excerpt(heading))
		}
	}
	for _, col := range c {
		if _, done := f.places[col.Field]; done || only {
			continue
		}
		for _, h := range col.Headings {
			if ok, err := f.take(col.Field, h); err != nil {
				return nil, nil, err
			} else if ok {
				break
			}
		}
	}
	return f.places, f.unused(), nil
}

func (c Columns) fields() []string {
	out := make([]string, len(c))
	for i, col := range c {
		out[i] = col.Field
	}
	return out
}

type finder struct {
	table  *Table
	places Places
	taken  map[int]bool
	keys   []string
}

// take gives a field the column with a heading; false where there is none, or another field has it.
func (f *finder) take(field, heading string) (bool, error) {
	if f.keys == nil {
		for _, h := range f.table.Headings {
			f.keys = append(f.keys, Key(h))
		}
	}
	key := Key(heading)
	i := slices.Index(f.keys, key)
	if i < 0 || key == "" || f.taken[i] {
		return false, nil
	}
	if slices.Contains(f.keys[i+1:], key) {
		return false, core.FailField(core.CodeDuplicate, field,
			"kind", KindHeading, "value", core.Excerpt(f.table.Headings[i]), "heading", core.Excerpt(f.table.Headings[i]), "line", f.table.Line)
	}
	f.taken[i] = true
	f.places[field] = i
	return true, nil
}

func (f *finder) unused() []string {
	var out []string
	for i, h := range f.table.Headings {
		if !f.taken[i] && h != "" {
			out = append(out, h)
		}
	}
	return out
}

// ParseColumns reads columns as they are named by hand, each "field=heading". Its error has CodeUsage.
func ParseColumns(pairs []string) (map[string]string, error) {
	out := map[string]string{}
	for _, p := range pairs {
		field, heading, ok := strings.Cut(p, "=")
		field, heading = strings.TrimSpace(field), strings.TrimSpace(heading)
		if !ok || field == "" || heading == "" {
			return nil, core.Fail(core.CodeUsage, "reason", "columns", "value", core.Excerpt(p))
		}
		if _, twice := out[field]; twice {
			return nil, core.FailField(core.CodeDuplicate, "columns", "value", core.Excerpt(field))
		}
		out[field] = heading
	}
	return out, nil
}
