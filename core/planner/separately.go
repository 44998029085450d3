package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// separately tells whether each guest gets a message of their own. Where nothing is said of it they do if they did last: they
// are not to learn of one another by a later one.
func (how Sending) separately(r Reader, a *matter) (bool, error) {
	if how.Separately || how.Together {
		return how.Separately, nil
	}
	return a.sentSeparately(r)
}

// sentSeparately tells whether the last message to several guests went to each of them by themselves: of what nobody was told
// of yet, that about the series which it follows, or else about whatever the same people were told of last.
func (a *matter) sentSeparately(r Reader) (bool, error) {
	switch {
	case len(toldTo(a.before, core.ID{})) > 0:
		_, apart := lastToSeveral(a.before)
		return apart, nil
	case a.former != nil && len(toldTo(a.former.sent, core.ID{})) > 0:
		_, apart := lastToSeveral(a.former.sent)
		return apart, nil
	case a.rel == nil || len(a.rel.Participants) < 3 || a.organizer.Email != "":
		return false, nil
	}
	return meetsSeparately(r, a.rel.ID)
}

// meetsSeparately tells whether the last message to several people of a relationship, about any of its meetings or series, went to
// each of them by themselves.
func meetsSeparately(r Reader, rel core.ID) (bool, error) {
	var last time.Time
	separately := false
	look := func(before []*core.Dispatch, err error) error {
		if at, apart := lastToSeveral(before); at.After(last) {
			last, separately = at, apart
		}
		return err
	}
	for entry, err := range r.Keys(Query{Index: MeetingsOfRelationship, Of: rel}) {
		if err == nil {
			err = look(sent(r, entry.Ref.ID))
		}
		if err != nil {
			return false, err
		}
	}
	for entry, err := range r.Keys(Query{Index: SeriesOf, Of: rel}) {
		if err == nil {
			err = look(collect(scan[core.Dispatch](r, Query{Index: DispatchesOfSeries, Of: entry.Ref.ID})))
		}
		if err != nil {
			return false, err
		}
	}
	return separately, nil
}

// lastToSeveral gives when the last message to several guests went out, of some to all that have one UID, oldest first, and
// whether it went to each of them by themselves; no time for none.
func lastToSeveral(before []*core.Dispatch) (at time.Time, apart bool) {
	all := toldTo(before, core.ID{})
	for i, d := range slices.Backward(all) {
		switch {
		case len(readersIn(d)) > 1:
			return d.At, false
		case i > 0 && all[i-1].At.Equal(d.At) && all[i-1].Method == d.Method && len(readersIn(all[i-1])) == 1 && !slices.Equal(readersIn(all[i-1]), readersIn(d)):
			return d.At, true
		}
	}
	return time.Time{}, false
}

// readersIn gives who got a message, each once whatever mailboxes they have.
func readersIn(d *core.Dispatch) (out []string) {
	for _, person := range recipientsIn([]*core.Dispatch{d}) {
		out = append(out, person.String())
	}
	for _, o := range d.Others {
		out = append(out, o.Email)
	}
	return out
}
