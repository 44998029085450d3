package people

import (
	"slices"

	"mentorbook/core"
)

// Typed is what stands in the fields of a person's form, as far as fields can be read.
type Typed struct {
	Name, Given, Middle, Family, Address string
	Pronoun                              core.Pronoun
	Emails, Phones, Links                []string
	Zone                                 core.Zone
	Language                             core.Language
	Organisation, JobTitle, Origin       string
	QuietFrom, QuietTo                   int // minutes after midnight; -1: none
	Birthday                             core.Date
	Consent                              core.Consent
}

// More tells whether anything is told of somebody that is asked of few.
func (t Typed) More() bool {
	words := t.Given + t.Middle + t.Family + t.Address + string(t.Pronoun) + t.Origin
	return words != "" || len(t.Phones)+len(t.Links) > 0 || t.QuietFrom >= 0 || t.QuietTo >= 0 || !t.Birthday.IsZero() || t.Consent.Given
}

// Apply puts what was typed into a person, and says what is wrong with it.
func (t Typed) Apply(p *core.Person) error {
	line := core.CleanLine
	p.Name, p.GivenName, p.MiddleName, p.FamilyName = line(t.Name), line(t.Given), line(t.Middle), line(t.Family)
	p.Address, p.Pronoun = line(t.Address), t.Pronoun
	p.Emails, p.Phones, p.Links = slices.Clone(t.Emails), slices.Clone(t.Phones), slices.Clone(t.Links)
	p.Zone, p.Language = t.Zone, t.Language
	p.Organisation, p.JobTitle, p.Origin = line(t.Organisation), line(t.JobTitle), line(t.Origin)
	p.Birthday = t.Birthday
	p.Consent = core.Consent{}
	if t.Consent.Given {
		p.Consent = core.Consent{Given: true, On: t.Consent.On, Words: line(t.Consent.Words)}
	}
	p.Quiet = core.Hours{}
	switch {
	case t.QuietFrom < 0 && t.QuietTo < 0:
	case t.QuietFrom < 0:
		return core.FailField(core.CodeRequired, "quiet.from")
	case t.QuietTo < 0:
		return core.FailField(core.CodeRequired, "quiet.to")
	default:
		p.Quiet = core.Hours{From: t.QuietFrom, To: t.QuietTo}
	}
	return p.Validate()
}
