package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func (a *app) people() *cobra.Command {
	c := &cobra.Command{Use: "people COMMAND", Args: cobra.ArbitraryArgs, RunE: needsCommand}
	c.AddCommand(a.importPeople(), a.exportPeople(), a.addPerson(), a.changePerson(), a.mergePeople())
	return c
}

func (a *app) importPeople() *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use: "import FILE.vcf|FILE.csv", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			file, err := openFile(c.Context(), args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			p, err := a.openFor(c.Context(), dry)
			if err != nil {
				return err
			}
			plan, err := p.People.ReadPeople(c.Context(), filepath.Base(args[0]), file)
			if err != nil {
				return err
			}
			if !dry { // before anything is said of it: what could not be done is not told as done
				told := a.progress()
				err := p.People.Import(c.Context(), plan, told.done)
				if told.end(); err != nil {
					return err
				}
			}
			if err := a.printPlan(plan); err != nil {
				return err
			}
			return nothingTaken(args[0], len(plan.Steps), plan.Rejected)
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "")
	return c
}

// printPlan shows what an import does with each person, and each line that it could not take.
func (a *app) printPlan(plan *planner.ImportPlan) error {
	if a.json {
		return a.print(peopleJSON{a.contactRows(plan.Steps), a.refusals(plan.Rejected)})
	}
	w := a.words()
	for _, s := range plan.Steps {
		key, detail := "ctl.person_new", ""
		switch {
		case s.Match.Unlike:
			key, detail = "ctl.person_unlike", fitting(s.Match)
		case s.Open():
			key, detail = "ctl.person_open", fitting(s.Match)
		case s.Match.Person != nil && len(adds(s)) > 0:
			key, detail = "ctl.person_filled", fieldWords(w, adds(s))
		case s.Match.Person != nil:
			key = "ctl.person_same"
		}
		if err := a.printStep(w.T(key, "line", s.Entry.Line, "name", s.Entry.Person.Name, "fields", detail), s); err != nil {
			return err
		}
	}
	if err := a.printRejected(plan.Rejected); err != nil {
		return err
	}
	return a.tell("ctl.import_sum", "source", plan.Source, "new", plan.New, "changed", plan.Changed, "same", plan.Same, "rejected", len(plan.Rejected)+plan.Open)
}

// printStep shows a step's line, with what it does not take: values of fields in which a person who is known has
// another one, which stays, and what the file says that no field holds.
func (a *app) printStep(line string, s planner.ImportStep) error {
	if a.json {
		return nil
	}
	w := a.words()
	var keeps []string
	for _, v := range s.Keeps {
		keeps = append(keeps, w.T("ctl.kept_value", "field", w.Field(v.Field), "value", core.Excerpt(w.FieldValue(v))))
	}
	if len(keeps) > 0 {
		line += "; " + w.T("people.import_keeps", "fields", strings.Join(keeps, ", "))
	}
	if like := s.Match.Namesake; like != nil {
		line += "; " + w.T("people.import_namesake", "name", fitting(core.Match{Person: like}))
	}
	if s.Entry.Unnamed {
		line += "; " + w.T("people.import_unnamed")
	}
	if len(s.Entry.Dropped) > 0 {
		line += "; " + w.T("people.import_drops", "fields", strings.Join(s.Entry.Dropped, ", "))
	}
	if len(s.Entry.Remarks) > 0 && s.Entry.Notes != "" {
		line += "; " + w.T("people.import_remarks", "fields", strings.Join(s.Entry.Remarks, ", "))
	}
	if len(s.Entry.Unfit) > 0 {
		line += "; " + w.T("people.import_unfit", "reasons", w.Error(errors.Join(s.Entry.Unfit...)))
	}
	_, err := fmt.Fprintln(a.out, core.CleanLine(line))
	return err
}

