package locale

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
)

// TheirTime says what time it is at an instant for the one other person: "their time 17:00 (Nairobi)", with the day of the
// week where that is another: "their time Tue 02:00 (Auckland)". It is "" where their clock shows what that of the owner's
// home shows, and where a zone is not known. Of several it says what TheirClock does.
func (w *Words) TheirTime(at time.Time, home core.Zone, others ...*core.Person) string {
	if len(others) != 1 || others[0] == nil {
		return w.TheirClock(at, home, others...)
	}
	if time, city, ok := w.there(at, home, others[0].Zone); ok {
		return w.T("today.their_time", "time", time, "zone", city)
	}
	return ""
}

// TheirClock says the same in fewer words, for a line of a list: "17:00 in Nairobi". Of several it names the places whose clocks
// show another time than the owner's, of more than two the one where the day is youngest and the one where it is oldest: "06:00 in
// São Paulo … 19:00 in Tokyo".
func (w *Words) TheirClock(at time.Time, home core.Zone, others ...*core.Person) string {
	type place struct {
		offset int
		text   string
	}
	var places []place
	for _, who := range others {
		if who == nil {
			continue
		}
		clock, city, ok := w.there(at, home, who.Zone)
		loc, err := who.Zone.Location()
		if !ok || err != nil {
			continue
		}
		_, offset := at.In(loc).Zone()
		one := place{offset, w.T("calendar.theirs", "time", clock, "zone", city)}
		if i, known := slices.BinarySearchFunc(places, offset, func(p place, offset int) int { return p.offset - offset }); !known {
			places = slices.Insert(places, i, one)
		}
	}
	switch n := len(places); n {
	case 0:
		return ""
	case 1:
		return places[0].text
	case 2:
		return places[0].text + ", " + places[1].text
	default:
		return places[0].text + " … " + places[n-1].text
	}
}

// ClockIn says what a clock in a zone shows at an instant: "17:00 in Nairobi". It is "" where that of home shows the same,
// and where a zone is not known.
func (w *Words) ClockIn(at time.Time, home, zone core.Zone) string {
	if time, city, ok := w.there(at, home, zone); ok {
		return w.T("calendar.theirs", "time", time, "zone", city)
	}
	return ""
}

// Clocks says what time it is at an instant for everybody of some people whose clock shows another than that of the owner's
// home: of one alone "17:00 in Nairobi", of several those of one hour together, "11:20 for Arun and Mei; 09:00 for Kofi".
func (w *Words) Clocks(at time.Time, home core.Zone, others ...*core.Person) string {
	if len(others) == 1 {
		return w.TheirClock(at, home, others...)
	}
	var times byTime
	for _, who := range others {
		if who == nil {
			continue
		}
		if clock, _, ok := w.there(at, home, who.Zone); ok {
			times.add(clock, who.ShortName())
		}
	}
	return times.say(func(clock string, names []string) string {
		return w.T("clock.for", "time", clock, "names", w.List(names))
	})
}

// SpanOn gives the times of a meeting as Span does, by the clock of a place, and of a time that the clock shows twice which
// of both it is: "01:30 (UTC−4)–01:00 (UTC−5)".
func (w *Words) SpanOn(from, to time.Time, loc *time.Location) string {
	start, end := core.CivilOf(from.In(loc)), core.CivilOf(to.In(loc))
	if !start.Twice(loc) && !end.Twice(loc) {
		return w.Span(start, end)
	}
	dash, day := "–", ""
	if start.Date != end.Date {
		dash, day = w.tongue.rangeDash, w.DateShort(end.Date, start.Date)+", "
	}
	return w.which(from, loc) + dash + day + w.which(to, loc)
}

// SpanOf gives the times of a meeting as SpanOn does, by the clock of a place; where its zone or that of the place is not known, as
// they were typed.
func (w *Words) SpanOf(m *core.Meeting, home core.Zone) string {
	from, to, err := core.SpanIn(m.Start, m.End, m.Zone)
	loc, unknown := home.Location()
	if err != nil || unknown != nil || home == "" {
		return w.Span(m.On(home))
	}
	return w.SpanOn(from, to, loc)
}

// which gives what a clock shows at an instant, with its distance from UTC where it shows that twice.
func (w *Words) which(at time.Time, loc *time.Location) string {
	c := core.CivilOf(at.In(loc))
	if !c.Twice(loc) {
		return w.Clock(c)
	}
	_, seconds := at.In(loc).Zone()
	return w.T("calendar.twice", "time", w.Clock(c), "offset", Offset(seconds))
}

// Offset writes how far a clock is from UTC: "+1", "−3", "+5:30".
func Offset(seconds int) string {
	sign := "+"
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	if minutes := seconds / 60 % 60; minutes != 0 {
		return fmt.Sprintf("%s%d:%02d", sign, seconds/3600, minutes)
	}
	return fmt.Sprintf("%s%d", sign, seconds/3600)
}

// byTime gathers the names of people by what is said of them.
type byTime []struct {
	key   string
	names []string
}

func (b *byTime) add(key, name string) {
	for i := range *b {
		if (*b)[i].key == key {
			(*b)[i].names = append((*b)[i].names, name)
			return
		}
	}
	*b = append(*b, struct {
		key   string
		names []string
	}{key, []string{name}})
}

func (b byTime) say(one func(key string, names []string) string) string {
	out := make([]string, len(b))
	for i, x := range b {
		out[i] = one(x.key, x.names)
	}
	return strings.Join(out, "; ")
}

// Nights says for whom of some people an instant lies in a night that is only assumed: "it is 03:00 for Amina (night,
// assumed 22:00–08:00)". Whoever lives by the clock of home knows as much as the owner, and is left out; "" for nobody.
func (w *Words) Nights(at time.Time, home core.Zone, others ...*core.Person) string {
	var times byTime
	span := ""
	for _, who := range others {
		if who == nil {
			continue
		}
		hours, assumed := who.Night()
		if _, _, elsewhere := w.there(at, home, who.Zone); !assumed || !elsewhere {
			continue
		}
		loc, err := who.Zone.Location()
		if err != nil {
			continue
		}
		c := core.CivilOf(at.In(loc))
		if hours.Contain(c.Hour*60 + c.Minute) {
			span = w.HoursOfDay(hours) // one night is assumed of everybody
			times.add(w.Clock(c), who.ShortName())
		}
	}
	return times.say(func(clock string, names []string) string {
		return w.T("night.assumed", "name", w.List(names), "time", clock, "hours", span)
	})
}

// HoursOfDay gives a span of a day: "22:00–08:00".
func (w *Words) HoursOfDay(h core.Hours) string {
	return w.Time(h.From/60%24, h.From%60) + "–" + w.Time(h.To/60%24, h.To%60)
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
