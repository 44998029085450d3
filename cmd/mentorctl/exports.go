package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"mentorbook/core"
)

func (a *app) invite() *cobra.Command {
	var method, out string
	c := &cobra.Command{
		Use: "invite MEETING-ID --method request|publish|cancel -o FILE.ics|FILE.eml", Short: "write an invitation", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if out == "" {
				return core.FailField(core.CodeUsage, "file", "reason", "-o")
			}
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			id, err := p.Find(c.Context(), core.KindMeeting, args[0])
			if err != nil {
				return err
			}
			d, err := p.Invitations.Send(c.Context(), id, core.Method(method), out)
			if err != nil {
				return err
			}
			return a.tell("ctl.invited", "file", out, "n", d.Sequence)
		},
	}
	c.Flags().StringVar(&method, "method", string(core.MethodRequest), "request, publish or cancel")
	c.Flags().StringVarP(&out, "output", "o", "", "the file to write: .ics or .eml")
	return c
}

func (a *app) report() *cobra.Command {
	var audience, from, to, out, pseudonym string
	c := &cobra.Command{
		Use: "report RELATIONSHIP-ID --audience mentor|mentee|hr|sponsor --from D --to D -o FILE.pdf", Short: "write a progress report", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if out == "" {
				return core.FailField(core.CodeUsage, "file", "reason", "-o")
			}
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			req := core.ReportRequest{Audience: core.Audience(audience), Language: a.words().Language(), Pseudonym: pseudonym}
			if req.Relationship, err = p.Find(c.Context(), core.KindRelationship, args[0]); err != nil {
				return err
			}
			if req.Period, err = period(from, to); err != nil {
				return err
			}
			if err := p.Reports.Write(c.Context(), req, out); err != nil {
				return err
			}
			return a.tell("ctl.written", "file", out)
		},
	}
	c.Flags().StringVar(&audience, "audience", string(core.AudienceHR), "mentor, mentee, hr or sponsor")
	c.Flags().StringVar(&from, "from", "", "from this date")
	c.Flags().StringVar(&to, "to", "", "to this date, not included")
	c.Flags().StringVar(&pseudonym, "pseudonym", "", "in place of the mentee's name")
	c.Flags().StringVarP(&out, "output", "o", "", "the PDF file to write")
	return c
}

// tell writes one line in the user's language; scripts that ask for JSON get none.
func (a *app) tell(key string, args ...any) error {
	if a.json {
		return nil
	}
	_, err := fmt.Fprintln(a.out, a.words().T(key, args...))
	return core.Wrap(core.CodeFile, err)
}

func (a *app) undo() *cobra.Command {
	return &cobra.Command{
		Use: "undo", Short: "take the last step back", Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			step, err := p.Undo(c.Context())
			if err != nil {
				return err
			}
			return a.tell("ctl.undone", "title", a.words().Title(string(step.Title), step.Args))
		},
	}
}
