package table

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mentorbook/core"
)

// History reads the meetings, goals and actions that somebody kept in a spreadsheet. Its readers answer with
// typed rows; whom a row means is for the caller to find out. An error that every row has, such as a missing
// heading, is an error of the whole.
type History struct{}

// reading is one spreadsheet on its way into typed rows.
type reading struct {
	table     *Table
	places    Places
	orders    map[string]order
	guessed   bool
	decimal   byte // the mark before the fractions of the file's figures
	proved    bool // some figure proves it
	thousands bool // some figure was read by it that could be read otherwise
	today     core.Date
	zones     map[string]error

	row      Row
	problems []error
}

// readRows reads a spreadsheet and turns each row into a value. Where make notes problems, the row is rejected
// with all of them, under the name that it gives.
func readRows[T any](ctx context.Context, r io.Reader, o core.TableOptions, cols Columns, required, dates []string,
	build func(*reading) (row T, name string),
) (*core.TableBatch[T], error) {
	t, err := Read(ctx, r, cols.Known(o.Columns))
	if err != nil {
		return nil, err
	}
	places, unused, err := cols.find(t, o.Columns, o.Only)
	if err != nil {
		return nil, err
	}
	if err := needs(t, cols, places, required); err != nil {
		return nil, err
	}
	g := &reading{table: t, places: places, today: o.Today, zones: map[string]error{}}
	g.findOrders(dates)
	g.findDecimal("baseline", "target", "now")
	out := &core.TableBatch[T]{Unused: unused, Rejected: t.Rejected}
	for i, row := range t.Rows {
		if i%1000 == 0 && ctx.Err() != nil {
			return nil, core.Wrap(core.CodeCancelled, ctx.Err())
		}
		g.row, g.problems = row, nil
		v, name := build(g)
		if len(g.problems) > 0 {
			out.Rejected = append(out.Rejected, core.Rejected{Line: row.Line, Name: core.Excerpt(name), Err: errors.Join(g.problems...)})
			continue
		}
		out.Rows = append(out.Rows, v)
	}
	out.DayFirst, out.Decimal = g.guessed, g.guessedDecimal()
	slices.SortStableFunc(out.Rejected, func(a, b core.Rejected) int { return a.Line - b.Line })
	return out, nil
}

// needs refuses a table that lacks a heading without which its rows mean nothing. Alternatives are divided
// by a bar.
func needs(t *Table, cols Columns, places Places, required []string) error {
	for _, fields := range required {
		found := false
		for _, f := range strings.Split(fields, "|") {
			_, ok := places[f]
			found = found || ok
		}
		if found {
			continue
		}
		field, _, _ := strings.Cut(fields, "|")
		best := []string{field}
		for _, c := range cols {
			if c.Field == field {
				best = bestHeadings(c)
			}
		}
		return core.FailField(core.CodeNotImport, field, "kind", KindHeadings, "missing", best,
			"found", core.Excerpt(strings.Join(t.Headings, ", ")), "line", t.Line)
	}
	return nil
}

// bestHeadings gives the first heading in each language: the one who reads of it is told theirs.
func bestHeadings(c Column) []string {
	for _, h := range c.Headings {
		if strings.ContainsFunc(h, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			return []string{c.Headings[0], h}
		}
	}
	return c.Headings[:1]
}

// findOrders looks through the columns of dates for one that can be read in one way only. What a column does
// not prove, another one may: one program wrote them all.
func (g *reading) findOrders(fields []string) {
	g.orders = map[string]order{}
	all, sure := orderUnknown, true
	for _, f := range fields {
		i, ok := g.places[f]
		if !ok {
			continue
		}
		for _, row := range g.table.Rows {
			o := orderOf(row.Cell(i))
			switch {
			case o == orderUnknown:
			case g.orders[f] == orderUnknown:
				g.orders[f] = o
			case g.orders[f] != o: // a column in which people wrote both ways proves nothing
				sure = false
			}
		}
		if o := g.orders[f]; o != orderUnknown {
			sure = sure && (all == orderUnknown || all == o)
			all = o
		}
	}
	for _, f := range fields {
		if !sure {
			g.orders[f] = orderUnknown
		} else if g.orders[f] == orderUnknown {
			g.orders[f] = all
		}
	}
}

