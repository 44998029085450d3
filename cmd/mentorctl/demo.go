package main

import (
	"context"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
)

func (a *app) demo() *cobra.Command {
	var as string
	opt := sample.Options{}
	c := &cobra.Command{
		Use: "demo", Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := oneOf(as, []string{string(core.RoleMentor), string(core.RoleMentee)}); err != nil {
				return err
			}
			if opt.Relationships == 0 && (c.Flags().Changed("meetings") || c.Flags().Changed("actions") || c.Flags().Changed("seed")) {
				return wrong(func(w *locale.Words) string { return w.T("ctl.large_only") })
			}
			size, ok := opt.Size()
			if !ok {
				return wrong(func(w *locale.Words) string { return w.T("ctl.sample_too_large", "count", sample.MostRecords) })
			}
			opt.As, opt.Now, opt.Language = core.Role(as), a.clock().Now(), a.words().Language()
			opt.Written = opt.Language
			told := a.progress()
			err := a.create(c.Context(), func(p *planner.Planner) error { return sample.Fill(c.Context(), p, opt, told.of(size)) })
			if told.end(); err != nil {
				return err
			}
			return a.printMade(c.Context(), opt.As)
		},
	}
	c.Flags().StringVar(&as, "as", string(core.RoleMentor), "")
	c.Flags().IntVar(&opt.Relationships, "relationships", 0, "")
	c.Flags().IntVar(&opt.Meetings, "meetings", 10, "")
	c.Flags().IntVar(&opt.Actions, "actions", 4, "")
	c.Flags().Int64Var(&opt.Seed, "seed", 1, "")
	return c
}

// madeJSON is a new workspace for scripts: where it lies, and how many records of each kind are in it.
type madeJSON struct {
	File   string            `json:"file"`
	Counts map[core.Kind]int `json:"counts"`
}

// printMade says what was made, and where.
func (a *app) printMade(ctx context.Context, side core.Role) error {
	made := madeJSON{a.workspace, map[core.Kind]int{}}
	err := a.store.View(ctx, func(r planner.Reader) error {
		for _, kind := range core.Kinds() {
			n, err := r.Count(kind)
			if err != nil {
				return err
			}
			if n > 0 {
				made.Counts[kind] = n
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if a.json {
		return a.print(made)
	}
	w := a.words()
	var things []string
	for _, kind := range []core.Kind{core.KindPerson, core.KindRelationship, core.KindMeeting, core.KindAction, core.KindGoal, core.KindSkill} {
		if n := made.Counts[kind]; n > 0 {
			things = append(things, w.Count(kind, n))
		}
	}
	return a.tell("ctl.sample_made_"+string(side), "file", a.workspace, "things", w.List(things))
}
