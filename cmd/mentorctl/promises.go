package main

import (
	"context"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// actions are promises: made, kept, dropped, or open again.
func (a *app) actions() *cobra.Command {
	c := &cobra.Command{Use: "actions COMMAND", Args: cobra.ArbitraryArgs, RunE: needsCommand}
	c.AddCommand(a.addAction(), a.moveAction(),
		a.settleAction("done", planner.Actions.Done), a.settleAction("drop", planner.Actions.Drop), a.settleAction("reopen", planner.Actions.Reopen))
	return c
}

func (a *app) addAction() *cobra.Command {
	var rel, owner, due, meeting string
	c := &cobra.Command{
		Use: "add TITLE [--relationship ID] [--owner PERSON-ID] [--due D] [--meeting ID]", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			action := core.Action{Title: core.CleanLine(args[0])}
			p, err := dated(c.Context(), a.open, func() (err error) {
				action.Due, err = a.due(c.Context(), "due", due)
				return err
			})
			if err != nil {
				return err
			}
			if c.Flags().Changed("meeting") {
				if err := a.promisedIn(c.Context(), &action, meeting); err != nil {
					return err
				}
			}
			if c.Flags().Changed("relationship") {
				id, err := p.Find(c.Context(), core.KindRelationship, rel)
				if err != nil {
					return err
				}
				action.Relationships = []core.ID{id}
			}
			if action.Owner, err = a.personOr(c, "owner", owner); err != nil {
				return err
			}
			made, err := p.Actions.Add(c.Context(), action)
			if err != nil {
				return err
			}
			return a.printOne(c.Context(), made)
		},
	}
	c.Flags().StringVar(&rel, "relationship", "", "")
	c.Flags().StringVar(&owner, "owner", "", "")
	c.Flags().StringVar(&due, "due", "", "")
	c.Flags().StringVar(&meeting, "meeting", "", "")
	return c
}

// noRelationship is what moves a promise out of all relationships.
const noRelationship = "none"

// moveAction is a command that says to which relationship a promise belongs.
func (a *app) moveAction() *cobra.Command {
	return a.onAction("move ACTION-ID RELATIONSHIP-ID|"+noRelationship, 2, func(ctx context.Context, actions planner.Actions, id core.ID, args []string) error {
		var within []core.ID
		if args[1] != noRelationship {
			rel, err := a.p.Find(ctx, core.KindRelationship, args[1])
			if err != nil {
				return err
			}
			within = []core.ID{rel}
		}
		return actions.Edit(ctx, id, within, func(*core.Action) error { return nil })
	})
}

// promisedIn links an action to the meeting in which it was promised, and to its relationship.
func (a *app) promisedIn(ctx context.Context, action *core.Action, part string) error {
	id, err := a.p.Find(ctx, core.KindMeeting, part)
	if err != nil {
		return err
	}
	m, err := a.p.Meetings.Get(ctx, id)
	if err != nil {
		return err
	}
	action.Meeting, action.Relationships = id, []core.ID{m.Relationship}
	return nil
}

// personOr gives the person that a flag names; without it, the workspace's owner.
func (a *app) personOr(c *cobra.Command, flag, part string) (core.ID, error) {
	if c.Flags().Changed(flag) {
		return a.p.Find(c.Context(), core.KindPerson, part)
	}
	owner, err := a.p.Workspace.Owner(c.Context())
	if err != nil {
		return core.ID{}, err
	}
	return owner.ID, nil
}

// settleAction is a command that says what became of a promise.
func (a *app) settleAction(name string, do func(planner.Actions, context.Context, core.ID) error) *cobra.Command {
	return a.onAction(name+" ACTION-ID", 1, func(ctx context.Context, actions planner.Actions, id core.ID, _ []string) error {
		return do(actions, ctx, id)
	})
}

// onAction is a command that does something with the promise that its first argument names, and shows it as it is then.
func (a *app) onAction(use string, n int, do func(ctx context.Context, actions planner.Actions, id core.ID, args []string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Args: exactly(n),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			id, err := p.Find(c.Context(), core.KindAction, args[0])
			if err != nil {
				return err
			}
			if err := do(c.Context(), p.Actions, id, args); err != nil {
				return err
			}
			now, err := p.Actions.Get(c.Context(), id)
			if err != nil {
				return err
			}
			return a.printOne(c.Context(), now)
		},
	}
}

// questions wait in an inbox until they are answered, or put on an agenda.
func (a *app) questions() *cobra.Command {
	c := &cobra.Command{Use: "questions COMMAND", Args: cobra.ArbitraryArgs, RunE: needsCommand}
	c.AddCommand(a.askQuestion(), a.answerQuestion(), a.placeQuestion())
	return c
}

func (a *app) askQuestion() *cobra.Command {
	var rel, asker string
	c := &cobra.Command{
		Use: "ask TEXT [--relationship ID] [--asker PERSON-ID]", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			q := core.Question{Text: core.CleanText(args[0])}
			if c.Flags().Changed("relationship") {
				if q.Relationship, err = p.Find(c.Context(), core.KindRelationship, rel); err != nil {
					return err
				}
			}
			if q.Asker, err = a.personOr(c, "asker", asker); err != nil {
				return err
			}
			made, err := p.Questions.Ask(c.Context(), q)
			if err != nil {
				return err
			}
			return a.printOne(c.Context(), made)
		},
	}
	c.Flags().StringVar(&rel, "relationship", "", "")
	c.Flags().StringVar(&asker, "asker", "", "")
	return c
}

func (a *app) answerQuestion() *cobra.Command {
	return &cobra.Command{
		Use: "answer QUESTION-ID TEXT", Args: exactly(2),
		RunE: func(c *cobra.Command, args []string) error {
			return a.changeQuestion(c.Context(), args[0], func(id core.ID) error {
				return a.p.Questions.Answer(c.Context(), id, core.CleanText(args[1]))
			})
		},
	}
}

func (a *app) placeQuestion() *cobra.Command {
	return &cobra.Command{
		Use: "place QUESTION-ID MEETING-ID", Args: exactly(2),
		RunE: func(c *cobra.Command, args []string) error {
			return a.changeQuestion(c.Context(), args[0], func(id core.ID) error {
				meeting, err := a.p.Find(c.Context(), core.KindMeeting, args[1])
				if err != nil {
					return err
				}
				return a.p.Questions.Place(c.Context(), id, meeting)
			})
		},
	}
}

// changeQuestion does something with a question and shows it.
func (a *app) changeQuestion(ctx context.Context, part string, do func(core.ID) error) error {
	p, err := a.open(ctx)
	if err != nil {
		return err
	}
	id, err := p.Find(ctx, core.KindQuestion, part)
	if err != nil {
		return err
	}
	if err := do(id); err != nil {
		return err
	}
	rec, err := p.Record(ctx, core.Ref{Kind: core.KindQuestion, ID: id})
	if err != nil {
		return err
	}
	return a.printOne(ctx, rec)
}
