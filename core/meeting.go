package core

import (
	"slices"
	"time"
)

// Meeting is one meeting of a relationship: planned, held, missed or cancelled.
//
// Its truth is the civil time in its zone. The UTC instant is worked out and never kept here.
type Meeting struct {
	Head
	Relationship ID            `json:"relationship"`
	Title        string        `json:"title,omitempty"` // "" shows the relationship's name
	Start        Civil         `json:"start"`
	End          Civil         `json:"end"`
	Zone         Zone          `json:"zone"`
	Place        string        `json:"place,omitempty"`
	Link         string        `json:"link,omitempty"`
	Status       MeetingStatus `json:"status"`
	MissedBy     Role          `json:"missed_by,omitempty"` // which side was absent, when missed
	Reason       string        `json:"reason,omitempty"`    // why it was cancelled or missed
	Unasked      []ID          `json:"unasked,omitempty"`   // who of the relationship is not named in another's invitation to it
	Attendance   []Attendance  `json:"attendance,omitempty"`
	Agenda       []AgendaItem  `json:"agenda,omitempty"`
	Help         []Help        `json:"help,omitempty"`
	Useful       int           `json:"useful,omitempty"`    // the owner's own mark from 1 to 7; 0 is none
	Closed       time.Time     `json:"closed,omitzero"`     // when it was closed
	Reminders    Reminders     `json:"reminder,omitzero"`   // nil takes the workspace's
	UID          string        `json:"uid"`                 // the calendar's name of it, for ever
	Recurrence   Civil         `json:"recurrence,omitzero"` // the original start within its series
	Series       ID            `json:"series,omitzero"`
	Origin       Origin        `json:"origin,omitzero"` // of another's invitation
}

// Origin is what is kept of another's invitation, so that an older copy of it is known for what it is (RFC 5546
// 2.1.5), and so is a message from somebody else than its organizer. It is zero for what the owner planned. Of what
// is exported for others, a published calendar alone holds some of it: the organizer.
type Origin struct {
	Organizer   string    `json:"organizer,omitempty"`   // an e-mail address; "" is not known
	Name        string    `json:"name,omitempty"`        // of the organizer, as the invitation has it
	Invited     string    `json:"invited,omitempty"`     // the owner's address that the invitation names; "" is not known
	Description string    `json:"description,omitempty"` // what the organizer wrote
	Answer      Answer    `json:"answer,omitempty"`      // what the owner has said to this version elsewhere, as a file tells; "" is not known
	Answered    time.Time `json:"answered,omitzero"`     // as of when the file tells it
	// Here is true of an answer that was decided here, and is in no file: what the organizer knows of it, the messages say.
	// One that was given to all of a series has no Answered in its meetings.
	Here     bool `json:"here,omitempty"`
	Sequence int  `json:"sequence,omitempty"`
	// Stands is for how many values of Sequence before that one of a series has had the same time, of what its messages say: an answer
	// to any of these stands.
	Stands int       `json:"stands,omitempty"`
	Stamp  time.Time `json:"stamp,omitzero"`  // DTSTAMP
	Class  Class     `json:"class,omitempty"` // who else may see it
	// Copied is true of what a calendar alone has told of (METHOD:PUBLISH, or none), which asks nobody to come (RFC 5546
	// 3.2.1): its organizer waits for no answer, and may have nobody whose answer that would be.
	Copied bool `json:"copied,omitempty"`
	// Kept is when the organizer said that they do not take the time that the owner had proposed (RFC 5546 3.2.8).
	Kept time.Time `json:"kept,omitzero"`
	// KeptWords is what they said to that; may be "".
	KeptWords string `json:"kept_words,omitempty"`
	// Read has the marks of what a file or a message said of it when it was last read, part by part: what is the same in
	// another is nothing new, whatever was changed here since. "" is not known, or that the last word called it off.
	Read string `json:"read,omitempty"`
	// Unheard is true of a meeting that is off by the first word of it that came here: it was never one to be held.
	Unheard bool `json:"unheard,omitempty"`
	// Start, End and Zone are when the organizer has it, where the owner has moved it here; zero: it is as the organizer has it.
	Start Civil `json:"start,omitzero"`
	End   Civil `json:"end,omitzero"`
	Zone  Zone  `json:"zone,omitempty"`
	// Rule is by what the organizer has a series, beside those times; "": as it is here.
	Rule string `json:"rule,omitempty"`
	// Title is what the organizer calls it, where the owner calls it otherwise here; "": the same.
	Title string `json:"title,omitempty"`
}

// MaxDescription is how many runes are kept of what an organizer wrote.
const MaxDescription = 20_000

// Older tells whether a version is older than what is kept: by SEQUENCE, then by DTSTAMP where both have one.
func (o *Origin) Older(sequence int, stamp time.Time) bool {
	if sequence != o.Sequence {
		return sequence < o.Sequence
	}
	return !stamp.IsZero() && stamp.Before(o.Stamp)
}

