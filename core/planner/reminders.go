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
	At     time.Time // when to tell
	Missed bool      // it had begun before anybody could be told
}

// Reminders is what is to be told now, and when to ask again.
type Reminders struct {
	Due  []Reminder // in the order of their times; those missed too
	Next time.Time  // of the next one; zero: none within a week
}

const (
	metaReminded = "reminded"
	// longestReminder is how long before a meeting a reminder can be.
	longestReminder = 7 * 24 * time.Hour
	// reminderMemory is how far back missed reminders are told of.
	reminderMemory = 7 * 24 * time.Hour
)

// Reminders gives what is to be told of since the last call of Reminded. A reminder that falls into the owner's
// quiet hours is told when they end, and not at all if the meeting has begun by then.
func (p *Planner) Reminders(ctx context.Context) (*Reminders, error) {
	return view(ctx, p.engine, func(r Reader) (*Reminders, error) {
		today, owner, err := p.engine.today(r)
		if err != nil {
			return nil, err
		}
		t := newTodayReader(r, p.engine)
		if t.ws, err = workspaceOf(r); err != nil {
			return nil, err
		}
		t.loc = zoneOf(owner)
		t.out = &Today{Now: p.engine.now(), Date: today, Owner: owner}
		return t.reminders()
	})
}

func (t *todayReader) reminders() (*Reminders, error) {
	out, now := &Reminders{}, t.out.Now
	since, told, err := lastReminded(t, now)
	if err != nil {
		return nil, err
	}
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
		at, ok := reminderAt(start, t.minutesBefore(m), t.out.Owner.Quiet, t.loc)
		switch {
		case !ok || !at.After(since):
		case at.After(now):
			if out.Next.IsZero() || at.Before(out.Next) {
				out.Next = at
			}
		case start.After(now) || told:
			row, err := t.row(m)
			if err != nil {
				return nil, err
			}
			brief, err := briefOf(t, row, now, t.out.Date, t.loc)
			if err != nil {
				return nil, err
			}
			out.Due = append(out.Due, Reminder{Brief: brief, Start: start, At: at, Missed: !start.After(now)})
		}
	}
	return out, nil
}

func (t *todayReader) minutesBefore(m *core.Meeting) int {
	if m.Reminder != nil {
		return *m.Reminder
	}
	return t.ws.Reminder
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
