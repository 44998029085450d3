package calendar

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// maxQuiet is how many people's quiet hours are told in words.
const maxQuiet = 3

// quietHours gives the part of a day, on the owner's clock, in which somebody of those who were chosen is not to be
// disturbed.
func (m *FreeModel) quietHours(day core.Date) []planner.QuietTime {
	if m == nil || m.found == nil {
		return nil
	}
	return m.found.Quiet(day)
}

// inQuiet says in whose quiet hours a time of the owner's lies, in part or whole: of all with whom the meeting is that is put
// there, whoever was chosen; of whom was chosen, where nothing is there yet. A night that is only assumed is told with its clock
// elsewhere. It gives "" for nobody's.
func (m *Model) inQuiet(key string, f *FreeModel, start, end core.Civil) string {
	hours := f.quietHours
	if x, moving := m.Meeting(key); moving {
		hours = (&planner.FreeTimes{Owner: m.calendar.Owner, People: x.Others}).Quiet
	}
	var whose []string
	var seen []core.ID
	for d := start.Date; !d.After(end.Date); d = d.AddDays(1) {
		midnight := d.At(0, 0)
		for _, q := range hours(d) {
			apart := start.Compare(midnight.AddMinutes(q.To)) >= 0 || midnight.AddMinutes(q.From).Compare(end) >= 0
			if apart || q.Assumed || slices.Contains(seen, q.Person.ID) {
				continue
			}
			seen, whose = append(seen, q.Person.ID), append(whose, q.Person.ShortName())
		}
	}
	if len(whose) == 0 {
		return ""
	}
	return m.words.T("calendar.in_quiet", "name", m.firstOf(whose))
}

// firstOf names the first of some people, and how many more there are.
func (m *Model) firstOf(names []string) string {
	if more := len(names) - maxQuiet; more > 0 {
		names = append(slices.Clone(names[:maxQuiet]), m.words.T("calendar.quiet_more", "count", more))
	}
	return m.words.List(names)
}

// quietWords tells whose hours the bands in the days are, by their own clocks; "" for nobody's.
func (m *Model) quietWords(f *FreeModel) string {
	return m.quietSaid(f, "calendar.quiet", m.quietOf)
}

// legends says how the second clock and the bands in the days can be explained, the fullest way first: the column of the
// clock names its zone anyway, and the cards say it all. None where there is nothing to explain.
func (m *Model) legends(f *FreeModel) []string {
	clock, quiet := m.clockWords(), m.quietWords(f)
	switch {
	case quiet == "" && clock == "":
		return nil
	case quiet == "":
		return []string{clock}
	}
	out := []string{quiet, m.quietSaid(f, "calendar.quiet_short", m.quietOf), m.quietSaid(f, "calendar.quiet_short", func(q planner.QuietTime) string { return q.Person.ShortName() })}
	if clock != "" {
		out = append([]string{clock + " · " + quiet}, out...)
	}
	return out
}

// quietSaid names those whose hours the bands in the days are in a sentence; "" where they are nobody's.
func (m *Model) quietSaid(f *FreeModel, sentence string, name func(planner.QuietTime) string) string {
	if f == nil || f.found == nil || len(m.Days) == 0 {
		return ""
	}
	var whose []string
	var seen []core.ID
	for _, d := range m.Days {
		for _, q := range f.quietHours(d.Date) {
			if slices.Contains(seen, q.Person.ID) {
				continue
			}
			seen, whose = append(seen, q.Person.ID), append(whose, name(q))
		}
	}
	if len(whose) == 0 {
		return ""
	}
	return m.words.T(sentence, "names", m.firstOf(whose))
}

// quietOf tells whose hours they are, and by which clock.
func (m *Model) quietOf(q planner.QuietTime) string {
	text := q.Person.ShortName() + " " + m.words.HoursOfDay(q.Hours)
	city := ""
	if q.Person.Zone != "" && q.Person.Zone != m.zone {
		city = m.words.City(q.Person.Zone)
	}
	switch {
	case q.Assumed:
		return m.words.T("calendar.quiet_assumed", "hours", text, "zone", city)
	case city != "":
		return text + " (" + city + ")"
	}
	return text
}
