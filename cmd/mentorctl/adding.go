package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// profile is what the flags say of a person.
type profile struct {
	person core.Person
	lang   string
	zone   string
}

func (p *profile) flags(c *cobra.Command) {
	c.Flags().StringArrayVar(&p.person.Emails, "email", nil, "")
	c.Flags().StringVar(&p.zone, "zone", "", "")
	c.Flags().StringVar(&p.lang, "language", "", "")
	c.Flags().StringVar(&p.person.Organisation, "organisation", "", "")
	c.Flags().StringVar(&p.person.JobTitle, "job-title", "", "")
	c.Flags().StringArrayVar(&p.person.Phones, "phone", nil, "")
}

// named gives the person under a name.
func (p *profile) named(name string) core.Person {
	out := p.person
	out.Name, out.Zone, out.Language = strings.TrimSpace(name), core.Zone(p.zone), core.Language(p.lang)
	return out
}

// begin makes a new workspace that holds its owner and nothing else.
func (a *app) begin() *cobra.Command {
	var owner profile
	var as string
	c := &cobra.Command{
		Use: "new NAME [--as mentor|mentee] [--email E] [--zone Z]", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf(as, []string{string(core.RoleMentor), string(core.RoleMentee)}); err != nil {
				return err
			}
			start := planner.Start{Owner: owner.named(args[0]), Side: core.Role(as), Language: a.words().Language()}
			if start.Owner.Zone == "" {
				start.Owner.Zone = wire.SystemZone()
			}
			err := a.create(c.Context(), func(p *planner.Planner) error {
				_, err := p.Workspace.Start(c.Context(), start)
				return err
			})
			if err != nil {
				return err
			}
			if len(start.Owner.Emails) == 0 {
				a.remark(a.words().T("ctl.no_own_email"))
			}
			return a.done(fileJSON{a.workspace}, "ctl.made", "file", a.workspace, "name", start.Owner.Name)
		},
	}
	owner.flags(c)
	c.Flags().StringVar(&as, "as", string(core.RoleMentor), "")
	return c
}

func (a *app) addPerson() *cobra.Command {
	var new profile
	c := &cobra.Command{
		Use: "add NAME [--email E] [--zone Z] [--language en|ru]", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			made, err := p.People.Add(c.Context(), new.named(args[0]))
			if err != nil {
				return err
			}
			if err := a.printOne(c.Context(), made); err != nil {
				return err
			}
			return a.remarkSame(c.Context(), made)
		},
	}
	new.flags(c)
	return c
}

// remarkSame names others who have an address of somebody new, as answers and imports go by addresses, or their name.
func (a *app) remarkSame(ctx context.Context, made *core.Person) error {
	all, err := a.p.People.All(ctx)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(p *core.Person) bool { return p.ID == made.ID })
	if match := core.NewMatcher(all).Find(made); match.Kind == core.MatchEmail {
		names := []string{match.Person.Name}
		for _, other := range match.Others {
			names = append(names, other.Name)
		}
		a.remark(a.words().T("ctl.same_address", "names", a.words().List(names)))
		return nil
	}
	called := slices.DeleteFunc(all, func(p *core.Person) bool { return core.NameKey(p.Name) != core.NameKey(made.Name) })
	if len(called) > 0 {
		a.remark(a.words().T("ctl.same_name", "count", len(called), "name", called[0].Name))
	}
	return nil
}

func (a *app) relationships() *cobra.Command {
	c := &cobra.Command{Use: "relationships COMMAND", Args: cobra.ArbitraryArgs, RunE: needsCommand}
	c.AddCommand(a.addRelationship())
	return c
}

// addRelationship begins a relationship of the owner's with one person or several.
func (a *app) addRelationship() *cobra.Command {
	var as, since string
	r := core.Relationship{Duration: core.DurationOngoing, Specialisation: core.SpecProfessional}
	c := &cobra.Command{
		Use: "add PERSON-ID... --as mentor|mentee|both", Args: between(1, 200),
		RunE: func(c *cobra.Command, args []string) error {
			if as == "" {
				return wrong(func(w *locale.Words) string { return w.T("ctl.side") })
			}
			if err := oneOf(as, []string{string(core.RoleMentor), string(core.RoleMentee), string(core.RoleBoth)}); err != nil {
				return err
			}
			p, err := dated(c.Context(), a.open, func() (err error) {
				r.Since, err = a.date(c.Context(), "since", since)
				return err
			})
			if err != nil {
				return err
			}
			owner, err := p.Workspace.Owner(c.Context())
			if err != nil {
				return err
			}
			r.Participants = []core.Participant{{Person: owner.ID, Role: core.Role(as)}}
			for _, part := range args {
				id, err := p.Find(c.Context(), core.KindPerson, part)
				if err != nil {
					return err
				}
				r.Participants = append(r.Participants, core.Participant{Person: id, Role: otherSide(core.Role(as))})
			}
			if r.Format == "" {
				r.Format = usualFormat(core.Role(as), len(args))
			}
			made, err := p.Relationships.Add(c.Context(), r)
			if err != nil {
				return err
			}
			return a.printOne(c.Context(), made)
		},
	}
	c.Flags().StringVar(&as, "as", "", "")
	c.Flags().StringVar((*string)(&r.Format), "format", "", "")
	c.Flags().StringVar((*string)(&r.Duration), "duration", string(r.Duration), "")
	c.Flags().StringVar((*string)(&r.Specialisation), "specialisation", string(r.Specialisation), "")
	c.Flags().StringVar(&r.Name, "name", "", "")
	c.Flags().StringVar(&since, "since", "", "")
	c.Flags().IntVar(&r.Cadence, "cadence", 0, "")
	c.Flags().StringVar(&r.Purpose, "purpose", "", "")
	return c
}

// otherSide gives the role of those whom somebody meets.
func otherSide(role core.Role) core.Role {
	switch role {
	case core.RoleMentor:
		return core.RoleMentee
	case core.RoleMentee:
		return core.RoleMentor
	}
	return role
}

// usualFormat gives the format that so many others make, unless one is said: where each side teaches the other, it is
// mentoring in reverse.
func usualFormat(as core.Role, others int) core.Format {
	switch {
	case as == core.RoleBoth:
		return core.FormatReverse
	case others == 1:
		return core.FormatIndividual
	case as == core.RoleMentor:
		return core.FormatGroup
	}
	return core.FormatCollective
}
