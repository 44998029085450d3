package table

import (
	"strings"
	"unicode"
)

// A cell that begins with = + - @, a tab or a carriage return is a formula to the spreadsheet that opens a CSV,
// also after spaces. So may be a line within the cell, or what follows a semicolon or tab where the program
// takes those for separators. An apostrophe before it makes it a text; a text that begins with an apostrophe
// itself gets one more, so that exactly the ones that were added go away on reading.

// neutralise gives a cell that no spreadsheet takes for a formula.
func neutralise(s string) string {
	return eachPart(s, func(part string) string {
		if isFormula(part) {
			return "'" + part
		}
		return part
	})
}

// restore undoes neutralise.
func restore(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	return eachPart(s, func(part string) string {
		if part[0] == '\'' && isFormula(part) {
			return part[1:]
		}
		return part
	})
}

// eachPart changes the parts of a cell that a program may take for cells of their own, each with the separator
// that ends it.
func eachPart(s string, change func(part string) string) string {
	var b strings.Builder
	for s != "" {
		end := strings.IndexAny(s, "\n\r;\t") + 1
		if end == 0 {
			end = len(s)
		}
		b.WriteString(change(s[:end]))
		s = s[end:]
	}
	return b.String()
}

func isFormula(part string) bool {
	for _, r := range strings.TrimLeft(part, "'") {
		switch {
		case strings.ContainsRune("=+-@\t\r＝＋－＠", r):
			return true
		case r == '\n' || !(unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)):
			return false
		}
	}
	return false
}
