package locale

import "mentorbook/core"

// Assumed says that somebody counts as busy from a time on, since a busy time of theirs recurs more often than is followed;
// title names that, "" does not.
func (w *Words) Assumed(name, title string, from core.Civil, today core.Date) string {
	time := w.DateWithDay(from.Date, today) + ", " + w.Clock(from)
	if title = core.CleanLine(title); title == "" {
		return w.T("free.assumed", "name", name, "time", time)
	}
	return w.T("free.assumed_of", "name", name, "time", time, "title", title)
}