// Newer tells whether a version is newer than what is kept, in the same way.
func (o *Origin) Newer(sequence int, stamp time.Time) bool {
	if sequence != o.Sequence {
		return sequence > o.Sequence
	}
	return stamp.After(o.Stamp)
}

// Unsay forgets what the owner has said.
func (o *Origin) Unsay() { o.Answer, o.Answered, o.Here = "", time.Time{}, false }

// Renamed notes that the owner calls it otherwise here than before: what its organizer calls it is remembered, and forgotten where
// it is called so again.
func (o *Origin) Renamed(was, now string) {
	if o.Organizer == "" || was == now {
		return
	}
	if o.Title == "" {
		o.Title = was
	}
	if o.Title == now {
		o.Title = ""
	}
}

func (o *Origin) validate(p *problems) {
	p.line("origin.title", o.Title, MaxName)
	p.line("origin.organizer", o.Organizer, MaxLine)
	p.line("origin.invited", o.Invited, MaxLine)
	p.line("origin.name", o.Name, MaxName)
	p.text("origin.description", o.Description, MaxDescription, true)
	choice(p, "origin.answer", o.Answer, append(Answers(), "")...)
	p.instant("origin.answered", o.Answered)
	p.between("origin.sequence", o.Sequence, 0, 1<<31-1)
	p.between("origin.stands", o.Stands, 0, 1<<31-1)
	p.instant("origin.stamp", o.Stamp)
	p.instant("origin.kept", o.Kept)
	p.text("origin.kept_words", o.KeptWords, MaxDescription, true)
	p.line("origin.read", o.Read, MaxLine)
	if !o.Start.IsZero() || !o.End.IsZero() || o.Zone != "" {
		var q problems
		q.span(o.Start, o.End, o.Zone)
		p.note("origin", q.err())
	}
	if o.Rule != "" {
		_, err := ParseRule(o.Rule)
		p.noteField("origin.rule", err)
	}
	choice(p, "origin.class", o.Class, "", ClassPrivate, ClassConfidential)
}

// MeetingStatus is what became of a meeting.
type MeetingStatus string

// The statuses of a meeting.
const (
	MeetingPlanned       MeetingStatus = "planned"
	MeetingHeld          MeetingStatus = "held"
	MeetingMissed        MeetingStatus = "missed" // by the side in MissedBy
	MeetingCancelled     MeetingStatus = "cancelled"
	MeetingCancelledLate MeetingStatus = "cancelled_late" // less than LateNotice before its start
)

// LateNotice is how long before a meeting a cancellation counts as late.
const LateNotice = 24 * time.Hour

// MeetingStatuses lists them in order.
func MeetingStatuses() []MeetingStatus {
	return []MeetingStatus{MeetingPlanned, MeetingHeld, MeetingMissed, MeetingCancelled, MeetingCancelledLate}
}

// Attendance is one person's presence at a meeting.
type Attendance struct {
	Person  ID   `json:"person"`
	Came    bool `json:"came"`
	Minutes int  `json:"minutes,omitempty"` // noted time, where it was not the whole meeting; 0 is not noted
}

// Help is a kind of help that was given in a meeting.
type Help string

// The five kinds of help.
const (
	HelpKnowledge   Help = "knowledge"
	HelpSupport     Help = "support"
	HelpGuidance    Help = "guidance"
	HelpDevelopment Help = "development"
	HelpConnections Help = "connections"
)

// Helps lists the kinds of help in the order in which they are offered.
func Helps() []Help {
	return []Help{HelpKnowledge, HelpSupport, HelpGuidance, HelpDevelopment, HelpConnections}
}

// Kind is KindMeeting.
func (*Meeting) Kind() Kind { return KindMeeting }

// StartAt gives the instant of the start by today's rules of the meeting's zone.
func (m *Meeting) StartAt() (time.Time, error) { return m.Start.In(m.Zone) }

// CloseAhead is how long before its planned start a meeting can be closed: one that was begun early is over early, too.
const CloseAhead = 15 * time.Minute

// ClosableFrom gives the instant from which the meeting can be closed: CloseAhead before its start.
func (m *Meeting) ClosableFrom() (time.Time, error) {
	start, err := m.StartAt()
	return start.Add(-CloseAhead), err
}

// EndAt gives the instant of the end by today's rules of the meeting's zone.
func (m *Meeting) EndAt() (time.Time, error) {
	_, end, err := SpanIn(m.Start, m.End, m.Zone)
	return end, err
}

// On gives the start and the end as a clock in a zone shows them: in that of who reads, which Person.Home gives.
func (m *Meeting) On(zone Zone) (start, end Civil) {
	return SpanOnClock(m.Start, m.End, m.Zone, zone)
}

