package meeting

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Ahead is what waits at a later meeting and can be taken onto this agenda.
type Ahead struct {
	From  core.ID // the later meeting; zero where nothing waits
	Items []core.ID
	Text  string // of what takes them
}

func newAhead(r *planner.Room, w *locale.Words, presenting bool) Ahead {
	if r.Ahead == nil {
		return Ahead{}
	}
	var out Ahead
	for _, item := range r.Ahead.Items {
		if !presenting || !item.Readers.Private() {
			out.Items = append(out.Items, item.ID)
		}
	}
	if len(out.Items) == 0 {
		return Ahead{}
	}
	start, _ := r.Ahead.Meeting.On(r.Owner.Home())
	out.From, out.Text = r.Ahead.Meeting.ID, w.T("meeting.pull_ahead", "count", len(out.Items), "date", w.DateShort(start.Date, r.Today))
	return out
}
