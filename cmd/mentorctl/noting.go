package main

import (
	"github.com/spf13/cobra"

	"mentorbook/core"
)

// noteAnswer keeps what a guest said by another way than an answer to the invitation.
func (a *app) noteAnswer() *cobra.Command {
	var original, person, answer, words string
	c := &cobra.Command{
		Use:  "noted MEETING-ID|SERIES-ID [--occurrence START] --person ID --answer accepted|declined|tentative [--how TEXT]",
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			var said []string
			for _, one := range core.Answers() {
				said = append(said, string(one))
			}
			if err := oneOf(answer, said); err != nil {
				return err
			}
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			about, err := a.invited(c.Context(), args[0], original)
			if err != nil {
				return err
			}
			who, err := p.Find(c.Context(), core.KindPerson, person)
			if err != nil {
				return err
			}
			if err := p.Replies.Note(c.Context(), about.ID, who, core.Answer(answer), words); err != nil {
				return err
			}
			if about.Kind == core.KindSeries {
				return a.toldSeries(c, about.ID)
			}
			return a.toldMeeting(c, about.ID)
		},
	}
	c.Flags().StringVar(&original, "occurrence", "", "")
	c.Flags().StringVar(&person, "person", "", "")
	c.Flags().StringVar(&answer, "answer", "", "")
	c.Flags().StringVar(&words, "how", "", "")
	return c
}
