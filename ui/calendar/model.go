// Package calendar is the calendar: day, week and month, and a list of what is to come. Meetings are opened,
// planned, moved and stretched in it, by pointer or by key.
package calendar

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// Show says what the calendar shows.
type Show struct {
	Meetings, Actions, Milestones bool

	Whom   core.ID         // the relationship whose free times are looked for; zero: whom the next meeting is with
	Hidden map[string]bool // names of calendars whose busy times are not shown; "" are the times blocked by hand
}

// Tone says how a block looks.
type Tone int

// The tones: the colour of its relationship, of something that is due or late, of what is no more, or of a time
// that is taken.
const (
	Own Tone = iota
	Due
	Late
	Gone
	Taken   // somebody's busy time
	Clashed // a busy time that stands in a meeting's way
)

// Block is something at a time of a day, or on a day.
type Block struct {
	Key            string // "meeting:…", "action:…", "goal:…" or "busy:…", with the id
	Date           core.Date
	From, To       int // minutes of the day; both 0 for the whole day
	Title, Caption string
	Topic          string // the title that a meeting was given, where a line of the day is named by whom it is with
	Clock          string // what the title begins with, where that says when
	Initials       string // of whom it is with
	Offset         string // which of two times it begins at where the clock shows it twice: "+1", from UTC
	Theirs         string // when it begins by the one other's clock; "" where that is the owner's
	Clash          string // what it clashes with; "" for nothing
	Length         int    // real minutes of a meeting, also where a clock changes in it; 0 of all else
	Tint           string // what its colour comes from: the relationship
	Tone           Tone
	Sign           tone.Sign // why what the caption says asks for care, or that everybody comes
	Over           int       // minutes that it goes on after its day, in blocks of the same key
	Fixed          bool      // cannot be moved: over, called off, or the rest of what begins elsewhere
}

// Aside gives what a line of a list has at its end: the other's time, and the caption.
func (b Block) Aside() string {
	if b.Theirs == "" || b.Caption == "" {
		return b.Theirs + b.Caption
	}
	return b.Theirs + " · " + b.Caption
}

// rank says what a small cell shows first: meetings, then what is due, then times that are only taken.
func (b Block) rank() int {
	switch ref, _ := ID(b.Key); {
	case ref.Kind == core.KindMeeting:
		return 0
	case b.Tone == Taken || b.Tone == Clashed:
		return 2
	}
	return 1
}

// DayHead is a column of days.
type DayHead struct {
	Date  core.Date
	Title string
	Today bool
	Off   bool       // the owner does not work on it
	Work  core.Hours // the owner's hours; zero: not known
}

// Hours is a column of the hours' names in one zone.
type Hours struct {
	Name  string
	Names [24]string
	Later [24]string // "Sun 10:00": what an hour is called from a later one of the days on, where a clock changes; "" else
}

// Row is a line of the agenda list: a day's heading, something on it, or how much more there is.
type Row struct {
	Heading string
	Note    string
	Block   Block
	Time    string
}

// Model is what the screen shows, in words.
type Model struct {
	State  State
	Title  string
	Today  core.Date
	Days   []DayHead
	Blocks []Block // with times, in the order of their starts
	Whole  []Block // of whole days
	Hours  []Hours
	Now    core.Civil
	Rows   []Row // of the agenda list
	Marked map[core.Date]bool
	Lists  []string          // names of the calendars that busy times came from
	More   map[core.Date]int // what the days have besides; planner.ManyMore stands for as many or more

	calendar *planner.Calendar
	words    *locale.Words
	zone     core.Zone // of the owner
	other    core.Zone // the second column of hours; "" for none
	lives    string    // who lives by it, where it is that of the people whom free times are looked for with
}

// NewModel puts what the planner gathered into words.
func NewModel(c *planner.Calendar, s State, show Show, w *locale.Words) *Model {
	m := &Model{State: s, Title: s.Title(c.Now.Date, w), Today: c.Now.Date, Now: c.Now, More: map[core.Date]int{}, calendar: c, words: w, zone: c.Owner.Home()}
	m.days(c.Owner)
	m.Marked = MeetingDays(c)
	for _, x := range c.Meetings {
		if show.Meetings {
			m.meeting(x)
		}
	}
	m.busy(show)
	for _, d := range c.Due {
		if d.Milestone && show.Milestones || !d.Milestone && show.Actions {
			m.Whole = append(m.Whole, m.due(d))
		}
	}
	m.more(show)
	m.hours()
	m.rows()
	return m
}

// MeetingDays gives the days on which meetings begin.
func MeetingDays(c *planner.Calendar) map[core.Date]bool {
	out := map[core.Date]bool{}
	for _, x := range c.Meetings {
		out[x.Start.Date] = true
	}
	return out
}

