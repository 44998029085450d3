package planner

import (
	"context"
	"time"

	"mentorbook/core"
)

// Reminder tells of a meeting before it begins.
type Reminder struct {
	*Brief
	Start  time.Time
	Zone   core.Zone // the owner's, by whose clock they are told
	At     time.Time // when to tell
	Missed bool      // it had begun before anybody could be told
}

// Reminders is what is to be told now, and when to ask again.
type Reminders struct {
	Due  []Reminder // in the order of their meetings; those missed too
	Next time.Time  // of the next one; zero: none within a week
	New  bool       // the workspace remembers of none yet up to when they were told: it can miss none until it does
}

const (
	metaReminded = "reminded"
	// longestReminder is how long before a meeting a reminder can be.
	longestReminder = core.MaxReminder * time.Minute
	// reminderMemory is how far back missed reminders are told of.
	reminderMemory = 7 * 24 * time.Hour
)

// Reminders gives what is to be told of since the last call of Reminded: each meeting once, however many of its times
// have come since. A reminder that falls into the owner's quiet hours is told when they end, and not at all if the
// meeting has begun by then.
func (p *Planner) Reminders(ctx context.Context) (*Reminders, error) {
	return view(ctx, p.engine, func(r Reader) (*Reminders, error) {
		t, err := p.engine.reminderReader(r)
		if err != nil {
			return nil, err
		}
		return t.reminders()
	})
}

