package ical

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
	"golang.org/x/text/language"

	"mentorbook/core"
)

// sectionOfComponent says where RFC 5545 defines a component.
func sectionOfComponent(name string) string {
	switch name {
	case "VEVENT":
		return "RFC 5545 3.6.1"
	case "VTODO":
		return "RFC 5545 3.6.2"
	case "VJOURNAL":
		return "RFC 5545 3.6.3"
	case "VFREEBUSY":
		return "RFC 5545 3.6.4"
	case "VTIMEZONE", "STANDARD", "DAYLIGHT":
		return "RFC 5545 3.6.5"
	case "VALARM":
		return "RFC 5545 3.6.6"
	case "VCALENDAR":
		return "RFC 5545 3.6"
	}
	return "" // of another standard, or somebody's own: anything may stand in it
}

// lines checks each line of a component and of those within it by the table: whether it may stand there, and once
// alone; its parameters; its value by its type.
func (l *linter) lines(c *component) {
	section := sectionOfComponent(c.name)
	counts := map[string]int{}
	for i := range c.lines {
		p := &c.lines[i]
		known, ok := l.properties[p.name]
		if !ok || section == "" {
			continue
		}
		counts[p.name]++
		once := slices.Contains(known.places, c.name)
		switch {
		case !once && !slices.Contains(known.places, c.name+"*"):
			l.add(p.line, core.FlawNotAllowed, known.rule, p.name)
			continue
		case once && counts[p.name] == 2:
			l.add(p.line, core.FlawTwice, section, p.name)
		}
		l.parameters(p, &known, c.name)
		l.value(p, &known)
	}
	for _, child := range c.children {
		l.about(child, func() { l.lines(child) })
	}
}

// about names an event, a task or a journal in what is found meanwhile.
func (l *linter) about(c *component, do func()) {
	switch c.name {
	case "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY":
		l.in = c
		do()
		l.in = nil
	default:
		do()
	}
}

// parameters checks the parameters of a line (RFC 5545 3.2).
func (l *linter) parameters(p *contentLine, known *property, in string) {
	if p.params == "" {
		return
	}
	seen := map[string]bool{}
	for name, value := range p.eachParam {
		name = strings.ToUpper(name)
		rule, defined := l.parameterRules[name]
		switch {
		case name == "":
			l.add(p.line, core.FlawBadLine, "RFC 5545 3.2", p.name+";"+p.params)
		case seen[name]:
			l.add(p.line, core.FlawTwice, known.rule, p.name+";"+name)
		case defined && name != "VALUE" && !slices.Contains(known.params, name):
			l.add(p.line, core.FlawNotAllowed, rule, p.name+";"+name)
		case defined && !severalValues(name) && outside(value, ',') >= 0:
			l.add(p.line, core.FlawBadQuotes, "RFC 5545 3.2", name+"="+value) // a comma would begin another value
		case mustQuote(name) && value != "" && value[0] != '"':
			l.add(p.line, core.FlawBadQuotes, rule, name+"="+value)
		case !parameterMay(name, value, in):
			l.add(p.line, core.FlawBadValue, rule, name+"="+value)
		}
		seen[name] = true
	}
}

// severalValues tells of the parameters that may have more than one value, with commas between them.
func severalValues(name string) bool {
	return slices.Contains([]string{"MEMBER", "DELEGATED-TO", "DELEGATED-FROM", "DISPLAY", "FEATURE"}, name)
}

// mustQuote tells of the parameters that are URIs, whose colon would end the name of the property.
func mustQuote(name string) bool {
	return slices.Contains([]string{"ALTREP", "DIR", "SENT-BY", "MEMBER", "DELEGATED-TO", "DELEGATED-FROM"}, name)
}

// parameterMay tells whether a parameter may have a value in a component. Where a standard lets others add values, any
// is right but those that it keeps for another component.
func parameterMay(name, value, in string) bool {
	value = strings.ToUpper(strings.TrimSpace(strings.ReplaceAll(value, `"`, "")))
	switch name {
	case "RANGE":
		return value == "THISANDFUTURE"
	case "RELATED":
		return value == "START" || value == "END"
	case "RSVP":
		return value == "TRUE" || value == "FALSE"
	case "ENCODING":
		return value == "8BIT" || value == "BASE64"
	case "FMTTYPE":
		kind, sub, _ := strings.Cut(value, "/")
		return kind != "" && sub != ""
	case "PARTSTAT":
		switch value {
		case "COMPLETED", "IN-PROCESS":
			return in == "VTODO"
		case "TENTATIVE", "DELEGATED":
			return in != "VJOURNAL"
		}
		return value != ""
	case "SENT-BY", "DELEGATED-TO", "DELEGATED-FROM", "MEMBER":
		for one := range strings.SplitSeq(value, ",") {
			if scheme, rest, ok := strings.Cut(one, ":"); !ok || scheme == "" || rest == "" {
				return false
			}
		}
	case "LANGUAGE":
		_, err := language.Parse(value)
		return err == nil && !strings.Contains(value, "_") // which RFC 5646 2.1 has no place for
	case "EMAIL":
		return core.ValidEmail(value)
	case "ROLE", "CUTYPE", "VALUE", "RELTYPE", "FBTYPE", "FEATURE", "DISPLAY":
		return value != "" && !strings.ContainsFunc(value, func(r rune) bool { return r != ',' && !inToken(r) })
	case "TZID", "LABEL":
		return value != ""
	}
	return true
}

