package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/plans"
	"mentorbook/ui/shell"
)

// planned is an item of a plan with what its editor needs.
type planned[T any] struct {
	item     T
	places   *planner.Places
	given    []*core.Assessment
	released []*core.Release
	draft    forms.Draft
}

// newGoal opens the editor for a new goal, in a relationship or in none.
func (w *Window) newGoal(rel core.ID) {
	w.typing(relationshipRef(rel), draftGoalNew, func(d forms.Draft) {
		work(w, "goal", veiled(w, w.cfg.Planner.Places), func(p *planner.Places) {
			g := &core.Goal{}
			g.Person, g.Relationships, g.Readers = plans.Start(p, rel, w.whosePlans())
			w.showGoal(planned[*core.Goal]{item: g, places: p, draft: d})
		})
	})
}

// editGoal opens the editor of a goal.
func (w *Window) editGoal(id core.ID) {
	w.typing(core.Ref{Kind: core.KindGoal, ID: id}, draftGoal, func(d forms.Draft) {
		work(w, "goal", veiled(w, func(ctx context.Context) (planned[*core.Goal], error) {
			var out planned[*core.Goal]
			var err error
			if out.item, err = w.cfg.Planner.Goals.Get(ctx, id); err != nil {
				return out, err
			}
			if out.released, err = w.cfg.Planner.Releases.Of(ctx, id); err != nil {
				return out, err
			}
			out.places, err = w.cfg.Planner.Places(ctx)
			out.draft = d
			return out, err
		}), w.showGoal)
	})
}

func (w *Window) showGoal(at planned[*core.Goal]) {
	id := at.item.ID
	title, goals := planner.TitleGoalChanged, w.cfg.Planner.Goals
	if id.IsZero() {
		title = planner.TitleGoalAdded
	}
	plans.ShowGoal(at.item, at.places, w.releasedWords(at.released, at.places.Today), plans.GoalDeps{
		Words: w.words, Dialogs: w.shell.Dialogs, Draft: at.draft,
		Save: func(o *shell.Open, f *forms.Form, edit func(*core.Goal) error) {
			w.save(forms.Saving{Open: o, Form: f, Title: title, Do: func(ctx context.Context) error {
				if !id.IsZero() {
					return goals.Change(ctx, id, edit)
				}
				g := core.Goal{}
				if err := edit(&g); err != nil {
					return err
				}
				_, err := goals.Add(ctx, g)
				return err
			}})
		},
		Delete: func() {
			w.step("goal", func(ctx context.Context) error { return goals.Delete(ctx, id) }, planner.TitleGoalDeleted)
		},
		Release: func(again func([]plans.Word)) {
			w.releaseThen(core.Ref{Kind: core.KindGoal, ID: id}, core.AudienceHR, func() {
				work(w, "goal.released", func(ctx context.Context) ([]*core.Release, error) { return w.cfg.Planner.Releases.Of(ctx, id) },
					func(list []*core.Release) { again(w.releasedWords(list, at.places.Today)) })
			})
		},
	})
}

// newSkill opens the editor for a new skill, in a relationship or in none.
func (w *Window) newSkill(rel core.ID) {
	w.typing(relationshipRef(rel), draftSkillNew, func(d forms.Draft) {
		work(w, "skill", veiled(w, w.cfg.Planner.Places), func(p *planner.Places) {
			k := &core.Skill{}
			k.Person, k.Relationships, k.Readers = plans.Start(p, rel, w.whosePlans())
			w.showSkill(planned[*core.Skill]{item: k, places: p, draft: d})
		})
	})
}

// editSkill opens the editor of a skill.
func (w *Window) editSkill(id core.ID) { w.withSkill(id, draftSkill, w.showSkill) }

// rateSkill opens the dialog in which somebody's level is noted.
func (w *Window) rateSkill(id core.ID) { w.withSkill(id, draftRating, w.showRating) }

func (w *Window) withSkill(id core.ID, field string, done func(planned[*core.Skill])) {
	w.typing(core.Ref{Kind: core.KindSkill, ID: id}, field, func(d forms.Draft) {
		work(w, "skill", veiled(w, func(ctx context.Context) (planned[*core.Skill], error) {
			var out planned[*core.Skill]
			var err error
			if out.item, err = w.cfg.Planner.Skills.Get(ctx, id); err != nil {
				return out, err
			}
			if out.given, err = w.cfg.Planner.Skills.Assessments(ctx, id); err != nil {
				return out, err
			}
			if out.released, err = w.cfg.Planner.Releases.Of(ctx, id); err != nil {
				return out, err
			}
			out.places, err = w.cfg.Planner.Places(ctx)
			out.draft = d
			return out, err
		}), done)
	})
}

