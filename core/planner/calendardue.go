package planner

import "mentorbook/core"

// ManyMore is where counting what a day has besides what is given ends: it stands for as many, or more.
const ManyMore = 999

// CalendarMore is how many meetings, promises and milestones a day has besides those that are given.
type CalendarMore struct{ Meetings, Actions, Milestones int }

// dueOn adds up to as many things as the wish allows, of those that indexes put on each day, and gives back how many
// there are besides. An entry that stands in several indexes counts once. Where the wish is for what others may see,
// what only the owner reads is neither given nor counted: a number alone would tell that there is something to hide.
func (c *calendarReader) dueOn(day core.Date, indexes []Query, read func(IndexEntry) (CalendarDue, error)) (more int, err error) {
	given, seen := 0, map[core.Ref]bool{}
	for _, q := range indexes {
		q.From, q.To = onDay(day), onDay(day.AddDays(1))
		for entry, err := range c.Keys(q) {
			if err != nil {
				return 0, err
			}
			if len(indexes) > 1 {
				if seen[entry.Ref] {
					continue
				}
				seen[entry.Ref] = true
			}
			full := c.dueLimit > 0 && given >= c.dueLimit
			if full && more == ManyMore {
				return more, nil
			}
			if full && !c.shared {
				more++ // without reading it
				continue
			}
			due, err := read(entry)
			switch {
			case err != nil:
				return 0, err
			case c.shared && due.Private:
			case full:
				more++
			default:
				c.out.Due = append(c.out.Due, due)
				given++
			}
		}
	}
	return more, nil
}

// eachDay asks how many things each day has besides those that are given.
func (c *calendarReader) eachDay(count func(core.Date) (int, error), note func(*CalendarMore, int)) error {
	for d := c.out.Period.From; d.Before(c.out.Period.To); d = d.AddDays(1) {
		n, err := count(d)
		if err != nil {
			return err
		}
		if n > 0 {
			c.more(d, func(m *CalendarMore) { note(m, n) })
		}
	}
	return nil
}

func (c *calendarReader) more(day core.Date, note func(*CalendarMore)) {
	if c.out.More == nil {
		c.out.More = map[core.Date]CalendarMore{}
	}
	m := c.out.More[day]
	note(&m)
	c.out.More[day] = m
}

// actions finds what the owner has promised for these days, and what anybody has in a relationship.
func (c *calendarReader) actions() error {
	indexes := []Query{{Index: ActionsOpen, Of: c.ws.Owner}, {Index: ActionsDue}}
	return c.eachDay(func(d core.Date) (int, error) {
		return c.dueOn(d, indexes, c.action)
	}, func(m *CalendarMore, n int) { m.Actions = n })
}

func (c *calendarReader) action(entry IndexEntry) (CalendarDue, error) {
	a, err := load[core.Action](c, entry.Ref.ID)
	if err != nil {
		return CalendarDue{}, err
	}
	who, err := load[core.Person](c, a.Owner)
	if err != nil {
		return CalendarDue{}, err
	}
	due := CalendarDue{Ref: entry.Ref, On: a.Due, Title: a.Title, Name: who.Name, Late: a.DaysLate(c.today) > 0, Private: a.Readers.Private()}
	if len(a.Relationships) > 0 {
		due.Relationship = a.Relationships[0]
	}
	return due, nil
}

// milestones finds the open milestones of these days.
func (c *calendarReader) milestones() error {
	return c.eachDay(func(d core.Date) (int, error) {
		return c.dueOn(d, []Query{{Index: GoalsMilestones}}, c.milestone)
	}, func(m *CalendarMore, n int) { m.Milestones = n })
}

func (c *calendarReader) milestone(entry IndexEntry) (CalendarDue, error) {
	g, err := load[core.Goal](c, entry.Ref.ID)
	if err != nil {
		return CalendarDue{}, err
	}
	place := entry.At.Nanosecond()
	if place >= len(g.Milestones) {
		return CalendarDue{}, core.Fail(core.CodeDamaged, "reason", "an index entry of another record in "+string(GoalsMilestones))
	}
	who, err := load[core.Person](c, g.Person)
	if err != nil {
		return CalendarDue{}, err
	}
	m := g.Milestones[place]
	due := CalendarDue{Ref: entry.Ref, On: m.Due, Title: m.Title, Name: who.Name, Milestone: true, Late: m.Due.Before(c.today), Private: g.Readers.Private()}
	if len(g.Relationships) > 0 {
		due.Relationship = g.Relationships[0]
	}
	return due, nil
}