// value checks a value by its type (RFC 5545 3.3). Addresses and times are looked at where more is known of them.
func (l *linter) value(p *contentLine, known *property) {
	kind := known.types[0]
	if named := strings.ToUpper(strings.TrimSpace(p.param("VALUE"))); named != "" {
		if kind = named; !slices.Contains(known.types, named) {
			l.add(p.line, core.FlawBadValue, "RFC 5545 3.2.20", p.name+";VALUE="+named)
			return
		}
	}
	value, right := strings.TrimSpace(p.value), true
	section := known.rule
	if value != p.value && kind != "TEXT" { // readers pass over it, and the grammar of no such value has room for it
		l.add(p.line, core.FlawBadValue, section, p.name+":"+p.value)
		return
	}
	switch kind {
	case "DURATION":
		if !strictLength(value) {
			l.add(p.line, core.FlawBadLength, "RFC 5545 3.3.6", p.name+":"+value)
			return
		}
	case "INTEGER":
		_, err := strconv.ParseInt(value, 10, 32)
		right, section = err == nil, "RFC 5545 3.3.8"
	case "URI":
		if u, err := url.Parse(value); err != nil || u.Scheme == "" {
			l.add(p.line, core.FlawBadAddress, known.rule, value)
			return
		}
	case "BINARY":
		_, err := base64.StdEncoding.DecodeString(value)
		right, section = err == nil && p.is("ENCODING", "BASE64"), "RFC 5545 3.3.1"
	case "UTC-OFFSET":
		_, ok := parseOffset(value)
		right, section = ok && strings.Trim(value, "-0") != "", "RFC 5545 3.3.14"
	}
	if right && !l.may(p.name, value) {
		right, section = false, known.rule
	}
	if !right {
		l.add(p.line, core.FlawBadValue, section, p.name+":"+value)
	}
}

// may tells whether a property may have a value, as far as that takes neither its component nor another line.
func (l *linter) may(name, value string) bool {
	number := func(low, high int) bool {
		n, err := strconv.Atoi(value)
		return err == nil && n >= low && n <= high
	}
	switch name {
	case "SEQUENCE", "REPEAT":
		return number(0, 1<<31-1)
	case "PRIORITY":
		return number(0, 9)
	case "PERCENT-COMPLETE":
		return number(0, 100)
	case "GEO":
		return onEarth(value)
	case "REQUEST-STATUS":
		return statusCode(value)
	case "COLOR":
		_, known := colornames.Map[strings.ToLower(value)]
		return known
	case "TRANSP":
		return strings.EqualFold(value, "OPAQUE") || strings.EqualFold(value, "TRANSPARENT")
	case "CALSCALE":
		return strings.EqualFold(value, "GREGORIAN")
	case "VERSION":
		return value == "2.0"
	case "DURATION", "REFRESH-INTERVAL":
		return value[0] != '-'
	case "CLASS", "ACTION", "METHOD", "UID", "TZID", "PRODID":
		return value != ""
	}
	return true
}

// statusCode tells whether a REQUEST-STATUS begins with a code of two or three figures and says something after it
// (RFC 5545 3.8.8.3).
func statusCode(s string) bool {
	code, text, _ := strings.Cut(s, ";")
	figures := strings.Split(code, ".")
	for _, f := range figures {
		if n, err := strconv.Atoi(f); err != nil || n < 0 {
			return false
		}
	}
	return len(figures) >= 2 && len(figures) <= 3 && text != ""
}

// strictLength tells whether a DURATION is written as the grammar has it, however long it is: weeks alone; or days, then hours,
// minutes and seconds of which none between the first and the last is left out.
func strictLength(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	s, begins := strings.CutPrefix(s, "P")
	date, clock, timed := strings.Cut(s, "T")
	days, right := unitsOf(date)
	switch {
	case !begins || !right || days != "" && days != "D" && days != "W":
		return false
	case !timed:
		return days != ""
	}
	parts, right := unitsOf(clock)
	return right && days != "W" && slices.Contains([]string{"H", "HM", "HMS", "M", "MS", "S"}, parts)
}

// unitsOf gives the letters of a part of a length; false where one has no figures before it, or figures no letter after them.
func unitsOf(s string) (units string, right bool) {
	figures := false
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			figures = true
			continue
		case !figures:
			return "", false
		}
		units, figures = units+string(r), false
	}
	return units, !figures
}

// inToken tells whether a letter may stand in a name that others may add (RFC 5545 3.1, iana-token and x-name).
func inToken(r rune) bool {
	return r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}