// adds names what somebody who is known gets of a file: fields that they lack, and a note of its words.
func adds(s planner.ImportStep) core.FieldNames {
	if s.Match.Person == nil || s.Open() || s.Entry.Notes == "" {
		return s.Does
	}
	return append(slices.Clone(s.Does), "notes")
}

// fitting names everybody whom a step fits equally well.
func fitting(m core.Match) string {
	var out []string
	for _, p := range append([]*core.Person{m.Person}, m.Others...) {
		name := p.Name
		if e := p.Email(); e != "" {
			name += " <" + e + ">"
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

func fieldWords(w *locale.Words, fields core.FieldNames) string {
	var out []string
	for _, f := range fields {
		out = append(out, w.Field(f))
	}
	return strings.Join(out, ", ")
}

// peopleJSON is a plan for scripts.
type peopleJSON struct {
	Rows     []contactRow `json:"rows"`
	Rejected []refusal    `json:"rejected"`
}

// contactRow is one person of a file, and what is done with them: made, filled, nothing ("same"), or nothing
// because they fit several people equally well ("open").
type contactRow struct {
	ID      core.ID     `json:"id,omitzero"`
	Line    int         `json:"line"`
	Name    string      `json:"name"`
	Does    string      `json:"does"`
	Fields  []string    `json:"fields,omitempty"`
	Keeps   []keptField `json:"keeps,omitempty"`
	Dropped []string    `json:"dropped,omitempty"`
	Unfit   []string    `json:"unfit,omitempty"` // why values went into the notes
	Fits    []core.ID   `json:"fits,omitempty"`
	Like    core.ID     `json:"namesake,omitzero"` // somebody of the same name with other addresses
}

// keptField is a field that stays as it is, and what the file has for it.
type keptField struct {
	Field    string `json:"field"`
	NotTaken string `json:"not_taken"`
}

func (a *app) contactRows(steps []planner.ImportStep) []contactRow {
	out := make([]contactRow, 0, len(steps))
	for _, s := range steps {
		row := contactRow{ID: s.ID, Line: s.Entry.Line, Name: s.Entry.Person.Name, Does: "made", Fields: adds(s), Dropped: s.Entry.Dropped}
		for _, v := range s.Keeps {
			row.Keeps = append(row.Keeps, keptField{v.Field, v.Value})
		}
		for _, why := range s.Entry.Unfit {
			row.Unfit = append(row.Unfit, a.words().Error(why))
		}
		if like := s.Match.Namesake; like != nil {
			row.Like = like.ID
		}
		switch {
		case s.Open():
			row.Does = "open"
			for _, p := range append([]*core.Person{s.Match.Person}, s.Match.Others...) {
				row.Fits = append(row.Fits, p.ID)
			}
		case s.Match.Person != nil && len(row.Fields) > 0:
			row.Does = "filled"
		case s.Match.Person != nil:
			row.Does = "same"
		}
		out = append(out, row)
	}
	return out
}

func (a *app) exportPeople() *cobra.Command {
	var opt planner.ExportOptions
	c := &cobra.Command{
		Use: "export FILE.vcf|FILE.csv", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := a.endsIn(args[0], ".vcf", ".csv"); err != nil {
				return err
			}
			p, err := a.read(c.Context())
			if err != nil {
				return err
			}
			var out bytes.Buffer
			if err := p.People.Export(c.Context(), filepath.Base(args[0]), opt, &out); err != nil {
				return err
			}
			if err := a.store.WriteFile(args[0], out.Bytes()); err != nil {
				return err
			}
			return a.done(fileJSON{args[0]}, "ctl.written", "file", args[0])
		},
	}
	c.Flags().BoolVar(&opt.Notes, "notes", false, "")
	return c
}

func (a *app) mergePeople() *cobra.Command {
	return &cobra.Command{
		Use: "merge STAYING-ID OTHER-ID", Args: exactly(2),
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
			return a.done(mergedJSON{ids[0]}, "ctl.merged")
		},
	}
}
