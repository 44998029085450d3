// Package planning is the dialogs that plan a meeting, give it another time, and call it off.
package planning

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Plan is what the dialog holds.
type Plan struct {
	Relationship core.ID
	Date         core.Date
	Start        int    // minutes after midnight; -1 for none
	Minutes      string // as they are typed
	Zone         core.Zone
	Topic        string
	Where        string         // a place, or a link where it has the form of one
	Reminders    core.Reminders // nil: as the workspace has them
}

// Model knows what can be planned.
type Model struct {
	*planner.Planning

	words *locale.Words
}

// NewModel makes a model.
func NewModel(p *planner.Planning, w *locale.Words) *Model { return &Model{p, w} }

// New gives the plan of a new meeting: when it is proposed, as long as meetings are.
func (m *Model) New(rel core.ID) Plan {
	p := Plan{Relationship: rel, Minutes: strconv.Itoa(m.Length), Zone: m.Zone}
	p.At(m.Start, 0)
	return p
}

// At gives the plan a time that somebody pointed at; zero minutes leave its length.
func (p *Plan) At(start core.Civil, minutes int) {
	p.Date, p.Start = start.Date, start.Hour*60+start.Minute
	if minutes > 0 {
		p.Minutes = strconv.Itoa(minutes)
	}
}

// Begins tells whether the plan begins then.
func (p *Plan) Begins(at core.Civil) bool {
	return p.Date == at.Date && p.Start == at.Hour*60+at.Minute
}

// Again gives the plan as the meeting stands.
func (m *Model) Again() Plan {
	x := m.Meeting
	where := x.Link
	if x.Place != "" {
		where = x.Place
	}
	return Plan{
		Relationship: x.Relationship, Date: x.Start.Date, Start: x.Start.Hour*60 + x.Start.Minute,
		Minutes: strconv.Itoa(x.Length()), Zone: x.Zone, Topic: x.Title, Where: where, Reminders: x.Reminders,
	}
}

// Span gives start and end; false while they can't be told.
func (p Plan) Span() (start, end core.Civil, ok bool) {
	n, err := p.minutes()
	if err != nil || p.Start < 0 || !p.Date.Valid() {
		return start, end, false
	}
	start = p.Date.At(p.Start/60, p.Start%60)
	return start, start.Later(n, p.Zone), true
}

func (p Plan) minutes() (int, error) {
	return locale.ReadMinutes("length", p.Minutes, 5, locale.MostMinutes)
}

// Set writes the plan into a meeting. Its error names every field with which something is wrong.
func (p Plan) Set(m *core.Meeting) error {
	if err := p.wrong(); err != nil {
		return err
	}
	start, end, _ := p.Span()
	m.Relationship, m.Title, m.Start, m.End, m.Zone = p.Relationship, core.CleanLine(p.Topic), start, end, p.Zone
	m.Reminders = p.Reminders
	m.Place, m.Link = "", ""
	if where := strings.TrimSpace(p.Where); strings.Contains(where, "://") {
		m.Link = where
	} else {
		m.Place = core.CleanLine(where)
	}
	return nil
}

func (p Plan) wrong() error {
	var all []error
	if p.Relationship.IsZero() {
		all = append(all, core.FailField(core.CodeRequired, "relationship"))
	}
	if !p.Date.Valid() {
		all = append(all, core.FailField(core.CodeRequired, "date"))
	}
	if p.Start < 0 {
		all = append(all, core.FailField(core.CodeRequired, "start"))
	}
	_, err := p.minutes()
	return errors.Join(append(all, err)...)
}

// SetOne is Set for a meeting that does not repeat: it takes its minutes, whatever the clock does meanwhile.
func (p Plan) SetOne(m *core.Meeting) error {
	if err := p.Set(m); err != nil {
		return err
	}
	n, err := p.minutes()
	m.Last(m.Start, n, m.Zone)
	return err
}

// Remind takes the times at which to remind. Those that are the workspace's own are none of the meeting's: it follows
// them when they change.
func (m *Model) Remind(p *Plan, times core.Reminders) {
	if p.Reminders = times; times.Same(m.Usual) {
		p.Reminders = nil
	}
}

// Reminding gives the times at which a plan reminds.
func (m *Model) Reminding(p Plan) core.Reminders {
	if p.Reminders == nil {
		return m.Usual
	}
	return p.Reminders
}

// clockGroup is everybody for whom a meeting is at one time of day.
// When says when the meeting is, by the owner's clock and by those of the others that differ.
func (m *Model) When() string {
	start, end := m.Meeting.On(m.Zone)
	out := m.words.DateWithDay(start.Date, m.Today) + ", " + m.words.Span(start, end)
	at, err := m.Meeting.StartAt()
	rel, ok := m.Place(m.Meeting.Relationship)
	if err != nil || !ok {
		return out
	}
	var others []*core.Person
	for _, id := range rel.Others(m.Owner) {
		others = append(others, m.Person(id))
	}
	if theirs := m.words.Clocks(at, m.Zone, others...); theirs != "" {
		out += " · " + theirs
	}
	return out
}

