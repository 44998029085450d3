// Package ical writes meetings as other calendar programs read them: iCalendar files (RFC 5545, RFC 5546,
// RFC 7986) and the e-mails that carry them (RFC 6047).
//
// Every text is taken for hostile: it is cleaned before it is written, so that no name, title or description
// can add a line of its own. The same invitation always gives the same bytes.
package ical
