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
	Guests  []GuestVersion
	Whole   []GuestVersion // what they have of the whole series
	Stands  bool           // guests have the meeting on their calendars
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
		a, err := aboutOf(r, meeting)
		if err != nil {
			return nil, err
		}
		out.Stands = standsAfter(a.known(), core.ID{})
		if out.Guests, err = s.versions(r, a, out.Meeting.Start.Date); err != nil || out.Series == nil {
			return out, err
		}
		if a, err = aboutOf(r, out.Series.ID); err != nil {
			return nil, err
		}
		out.Whole, err = s.versions(r, a, out.Meeting.Start.Date)
		return out, err
	})
}
