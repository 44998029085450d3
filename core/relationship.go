package core

import "strings"

// Relationship is who mentors whom, in what format, for how long and about what.
type Relationship struct {
	Head
	Name           string         `json:"name,omitempty"` // "" shows the other side's names
	Format         Format         `json:"format"`
	Duration       Duration       `json:"duration"`
	Specialisation Specialisation `json:"specialisation"`
	Participants   []Participant  `json:"participants"`
	Phase          Phase          `json:"phase"`
	Phases         []PhaseChange  `json:"phases,omitempty"`  // oldest first; the last is Phase
	Cadence        int            `json:"cadence,omitempty"` // agreed days between meetings; 0 takes the duration's
	Status         Status         `json:"status"`
	Since          Date           `json:"since,omitzero"`
	Paused         Date           `json:"paused,omitzero"` // since when it is; zero also where nobody knows
	Ended          Date           `json:"ended,omitzero"`
	EndReason      string         `json:"end_reason,omitempty"`
	Purpose        string         `json:"purpose,omitempty"`
}

// Participant is one person's part in a relationship.
type Participant struct {
	Person ID     `json:"person"`
	Role   Role   `json:"role"`
	Scope  string `json:"scope,omitempty"` // what this side covers: "leadership", "Go"
	Since  Date   `json:"since,omitzero"`
	Until  Date   `json:"until,omitzero"` // zero: still in it
}

// LeftBefore tells whether their last day in it lies before a day.
func (p Participant) LeftBefore(day Date) bool { return !p.Until.IsZero() && p.Until.Before(day) }

// Role is the side that somebody takes.
type Role string

// The roles. RoleBoth is for relationships in which each side teaches the other.
const (
	RoleMentor Role = "mentor"
	RoleMentee Role = "mentee"
	RoleBoth   Role = "both"
)

// Mentors tells whether the role gives mentoring.
func (r Role) Mentors() bool { return r == RoleMentor || r == RoleBoth }

// Learns tells whether the role receives mentoring.
func (r Role) Learns() bool { return r == RoleMentee || r == RoleBoth }

// Specialisation is what the mentoring is about.
type Specialisation string

// The specialisations.
const (
	SpecProfessional Specialisation = "professional"
	SpecCareer       Specialisation = "career"
	SpecSkill        Specialisation = "skill"
	SpecStrategic    Specialisation = "strategic"
	SpecLeadership   Specialisation = "leadership"
)

// Specialisations lists them in the order in which they are offered.
func Specialisations() []Specialisation {
	return []Specialisation{SpecProfessional, SpecCareer, SpecSkill, SpecStrategic, SpecLeadership}
}

// Phase is where a relationship stands on its way.
type Phase string

// The four phases, in order.
const (
	PhaseInitiation   Phase = "initiation"
	PhaseCultivation  Phase = "cultivation"
	PhaseSeparation   Phase = "separation"
	PhaseRedefinition Phase = "redefinition"
)

// Phases lists the phases in their order.
func Phases() []Phase {
	return []Phase{PhaseInitiation, PhaseCultivation, PhaseSeparation, PhaseRedefinition}
}

// PhaseChange is the day on which a phase began.
type PhaseChange struct {
	Phase Phase `json:"phase"`
	Since Date  `json:"since"`
}

// Status says whether a relationship is being looked for, lived, paused or over.
type Status string

// The statuses.
const (
	StatusProposed Status = "proposed" // asked for, or being looked for; nothing agreed
	StatusActive   Status = "active"
	StatusPaused   Status = "paused"
	StatusEnded    Status = "ended"
)

// Statuses lists them in order.
func Statuses() []Status { return []Status{StatusProposed, StatusActive, StatusPaused, StatusEnded} }

// Kind is KindRelationship.
func (*Relationship) Kind() Kind { return KindRelationship }

// Participant gives the person's part; false for somebody who has none.
func (r *Relationship) Participant(person ID) (Participant, bool) {
	for _, p := range r.Participants {
		if p.Person == person {
			return p, true
		}
	}
	return Participant{}, false
}

// Has tells whether the person takes part, or did.
func (r *Relationship) Has(person ID) bool {
	_, ok := r.Participant(person)
	return ok
}

// Mentors lists who gives mentoring, in the order of the participants.
func (r *Relationship) Mentors() []ID { return r.who(Role.Mentors) }

// Mentees lists who receives mentoring, in the order of the participants.
func (r *Relationship) Mentees() []ID { return r.who(Role.Learns) }