// more counts what the days have besides, of what is shown.
func (m *Model) more(show Show) {
	for d, x := range m.calendar.More {
		n := 0
		for _, part := range []struct {
			shown bool
			n     int
		}{{show.Meetings, x.Meetings}, {show.Actions, x.Actions}, {show.Milestones, x.Milestones}} {
			if part.shown {
				n += part.n
			}
		}
		if n > 0 {
			m.More[d] = min(n, planner.ManyMore)
		}
	}
}

// days makes the columns of the views that have them, with the owner's hours; where those are not known, a
// weekend is off.
func (m *Model) days(owner *core.Person) {
	if m.State.View != Day && m.State.View != Week {
		return
	}
	for d := m.calendar.Period.From; d.Before(m.calendar.Period.To); d = d.AddDays(1) {
		weekday := (int(d.Weekday()) + 6) % 7
		head := DayHead{Date: d, Title: m.words.WeekdayShort(d.Weekday()) + " " + strconv.Itoa(d.Day), Today: d == m.Today, Off: weekday > 4}
		if len(owner.Work) == 7 {
			head.Work = owner.Work[weekday]
			head.Off = head.Work.IsZero()
		}
		m.Days = append(m.Days, head)
	}
}

// meeting adds a meeting.
func (m *Model) meeting(x planner.CalendarMeeting) {
	b := Block{
		Key: Key(x), Title: m.name(x), Caption: m.state(x),
		Tint: x.Meeting.Relationship.String(), Fixed: !x.Meeting.Planned(), Sign: signOf(x),
		Length: x.Meeting.Length(), Initials: core.Initials(x.Name),
	}
	if m.State.View != Agenda {
		b.Topic = x.Meeting.Shown(m.calendar.Shared).Title
	}
	if len(x.Others) == 1 {
		b.Initials = core.Initials(x.Others[0].Name)
	}
	if at, err := x.Meeting.StartAt(); err == nil {
		b.Theirs = m.words.TheirClock(at, m.zone, x.Others...)
	}
	if x.Meeting.Planned() && len(x.Clashes) > 0 {
		c := x.Clashes[0].Shown(m.calendar.Shared)
		b.Clash = m.words.Clash(c.Title, c.Name, c.Near)
	}
	end := x.End
	_, _, b.Offset = m.on(Place{x.Meeting.Start, x.Meeting.Zone, b.Length})
	if end.Compare(x.Start) <= 0 { // the clock goes back meanwhile
		end = x.Start.AddMinutes(b.Length)
	}
	if m.State.View != Agenda { // its lines have a column for the time
		b.Clock = m.which(m.words.Clock(x.Start), b.Offset)
		b.Title = b.Clock + " " + b.Title
	}
	if x.Meeting.Off() {
		b.Tone = Gone
	}
	m.add(b, x.Start, end)
}

// add puts something with a beginning and an end on the days that it touches.
func (m *Model) add(b Block, start, end core.Civil) {
	// The beginning takes the rest along: that alone is to be moved only where the beginning is on show beside it.
	whole := m.State.View == Day || m.State.View == Week
	for d := start.Date; !d.After(end.Date); d = d.AddDays(1) {
		part := b
		part.Date, part.From, part.To = d, 0, 24*60
		if d == start.Date {
			part.From = start.Hour*60 + start.Minute
			part.Over = max(end.MinutesSince(d.AddDays(1).At(0, 0)), 0)
		} else {
			part.Fixed = b.Fixed || !whole || !m.calendar.Period.Contains(start.Date)
			part.goOn(end, m.words)
		}
		if d == end.Date {
			part.To = end.Hour*60 + end.Minute
		}
		if part.To > part.From && m.calendar.Period.Contains(d) {
			m.Blocks = append(m.Blocks, part)
		}
	}
}

// goOn lets a part on a later day say until when it goes on that day: its beginning is elsewhere.
func (b *Block) goOn(end core.Civil, w *locale.Words) {
	b.Offset = ""
	if b.Clock == "" {
		return
	}
	name := strings.TrimPrefix(b.Title, b.Clock)
	if b.Clock = "…"; end.Date == b.Date {
		b.Clock += "–" + w.Clock(end)
	}
	b.Title = b.Clock + name
}

// name is short in a narrow column: the person's first name where the meeting is with one.
func (m *Model) name(x planner.CalendarMeeting) string {
	switch {
	case m.State.View == Agenda && x.Meeting.Shown(m.calendar.Shared).Title != "":
		return x.Name + " · " + x.Meeting.Title
	case len(x.Others) == 1 && m.State.View != Agenda && m.State.View != Day:
		if x.Apart != "" {
			return x.Others[0].ShortName() + core.ApartBy + x.Apart
		}
		return x.Others[0].ShortName()
	}
	return x.Name
}

