// Package daysoff is the dialog for days without meetings: what becomes of those that stand in them, and what
// guests are to be told.
package daysoff

import (
	"cmp"
	"slices"

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

// Few is how many meetings are named at first, and Most when all were asked for: the rest are counted.
const (
	Few  = 5
	Most = 100
)

// Telling is by whose clock, under which names and on which day times are told.
type Telling struct {
	Words  *locale.Words
	Names  map[core.ID]string // of relationships
	Home   core.Zone
	Today  core.Date
	Hidden bool // others look: why somebody is busy is theirs to tell
}

// Meetings says what would become of which meetings, so many at most, with what that clashes with and what it is then for the others.
func Meetings(all []planner.TimeOffStep, most int, t Telling) []string {
	var out []string
	for i := range all {
		if i == most {
			return append(out, t.Words.T("list.more", "count", len(all)-most))
		}
		out = append(out, t.line(&all[i]))
	}
	return out
}

func (t Telling) line(s *planner.TimeOffStep) string {
	w, now := t.Words, *s.Meeting
	start, end := now.On(t.Home)
	text := t.Names[now.Relationship] + " · " + w.DateWithDay(start.Date, t.Today) + ", " + w.Span(start, end)
	switch {
	case s.Theirs.Email != "":
		return text + " · " + theirs(s.Theirs, s.Stays, w)
	case s.Own != nil:
		stands, _ := s.Own.On(t.Home)
		return text + " · " + w.T("daysoff.own", "date", w.DateWithDay(stands.Date, t.Today))
	case s.Off():
		return text
	}
	now.Start, now.End = s.Start, s.End
	start, end = now.On(t.Home)
	text += " → " + w.DateWithDay(start.Date, t.Today) + ", " + w.Span(start, end)
	if at, err := now.StartAt(); err == nil {
		for _, more := range []string{w.Clocks(at, t.Home, s.Others...), w.Nights(at, t.Home, s.Others...)} {
			if more != "" {
				text += " · " + more
			}
		}
	}
	for _, c := range s.Clashes[:min(len(s.Clashes), 1)] {
		c = c.Shown(t.Hidden)
		text += " · " + w.Clash(c.Title, c.Name, c.Near)
	}
	return text
}

// theirs says what another's meeting asks of the owner.
func theirs(p core.Party, stays bool, w *locale.Words) string {
	name := cmp.Or(p.Name, p.Email)
	if stays {
		return w.T("daysoff.theirs_stays", "name", name)
	}
	return w.T("daysoff.theirs_off", "name", name)
}

// theirsSaid says it of a message: what the organizer is to be told.
func theirsSaid(m planner.Message, w *locale.Words) string {
	if m.Answer == core.AnswerAccepted {
		return w.T("daysoff.theirs_on", "name", cmp.Or(m.Theirs.Name, m.Theirs.Email))
	}
	return theirs(m.Theirs, m.Stays, w)
}

// Changes tells whether one of the meetings would be called off or moved: whom it is with reads why.
func Changes(all []planner.TimeOffStep) bool {
	return slices.ContainsFunc(all, func(s planner.TimeOffStep) bool { return !s.Stays })
}

// Message is a line about something that a guest, or the organizer of another's meeting, is to be told.
type Message struct {
	Of   core.ID // the meeting, or the series
	Text string
	Send string // what the button is called that tells them
	// Answers tells that it is the owner's answer to the organizer of another's meeting.
	Answers bool
}

// Messages gives the lines about those meetings that are on somebody's calendar, on the clock of the zone home.
func Messages(all []planner.Message, names map[core.ID]string, home core.Zone, today core.Date, w *locale.Words) []Message {
	var out []Message
	for _, m := range all {
		if m.Method == "" && !m.Stays {
			continue
		}
		text := names[m.Meeting.Relationship] + " · "
		if m.Of != m.Meeting.ID {
			text += w.T("daysoff.series") + " · "
		}
		text += w.Moment(m.Was.OnClock(m.Meeting.Zone, home), today)
		if m.Theirs.Email != "" {
			out = append(out, Message{Of: m.Of, Text: text + " · " + theirsSaid(m, w), Send: w.T("button.answer"), Answers: true})
			continue
		}
		switch start, _ := m.Meeting.On(home); {
		case m.Method == core.MethodUninvite:
			text += " · " + w.T("version.left")
		case m.Method == core.MethodCancel:
			text += " · " + w.Word(core.MeetingCancelled)
		case m.State == planner.VersionOff:
			text = names[m.Meeting.Relationship] + " · " + w.Moment(start, today) + " · " + w.T("answers.off")
		case m.Of == m.Meeting.ID:
			text += " → " + w.Moment(start, today)
		}
		out = append(out, Message{Of: m.Of, Text: text, Send: w.Tell(m.Method.CallsOff(), m.Said())})
	}
	return out
}
