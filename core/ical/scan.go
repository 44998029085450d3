package ical

import (
	"strings"
)

// The limits of what is read. No file that a calendar program writes comes near them.
const (
	maxFile       = 512 << 20 // octets
	maxLine       = 64 << 10  // octets of one line as it stands in the file
	maxUnfolded   = 1 << 20   // octets of one line with those that continue it
	maxDepth      = 8         // components within components
	maxComponents = 2_000_000
	maxEvents     = 500_000 // in one file
)

// contentLine is one unfolded line of a file (RFC 5545 3.1), taken apart but not decoded.
type contentLine struct {
	line   int    // where it begins in the file, counted from one
	at     int    // and in octets of the scanner's text
	name   string // in capitals
	params string // what stands between the name and the colon, without the first semicolon
	value  string
	flaw   flaw
	folded bool
}

// flaw says what is wrong with a line as a line.
type flaw byte

const (
	flawNone  flaw = iota
	flawName       // it does not begin with a name
	flawColon      // it has no colon, and so no value
	flawQuote      // a quotation mark is opened and never closed; the first colon was taken
	flawLong       // it is longer than it may be: what is beyond is not kept
)

// scanner cuts a file into content lines. It stands before everything that takes the format on trust, takes
// nothing on trust itself, and needs time in proportion to the file.
type scanner struct {
	text  string
	pos   int
	line  int  // of the next physical line
	whole bool // unfold every line, not only those that are read
	bare  int  // line ends that are not CRLF, and the first line that ends so
	first int
	list  longList // the list of dates that is being given in pieces
}

// newScanner strips the byte order mark and understands files whose lines end in a lone CR.
func newScanner(text string) *scanner {
	text = strings.TrimPrefix(text, "\uFEFF")
	if strings.IndexByte(text, '\n') < 0 {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return &scanner{text: text, line: 1}
}

// physical gives one line as it stands in the file, without its end.
func (s *scanner) physical() string {
	rest := s.text[s.pos:]
	end := strings.IndexByte(rest, '\n')
	if end < 0 {
		s.pos = len(s.text)
		s.line++
		return strings.TrimSuffix(rest, "\r")
	}
	s.pos += end + 1
	s.line++
	if end > 0 && rest[end-1] == '\r' {
		return rest[:end-1]
	}
	if s.bare++; s.first == 0 {
		s.first = s.line - 1
	}
	return rest[:end]
}

// continues tells whether the next physical line goes on with the one before it.
func (s *scanner) continues() bool {
	return s.pos < len(s.text) && (s.text[s.pos] == ' ' || s.text[s.pos] == '\t')
}

// next gives the next content line; false at the end of the file. Empty lines are passed over.
func (s *scanner) next() (contentLine, bool) {
	if s.list.name != "" {
		return s.piece(), true
	}
	for s.pos < len(s.text) {
		at, pos := s.line, s.pos
		text := s.softJoin(s.physical())
		if strings.TrimSpace(text) == "" && !s.continues() {
			continue
		}
		l := contentLine{line: at, at: pos}
		if dateList(text) && (s.continues() || len(text) > maxLine) {
			s.begin(&l, text)
			return l, true
		}
		if s.continues() {
			l.folded = true
			if !s.whole && passedOver(text) {
				s.skip()
				l.name = strings.ToUpper(text[:strings.IndexAny(text, ":;")])
				return l, true // its value is nobody's business
			} else if text = s.unfold(text); len(text) > maxUnfolded {
				l.flaw, text = flawLong, text[:maxUnfolded]
			}
		} else if len(text) > maxLine {
			l.flaw, text = flawLong, text[:maxLine]
		}
		l.cut(text)
		return l, true
	}
	return contentLine{}, false
}

func (s *scanner) skip() {
	for s.continues() {
		s.physical()
	}
}

// unfold joins a line with those that continue it. A fold may fall inside a character: octets are joined, not
// characters. What goes beyond maxUnfolded is passed over.
func (s *scanner) unfold(first string) string {
	ahead, size := *s, len(first)
	for ahead.continues() {
		size += len(ahead.physical()) - 1
	}
	var b strings.Builder
	b.Grow(min(size, maxUnfolded+1)) // no more: what is read of the line keeps all of it
	b.WriteString(first)
	for s.continues() {
		more := s.physical()[1:]
		b.WriteString(more[:min(len(more), max(0, maxUnfolded+1-b.Len()))])
	}
	return b.String()
}

// passedOver tells whether a line, by its first piece, is of a property that is never read: no use to unfold
// a picture. A name that is itself folded is not told apart here.
func passedOver(text string) bool {
	end := strings.IndexAny(text, ":;")
	return end > 0 && !readProperty(strings.ToUpper(text[:end]))
}

// cut takes the line apart at its first colon outside of quotation marks.
func (l *contentLine) cut(text string) {
	end := 0
	for end < len(text) && nameByte(text[end]) {
		end++
	}
	l.name = strings.ToUpper(text[:end])
	switch {
	case end == 0:
		l.fault(flawName)
		l.value = text
		return
	case end == len(text):
		l.fault(flawColon)
		return
	case text[end] == ':':
		l.value = text[end+1:]
		return
	case text[end] != ';':
		l.fault(flawName)
		l.value = text
		return
	}
	l.params = text[end+1:]
	colon := outside(l.params, ':')
	if colon < 0 {
		l.fault(flawQuote)
		if colon = strings.IndexByte(l.params, ':'); colon < 0 {
			if l.flaw != flawLong { // else it stands in what is not kept
				l.flaw = flawColon
			}
			return
		}
	}
	if end := strings.LastIndexByte(l.params, ':'); end > colon && timed(l.name) && endsInZone(l.params[:colon]) {
		l.fault(flawQuote) // TZID=tzone://Microsoft/Utc, TZID=(UTC+01:00) Berlin: a time has no colon
		colon = end
	}
	l.params, l.value = l.params[:colon], l.params[colon+1:]
}

// timed tells whether a property's value is one or several times.
func timed(name string) bool {
	switch name {
	case "DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE":
		return true
	}
	return false
}

// endsInZone tells whether the last of some parameters is TZID.
func endsInZone(params string) bool {
	last := params[strings.LastIndexByte(params, ';')+1:]
	return len(last) >= 5 && strings.EqualFold(last[:5], "TZID=")
}

func (l *contentLine) fault(f flaw) {
	if l.flaw == flawNone {
		l.flaw = f
	}
}

func nameByte(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-'
}

// outside gives the place of the first mark that is not between quotation marks; -1 where there is none.
func outside(s string, mark byte) int {
	first := strings.IndexByte(s, mark)
	if first < 0 || strings.IndexByte(s[:first], '"') < 0 { // no farther: a line may have thousands of them
		return first
	}
	quoted := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == mark && !quoted:
			return i
		}
	}
	return -1
}

