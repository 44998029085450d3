// Package table reads and writes spreadsheets as CSV: tables from anywhere, in any encoding and dialect that
// spreadsheet programs use, taken for hostile until checked, and the meetings, goals and actions that people
// kept in them.
package table

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"mentorbook/core"
)

// Limits of what is read. They are wide: a person never meets them, a broken or hostile file does.
const (
	MaxBytes   = 20_000_000
	MaxRows    = 200_000
	MaxColumns = 500
	MaxCells   = 5_000_000 // in the whole table
)

// Kinds that an error gives in its argument "kind", where its code alone does not say what is wrong.
const (
	KindBinary   = "binary"   // CodeNotImport: no text; argument: line
	KindHeadings = "headings" // CodeNotImport: a heading that is needed is missing; arguments: missing, found, line
	KindHeading  = "heading"  // CodeDuplicate: a heading is there twice; arguments: value, line. CodeNotFound: a heading given by hand; id
	KindAgain    = "again"    // CodeDuplicate: the headings once more, further down; argument: line
	KindQuote    = "quote"    // CodeBadRow: a quotation mark that is out of place; argument: line
	KindOpen     = "open"     // CodeBadRow: a quotation mark that is never closed; arguments: line, to
	KindCells    = "cells"    // CodeBadRow: more cells than headings; arguments: line, cells, max
	KindCell     = "cell"     // CodeTooLong: of a cell; arguments: line, heading, max
	KindRows     = "rows"     // CodeTooMany: rows or cells; arguments: line, max
	KindColumns  = "columns"  // CodeTooMany: columns; arguments: line, max
	KindNoRows   = "no_rows"  // CodeEmptyFile: nothing below the headings; argument: line
	KindImport   = "import"   // CodeEmptyFile: nothing to import
)

// Table is a spreadsheet: headings, and the rows below them.
type Table struct {
	Headings []string // tidied, otherwise as in the file
	Line     int      // where the headings stand, counted from one
	Rows     []Row    // without blank ones
	Rejected []core.Rejected
	Encoding string // "utf-8", "utf-16", "windows-1251" or "windows-1252"
	Comma    rune   // what stands between cells
}

// Row is one row. Its cells are as in the file, line ends as \n.
type Row struct {
	Line  int // where it begins, counted from one
	Cells []string
}

// Cell gives a cell by its place, "" beyond the end.
func (r Row) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

// Read reads a table. Known tells, of a heading's Key, whether it is one that the caller looks for: by that the
// headings are told from lines above them, and commas from semicolons. A row that cannot be taken is among the
// Rejected. Its errors have CodeTooLarge, CodeTooMany, CodeEmptyFile, CodeNotImport or CodeCancelled.
func Read(ctx context.Context, r io.Reader, known func(key string) bool) (*Table, error) {
	text, encoding, err := ReadText(ctx, r, MaxBytes)
	if err != nil {
		return nil, err
	}
	return Parse(ctx, text, encoding, known)
}

// Parse reads a table from a text that ReadText gave.
func Parse(ctx context.Context, text, encoding string, known func(key string) bool) (*Table, error) {
	text = lineFeeds(text)
	d := findDialect(text, known)
	above := strings.Count(text[:d.offset], "\n")
	if line := tooWide(text[d.offset:], byte(d.comma)); line > 0 {
		return nil, core.Fail(core.CodeTooMany, "kind", KindColumns, "max", MaxColumns, "line", above+line)
	}
	p := parser{
		ctx:   ctx,
		table: &Table{Comma: d.comma, Encoding: encoding},
		csv:   newCSV(text[d.offset:], d.comma),
		base:  above,
	}
	if err := p.headings(); err != nil {
		return nil, err
	}
	if err := p.rows(); err != nil {
		return nil, err
	}
	if len(p.table.Rows)+len(p.table.Rejected) == 0 {
		return nil, core.Fail(core.CodeEmptyFile, "kind", KindNoRows, "line", p.table.Line)
	}
	return p.table, nil
}

