package main

import (
	"context"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// closedJSON is a meeting that was closed, for scripts: Carried items of its agenda went on to the meeting Next, or
// wait for one where there is none.
type closedJSON struct {
	Meeting *core.Meeting `json:"meeting"`
	Carried int           `json:"carried"`
	Next    core.ID       `json:"next,omitzero"`
}

// closeMeeting says what became of a meeting that is over. Who came decides, by the rule of the format, whether it was
// held; everybody did, unless it is said who did not.
func (a *app) closeMeeting() *cobra.Command {
	var original string
	var missed, helped []string
	var how planner.Closing
	c := &cobra.Command{
		Use:  "close MEETING-ID|SERIES-ID [--occurrence START] [--missed PERSON-ID | --off] [--note TEXT] [--private TEXT]",
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if how.Off && len(missed) > 0 {
				return wrong(func(w *locale.Words) string { return w.T("ctl.missed_or_off") })
			}
			for _, h := range helped {
				if err := oneOf(h, helps()); err != nil {
					return err
				}
				how.Help = append(how.Help, core.Help(h))
			}
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			id, err := a.oneMeeting(c.Context(), args[0], original, func(w *locale.Words) string { return w.T("ctl.which_of_series") })
			if err != nil {
				return err
			}
			if how.Attendance, err = a.attendance(c.Context(), id, missed); err != nil {
				return err
			}
			done, err := p.Meetings.Close(c.Context(), id, how)
			if err != nil {
				return err
			}
			return a.toldClosed(c.Context(), done)
		},
	}
	c.Flags().StringVar(&original, "occurrence", "", "")
	c.Flags().StringArrayVar(&missed, "missed", nil, "")
	c.Flags().BoolVar(&how.Off, "off", false, "")
	c.Flags().StringVar(&how.Reason, "reason", "", "")
	c.Flags().StringVar(&how.Shared, "note", "", "")
	c.Flags().StringVar(&how.Private, "private", "", "")
	c.Flags().StringArrayVar(&helped, "helped", nil, "")
	c.Flags().IntVar(&how.Useful, "useful", 0, "")
	return c
}

func helps() []string {
	var out []string
	for _, h := range core.Helps() {
		out = append(out, string(h))
	}
	return out
}

// attendance says who came and who did not; nil where everybody came who was asked.
func (a *app) attendance(ctx context.Context, meeting core.ID, missed []string) ([]core.Attendance, error) {
	if len(missed) == 0 {
		return nil, nil
	}
	m, err := a.p.Meetings.Get(ctx, meeting)
	if err != nil {
		return nil, err
	}
	rel, err := a.p.Relationships.Get(ctx, m.Relationship)
	if err != nil {
		return nil, err
	}
	away := map[core.ID]bool{}
	for _, part := range missed {
		id, err := personOrMe(ctx, a.p, part)
		if err != nil {
			return nil, err
		}
		if !rel.Has(id) {
			return nil, core.FailField(core.CodeNotParty, "person", "person", id.String(), "value", core.Excerpt(part))
		}
		away[id] = true
	}
	var out []core.Attendance
	for _, p := range rel.Participants {
		if m.Expects(rel, p.Person) || away[p.Person] {
			out = append(out, core.Attendance{Person: p.Person, Came: !away[p.Person]})
		}
	}
	return out, nil
}

func (a *app) toldClosed(ctx context.Context, done *planner.Closed) error {
	if a.json {
		return a.print(closedJSON{done.Meeting, done.Carried, done.Next})
	}
	if err := a.printOne(ctx, done.Meeting); err != nil || done.Carried == 0 {
		return err
	}
	if done.Next.IsZero() {
		return a.tell("ctl.items_wait", "count", done.Carried)
	}
	next, err := a.p.Meetings.Get(ctx, done.Next)
	if err != nil {
		return err
	}
	home, err := a.homeZone(ctx)
	if err != nil {
		return err
	}
	start, _ := next.On(home)
	return a.tell("ctl.items_carried", "count", done.Carried, "time", joined(a.words().Moment(start, core.Date{}), beside(a.words(), next.Start, next.Zone, home)))
}
