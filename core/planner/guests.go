package planner

import (
	"context"

	"mentorbook/core"
)

// GuestList is what there is to know before a message about a meeting goes out.
type GuestList struct {
	Today   core.Date
	Owner   *core.Person
	Meeting *core.Meeting
	Series  *core.Series // that the meeting is one of; nil for none
	Name    string
	Guests  []Guest
	Stands  bool // guests have the meeting on their calendars
}

// Guest is somebody who is asked to a meeting.
type Guest struct {
	Person *core.Person
	Last   *core.Dispatch // what they were sent last about it, but for calendar files; nil: nothing
}

// Current tells whether the guest has the meeting as it is now.
func (g Guest) Current(m *core.Meeting) bool {
	d := g.Last
	return d != nil && d.Method == core.MethodRequest && d.Start == m.Start && d.End == m.End && d.Zone == m.Zone &&
		d.Place == m.Place && d.Link == m.Link
}

// Guests gives the guests of a meeting with what each of them has.
func (s Invitations) Guests(ctx context.Context, meeting core.ID) (*GuestList, error) {
	return view(ctx, s.e, func(r Reader) (*GuestList, error) {
		out := &GuestList{}
		var err error
		if out.Today, out.Owner, err = s.e.today(r); err != nil {
			return nil, err
		}
		if out.Meeting, err = load[core.Meeting](r, meeting); err != nil {
			return nil, err
		}
		if !out.Meeting.Series.IsZero() {
			if out.Series, err = load[core.Series](r, out.Meeting.Series); err != nil {
				return nil, err
			}
		}
		if out.Name, err = meetingName(r, out.Meeting); err != nil {
			return nil, err
		}
		rel, err := load[core.Relationship](r, out.Meeting.Relationship)
		if err != nil {
			return nil, err
		}
		people, err := loadAll[core.Person](r, rel.Others(out.Owner.ID))
		if err != nil {
			return nil, err
		}
		all, err := sentAbout(r, out.Meeting)
		if err != nil {
			return nil, err
		}
		out.Stands = standsAfter(all, core.ID{})
		for _, p := range people {
			if part, _ := rel.Participant(p.ID); !part.Until.IsZero() && part.Until.Before(out.Meeting.Start.Date) {
				continue
			}
			g := Guest{Person: p}
			for _, d := range all {
				if d.Method != core.MethodPublish && wentTo(d, p.ID) {
					g.Last = d
				}
			}
			out.Guests = append(out.Guests, g)
		}
		return out, nil
	})
}
