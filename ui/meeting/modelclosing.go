package meeting

import (
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Outcome is what became of a meeting.
type Outcome int

// The outcomes, in the order in which they are offered.
const (
	Held Outcome = iota
	Missed
	CalledOff // late: in time, the meeting would have been cancelled
)

// Closing is the form that ends a meeting. It outlives a refresh of the page.
type Closing struct {
	Outcome Outcome
	Minutes string
	Timed   int    // what the timer says that it took, in minutes; 0 for nothing. It counts where no minutes are typed
	Came    []bool // of the participants, the owner first
	Help    []bool // of core.Helps
	Useful  int    // 1 to 7; 0 says nothing
	Reason  string

	asked []bool // of the participants: who was to come
}

// NewClosing gives the form as it begins: held, as long as planned, everybody there who was asked.
func NewClosing(m *Model) *Closing {
	c := &Closing{Help: make([]bool, len(core.Helps())), Came: make([]bool, len(m.Participants())), asked: make([]bool, len(m.Participants()))}
	for i, p := range m.Participants() {
		c.asked[i] = m.expects(p.ID)
	}
	copy(c.Came, c.asked)
	return c
}

// SetOutcome changes what became of the meeting; when somebody missed it, that is the other side unless it is
// said otherwise.
func (c *Closing) SetOutcome(o Outcome) {
	c.Outcome = o
	for i := range c.Came {
		c.Came[i] = o == Held && c.asked[i] || i == 0
	}
}

// AsksWho tells whether it is to be said who came: in a group always, of two where somebody did not.
func (c *Closing) AsksWho() bool {
	return c.Outcome == Missed || c.Outcome == Held && len(c.Came) > 2
}

func (c *Closing) attendance(m *Model, minutes int) []core.Attendance {
	var out []core.Attendance
	for i, p := range m.Participants() {
		a := core.Attendance{Person: p.ID, Came: i < len(c.Came) && c.Came[i]}
		if !a.Came && !m.expects(p.ID) { // nobody missed them
			continue
		}
		if a.Came && m.room.Relationship.Format.Rules().Hours == core.HoursNoted {
			a.Minutes = minutes
		}
		out = append(out, a)
	}
	return out
}

// Verdict says what the answers come to by the rule of the format, where that is not what was chosen.
func (c *Closing) Verdict(m *Model, w *locale.Words) string {
	if c.Outcome == CalledOff {
		return ""
	}
	held, missing := m.room.Relationship.Held(c.attendance(m, 0))
	switch {
	case held && c.Outcome == Missed:
		return w.T("meeting.counts_held")
	case !held:
		return w.T("meeting.counts_missed", "who", w.T("missed_by."+string(missing)))
	}
	return ""
}

// WhyNot says why the meeting can't be closed yet; "" where it can.
func (c *Closing) WhyNot(m *Model, w *locale.Words) string {
	switch {
	case !m.Planned:
		return w.T("meeting.is_closed")
	case !m.Closable:
		start, _ := m.room.Meeting.On(m.room.Owner.Home())
		return w.T("meeting.close_from", "time", w.Moment(start.AddMinutes(-int(core.CloseAhead/time.Minute)), m.room.Today))
	}
	return ""
}

// Early says that a meeting that can be closed has not begun, and when it does; "" once it has.
func (c *Closing) Early(m *Model, w *locale.Words) string {
	if !m.Planned || !m.Closable || m.Started {
		return ""
	}
	return w.T("meeting.close_early", "time", m.Begins)
}

// CallOff names the command that calls a meeting off: another's is declined.
func CallOff(guest bool, w *locale.Words) string {
	if guest {
		return w.T("plan.decline_open")
	}
	return w.T("plan.cancel_open")
}

// TooEarly says how a meeting that can't be closed yet is called off: by the command for that, which tells whether it counts
// as late; "" where it can be closed.
func (c *Closing) TooEarly(m *Model, w *locale.Words) string {
	if m.Planned && !m.Closable {
		if m.Guest && !m.Copy {
			return w.T("meeting.off_early_guest", "do", CallOff(true, w))
		}
		return w.T("meeting.off_early", "do", CallOff(false, w))
	}
	return ""
}

// Answer gives what the planner needs to know. Its error names the field.
func (c *Closing) Answer(m *Model) (planner.Closing, error) {
	out := planner.Closing{Off: c.Outcome == CalledOff, Reason: strings.TrimSpace(c.Reason)}
	if out.Off {
		return out, nil
	}
	minutes := m.room.Meeting.Length()
	if strings.TrimSpace(c.Minutes) != "" {
		n, err := locale.ReadMinutes("minutes", c.Minutes, 1, locale.MostMinutes)
		if err != nil {
			return out, err
		}
		minutes = n
	} else if c.Outcome == Held && c.Timed > 0 {
		minutes = c.Timed
	}
	if minutes != m.room.Meeting.Length() || strings.TrimSpace(c.Minutes) != "" {
		out.End = m.room.Meeting.Start.Later(minutes, m.room.Meeting.Zone)
	}
	out.Attendance = c.attendance(m, minutes)
	if held, _ := m.room.Relationship.Held(out.Attendance); !held {
		return out, nil // nobody was helped, and it was of no use
	}
	out.Reason, out.Useful = "", c.Useful
	for i, help := range core.Helps() {
		if c.Help[i] {
			out.Help = append(out.Help, help)
		}
	}
	return out, nil
}

// Took gives how long it took where no minutes are typed, by the timer, else as planned; and what to say of that, or of
// the minutes that are typed.
func (c *Closing) Took(m *Model, w *locale.Words) (minutes int, hint string) {
	planned := m.room.Meeting.Length()
	minutes, hint = planned, w.T("meeting.length_planned")
	if c.Timed > 0 {
		minutes, hint = c.Timed, w.T("meeting.length_timed", "planned", w.Hours(planned))
	}
	if strings.TrimSpace(c.Minutes) != "" {
		hint = w.T("meeting.length_typed", "planned", w.Hours(planned))
	}
	return minutes, hint
}

// Label is what stands on the button that closes.
func (c *Closing) Label(m *Model, w *locale.Words) string {
	if m.Agenda.Open == 0 {
		return w.T("meeting.close")
	}
	return w.T("meeting.close_carry", "count", m.Agenda.Open)
}

// ended says what became of a meeting that is over.
func ended(m *core.Meeting, w *locale.Words) string {
	if m.Planned() {
		return ""
	}
	parts := []string{locale.Capital(w.Outcome(m))}
	if m.Status == core.MeetingHeld {
		parts = append(parts, w.Hours(m.Length()))
		var help []string
		for _, h := range core.Helps() {
			if slices.Contains(m.Help, h) {
				help = append(help, w.Word(h))
			}
		}
		if len(help) > 0 {
			parts = append(parts, w.List(help))
		}
		if m.Useful > 0 {
			parts = append(parts, w.T("meeting.useful_is", "n", m.Useful))
		}
	}
	if m.MissedBy != "" {
		parts = append(parts, w.T("missed_by."+string(m.MissedBy)))
	}
	if m.Reason != "" {
		parts = append(parts, m.Reason)
	}
	return strings.Join(parts, " · ")
}
