package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// mostOwed bounds how many messages are named that guests are still to be sent after one step.
const mostOwed = 10

// remarkStep names the messages that guests are still to be sent about what a step has changed that was taken back or done
// again: what went out before is not taken back with it.
func (a *app) remarkStep(ctx context.Context, step *planner.Step) error {
	if err := a.remarkHeld(ctx, step); err != nil {
		return err
	}
	owed, err := a.p.Invitations.Owed(ctx, step.Refs)
	if err != nil || len(owed) == 0 {
		return err
	}
	home, err := a.homeZone(ctx)
	if err != nil {
		return err
	}
	w := a.words()
	for i, msg := range owed {
		if i == mostOwed {
			a.remark(w.T("ctl.steps_owed", "count", len(owed)-mostOwed))
			break
		}
		rec, err := a.recordOf(ctx, msg)
		if err != nil {
			return err
		}
		tails, err := a.p.TailsOf(ctx, []core.Record{rec})
		if err != nil {
			return err
		}
		names, err := a.p.NamesOf(ctx, []core.Record{rec})
		if err != nil {
			return err
		}
		if msg.Theirs.Email != "" {
			a.sayAnswer(msg, tails[0])
			continue
		}
		a.remark(w.T("ctl.step_owed", "name", names[0], "start", here(w, msg.Meeting.Start, msg.Meeting.Zone, home), "id", tails[0], "method", string(msg.Method)))
	}
	return nil
}

// remarkHeld names the answers that organizers have to what a step took away.
func (a *app) remarkHeld(ctx context.Context, step *planner.Step) error {
	held, err := a.p.Replies.Held(ctx, step.Refs)
	for i, one := range held {
		if i == mostOwed {
			a.remark(a.words().T("step.held_unnamed", "count", len(held)-mostOwed))
			break
		}
		a.remark(a.words().HeldAnswer(cmp.Or(one.Organizer.Name, one.Organizer.Email), one.Title, one.Answer, one.Proposes))
	}
	return err
}

// recordOf gives the meeting or the series that a message is about.
func (a *app) recordOf(ctx context.Context, msg planner.Message) (core.Record, error) {
	if msg.Of != msg.Meeting.ID {
		return a.p.Series.Get(ctx, msg.Of)
	}
	return a.p.Meetings.Get(ctx, msg.Of)
}

// remarkUnheard names the guests who have the dates of a former series in the stead of one, and the one message that tells them of
// both; false where there are none.
func (a *app) remarkUnheard(c *cobra.Command, next *core.Series) (bool, error) {
	versions, err := a.p.Invitations.Versions(c.Context(), next.ID)
	var names []string
	for _, v := range versions {
		if v.Ends {
			names = append(names, v.Person.Name)
		}
	}
	if err != nil || len(names) == 0 {
		return false, err
	}
	tails, err := a.p.TailsOf(c.Context(), []core.Record{next})
	if err != nil {
		return false, err
	}
	w := a.words()
	a.remark(w.T("ctl.series_new_owed", "names", w.List(names), "count", len(names), "id", tails[0]))
	return true, nil
}

// tailOfOwed gives the end of the id of what guests are to be sent a message about, to tell them of a meeting or a series: of
// the meeting, of its series where that has moved, or of the one that goes on in its stead.
func (a *app) tailOfOwed(ctx context.Context, id core.ID) (string, error) {
	owed, err := a.p.Invitations.Owed(ctx, []core.Ref{{Kind: core.KindSeries, ID: id}, {Kind: core.KindMeeting, ID: id}})
	if err != nil {
		return "", err
	}
	if len(owed) > 0 {
		id = owed[0].Of
	}
	var rec core.Record
	if rec, err = a.p.Meetings.Get(ctx, id); core.CodeOf(err) == core.CodeNotFound {
		rec, err = a.p.Series.Get(ctx, id)
	}
	if err != nil {
		return "", err
	}
	tails, err := a.p.TailsOf(ctx, []core.Record{rec})
	if err != nil {
		return "", err
	}
	return tails[0], nil
}

// guestsOwed names those who were sent something about a meeting or a series that is true no more, by the method of the message
// that tells them.
func (a *app) guestsOwed(ctx context.Context, id core.ID) (map[core.Method][]string, error) {
	versions, err := a.p.Invitations.Versions(ctx, id)
	owed := map[core.Method][]string{}
	for _, v := range versions {
		if method := v.State.Owes(); method != "" {
			owed[method] = append(owed[method], v.Person.Name)
		}
	}
	return owed, err
}

// remarkAnswer names the answer that the organizer of another's meeting, or series, is to be sent; false where they know all.
func (a *app) remarkAnswer(ctx context.Context, id core.ID) (bool, error) {
	owed, err := a.p.Invitations.Owed(ctx, []core.Ref{{Kind: core.KindSeries, ID: id}, {Kind: core.KindMeeting, ID: id}})
	if err != nil || len(owed) == 0 {
		return false, err
	}
	msg := owed[0]
	rec, err := a.recordOf(ctx, msg)
	if err != nil {
		return false, err
	}
	tails, err := a.p.TailsOf(ctx, []core.Record{rec})
	if err != nil {
		return false, err
	}
	a.sayAnswer(msg, tails[0])
	return true, nil
}

// sayAnswer says which answer an organizer is to be sent, and how, by the tail of the meeting's or the series' id.
func (a *app) sayAnswer(msg planner.Message, tail string) {
	key := "ctl.answer_owed"
	if msg.Answer == core.AnswerAccepted { // what they have is a refusal, whatever was said before that
		key = "ctl.answer_owed_anew"
	}
	a.remark(a.words().T(key, "name", cmp.Or(msg.Theirs.Name, msg.Theirs.Email), "id", tail, "answer", string(msg.Answer)))
}
