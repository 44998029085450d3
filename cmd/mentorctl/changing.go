package main

import (
	"context"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// changePerson changes what stands on somebody's card, the owner's with "me": what a flag says takes the place of what
// was there, and all else stays.
func (a *app) changePerson() *cobra.Command {
	var to profile
	var name string
	c := &cobra.Command{
		Use: "change PERSON-ID|me [--name N] [--email E] [--zone Z] [--language en|ru]", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if !anyChanged(c) {
				return wrong(func(w *locale.Words) string { return w.T("ctl.nothing_to_change") })
			}
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			id, err := a.personOrMe(c.Context(), args[0])
			if err != nil {
				return err
			}
			err = p.People.Change(c.Context(), id, func(person *core.Person) error {
				to.apply(c, person, name)
				return nil
			})
			if err != nil {
				return err
			}
			changed, err := p.People.Get(c.Context(), id)
			if err != nil {
				return err
			}
			return a.printOne(c.Context(), changed)
		},
	}
	to.flags(c)
	c.Flags().StringVar(&name, "name", "", "")
	return c
}

// anyChanged tells whether any of a command's own flags was given.
func anyChanged(c *cobra.Command) bool {
	for _, name := range []string{"name", "email", "zone", "language", "organisation", "job-title", "phone"} {
		if c.Flags().Changed(name) {
			return true
		}
	}
	return false
}

// apply writes what the flags say into a person.
func (p *profile) apply(c *cobra.Command, to *core.Person, name string) {
	said := p.named(name)
	for flag, set := range map[string]func(){
		"name":         func() { to.Name = said.Name },
		"email":        func() { to.Emails = said.Emails },
		"zone":         func() { to.Zone = said.Zone },
		"language":     func() { to.Language = said.Language },
		"organisation": func() { to.Organisation = said.Organisation },
		"job-title":    func() { to.JobTitle = said.JobTitle },
		"phone":        func() { to.Phones = said.Phones },
	} {
		if c.Flags().Changed(flag) {
			set()
		}
	}
}

// personOrMe finds a person by a part of an id, or the owner by "me".
func (a *app) personOrMe(ctx context.Context, part string) (core.ID, error) {
	if part != "me" {
		return a.p.Find(ctx, core.KindPerson, part)
	}
	owner, err := a.p.Workspace.Owner(ctx)
	if err != nil {
		return core.ID{}, err
	}
	return owner.ID, nil
}