// SamePeople tells whether the same people take part in another relationship, or did, whatever their roles.
func (r *Relationship) SamePeople(other *Relationship) bool {
	if len(r.Participants) != len(other.Participants) {
		return false
	}
	for _, p := range r.Participants {
		if !other.Has(p.Person) {
			return false
		}
	}
	return true
}

// Others lists all participants but the person.
func (r *Relationship) Others(person ID) []ID {
	var out []ID
	for _, p := range r.Participants {
		if p.Person != person {
			out = append(out, p.Person)
		}
	}
	return out
}

func (r *Relationship) who(is func(Role) bool) []ID {
	var out []ID
	for _, p := range r.Participants {
		if is(p.Role) {
			out = append(out, p.Person)
		}
	}
	return out
}

// Bare gives a name of the relationship, as it is listed, without what tells it apart there.
func (r *Relationship) Bare(listed string) string {
	if r.Name != "" {
		return r.Name
	}
	name, _, _ := strings.Cut(listed, ApartBy)
	return name
}

// Live tells whether the relationship is being lived: neither proposed nor over.
func (r *Relationship) Live() bool { return r.Status == StatusActive || r.Status == StatusPaused }

// MoveTo enters a phase on a day and writes it into the history. Entering the phase that it is in does nothing.
func (r *Relationship) MoveTo(phase Phase, on Date) {
	if r.Phase == phase && len(r.Phases) > 0 {
		return
	}
	r.Phase = phase
	r.Phases = append(r.Phases, PhaseChange{phase, on})
}

// MaxCadence is the most days that may lie between two meetings.
const MaxCadence = 366

// Validate checks the fields, that nobody takes part twice, and that the roles fit the format.
func (r *Relationship) Validate() error {
	var p problems
	p.line("name", r.Name, MaxName)
	choice(&p, "format", r.Format, Formats()...)
	choice(&p, "duration", r.Duration, Durations()...)
	choice(&p, "specialisation", r.Specialisation, Specialisations()...)
	choice(&p, "phase", r.Phase, Phases()...)
	choice(&p, "status", r.Status, Statuses()...)
	p.between("cadence", r.Cadence, 0, MaxCadence)
	p.date("since", r.Since)
	p.date("paused", r.Paused)
	p.date("ended", r.Ended)
	p.notBefore("ended", r.Ended, r.Since)
	if (r.Status == StatusEnded) == r.Ended.IsZero() {
		p.add(CodeRequired, "ended")
	}
	p.long("end_reason", r.EndReason)
	p.long("purpose", r.Purpose)
	r.validatePhases(&p)
	r.validateParticipants(&p)
	return p.err()
}

func (r *Relationship) validatePhases(p *problems) {
	p.count("phases", len(r.Phases))
	for i, c := range r.Phases {
		choice(p, at("phases", i)+".phase", c.Phase, Phases()...)
		if !c.Since.Valid() {
			p.add(CodeBadDate, at("phases", i)+".since", "value", c.Since.String())
		}
		if i > 0 {
			p.notBefore(at("phases", i)+".since", c.Since, r.Phases[i-1].Since)
		}
	}
	if n := len(r.Phases); n > 0 && r.Phases[n-1].Phase != r.Phase {
		p.add(CodeConflict, "phase", "kind", string(KindRelationship))
	}
}

func (r *Relationship) validateParticipants(p *problems) {
	p.count("participants", len(r.Participants))
	ids := make([]ID, len(r.Participants))
	for i, part := range r.Participants {
		ids[i] = part.Person
		p.required(at("participants", i)+".person", part.Person)
		choice(p, at("participants", i)+".role", part.Role, RoleMentor, RoleMentee, RoleBoth)
		p.line(at("participants", i)+".scope", part.Scope, MaxLine)
		p.date(at("participants", i)+".since", part.Since)
		p.date(at("participants", i)+".until", part.Until)
		p.notBefore(at("participants", i)+".until", part.Until, part.Since)
	}
	p.unique("participants", ids)
	// A search has no mentor yet; every other relationship has the sides that its format asks for.
	rules := r.Format.Rules()
	if r.Status != StatusProposed && !(rules.Fit(len(r.Mentors()), len(r.Mentees())) && rules.Enough(len(r.Participants))) {
		p.add(CodeRoles, "participants", "format", string(r.Format))
	}
	if r.Status == StatusProposed && len(r.Participants) == 0 {
		p.add(CodeRequired, "participants")
	}
}