type clockGroup struct {
	time   string
	quiet  core.Quietness
	people []*core.Person
	cities []string
}

// mostClocks is how many lines of clocks leave room for the rest of a form.
const mostClocks = 4

// Clocks says what others' clocks show at the start, where that is another time, and who would rather not meet then: everybody,
// those of one hour in one line. Where that would be many lines, those for whom it is no quiet hour share one, from the clock
// that shows the earliest time to the latest.
func (m *Model) Clocks(p Plan) []string {
	start, end, ok := p.Span()
	rel, found := m.Place(p.Relationship)
	if !ok || !found {
		return nil
	}
	instant, until, err := core.SpanIn(start, end, p.Zone)
	if err != nil {
		return nil
	}
	var groups []*clockGroup
	for _, id := range rel.Others(m.Owner) {
		who := m.Person(id)
		if who == nil || who.Zone == "" {
			continue
		}
		loc, err := who.Zone.Location()
		if err != nil {
			continue
		}
		c := core.CivilOf(instant.In(loc))
		quiet := who.QuietAt(instant, until)
		if c == start && quiet == core.QuietNever {
			continue
		}
		clock := m.words.Clock(c)
		if c.Date != start.Date {
			clock = m.words.DateWithDay(c.Date, start.Date) + " " + clock
		}
		groups = grouped(groups, clockGroup{clock, quiet, []*core.Person{who}, []string{m.words.City(who.Zone)}})
	}
	var rest []*core.Person
	if len(groups) > mostClocks {
		groups = slices.DeleteFunc(groups, func(g *clockGroup) bool {
			if g.quiet == core.QuietNever {
				rest = append(rest, g.people...)
			}
			return g.quiet == core.QuietNever
		})
	}
	out := make([]string, len(groups))
	for i, g := range groups {
		out[i] = m.clock(g)
	}
	if len(rest) > 0 {
		out = append(out, m.words.T("plan.other_clocks", "count", len(rest), "clocks", m.words.TheirClock(instant, p.Zone, rest...)))
	}
	return out
}

// clock says what the clocks of a group show, and whether it would rather not meet then.
func (m *Model) clock(g *clockGroup) string {
	names := make([]string, len(g.people))
	for i, who := range g.people {
		names[i] = who.ShortName()
	}
	out := m.words.T("plan.their_clock", "name", m.words.List(names), "time", g.time, "zone", m.words.List(g.cities))
	if said := m.words.Quiet(g.quiet); said != "" {
		out += " · " + said
	}
	return out
}

// grouped adds one person's time to those of others.
func grouped(groups []*clockGroup, one clockGroup) []*clockGroup {
	for _, g := range groups {
		if g.time != one.time || g.quiet != one.quiet {
			continue
		}
		g.people = append(g.people, one.people...)
		if !slices.Contains(g.cities, one.cities[0]) {
			g.cities = append(g.cities, one.cities...)
		}
		return groups
	}
	return append(groups, &one)
}

// Night says for whom of the others it would be night, as far as that is only assumed; "" for nobody.
func (m *Model) Night(p Plan) string {
	start, _, ok := p.Span()
	rel, found := m.Place(p.Relationship)
	if !ok || !found {
		return ""
	}
	instant, err := start.In(p.Zone)
	if err != nil {
		return ""
	}
	var others []*core.Person
	for _, id := range rel.Others(m.Owner) {
		others = append(others, m.Person(id))
	}
	return locale.Capital(m.words.Nights(instant, m.Zone, others...))
}

// ClockChange says that the clocks do not show the start that day, or show it twice; "" for any other.
func (m *Model) ClockChange(p Plan) string {
	start, _, ok := p.Span()
	if !ok {
		return ""
	}
	return m.words.ClockChange(start, p.Zone)
}

// maxClashes is how many clashes the dialog names.
const maxClashes = 3

// Looked is what was found about a plan: what the meeting would clash with, and the days off that a series would meet.
type Looked struct {
	Clashes []planner.MeetingClash
	Off     *planner.SeriesOff   // nil for a meeting by itself
	Later   *planner.SeriesClash // what the others of its series would clash with; nil for a meeting by itself
	Over    []planner.OverCap    // the caps on hours that it exceeds
	Outlook planner.Outlook      // what becomes of its series; nothing where it is not for all later ones
}

