package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/plans"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
)

func (w *Window) relationshipScreen() screen {
	return screen{
		name: screenRelationship,
		page: func(r shell.Route) shell.Page { return relationship.New(r.ID, r.Tab, w.relationshipDeps(r.ID)) },
		commands: append(w.pauseCommands(), shell.Command{
			ID: "relationship.new", Title: "rel.new", Run: func() {
				with := w.onShow()
				if with.Kind != core.KindPerson {
					with.ID = core.ID{}
				}
				w.newRelationship(with.ID)
			},
		}),
	}
}

func (w *Window) openRelationship(id core.ID) {
	w.shell.Go(shell.Route{Screen: screenRelationship, ID: id})
}

func (w *Window) relationshipDeps(id core.ID) relationship.Deps {
	deps := relationship.Deps{
		Words: w.words, Canvas: w.shell.Canvas, Fonts: w.drawnFonts, Hidden: w.presenting, Header: func() { w.shell.RefreshHeader() },
		Here: func(tab string) {
			w.shell.Router.Rename(shell.Route{Screen: screenRelationship, ID: id, Tab: tab})
			w.shell.Begin()
		},
		Buttons: w.relationshipButtons, Menu: w.relationshipMenu,
		Plan: w.plan, Resume: w.resume,
	}
	w.relationshipReading(&deps)
	w.relationshipDoing(&deps)
	w.relationshipPlanning(&deps, id)
	return deps
}

// relationshipReading is where the page's data come from.
func (w *Window) relationshipReading(deps *relationship.Deps) {
	rels := w.cfg.Planner.Relationships
	deps.Load = func(id core.ID, done func(*planner.Overview)) {
		shell.Start(w.shell.Runner, "relationship", "", func(ctx context.Context, _ shell.Report) (*planner.Overview, error) {
			return rels.Overview(ctx, id)
		}, func(o *planner.Overview, err error) {
			switch {
			case core.CodeOf(err) == core.CodeNotFound:
				page, ok := w.shell.Router.Page().(*relationship.Page)
				w.forget(screenRelationship, id)
				if ok && !page.Read() {
					w.sayNotThere(core.KindRelationship)
				}
			case err != nil:
				w.shell.Fail(err)
			default:
				done(o)
			}
		})
	}
	deps.Notes = func(id core.ID, done func(*planner.NotesIn)) {
		work(w, "relationship.tab", func(ctx context.Context) (*planner.NotesIn, error) { return rels.NotesIn(ctx, id) }, done)
	}
	deps.Log = func(id core.ID, limit int, done func(*planner.Log)) {
		work(w, "relationship.tab", func(ctx context.Context) (*planner.Log, error) { return rels.Log(ctx, id, limit) }, done)
	}
	deps.Agreements = func(id core.ID, done func([]*core.Agreement)) {
		work(w, "relationship.tab", func(ctx context.Context) ([]*core.Agreement, error) { return w.cfg.Planner.Agreements.Of(ctx, id) }, done)
	}
}

// forget takes what is gone out of the way back; whoever is there now sees Today.
func (w *Window) forget(screen string, id core.ID) {
	w.shell.Router.Drop(func(r shell.Route) bool { return r.Screen == screen && r.ID == id }, shell.Route{Screen: screenToday})
}

// relationshipDoing is what the page does with promises, questions, meetings and lists.
func (w *Window) relationshipDoing(deps *relationship.Deps) {
	p := w.cfg.Planner
	deps.Tick, deps.ActionMenu, deps.Action, deps.Question = w.tick, w.actionMenu, w.editAction, w.editQuestion
	deps.MeetingMenu = w.meetingRowMenu
	deps.NewAction, deps.NewQuestion = w.command("action.new"), w.command("question.new")
	deps.Place = func(question, meeting core.ID) {
		w.step("question", func(ctx context.Context) error { return p.Questions.Place(ctx, question, meeting) }, planner.TitleQuestionPlaced)
	}
	deps.Answer = w.answer
	deps.DropQuestion = func(question core.ID) {
		w.step("question", func(ctx context.Context) error { return p.Questions.Delete(ctx, question) }, planner.TitleQuestionDeleted)
	}
	if w.has(screenMeeting) {
		deps.Meeting = func(id core.ID) { w.shell.Go(shell.Route{Screen: screenMeeting, ID: id}) }
	}
	deps.TickItem = func(run, item core.ID, done bool) {
		title := planner.TitleRunItemDone
		if !done {
			title = planner.TitleRunItemReopened
		}
		w.step("run", func(ctx context.Context) error { return p.Checklists.Tick(ctx, run, item, done) }, title)
	}
	deps.RunMenu, deps.ItemMenu = w.runMenu, w.itemMenu
	deps.DeleteRun = func(run core.ID) {
		w.step("run", func(ctx context.Context) error { return p.Checklists.DeleteRun(ctx, run) }, planner.TitleRunDeleted)
	}
}