// Tell names the button that tells the guests of a meeting after what it would send; "" for a block that is none.
func (m *Model) Tell(key string) string {
	x, ok := m.Meeting(key)
	if !ok {
		return ""
	}
	return m.words.Tell(x.Meeting.Off(), planner.SaidBy(x.Answers))
}

func (m *Model) state(x planner.CalendarMeeting) string {
	said := m.words.Answers(planner.SaidBy(x.Answers))
	switch {
	case x.Meeting.Declined() && x.Own.Owed():
		return m.words.T("chip.own_untold")
	case planner.SaidBy(x.Answers).StillOn > 0:
		return m.words.Outcome(x.Meeting) + ", " + said
	case !x.Meeting.Planned():
		return m.words.OwnOutcome(x.Meeting, x.Own.InFew(m.zone), m.Now.Date)
	case len(x.Clashes) > 0:
		if clash := m.words.T("chip.clash"); x.Invited && planner.NeedCare(x.Answers) {
			return clash + ", " + said
		}
		return m.words.T("chip.clash")
	case x.Own != nil:
		return m.words.OwnAnswerChip(x.Own.InFew(m.zone), m.Now.Date)
	case x.Invited:
		return said
	case !m.calendar.Shared && len(x.Meeting.Agenda) == 0: // else it may be empty only for those who look
		return m.words.T("chip.agenda_empty")
	case planner.Theirs(x.Meeting):
		return m.words.T("chip.theirs")
	}
	return m.words.T("chip.not_invited")
}

func (m *Model) due(d planner.CalendarDue) Block {
	b := Block{
		Key: string(d.Ref.Kind) + ":" + d.Ref.ID.String(), Date: d.On, Title: d.Title, Caption: d.Name,
		Tint: d.Relationship.String(), Tone: Due, Fixed: true,
	}
	if d.Late {
		b.Tone = Late
	}
	return b
}

// hours names the hours on the owner's clock, and on that of the first guest who lives by another.
func (m *Model) hours() {
	if len(m.Days) == 0 {
		return
	}
	m.Hours = []Hours{{Name: m.words.T("calendar.you")}}
	if _, err := m.zone.Location(); err != nil {
		return
	}
	for h := range 24 {
		m.Hours[0].Names[h] = m.words.Time(h, 0)
	}
	m.clockOf(m.otherZone(), "")
}

// Follow takes for the second column of hours the clock of those whom free times are looked for with: the first of them
// who lives by another than the owner. The bands of quiet hours in the days are theirs, too. Where nobody was found the
// column stays that of most guests.
func (m *Model) Follow(f *FreeModel) {
	if f == nil || f.found == nil || len(m.Days) == 0 || len(m.Hours) == 0 {
		return
	}
	zone, name := core.Zone(""), ""
	for _, p := range f.found.People {
		if zone == "" && m.differs(p.Zone) {
			zone, name = p.Zone, p.ShortName()
		}
	}
	m.clockOf(zone, name)
}

// clockWords says whose clock the second column of hours is; "" where it is nobody's in particular.
func (m *Model) clockWords() string {
	if m.lives == "" || len(m.Hours) < 2 {
		return ""
	}
	return m.words.T("calendar.second_clock", "zone", m.words.City(m.other), "name", m.lives)
}

// with gives the relationship that a block's meeting is in; zero for what is no meeting.
func (m *Model) with(key string) core.ID {
	ref, ok := ID(key)
	if !ok || ref.Kind != core.KindMeeting {
		return core.ID{}
	}
	for _, x := range m.calendar.Meetings {
		if x.Meeting.ID == ref.ID {
			return x.Meeting.Relationship
		}
	}
	return core.ID{}
}

// clockOf shows a zone's hours beside the owner's; "" for none.
func (m *Model) clockOf(zone core.Zone, name string) {
	m.other, m.lives, m.Hours = zone, name, m.Hours[:1]
	loc, err := m.other.Location()
	if err != nil {
		return
	}
	there := Hours{Name: m.words.City(m.other)}
	for h := range 24 {
		for i, d := range m.Days {
			name, ok := m.hourAt(d.Date, h, loc)
			switch {
			case !ok:
			case i == 0:
				there.Names[h] = name
			case name != there.Names[h] && there.Later[h] == "":
				there.Later[h] = m.words.WeekdayShort(d.Date.Weekday()) + " " + name
			}
		}
	}
	m.Hours = append(m.Hours, there)
}

