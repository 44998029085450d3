package main

import (
	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// exportCalendar writes the calendar of all meetings and due dates.
func (a *app) exportCalendar() *cobra.Command {
	var out, from, to, rel string
	c := &cobra.Command{
		Use: "export -o FILE.ics [--from D] [--to D] [--relationship ID]", Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			if out == "" {
				return wrong(func(w *locale.Words) string { return w.T("ctl.output") })
			}
			if err := a.endsIn(out, ".ics"); err != nil {
				return err
			}
			wish := planner.FeedWish{Name: a.words().T("ctl.feed_name")}
			p, err := dated(c.Context(), a.read, func() (err error) {
				wish.Period, err = a.period(c.Context(), from, to)
				return err
			})
			if err != nil {
				return err
			}
			if c.Flags().Changed("relationship") {
				if wish.Relationship, err = p.Find(c.Context(), core.KindRelationship, rel); err != nil {
					return err
				}
			}
			n, err := p.Invitations.WriteFeed(c.Context(), wish, out)
			if err != nil {
				return err
			}
			return a.done(feedJSON{out, n.Meetings, n.Series, n.Due}, "ctl.feed_written", "file", out, "meetings", a.words().Count(core.KindMeeting, n.Meetings),
				"series", a.words().Count(core.KindSeries, n.Series), "due", n.Due)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "")
	c.Flags().StringVar(&from, "from", "", "")
	c.Flags().StringVar(&to, "to", "", "")
	c.Flags().StringVar(&rel, "relationship", "", "")
	return c
}
