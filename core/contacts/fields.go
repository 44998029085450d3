package contacts

import (
	"slices"
	"strconv"
	"strings"

	"github.com/emersion/go-vcard"
)

// field is a property of a card, parsed.
type field struct {
	name   string // in capitals
	group  string
	params vcard.Params
	value  string // with its vCard escapes
	line   int
}

// types lists what a field is: TYPE=WORK,CELL as well as the bare WORK;CELL of vCard 2.1.
func (f *field) types() []string {
	var out []string
	for _, t := range f.params[vcard.ParamType] {
		for one := range strings.SplitSeq(strings.ToLower(t), ",") {
			out = append(out, strings.TrimSpace(one))
		}
	}
	return out
}

func (f *field) is(types ...string) bool {
	return slices.ContainsFunc(f.types(), func(t string) bool { return slices.Contains(types, t) })
}

// preference is how much a field is preferred: 1 is most, 101 not at all.
func (f *field) preference() int {
	if n, err := strconv.Atoi(f.params.Get(vcard.ParamPreferred)); err == nil && n >= 1 && n <= 100 {
		return n
	}
	if f.is("pref") {
		return 1
	}
	return 101
}

// rank puts addresses and numbers in the order of their preference, and before all else.
func (f *field) rank() int {
	switch f.name {
	case "EMAIL":
		return f.preference()
	case "TEL":
		return 200 + f.preference()
	}
	return 400
}

// parseFields has the library read the heads of a card's lines. The values are kept from it, each replaced by
// its number: it undoes escapes before a value can be divided at its semicolons, and would drop lines that it
// cannot read without a word. Those are given as unread.
func parseFields(c *card) (fields []field, unread []property) {
	var b strings.Builder
	b.WriteString("BEGIN:VCARD\r\n")
	for i, p := range c.properties {
		if p.head != "" && !strings.ContainsAny(p.head, "\r\n") {
			b.WriteString(bareTypes(p.head) + ":" + strconv.Itoa(i) + "\r\n")
		}
	}
	b.WriteString("END:VCARD\r\n")
	parsed := decodeCard(b.String())
	seen := make(map[int]bool, len(c.properties))
	for name, list := range parsed {
		for _, f := range list {
			i, err := strconv.Atoi(f.Value)
			if err != nil || i < 0 || i >= len(c.properties) || seen[i] {
				continue
			}
			seen[i] = true
			p := c.properties[i]
			fields = append(fields, field{strings.TrimSpace(name), strings.ToLower(f.Group), f.Params, p.value, p.line})
		}
	}
	slices.SortFunc(fields, func(a, b field) int { return a.line - b.line })
	for i, p := range c.properties {
		if !seen[i] {
			unread = append(unread, p)
		}
	}
	return fields, unread
}

// decodeCard gives what the library makes of a card; nothing where it gives up.
func decodeCard(text string) (parsed vcard.Card) {
	defer func() {
		if recover() != nil {
			parsed = nil
		}
	}()
	parsed, err := vcard.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		return nil
	}
	return parsed
}

// bareTypes writes the bare parameters of vCard 2.1, TEL;WORK;VOICE, as TYPE=WORK;TYPE=VOICE. A head that ends
// in the middle of a quoted value is left for the library to refuse.
func bareTypes(head string) string {
	parts := splitOutsideQuotes(head)
	for i, p := range parts[1:] {
		if p != "" && !strings.Contains(p, "=") {
			parts[i+1] = "TYPE=" + p
		}
	}
	return strings.Join(parts, ";")
}

func splitOutsideQuotes(head string) []string {
	var out []string
	quoted, start := false, 0
	for i := range len(head) {
		switch {
		case head[i] == '"':
			quoted = !quoted
		case head[i] == ';' && !quoted:
			out = append(out, head[start:i])
			start = i + 1
		}
	}
	return append(out, head[start:])
}

// unescape undoes the escapes of a text (RFC 6350 3.4; also \: of Google and Apple). In vCard 2.1 a backslash
// before n is a backslash.
func unescape(s string, old bool) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		switch c := s[i+1]; {
		case (c == 'n' || c == 'N') && !old:
			b.WriteByte('\n')
		case strings.IndexByte(`\;,:`, c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('\\')
			continue
		}
		i++
	}
	return b.String()
}

// components divides a structured value at the separators that are not escaped, and undoes the escapes of each.
func components(s string, separator byte, old bool) []string {
	var out []string
	start := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case separator:
			out = append(out, unescape(s[start:i], old))
			start = i + 1
		}
	}
	return append(out, unescape(s[start:], old))
}

func part(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}
