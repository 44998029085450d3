package ical

import (
	"context"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"mentorbook/core"
)

// Lint finds what RFC 5545, 5546 and 7986 forbid in a calendar file, or in the calendars of a saved e-mail, and what calendar
// programs are known to refuse, each with the line in those calendars and the section. A file that some reader takes all the same is not sound for that.
// Its errors are those of Occurrences.
func Lint(ctx context.Context, in io.Reader) ([]core.Finding, error) {
	text, err := slurp(in)
	if err != nil {
		return nil, err
	}
	mailed, err := mailingIn(text, false)
	if err != nil {
		return nil, err
	}
	mailed.joined()
	found := mailed.findings
	for i := range mailed.parts {
		more, err := lintOne(ctx, mailed.parts[i].text)
		if err != nil {
			return nil, err
		}
		for _, f := range append(mailed.parts[i].lintAround(), more...) {
			f.Line += mailed.parts[i].line - 1
			found = append(found, f)
		}
	}
	return found, nil
}

// lintOne looks at one calendar file.
func lintOne(ctx context.Context, text string) ([]core.Finding, error) {
	l := &linter{properties: knownProperties(), parameterRules: parameterRules()}
	if plain := decoded(text); plain != text {
		l.add(1, core.FlawNotUTF8, "RFC 5545 3.1.4", "")
		text = plain
	}
	l.physical(text)
	roots := l.tree(ctx, text)
	if ctx.Err() != nil {
		return nil, core.Wrap(core.CodeCancelled, ctx.Err())
	}
	if !slices.ContainsFunc(roots, func(c *component) bool { return c.name == "VCALENDAR" }) {
		return nil, notACalendar()
	}
	for _, c := range roots {
		if c.name == "VCALENDAR" {
			l.lines(c)
			l.calendar(c)
		} else {
			l.add(c.line, core.FlawNotAllowed, "RFC 5545 3.4", c.name)
		}
	}
	changed := changedIn(roots)
	clear(roots) // the file is read once more: it need not be there twice
	l.instancesIn(ctx, text, changed)
	slices.SortStableFunc(l.found, func(a, b core.Finding) int { return a.Line - b.Line })
	return l.found, nil
}

// component is a BEGIN with what stands up to its END.
type component struct {
	name     string
	line     int
	lines    []contentLine
	children []*component
	passed   bool // of a zone beyond maxZones: its name alone is looked at
}

// all gives the lines of a property.
func (c *component) all(name string) []*contentLine {
	var out []*contentLine
	for i := range c.lines {
		if c.lines[i].name == name {
			out = append(out, &c.lines[i])
		}
	}
	return out
}

// one gives the first line of a property, nil where it is missing.
func (c *component) one(name string) *contentLine {
	for i := range c.lines {
		if c.lines[i].name == name {
			return &c.lines[i]
		}
	}
	return nil
}

// linter collects findings. In holds the event, task or the like in hand, so that they name it.
type linter struct {
	found          []core.Finding
	in             *component
	properties     map[string]property
	parameterRules map[string]string
}

func (l *linter) add(line int, flaw core.Flaw, rule, value string) {
	if len(l.found) >= maxFindings {
		if len(l.found) == maxFindings {
			l.found = append(l.found, core.Finding{Line: line, Flaw: core.FlawTooMany})
		}
		return
	}
	f := core.Finding{Line: line, Flaw: flaw, Rule: rule, Value: core.Excerpt(value)}
	if l.in != nil {
		if uid := l.in.one("UID"); uid != nil {
			f.UID = oneLine(uid.text())
		}
		if title := l.in.one("SUMMARY"); title != nil {
			f.Title = oneLine(title.text())
		}
	}
	l.found = append(l.found, f)
}

// note adds what is good to know, and could not be better.
func (l *linter) note(line int, flaw core.Flaw, rule, value string) {
	n := len(l.found)
	if l.add(line, flaw, rule, value); len(l.found) > n {
		l.found[n].Note = true
	}
}

// tree reads the components. What is no line of the format is told and passed over.
func (l *linter) tree(ctx context.Context, text string) []*component {
	s := newScanner(text)
	s.whole = true
	top := &component{}
	open := []*component{top}
	count, zones := 0, 0
	for n := 0; n%4096 != 0 || ctx.Err() == nil; n++ {
		line, ok := s.next()
		if !ok {
			break
		}
		here := open[len(open)-1]
		l.content(&line)
		switch {
		case line.flaw == flawName || line.flaw == flawColon, line.flaw == flawLong && line.value == "":
		case line.name == "BEGIN":
			c := &component{name: strings.ToUpper(strings.TrimSpace(line.value)), line: line.line}
			if count++; len(open) > maxDepth || count > maxComponents {
				l.add(line.line, core.FlawTooDeep, "", c.name)
				return top.children
			}
			if c.name == "VTIMEZONE" {
				zones++
			}
			if c.passed = c.name == "VTIMEZONE" && zones > maxZones; c.passed && zones == maxZones+1 {
				l.add(line.line, core.FlawTooMany, "", c.name)
			}
			if !here.passed {
				here.children = append(here.children, c)
			}
			open = append(open, c)
		case line.name == "END":
			if len(open) == 1 || !strings.EqualFold(strings.TrimSpace(line.value), here.name) {
				l.add(line.line, core.FlawStrayEnd, "RFC 5545 3.6", line.value)
				continue
			}
			open = open[:len(open)-1]
		default:
			if _, known := l.properties[line.name]; known || line.name == calendarName {
				here.lines = append(here.lines, line)
			}
		}
	}
	for _, c := range open[1:] {
		l.add(c.line, core.FlawUnclosed, "RFC 5545 3.6", c.name)
	}
	if len(top.lines) > 0 {
		l.add(top.lines[0].line, core.FlawNotAllowed, "RFC 5545 3.4", top.lines[0].name)
	}
	return top.children
}

// content looks at one line by itself.
func (l *linter) content(line *contentLine) {
	switch line.flaw {
	case flawName, flawColon:
		l.add(line.line, core.FlawBadLine, "RFC 5545 3.1", badLine(line))
	case flawQuote:
		l.add(line.line, core.FlawBadQuotes, "RFC 5545 3.2", line.name+";"+line.params)
	case flawLong:
		l.add(line.line, core.FlawLongLine, "", line.name)
	}
	if !utf8.ValidString(line.value) || !utf8.ValidString(line.params) {
		l.add(line.line, core.FlawNotUTF8, "RFC 5545 3.1.4", line.name)
	}
	if line.flaw == flawNone && strings.IndexByte(line.params, '"') >= 0 && oddQuotes(line.params) {
		l.add(line.line, core.FlawBadQuotes, "RFC 5545 3.2", line.name+";"+line.params)
	}
}

// calendarName is a property of no standard that is looked at all the same.
const calendarName = "X-WR-CALNAME"

// badLine gives what stands in a line that is none of the format.
func badLine(line *contentLine) string {
	if line.flaw == flawColon {
		return line.name
	}
	return line.value // which begins with what would be the name
}

// oddQuotes tells whether a quotation mark stands anywhere but around a whole value.
func oddQuotes(params string) bool {
	for i := 0; i < len(params); i++ {
		if params[i] != '"' {
			continue
		}
		if i == 0 || params[i-1] != '=' && params[i-1] != ',' {
			return true
		}
		end := strings.IndexByte(params[i+1:], '"')
		if end < 0 {
			return true
		}
		if i += end + 1; i+1 < len(params) && params[i+1] != ';' && params[i+1] != ',' {
			return true
		}
	}
	return false
}
