package ical

import (
	"crypto/sha256"
	"sort"
	"strings"

	"mentorbook/core"
)

// mailing is what is read of one file: the file itself, or the calendars of a saved e-mail, which may hold several.
type mailing struct {
	parts    []mailPart
	left     int            // more calendars, which are not read
	findings []core.Finding // what is not read
}

// mailPart is a calendar in an e-mail, with the address that the e-mail says it is from and
// the METHOD that its Content-Type names, which is that of the calendar (RFC 6047 2.4).
type mailPart struct {
	text, from, method string
	around             envelope

	line int // where it begins in the text of all of them, counted from one
}

// envelope is what an e-mail says around a calendar, as Lint asks for it.
type envelope struct {
	typed   bool   // the part is text/calendar
	charset string // of its Content-Type
	version bool   // the message has MIME-Version
}

// content gives what a calendar says, however its lines end and are folded, without its METHOD, which stands beside it.
func (p *mailPart) content() (key [sha256.Size]byte, method string) {
	sum := sha256.New()
	s := newScanner(decoded(p.text))
	s.whole = true
	method = p.method
	for {
		l, ok := s.next()
		if !ok {
			break
		}
		if l.name == "METHOD" {
			method = l.value
			continue
		}
		for _, piece := range []string{l.name, ";", l.params, ":", l.value, "\n"} {
			sum.Write([]byte(piece))
		}
	}
	return [sha256.Size]byte(sum.Sum(nil)), strings.ToUpper(strings.TrimSpace(method))
}

// joined gives the calendars as one text in UTF-8, as one file may hold several, and notes where each begins.
func (m *mailing) joined() string {
	m.parts[0].line = 1
	if len(m.parts) == 1 {
		return decoded(m.parts[0].text)
	}
	var b strings.Builder
	line := 1
	for i := range m.parts {
		p := &m.parts[i]
		p.line = line
		text := newScanner(decoded(p.text)).text
		text = strings.Trim(text, " \t\r\n") + "\r\n" // or the next one's first line would go on with its last
		line += strings.Count(text, "\n")
		b.WriteString(text)
	}
	return b.String()
}

// at gives the calendar that a line of joined is of.
func (m *mailing) at(line int) *mailPart {
	n := sort.Search(len(m.parts), func(i int) bool { return m.parts[i].line > line })
	return &m.parts[max(0, n-1)]
}
