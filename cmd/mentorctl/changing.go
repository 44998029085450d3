package main

import (
	"context"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// changePerson changes what stands on somebody's card, the owner's with "me": what a flag says takes the place of what
// was there, and all else stays.
func (a *app) changePerson() *cobra.Command {
	var to profile
	var name string
	c := &cobra.Command{
		Use: "change PERSON-ID|me [--name N] [--email E] [--zone Z] [--language en|ru]", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			edits := to.edits(c, name)
			if len(edits) == 0 {
				return wrong(func(w *locale.Words) string { return w.T("ctl.nothing_to_change") })
			}
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			id, err := personOrMe(c.Context(), a.p, args[0])
			if err != nil {
				return err
			}
			err = p.People.Change(c.Context(), id, func(person *core.Person) error {
				for _, edit := range edits {
					edit(person)
				}
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

// edits gives what the flags that were given change of a person.
func (p *profile) edits(c *cobra.Command, name string) []func(*core.Person) {
	said := p.named(name)
	var out []func(*core.Person)
	for flag, edit := range map[string]func(*core.Person){
		"name":         func(to *core.Person) { to.Name = said.Name },
		"email":        func(to *core.Person) { to.Emails = said.Emails },
		"zone":         func(to *core.Person) { to.Zone = said.Zone },
		"language":     func(to *core.Person) { to.Language = said.Language },
		"organisation": func(to *core.Person) { to.Organisation = said.Organisation },
		"job-title":    func(to *core.Person) { to.JobTitle = said.JobTitle },
		"phone":        func(to *core.Person) { to.Phones = said.Phones },
	} {
		if c.Flags().Changed(flag) {
			out = append(out, edit)
		}
	}
	return out
}

// personOrMe finds a person by a part of an id, or the owner by a word such as "me" or «я».
func personOrMe(ctx context.Context, p *planner.Planner, part string) (core.ID, error) {
	if !core.MeansMe(part) {
		return p.Find(ctx, core.KindPerson, part)
	}
	owner, err := p.Workspace.Owner(ctx)
	if err != nil {
		return core.ID{}, err
	}
	return owner.ID, nil
}
