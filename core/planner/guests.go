package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// GuestList is what there is to know before a message about a meeting goes out.
type GuestList struct {
	Today      core.Date
	Owner      *core.Person
	Meeting    *core.Meeting // of a whole series, its first
	Series     *core.Series  // that the meeting is one of; nil for none
	All        bool          // it was asked for the whole series
	Off        bool          // what was asked for is called off
	Over       bool          // the meeting has ended by now; of a whole series, its first one
	Name       string
	Sent       string // the name without what tells it apart: others may read it
	Guests     []GuestVersion
	Whole      []GuestVersion // what they have of the whole series
	Others     []core.Party   // to whom it goes besides, whom another calendar of the owner's had invited and nobody here knows
	Separately bool           // the last message went to each guest by themselves
	Agenda     bool           // the last invitation had the agenda
	Stands     bool           // guests have the meeting on their calendars
	Ends       bool           // an invitation to the whole series tells of the end of the one that it follows, too
	// Organizer is whose the meeting is where it is somebody else's: they alone invite to it. It is zero for the owner's.
	Organizer core.Party
	Own       *OwnAnswer // what the owner said to it; nil where the owner is no guest
	OwnWhole  *OwnAnswer // the same of the whole series
	// Keeps tells that a guest has proposed another time, and that they can be told that it stays as it is; KeepsWhole that of
	// the whole series.
	Keeps, KeepsWhole bool
	// Declined are the next meetings of a series that is off since the owner does not come, earliest first: they can come to each
	// of them after all.
	Declined []*core.Meeting
	From     Program // of the owner's own, which has it too; "" for none
	Former   string  // the address from which the owner had invited to it, and which is theirs no more; "" for none
}

// Guests gives the guests of a meeting, or of a whole series, with what each of them has.
func (s Invitations) Guests(ctx context.Context, id core.ID) (*GuestList, error) {
	return view(ctx, s.e, func(r Reader) (*GuestList, error) {
		out := &GuestList{}
		var err error
		if out.Today, out.Owner, err = s.e.today(r); err != nil {
			return nil, err
		}
		a, err := aboutOf(r, id)
		if err != nil {
			return nil, err
		}
		out.Meeting, out.Series, out.All, out.Off = a.meeting, a.series, a.whole, a.off()
		out.Organizer, out.Own, out.Over = a.organizer, a.ownAnswer(), over(out.Meeting, s.e.now())
		if out.Organizer.Email == "" {
			out.From, out.Former = ProgramOf(out.Meeting.UID), formerAddress(out.Owner, a.known())
		}
		if out.Name, err = meetingName(r, out.Meeting); err != nil {
			return nil, err
		}
		if out.Sent, err = meetingName(bare(r), out.Meeting); err != nil {
			return nil, err
		}
		if out.Others, err = a.othersIn(r, out.Owner.ID); err != nil {
			return nil, err
		}
		if out.Separately, err = a.sentSeparately(r); err != nil {
			return nil, err
		}
		out.Agenda = a.sentAgenda()
		out.Stands = a.organizer.Email == "" && standsAfter(a.known(), core.ID{})
		if out.Guests, err = s.versions(r, a); err != nil {
			return out, err
		}
		if out.Keeps, err = a.keeps(r, out.Guests); err != nil || out.Series == nil {
			return out, err
		}
		if a, err = aboutOf(r, out.Series.ID); err != nil {
			return nil, err
		}
		out.OwnWhole, out.Ends = a.ownAnswer(), a.ends(core.MethodRequest) != nil
		if out.Whole, err = s.versions(r, a); err != nil {
			return nil, err
		}
		if out.KeepsWhole, err = a.keeps(r, out.Whole); err != nil {
			return nil, err
		}
		out.Declined, err = declinedDates(r, out.Series, s.e.now())
		return out, err
	})
}

// over tells whether a meeting has ended.
func over(m *core.Meeting, now time.Time) bool {
	end, err := m.EndAt()
	return err == nil && end.Before(now)
}

// mostDeclined is how many meetings of a declined series are offered one by one: half a year of weekly ones.
const mostDeclined = 26

// declinedDates gives the next meetings of a series that is off since the owner does not come.
func declinedDates(r Reader, series *core.Series, now time.Time) ([]*core.Meeting, error) {
	if !series.Declined() {
		return nil, nil
	}
	run, err := runningOf(series.Restored())
	if err != nil {
		return nil, err
	}
	taken, err := run.taken(r, now.Add(-8*24*time.Hour), Never())
	if err != nil {
		return nil, err
	}
	var out []*core.Meeting
	for o, err := range run.rule.From(now) {
		if err != nil {
			return nil, err
		}
		m := run.meeting(o)
		if goWith(m, series); taken[o.Original] { // it has a record of its own
			if m, err = load[core.Meeting](r, m.ID); err != nil && core.CodeOf(err) != core.CodeNotFound {
				return nil, err
			}
		}
		if m != nil && m.Declined() && upcoming(m, now) {
			out = append(out, m)
		}
		if len(out) == mostDeclined {
			break
		}
	}
	return out, nil
}

// keeps tells whether one of the guests has proposed another time, and has the present one.
func (a *matter) keeps(r Reader, guests []GuestVersion) (bool, error) {
	replies, err := a.proposed(r)
	return slices.ContainsFunc(replies, func(reply *core.Reply) bool {
		return slices.ContainsFunc(guests, func(g GuestVersion) bool {
			return g.Person.ID == reply.Person && (g.State == VersionCurrent || g.State == VersionOldText)
		})
	}), err
}
