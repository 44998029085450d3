package locale

import (
	"time"

	"mentorbook/core"
)

// TheirTime says what time it is at an instant for the one other person: "their time 17:00 (Nairobi)", with the day of the
// week where that is another: "their time Tue 02:00 (Auckland)". It is "" where their clock shows what that of the owner's
// home shows, where a zone is not known, and where there are several others, who are told each on a page of their own.
func (w *Words) TheirTime(at time.Time, home core.Zone, others ...*core.Person) string {
	if time, city, ok := w.theirs(at, home, others); ok {
		return w.T("today.their_time", "time", time, "zone", city)
	}
	return ""
}

// TheirClock says the same in fewer words, for a line of a list: "17:00 in Nairobi".
func (w *Words) TheirClock(at time.Time, home core.Zone, others ...*core.Person) string {
	if time, city, ok := w.theirs(at, home, others); ok {
		return w.T("calendar.theirs", "time", time, "zone", city)
	}
	return ""
}

func (w *Words) theirs(at time.Time, home core.Zone, others []*core.Person) (clock, city string, ok bool) {
	if len(others) != 1 || others[0] == nil {
		return "", "", false
	}
	return w.there(at, home, others[0].Zone)
}

// ClockIn says what a clock in a zone shows at an instant: "17:00 in Nairobi". It is "" where that of home shows the same,
// and where a zone is not known.
func (w *Words) ClockIn(at time.Time, home, zone core.Zone) string {
	if time, city, ok := w.there(at, home, zone); ok {
		return w.T("calendar.theirs", "time", time, "zone", city)
	}
	return ""
}

func (w *Words) there(at time.Time, home, zone core.Zone) (clock, city string, ok bool) {
	there, err := zone.Location()
	if err != nil {
		return "", "", false
	}
	here, err := home.Location()
	if err != nil {
		return "", "", false
	}
	theirs, own := core.CivilOf(at.In(there)), core.CivilOf(at.In(here))
	if theirs == own {
		return "", "", false
	}
	clock = w.Clock(theirs)
	if theirs.Date != own.Date {
		clock = w.WeekdayShort(theirs.Date.Weekday()) + " " + clock
	}
	return clock, w.City(zone), true
}
