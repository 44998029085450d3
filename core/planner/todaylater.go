package planner

import (
	"slices"

	"mentorbook/core"
)

// maxLater is how many meetings after this week are looked through for what needs the owner.
const maxLater = 500

// later finds, after this week, the meetings of which guests were sent a cancellation: one that takes place again needs a word
// from the owner however far off it is.
func (t *todayReader) later() error {
	from := midnight(t.out.Date.Monday().AddDays(7), t.loc)
	all, err := collect(scan[core.Meeting](t, Query{Index: MeetingsToClose, From: from, Limit: maxLater}))
	if err != nil {
		return err
	}
	running, err := runningSeries(t, core.ID{}, from)
	if err != nil {
		return err
	}
	for _, s := range running {
		next, err := s.next(t, from)
		if err != nil {
			return err
		}
		if next != nil {
			all = append(all, next)
		}
	}
	for _, m := range all {
		may, err := t.mayNeedWord(m)
		if err != nil {
			return err
		}
		if !may {
			continue
		}
		row, err := t.row(m)
		if err != nil {
			return err
		}
		t.beyond = append(t.beyond, row)
	}
	return nil
}

// mayNeedWord tells whether guests were ever sent that a meeting of the owner's is off, be it one that came from another
// calendar of theirs.
func (t *todayReader) mayNeedWord(m *core.Meeting) (bool, error) {
	series, err := seriesOf(t, m)
	if err != nil {
		return false, err
	}
	if by, err := organizerOf(t, m, series); err != nil || by.Email != "" {
		return false, err
	}
	all, err := sentAbout(t, m)
	return slices.ContainsFunc(all, func(d *core.Dispatch) bool { return d.Method == core.MethodCancel }), err
}
