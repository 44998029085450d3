package ical

import (
	"net/url"
	"strings"
)

// addressOf reads the calendar user of ORGANIZER and ATTENDEE: the address from the mailto URI, else from
// EMAIL (RFC 7986 6.2), which programs write beside a URI of their own.
func addressOf(l *contentLine) address {
	a := address{name: l.param("CN")}
	value := strings.TrimSpace(l.value)
	if len(value) > 7 && strings.EqualFold(value[:7], "mailto:") {
		a.email = value[7:]
		if end := strings.IndexByte(a.email, '?'); end >= 0 {
			a.email = a.email[:end]
		}
		if strings.IndexByte(a.email, '%') >= 0 {
			if s, err := url.PathUnescape(a.email); err == nil {
				a.email = s
			}
		}
	} else if value != "" && strings.IndexByte(value, '@') > 0 && strings.IndexByte(value, ':') < 0 {
		a.email = value // a bare address
	} else {
		a.email = l.param("EMAIL")
	}
	a.email = strings.Trim(strings.TrimSpace(a.email), "<>")
	return a
}
