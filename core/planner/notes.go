package planner

import (
	"context"

	"mentorbook/core"
)

// Notes is what can be done with notes.
type Notes struct{ e *engine }

// Write keeps a note: a new one where its id is zero, else a new text and readers for the old one. A note
// emptied of its text is deleted.
func (s Notes) Write(ctx context.Context, note core.Note) (*core.Note, error) {
	n := note
	_, err := s.e.do(ctx, TitleNoteWritten, nil, func(u *unit) error {
		if !n.ID.IsZero() && core.CleanLine(n.Text) == "" {
			return u.remove(core.RefOf(&n))
		}
		if _, err := u.Get(n.About); err != nil {
			return err
		}
		if n.ID.IsZero() {
			ws, err := workspaceOf(u)
			if err != nil {
				return err
			}
			if n.Author.IsZero() {
				n.Author = ws.Owner
			}
			return u.put(&n)
		}
		old, err := load[core.Note](u, n.ID)
		if err != nil {
			return err
		}
		old.Text, old.Readers = n.Text, n.Readers
		n = *old
		return u.put(&n)
	})
	return &n, err
}

// About gives the notes about one thing, oldest first.
func (s Notes) About(ctx context.Context, id core.ID) ([]*core.Note, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Note, error) {
		return collect(scan[core.Note](r, Query{Index: NotesAbout, Of: id}))
	})
}

// Delete removes a note.
func (s Notes) Delete(ctx context.Context, id core.ID) error {
	_, err := s.e.do(ctx, TitleNoteDeleted, nil, func(u *unit) error {
		return u.remove(core.Ref{Kind: core.KindNote, ID: id})
	})
	return err
}
