package forms

import (
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// NoteForm is what the dialog of a note asks of the window and of its caller.
type NoteForm struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Save    Saver
	Write   func(ctx context.Context, n core.Note) (*core.Note, error)
	Title   string
	Note    core.Note   // a new one has no id
	Choices [][]core.ID // sets of people it can be shared with, as offered
	Names   map[core.ID]string
	Draft   Draft
}

// ShowNote opens the dialog of a note: its text, and who may read it.
func ShowNote(n NoteForm) {
	w := n.Words
	form := NewForm(w)
	sets := append([][]core.ID{nil}, n.Choices...)
	chosen := slices.IndexFunc(sets, func(s []core.ID) bool { return slices.Equal(s, n.Note.Readers.Readers) })
	if chosen < 0 { // shared as nothing that is offered is
		sets = append(sets, n.Note.Readers.Readers)
		chosen = len(sets) - 1
	}
	var options []string
	for _, set := range sets {
		options = append(options, w.Readers(core.Visibility{Readers: set}, n.Names))
	}
	text := Put(form, kit.NewTextArea(w.Label("text"), w.T("note.hint"), 8, nil), "text")
	text.SetText(n.Note.Text)
	readers := Put(form, kit.NewSelect(w.Label("readers"), options, chosen, nil), "visibility.readers", "visibility", "readers")
	confirm := w.T("note.save")
	var open *shell.Open
	open = Show(n.Dialogs, form, n.Draft, shell.Dialog{
		Title: n.Title, Content: kit.Stack(10, text, readers, form.Rest()), Confirm: confirm, Cancel: w.T("window.cancel"),
		First: text.Focusable(), Width: 560,
		OK: func() bool {
			note := n.Note
			note.Text, note.Readers = text.Text(), core.Visibility{Readers: sets[max(readers.Chosen(), 0)]}
			if core.CleanLine(note.Text) == "" && note.ID.IsZero() {
				return form.Show(core.FailField(core.CodeRequired, "text"))
			}
			n.Save(Saving{Open: open, Form: form, Title: planner.TitleNoteWritten, Do: func(ctx context.Context) error {
				_, err := n.Write(ctx, note)
				return err
			}})
			return false
		},
	})
}
