package planner

import (
	"context"
	"io"
	"strconv"

	"mentorbook/core"
)

// CalendarFiles takes in what other calendar programs write: whole calendars, invitations, and the answers to
// our own.
type CalendarFiles struct{ e *engine }

// CalendarAs says as what the events of a file are wanted.
type CalendarAs string

// The ways of taking events in.
const (
	CalendarAsBoth     CalendarAs = ""         // meetings where the addresses tell a relationship, else busy time
	CalendarAsMeetings CalendarAs = "meetings" // meetings alone
	CalendarAsBusy     CalendarAs = "busy"     // busy time, whoever takes part
)

// CalendarDoes says what an import would do with an event.
type CalendarDoes string

// What can be done with an event.
const (
	CalendarNew     CalendarDoes = "new"
	CalendarChanged CalendarDoes = "changed"
	CalendarSame    CalendarDoes = "same"
	CalendarRefused CalendarDoes = "refused"
)

// CalendarStep is what an import would do with one event of a file.
type CalendarStep struct {
	Line     int          `json:"line"`
	UID      string       `json:"uid"`
	Title    string       `json:"title"`
	Start    core.Civil   `json:"start"`
	End      core.Civil   `json:"end,omitzero"`   // by the same clock; the day after the last of whole days. Zero of what takes no time
	Rule     string       `json:"rule,omitempty"` // how it recurs (RFC 5545 3.3.10); "": it does not
	Except   []core.Civil `json:"-"`              // what its rule leaves out
	Zone     core.Zone    `json:"zone,omitempty"` // of Start; "": whole days, and times that any clock shows
	Does     CalendarDoes `json:"does"`
	As       core.Kind    `json:"as,omitempty"`       // what it is or becomes
	With     string       `json:"with,omitempty"`     // the relationship's name, of a meeting
	From     string       `json:"from,omitempty"`     // the organizer's address, where that is not the owner's
	Kept     core.Flaw    `json:"kept,omitempty"`     // how it is kept, where that is not as the file has it
	Busy     core.Flaw    `json:"busy,omitempty"`     // why it is busy time with somebody who is met, where Kept says something else
	Err      error        `json:"-"`                  // why it is refused
	Cut      string       `json:"cut,omitempty"`      // the properties of which the end was cut
	Was      *CalendarWas `json:"was,omitempty"`      // when a meeting is planned here so far that it moves; nil: it moves none
	AllDay   bool         `json:"all_day,omitempty"`  // it takes whole days
	Off      bool         `json:"off,omitempty"`      // it is called off, or the owner has declined it
	Declined bool         `json:"declined,omitempty"` // the owner has declined it
	Stranger bool         `json:"stranger,omitempty"` // who invites is in no relationship with the owner, or in several: it is busy time until it is known in which
	Several  bool         `json:"several,omitempty"`  // of a Stranger: they are in several relationships with the owner
	Free     bool         `json:"free,omitempty"`     // it is shown, and takes nobody's time (TRANSP)
	Sender   string       `json:"sender,omitempty"`   // the address of its e-mail, where that is not the organizer's: somebody for them, or in their name
	Alias    string       `json:"alias,omitempty"`    // the organizer's address in the invitation here, where the event has another of the same person
	Invites  string       `json:"invites,omitempty"`  // the address of whom an invitation names where that is nobody by an address of the owner's
	Gone     []core.Date  `json:"gone,omitempty"`     // the days, on the owner's clock, of planned meetings that it takes away
	Says     string       `json:"says,omitempty"`     // an excerpt of what the organizer says to that, where it is off or Keeps
	Lasts    int          `json:"lasts,omitempty"`    // minutes that a meeting is taken to last whose file does not say when it ends
	Keeps    bool         `json:"keeps,omitempty"`    // the organizer keeps the time: the owner's proposal is declined
}

// CalendarWas is when a meeting is planned here before an import moves it.
type CalendarWas struct {
	Start core.Civil `json:"start"`
	Zone  core.Zone  `json:"zone"`
}

// aim is what a step's event meets here. Most events of a large file meet nothing.
type aim struct {
	rel        core.ID
	known      core.Ref
	recurrence core.Civil // the original start, by the clock of what the occurrence belongs to here
	zone       core.Zone  // that clock, where the event is told in UTC; "": as the event has it
	base       core.ID    // the busy time that the occurrence belongs to; zero: none that the file does not have
	part       string     // the UID here of the series that the occurrence is of, where the owner has made that of a part of another's; "": the event's
	renews     bool       // it says anew that what is off is so: an older message does not bring that back
	hears      bool       // it tells of other words, or times, of what the owner has declined, which stays off
	guests     bool       // it says of the owner's own what its guests know of it and have said, and nothing else that is new
	days       bool       // it is whole days now
	beside     core.Ref   // the whole days that are here beside what is off, or left out of its series, since it became them
	hidden     bool       // it is an occurrence of busy time that is off by a newer version, and is off with that
	lasts      int        // minutes that it is taken to last, as it does not say when it ends
	asks       bool       // it asks to come to what is here as a calendar had it, and says nothing else that is new
	told       bool       // it changes nothing, and a message about all of its series tells of it: see hearBeside
	published  bool       // a calendar for others to look at has what the owner was invited to: see complete
}

