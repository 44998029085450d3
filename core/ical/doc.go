// Package ical writes meetings as other calendar programs read them, and reads what those programs write:
// iCalendar files (RFC 5545, RFC 5546, RFC 7986) and the e-mails that carry them (RFC 6047).
//
// Every text is taken for hostile. What is written is cleaned first, so that no name, title or description can
// add a line of its own, and the same invitation always gives the same bytes. What is read goes through a scanner
// of our own, bounded in size, depth, length and work: go-ical writes here, but its decoder panics on some files,
// takes quadratic time for others, and forgets the line that a fault is on, so nothing from outside reaches it.
// One bad event never sinks a file: it is named with its line, its title and the reason, and the rest is there.
//
// Rules are followed by an expander of our own as well, in the time on the wall: it begins wherever it is asked,
// ends when its fuel is used up, and takes what others write, such as EXRULE or a start off the pattern. Tests
// hold it against rrule-go, which stands behind package schedule and has no such end.
package ical
