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
		line(core.RefOf(a), a.Readers, a.Title, dueBy(a, t, w))
	}
	for _, p := range t.Inbox.Others {
		caption := p.Owner.Name
		if due := dueBy(p.Action, t, w); due != "" {
			caption += " · " + due
		}
		line(core.RefOf(p.Action), p.Action.Readers, p.Action.Title, caption)
	}
	if t.Inbox.More > 0 && !presenting {
		box.More = w.T("list.more", "count", t.Inbox.More)
	}
	return box
}

// dueBy says by when a promise is to be kept, or how late it is; "" where it has no day.
func dueBy(a *core.Action, t *planner.Today, w *locale.Words) string {
	switch late := a.DaysLate(t.Date); {
	case late > 0:
		return w.T("today.late_by", "n", late)
	case !a.Due.IsZero():
		return w.T("mentee.due", "date", w.Day(a.Due, t.Date))
	}
	return ""
}
