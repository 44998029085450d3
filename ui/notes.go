package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
)

// showNote opens the dialog of a note, with what was being typed there when the program last ended.
func (w *Window) showNote(form forms.NoteForm) {
	place, field := form.Note.About, draftNote
	if !form.Note.ID.IsZero() {
		place, field = core.RefOf(&form.Note), draftText
	}
	form.Words, form.Dialogs, form.Save, form.Write = w.words(), w.shell.Dialogs, w.save, w.cfg.Planner.Notes.Write
	w.typing(place, field, func(d forms.Draft) {
		form.Draft = d
		forms.ShowNote(form)
	})
}

// personNote opens a note about somebody; nil is a new one.
func (w *Window) personNote(p *core.Person, note *core.Note) {
	n := core.Note{About: core.RefOf(p)}
	if note != nil {
		n = *note
	}
	work(w, "note.names", func(ctx context.Context) (map[core.ID]string, error) {
		return w.cfg.Planner.People.Names(ctx, append([]core.ID{p.ID}, n.Readers.Readers...))
	}, func(names map[core.ID]string) {
		w.showNote(forms.NoteForm{Title: w.words().T("people.note_about", "name", p.Name), Note: n, Choices: [][]core.ID{{p.ID}}, Names: names})
	})
}

// relationshipNote opens a note about a relationship; nil is a new one, for the owner alone until they share it.
func (w *Window) relationshipNote(note *core.Note, o *planner.Overview) {
	n := core.Note{About: core.RefOf(o.Relationship)}
	if note != nil {
		n = *note
	}
	var sets [][]core.ID
	others := o.Relationship.Others(o.Owner)
	for _, id := range others {
		sets = append(sets, []core.ID{o.Owner, id})
	}
	if len(others) > 1 {
		sets = append(sets, append([]core.ID{o.Owner}, others...))
	}
	w.showNote(forms.NoteForm{Title: w.words().T("people.note_about", "name", o.Name), Note: n, Choices: sets, Names: o.Names()})
}

// dropNote deletes a note.
func (w *Window) dropNote(id core.ID) {
	w.step("note", func(ctx context.Context) error { return w.cfg.Planner.Notes.Delete(ctx, id) }, planner.TitleNoteDeleted)
}

// resumeNote opens the dialog in which a note was being typed: a new one about a person or a relationship, or one
// that was there before.
func (w *Window) resumeNote(of core.Ref) {
	work(w, "note.names", func(ctx context.Context) (core.Record, error) { return w.cfg.Planner.Record(ctx, of) }, func(rec core.Record) {
		switch x := rec.(type) {
		case *core.Person:
			w.openPerson(x.ID)
			w.personNote(x, nil)
		case *core.Relationship:
			w.openRelationship(x.ID)
			w.withOverview(x.ID, func(o *planner.Overview) { w.relationshipNote(nil, o) })
		case *core.Note:
			w.resumeOld(x)
		}
	})
}

func (w *Window) resumeOld(n *core.Note) {
	work(w, "note.names", func(ctx context.Context) (core.Record, error) { return w.cfg.Planner.Record(ctx, n.About) }, func(rec core.Record) {
		switch x := rec.(type) {
		case *core.Person:
			w.openPerson(x.ID)
			w.personNote(x, n)
		case *core.Relationship:
			w.openRelationship(x.ID)
			w.withOverview(x.ID, func(o *planner.Overview) { w.relationshipNote(n, o) })
		case *core.Meeting:
			w.withOverview(x.Relationship, func(o *planner.Overview) { w.relationshipNote(n, o) })
		}
	})
}

func (w *Window) withOverview(id core.ID, done func(*planner.Overview)) {
	work(w, "note.overview", func(ctx context.Context) (*planner.Overview, error) {
		return w.cfg.Planner.Relationships.Overview(ctx, id)
	}, done)
}