func newCSV(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	r.FieldsPerRecord = -1
	return r
}

// parser reads the part of a text that begins with the headings.
type parser struct {
	ctx   context.Context
	table *Table
	csv   *csv.Reader
	base  int // lines above the headings
	keys  []string
	cells int
}

func (p *parser) headings() error {
	cells, err := p.csv.Read()
	var bad *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return core.Fail(core.CodeEmptyFile, "kind", KindImport)
	case errors.As(err, &bad):
		args := quoteArgs(p.base, bad)
		args[1] = args[1].(string) + "_above" // it is told of the file, so its words name the line
		return core.Fail(core.CodeBadRow, append(args, "line", p.base+bad.StartLine)...)
	case err != nil:
		return core.Wrap(core.CodeNotImport, err)
	}
	line, _ := p.csv.FieldPos(0)
	p.table.Line = p.base + line
	cells = trimEnd(cells)
	if len(cells) > MaxColumns {
		return core.Fail(core.CodeTooMany, "kind", KindColumns, "max", MaxColumns, "line", p.table.Line)
	}
	for _, c := range cells {
		p.table.Headings = append(p.table.Headings, core.CleanLine(restore(c)))
		p.keys = append(p.keys, Key(c))
	}
	return nil
}

func (p *parser) rows() error {
	for n := 0; ; n++ {
		if n%1000 == 0 && p.ctx.Err() != nil {
			return core.Wrap(core.CodeCancelled, p.ctx.Err())
		}
		cells, err := p.csv.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			p.reject(p.base+bad.StartLine, "", core.CodeBadRow, quoteArgs(p.base, bad)...)
			continue
		}
		if err != nil {
			return core.Wrap(core.CodeNotImport, err)
		}
		line, _ := p.csv.FieldPos(0)
		p.row(p.base+line, trimEnd(cells))
		if len(p.table.Rows)+len(p.table.Rejected) > MaxRows {
			return core.Fail(core.CodeTooMany, "kind", KindRows, "max", MaxRows, "line", p.base+line)
		}
		if p.cells > MaxCells {
			return core.Fail(core.CodeTooMany, "kind", KindRows, "max", MaxCells, "line", p.base+line)
		}
	}
}

func (p *parser) row(line int, cells []string) {
	if isBlank(cells) {
		return
	}
	for len(cells) > len(p.keys) && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > len(p.keys) {
		p.reject(line, cells[0], core.CodeBadRow, "kind", KindCells, "cells", len(cells), "max", len(p.keys))
		return
	}
	if p.isHeading(cells) {
		p.reject(line, "", core.CodeDuplicate, "kind", KindAgain)
		return
	}
	for i, c := range cells {
		if len(c) > core.MaxText && utf8.RuneCountInString(c) > core.MaxText {
			p.reject(line, cells[0], core.CodeTooLong, "kind", KindCell, "heading", core.Excerpt(p.table.Headings[i]), "max", core.MaxText)
			return
		}
		cells[i] = restore(c)
	}
	p.cells += len(cells)
	p.table.Rows = append(p.table.Rows, Row{line, cells})
}

// isHeading tells whether a row is the headings once more, as in exports that were put one after another.
func (p *parser) isHeading(cells []string) bool {
	if len(cells) != len(p.keys) {
		return false
	}
	for i, c := range cells {
		if len(c) > 1000 || Key(c) != p.keys[i] {
			return false
		}
	}
	return true
}

func (p *parser) reject(line int, name string, code core.Code, args ...any) {
	p.table.Rejected = append(p.table.Rejected, core.Rejected{
		Line: line, Name: core.Excerpt(name), Err: core.Fail(code, append(args, "line", line)...),
	})
}

// quoteArgs tells a quotation mark that is out of place from one that swallows the following lines.
func quoteArgs(base int, bad *csv.ParseError) []any {
	if bad.Line == bad.StartLine {
		return []any{"kind", KindQuote}
	}
	return []any{"kind", KindOpen, "to", base + bad.Line}
}

func trimEnd(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

func isBlank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}