func (w *Window) showSkill(at planned[*core.Skill]) {
	id := at.item.ID
	title, skills := planner.TitleSkillChanged, w.cfg.Planner.Skills
	if id.IsZero() {
		title = planner.TitleSkillAdded
	}
	plans.ShowSkill(at.item, at.places, plans.SkillDeps{
		Words: w.words, Dialogs: w.shell.Dialogs, Draft: at.draft,
		Save: func(o *shell.Open, f *forms.Form, edit func(*core.Skill) error) {
			w.save(forms.Saving{Open: o, Form: f, Title: title, Do: func(ctx context.Context) error {
				if !id.IsZero() {
					return skills.Change(ctx, id, edit)
				}
				k := core.Skill{}
				if err := edit(&k); err != nil {
					return err
				}
				_, err := skills.Add(ctx, k)
				return err
			}})
		},
		Delete: func() {
			w.step("skill", func(ctx context.Context) error { return skills.Delete(ctx, id) }, planner.TitleSkillDeleted)
		},
		Rate:    func() { w.rateSkill(id) },
		Release: func() { w.releaseItem(core.Ref{Kind: core.KindSkill, ID: id}) }, Released: len(w.releasedWords(at.released, at.places.Today)) > 0,
	})
}

func (w *Window) showRating(at planned[*core.Skill]) {
	skills := w.cfg.Planner.Skills
	plans.ShowRating(plans.NewRating(at.item, at.given, at.places, w.words()), at.places, plans.RatingDeps{
		Words: w.words, Dialogs: w.shell.Dialogs, Draft: at.draft,
		Save: func(o *shell.Open, f *forms.Form, a core.Assessment) {
			w.save(forms.Saving{Open: o, Form: f, Title: planner.TitleSkillAssessed, Do: func(ctx context.Context) error {
				_, err := skills.Assess(ctx, a)
				return err
			}})
		},
		Delete: func(id core.ID) {
			w.step("skill", func(ctx context.Context) error { return skills.DeleteAssessment(ctx, id) }, planner.TitleAssessmentDeleted)
		},
		Edit: func() { w.editSkill(at.item.ID) },
	})
}

// releaseItem opens the dialog that lets a goal or a skill out, and takes earlier releases back.
func (w *Window) releaseItem(ref core.Ref) { w.releaseFor(ref, core.AudienceHR) }

func (w *Window) releaseFor(ref core.Ref, audience core.Audience) {
	w.releaseThen(ref, audience, func() {})
}

// releasedWords says what stands released of an item.
func (w *Window) releasedWords(list []*core.Release, today core.Date) []plans.Word {
	var out []plans.Word
	for _, rel := range list {
		if rel.Withdrawn.IsZero() {
			out = append(out, plans.WordOf(rel, today, w.words()))
		}
	}
	return out
}

// releaseThen is releaseFor with something to do once a release was kept or taken back.
func (w *Window) releaseThen(ref core.Ref, audience core.Audience, then func()) {
	w.typing(ref, draftRelease, func(d forms.Draft) {
		work(w, "release", func(ctx context.Context) (planned[core.Record], error) {
			var out planned[core.Record]
			var err error
			if out.item, err = w.cfg.Planner.Record(ctx, ref); err != nil {
				return out, err
			}
			if out.released, err = w.cfg.Planner.Releases.Of(ctx, ref.ID); err != nil {
				return out, err
			}
			out.places, err = w.cfg.Planner.Places(ctx)
			return out, err
		}, func(at planned[core.Record]) {
			releases := w.cfg.Planner.Releases
			plans.ShowRelease(plans.NewReleasing(at.item, at.released, at.places, w.words()), plans.ReleaseDeps{
				Words: w.words, Dialogs: w.shell.Dialogs, Start: audience, Draft: d,
				Save: func(o *shell.Open, f *forms.Form, rel core.Release) {
					w.save(forms.Saving{Open: o, Form: f, Title: planner.TitleReleased, Then: then, Do: func(ctx context.Context) error {
						_, err := releases.Release(ctx, rel)
						return err
					}})
				},
				Withdraw: func(id core.ID) { w.withdraw(id, ref, then) },
			})
		})
	})
}

// withdraw takes a release of an item back, and says which others of it still stand.
func (w *Window) withdraw(release core.ID, item core.Ref, then func()) {
	var left []*core.Release
	releases := w.cfg.Planner.Releases
	w.stepThen(func(ctx context.Context) error {
		err := releases.Withdraw(ctx, release)
		if err == nil {
			left, err = releases.Of(ctx, item.ID)
		}
		return err
	}, planner.TitleReleaseWithdrawn, func(err error) {
		if err == nil {
			w.shell.AddToUndo(plans.StillReleased(left, w.words()))
		}
		then()
	})
}

// here gives the relationship that the page on show is about; zero where it is about none.
func (w *Window) here() core.ID {
	if at := w.onShow(); at.Kind == core.KindRelationship {
		return at.ID
	}
	return core.ID{}
}

// whosePlans gives the person whose plans alone are on show; zero for nobody.
func (w *Window) whosePlans() core.ID {
	if p, ok := w.shell.Router.Page().(*plans.Page); ok {
		return p.Whose()
	}
	return core.ID{}
}