// eventStep is a step in the making.
type eventStep struct {
	CalendarStep
	aim
}

// acts tells whether the step changes something.
func (s *eventStep) acts() bool { return s.Does == CalendarNew || s.Does == CalendarChanged }

// CalendarPlan is what an import of a calendar would do, before it does anything.
type CalendarPlan struct {
	Name     string // what the calendar calls itself, else the file's name
	Steps    []CalendarStep
	Replies  []ReplyStep    // answers to our invitations
	Findings []core.Finding // what could not be read
	Others   int            // tasks and the like, which are no events
	Whose    string         // the name of the person whose days off the file is taken for; "": it is a calendar of the owner's, or a message to them
	New      int
	Changed  int
	Same     int
	Refused  int
	Unknown  []UnknownHost  // who invites, and is in no relationship with the owner, or in several
	Known    []Acquaintance // who they may be, those whom the owner meets first; none where nobody is unknown

	batch  *core.CalendarBatch
	aims   []*aim                     // of the steps; nil for one that meets nothing, or does nothing
	people map[core.ID][]*core.Person // beside the owner, of the relationships
	as     CalendarAs
	hosts  map[string]Host // who invites, by address, as the way of reading says
	met    []introduction  // of those
	away   core.ID         // whose days off they are; zero: the file is the owner's calendar, or a message to them
}

// What a calendar of 100,000 events takes, in octets: to be read, of which the file is the third part; and to be
// written, when it has been read.
const (
	roomToRead  = 140 << 20
	roomToWrite = 24 << 20
)

// Lean keeps memory down from before a large file is read until what it gives is called: also while the plan is shown
// to somebody.
func (s CalendarFiles) Lean() (end func()) { return s.e.lean(roomToRead) }

// CalendarWay says how a calendar file is read.
type CalendarWay struct {
	As    CalendarAs           // as what its events are wanted
	Away  core.ID              // whose days off it is, the owner's or another's; zero: a calendar of the owner's
	Zones map[string]core.Zone // which zones are meant by names that nobody knows: see UnknownZones
	Hosts map[string]Host      // who it is that invites, by the address that nobody here has: see CalendarPlan.Unknown
}

// Read reads a calendar file, or an e-mail that carries one, and plans its import.
func (s CalendarFiles) Read(ctx context.Context, name string, in io.Reader, as CalendarAs) (*CalendarPlan, error) {
	return s.ReadIn(ctx, name, in, CalendarWay{As: as})
}

// ReadAway reads a calendar file as the holidays and days off of one person, the owner or another, and plans its
// import: all that is in it becomes times at which that person can't meet. Whole days take their time even where the
// file says that they don't, as files of holidays do.
func (s CalendarFiles) ReadAway(ctx context.Context, name string, in io.Reader, person core.ID) (*CalendarPlan, error) {
	return s.ReadIn(ctx, name, in, CalendarWay{Away: person})
}

// ReadIn reads a calendar file in one of the ways, and plans its import.
func (s CalendarFiles) ReadIn(ctx context.Context, name string, in io.Reader, way CalendarWay) (*CalendarPlan, error) {
	if s.e.Calendars == nil {
		return nil, core.Fail(core.CodeInternal, "reason", "nobody wired to read calendars")
	}
	switch way.As {
	case CalendarAsBoth, CalendarAsMeetings, CalendarAsBusy:
	default:
		return nil, core.FailField(core.CodeBadChoice, "as", "value", core.Excerpt(string(way.As)))
	}
	for _, zone := range way.Zones {
		if _, err := zone.Location(); err != nil {
			return nil, err
		}
	}
	near, err := s.near(ctx, way.Away)
	if err != nil {
		return nil, err
	}
	defer s.e.lean(roomToRead)()
	plan, err := s.read(ctx, name, in, way.Zones, near)
	if err != nil {
		return nil, err
	}
	if plan.as, plan.away = way.As, way.Away; !plan.away.IsZero() {
		plan.as = CalendarAsBusy
	}
	plan.hosts = way.Hosts
	return view(ctx, s.e, func(r Reader) (*CalendarPlan, error) {
		if err := s.takeFree(r, plan); err != nil {
			return nil, err
		}
		if plan.away.IsZero() {
			if err := s.planReplies(r, plan); err != nil {
				return nil, err
			}
		} else if who, err := load[core.Person](r, plan.away); err != nil {
			return nil, err
		} else {
			plan.Whose = who.Name
		}
		return plan, s.plan(ctx, r, plan)
	})
}

