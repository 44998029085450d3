package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/core/table"
)

// tableKinds are the words of `import-table` and the kinds that they stand for.
func tableKinds() map[string]core.Kind {
	return map[string]core.Kind{"meetings": core.KindMeeting, "goals": core.KindGoal, "actions": core.KindAction}
}

func (a *app) importTable() *cobra.Command {
	var dry bool
	var columns []string
	c := &cobra.Command{
		Use: "import-table meetings|goals|actions FILE.csv", Args: exactly(2),
		RunE: func(c *cobra.Command, args []string) error {
			kind := tableKinds()[args[0]]
			if err := oneOf(args[0], []string{"meetings", "goals", "actions"}); err != nil {
				return err
			}
			given, err := table.ParseColumns(columns)
			if err != nil {
				return badColumns(err)
			}
			p, err := a.openFor(c.Context(), dry)
			if err != nil {
				return err
			}
			file, err := openFile(c.Context(), args[1])
			if err != nil {
				return err
			}
			defer file.Close()
			plan, err := p.Tables.Read(c.Context(), kind, filepath.Base(args[1]), file, given)
			if noField(err) {
				return misused(err)
			}
			if err != nil {
				return err
			}
			if !dry {
				told := a.progress()
				err := p.Tables.Import(c.Context(), plan, told.done)
				if told.end(); err != nil {
					return err
				}
			}
			if err := a.printTable(filepath.Base(args[1]), plan); err != nil {
				return err
			}
			return nothingTaken(args[1], len(plan.Steps), plan.Rejected)
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "")
	c.Flags().StringArrayVar(&columns, "columns", nil, "")
	return c
}

// badColumns says of --columns what is wrong with it.
func badColumns(err error) error {
	if core.CodeOf(err) == core.CodeUsage {
		return wrong(func(w *locale.Words) string { return w.T("reason.columns") })
	}
	return misused(err)
}

// noField tells whether a table was refused because of a field, named on the command line, that no such table has.
func noField(err error) bool {
	var e *core.Error
	return errors.As(err, &e) && e.Code == core.CodeBadChoice && e.Field == "columns"
}

// printTable shows what an import does with each row, and each line that it could not take.
func (a *app) printTable(name string, plan *planner.TablePlan) error {
	if a.json {
		return a.print(tableJSON{plan.Steps, a.refusals(plan.Rejected), plan.Unused, plan.DayFirst, plan.Decimal})
	}
	w := a.words()
	for _, s := range plan.Steps {
		key := "ctl.row_new"
		if s.Known {
			key = "ctl.row_known"
		}
		text := w.T(key, "line", s.Line, "name", s.Name, "who", s.Who, "when", w.Date(s.When))
		if s.When.IsZero() {
			text = w.T(key+"_undated", "line", s.Line, "name", s.Name, "who", s.Who)
		}
		for _, kind := range s.Makes {
			if kind != plan.Kind && kind != core.KindNote {
				text += w.T("ctl.row_makes", "kind", w.Word(kind))
			}
		}
		if s.Noon && !s.Known {
			text += w.T("ctl.row_noon")
		}
		if s.Skipped && !s.Known {
			text += w.T("ctl.row_skipped")
		}
		if _, err := fmt.Fprintln(a.out, text); err != nil {
			return err
		}
	}
	if err := a.printRejected(plan.Rejected); err != nil {
		return err
	}
	if len(plan.Unused) > 0 {
		if err := a.tell("ctl.unused", "headings", core.Excerpt(strings.Join(plan.Unused, ", "))); err != nil {
			return err
		}
	}
	if plan.DayFirst {
		if err := a.tell("ctl.day_first"); err != nil {
			return err
		}
	}
	if plan.Decimal != "" {
		if err := a.tell("ctl.decimal", "mark", plan.Decimal); err != nil {
			return err
		}
	}
	return a.tell("ctl.table_sum", "file", name, "new", plan.Made[plan.Kind], "known", plan.Known, "rejected", len(plan.Rejected),
		"people", plan.Made[core.KindPerson], "relationships", plan.Made[core.KindRelationship])
}

// nothingTaken refuses an import of which every line was refused: what is known already is no refusal.
func nothingTaken(path string, steps int, rejected []core.Rejected) error {
	if steps > 0 || len(rejected) == 0 {
		return nil
	}
	return core.Fail(core.CodeNothingTaken, "path", path, "n", len(rejected))
}

func (a *app) printRejected(list []core.Rejected) error {
	for _, r := range list {
		key := "ctl.rejected"
		if r.Name == "" {
			key = "ctl.rejected_nameless"
		}
		if err := a.tell(key, "line", r.Line, "name", r.Name, "reason", a.words().Error(r.Err)); err != nil {
			return err
		}
	}
	return nil
}

// tableJSON is a plan for scripts.
type tableJSON struct {
	Rows     []planner.TableStep `json:"rows"`
	Rejected []refusal           `json:"rejected"`
	Unused   []string            `json:"unused,omitempty"`
	DayFirst bool                `json:"day_first,omitempty"`
	Decimal  string              `json:"decimal,omitempty"`
}

// refusal is a line that could not be taken, for scripts.
type refusal struct {
	Line   int         `json:"line"`
	Name   string      `json:"name,omitempty"`
	Codes  []core.Code `json:"codes"`
	Reason string      `json:"reason"`
}

func (a *app) refusals(list []core.Rejected) []refusal {
	out := make([]refusal, 0, len(list))
	for _, r := range list {
		one := refusal{Line: r.Line, Name: r.Name, Reason: a.words().Error(r.Err)}
		for _, e := range core.Problems(r.Err) {
			one.Codes = append(one.Codes, e.Code)
		}
		out = append(out, one)
	}
	return out
}
