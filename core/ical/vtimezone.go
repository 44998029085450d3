package ical

import (
	"fmt"
	"slices"
	"time"

	"github.com/emersion/go-ical"

	"mentorbook/core"
)

// A VTIMEZONE says what local times in a file mean (RFC 5545 3.6.5). It is made by asking the zone data about the
// years concerned. Outlook takes one yearly pair of STANDARD and DAYLIGHT with rules (MS-STANOICAL 2.2.47), and
// long lists of dates broke Google's import; so a pair is written wherever the zone's changes follow a yearly
// rule, and its changes one by one only where they do not, as in Morocco or Egypt: as far as the events of the file
// reach, and of what has no end for listYears. A reader has the last offset of a list go on for ever, so that a list
// which ended before the events would move half of each year by an hour.

const (
	ruleYears = 28 // after which every date has fallen on every day of the week, near enough
	listYears = 25 // how far changes without a rule are listed for what has no end: some 50, of 130 octets each
	mostYears = 75 // and for all else: the zone data of such zones end before
)

// onset is a change of a zone's offset.
type onset struct {
	at       time.Time // the instant
	from, to int       // offsets in seconds
	name     string    // the zone's short name from then on
}

// local gives what a clock shows at the change, by the offset from before it.
func (o onset) local() time.Time { return o.at.UTC().Add(time.Duration(o.from) * time.Second) }

// timezoneOf gives the VTIMEZONE of a zone for what takes place from one instant to another; zero: it has no end.
func timezoneOf(zone core.Zone, loc *time.Location, first, last time.Time) *ical.Component {
	c := ical.NewComponent(ical.CompTimezone)
	c.Props.SetText(ical.PropTimezoneID, string(zone))
	year := first.In(loc).Year() - 1
	if pair, ok := yearlyPair(onsets(loc, year, year+ruleYears)); ok {
		c.Children = pair
		return c
	}
	begin := time.Date(year, 1, 1, 0, 0, 0, 0, loc)
	name, offset := begin.Zone()
	c.Children = append(c.Children, observanceOf(onset{begin, offset, offset, name}, false))
	through := year + 1 + listYears
	if !last.IsZero() {
		through = min(last.In(loc).Year(), year+1+mostYears) // its change after the last event is nobody's
	}
	for y := year; y <= through; y++ { // one by one, until a rule begins
		if pair, ok := yearlyPair(onsets(loc, y, y+ruleYears)); ok {
			c.Children = append(c.Children, pair...)
			break
		}
		for _, o := range onsets(loc, y, y) {
			c.Children = append(c.Children, observanceOf(o, o.to > o.from))
		}
	}
	return c
}

// onsets lists the changes of offset from the beginning of one year to the end of another.
func onsets(loc *time.Location, first, last int) []onset {
	var out []onset
	end := time.Date(last+1, 1, 1, 0, 0, 0, 0, time.UTC)
	for t := time.Date(first, 1, 1, 0, 0, 0, 0, loc); t.Before(end); {
		_, next := t.ZoneBounds()
		if next.IsZero() || !next.Before(end) {
			break
		}
		if !next.After(t) { // at the end of some leap years it gives the time that it was asked about
			next = t.Add(24 * time.Hour)
		}
		_, from := t.Zone()
		if name, to := next.Zone(); to != from {
			out = append(out, onset{next, from, to, name})
		}
		t = next
	}
	return out
}

// yearlyPair gives the observances of a zone whose changes follow a rule, two a year. False where there is no such
// rule, as in a fixed zone.
func yearlyPair(all []onset) ([]*ical.Component, bool) {
	if len(all) != 2*(ruleYears+1) {
		return nil, false
	}
	var out []*ical.Component
	for half := range 2 {
		var same []onset
		for i := half; i < len(all); i += 2 {
			same = append(same, all[i])
		}
		rule, ok := yearlyRule(same)
		if !ok {
			return nil, false
		}
		c := observanceOf(same[0], same[0].to > same[0].from)
		setRaw(c, ical.PropRecurrenceRule, rule.String())
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b *ical.Component) int { return -compareNames(a, b) }) // STANDARD first
	return out, true
}

func compareNames(a, b *ical.Component) int {
	switch {
	case a.Name == b.Name:
		return 0
	case a.Name < b.Name:
		return -1
	}
	return 1
}

// yearlyRule gives the rule that one change a year follows: on a weekday of a month, the first to the fourth or the
// last, or in a week of dates.
func yearlyRule(list []onset) (core.Rule, bool) {
	first := list[0].local()
	low, high, last := first.Day(), first.Day(), true
	for i, o := range list {
		t := o.local()
		if o.from != list[0].from || o.to != list[0].to || t.Month() != first.Month() || t.Weekday() != first.Weekday() ||
			t.Hour() != first.Hour() || t.Minute() != first.Minute() || t.Second() != first.Second() || t.Year() != first.Year()+i {
			return core.Rule{}, false
		}
		low, high = min(low, t.Day()), max(high, t.Day())
		last = last && t.AddDate(0, 0, 7).Month() != t.Month()
	}
	if high-low > 6 {
		return core.Rule{}, false
	}
	rule := core.Rule{Freq: core.FreqYearly, Months: []int{int(first.Month())}}
	day := core.RuleDay{Day: core.DayCodeOf(first.Weekday())}
	switch {
	case last:
		day.Nth = -1
	case (low-1)/7 == (high-1)/7:
		day.Nth = (low-1)/7 + 1
	default:
		for d := low; d <= low+6; d++ {
			rule.MonthDays = append(rule.MonthDays, d)
		}
	}
	rule.Days = []core.RuleDay{day}
	return rule, true
}

// observanceOf gives a STANDARD or DAYLIGHT component.
func observanceOf(o onset, daylight bool) *ical.Component {
	c := ical.NewComponent(ical.CompTimezoneStandard)
	if daylight {
		c = ical.NewComponent(ical.CompTimezoneDaylight)
	}
	setRaw(c, ical.PropDateTimeStart, o.local().Format("20060102T150405"))
	setRaw(c, ical.PropTimezoneOffsetFrom, utcOffset(o.from))
	setRaw(c, ical.PropTimezoneOffsetTo, utcOffset(o.to))
	c.Props.SetText(ical.PropTimezoneName, o.name)
	return c
}

// utcOffset writes an offset in seconds (RFC 5545 3.3.14).
func utcOffset(seconds int) string {
	sign := "+"
	if seconds < 0 {
		sign, seconds = "-", -seconds
	}
	s := fmt.Sprintf("%s%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		s += fmt.Sprintf("%02d", seconds%60)
	}
	return s
}

// isUTC tells whether local times of the zone are those of UTC, which need no VTIMEZONE.
func isUTC(zone core.Zone) bool {
	return slices.Contains([]core.Zone{"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"}, zone)
}
