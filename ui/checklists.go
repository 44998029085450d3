package ui

import (
	"context"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/checklists"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
)

func (w *Window) checklistsScreen() screen {
	return screen{
		name: screenChecklists, nav: "checklists.head",
		page: func(r shell.Route) shell.Page {
			if r.Tab == checklists.TabNew {
				return checklists.New(core.ID{}, checklists.TabTemplates, true, w.templateDeps())
			}
			return checklists.New(r.ID, r.Tab, false, w.checklistsDeps())
		},
		commands: []shell.Command{
			{ID: "checklists", Title: "checklists.head", Reads: true, Keys: "Ctrl+5", Run: func() { w.shell.Go(shell.Route{Screen: screenChecklists}) }},
			{ID: "checklist.new", Title: "checklists.new", Run: func() { w.shell.Go(shell.Route{Screen: screenChecklists, Tab: checklists.TabNew}) }},
		},
	}
}

// templateDeps is checklistsDeps for a new template, which may be wanted for a relationship: from there on it goes back
// to it once the template is kept.
func (w *Window) templateDeps() checklists.Deps {
	deps, place := w.checklistsDeps(), w.runFor
	w.runFor = planner.Place{}
	if place.Relationship == nil {
		return deps
	}
	deps.For = place.Name
	deps.Made = func() {
		w.shell.Go(shell.Route{Screen: screenRelationship, ID: place.ID, Tab: relationship.TabChecklists})
		w.startRun(place.ID)
	}
	return deps
}

func (w *Window) checklistsDeps() checklists.Deps {
	lists := w.cfg.Planner.Checklists
	return checklists.Deps{
		Words: w.words, Presenting: w.presenting, Dialogs: w.shell.Dialogs,
		Load:   func(done func(*planner.ChecklistBoard)) { work(w, "checklists", veiled(w, lists.Board), done) },
		Takers: func(done func(*planner.Places)) { work(w, "checklists.takers", w.cfg.Planner.Places, done) }, Offer: w.offering,
		Tick: w.tickItem,
		ChangeRun: func(run core.ID, edit func(*core.Run) error) {
			w.step("run", func(ctx context.Context) error { return lists.ChangeRun(ctx, run, edit) }, planner.TitleRunChanged)
		},
		KeepLine: func(o *shell.Open, f *forms.Form, run core.ID, line core.RunItem) {
			w.save(forms.Saving{Open: o, Form: f, Title: planner.TitleRunChanged, Do: func(ctx context.Context) error {
				return lists.ChangeRun(ctx, run, func(r *core.Run) error { r.PutItem(line); return nil })
			}})
		},
		DeleteRun: func(run core.ID) {
			w.step("run", func(ctx context.Context) error { return lists.DeleteRun(ctx, run) }, planner.TitleRunDeleted)
		},
		SaveTemplate: w.saveTemplate,
		DeleteTemplate: func(id core.ID) {
			w.step("checklist", func(ctx context.Context) error { return lists.Delete(ctx, id) }, planner.TitleChecklistDeleted)
		},
		Give: func(o *shell.Open, f *forms.Form, template core.ID, on core.Date, to []planner.Given) {
			w.save(forms.Saving{Open: o, Form: f, Title: planner.RunTitle(len(to)), Do: func(ctx context.Context) error {
				_, err := lists.Start(ctx, template, on, to...)
				return err
			}})
		},
		Moved: func(id core.ID, tab string) {
			w.shell.Router.Rename(shell.Route{Screen: screenChecklists, ID: id, Tab: tab})
			w.shell.RefreshHeader()
		},
		Typing: w.typing, Unsaved: w.notYetSaved, Header: w.shell.RefreshHeader, Unkept: w.templateUnkept,
	}
}

// templateUnkept says which template could not be kept as it was left, and why, and leads back to it: what was typed is there.
func (w *Window) templateUnkept(id core.ID, name string, err error) {
	if w.cfg.Log != nil {
		w.cfg.Log(err)
	}
	if name == "" {
		name = strings.TrimSuffix(w.t("checklists.new"), "…")
	}
	to := shell.Route{Screen: screenChecklists, ID: id, Tab: checklists.TabTemplates}
	if id.IsZero() {
		to.Tab = checklists.TabNew
	}
	w.shell.Say(kit.ToastSpec{
		Text: w.t("checklists.unkept", "name", name, "reason", w.errorIn(err)), Danger: true, For: 15 * time.Second,
		Action: w.t("settings.correct"), Do: func() { w.shell.Go(to) },
	})
}

// tickItem marks a line of a checklist in use as done, or opens it again.
func (w *Window) tickItem(run, item core.ID, done bool) {
	title := planner.TitleRunItemDone
	if !done {
		title = planner.TitleRunItemReopened
	}
	w.step("run", func(ctx context.Context) error { return w.cfg.Planner.Checklists.Tick(ctx, run, item, done) }, title)
}

// saveTemplate keeps a template; done is told its id, or what is wrong.
func (w *Window) saveTemplate(id core.ID, edit func(*core.Checklist) error, drop forms.Drop, done func(core.ID, error)) {
	lists := w.cfg.Planner.Checklists
	kept := id
	w.try(drop.After(func(ctx context.Context) error {
		if !id.IsZero() {
			return lists.Change(ctx, id, edit)
		}
		c := core.Checklist{}
		if err := edit(&c); err != nil {
			return err
		}
		made, err := lists.Add(ctx, c)
		if err == nil {
			kept = made.ID
		}
		return err
	}), func(err error) {
		done(kept, err)
	})
}
