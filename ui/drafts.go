package ui

import (
	"context"
	"slices"
	"strings"
	"sync"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/capture"
	"mentorbook/ui/checklists"
	"mentorbook/ui/shell"
)

// The fields of a record, or of the workspace, under which what is typed into a dialog is kept. Those that end in a
// point have the id of what they are about after it.
const (
	draftAction          = "action.form"
	draftAgreement       = "agreement"
	draftAnswer          = "answer"
	draftCancel          = "cancel"
	draftCapture         = "capture"
	draftDaysOff         = "daysoff"
	draftEnd             = "end"
	draftGoal            = "goal"
	draftGoalNew         = "goal.new"
	draftMeasure         = "measure"
	draftMeeting         = "meeting"
	draftMeetingNew      = "meeting.new"
	draftNote            = "note" // a new one about the record
	draftNoted           = "noted"
	draftPerson          = "person"
	draftPersonNew       = "person.new"
	draftPhase           = "phase"
	draftQuestion        = "question"
	draftReply           = "reply"
	draftRating          = "rating"
	draftReach           = "reach."
	draftRelationship    = "relationship"
	draftRelationshipNew = "relationship.new"
	draftRelease         = "release"
	draftRules           = "rules"
	draftRunNew          = "run.new"
	draftSign            = "sign."
	draftSkill           = "skill"
	draftSkillNew        = "skill.new"
	draftText            = "text" // of a note
	draftWork            = "work"
)

// dialog is a place in which words are typed.
type dialog struct {
	field  string
	title  string                        // what it makes where it belongs to no record: a key of the words
	resume func(of core.Ref, at core.ID) // opens it; at is the id in the field's name
}

// dialogs lists all dialogs whose words are kept while they are typed.
func (w *Window) dialogs() []dialog {
	by := func(do func(core.ID)) func(core.Ref, core.ID) { return func(of core.Ref, _ core.ID) { do(of.ID) } }
	in := func(do func(core.ID)) func(core.Ref, core.ID) { // a relationship, or none
		return func(of core.Ref, _ core.ID) {
			if of.Kind == core.KindRelationship {
				do(of.ID)
				return
			}
			do(core.ID{})
		}
	}
	note := func(of core.Ref, _ core.ID) { w.resumeNote(of) }
	var own []dialog
	if w.has(screenSettings) {
		own = append(own, dialog{field: draftRules, title: "settings.rules", resume: func(core.Ref, core.ID) { w.shell.Go(shell.Route{Screen: screenSettings}) }})
	}
	return append(append(own, []dialog{
		{field: draftAction, resume: by(w.editAction)},
		{field: draftCapture, title: "capture.title", resume: func(core.Ref, core.ID) { w.capture(capture.Question, core.Ref{}) }},
		{field: draftGoal, resume: by(w.editGoal)},
		{field: draftGoalNew, title: "plans.goal.new", resume: in(w.newGoal)},
		{field: draftMeasure, resume: by(func(goal core.ID) { w.measureGoal(goal, "") })},
		{field: draftNote, resume: note},
		{field: draftQuestion, resume: by(w.editQuestion)},
		{field: draftRating, resume: by(w.rateSkill)},
		{field: draftReach, resume: func(of core.Ref, at core.ID) { w.reachWithEvidence(of.ID, at) }},
		{field: draftRelease, resume: func(of core.Ref, _ core.ID) { w.releaseItem(of) }},
		{field: draftSkill, resume: by(w.editSkill)},
		{field: draftSkillNew, title: "plans.skill.new", resume: in(w.newSkill)},
		{field: draftText, resume: note},
	}...), append(append(w.meetingDialogs(by, in), w.peopleDialogs(by)...), w.listDialogs(by)...)...)
}

func (w *Window) meetingDialogs(by, in func(func(core.ID)) func(core.Ref, core.ID)) []dialog {
	return []dialog{
		{field: draftCancel, resume: by(w.cancelMeeting)},
		{field: draftDaysOff, title: "daysoff.title", resume: func(core.Ref, core.ID) { w.takeDaysOff() }},
		{field: draftMeeting, resume: by(w.replanMeeting)},
		{field: draftMeetingNew, title: "plan.title_new", resume: in(w.planMeeting)},
		{field: draftNoted, resume: by(w.noteAnswer)},
		{field: draftReply, resume: by(w.answerTo)},
	}
}

