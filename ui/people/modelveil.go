package people

import (
	"mentorbook/core"
	"mentorbook/core/locale"
)

// veiled gives what a list says of somebody while others look at the screen: the number of the row, and nothing that tells who it
// is.
func (r *Row) veiled(n int, w *locale.Words) *Row {
	name := w.T("presenting.person", "n", n)
	return &Row{ID: r.ID, Name: name, Initials: core.Initials(name), Key: r.ID.String(), Person: r.Person, Owner: r.Owner, Archived: r.Archived}
}
