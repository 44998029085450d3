package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// maxHeld is how many meetings are named that stand in the way of a deletion: enough to see what kind they are.
const maxHeld = 3

// Held is a meeting to come that guests have on their calendars, so that it can't go with a deletion.
type Held struct {
	Meeting core.ID // of a series, its next one
	Name    string
	Start   core.Civil // by the owner's clock
	at      time.Time
}

// nameHeld names the first of what stands in the way of the deletion, the earliest first. A series that is called off, and only
// still to be said so, has no date to be named by.
func (d *deletion) nameHeld(r Reader, now time.Time, out *Deletion) error {
	owner, err := ownerOf(r)
	if err != nil {
		return err
	}
	out.Today = core.DateOf(now.In(zoneOf(owner)))
	for _, ref := range d.takes {
		stands, err := standsAhead(r, ref, now)
		if err != nil {
			return err
		}
		if !stands {
			continue
		}
		m, err := comingOf(r, ref, now)
		if err != nil {
			return err
		}
		if m == nil {
			continue
		}
		one := Held{Meeting: m.ID}
		one.Start, _ = m.On(owner.Home())
		if one.at, err = m.StartAt(); err != nil {
			return err
		}
		if one.Name, err = meetingName(r, m); err != nil {
			return err
		}
		out.Held = append(out.Held, one)
	}
	slices.SortStableFunc(out.Held, func(a, b Held) int { return a.at.Compare(b.at) })
	out.Held = out.Held[:min(len(out.Held), maxHeld)]
	return nil
}

// comingOf gives a meeting, or the next one of a series; nil where that has none to come.
func comingOf(r Reader, ref core.Ref, now time.Time) (*core.Meeting, error) {
	if ref.Kind == core.KindMeeting {
		return load[core.Meeting](r, ref.ID)
	}
	s, err := load[core.Series](r, ref.ID)
	if err != nil {
		return nil, err
	}
	run, err := runningOf(s)
	if err != nil {
		return nil, err
	}
	return run.next(r, now)
}
