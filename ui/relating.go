package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/relationship"
)

// relating is what the form of a relationship begins with.
type relating struct {
	directory *planner.Directory
	side      core.Role
	rel       *core.Relationship
}

// newRelationship opens the form of a new relationship, with somebody on the other side; a zero id is whoever is the only
// one without any, or nobody yet.
func (w *Window) newRelationship(with core.ID) { w.beginWith(with, "", w.openRelationship) }

// beginFirst opens it for what needs a relationship, and says so; then goes on with that.
func (w *Window) beginFirst(with core.ID, then func(begun core.ID)) {
	w.beginWith(with, w.t("rel.form_first"), func(begun core.ID) {
		w.openRelationship(begun)
		then(begun)
	})
}

func (w *Window) beginWith(with core.ID, why string, then func(begun core.ID)) {
	of := core.Ref{}
	if !with.IsZero() {
		of = core.Ref{Kind: core.KindPerson, ID: with}
	}
	w.typing(of, draftRelationshipNew, func(d forms.Draft) {
		w.withRelating(core.ID{}, func(at relating) {
			other := with
			if other.IsZero() && !w.presenting() {
				other = at.directory.Newcomer()
			}
			in := relationship.Start(at.directory.Owner, at.side, other, at.directory.Today)
			deps := w.relationshipForm(at.directory, d)
			deps.Why, deps.Begun = why, then
			relationship.ShowForm(deps, core.Relationship{}, in)
		})
	})
}

// editRelationship opens the form of a known one.
func (w *Window) editRelationship(id core.ID) {
	w.typing(relationshipRef(id), draftRelationship, func(d forms.Draft) {
		w.withRelating(id, func(at relating) {
			deps := w.relationshipForm(at.directory, d)
			deps.Changed = func(id core.ID) {
				w.tellIn(id)
				if at.rel.Status != core.StatusPaused {
					w.tellStill(id)
				}
			}
			relationship.ShowForm(deps, *at.rel, relationship.NewInput(at.rel))
		})
	})
}

func (w *Window) withRelating(id core.ID, done func(relating)) {
	work(w, "relating", func(ctx context.Context) (relating, error) {
		var out relating
		var err error
		if out.directory, err = w.cfg.Planner.People.Directory(ctx); err != nil {
			return out, err
		}
		ws, err := w.cfg.Planner.Workspace.Get(ctx)
		if err != nil {
			return out, err
		}
		if out.side = ws.Side; !id.IsZero() {
			out.rel, err = w.cfg.Planner.Relationships.Get(ctx, id)
		}
		return out, err
	}, done)
}

func (w *Window) relationshipForm(d *planner.Directory, draft forms.Draft) relationship.FormDeps {
	rels := w.cfg.Planner.Relationships
	deps := relationship.FormDeps{
		Words: w.words(), Dialogs: w.shell.Dialogs, Today: d.Today, Owner: d.Owner, Offer: w.offering(), Save: w.save, Draft: draft,
		Begin: rels.Begin, Change: rels.Reshape,
	}
	for _, row := range d.Rows {
		deps.People = append(deps.People, row.Person)
	}
	return deps
}

func (w *Window) relationshipSteps(today core.Date, d forms.Draft) relationship.StepDeps {
	rels := w.cfg.Planner.Relationships
	return relationship.StepDeps{Words: w.words(), Dialogs: w.shell.Dialogs, Today: today, Save: w.save, Draft: d, Enter: rels.Enter, End: rels.End}
}

// changePhase opens the dialog that moves a relationship on.
func (w *Window) changePhase(id core.ID) {
	w.typing(relationshipRef(id), draftPhase, func(d forms.Draft) {
		type phased struct {
			rel   *core.Relationship
			today core.Date
		}
		work(w, "relating", func(ctx context.Context) (out phased, err error) {
			if out.rel, err = w.cfg.Planner.Relationships.Get(ctx, id); err != nil {
				return out, err
			}
			out.today, err = w.cfg.Planner.TodayDate(ctx)
			return out, err
		}, func(at phased) { relationship.ShowPhase(w.relationshipSteps(at.today, d), at.rel) })
	})
}

// endRelationship opens the dialog that ends one.
func (w *Window) endRelationship(id core.ID, name string) {
	w.typing(relationshipRef(id), draftEnd, func(d forms.Draft) {
		type ending struct {
			open  planner.Ending
			today core.Date
		}
		work(w, "relating", func(ctx context.Context) (out ending, err error) {
			if out.open, err = w.cfg.Planner.Relationships.EndingOf(ctx, id); err != nil {
				return out, err
			}
			out.today, err = w.cfg.Planner.TodayDate(ctx)
			return out, err
		}, func(at ending) { relationship.ShowEnd(w.relationshipSteps(at.today, d), id, name, at.open) })
	})
}

// deleteRelationship deletes one with its meetings, and says in the message with Undo what went with it.
func (w *Window) deleteRelationship(id core.ID) {
	rels := w.cfg.Planner.Relationships
	work(w, "relating", func(ctx context.Context) (planner.Deletion, error) { return rels.DeletionOf(ctx, id) }, func(d planner.Deletion) {
		if w.heldBack(d) {
			return
		}
		w.deleteWith(core.KindRelationship, d, planner.TitleRelationshipDeleted, func(ctx context.Context) error { return rels.Delete(ctx, id) })
	})
}
