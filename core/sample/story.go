package sample

import (
	"slices"

	"mentorbook/core"
)

// story is one relationship of the sample: how it runs, and what its meetings talk about.
type story struct {
	rel     core.Relationship
	since   int   // days from today on which it began
	every   int   // days between its meetings
	last    int   // days from today of its last meeting in the past
	next    []int // days from today of its planned meetings
	hour    int
	minutes int
	topics  []string
	shared  []string // notes for both sides, in turn
	private []string // notes for the owner alone, in turn
	help    [][]core.Help
	link    string
	place   string
	series  *core.Series   // which the meetings are occurrences of; nil: each was planned by itself
	became  func() outcome // what became of the next meeting in the past; nil: what the sample's rule says
	invited *invited       // to the next meeting, which is of no series; nil: nobody yet
}

// outcome is what became of a meeting.
type outcome struct {
	status   core.MeetingStatus
	missedBy core.Role
}

// outcomeOf is the sample's rule: most were held; some were missed or called off, some of these late.
func outcomeOf(rel *core.Relationship, n int) outcome {
	switch {
	case n%9 == 4:
		return outcome{status: core.MeetingCancelled}
	case n%9 == 7 && n%2 == 0:
		return outcome{status: core.MeetingCancelledLate}
	case n%9 == 7 && rel.Format.Rules().Presence != core.PresenceNone:
		return outcome{core.MeetingMissed, core.RoleMentee}
	}
	return outcome{status: core.MeetingHeld}
}

// tell lays down a relationship with all its meetings and notes.
func (b *builder) tell(s story) *core.Relationship {
	rel := s.rel
	if rel.Status == "" {
		rel.Status = core.StatusActive
	}
	rel.Since = b.day(s.since)
	phases(&rel, b.today)
	r := made(b, rel.Since, &rel)
	if s.series != nil {
		b.series(s, r)
	}
	n := 0
	for _, d := range b.days(s) {
		b.meeting(s, r, d, n)
		n++
	}
	if s.invited != nil {
		b.told = append(b.told, func() { b.invite(s.invited, r) })
	}
	return r
}

// phases writes the way that a relationship took to the phase that it is in.
func phases(rel *core.Relationship, today core.Date) {
	last := rel.Phase
	rel.Phase, rel.Phases = "", nil
	span := today.DaysSince(rel.Since)
	for i, p := range core.Phases() {
		rel.MoveTo(p, rel.Since.AddDays(span*i/5))
		if p == last {
			return
		}
	}
}

// series lays down the series that a story's meetings are occurrences of.
func (b *builder) series(s story, rel *core.Relationship) {
	first := b.days(s)[0].At(s.hour, 0)
	*s.series = core.Series{
		Relationship: rel.ID, Start: first, End: first.AddMinutes(s.minutes), Zone: b.opt.Zone, Place: s.place, Link: s.link,
		Rule: core.Rule{Freq: core.FreqWeekly, Interval: s.every / 7}.String(),
	}
	s.series.Created = b.at(rel.Since, 10)
	s.series.ID = b.ids.at(s.series.Created)
	s.series.UID = s.series.ID.String() + "@mentorbook.app"
	made(b, rel.Since, s.series)
}

// days lists the days of the meetings: back from the last one at the relationship's pace, then those to come. Of
// a series only the next one has a record.
func (b *builder) days(s story) []core.Date {
	var out []core.Date
	if s.series != nil {
		for d := b.workday(s.next[0]); !d.Before(b.day(max(s.since, -365))); d = d.AddDays(-s.every) {
			out = append(out, d)
		}
		return sorted(out)
	}
	for n := s.last; n >= max(s.since, -365) && s.every > 0; n -= s.every {
		out = append(out, b.workday(n))
	}
	for _, n := range s.next {
		d := b.workday(n)
		if n == 0 {
			d = b.today
		}
		out = append(out, d)
	}
	return sorted(out)
}

