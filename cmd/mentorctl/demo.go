package main

import (
	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/sample"
)

func (a *app) demo() *cobra.Command {
	var as string
	opt := sample.Options{}
	c := &cobra.Command{
		Use: "demo", Short: "a new sample workspace", Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			opt.As, opt.Now, opt.Language = core.Role(as), a.clock().Now(), a.words().Language()
			if opt.As != core.RoleMentor && opt.As != core.RoleMentee {
				return core.FailField(core.CodeBadChoice, "side", "value", as)
			}
			if opt.Relationships < 0 || opt.Meetings < 0 || opt.Actions < 0 {
				return core.Fail(core.CodeUsage, "reason", "a negative number")
			}
			p, err := a.create(c.Context())
			if err != nil {
				return err
			}
			return sample.Fill(c.Context(), p, opt, nil)
		},
	}
	c.Flags().StringVar(&as, "as", string(core.RoleMentor), "mentor or mentee")
	c.Flags().IntVar(&opt.Relationships, "relationships", 0, "of a large one: how many relationships")
	c.Flags().IntVar(&opt.Meetings, "meetings", 10, "of a large one: meetings of each relationship")
	c.Flags().IntVar(&opt.Actions, "actions", 4, "of a large one: actions of each meeting")
	c.Flags().Int64Var(&opt.Seed, "seed", 1, "of a large one: where chance begins")
	return c
}
