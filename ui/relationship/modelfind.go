package relationship

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// findable notes by which words a meeting is found: what its row says, its day in full, and its agenda. Of what is not to be seen
// the meeting has nothing any more.
func (m *Meeting) findable(x *core.Meeting, day core.Date, w *locale.Words) {
	all := []string{m.When, m.What, w.DateLong(day), w.Date(day)}
	for _, item := range x.Agenda {
		all = append(all, item.Text)
	}
	m.title, m.words = x.Title, strings.Join(all, "\n")
}

// Found keeps of some meetings those that have all words that somebody typed.
func Found(all []Meeting, text string) []Meeting {
	return planner.Sift(text, all, func(m Meeting) (name, others string) { return m.title, m.words })
}
