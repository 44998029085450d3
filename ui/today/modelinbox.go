package today

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Inbox is what was taken down and put to nobody yet, in words.
type Inbox struct {
	Lines []InboxLine
	More  string // how many are not listed
}

// InboxLine is a question or a promise.
type InboxLine struct {
	Ref           core.Ref
	Chip          string // what it is
	Text, Caption string
}

// NewInbox puts the inbox into words. presenting leaves out what only the owner may read, and how much of it there is.
func NewInbox(t *planner.Today, w *locale.Words, presenting bool) Inbox {
	var box Inbox
	line := func(ref core.Ref, v core.Visibility, text, caption string) {
		if !presenting || !v.Private() {
			box.Lines = append(box.Lines, InboxLine{ref, w.T("kind." + string(ref.Kind)), text, caption})
		}
	}
	for _, q := range t.Inbox.Questions {
		line(core.RefOf(q), q.Readers, q.Text, "")
	}
	for _, a := range t.Inbox.Actions {
		due := ""
		if !a.Due.IsZero() {
			due = w.T("mentee.due", "date", w.Day(a.Due, t.Date))
		}
		line(core.RefOf(a), a.Readers, a.Title, due)
	}
	if t.Inbox.More > 0 && !presenting {
		box.More = w.T("today.more", "count", t.Inbox.More)
	}
	return box
}