func (b *builder) meeting(s story, rel *core.Relationship, d core.Date, n int) {
	start := d.At(s.hour, 0)
	m := &core.Meeting{
		Relationship: rel.ID, Start: start, End: start.AddMinutes(s.minutes), Zone: b.opt.Zone,
		Place: s.place, Link: s.link, Status: core.MeetingPlanned,
	}
	m.Created = b.at(d.AddDays(-10), 9)
	m.ID = b.ids.at(m.Created)
	m.UID = m.ID.String() + "@mentorbook.app"
	if s.series != nil {
		m.Series, m.Recurrence, m.UID = s.series.ID, start, s.series.UID
		m.ID = core.OccurrenceID(m.Series, start)
	}
	b.agenda(s, rel, m, n)
	if end, err := m.EndAt(); err == nil && !end.After(b.opt.Now) {
		b.past(s, rel, m, n)
	} else {
		b.leaveOut(m)
	}
	made(b, d.AddDays(-10), m)
	if m.Status == core.MeetingHeld {
		b.notes(s, rel, m, n)
	}
}

// past says what became of a meeting.
func (b *builder) past(s story, rel *core.Relationship, m *core.Meeting, n int) {
	o := outcomeOf(rel, n)
	if s.became != nil {
		o = s.became()
	}
	m.Status, m.MissedBy, m.Closed = o.status, o.missedBy, b.at(m.Start.Date, s.hour+1)
	switch m.Status {
	case core.MeetingCancelled:
		m.Reason = reason(rel, "Release week", "Неделя выпуска")
		return
	case core.MeetingCancelledLate:
		m.Reason = reason(rel, "Ill since the morning", "Болезнь с утра")
		return
	}
	for i, p := range rel.Participants {
		came := m.Status == core.MeetingHeld && (i < 2 || (i+n)%5 != 0) || p.Person == b.owner
		a := core.Attendance{Person: p.Person, Came: came}
		if came && rel.Format == core.FormatDigital {
			a.Minutes = 20 + n%3*10
		}
		m.Attendance = append(m.Attendance, a)
	}
	if m.Status != core.MeetingHeld {
		return
	}
	if len(s.help) > 0 {
		m.Help = s.help[n%len(s.help)]
	}
	m.Useful = 4 + n%4
	for i := range m.Agenda {
		m.Agenda[i].Done = true
	}
}

func reason(rel *core.Relationship, english, russian string) string {
	if isRussian(rel.Purpose) {
		return russian
	}
	return english
}

func isRussian(s string) bool {
	for _, r := range s {
		if r >= 'а' && r <= 'я' {
			return true
		}
	}
	return false
}

func (b *builder) agenda(s story, rel *core.Relationship, m *core.Meeting, n int) {
	stages := core.Stages()
	count := min(4, len(s.topics))
	for i := range count {
		owner := b.owner
		if i%2 == 0 {
			owner = rel.Others(b.owner)[0]
		}
		item := core.AgendaItem{
			ID: b.ids.at(m.Created), Text: s.topics[(n*2+i)%len(s.topics)], Owner: owner,
			Minutes: s.minutes * []int{33, 27, 24, 11}[i] / 100, Stage: stages[i], Readers: b.with(rel.Others(b.owner)[0]),
		}
		if i == 2 && n%3 == 2 {
			item.Carried = 1
		}
		m.Agenda = append(m.Agenda, item)
	}
}

// leaveOut takes from a meeting to come what stands on the agenda of an earlier one to come with the same people: what
// stays open there goes on to this one. The meetings of a relationship are laid down one after another.
func (b *builder) leaveOut(m *core.Meeting) {
	if b.talk.with != m.Relationship {
		b.talk = talk{with: m.Relationship}
	}
	m.Agenda = slices.DeleteFunc(m.Agenda, func(item core.AgendaItem) bool { return slices.Contains(b.talk.about, item.Text) })
	for _, item := range m.Agenda {
		b.talk.about = append(b.talk.about, item.Text)
	}
}

// talk is what the meetings to come of one relationship will be about.
type talk struct {
	with  core.ID
	about []string
}

func (b *builder) notes(s story, rel *core.Relationship, m *core.Meeting, n int) {
	about := core.Ref{Kind: core.KindMeeting, ID: m.ID}
	if len(s.shared) > 0 {
		made(b, m.Start.Date, &core.Note{
			About: about, Author: b.owner, Text: s.shared[n%len(s.shared)], Readers: b.with(rel.Others(b.owner)[0]),
		})
	}
	if len(s.private) > 0 && n%2 == 0 {
		made(b, m.Start.Date, &core.Note{About: about, Author: b.owner, Text: s.private[n/2%len(s.private)]})
	}
}

func (b *builder) pair(mentor, mentee core.ID) []core.Participant {
	return []core.Participant{{Person: mentor, Role: core.RoleMentor}, {Person: mentee, Role: core.RoleMentee}}
}
