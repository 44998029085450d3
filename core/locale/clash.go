package locale

import (
	"slices"

	"mentorbook/core"
)

// Clash says what a meeting has no room beside: the other's title ("" for a busy time without one), and whose it
// is where that is not the owner. near is for what leaves too little time between.
func (w *Words) Clash(title, name string, near bool) string {
	key := "today.clash"
	if near {
		key = "today.clash_near"
	}
	if title == "" {
		title = w.T("today.busy")
	}
	s := w.T(key, "title", w.Quote(title))
	if name != "" {
		s += " (" + name + ")"
	}
	return s
}

// SeriesClash says how many meetings of a series behind its first overlap something, or are only too close to it, and the first of
// them with what: its title ("" for a busy time without one), and whose it is where that is not the owner. "" for none.
func (w *Words) SeriesClash(n int, first core.Date, title, name string, near bool) string {
	if n == 0 {
		return ""
	}
	key := "plan.series_clash"
	if near {
		key = "plan.series_near"
	}
	if title == "" {
		title = w.T("today.busy")
	}
	s := w.T(key, "count", n, "date", w.Date(first), "title", w.Quote(title))
	if name != "" {
		s += " (" + name + ")"
	}
	return s
}

// SeriesOff says how many dates of a series fall on days off, and the first of them: whose it is where that is not the
// owner, and what it is called where it has a title. "" for none.
func (w *Words) SeriesOff(n int, first core.Date, title, name string) string {
	if n == 0 {
		return ""
	}
	s := w.T("plan.days_off", "count", n, "date", w.Date(first))
	if title != "" {
		s += ", " + w.Quote(title)
	}
	if name != "" {
		s += " (" + name + ")"
	}
	return s
}

// Quiet says that a meeting lies in somebody's quiet hours, or goes on into them; "" for neither.
func (w *Words) Quiet(q core.Quietness) string {
	switch q {
	case core.QuietFromStart:
		return w.T("plan.quiet")
	case core.QuietLater:
		return w.T("plan.quiet_later")
	}
	return ""
}

// LaterQuiet says from which day on what repeats lies in the quiet hours of some people, or at night as far as that is only assumed:
// at is what their clock shows.
func (w *Words) LaterQuiet(at core.Civil, people []*core.Person, q core.Quietness, night core.Hours) string {
	var names, cities []string
	for _, who := range people {
		names = append(names, who.ShortName())
		if city := w.City(who.Zone); !slices.Contains(cities, city) {
			cities = append(cities, city)
		}
	}
	said := w.Quiet(q)
	if !night.IsZero() {
		said = w.T("plan.night", "hours", w.HoursOfDay(night))
	}
	return w.T("plan.shift", "date", w.Date(at.Date), "time", w.Clock(at), "name", w.List(names), "zone", w.List(cities)) + " · " + said
}

// OverCap says that the meetings of a week, or of a month, would take more than the owner's cap in hours.
func (w *Words) OverCap(month bool, minutes, hours int) string {
	if month {
		return w.overCap("plan.over_month", minutes, hours)
	}
	return w.overCap("plan.over_week", minutes, hours)
}

// OverCapShort says the same in few words, beside others.
func (w *Words) OverCapShort(month bool, minutes, hours int) string {
	if month {
		return w.overCap("calendar.over_month", minutes, hours)
	}
	return w.overCap("calendar.over_week", minutes, hours)
}

func (w *Words) overCap(key string, minutes, hours int) string {
	return w.T(key, "used", w.Hours(minutes), "cap", w.Hours(hours*60))
}
