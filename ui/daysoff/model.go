// Package daysoff is the dialog for days without meetings: what becomes of those that stand in them, and what
// guests are to be told.
package daysoff

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Fate says what becomes of the meetings of the days.
type Fate int

// The fates.
const (
	CallOff Fate = iota
	AWeekLater
	Leave
)

// Form is what the dialog holds.
type Form struct {
	From, To core.Date // the last day included
	Fate     Fate
	Reason   string
	Block    bool
}

// Wish gives what the planner is to do. Its error names the field.
func (f Form) Wish() (planner.TimeOff, error) {
	switch {
	case !f.From.Valid():
		return planner.TimeOff{}, core.FailField(core.CodeRequired, "from")
	case !f.To.Valid():
		return planner.TimeOff{}, core.FailField(core.CodeRequired, "to")
	case f.To.Before(f.From):
		return planner.TimeOff{}, core.FailField(core.CodeEndNotAfter, "to")
	}
	off := planner.TimeOff{Period: core.Period{From: f.From, To: f.To.AddDays(1)}, Reason: f.Reason, Block: f.Block}
	switch f.Fate {
	case AWeekLater:
		off.MoveDays = 7
	case Leave:
		off.Keep = true
	}
	return off, nil
}

// shown is how many meetings are named before the rest are only counted.
const shown = 5

// Meetings says which meetings would change, on the clock of the zone home.
func Meetings(all []*core.Meeting, names map[core.ID]string, home core.Zone, today core.Date, w *locale.Words) []string {
	var out []string
	for i, m := range all {
		if i == shown {
			return append(out, w.T("daysoff.more", "count", len(all)-shown))
		}
		start, end := m.On(home)
		out = append(out, names[m.Relationship]+" · "+w.DateWithDay(start.Date, today)+", "+w.Span(start, end))
	}
	return out
}

// Message is a line about something that a guest is to be told.
type Message struct {
	Of   core.ID // the meeting, or the series
	Text string
	Send string // what the button is called that tells them
}

// Messages gives the lines about those meetings that are on somebody's calendar, on the clock of the zone home.
func Messages(all []planner.Message, names map[core.ID]string, home core.Zone, today core.Date, w *locale.Words) []Message {
	var out []Message
	for _, m := range all {
		if m.Method == "" {
			continue
		}
		text := names[m.Meeting.Relationship] + " · "
		if m.Of != m.Meeting.ID {
			text += w.T("daysoff.series") + " · "
		}
		text += w.Moment(m.Was.OnClock(m.Meeting.Zone, home), today)
		switch start, _ := m.Meeting.On(home); {
		case m.Method == core.MethodCancel:
			text += " · " + w.Word(core.MeetingCancelled)
		case m.State == planner.VersionOff:
			text = names[m.Meeting.Relationship] + " · " + w.Moment(start, today) + " · " + w.T("answers.off")
		case m.Of == m.Meeting.ID:
			text += " → " + w.Moment(start, today)
		}
		out = append(out, Message{m.Of, text, w.Tell(m.Method == core.MethodCancel, m.Said())})
	}
	return out
}
