package planner

import "mentorbook/core"

// joined looks for the meetings of the week, and the next one, to which somebody is to come who was not invited as others were; of a
// series once, for all of it.
func (t *todayReader) joined() {
	for _, row := range t.once(t.coming(), func(row MeetingRow) bool { return len(row.Uninvited()) > 0 }) {
		need := t.needOf(NeedJoined, row)
		if of := row.Meeting.Series; !of.IsZero() {
			need.Ref, need.Whole = core.Ref{Kind: core.KindSeries, ID: of}, true
		}
		for _, p := range row.Uninvited() {
			need.People = append(need.People, p.ShortName())
		}
		t.out.Needs = append(t.out.Needs, need)
	}
}