// UnknownZones gives the names of zones that nobody knows and that kept events from being read, each once.
func (p *CalendarPlan) UnknownZones() []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range p.Findings {
		if f.Flaw == core.FlawBadZone && !seen[f.Value] {
			seen[f.Value] = true
			out = append(out, f.Value)
		}
	}
	return out
}

func (s CalendarFiles) read(ctx context.Context, name string, in io.Reader, zones map[string]core.Zone, near []core.Zone) (*CalendarPlan, error) {
	batch, err := s.e.Calendars.Read(ctx, name, in, zones, near...)
	if err != nil {
		return nil, err
	}
	now := s.e.nowUTC()
	events := batch.Events
	batch.Events = func(yield func(*core.CalendarEvent) bool) {
		for ev := range events {
			if ev.Stamp = believed(ev.Stamp, now); !yield(ev) {
				return
			}
		}
	}
	plan := &CalendarPlan{Name: calendarName(batch, name), Findings: batch.Findings, Others: batch.Others, batch: batch}
	for _, f := range batch.Findings {
		switch n, err := strconv.Atoi(f.Value); {
		case (f.Flaw == core.FlawMoreLost || f.Flaw == core.FlawMoreCalendars) && err == nil:
			plan.Refused += n
		case f.Lost:
			plan.Refused++
		}
	}
	return plan, nil
}

// First gives the day, on the clock of a zone, of the first that the plan takes in: a meeting before all else, and of those
// one that is not before a day; the zero day where it takes in nothing.
func (p *CalendarPlan) First(home core.Zone, from core.Date) core.Date {
	best, rank := core.Date{}, 0
	for _, s := range p.Steps {
		if s.Does != CalendarNew && s.Does != CalendarChanged || !s.Start.Valid() || s.Off && s.As == core.KindBusy {
			continue
		}
		day, r := s.Start.Date, 1
		if !s.AllDay {
			day = s.Start.OnClock(s.Zone, home).Date
		}
		if s.As != core.KindBusy {
			r += 2
		}
		if !day.Before(from) {
			r++
		}
		if r > rank || r == rank && day.Before(best) {
			best, rank = day, r
		}
	}
	return best
}

// Away tells whose days off the file is taken for; zero for nobody's.
func (p *CalendarPlan) Away() core.ID { return p.away }

// calendarName gives what the busy times of a file stand under.
func calendarName(b *core.CalendarBatch, file string) string {
	name := core.CleanLine(b.Name)
	if name == "" {
		name = core.CleanLine(file)
	}
	if r := []rune(name); len(r) > core.MaxName {
		name = string(r[:core.MaxName])
	}
	if name == "" {
		name = "calendar"
	}
	return name
}

func (s CalendarFiles) plan(ctx context.Context, r Reader, plan *CalendarPlan) error {
	if plan.batch.Count == 0 {
		return nil
	}
	t, err := s.e.newIntake(r, plan)
	if err != nil {
		return err
	}
	plan.Steps, plan.aims = make([]CalendarStep, 0, plan.batch.Count), make([]*aim, 0, plan.batch.Count)
	n := 0
	for ev := range plan.batch.Events {
		if n++; n%1000 == 0 && ctx.Err() != nil {
			return core.Wrap(core.CodeCancelled, ctx.Err())
		}
		step, err := t.step(ev)
		if err != nil {
			return err
		}
		step.told = t.tellsBeside(&step, ev)
		if plan.add(&step); step.Stranger || step.unrelated() && t.fromStranger(ev) {
			t.ask(ev)
		}
		plan.count(step.Does)
	}
	return t.acquaint()
}

// count adds to the sums what a step does, of an event or of an answer.
func (p *CalendarPlan) count(does CalendarDoes) {
	switch does {
	case CalendarNew:
		p.New++
	case CalendarChanged:
		p.Changed++
	case CalendarSame:
		p.Same++
	case CalendarRefused:
		p.Refused++
	}
}

// add keeps a step.
func (p *CalendarPlan) add(s *eventStep) {
	p.Steps = append(p.Steps, s.CalendarStep)
	var meets *aim
	if (s.acts() || s.told) && s.aim != (aim{}) {
		meets = &aim{}
		*meets = s.aim
	}
	p.aims = append(p.aims, meets)
}

// With gives the people beside the owner whom a meeting or series is with that a step is about; nobody for busy time.
func (p *CalendarPlan) With(i int) []*core.Person {
	if i >= len(p.aims) || p.aims[i] == nil {
		return nil
	}
	return p.people[p.aims[i].rel]
}

// step gives one step as it was made.
func (p *CalendarPlan) step(i int) eventStep {
	s := eventStep{CalendarStep: p.Steps[i]}
	if p.aims[i] != nil {
		s.aim = *p.aims[i]
	}
	return s
}
