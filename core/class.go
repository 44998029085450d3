package core

import "strings"

// Class says who may see another's event beside those who take part in it, as its organizer wants it (RFC 5545 3.8.1.3). An
// empty one is public, which is meant where nothing is said.
type Class string

// The classes.
const (
	ClassPrivate      Class = "private"
	ClassConfidential Class = "confidential"
)

// ClassOf reads what a file says. A word that nobody knows means private: 3.8.1.3 asks for that.
func ClassOf(word string) Class {
	switch strings.ToUpper(strings.TrimSpace(word)) {
	case "", "PUBLIC":
		return ""
	case "CONFIDENTIAL":
		return ClassConfidential
	}
	return ClassPrivate
}

// Hides tells whether what the event is about is for nobody but those who take part.
func (c Class) Hides() bool { return c != "" }

// Private tells whether the organizer of another's meeting wants nobody else to learn what it is about.
func (m *Meeting) Private() bool { return m.Origin.Class.Hides() }

// veil leaves out what a private meeting is about, and the way into it.
func (m *Meeting) veil() {
	if m.Private() {
		m.Title, m.Place, m.Link, m.Reason, m.Origin.Description = "", "", "", "", ""
	}
}

// Shown gives the series as others may see it: where hide is set, a private one without what it is about.
func (s *Series) Shown(hide bool) *Series {
	if !hide || !s.Origin.Class.Hides() {
		return s
	}
	out := *s
	out.Title, out.Place, out.Link, out.Reason, out.Origin.Description = "", "", "", "", ""
	return &out
}
