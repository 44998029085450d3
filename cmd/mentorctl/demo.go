package main

import (
	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
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
			if opt.Relationships < 0 || opt.Meetings < 0 || opt.Actions < 0 {
				return wrong(func(w *locale.Words) string { return w.T("ctl.negative") })
			}
			opt.As, opt.Now, opt.Language = core.Role(as), a.clock().Now(), a.words().Language()
			p, err := a.create(c.Context())
			if err != nil {
				return err
			}
			if err := sample.Fill(c.Context(), p, opt, nil); err != nil {
				return a.discard(err)
			}
			return nil
		},
	}
	c.Flags().StringVar(&as, "as", string(core.RoleMentor), "")
	c.Flags().IntVar(&opt.Relationships, "relationships", 0, "")
	c.Flags().IntVar(&opt.Meetings, "meetings", 10, "")
	c.Flags().IntVar(&opt.Actions, "actions", 4, "")
	c.Flags().Int64Var(&opt.Seed, "seed", 1, "")
	return c
}
