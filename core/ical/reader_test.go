package ical

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// line is one content line as the reader below finds it.
type line struct {
	path, name string // path: the components around it, such as "VCALENDAR/VEVENT"
	params     map[string]string
	value      string
}

// text gives the value without its escapes (RFC 5545 3.3.11).
func (l line) text() string { return unescape(l.value) }

func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
			if s[i] == 'n' || s[i] == 'N' {
				b.WriteByte('\n')
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// readStrictly reads a file by the letter of RFC 5545 3.1 and shares no code with the writer: CRLF alone,
// lines of 75 octets, UTF-8 on every line as it stands, no control characters, components closed in order.
func readStrictly(b []byte) ([]line, error) {
	s := string(b)
	if !strings.HasSuffix(s, "\r\n") {
		return nil, fmt.Errorf("the last line is not ended")
	}
	physical := strings.Split(strings.TrimSuffix(s, "\r\n"), "\r\n")
	var logical []string
	for _, l := range physical {
		switch {
		case len(l) > 75:
			return nil, fmt.Errorf("%d octets: %q", len(l), l)
		case !utf8.ValidString(l):
			return nil, fmt.Errorf("not UTF-8: %q", l)
		case strings.ContainsFunc(l, func(r rune) bool { return r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 }):
			return nil, fmt.Errorf("a control character: %q", l)
		case l == "" || strings.TrimLeft(l, " ") == "" && len(logical) == 0:
			return nil, fmt.Errorf("an empty line")
		}
		if l[0] == ' ' || l[0] == '\t' {
			logical[len(logical)-1] += l[1:]
		} else {
			logical = append(logical, l)
		}
	}
	return structure(logical)
}

func structure(logical []string) ([]line, error) {
	var out []line
	var open []string
	for i, s := range logical {
		l, err := split(s)
		if err != nil {
			return nil, err
		}
		switch l.name {
		case "BEGIN":
			open = append(open, l.value)
		case "END":
			if len(open) == 0 || open[len(open)-1] != l.value {
				return nil, fmt.Errorf("END:%s closes nothing", l.value)
			}
			open = open[:len(open)-1]
			if len(open) == 0 && i != len(logical)-1 {
				return nil, fmt.Errorf("something follows the calendar: %q", logical[i+1])
			}
		default:
			l.path = strings.Join(open, "/")
			out = append(out, l)
		}
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("%v stay open", open)
	}
	return out, nil
}

// split takes a content line apart: name, parameters in or out of quotes, value.
func split(s string) (line, error) {
	l := line{params: map[string]string{}}
	quoted, from := false, 0
	var parts []string
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ';' && !quoted:
			parts = append(parts, s[from:i])
			from = i + 1
		case s[i] == ':' && !quoted:
			parts = append(parts, s[from:i])
			l.name, l.value = parts[0], s[i+1:]
			for _, p := range parts[1:] {
				k, v, _ := strings.Cut(p, "=")
				if _, twice := l.params[k]; twice {
					return l, fmt.Errorf("%s twice: %q", k, s)
				}
				l.params[k] = unquote(v)
			}
			return l, nil
		}
	}
	return l, fmt.Errorf("no value: %q", s)
}

// unquote undoes the quotes of a parameter and the escapes of RFC 6868.
func unquote(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, `"`), `"`)
	return strings.NewReplacer("^^", "^", "^n", "\n", "^'", `"`).Replace(s)
}

// find gives the lines of a name within a component.
func find(lines []line, path, name string) []line {
	var out []line
	for _, l := range lines {
		if l.path == path && l.name == name {
			out = append(out, l)
		}
	}
	return out
}
