package contacts

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"mentorbook/core/table"
)

// property is one line of a card: unfolded, in UTF-8, but with its vCard escapes.
type property struct {
	line  int
	head  string // name, group and parameters, up to the colon
	value string
}

// card is the lines of one card.
type card struct {
	line       int // of its BEGIN
	properties []property
	cut        bool // it does not end
	crowded    bool // it has more properties than are read
	long       int  // the line of a property that is longer than is read
}

// scanner cuts a file into cards. It takes no line for granted: vCard programs differ in how they fold, and
// what they forget.
type scanner struct {
	rest     []byte
	line     int    // of the next line
	fallback string // the encoding of bytes that are no UTF-8
	stray    int    // the first line outside of every card
}

func newScanner(data []byte) *scanner {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if bytes.IndexByte(data, '\n') < 0 {
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	s := &scanner{rest: data, line: 1, fallback: "windows-1252"}
	if !utf8.Valid(data) {
		if _, name, err := table.Decode(data); err == nil && strings.HasPrefix(name, "windows-") {
			s.fallback = name
		}
	}
	return s
}

// next gives the next card; false at the end of the file.
func (s *scanner) next() (*card, bool) {
	for {
		p, long, ok := s.logical()
		switch {
		case !ok:
			return nil, false
		case !long && isMark(p, "BEGIN"):
			return s.card(p.line), true
		case s.stray == 0:
			s.stray = p.line
		}
	}
}

// card reads up to the END of a card. A card that begins within it is the AGENT of vCard 2.1, and passed over,
// or the next one after a cut.
func (s *scanner) card(line int) *card {
	c := &card{line: line}
	depth, agent := 0, false
	for {
		before, at := s.rest, s.line
		p, long, ok := s.logical()
		switch {
		case !ok:
			c.cut = true
			return c
		case !long && isMark(p, "BEGIN"):
			if depth == 0 && !agent || depth >= maxDepth {
				s.rest, s.line = before, at
				c.cut = true
				return c
			}
			depth++
		case !long && isMark(p, "END"):
			if depth == 0 {
				return c
			}
			depth--
		case depth > 0:
		case long && !isBinary(p.head):
			if c.long == 0 {
				c.long = p.line
			}
		case len(c.properties) >= MaxProperties:
			c.crowded = true
		default:
			c.properties = append(c.properties, p)
		}
		agent = depth > 0 || strings.EqualFold(p.head, "AGENT")
	}
}

func isMark(p property, name string) bool {
	return strings.EqualFold(strings.TrimSpace(p.head), name) && strings.EqualFold(strings.TrimSpace(p.value), "VCARD")
}

// physical gives one line as it stands, without its end.
func (s *scanner) physical() ([]byte, bool) {
	if len(s.rest) == 0 {
		return nil, false
	}
	line, rest, _ := bytes.Cut(s.rest, []byte("\n"))
	s.rest = rest
	s.line++
	return bytes.TrimSuffix(line, []byte("\r")), true
}

// logical gives the next line with its continuations: folded by a blank (RFC 6350 3.2), ended by the = of
// quoted-printable, or base64 that nobody indented. A line above MaxLine is passed over.
func (s *scanner) logical() (p property, long, ok bool) {
	var b []byte
	for len(bytes.TrimSpace(b)) == 0 {
		p.line = s.line
		if b, ok = s.physical(); !ok {
			return p, false, false
		}
	}
	b = b[:len(b):len(b)] // so that appending copies
	upper := bytes.ToUpper(headOf(b))
	printable := bytes.Contains(upper, []byte("QUOTED-PRINTABLE"))
	base64 := bytes.Contains(upper, []byte("BASE64")) || bytes.Contains(upper, []byte("ENCODING=B"))
	for len(s.rest) > 0 {
		next := s.rest[:min(len(s.rest), 12)]
		switch {
		case printable && bytes.HasSuffix(b, []byte("=")) && !hasPrefixFold(next, "END:VCARD"):
			more, _ := s.physical()
			b = s.join(b[:len(b)-1], more, &long)
		case next[0] == ' ' || next[0] == '\t':
			more, _ := s.physical()
			b = s.join(b, more[min(1, len(more)):], &long)
		case base64 && s.isBase64():
			more, _ := s.physical()
			b = s.join(b, more, &long)
		default:
			return s.property(p.line, b, printable), long, true
		}
	}
	return s.property(p.line, b, printable), long, true
}

func (s *scanner) join(b, more []byte, long *bool) []byte {
	if len(b)+len(more) > MaxLine {
		*long = true
		return b
	}
	return append(b, more...)
}

// isBase64 tells whether the next line goes on with base64: letters, figures and signs, but no colon.
func (s *scanner) isBase64() bool {
	line, _, _ := bytes.Cut(s.rest, []byte("\n"))
	line = bytes.TrimSpace(line)
	return len(line) > 0 && !bytes.ContainsAny(line, ":;.-_ ")
}

// headOf gives what stands before the first colon outside of quotes; all of the line where there is none.
func headOf(b []byte) []byte {
	quoted := false
	for i, c := range b {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			return b[:i]
		}
	}
	if i := bytes.IndexByte(b, ':'); i >= 0 {
		return b[:i]
	}
	return b
}

// property decodes a line.
func (s *scanner) property(line int, b []byte, printable bool) property {
	head := headOf(b)
	if len(head) == len(b) {
		return property{line: line, value: s.text(b, "")} // no colon: no property
	}
	value := b[len(head)+1:]
	if printable {
		value = unquotePrintable(value)
	}
	return property{line, strings.TrimSpace(s.text(head, "")), s.text(value, charsetOf(head))}
}

// text brings bytes into UTF-8: by what the line says, else by what the file looks like. Programs that say one
// thing and write another are many, so UTF-8 is believed whatever they say.
func (s *scanner) text(b []byte, charset string) string {
	if utf8.Valid(b) {
		return string(b)
	}
	for _, name := range []string{charset, s.fallback} {
		if e, err := htmlindex.Get(name); err == nil && name != "" && !strings.EqualFold(name, "utf-8") {
			if out, err := e.NewDecoder().Bytes(b); err == nil {
				return string(out)
			}
		}
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

func charsetOf(head []byte) string {
	for p := range bytes.SplitSeq(head, []byte(";")) {
		if hasPrefixFold(p, "CHARSET=") {
			return strings.Trim(string(p[len("CHARSET="):]), `" `)
		}
	}
	return ""
}

// unquotePrintable decodes quoted-printable (RFC 2045 6.7) as far as it is that.
func unquotePrintable(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] == '=' && i+2 < len(b) {
			high, low := hex(b[i+1]), hex(b[i+2])
			if high >= 0 && low >= 0 {
				out = append(out, byte(high<<4|low))
				i += 2
				continue
			}
		}
		out = append(out, b[i])
	}
	return bytes.ReplaceAll(out, []byte("\r\n"), []byte("\n"))
}

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
