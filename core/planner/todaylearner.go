package planner

import (
	"slices"

	"mentorbook/core"
)

// Learner is what needs the owner on the day of somebody who learns. That day lists their promises and their mentors by
// themselves and no week: so promises are left out of the needs, and what clashes is among them.
type Learner struct {
	Needs []Need // the most pressing first
	More  int    // how many were left out of the list
	Due   int    // how many of the promises that the day lists are late, or due today or tomorrow
}

// Pressing counts what Today shows that needs the owner, on the day of one who learns, or of a mentor: the lines of what needs
// them, and those that were left out; of one who learns also their promises that a mentor's day has among these.
func (t *Today) Pressing(learns bool) int {
	if learns {
		return len(t.Learner.Needs) + t.Learner.More + t.Learner.Due
	}
	return len(t.Needs) + t.More
}

// learner gathers the day of one who learns out of all that needs the owner.
func (t *todayReader) learner() error {
	if !t.ws.Side.Learns() {
		return nil
	}
	due, err := countKeys(t, Query{Index: ActionsOpen, Of: t.ws.Owner, To: onDay(t.out.Date.AddDays(2))})
	if err != nil {
		return err
	}
	needs := slices.DeleteFunc(slices.Clone(t.out.Needs), func(n Need) bool { return n.Kind == NeedLateAction || n.Kind == NeedDueAction })
	l := &t.out.Learner
	l.Due = min(due, maxPromises)
	l.Needs, l.More = mostPressing(append(needs, t.clashing()...))
	l.More += due - l.Due
	return nil
}

// clashing gives a need for each meeting of the week, and for the next one, that has no room beside another or beside a busy
// time. Of two that clash with one another the first tells it.
func (t *todayReader) clashing() []Need {
	var out []Need
	told := map[core.ID]bool{}
	for _, row := range t.coming() {
		m := row.Meeting
		i := slices.IndexFunc(row.Clashes, func(c MeetingClash) bool { return !told[c.With.ID] })
		if i < 0 || told[m.ID] || !t.toCome(m) {
			continue
		}
		told[m.ID] = true
		need := t.needOf(NeedClash, row)
		need.Clash = row.Clashes[i]
		out = append(out, need)
	}
	return out
}