// SpanOnClock gives what a clock in another zone shows at a start and at the end after it; the same where either zone is
// not known.
func SpanOnClock(start, end Civil, from, to Zone) (first, last Civil) {
	s, e, err := SpanIn(start, end, from)
	loc, unknown := to.Location()
	if from == to || err != nil || unknown != nil {
		return start, end
	}
	return CivilOf(s.In(loc)), EndShown(s, e.In(loc))
}

// OnClock gives what a clock in another zone shows at a civil time in one; the same where either is not known.
func (c Civil) OnClock(from, to Zone) Civil {
	if from == to {
		return c
	}
	at, err := c.In(from)
	loc, unknown := to.Location()
	if err != nil || unknown != nil {
		return c
	}
	return CivilOf(at.In(loc))
}

// Length gives the minutes from start to end: real ones where the zone is known, so that a meeting across a
// clock change counts what was sat through.
func (m *Meeting) Length() int { return MinutesBetween(m.Start, m.End, m.Zone) }

// Last gives a meeting its times: it begins when a clock in the zone shows start, later where the clock skips that, and
// takes so many real minutes. Where the clock goes back, an end may show what an earlier one shows too: such a meeting is
// kept in UTC, by which everybody reads it alike.
func (m *Meeting) Last(start Civil, minutes int, zone Zone) {
	m.Start, m.End, m.Zone = start.On(zone), start.Later(minutes, zone), zone
	at, err := start.In(zone)
	if err == nil && minutes > 0 && (m.End.Again || m.Length() != minutes) {
		m.Start, m.Zone = CivilOf(at.UTC()), "UTC"
		m.End = m.Start.AddMinutes(minutes)
	}
}

// MinutesBetween counts the minutes from a start to the end after it: real ones where the zone is known.
func MinutesBetween(start, end Civil, zone Zone) int {
	s, e, err := SpanIn(start, end, zone)
	if err != nil {
		return end.MinutesSince(start)
	}
	return int(e.Sub(s) / time.Minute)
}

// Planned tells whether it is still to come, or to be closed.
func (m *Meeting) Planned() bool { return m.Status == MeetingPlanned }

// TakesTime tells whether nothing else has room beside it: it is planned, or was closed as held before it has come to its
// end.
func (m *Meeting) TakesTime(now time.Time) bool {
	if m.Status != MeetingHeld {
		return m.Planned()
	}
	end, err := m.EndAt()
	return err == nil && end.After(now)
}

// Off tells whether it was cancelled, late or in time.
func (m *Meeting) Off() bool {
	return m.Status == MeetingCancelled || m.Status == MeetingCancelledLate
}

// Organized gives the meeting when its organizer has it: an answer to them tells no other time.
func (m *Meeting) Organized() *Meeting {
	if m.Origin.Start.IsZero() {
		return m
	}
	out := *m
	out.Start, out.End, out.Zone = m.Origin.Start, m.Origin.End, m.Origin.Zone
	return &out
}

// Moved notes that the owner has moved the meeting here from a time: of another's, and of what a calendar file brought,
// the time that it has there is remembered, and forgotten where it is moved back.
func (m *Meeting) Moved(start, end Civil, zone Zone) {
	o := &m.Origin
	if o.Organizer == "" && o.Stamp.IsZero() || m.Start == start && m.End == end && m.Zone == zone {
		return
	}
	if o.Start.IsZero() {
		o.Start, o.End, o.Zone = start, end, zone
	}
	if o.Start == m.Start && o.End == m.End && o.Zone == m.Zone {
		o.Start, o.End, o.Zone = Civil{}, Civil{}, ""
	}
}

// Counts tells whether it is in the figures of its relationship. One that was off before anybody here heard of it is not:
// it is kept so that older messages about it are known for what they are.
func (m *Meeting) Counts() bool { return !m.Off() || !m.Origin.Unheard }

// Reopen plans a meeting again that was off.
func (m *Meeting) Reopen() {
	m.Status, m.Reason, m.Closed, m.Origin.Unheard = MeetingPlanned, "", time.Time{}, false
	if m.Origin.Here {
		m.Origin.Unsay()
	}
}

// Decline notes that the owner does not come to another's meeting, which is off by that: it takes place without them, if
// at all.
func (m *Meeting) Decline(now time.Time) {
	m.Origin.Answer, m.Origin.Answered, m.Origin.Here = AnswerDeclined, now, true
}

// Declined tells whether a meeting is off since the owner does not come, and not by its organizer's word: they can still say
// that they come after all.
func (m *Meeting) Declined() bool { return m.Off() && m.Origin.Answer == AnswerDeclined }

// AttendanceOf gives the person's presence; false where none was noted.
func (m *Meeting) AttendanceOf(person ID) (Attendance, bool) {
	for _, a := range m.Attendance {
		if a.Person == person {
			return a, true
		}
	}
	return Attendance{}, false
}