// findDecimal looks through the columns of figures for one that can be read in one way only. Where none proves it, commas
// between the cells are of a program that puts points before fractions, and semicolons of one that puts commas there.
func (g *reading) findDecimal(fields ...string) {
	for _, f := range fields {
		i, ok := g.places[f]
		if !ok {
			continue
		}
		for _, row := range g.table.Rows {
			switch d := provesDecimal(row.Cell(i)); {
			case d == 0:
			case g.decimal == 0:
				g.decimal, g.proved = d, true
			case g.decimal != d: // people wrote both ways: it proves nothing
				g.proved = false
			}
		}
	}
	switch {
	case g.proved:
	case g.table.Comma == ';':
		g.decimal = ','
	default:
		g.decimal = '.'
	}
}

// guessedDecimal gives the mark by which figures were read that may be read otherwise; "" where none were, or the file
// proves it.
func (g *reading) guessedDecimal() string {
	if !g.thousands || g.proved {
		return ""
	}
	return string(g.decimal)
}

// text gives a cell as one tidy line.
func (g *reading) text(field string) string {
	i, ok := g.places[field]
	if !ok {
		return ""
	}
	return core.CleanLine(g.row.Cell(i))
}

// name gives a cell that names somebody: a line that is no longer than any name or address.
func (g *reading) name(field string) string {
	s := g.text(field)
	if utf8.RuneCountInString(s) > core.MaxLine {
		g.problem(field, core.Fail(core.CodeTooLong, "max", core.MaxLine))
	}
	return s
}

// fits refuses notes that grew too long by what was added to them.
func (g *reading) fits(notes string) {
	if utf8.RuneCountInString(notes) > core.MaxText {
		g.problem("notes", core.Fail(core.CodeTooLong, "max", core.MaxText))
	}
}

// long gives a cell as a text of several lines.
func (g *reading) long(field string) string {
	i, ok := g.places[field]
	if !ok {
		return ""
	}
	return strings.TrimSpace(core.CleanText(g.row.Cell(i)))
}

// heading gives a field's heading as the file has it.
func (g *reading) heading(field string) string {
	if i, ok := g.places[field]; ok {
		return core.Excerpt(g.table.Headings[i])
	}
	return ""
}

// problem notes what is wrong with a field of the row, with its line and heading.
func (g *reading) problem(field string, err error) {
	for _, e := range core.Problems(err) {
		args := []any{"line", g.row.Line}
		if h := g.heading(field); h != "" {
			args = append(args, "heading", h)
		}
		for k, v := range e.Args {
			args = append(args, k, v)
		}
		g.problems = append(g.problems, core.FailField(e.Code, field, args...))
	}
}

// check notes what a record made of the row would be refused for; fields of the record are named by those of
// the table where both differ.
func (g *reading) check(err error, names map[string]string) {
	for _, e := range core.Problems(err) {
		field := e.Field
		if n, ok := names[field]; ok {
			field = n
		}
		g.problem(field, e)
	}
}

func (g *reading) moment(field string) (moment, bool) {
	s := g.text(field)
	if s == "" {
		return moment{}, false
	}
	m, err := parseMoment(s, g.orders[field])
	if err != nil {
		g.problem(field, err)
		return moment{}, false
	}
	g.guessed = g.guessed || m.guessed
	return m, true
}

func (g *reading) date(field string) core.Date {
	m, _ := g.moment(field)
	return m.date
}

// zone reads a zone's name. The name of each zone is looked up once, not for every row.
func (g *reading) zone(field string) core.Zone {
	s := g.text(field)
	switch strings.ToUpper(s) {
	case "":
		return ""
	case "UTC", "GMT", "Z":
		return "UTC"
	case "MSK", "МСК":
		return "Europe/Moscow"
	}
	err, known := g.zones[s]
	if !known {
		_, err = core.ParseZone(s)
		if len(g.zones) < 1000 {
			g.zones[s] = err
		}
	}
	if err != nil {
		g.problem(field, err)
		return ""
	}
	return core.Zone(s)
}

// closedOn gives the day on which something that is over ended: what the file says, else the day it was due,
// else today.
func (g *reading) closedOn(said, due core.Date) core.Date {
	switch {
	case !said.IsZero():
		return said
	case !due.IsZero() && !due.After(g.today):
		return due
	}
	return g.today
}

// past refuses a day that is still to come for what has happened.
func (g *reading) past(field string, day core.Date) {
	if day.After(g.today) {
		g.problem(field, core.Fail(core.CodeFuture, "value", day))
	}
}

// keep adds to the notes what has no place of its own, under its heading.
func keep(notes, heading, value string) string {
	if value == "" {
		return notes
	}
	if notes != "" {
		notes += "\n"
	}
	return notes + heading + ": " + value
}
