package locale

import "mentorbook/core"

// ClockChange says of a start that the clock of its zone does not show it that day, as it goes forward then, and when the meeting
// begins instead; or that it shows it twice, and that the first is meant. "" for any other.
func (w *Words) ClockChange(start core.Civil, zone core.Zone) string {
	loc, err := zone.Location()
	if err != nil || !start.Date.Valid() {
		return ""
	}
	if shown := core.CivilOf(start.InLocation(loc)); shown.MinutesSince(start) != 0 {
		return Capital(w.T("clock.skipped", "asked", w.Clock(start), "zone", w.City(zone), "time", w.Clock(shown)))
	}
	if start.Twice(loc) && !start.Again {
		return Capital(w.T("clock.twice", "asked", w.Clock(start), "zone", w.City(zone)))
	}
	return ""
}