// command gives what runs a command; nil where no screen has it.
func (w *Window) command(id string) func() {
	if _, ok := w.shell.Commands.Find(id); !ok {
		return nil
	}
	return func() { w.shell.Commands.Run(id) }
}

// relationshipPlanning is what the page does with goals, skills, notes and the agreement.
func (w *Window) relationshipPlanning(deps *relationship.Deps, id core.ID) {
	deps.Goal = func(goal core.ID) {
		if goal.IsZero() {
			w.newGoal(id)
		} else {
			w.editGoal(goal)
		}
	}
	deps.Skill = func(skill core.ID) {
		if skill.IsZero() {
			w.newSkill(id)
		} else {
			w.editSkill(skill)
		}
	}
	deps.Rate, deps.Release = w.rateSkill, w.releaseItem
	deps.Reach = w.reachMilestone
	deps.Measure = w.measureGoal
	deps.GoalMenu = func(g relationship.Goal) []kit.MenuEntry {
		return w.goalMenu(plans.GoalActs{ID: g.ID, Title: g.Title, Open: g.Open, Figure: g.Figure, Released: g.Released})
	}
	deps.Note, deps.DropNote, deps.Evidence = w.relationshipNote, w.dropNote, w.reachWithEvidence
	deps.StartRun = func() { w.startRun(id) }
	deps.Agree = func(last *core.Agreement) { w.agree(id, last) }
	deps.Sign = w.signAgreement
}

// answer opens the dialog that answers a question.
func (w *Window) answer(question core.ID, text string) {
	w.typing(core.Ref{Kind: core.KindQuestion, ID: question}, draftAnswer, func(d forms.Draft) {
		relationship.ShowAnswer(w.smallDialogs(d), text, func(ctx context.Context, answer string) error {
			return w.cfg.Planner.Questions.Answer(ctx, question, answer)
		})
	})
}

func (w *Window) reachMilestone(goal, milestone core.ID, done bool) {
	title := planner.TitleMilestoneDone
	if !done {
		title = planner.TitleMilestoneReopened
	}
	w.step("goal", func(ctx context.Context) error {
		var on core.Date
		if done {
			today, err := w.cfg.Planner.TodayDate(ctx)
			if err != nil {
				return err
			}
			on = today
		}
		return w.cfg.Planner.Goals.Reach(ctx, goal, milestone, on, "")
	}, title)
}

// reachWithEvidence opens the dialog that marks a milestone as done.
func (w *Window) reachWithEvidence(goal, milestone core.ID) {
	w.typing(core.Ref{Kind: core.KindGoal, ID: goal}, draftReach+milestone.String(), func(d forms.Draft) {
		goals := w.cfg.Planner.Goals
		withToday(w, func(ctx context.Context) (*core.Goal, error) { return goals.Get(ctx, goal) }, func(at dated[*core.Goal]) {
			for _, step := range at.item.Milestones {
				if step.ID == milestone {
					relationship.ShowReach(w.smallDialogs(d), step, at.today, func(ctx context.Context, on core.Date, evidence string) error {
						return goals.Reach(ctx, goal, milestone, on, evidence)
					})
				}
			}
		})
	})
}

func (w *Window) smallDialogs(d forms.Draft) relationship.DialogDeps {
	return relationship.DialogDeps{Words: w.words(), Dialogs: w.shell.Dialogs, Save: w.save, Draft: d}
}

// dated is something with the owner's day.
type dated[T any] struct {
	today core.Date
	item  T
}

// withToday reads something together with the owner's day.
func withToday[T any](w *Window, read func(ctx context.Context) (T, error), done func(dated[T])) {
	work(w, "dialog", func(ctx context.Context) (out dated[T], err error) {
		if out.item, err = read(ctx); err != nil {
			return out, err
		}
		out.today, err = w.cfg.Planner.TodayDate(ctx)
		return out, err
	}, done)
}

