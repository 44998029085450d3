package calendar

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// busy adds the times at which somebody is busy, and learns from which calendars they came.
func (m *Model) busy(show Show) {
	clashing, once := m.clashing(), map[sameDay]int{}
	before := len(m.Blocks)
	defer func() { m.Blocks = append(m.Blocks[:before:before], m.readable(m.Blocks[before:])...) }()
	for _, x := range m.calendar.Busy {
		if !slices.Contains(m.Lists, x.Busy.Calendar) {
			m.Lists = append(m.Lists, x.Busy.Calendar)
		}
		if show.Hidden[x.Busy.Calendar] {
			continue
		}
		b := m.taken(x)
		if clashing[taking{core.RefOf(x.Busy), x.Start}] {
			b.Tone = Clashed
		}
		if x.Busy.AllDay {
			m.wholeDays(b, x.Start.Date, x.End.Date, once)
			continue
		}
		if m.State.View != Agenda && m.State.View != Day && m.State.View != Week {
			b.Clock = m.words.Clock(x.Start)
			b.Title = b.Clock + " " + b.Title
		}
		m.add(b, x.Start, x.End)
	}
	slices.Sort(m.Lists)
}

// taking is one time that something takes: what repeats may clash at one of them alone.
type taking struct {
	of    core.Ref
	start core.Civil // on the owner's clock
}

// clashing gives the times that a meeting has no room beside.
func (m *Model) clashing() map[taking]bool {
	out := map[taking]bool{}
	loc, err := m.zone.Location()
	if err != nil {
		return out
	}
	for _, x := range m.calendar.Meetings {
		for _, c := range x.Clashes {
			out[taking{c.With, core.CivilOf(c.Start.In(loc))}] = true
		}
	}
	return out
}

func (m *Model) taken(x planner.CalendarBusy) Block {
	b := Block{Key: "busy:" + x.Busy.ID.String(), Title: x.Busy.Title, Caption: x.Name, Tone: Taken, Fixed: true}
	hidden, free := b.Title == "" || m.calendar.Shared, x.Busy.Transparent
	switch { // why somebody is busy is theirs to tell
	case hidden && free:
		b.Title = m.words.T("calendar.free_time")
	case hidden:
		b.Title = m.words.T("calendar.busy")
	}
	b.Initials = core.Initials(b.Title)
	if b.Caption == "" {
		b.Caption = x.Busy.Calendar
		if by := x.Busy.Organizer; by != "" && !m.calendar.Shared {
			b.Caption = by // who invites to it says more than the file that it came in
		}
	}
	if free && !hidden {
		b.Caption = strings.TrimPrefix(b.Caption+" · "+m.words.T("calendar.takes_none"), " · ")
	}
	return b
}

// sameDay is what whole days say that lie over each other.
type sameDay struct {
	on    core.Date
	title string
}

// wholeDays adds something to the days from one to another, the latter not included. What says the same of a day as something that is
// there already is one with it, with the names of both: once has where that stands. Lists name each, as each can be gone to there.
func (m *Model) wholeDays(b Block, from, to core.Date, once map[sameDay]int) {
	period := m.calendar.Period
	if from.Before(period.From) {
		from = period.From
	}
	for d := from; d.Before(to) && d.Before(period.To); d = d.AddDays(1) {
		b.Date = d
		if i, there := once[sameDay{d, b.Title}]; there && m.State.View != Agenda {
			m.Whole[i].alsoOf(b)
			continue
		}
		once[sameDay{d, b.Title}] = len(m.Whole)
		m.Whole = append(m.Whole, b)
	}
}

// alsoOf lets a block stand for another one, too.
func (b *Block) alsoOf(other Block) {
	if other.Tone == Clashed {
		b.Tone = Clashed
	}
	switch {
	case b.Caption == "":
		b.Caption = other.Caption
	case other.Caption != "" && !slices.Contains(strings.Split(b.Caption, ", "), other.Caption):
		b.Caption += ", " + other.Caption
	}
}

// busyAt gives whose busy times, or what, stand in the way of a meeting of these people.
func (m *Model) busyAt(people []*core.Person, start, end core.Civil) (names []string) {
	for _, x := range m.calendar.Busy {
		if x.Busy.Transparent || x.Start.Compare(end) >= 0 || start.Compare(x.End) >= 0 {
			continue
		}
		if x.Name == "" || slices.ContainsFunc(people, func(p *core.Person) bool { return p.ID == x.Busy.Person }) {
			b := m.taken(x)
			if x.Name != "" {
				b.Title = x.Name + ": " + b.Title
			}
			names = append(names, b.Title)
		}
	}
	return names
}

// busyBeside is how many busy times stand beside one another in a column of the view, and can still be read; 0: all.
func (v View) busyBeside() int {
	switch v {
	case Week:
		return 4
	case Day:
		return 12
	}
	return 0
}

// readable makes one block of busy times that overlap in such numbers that nobody could read them beside one another:
// of a calendar of a whole company, say.
func (m *Model) readable(parts []Block) []Block {
	most := m.State.View.busyBeside()
	if most == 0 || len(parts) <= most {
		return parts
	}
	parts = slices.Clone(parts)
	slices.SortStableFunc(parts, func(a, b Block) int {
		if c := a.Date.Compare(b.Date); c != 0 {
			return c
		}
		return a.From - b.From
	})
	var out []Block
	for len(parts) > 0 {
		n, until := 1, parts[0].To
		for n < len(parts) && parts[n].Date == parts[0].Date && parts[n].From < until {
			until = max(until, parts[n].To)
			n++
		}
		if deepest(parts[:n]) > most {
			out = append(out, m.together(parts[:n], until))
		} else {
			out = append(out, parts[:n]...)
		}
		parts = parts[n:]
	}
	return out
}

// deepest tells how many of some blocks of one day, in the order of their starts, take place at the same time at most.
func deepest(parts []Block) int {
	most := 0
	var ends []int
	for _, b := range parts {
		ends = slices.DeleteFunc(ends, func(end int) bool { return end <= b.From })
		ends = append(ends, b.To)
		most = max(most, len(ends))
	}
	return most
}

// together makes one block of some of one day.
func (m *Model) together(parts []Block, until int) Block {
	out := Block{
		Key: manyKey + parts[0].Date.String(), Date: parts[0].Date, From: parts[0].From, To: until,
		Title: m.words.T("calendar.busy_many", "count", len(parts)), Caption: parts[0].Caption, Tone: Taken, Fixed: true,
	}
	for _, b := range parts {
		if b.Tone == Clashed {
			out.Tone = Clashed
		}
		if b.Caption != out.Caption {
			out.Caption = ""
		}
	}
	return out
}

// manyKey begins the key of a block that stands for many busy times; behind it stands their day.
const manyKey = "many:"

// Many gives the day of a block that stands for many busy times: they are told one by one in the list.
func Many(key string) (core.Date, bool) {
	text, ok := strings.CutPrefix(key, manyKey)
	d, err := core.ParseDate(text)
	return d, ok && err == nil
}
