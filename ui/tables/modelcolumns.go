package tables

import (
	"maps"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Columns says what each column of a spreadsheet is, as somebody chooses it.
type Columns struct {
	layout *core.TableLayout
	taken  map[string]string // a field to the heading of its column
}

// NewColumns begins with what the columns were taken for.
func NewColumns(layout *core.TableLayout) *Columns {
	return &Columns{layout: layout, taken: maps.Clone(layout.Taken)}
}

// Headings gives those of the file, in its order.
func (c *Columns) Headings() []string { return c.layout.Headings }

// Names lists what a column can be, in words: that it is not read, and then each field.
func (c *Columns) Names(w *locale.Words) []string {
	out := []string{w.T("tables.not_read")}
	for _, field := range c.layout.Fields {
		out = append(out, locale.Capital(w.Label(field)))
	}
	return out
}

// Chosen tells what a column is, as its place among the names.
func (c *Columns) Chosen(heading string) int {
	for i, field := range c.layout.Fields {
		if at, ok := c.taken[field]; ok && at == heading {
			return i + 1
		}
	}
	return 0
}

// Choose says what a column is, by its place among the names. A field is read from one column: another that was it, is
// not read any more.
func (c *Columns) Choose(heading string, name int) {
	maps.DeleteFunc(c.taken, func(_, at string) bool { return at == heading })
	if name > 0 {
		c.taken[c.layout.Fields[name-1]] = heading
	}
}

// Taken gives a field's name to the heading of its column.
func (c *Columns) Taken() map[string]string { return maps.Clone(c.taken) }
