package ui

import (
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/checklists"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
)

// tick marks an action as done, or opens it again.
func (w *Window) tick(id core.ID, done bool) {
	do, title := w.cfg.Planner.Actions.Done, planner.TitleActionDone
	if !done {
		do, title = w.cfg.Planner.Actions.Reopen, planner.TitleActionReopened
	}
	w.step("tick", func(ctx context.Context) error { return do(ctx, id) }, title)
}

// editAction opens the form of a promise.
func (w *Window) editAction(id core.ID) {
	w.typing(core.Ref{Kind: core.KindAction, ID: id}, draftAction, func(d forms.Draft) {
		type edited struct {
			action  *core.Action
			meeting *core.Meeting // in which it was promised; nil for none
			places  *planner.Places
		}
		p := w.cfg.Planner
		work(w, "dialog", veiled(w, func(ctx context.Context) (out edited, err error) {
			if out.action, err = p.Actions.Get(ctx, id); err != nil {
				return out, err
			}
			if !out.action.Meeting.IsZero() {
				if out.meeting, err = p.Meetings.Get(ctx, out.action.Meeting); err != nil {
					return out, err
				}
			}
			out.places, err = p.Places(ctx)
			return out, err
		}), func(at edited) {
			e := relationship.ActionEdit{
				Action: at.action, Today: at.places.Today, Owner: at.places.Owner, Names: map[core.ID]string{},
				Change: func(ctx context.Context, within []core.ID, edit func(*core.Action) error) error {
					return p.Actions.Edit(ctx, id, within, edit)
				},
			}
			e.Within = w.placesFor(at.action.Relationships, at.places)
			if at.meeting != nil {
				on, _ := at.meeting.On(at.places.Person(at.places.Owner).Home())
				e.Promised, e.Within = on.Date, ofSamePeople(at.meeting, at.action.Relationships, e.Within, at.places)
			}
			for _, person := range at.places.People {
				if person.ID != at.places.Owner {
					e.Names[person.ID] = person.Name
				}
			}
			for _, rel := range at.action.Relationships {
				if place, ok := at.places.Place(rel); ok {
					for _, part := range place.Relationship.Participants {
						e.Who = append(e.Who, part.Person)
					}
				}
			}
			relationship.ShowAction(w.smallDialogs(d), e)
		})
	})
}

// ofSamePeople gives of the relationships that are offered those to which what was promised in a meeting may belong: those of the same
// people, and those to which it belongs; none where there is no other than that meeting's.
func ofSamePeople(m *core.Meeting, was []core.ID, offered []planner.Place, places *planner.Places) []planner.Place {
	of, ok := places.Place(m.Relationship)
	if !ok {
		return nil
	}
	out := slices.DeleteFunc(slices.Clone(offered), func(p planner.Place) bool {
		return !slices.Contains(was, p.ID) && !p.SamePeople(of.Relationship)
	})
	if !slices.ContainsFunc(out, func(p planner.Place) bool { return !slices.Contains(was, p.ID) }) {
		return nil
	}
	return out
}

// placesFor gives the relationships of the owner to which something may belong: those that go on, and those to which it belongs. To
// others who look at the screen no other is named.
func (w *Window) placesFor(was []core.ID, places *planner.Places) []planner.Place {
	return slices.DeleteFunc(places.Of(places.Owner), func(r planner.Place) bool {
		return !slices.Contains(was, r.ID) && (r.Status == core.StatusEnded || w.presenting())
	})
}

// actionMenu is what can be done with a promise.
func (w *Window) actionMenu(id core.ID) []kit.MenuEntry {
	t, actions := w.words().T, w.cfg.Planner.Actions
	later := func(days int) func() {
		return func() {
			w.step("action", func(ctx context.Context) error {
				today, err := w.cfg.Planner.TodayDate(ctx)
				if err != nil {
					return err
				}
				return actions.Change(ctx, id, func(a *core.Action) error {
					a.Due = today.AddDays(days)
					return nil
				})
			}, planner.TitleActionChanged)
		}
	}
	return []kit.MenuEntry{
		{Text: t("rel.edit"), Run: func() { w.editAction(id) }},
		{Text: t("rel.action_done"), Run: func() { w.tick(id, true) }},
		{Text: t("rel.action_tomorrow"), Run: later(1)},
		{Text: t("rel.action_week"), Run: later(7)},
		{Line: true},
		{Text: t("rel.action_drop"), Run: func() {
			w.step("action", func(ctx context.Context) error { return actions.Drop(ctx, id) }, planner.TitleActionDropped)
		}},
		{Text: t("rel.action_delete"), Danger: true, Run: func() {
			w.step("action", func(ctx context.Context) error { return actions.Delete(ctx, id) }, planner.TitleActionDeleted)
		}},
	}
}

