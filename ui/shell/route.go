package shell

import (
	"strings"

	"mentorbook/core"
)

// Route names a screen, the record it shows and its tab. Routes can be compared: equal routes are one place.
type Route struct {
	Screen string
	ID     core.ID
	Tab    string
}

// String gives the route as ParseRoute reads it, such as "calendar/week".
func (r Route) String() string {
	parts := []string{r.Screen}
	if !r.ID.IsZero() {
		parts = append(parts, r.ID.String())
	}
	if r.Tab != "" {
		parts = append(parts, r.Tab)
	}
	return strings.Join(parts, "/")
}

// ParseRoute reads a screen, and after slashes a record's whole id, a tab, or both in this order. Whether
// there is such a screen is for the window to say. It fails with bad_id where neither reading fits.
func ParseRoute(text string) (Route, error) {
	screen, rest, more := strings.Cut(text, "/")
	r := Route{Screen: screen}
	if !more {
		return r, nil
	}
	first, tab, both := strings.Cut(rest, "/")
	id, err := core.ParseID(first)
	switch {
	case err == nil:
		r.ID, r.Tab = id, tab
	case both:
		return Route{}, err
	default:
		r.Tab = first
	}
	if strings.Contains(r.Tab, "/") {
		return Route{}, core.FailField(core.CodeBadID, "id", "value", core.CleanLine(text))
	}
	return r, nil
}