// hourAt names the hour by another clock at which an hour of a day begins; false where the owner's clock skips it.
func (m *Model) hourAt(day core.Date, hour int, loc *time.Location) (string, bool) {
	at, err := day.At(hour, 0).In(m.zone)
	if own, e := m.zone.Location(); err != nil || e != nil || core.CivilOf(at.In(own)) != day.At(hour, 0) {
		return "", false
	}
	c := core.CivilOf(at.In(loc))
	return m.words.Time(c.Hour, c.Minute), true
}

// otherZone gives the zone in which most guests live whose clocks show another time than the owner's on some of the days;
// the first met where it is a tie.
func (m *Model) otherZone() core.Zone {
	count, best, differs := map[core.Zone]int{}, core.Zone(""), map[core.Zone]bool{}
	for _, x := range m.calendar.Meetings {
		for _, p := range x.Others {
			other, known := differs[p.Zone]
			if !known {
				other = m.differs(p.Zone)
				differs[p.Zone] = other
			}
			if !other {
				continue
			}
			if count[p.Zone]++; best == "" || count[p.Zone] > count[best] {
				best = p.Zone
			}
		}
	}
	return best
}

// differs tells whether clocks in a zone show another time than the owner's at some hour of the days: in a week in which
// one of both changes, on its last day alone.
func (m *Model) differs(zone core.Zone) bool {
	loc, err := zone.Location()
	own, unknown := m.zone.Location()
	if err != nil || unknown != nil {
		return false
	}
	for _, d := range m.Days {
		for h := range 24 {
			if at := d.Date.At(h, 0).InLocation(own); core.CivilOf(at.In(loc)) != core.CivilOf(at.In(own)) {
				return true
			}
		}
	}
	return false
}

// rows makes the agenda list: a heading for each day that has something.
func (m *Model) rows() {
	if m.State.View != Agenda {
		return
	}
	for d := m.calendar.Period.From; d.Before(m.calendar.Period.To); d = d.AddDays(1) {
		on, more := m.On(d), m.More[d]
		if len(on) == 0 && more == 0 {
			continue
		}
		m.Rows = append(m.Rows, Row{Heading: m.words.DateHeading(d)})
		slices.SortStableFunc(on, func(a, b Block) int { return a.From - b.From }) // meetings and busy times, as the day goes
		for _, b := range on {
			row := Row{Block: b, Time: m.words.T("calendar.due")}
			if b.Tone == Taken || b.Tone == Clashed {
				row.Time = m.words.T("calendar.all_day")
			}
			switch {
			case b.From == 0 && b.To == 24*60:
				row.Time = m.words.T("calendar.all_day")
			case b.To > b.From:
				// To midnight it is the day's own: naming the next one would find no room.
				row.Time = m.which(m.words.Span(d.At(b.From/60, b.From%60), d.At(b.To/60%24, b.To%60)), b.Offset)
			}
			m.Rows = append(m.Rows, row)
		}
		switch {
		case more >= planner.ManyMore:
			m.Rows = append(m.Rows, Row{Note: m.words.T("calendar.more_many", "number", planner.ManyMore)})
		case more > 0:
			m.Rows = append(m.Rows, Row{Note: m.words.T("list.more", "count", more)})
		}
	}
}

// workMorning is where days begin that have nothing to lead to, in minutes of the day.
const workMorning = 9 * 60

// leadIn is how much of a day is seen above what the eye is led to, in minutes.
const leadIn = 30

// firstMinutes gives the minute of the day that stands on top at first, a little before the working day or the first
// meeting, and the one that must be in view, if any: now, where today is on show.
func (m *Model) firstMinutes() (top, now int) {
	const midnight = 24 * 60
	top, now = midnight, -1
	for _, d := range m.Days {
		if !d.Work.IsZero() {
			top = min(top, d.Work.From)
		}
		if d.Date == m.Today {
			now = m.Now.Hour*60 + m.Now.Minute
		}
	}
	for _, b := range m.Blocks {
		if strings.HasPrefix(b.Key, string(core.KindMeeting)+":") {
			top = min(top, b.From)
		}
	}
	if top == midnight {
		top = workMorning
	}
	return max(top-leadIn, 0), now
}

// NextBlock gives the key of what is on now or comes next today; "" for nothing.
func (m *Model) NextBlock() string {
	for _, b := range m.Blocks {
		if b.Date == m.Today && b.To > m.Now.Hour*60+m.Now.Minute {
			return b.Key
		}
	}
	return ""
}

// On gives what a day holds, what takes the whole day first.
func (m *Model) On(d core.Date) []Block {
	var out []Block
	for _, b := range slices.Concat(m.Whole, m.Blocks) {
		if b.Date == d {
			out = append(out, b)
		}
	}
	return out
}
