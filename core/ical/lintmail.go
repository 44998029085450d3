package ical

import (
	"strings"

	"mentorbook/core"
)

// lintAround finds what an e-mail has to say around a calendar (RFC 6047 2.4): which METHOD it has and in what characters it is
// written, by which programs know what they have before they open it, and that it is a message of parts at all.
func (p *mailPart) lintAround() []core.Finding {
	if !p.around.typed {
		return nil // a file, which says for itself what it is
	}
	var out []core.Finding
	add := func(flaw core.Flaw, rule, value string) {
		out = append(out, core.Finding{Line: 1, Flaw: flaw, Rule: rule, Value: core.Excerpt(value)})
	}
	beside, within := strings.TrimSpace(p.method), methodIn(decoded(p.text))
	switch {
	case beside == "" && within != "":
		add(core.FlawMissing, "RFC 6047 2.4", "Content-Type: method="+within)
	case !strings.EqualFold(beside, within):
		add(core.FlawBadValue, "RFC 6047 2.4", "Content-Type: method="+beside+", METHOD:"+within)
	}
	if p.around.charset == "" {
		add(core.FlawMissing, "RFC 5545 3.1.4", "Content-Type: charset=utf-8")
	}
	if !p.around.version {
		add(core.FlawMissing, "RFC 2045 4", "MIME-Version: 1.0")
	}
	return out
}

// methodIn gives the METHOD of a calendar, which stands before all that is in it; "" for none.
func methodIn(text string) string {
	s := newScanner(text)
	for begun := 0; ; {
		l, ok := s.next()
		if !ok || begun > 1 {
			return ""
		}
		switch l.name {
		case "BEGIN":
			begun++
		case "METHOD":
			return strings.TrimSpace(l.value)
		}
	}
}