// Shown gives what was found as others may see it: why somebody is busy or off is theirs to tell.
func (l Looked) Shown(hide bool) Looked {
	if !hide {
		return l
	}
	out := Looked{Clashes: make([]planner.MeetingClash, len(l.Clashes)), Outlook: l.Outlook, Over: l.Over}
	for i, c := range l.Clashes {
		out.Clashes[i] = c.Shown(hide)
	}
	if l.Off != nil {
		off := *l.Off
		off.Title = ""
		out.Off = &off
	}
	if l.Later != nil {
		out.Later = l.Later.Shown()
	}
	return out
}

// One finds what one meeting would have no room beside.
func (l *Looked) One(ctx context.Context, p *planner.Planner, m core.Meeting) (err error) {
	if l.Clashes, err = p.Meetings.ClashesOf(ctx, m); err == nil {
		l.Over, err = p.Meetings.OverCaps(ctx, m)
	}
	return err
}

// Leave takes off what clashes with later ones of the same series: all of them are moved with the meeting that it is about.
func (l *Looked) Leave(ctx context.Context, p *planner.Planner, m *core.Meeting) error {
	var stays []planner.MeetingClash
	for _, c := range l.Clashes {
		if c.With.Kind == core.KindMeeting {
			other, err := p.Meetings.Get(ctx, c.With.ID)
			if err != nil {
				return err
			}
			if other.Series == m.Series && other.Recurrence.Compare(m.Recurrence) > 0 {
				continue
			}
		}
		stays = append(stays, c)
	}
	l.Clashes = stays
	return nil
}

// Series adds what was found of a series to what was found of its first meeting.
func (l *Looked) Series(ctx context.Context, p *planner.Planner, series core.Series) (err error) {
	if l.Later, err = p.Series.ClashesOf(ctx, series); err == nil {
		l.Off, err = p.Series.DaysOff(ctx, series)
	}
	return err
}

// Clash says what the meeting would have no room beside, and how many of a series fall on days off; "" for nothing.
func (m *Model) Clash(found Looked) string {
	all := found.Clashes
	var lines []string
	for i, c := range all {
		if i == maxClashes {
			lines = append(lines, m.words.T("list.more", "count", len(all)-i))
			break
		}
		line := locale.Capital(m.words.Clash(c.Title, c.Name, c.Near))
		if loc, err := m.Zone.Location(); err == nil {
			line += ", " + m.taken(core.CivilOf(c.Start.In(loc)), core.CivilOf(c.End.In(loc)))
		}
		lines = append(lines, line)
	}
	for _, over := range found.Over {
		lines = append(lines, m.words.OverCap(over.Month, over.Minutes, over.Hours))
	}
	for later, near := found.Later, false; later != nil; later, near = later.Near, true {
		if later.Dates > 0 {
			lines = append(lines, m.words.SeriesClash(later.Dates, later.First, later.Clash.Title, later.Clash.Name, near))
		}
	}
	if off := found.Off; off != nil && off.Dates > 0 {
		lines = append(lines, m.words.SeriesOff(off.Dates, off.First, off.Title, off.Name))
	}
	return strings.Join(lines, "\n")
}

// taken says when something takes place: its days where it takes whole ones, else its hours.
func (m *Model) taken(start, end core.Civil) string {
	if start.Date.Before(end.Date) && start == start.Date.At(0, 0) && end == end.Date.At(0, 0) {
		return m.words.DateRange(start.Date, end.Date.AddDays(-1))
	}
	return m.words.Span(start, end)
}

// Past tells whether the plan begins before now.
func (m *Model) Past(p Plan) bool {
	start, _, ok := p.Span()
	if !ok {
		return false
	}
	at, err := start.In(p.Zone)
	return err == nil && at.Before(m.Now)
}

// Over tells whether the plan has ended by now.
func (m *Model) Over(p Plan) bool {
	_, end, ok := p.Span()
	if !ok {
		return false
	}
	at, err := end.In(p.Zone)
	return err == nil && at.Before(m.Now)
}

// Meets tells whether there is a relationship to plan a meeting of, with somebody in it; the zero id is anybody.
func (m *Model) Meets(with core.ID) bool {
	return slices.ContainsFunc(m.Relationships, func(r planner.Place) bool {
		return r.Status != core.StatusEnded && (with.IsZero() || slices.ContainsFunc(r.Participants, func(p core.Participant) bool { return p.Person == with }))
	})
}

// Find gives the relationships whose name, or a person's in them, begins as typed, or nearly so where none does; those that
// are over are left out.
func (m *Model) Find(typed string) []planner.Place {
	live := slices.DeleteFunc(slices.Clone(m.Relationships), func(r planner.Place) bool { return r.Status == core.StatusEnded })
	return locale.Named(live, typed, func(r planner.Place) []string {
		names := []string{r.Name}
		for _, part := range r.Participants {
			if p := m.Person(part.Person); p != nil && p.ID != m.Owner {
				names = append(names, p.Name)
			}
		}
		return names
	})
}