// editQuestion opens the form of a question that waits.
func (w *Window) editQuestion(id core.ID) {
	w.typing(core.Ref{Kind: core.KindQuestion, ID: id}, draftQuestion, func(d forms.Draft) {
		p := w.cfg.Planner
		work(w, "dialog", func(ctx context.Context) (e relationship.QuestionEdit, err error) {
			rec, err := p.Record(ctx, core.Ref{Kind: core.KindQuestion, ID: id})
			if err != nil {
				return e, err
			}
			places, err := p.Places(ctx)
			if err != nil {
				return e, err
			}
			e.Question, _ = rec.(*core.Question)
			for _, r := range places.Of(places.Owner) {
				if r.Status != core.StatusEnded || r.ID == e.Question.Relationship {
					e.Within = append(e.Within, r)
				}
			}
			e.Change = func(ctx context.Context, text string, within core.ID) error {
				return p.Questions.Edit(ctx, id, text, within)
			}
			return e, nil
		}, func(e relationship.QuestionEdit) { relationship.ShowQuestion(w.smallDialogs(d), e) })
	})
}

// startRun gives somebody of a relationship a checklist; where there is none yet, it leads to where they are made.
func (w *Window) startRun(rel core.ID) {
	lists := w.cfg.Planner.Checklists
	work(w, "dialog", lists.Board, func(b *planner.ChecklistBoard) {
		s := relationship.RunStart{Today: b.Today, Names: map[core.ID]string{}, Start: func(ctx context.Context, template, person core.ID, on core.Date) error {
			_, err := lists.Start(ctx, template, on, planner.Given{Person: person, Relationship: rel})
			return err
		}}
		for _, t := range b.Templates {
			if !t.Archived {
				s.Templates = append(s.Templates, t.Checklist)
			}
		}
		place, ok := b.Place(rel)
		if !ok || len(s.Templates) == 0 {
			if ok {
				w.runFor = place
			}
			w.shell.Go(shell.Route{Screen: screenChecklists, Tab: checklists.TabNew})
			return
		}
		r := place.Relationship
		for _, id := range append(r.Mentees(), r.Mentors()...) {
			if !slices.Contains(s.Who, id) {
				s.Who = append(s.Who, id)
			}
			if person := b.Person(id); person != nil && id != b.Owner {
				s.Names[id] = person.Name
			}
		}
		w.typing(relationshipRef(rel), draftRunNew, func(d forms.Draft) { relationship.ShowStartRun(w.smallDialogs(d), s) })
	})
}

// sidebarMenu is what can be done with a relationship of the sidebar.
func (w *Window) sidebarMenu(id core.ID, name string) []kit.MenuEntry {
	t := w.words().T
	there := func(command string) func() {
		return func() {
			w.openRelationship(id)
			w.shell.Commands.Run(command)
		}
	}
	out := []kit.MenuEntry{
		{Text: t("rel.open_it"), Run: func() { w.openRelationship(id) }},
		{Text: t("rel.plan"), Run: func() { w.planMeeting(id) }},
		{Text: t("rel.new_action"), Run: there("action.new")},
		{Text: t("rel.new_question"), Run: there("question.new")},
		{Text: t("rel.add_note"), Run: there("note.new")},
		{Line: true},
		{Text: t("rel.report"), Run: func() { w.openReport(id) }},
		{Text: t("rel.edit_relationship"), Run: func() { w.editRelationship(id) }},
		{Text: t("rel.phase_change"), Run: func() { w.changePhase(id) }},
		{Line: true},
	}
	return append(
		append(out, w.pauseEntry(id, w.statusOf(id))...),
		kit.MenuEntry{Text: t("rel.end"), Danger: true, Run: func() { w.endRelationship(id, name) }},
	)
}
