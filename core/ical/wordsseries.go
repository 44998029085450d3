package ical

import (
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// series says by what rule a whole series comes, from when and until when.
func (l *letter) series() []string {
	v, w := l.v, l.w
	key := "email.series"
	if v.Method == core.MethodRequest || v.Method == core.MethodCounter {
		key = "email.repeats"
	}
	lines := l.byClock(func(loc *time.Location, places string) string {
		return w.T(key, "rule", l.pattern(l.run, loc).Words(w, places))
	})
	if key == "email.repeats" {
		lines = append(lines, l.shifts()...)
	}
	if v.Method == core.MethodRequest {
		lines = append(lines, l.beside("email.continues", v.Series.Beside)...)
		lines = append(lines, l.beside("email.goes_on", v.Series.Then)...)
	}
	start, end, ok := l.next()
	first := v.Stamp.Before(v.End)
	switch {
	case !ok && v.Method == core.MethodRequest:
		return append(lines, w.T("email.nothing_to_come"))
	case !ok:
		return lines
	}
	times := l.times(start, end)
	if key = "email.next"; first {
		key = "email.first"
	}
	times[0] = w.T(key, "when", times[0])
	return append(lines, times...)
}

// pattern gives how something recurs by a clock: from what is to come on, of a message about one meeting as it is when that takes
// place.
func (l *letter) pattern(run *schedule.Recurring, loc *time.Location) schedule.Pattern {
	at := l.v.Stamp
	if l.one {
		at = l.v.Start
	}
	return run.By(core.Zone(loc.String()), at)
}

// beside names another series by its title, where that is another, and by its rule.
func (l *letter) beside(key string, b *core.SeriesBeside) []string {
	if b == nil {
		return nil
	}
	run := runOf(b.Start, b.End, b.Zone, b.Rule, nil)
	if run == nil {
		return nil
	}
	if title := core.CleanLine(b.Title); title != "" && title != core.CleanLine(l.v.Title) {
		return l.byClock(func(loc *time.Location, places string) string {
			return l.w.T(key+"_titled", "title", title, "rule", l.pattern(run, loc).Words(l.w, places))
		})
	}
	return l.byClock(func(loc *time.Location, places string) string {
		return l.w.T(key, "rule", l.pattern(run, loc).Words(l.w, places))
	})
}

// ofSeries says of which series one meeting is, and instead of which one it takes place where it was moved.
func (l *letter) ofSeries() []string {
	lines := []string{l.w.T("email.one_of_unknown")}
	if b := l.v.Series.Beside; b != nil {
		lines = l.beside("email.one_of", b)
	}
	at := l.original()
	if at.Equal(l.v.Start) {
		return lines
	}
	key := "email.instead"
	if l.kind == "cancelled" {
		key = "email.originally"
	}
	return append(lines, l.w.T(key, "when", strings.Join(l.byClock(func(loc *time.Location, places string) string {
		return in(l.moment(at.In(loc)), places)
	}), "; ")))
}

// original gives when one meeting of a series was to start by its rule.
func (l *letter) original() time.Time {
	return l.v.Series.Original.InLocation(newClock(l.v.Series.Zone).loc)
}

// next gives when the next meeting of a series is, moved or not; false where none is to come. Of what tells no times of
// single ones, the first.
func (l *letter) next() (start, end time.Time, ok bool) {
	v := l.v
	if v.Method != core.MethodRequest {
		return v.Start, v.End, v.Stamp.Before(v.End)
	}
	sooner := func(from, to time.Time) {
		if to.After(v.Stamp) && (!ok || from.Before(start)) {
			start, end, ok = from, to, true
		}
	}
	apart := map[core.Civil]bool{}
	for i := range v.Series.Moved {
		sooner(l.taking(&v.Series.Moved[i]))
		apart[v.Series.Moved[i].Original] = true
	}
	for o, err := range l.run.From(v.Stamp) {
		if err != nil || ok && o.Start.After(start) {
			break
		}
		if !apart[o.Original] {
			sooner(o.Start, o.End)
			break
		}
	}
	return start, end, ok
}

// taking gives when one meeting of a series takes place that is told of by itself.
func (l *letter) taking(o *core.InvitedOccurrence) (start, end time.Time) {
	loc := newClock(l.v.Series.Zone).loc
	start = o.Start.InLocation(loc)
	return start, o.End.EndOf(start, loc)
}

// mostShifts is of how many other hours a message tells for one zone: a year has one in spring and one in autumn, or two of
// each where both zones change their clocks.
const mostShifts = 6

// shifts tells from which day on a series comes at another hour where somebody lives, since clocks change on other days
// there, or never: "Follows the clock of Berlin: from Monday, 29 March 2027 it is 17:00 (Nairobi)".
func (l *letter) shifts() []string {
	from, _, ok := l.next()
	if !ok {
		return nil
	}
	from = from.Add(time.Second) // that one's hour is told
	key := "email.shift"
	if len(l.clocks) == 1 {
		key = "email.shift_you"
	}
	return l.byClock(func(loc *time.Location, places string) string {
		var all []string
		usual := l.pattern(l.run, loc)
		ahead := l.run.Ahead(loc, from, mostShifts)
		for _, shift := range ahead.Shifts {
			date := l.w.Date(shift.On)
			if usual.Rule.Freq == core.FreqWeekly && len(usual.Rule.Days) < 2 && shift.On.Weekday() != usual.Start.Date.Weekday() {
				date = in(date, l.w.Weekday(shift.On.Weekday())) // not only the hour is another
			}
			all = append(all, l.w.T(key, "date", date, "time", l.w.Clock(shift.Now)))
		}
		if all == nil {
			return ""
		}
		if ahead.More {
			all = append(all, l.w.T("shift.more"))
		}
		text := strings.Join(all, "; ")
		if len(l.clocks) > 1 {
			text = in(text, places)
		}
		return l.w.T("email.follows", "city", l.w.City(l.v.Series.Zone), "shifts", text)
	})
}

// mostExceptions is of how many meetings of a series that differ an e-mail tells; calendars have them all.
const mostExceptions = 10

// exception is one meeting of a series that differs from its rule.
type exception struct {
	at      time.Time // when the rule has it
	changed *core.InvitedOccurrence
}

// exceptions tells of the meetings to come of a whole series that are not as its rule and its texts say.
func (l *letter) exceptions() []string {
	if l.run == nil || l.v.Method != core.MethodRequest {
		return nil
	}
	all := l.differing()
	return l.listed("email.exceptions", len(all), func(i int, loc *time.Location) string { return l.exception(all[i], loc) })
}

// listed gives a list of meetings under a heading, by the clock of each who reads it: of many the first. None for no meetings.
func (l *letter) listed(heading string, n int, line func(i int, loc *time.Location) string) []string {
	if n == 0 {
		return nil
	}
	return l.byClock(func(loc *time.Location, places string) string {
		lines := []string{l.w.T(heading)}
		if places != "" {
			lines[0] = l.w.T(heading+"_by", "places", places)
		}
		for i := range min(n, mostExceptions) {
			lines = append(lines, "- "+line(i, loc))
		}
		if more := n - mostExceptions; more > 0 {
			lines = append(lines, "- "+l.w.T("email.exceptions_more", "count", more))
		}
		return strings.Join(lines, "\n")
	})
}

// differing gives these meetings by the order of the rule.
func (l *letter) differing() []exception {
	s, stamp := l.v.Series, l.v.Stamp
	var out []exception
	for _, c := range s.Except {
		if at := l.run.At(c); at.End.After(stamp) {
			out = append(out, exception{at: at.Start})
		}
	}
	for i := range s.Moved {
		o, at := &s.Moved[i], l.run.At(s.Moved[i].Original)
		start, end := l.taking(o)
		moved := !start.Equal(at.Start) || !end.Equal(at.End)
		if coming := at.End.After(stamp) || end.After(stamp); coming && (moved || len(l.otherTexts(o)) > 0) {
			out = append(out, exception{at.Start, o})
		}
	}
	slices.SortFunc(out, func(a, b exception) int { return a.at.Compare(b.at) })
	return out
}

func (l *letter) exception(x exception, loc *time.Location) string {
	was := l.moment(x.at.In(loc))
	if x.changed == nil {
		return l.w.T("email.exception_off", "when", was)
	}
	start, end := l.taking(x.changed)
	now := l.shortSpan(start.In(loc), end.In(loc))
	texts := strings.Join(l.otherTexts(x.changed), "; ")
	switch {
	case !start.Equal(x.at) && texts == "":
		return l.w.T("email.exception_moved", "was", was, "now", now)
	case !start.Equal(x.at):
		return l.w.T("email.exception_moved", "was", was, "now", now) + "; " + texts
	case texts == "":
		return now
	}
	return now + ": " + texts
}

// otherTexts says what else an occurrence has of its own.
func (l *letter) otherTexts(o *core.InvitedOccurrence) []string {
	var out []string
	if title := core.CleanLine(o.Title); title != core.CleanLine(l.v.Title) {
		out = append(out, l.w.T("email.quoted", "title", title))
	}
	own := func(key, arg, now, all string) {
		switch now, all = core.CleanLine(now), core.CleanLine(all); {
		case now == all:
		case now == "":
			out = append(out, l.w.T(key+"_none"))
		default:
			out = append(out, l.w.T(key, arg, now))
		}
	}
	own("email.place", "place", o.Place, l.v.Place)
	own("email.link", "link", o.Link, l.v.Link)
	return out
}