func (w *Window) peopleDialogs(by func(func(core.ID)) func(core.Ref, core.ID)) []dialog {
	record := func(do func(core.Record)) func(core.Ref, core.ID) {
		return func(of core.Ref, _ core.ID) {
			work(w, "dialog", func(ctx context.Context) (core.Record, error) { return w.cfg.Planner.Record(ctx, of) }, do)
		}
	}
	person := func(do func(*core.Person)) func(core.Ref, core.ID) {
		return record(func(r core.Record) {
			if p, ok := r.(*core.Person); ok {
				do(p)
			}
		})
	}
	return []dialog{
		{field: draftAgreement, resume: by(w.agreeAgain)},
		{field: draftAnswer, resume: record(func(r core.Record) {
			if q, ok := r.(*core.Question); ok {
				w.answer(q.ID, q.Text)
			}
		})},
		{field: draftEnd, resume: by(func(rel core.ID) {
			w.withOverview(rel, func(o *planner.Overview) { w.endRelationship(rel, o.Name) })
		})},
		{field: draftPerson, resume: person(w.editPerson)},
		{field: draftPersonNew, title: "people.form_new", resume: func(core.Ref, core.ID) { w.editPerson(nil) }},
		{field: draftPhase, resume: by(w.changePhase)},
		{field: draftRelationship, resume: by(w.editRelationship)},
		{field: draftRelationshipNew, title: "rel.form_new", resume: func(of core.Ref, _ core.ID) {
			if of.Kind != core.KindPerson {
				of.ID = core.ID{}
			}
			w.newRelationship(of.ID)
		}},
		{field: draftSign, resume: func(of core.Ref, at core.ID) { w.signAgain(of, at) }},
		{field: draftWork, resume: person(w.editWork)},
	}
}

// listDialogs are those of checklists, which open on their screen.
func (w *Window) listDialogs(by func(func(core.ID)) func(core.Ref, core.ID)) []dialog {
	open := func(tab string) func(core.Ref, core.ID) {
		return func(of core.Ref, _ core.ID) {
			r := shell.Route{Screen: screenChecklists, ID: of.ID, Tab: tab}
			if of.Kind == core.KindWorkspace {
				r.ID, r.Tab = core.ID{}, checklists.TabNew
			}
			w.shell.Go(r)
		}
	}
	return []dialog{
		{field: checklists.DraftGive, resume: open(checklists.TabTemplates)},
		{field: checklists.DraftItem, resume: open(checklists.TabRuns)},
		{field: checklists.DraftTemplate, title: "checklists.new", resume: open(checklists.TabTemplates)},
		{field: draftRunNew, resume: by(w.startRun)},
	}
}

// dialogOf finds the dialog of a draft's field, and the id that stands in the field's name.
func (w *Window) dialogOf(field string) (d dialog, at core.ID, ok bool) {
	field, _, _ = strings.Cut(field, besides)
	all := w.dialogs()
	i := slices.IndexFunc(all, func(d dialog) bool {
		rest, found := strings.CutPrefix(field, d.field)
		if !found {
			return false
		}
		if at = (core.ID{}); rest == "" {
			return true
		}
		var err error
		at, err = core.ParseID(rest)
		return err == nil
	})
	if i < 0 {
		return dialog{}, core.ID{}, false
	}
	return all[i], at, true
}

// lateDraft is a text that waits for its turn to be kept.
type lateDraft struct {
	key  string
	turn int

	mu    sync.Mutex
	text  func() string
	put   putDraft
	taken bool
}

// putDraft is how a draft is kept: as one that is being typed, or set aside.
type putDraft func(ctx context.Context, key, text string) error

// replace puts a newer text in the place of one that still waits.
func (d *lateDraft) replace(text func() string, put putDraft) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.taken {
		d.text, d.put = text, put
	}
	return !d.taken
}

func (d *lateDraft) take(ctx context.Context) error {
	d.mu.Lock()
	d.taken = true
	d.mu.Unlock()
	return d.put(ctx, d.key, d.text())
}

// keepDraft keeps what is being typed, beside the window and in the order of typing; the text is put together there,
// too. A newer text takes the place of the last thing asked for, if that is the same field's: a slow disk has one text
// of 1 MB to write, not all that it did not get to.
func (w *Window) keepDraft(key string, text func() string) {
	w.putDraft(key, text, w.cfg.Planner.Drafts.Keep)
}

// setAside keeps what was typed into a form that is closed without keeping it, in the workspace as all drafts: it stands in the form
// when that is opened again, by this window or a later one.
func (w *Window) setAside(key, text string) {
	w.putDraft(key, func() string { return text }, w.cfg.Planner.Drafts.SetAside)
}

func (w *Window) putDraft(key string, text func() string, put putDraft) {
	if w.cfg.Reading != nil {
		return // the window says so
	}
	if d := w.late; d != nil && d.key == key && d.turn == w.turns && d.replace(text, put) {
		return
	}
	d := &lateDraft{key: key, turn: w.turns + 1, text: text, put: put}
	w.late = d
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		return nil, d.take(ctx)
	},
		func(_ *planner.Step, err error) { w.shell.Fail(err) })
}
