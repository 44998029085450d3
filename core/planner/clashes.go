package planner

import (
	"cmp"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// MeetingClash is what a meeting has no room beside: another meeting, or somebody's busy time.
type MeetingClash struct {
	With       core.Ref
	Title      string // of the other; "" for a busy time without one
	Person     core.ID
	Name       string // of the person who can't do both; "" for the owner
	Start, End time.Time
	Near       bool // they do not overlap, but leave less between them than the workspace's buffers ask for

	shown    string // the title as others may see it
	wholeDay bool   // it takes whole days, as leave does
}

// Shown gives the clash as others may see it: why somebody is busy is theirs to tell, and what another's private meeting
// is about is its organizer's.
func (c MeetingClash) Shown(hide bool) MeetingClash {
	if hide {
		c.Title = c.shown
	}
	return c
}

// clashes finds what planned meetings in a stretch of time clash with. It reads each person's busy times once.
type clashes struct {
	*todayReader

	entries []schedule.Entry
	titles  []clashTitle
	people  map[core.ID]*core.Person
}

// clashTitle is what the other of two is called: for the owner, and as others may see it.
type clashTitle struct {
	own, shown string
	wholeDay   bool
}

func (t *todayReader) newClashes() *clashes {
	return &clashes{todayReader: t, people: map[core.ID]*core.Person{}}
}

// of gives the clashes of each meeting by its id; others are all meetings around the stretch.
func (c *clashes) of(meetings []*core.Meeting, from, to time.Time) (map[core.ID][]MeetingClash, error) {
	open := map[core.ID]bool{} // of what is held already nobody needs to hear
	for _, m := range meetings {
		if !m.TakesTime(c.e.now()) {
			continue
		}
		open[m.ID] = m.Planned()
		if err := c.addMeeting(m); err != nil {
			return nil, err
		}
	}
	taken := len(c.entries)
	for _, who := range c.people {
		busy, err := busyBetween(c, who, from, to)
		if err != nil {
			return nil, err
		}
		for _, b := range busy {
			if !b.Transparent {
				c.entries = append(c.entries, schedule.Entry{Span: schedule.Span{Start: b.Start, End: b.End}, Ref: core.RefOf(b.Busy), People: []core.ID{who.ID}, Fixed: true})
				c.titles = append(c.titles, clashTitle{own: b.Title, wholeDay: b.AllDay})
			}
		}
	}
	gap := time.Duration(gapOf(c.ws)) * time.Minute
	out := map[core.ID][]MeetingClash{}
	for _, found := range schedule.Clashes(c.entries, gap) {
		for _, pair := range [][2]int{{found.A, found.B}, {found.B, found.A}} {
			if pair[0] >= taken {
				continue
			}
			if id := c.entries[pair[0]].Ref.ID; open[id] {
				out[id] = append(out[id], c.clash(pair[1], found))
			}
		}
	}
	return out, nil
}

// gapOf gives how many minutes are to stay free between two meetings: the longer of the two buffers.
func gapOf(ws *core.Workspace) int { return max(ws.BufferBefore, ws.BufferAfter) }

func (c *clashes) clash(other int, found schedule.Clash) MeetingClash {
	e := c.entries[other]
	out := MeetingClash{With: e.Ref, Title: c.titles[other].own, shown: c.titles[other].shown, wholeDay: c.titles[other].wholeDay, Person: found.Person, Start: e.Start, End: e.End, Near: found.Near}
	if who := c.people[found.Person]; who != nil && found.Person != c.ws.Owner {
		out.Name = who.Name
	}
	return out
}

func (c *clashes) addMeeting(m *core.Meeting) error {
	rel, name, err := c.relationship(m.Relationship)
	if err != nil {
		return err
	}
	start, err := m.StartAt()
	if err != nil {
		return err
	}
	end, err := m.EndAt()
	if err != nil {
		return err
	}
	e := schedule.Entry{Span: schedule.Span{Start: start, End: end}, Ref: core.RefOf(m)}
	for _, p := range rel.Participants {
		if p.LeftBefore(m.Start.Date) {
			continue
		}
		e.People = append(e.People, p.Person)
		if c.people[p.Person] == nil {
			if c.people[p.Person], err = load[core.Person](c, p.Person); err != nil {
				return err
			}
		}
	}
	c.entries, c.titles = append(c.entries, e), append(c.titles, clashTitle{own: cmp.Or(m.Title, name), shown: cmp.Or(m.Shown(true).Title, name)})
	return nil
}

// addClashes gives rows the clashes of their meetings, among one another and with what lies around them.
func (t *todayReader) addClashes(rows []*MeetingRow) error {
	var from, to time.Time
	for _, row := range rows {
		start, err := row.Meeting.StartAt()
		if err != nil {
			return err
		}
		end, err := row.Meeting.EndAt()
		if err != nil {
			return err
		}
		if from.IsZero() || start.Before(from) {
			from = start
		}
		if end.After(to) {
			to = end
		}
	}
	if len(rows) == 0 {
		return nil
	}
	around, err := t.meetingsAround(from, to.Add(clashesAhead))
	if err != nil {
		return err
	}
	found, err := t.newClashes().of(around, from, to)
	for _, row := range rows {
		row.Clashes = found[row.Meeting.ID]
	}
	return err
}

// stretch is the meetings that touch [from, to).
type stretch struct {
	from, to time.Time
	meetings []*core.Meeting
}

// meetingsAround gives the meetings of all relationships that touch [from, to), and perhaps some that end shortly
// before, in the order of their starts; of what was read for the last question where it covers that.
func (t *todayReader) meetingsAround(from, to time.Time) ([]*core.Meeting, error) {
	if s := t.around; !s.to.IsZero() && !from.Before(s.from) && !to.After(s.to) {
		return s.meetings, nil
	}
	all, err := t.e.meetingsTouching(t, from, to)
	if err == nil {
		t.around = stretch{from, to, all}
	}
	return all, err
}

// meetingsStarting gives the meetings of all relationships that start in [from, to), in no order; those of the last stretch that was
// read are not read again.
func (t *todayReader) meetingsStarting(from, to time.Time) ([]*core.Meeting, error) {
	s := t.around
	if s.to.IsZero() || !s.from.Before(to) || !from.Before(s.to) {
		return t.e.meetingsBetween(t, core.ID{}, from, to)
	}
	var out []*core.Meeting
	for _, piece := range [][2]time.Time{{from, s.from}, {s.to, to}} {
		if !piece[0].Before(piece[1]) {
			continue
		}
		more, err := t.e.meetingsBetween(t, core.ID{}, piece[0], piece[1])
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	for _, m := range s.meetings {
		start, err := m.StartAt()
		if err != nil {
			return nil, err
		}
		if !start.Before(from) && start.Before(to) && !start.Before(s.from) && start.Before(s.to) {
			out = append(out, m)
		}
	}
	return out, nil
}

// meetingsTouching gives the meetings of all relationships that touch [from, to), and perhaps some that end shortly
// before, in the order of their starts.
func (e *engine) meetingsTouching(r Reader, from, to time.Time) ([]*core.Meeting, error) {
	short := from.Add(-wholeDay)
	long, err := collect(scan[core.Meeting](r, Query{Index: MeetingsLong, From: from}))
	if err != nil {
		return nil, err
	}
	more, err := occurrencesBetween(r, core.ID{}, from.Add(-longestMeeting), short)
	if err != nil {
		return nil, err
	}
	out, err := e.meetingsBetween(r, core.ID{}, short, to)
	if err != nil {
		return nil, err
	}
	known := len(out)
	for _, m := range append(long, more...) {
		start, err := m.StartAt()
		if err != nil {
			return nil, err
		}
		end, err := m.EndAt()
		if err != nil {
			return nil, err
		}
		if start.Before(short) && end.After(from) {
			out = append(out, m)
		}
	}
	if len(out) == known {
		return out, nil
	}
	return byStart(out)
}
