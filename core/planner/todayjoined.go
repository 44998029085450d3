package planner

import "mentorbook/core"

// joined looks for the meetings of the week, and the next one, to which somebody is to come who was not invited as others were; of a
// series once, for all of it.
func (t *todayReader) joined() {
	seen := map[core.ID]bool{}
	for _, row := range t.coming() {
		who := row.Uninvited()
		need := t.needOf(NeedJoined, row)
		if of := row.Meeting.Series; !of.IsZero() {
			need.Ref, need.Whole = core.Ref{Kind: core.KindSeries, ID: of}, true
		}
		if len(who) == 0 || !t.toCome(row.Meeting) || seen[need.Ref.ID] {
			continue
		}
		seen[need.Ref.ID] = true
		for _, p := range who {
			need.People = append(need.People, p.ShortName())
		}
		t.out.Needs = append(t.out.Needs, need)
	}
}
