package relationship

import (
	"errors"
	"strconv"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Part is one participant as typed: somebody known, or the name of somebody new.
type Part struct {
	Person core.ID
	Fresh  string // a name; "" for somebody known
	Role   core.Role
	Scope  string
	Until  core.Date // their last day in it; zero while they stay
}

// Input is what stands in the fields of a relationship's form.
type Input struct {
	Name           string
	Format         core.Format
	Duration       core.Duration
	Specialisation core.Specialisation
	Parts          []Part
	Cadence        string // days; "" takes the duration's
	Since          core.Date
	Status         core.Status
	Purpose        string
}

// NewInput shows a relationship in the form.
func NewInput(r *core.Relationship) Input {
	in := Input{
		Name: r.Name, Format: r.Format, Duration: r.Duration, Specialisation: r.Specialisation, Since: r.Since, Status: r.Status, Purpose: r.Purpose,
	}
	for _, p := range r.Participants {
		in.Parts = append(in.Parts, Part{Person: p.Person, Role: p.Role, Scope: p.Scope, Until: p.Until})
	}
	if r.Cadence > 0 {
		in.Cadence = strconv.Itoa(r.Cadence)
	}
	return in
}

// Start is the form of a new relationship: the owner on their usual side, and somebody on the other.
func Start(owner core.ID, side core.Role, other core.ID, today core.Date) Input {
	if side != core.RoleMentee {
		side = core.RoleMentor
	}
	return Input{
		Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecProfessional, Status: core.StatusActive, Since: today,
		Parts: []Part{{Person: owner, Role: side}, {Person: other, Role: Opposite(side)}},
	}
}

// Opposite gives the side across.
func Opposite(r core.Role) core.Role {
	switch r {
	case core.RoleMentor:
		return core.RoleMentee
	case core.RoleMentee:
		return core.RoleMentor
	}
	return core.RoleBoth
}

// Write puts what was typed into a relationship and gives who is new in it, by their place among the
// participants. What is wrong comes as core names it.
func (in Input) Write(r *core.Relationship) (fresh map[int]core.Person, err error) {
	var wrong []error
	was := r.Participants
	r.Name, r.Format, r.Duration, r.Specialisation = core.CleanLine(in.Name), in.Format, in.Duration, in.Specialisation
	r.Since, r.Purpose, r.Cadence = in.Since, strings.TrimSpace(in.Purpose), 0
	if r.Status != core.StatusEnded {
		r.Status = in.Status
	}
	if text := strings.TrimSpace(in.Cadence); text != "" {
		n, err := core.ReadWhole("cadence", text, 1, core.MaxCadence)
		if err != nil {
			wrong = append(wrong, err)
		}
		r.Cadence = n
	}
	r.Participants = nil
	fresh = map[int]core.Person{}
	for i, part := range in.Parts {
		p := core.Participant{Person: part.Person}
		for _, old := range was {
			if old.Person == part.Person {
				p = old
			}
		}
		p.Role, p.Scope, p.Until = part.Role, core.CleanLine(part.Scope), part.Until
		if name := core.CleanLine(part.Fresh); name != "" && part.Person.IsZero() {
			fresh[i] = core.Person{Name: name}
			p.Person = core.ID{0: 0xff, 15: byte(i)} // stands for the one to come, so that the rules can be asked
		}
		r.Participants = append(r.Participants, p)
	}
	wrong = append(wrong, checked(*r))
	for i := range fresh {
		r.Participants[i].Person = core.ID{}
	}
	return fresh, errors.Join(wrong...)
}

// Leaves tells whether a participant can be given a last day: who has one, and whoever is in a group already. Of two nobody
// leaves; their relationship ends.
func Leaves(r *core.Relationship, person core.ID) bool {
	part, ok := r.Participant(person)
	return ok && (len(r.Participants) > 2 || !part.Until.IsZero())
}

// Early says what is wrong with a last day that lies before somebody came: into the relationship, or with it as it begins
// on a day; "" for nothing.
func Early(w *locale.Words, r *core.Relationship, person core.ID, since, until core.Date) string {
	came := since
	if part, ok := r.Participant(person); ok && !part.Since.IsZero() {
		came = part.Since
	}
	if came.IsZero() || !until.Before(came) {
		return ""
	}
	return w.T("rel.form_until_early", "date", w.Date(came))
}

// checked asks core's rules about a relationship whose phase and beginning come with the first step.
func checked(r core.Relationship) error {
	if r.Phase == "" {
		r.Phase = core.PhaseInitiation
	}
	return r.Validate()
}

// About says in one line what a choice means; "" where there is nothing to say.
func About(w *locale.Words, choice any) string {
	switch v := choice.(type) {
	case core.Format:
		return w.T("format_about." + string(v))
	case core.Duration:
		return w.T("duration_about." + string(v))
	case core.Status:
		return w.T("status_about." + string(v))
	case core.Specialisation:
		return w.T("specialisation_about." + string(v))
	}
	return ""
}
