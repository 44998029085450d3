package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

func (a *app) people() *cobra.Command {
	c := &cobra.Command{Use: "people COMMAND", Args: cobra.ArbitraryArgs, RunE: needsCommand}
	c.AddCommand(a.importPeople(), a.exportPeople(), a.mergePeople())
	return c
}

func (a *app) importPeople() *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use: "import FILE.vcf|FILE.csv", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			file, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			plan, err := p.People.ReadPeople(c.Context(), filepath.Base(args[0]), file)
			if err != nil {
				return err
			}
			if err := a.printPlan(plan); err != nil || dry {
				return err
			}
			return p.People.Import(c.Context(), plan, nil)
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "")
	return c
}

// printPlan shows what an import does with each person, and each line that it could not take.
func (a *app) printPlan(plan *planner.ImportPlan) error {
	if a.json {
		return a.print(plan)
	}
	w := a.words()
	for _, s := range plan.Steps {
		key, fields := "ctl.person_new", ""
		if s.Match.Person != nil {
			key = "ctl.person_same"
			if len(s.Does) > 0 {
				key, fields = "ctl.person_filled", strings.Join(s.Does, ", ")
			}
		}
		fmt.Fprintln(a.out, w.T(key, "line", s.Entry.Line, "name", s.Entry.Person.Name, "fields", fields))
	}
	if err := a.printRejected(plan.Rejected); err != nil {
		return err
	}
	return a.tell("ctl.import_sum", "source", plan.Source, "new", plan.New, "changed", plan.Changed, "same", plan.Same, "rejected", len(plan.Rejected))
}

func (a *app) exportPeople() *cobra.Command {
	return &cobra.Command{
		Use: "export FILE.vcf|FILE.csv", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			var out bytes.Buffer
			if err := p.People.Export(c.Context(), filepath.Base(args[0]), &out); err != nil {
				return err
			}
			if err := (storage.Files{}).WriteFile(args[0], out.Bytes()); err != nil {
				return err
			}
			return a.tell("ctl.written", "file", args[0])
		},
	}
}

func (a *app) mergePeople() *cobra.Command {
	return &cobra.Command{
		Use: "merge ID ID", Args: exactly(2),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			var ids [2]core.ID
			for i, part := range args {
				if ids[i], err = p.Find(c.Context(), core.KindPerson, part); err != nil {
					return err
				}
			}
			if err := p.People.Merge(c.Context(), ids[0], ids[1]); err != nil {
				return err
			}
			return a.tell("ctl.merged")
		},
	}
}
