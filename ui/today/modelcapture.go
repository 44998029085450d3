package today

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Capture is the card of the last held meeting: what it helped with, and one line to remember.
type Capture struct {
	Meeting core.ID
	Caption string // whose and when
	Head    string // "Held 45 min · helped with…"
	Helps   []string
	On      []bool // of Helps: what was given
	Line    string // typed before and never kept
}

func newCapture(t *planner.Today, w *locale.Words) *Capture {
	m := t.Last.Meeting
	start, _ := m.On(t.Owner.Home())
	c := &Capture{
		Meeting: m.ID, Line: t.Last.Draft,
		Caption: w.T("today.last_meeting", "name", t.Last.Name, "day", w.Day(start.Date, t.Date)),
		Head:    w.T("today.held", "length", w.Hours(m.Length())),
	}
	for _, h := range core.Helps() {
		c.Helps = append(c.Helps, locale.Capital(w.Word(h)))
		c.On = append(c.On, slices.Contains(m.Help, h))
	}
	return c
}

// ToggleHelp changes whether a meeting gave the help of a place in core.Helps.
func ToggleHelp(m *core.Meeting, i int, on bool) {
	h := core.Helps()[i]
	m.Help = slices.DeleteFunc(m.Help, func(x core.Help) bool { return x == h })
	if on {
		m.Help = append(m.Help, h)
	}
	order := core.Helps()
	slices.SortFunc(m.Help, func(a, b core.Help) int { return slices.Index(order, a) - slices.Index(order, b) })
}

// share gives what of the agenda may be sent to the others, and to which addresses.
func (n *Next) share(b *planner.Brief, w *locale.Words, names map[core.ID]string) {
	var readers []core.ID
	for _, p := range b.Others {
		readers = append(readers, p.ID)
		if e := p.Email(); e != "" {
			n.Emails = append(n.Emails, e)
		}
	}
	if len(readers) > 0 {
		n.Share = w.AgendaText(b.Meeting, b.Sent, readers, names)
	}
}