// Asks tells whether somebody of its relationship is to come: whom another's invitation does not name is not.
func (m *Meeting) Asks(person ID) bool { return !slices.Contains(m.Unasked, person) }

// Expects tells whether somebody of its relationship is to come: who has left that before its day is not, nor is whom Asks leaves
// out.
func (m *Meeting) Expects(rel *Relationship, person ID) bool {
	part, ok := rel.Participant(person)
	return ok && !part.LeftBefore(m.Start.Date) && m.Asks(person)
}

// With gives who of its relationship is to come to a meeting besides somebody, in the order of that.
func (m *Meeting) With(rel *Relationship, besides ID) []ID {
	return slices.DeleteFunc(rel.Others(besides), func(id ID) bool { return !m.Expects(rel, id) })
}

// CancelStatus tells how a cancellation at the instant counts.
func (m *Meeting) CancelStatus(now time.Time) (MeetingStatus, error) {
	s, err := m.StartAt()
	if err != nil {
		return "", err
	}
	if s.Sub(now) < LateNotice {
		return MeetingCancelledLate, nil
	}
	return MeetingCancelled, nil
}

// Validate checks the fields; the end lies after the start, in a real zone.
func (m *Meeting) Validate() error {
	var p problems
	p.required("relationship", m.Relationship)
	p.line("title", m.Title, MaxName)
	p.line("place", m.Place, MaxLine)
	p.link("link", m.Link)
	p.long("reason", m.Reason)
	choice(&p, "status", m.Status, MeetingStatuses()...)
	if (m.Status == MeetingMissed) != (m.MissedBy != "") {
		p.add(CodeRequired, "missed_by")
	}
	choice(&p, "missed_by", m.MissedBy, "", RoleMentor, RoleMentee, RoleBoth)
	if m.Useful != 0 {
		p.between("useful", m.Useful, 1, MaxUseful)
	}
	p.reminders("reminder", m.Reminders)
	p.name("uid", m.UID, MaxLine)
	p.span(m.Start, m.End, m.Zone)
	for i, h := range m.Help {
		choice(&p, at("help", i), h, Helps()...)
		if contains(m.Help[:i], h) {
			p.add(CodeDuplicate, at("help", i), "value", clip(string(h)))
		}
	}
	p.instant("closed", m.Closed)
	if !m.Recurrence.IsZero() && !m.Recurrence.Valid() {
		p.add(CodeBadTime, "recurrence", "value", m.Recurrence.String())
	}
	m.Origin.validate(&p)
	m.validateLists(&p)
	return p.err()
}

func (m *Meeting) validateLists(p *problems) {
	p.count("attendance", len(m.Attendance))
	who := make([]ID, len(m.Attendance))
	for i, a := range m.Attendance {
		who[i] = a.Person
		p.required(at("attendance", i)+".person", a.Person)
		p.between(at("attendance", i)+".minutes", a.Minutes, 0, 7*24*60)
	}
	p.unique("attendance", who)
	p.count("unasked", len(m.Unasked))
	p.unique("unasked", m.Unasked)
	p.count("agenda", len(m.Agenda))
	items := make([]ID, len(m.Agenda))
	for i := range m.Agenda {
		items[i] = m.Agenda[i].ID
		p.note(at("agenda", i), m.Agenda[i].validate())
	}
	p.unique("agenda", items)
}

// MaxUseful is the best mark for how useful a meeting was; the worst is 1.
const MaxUseful = 7

// MaxMeeting is the longest span that a meeting may have: a week of retreat.
const MaxMeeting = 7 * 24 * time.Hour

// span checks a start and an end in a zone.
func (p *problems) span(start, end Civil, zone Zone) { p.spanUpTo(start, end, zone, MaxMeeting) }

func (p *problems) spanUpTo(start, end Civil, zone Zone, longest time.Duration) {
	if !start.Valid() {
		p.add(CodeBadTime, "start", "value", start.String())
	}
	if !end.Valid() {
		p.add(CodeBadTime, "end", "value", end.String())
	}
	_, err := zone.Location()
	p.noteField("zone", err)
	if !start.Valid() || !end.Valid() {
		return
	}
	switch n := MinutesBetween(start, end, zone); {
	case n <= 0 && end.Compare(start) > 0 && start.On(zone) != start:
		p.add(CodeSkipped, "start", "value", start.String(), "zone", string(zone))
	case n <= 0:
		p.add(CodeEndNotAfter, "end")
	case n > int(longest/time.Minute) && longest > MaxMeeting:
		p.add(CodeTooLongTime, "end", "max", int(longest/(24*time.Hour)))
	case n > int(longest/time.Minute):
		p.add(CodeBadNumber, "end", "min", 1, "max", int(longest/time.Hour))
	}
}