// RemindAgain gives a reminder that was put off; nil for none: the meeting has begun, or is planned no more, or it is
// the owner's quiet hours, in which nobody is to be told.
func (p *Planner) RemindAgain(ctx context.Context, meeting core.ID) (*Reminder, error) {
	return view(ctx, p.engine, func(r Reader) (*Reminder, error) {
		t, err := p.engine.reminderReader(r)
		if err != nil {
			return nil, err
		}
		m, err := load[core.Meeting](t, meeting)
		if core.CodeOf(err) == core.CodeNotFound {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		start, err := m.StartAt()
		local, quiet := t.out.Now.In(t.loc), t.out.Owner.Quiet
		if err != nil || !m.Planned() || !start.After(t.out.Now) || !quiet.IsZero() && quiet.Contain(local.Hour()*60+local.Minute()) {
			return nil, err
		}
		return t.reminder(m, start, t.out.Now)
	})
}

func (e *engine) reminderReader(r Reader) (*todayReader, error) {
	today, owner, err := e.today(r)
	if err != nil {
		return nil, err
	}
	t := newTodayReader(r, e)
	t.ws, err = workspaceOf(r)
	t.loc = zoneOf(owner)
	t.out = &Today{Now: e.now(), Date: today, Owner: owner}
	return t, err
}

func (t *todayReader) reminders() (*Reminders, error) {
	out, now := &Reminders{}, t.out.Now
	since, told, err := lastReminded(t, now)
	if err != nil {
		return nil, err
	}
	out.New = !told
	meetings, err := t.e.meetingsBetween(t, core.ID{}, since, now.Add(longestReminder+24*time.Hour))
	if err != nil {
		return nil, err
	}
	for _, m := range meetings {
		if !m.Planned() {
			continue
		}
		start, err := m.StartAt()
		if err != nil {
			return nil, err
		}
		last, next := t.reminderTimes(m, start, since)
		if !next.IsZero() && (out.Next.IsZero() || next.Before(out.Next)) {
			out.Next = next
		}
		if last.IsZero() || !start.After(now) && !told {
			continue
		}
		due, err := t.reminder(m, start, last)
		if err != nil {
			return nil, err
		}
		out.Due = append(out.Due, *due)
	}
	return out, nil
}

// reminderTimes gives the last of a meeting's times that has come after an instant, and the first one that is to come.
func (t *todayReader) reminderTimes(m *core.Meeting, start, since time.Time) (last, next time.Time) {
	minutes := m.Reminders
	if minutes == nil {
		minutes = t.ws.Reminders
	}
	for _, n := range minutes {
		at, ok := reminderAt(start, n, t.out.Owner.Quiet, t.loc)
		switch {
		case !ok || !at.After(since):
		case at.After(t.out.Now):
			if next.IsZero() || at.Before(next) {
				next = at
			}
		case at.After(last):
			last = at
		}
	}
	return last, next
}

func (t *todayReader) reminder(m *core.Meeting, start, at time.Time) (*Reminder, error) {
	row, err := t.row(m)
	if err != nil {
		return nil, err
	}
	brief, err := briefOf(t, row, t.out.Now, t.out.Date, t.loc)
	return &Reminder{Brief: brief, Start: start, Zone: core.Zone(t.loc.String()), At: at, Missed: !start.After(t.out.Now)}, err
}

// reminderAt gives when to tell of a meeting; false for never: no minutes, or quiet hours until it begins.
func reminderAt(start time.Time, minutes int, quiet core.Hours, loc *time.Location) (time.Time, bool) {
	at := start.Add(-time.Duration(minutes) * time.Minute)
	local := at.In(loc)
	if !quiet.IsZero() && quiet.Contain(local.Hour()*60+local.Minute()) {
		end := time.Date(local.Year(), local.Month(), local.Day(), quiet.To/60, quiet.To%60, 0, 0, loc)
		if !end.After(at) {
			end = time.Date(local.Year(), local.Month(), local.Day()+1, quiet.To/60, quiet.To%60, 0, 0, loc)
		}
		at = end
	}
	return at, minutes > 0 && at.Before(start)
}

// lastReminded gives the instant up to which reminders were told, and whether there is a memory of it: a
// workspace that never told any has missed none.
func lastReminded(r Reader, now time.Time) (since time.Time, told bool, err error) {
	raw, err := r.Meta(metaReminded)
	if err != nil {
		return since, false, err
	}
	since = now.Add(-reminderMemory)
	if len(raw) == 0 {
		return since, false, nil
	}
	at, err := time.Parse(time.RFC3339, string(raw))
	if err != nil {
		return since, false, core.Wrap(core.CodeDamaged, err)
	}
	if at.After(since) {
		since = at
	}
	return since, true, nil
}

// Reminded remembers that everything up to an instant was told. It is no step: nothing to undo, nothing in the
// history.
func (p *Planner) Reminded(ctx context.Context, upTo time.Time) error {
	return p.Store.Update(ctx, func(w Writer) error {
		since, told, err := lastReminded(w, upTo)
		if err != nil || told && !upTo.After(since) {
			return err
		}
		return w.SetMeta(metaReminded, []byte(upTo.UTC().Format(time.RFC3339)))
	})
}

// NextMeeting is the meeting that is on, or comes next.
type NextMeeting struct {
	*core.Meeting

	Name   string         // of its relationship
	Others []*core.Person // who takes part beside the owner
	Home   core.Zone      // the owner's
	Local  core.Civil     // when it starts, on the owner's clock
	Today  core.Date
	Over   time.Time // when it ends
}

// NextMeeting gives the meeting that is on, or comes next; nil for none.
func (p *Planner) NextMeeting(ctx context.Context) (*NextMeeting, error) {
	return view(ctx, p.engine, func(r Reader) (*NextMeeting, error) {
		t, err := p.engine.reminderReader(r)
		if err != nil {
			return nil, err
		}
		m, err := t.nextMeeting()
		if err != nil || m == nil {
			return nil, err
		}
		at, err := spanOf(m)
		if err != nil {
			return nil, err
		}
		row, err := t.row(m)
		if err != nil {
			return nil, err
		}
		return &NextMeeting{Meeting: m, Name: row.Name, Others: row.Others, Home: t.out.Owner.Home(), Local: core.CivilOf(at.Start.In(t.loc)), Today: t.out.Date, Over: at.End}, nil
	})
}
