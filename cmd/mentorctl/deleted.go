package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// deletedJSON is a deletion that can be brought back.
type deletedJSON struct {
	ID    core.ID           `json:"id"`
	Step  string            `json:"step"`
	Title string            `json:"title"`
	At    time.Time         `json:"at"`
	Took  map[core.Kind]int `json:"took"`
}

// deleted lists what was deleted of late, or brings one thing of it back.
func (a *app) deleted() *cobra.Command {
	return &cobra.Command{
		Use: "deleted [ID]", Args: between(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			open := a.read
			if len(args) > 0 {
				open = a.open
			}
			p, err := open(c.Context())
			if err != nil {
				return err
			}
			all, err := p.History.Deleted(c.Context())
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return a.printDeleted(c, all)
			}
			set, err := deletionOf(all, args[0])
			if err != nil {
				return err
			}
			step, err := p.History.BringBack(c.Context(), set)
			if err != nil {
				return err
			}
			title := a.words().Title(string(step.Title), step.Args)
			return a.done(stepJSON{Step: string(step.Title), Title: title}, "ctl.brought_back", "title", title)
		},
	}
}

func (a *app) printDeleted(c *cobra.Command, all []planner.Deleted) error {
	w := a.words()
	owner, err := a.p.Workspace.Owner(c.Context())
	if err != nil {
		return err
	}
	home, out := planner.Home(owner), []deletedJSON{}
	t := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', 0)
	for _, d := range all {
		title := w.Title(string(d.Step.Title), d.Step.Args)
		out = append(out, deletedJSON{d.Set, string(d.Step.Title), title, d.At, d.Took})
		if !a.json {
			at := core.CivilOf(d.At.In(home))
			fmt.Fprintf(t, "%s\t%s %s\t%s\n", d.Set, at.Date, w.Clock(at), title)
		}
	}
	if a.json {
		return a.print(out)
	}
	return t.Flush()
}

// deletionOf finds a deletion by a part of its id that no other has.
func deletionOf(all []planner.Deleted, part string) (set core.ID, err error) {
	n := 0
	for _, d := range all {
		if core.MatchID(d.Set, part) {
			set = d.Set
			n++
		}
	}
	switch n {
	case 0:
		return set, core.Fail(core.CodeNotFound, "kind", "journal", "id", core.CleanLine(part))
	case 1:
		return set, nil
	}
	return set, core.Fail(core.CodeAmbiguous, "id", core.CleanLine(part), "n", n)
}