// param gives a parameter's value, without its quotation marks and with the escapes of RFC 6868 undone; ""
// where it is missing. Names are compared without case, as RFC 5545 2 asks.
func (l *contentLine) param(name string) string {
	v, _ := l.rawParam(name)
	if strings.IndexByte(v, '"') >= 0 {
		v = strings.ReplaceAll(v, `"`, "")
	}
	if strings.IndexByte(v, '^') >= 0 {
		v = strings.NewReplacer("^^", "^", "^n", "\n", "^'", `"`).Replace(v)
	}
	return v
}

func (l *contentLine) rawParam(name string) (value string, there bool) {
	for key, v := range l.eachParam {
		if strings.EqualFold(key, name) {
			return v, true
		}
	}
	return "", false
}

// eachParam goes over the parameters as they are written; the name is "" where one is none.
func (l *contentLine) eachParam(yield func(name, value string) bool) {
	for rest := l.params; rest != ""; {
		one := rest
		if end := outside(rest, ';'); end >= 0 {
			one, rest = rest[:end], rest[end+1:]
		} else {
			rest = ""
		}
		name, value, ok := strings.Cut(one, "=")
		if !ok {
			name = ""
		}
		if !yield(strings.TrimSpace(name), value) {
			return
		}
	}
}

// is tells whether a parameter has the value, without case: VALUE=date is VALUE=DATE.
func (l *contentLine) is(param, value string) bool {
	return l.params != "" && strings.EqualFold(strings.TrimSpace(l.param(param)), value)
}

// text undoes the escapes of a TEXT value (RFC 5545 3.3.11). A bare comma or semicolon is taken for itself:
// many programs forget to escape them.
func (l *contentLine) text() string {
	if l.params != "" && quotedPrintable(l.name+";"+l.params+":") {
		return unescapeText(l.unquoted())
	}
	return unescapeText(l.value)
}

func unescapeText(s string) string {
	at := strings.IndexByte(s, '\\')
	if at < 0 {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	var b strings.Builder
	b.Grow(len(s))
	for at >= 0 && at+1 < len(s) {
		b.WriteString(s[:at])
		switch c := s[at+1]; c {
		case 'n', 'N':
			b.WriteByte('\n')
		case '\\', ',', ';':
			b.WriteByte(c)
		default:
			b.WriteString(s[at : at+2])
		}
		s = s[at+2:]
		at = strings.IndexByte(s, '\\')
	}
	b.WriteString(s)
	return strings.ToValidUTF8(b.String(), "\uFFFD")
}
