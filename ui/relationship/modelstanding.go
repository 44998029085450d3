package relationship

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Standing is where a relationship stands that is not simply lived.
type Standing struct {
	Status core.Status
	Text   string // "" where it is lived
	Why    string // why it ended
	Still  string // what is planned in it all the same; "" for nothing
}

// Resumes tells whether it can be made a living one again.
func (s Standing) Resumes() bool {
	return s.Status == core.StatusPaused || s.Status == core.StatusEnded
}

func standing(o *planner.Overview, w *locale.Words) Standing {
	rel := o.Relationship
	s := Standing{Status: rel.Status, Still: StillPlanned(o.Still, w)}
	switch rel.Status {
	case core.StatusPaused:
		if s.Text = w.T("rel.paused"); !rel.Paused.IsZero() {
			s.Text = w.T("rel.paused_since", "date", w.Date(rel.Paused))
		}
	case core.StatusEnded:
		s.Text, s.Why = w.T("rel.ended", "date", w.Date(rel.Ended)), rel.EndReason
	case core.StatusProposed:
		s.Text = w.T("rel.proposed")
	}
	return s
}

// StillPlanned says what is still planned in a relationship, and that nothing of it goes by itself; "" for nothing.
func StillPlanned(n planner.EndingCount, w *locale.Words) string {
	planned := endPlanned(n, w)
	if len(planned) == 0 {
		return ""
	}
	return w.T("rel.still", "what", w.List(planned))
}

// endPlanned says what is still planned in a relationship: single meetings and series, the owner's and those to which
// somebody else invites.
func endPlanned(n planner.EndingCount, w *locale.Words) (out []string) {
	for _, part := range []struct {
		key   string
		count int
	}{{"rel.end_meetings", n.Meetings}, {"rel.end_series", n.Series}, {"rel.end_their_meetings", n.TheirMeetings}, {"rel.end_their_series", n.TheirSeries}} {
		if part.count > 0 {
			out = append(out, w.T(part.key, "count", part.count))
		}
	}
	return out
}