func (w *Window) measureGoal(goal core.ID, _ string) {
	w.typing(core.Ref{Kind: core.KindGoal, ID: goal}, draftMeasure, func(d forms.Draft) {
		withToday(w, func(ctx context.Context) (*core.Goal, error) { return w.cfg.Planner.Goals.Get(ctx, goal) }, func(at dated[*core.Goal]) {
			relationship.ShowMeasure(w.smallDialogs(d), at.item, at.today, func(ctx context.Context, on core.Date, value float64) error {
				return w.cfg.Planner.Goals.Measure(ctx, goal, on, value)
			})
		})
	})
}

func (w *Window) agree(id core.ID, last *core.Agreement) {
	w.typing(relationshipRef(id), draftAgreement, func(d forms.Draft) {
		a := core.Agreement{Relationship: id}
		if last != nil {
			a = *last
		}
		withToday(w, func(context.Context) (core.Agreement, error) { return a, nil }, func(at dated[core.Agreement]) {
			relationship.ShowAgreement(w.smallDialogs(d), at.item, at.today, func(ctx context.Context, a core.Agreement) error {
				_, err := w.cfg.Planner.Agreements.Write(ctx, a)
				return err
			})
		})
	})
}

// agreeAgain opens the form of an agreement on the last one there is.
func (w *Window) agreeAgain(rel core.ID) {
	work(w, "dialog", func(ctx context.Context) ([]*core.Agreement, error) { return w.cfg.Planner.Agreements.Of(ctx, rel) }, func(all []*core.Agreement) {
		var last *core.Agreement
		if len(all) > 0 {
			last = all[len(all)-1]
		}
		w.agree(rel, last)
	})
}

// signAgain opens the dialog that notes somebody's yes to an agreement.
func (w *Window) signAgain(of core.Ref, person core.ID) {
	work(w, "dialog", func(ctx context.Context) (core.Record, error) { return w.cfg.Planner.Record(ctx, of) }, func(rec core.Record) {
		a, ok := rec.(*core.Agreement)
		if !ok {
			return
		}
		work(w, "dialog", func(ctx context.Context) (map[core.ID]string, error) {
			return w.cfg.Planner.People.Names(ctx, []core.ID{person})
		}, func(names map[core.ID]string) { w.signAgreement(a, person, names[person]) })
	})
}

func (w *Window) signAgreement(a *core.Agreement, person core.ID, name string) {
	w.typing(core.RefOf(a), draftSign+person.String(), func(d forms.Draft) {
		work(w, "dialog", w.cfg.Planner.Workspace.Owner, func(owner *core.Person) {
			relationship.ShowSign(w.smallDialogs(d), a, person, owner.ID, name, func(ctx context.Context, said core.Said) error {
				return w.cfg.Planner.Agreements.Sign(ctx, a.ID, said)
			})
		})
	})
}

// relationshipButtons are those of the page's header.
func (w *Window) relationshipButtons(m *relationship.Model) []fyne.CanvasObject {
	t := w.words().T
	var out []fyne.CanvasObject
	if ask := w.command("question.new"); ask != nil && m.Live {
		out = append(out, kit.NewButton(t("rel.ask"), kit.Plain, ask).Writes())
	}
	out = append(out, kit.NewButton(t("rel.report"), kit.Plain, func() { w.openReport(m.ID) }))
	if m.Standing.Status == core.StatusPaused {
		out = append(out, kit.NewButton(t("rel.resume"), kit.Plain, func() { w.resume(m.ID) }).Writes())
	}
	if m.Live {
		out = append(out, kit.NewButton(t("rel.plan"), kit.Primary, func() { w.plan(m) }).Writes())
	}
	return out
}

// relationshipMenu is what can be done with a relationship as a whole.
func (w *Window) relationshipMenu(m *relationship.Model) []kit.MenuEntry {
	t := w.words().T
	out := []kit.MenuEntry{{Text: t("rel.edit_relationship"), Run: func() { w.editRelationship(m.ID) }}}
	if m.Live {
		out = append(out, kit.MenuEntry{Text: t("rel.phase_change"), Run: func() { w.changePhase(m.ID) }})
	}
	if !m.Next.IsZero() {
		out = append(out, kit.MenuEntry{Text: t("rel.invite"), Run: func() { w.invite(m) }})
	}
	out = append(append(out, kit.MenuEntry{Line: true}), w.pauseEntry(m.ID, m.Standing.Status)...)
	if !m.Ended {
		out = append(out, kit.MenuEntry{Text: t("rel.end"), Danger: true, Run: func() { w.endRelationship(m.ID, m.Title) }})
	}
	return append(out, kit.MenuEntry{Text: t("rel.delete"), Danger: true, Run: func() { w.deleteRelationship(m.ID) }})
}
