package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/capture"
	"mentorbook/ui/today"
)

// todayInstead gives what Today shows in the place of a mentor's day: what to do first in a fresh workspace, or the
// day of somebody who learns; nil for neither. Each page has one of its own. leave keeps what is being typed there; field is
// where, while it is on show.
func (w *Window) todayInstead() (show func(*planner.Today) fyne.CanvasObject, leave func(), field func() fyne.Focusable) {
	var mentee *today.MenteeView
	learns := false
	show = func(t *planner.Today) fyne.CanvasObject {
		learns = false
		if first := w.firstSteps(t); first != nil {
			return first
		}
		if learns = w.learns(t.Side); !learns {
			return nil
		}
		if mentee == nil {
			mentee = today.NewMenteeView(w.menteeDeps())
		}
		mentee.Refresh(t)
		return mentee.Object()
	}
	leave = func() {
		if mentee != nil {
			mentee.Leave()
		}
	}
	return show, leave, func() fyne.Focusable {
		if !learns {
			return nil
		}
		return mentee.Field()
	}
}

// learns tells whether the day to be shown is that of somebody who learns: of who is both, the one that was chosen last.
func (w *Window) learns(side core.Role) bool {
	return side == core.RoleMentee || side == core.RoleBoth && w.learning
}

func (w *Window) menteeDeps() today.MenteeDeps {
	p := w.cfg.Planner
	d := today.MenteeDeps{
		Words: w.words, Presenting: w.presenting,
		Load:  func(done func(*planner.MenteeDay)) { work(w, "mentee", veiled(w, p.MenteeDay), done) },
		Asked: capture.QuestionIn,
		Ask: func(rel core.ID, text string, done func(error)) {
			w.try(func(ctx context.Context) error {
				_, err := p.Questions.Ask(ctx, core.Question{Relationship: rel, Text: text})
				return err
			}, done)
		},
		After: w.cfg.After, Draft: func(owner core.ID, text string) {
			w.keepDraft(planner.DraftKey(core.Ref{Kind: core.KindPerson, ID: owner}, planner.FieldAsk), func() string { return text })
		},
		Place: func(question, meeting core.ID) {
			w.placeQuestion(question, meeting)
		},
		Forget: w.forgetQuestion,
		Tick:   func(action core.ID) { w.tick(action, true) },
		Action: w.editAction, ActionMenu: w.actionMenu, Question: w.editQuestion,
		Open: w.openRelationship, EditGoal: w.editGoal, RateSkill: w.rateSkill, Release: w.releaseItem,
		NewGoal: func() { w.newGoal(core.ID{}) }, NewSkill: func() { w.newSkill(core.ID{}) },
		Plan: func(rel core.ID) { w.planMeeting(rel) }, Needs: w.needDeps(),
	}
	if w.has(screenMeeting) {
		d.Meeting = w.openMeeting
	}
	return d
}

// placeQuestion puts a question on an agenda, and says of which meeting.
func (w *Window) placeQuestion(question, meeting core.ID) {
	var at string
	words := w.words()
	w.stepThen(func(ctx context.Context) error {
		if err := w.cfg.Planner.Questions.Place(ctx, question, meeting); err != nil {
			return err
		}
		m, err := w.cfg.Planner.Meetings.Get(ctx, meeting)
		if err != nil {
			return err
		}
		owner, err := w.cfg.Planner.Workspace.Owner(ctx)
		if err != nil {
			return err
		}
		start, _ := m.On(owner.Home())
		at = words.Moment(start, core.DateOf(w.cfg.Planner.Clock.Now().In(planner.Home(owner))))
		return nil
	}, planner.TitleQuestionPlaced, func(err error) {
		if err == nil {
			w.shell.AddToUndo(w.t("mentee.placed_at", "time", at))
		}
	})
}
