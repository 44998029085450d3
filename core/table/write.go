package table

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"

	"mentorbook/core"
)

// carriageReturns are those before the end of a line: readers of CSV take them for part of it.
var carriageReturns = regexp.MustCompile(`\r+\n`)

// Write writes rows as CSV that spreadsheets and Read take: commas, UTF-8 with its mark, so that Excel shows
// every letter, and no cell that would be a formula. Read gives the same cells back; line ends within them
// are \n then.
func Write(w io.Writer, rows [][]string) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return core.Wrap(core.CodeFile, err, "reason", err.Error())
	}
	c := csv.NewWriter(w)
	out := []string{}
	for _, row := range rows {
		out = out[:0]
		for _, cell := range row {
			cell = strings.ReplaceAll(strings.ToValidUTF8(cell, "\uFFFD"), "\x00", "")
			out = append(out, neutralise(carriageReturns.ReplaceAllString(cell, "\n")))
		}
		if err := c.Write(out); err != nil {
			return core.Wrap(core.CodeFile, err, "reason", err.Error())
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return core.Wrap(core.CodeFile, err, "reason", err.Error())
	}
	return nil
}
