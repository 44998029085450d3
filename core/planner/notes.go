package planner

import (
	"context"
	"strings"

	"mentorbook/core"
)

// Notes is what can be done with notes.
type Notes struct{ e *engine }

// Write keeps a note: a new one where its id is zero, else a new text and readers for the old one. A note
// emptied of its text is deleted.
func (s Notes) Write(ctx context.Context, note core.Note) (*core.Note, error) {
	n := note
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleNoteWritten, args, func(u *unit) error {
		about, err := u.materialise(n.About)
		if err != nil {
			return err
		}
		if args["name"], err = nameOf(u, about); err != nil {
			return err
		}
		return writeNote(u, &n)
	})
	return &n, err
}

func writeNote(u *unit, n *core.Note) error {
	empty := core.CleanLine(n.Text) == ""
	if n.ID.IsZero() {
		if empty {
			return core.FailField(core.CodeRequired, "text")
		}
		ws, err := workspaceOf(u)
		if err != nil {
			return err
		}
		if n.Author.IsZero() {
			n.Author = ws.Owner
		}
		return u.put(n)
	}
	if empty {
		return u.remove(core.RefOf(n))
	}
	old, err := load[core.Note](u, n.ID)
	if err != nil {
		return err
	}
	old.Text, old.Readers = n.Text, n.Readers
	*n = *old
	return u.put(n)
}

// Append adds a paragraph to what the owner wrote about something for the same readers, or begins such a note.
func (s Notes) Append(ctx context.Context, about core.Ref, text string, readers core.Visibility) (*core.Note, error) {
	var out *core.Note
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleNoteWritten, args, func(u *unit) error {
		rec, err := u.materialise(about)
		if err != nil {
			return err
		}
		if args["name"], err = nameOf(u, rec); err != nil {
			return err
		}
		out, err = appendNote(u, about, text, readers)
		return err
	})
	return out, err
}

func appendNote(u *unit, about core.Ref, text string, readers core.Visibility) (*core.Note, error) {
	ws, err := workspaceOf(u)
	if err != nil {
		return nil, err
	}
	for n, err := range scan[core.Note](u, Query{Index: NotesAbout, Of: about.ID}) {
		if err != nil {
			return nil, err
		}
		if n.Author == ws.Owner && sameReaders(n.Readers, readers) {
			n.Text = strings.TrimRight(n.Text, "\n ") + "\n\n" + text
			return n, u.put(n)
		}
	}
	n := &core.Note{About: about, Author: ws.Owner, Text: text, Readers: readers}
	return n, writeNote(u, n)
}

func sameReaders(a, b core.Visibility) bool {
	if len(a.Readers) != len(b.Readers) {
		return false
	}
	for _, id := range a.Readers {
		if !b.MayRead(id) {
			return false
		}
	}
	return true
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
