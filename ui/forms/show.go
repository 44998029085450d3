package forms

import (
	"context"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Draft is where a form keeps what is being typed into it, so that neither a crash nor a key pressed by mistake
// loses a word.
type Draft struct {
	Text    string                   // what was being typed before and never kept; "" for nothing
	Keep    func(text func() string) // keeps what is being typed; "" drops it. The text is put together wherever it is called
	GivenUp func(text, words string) // the dialog was closed with what was typed and not kept, whole and as the words alone; the draft is the receiver's to keep or to drop
	Drop    Drop                     // drops it where what was typed is saved; nil where nothing is kept
	Ended   func()                   // the dialog has gone, and the draft with it; nil for nothing
	Watch   Watcher                  // nil where the form is about no record, or about one that nothing takes away
	After   kit.After
}

// Drop drops a draft within the work that saves what it holds: once the window ends, nobody is told any more that this went well,
// and what is saved would be offered at the next start. Nil drops nothing.
type Drop func(context.Context) error

// After gives the work that saves something, and then drops its draft if that went well.
func (d Drop) After(save func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		if err := save(ctx); err != nil || d == nil {
			return err
		}
		return d(ctx)
	}
}

// Show opens a dialog with a form in it. What is typed there is kept as a draft while it is typed; what was typed
// before stands in the fields again, and a line above them says so and offers to begin anew. The draft goes with the
// dialog, unless something was typed and not kept: that can be brought back.
func Show(dialogs *shell.Dialogs, f *Form, d Draft, spec shell.Dialog) *shell.Open {
	if dialogs.Refuse != nil && dialogs.Refuse() {
		return dialogs.Unshown(spec)
	}
	t := Follow(f, d)
	f.unfoldFilled()
	if t.Restored() {
		spec.First = firstIn(spec.Content, spec.First)
		spec.Content = kit.Stack(10, t.Notice(spec.Content, nil), spec.Content)
	}
	slot := kit.Stack(0)
	slot.Hide()
	spec.Content = kit.Stack(10, slot, spec.Content)
	unwatch := func() {}
	confirm, closed := spec.OK, spec.Closed
	spec.Touched, spec.Leaving = t.Touched, t.Pause
	spec.OK = func() bool {
		if f.gone {
			return false
		}
		if confirm == nil || confirm() {
			f.Settle()
			return true
		}
		return false
	}
	spec.Closed = func() {
		unwatch()
		t.End()
		if closed != nil {
			closed()
		}
	}
	open := dialogs.Show(spec)
	if d.Watch != nil {
		unwatch = d.Watch(func(g *Gone) { f.lose(open, slot, g) })
	}
	return open
}

// firstIn gives what shall have the focus: the field that was meant, or where rows were made anew the first one.
func firstIn(content fyne.CanvasObject, meant fyne.Focusable) fyne.Focusable {
	if o, ok := meant.(fyne.CanvasObject); ok && kit.Contains(content, o) {
		return meant
	}
	return kit.FirstFocusable(content)
}

// Typing follows what is typed into one form.
type Typing struct {
	form     *Form
	draft    Draft
	drafting *Drafting
	kept     bool // there is a draft in the workspace
	ended    bool
}

// Follow begins to keep what is typed into a form, and types again what was typed before. What stands in the fields
// when it begins is what nobody has typed.
func Follow(f *Form, d Draft) *Typing {
	t := &Typing{form: f, draft: d, kept: d.Text != ""}
	t.drafting = NewDrafting(d.After, func() { t.keep(t.form.typed()) })
	f.begun = f.content()
	if d.Text != "" {
		f.retype(d.Text)
	}
	return t
}

// Restored tells whether what was typed before stands in the form again.
func (t *Typing) Restored() bool { return t.draft.Text != "" && t.form.typed() != nil }

// Touched is told that something was typed. The words are kept a moment later, once for all that come until then.
func (t *Typing) Touched() {
	if !t.ended {
		t.drafting.Touched()
	}
}

// keep keeps what was typed; nil drops it. A long text takes a while to be written as JSON, which is not done here.
func (t *Typing) keep(content map[string]string) {
	if content != nil || t.kept {
		t.kept = content != nil
		t.draft.Keep(func() string { return written(content) })
	}
}

// Pause ends the following and leaves the words in the workspace, for the next time.
func (t *Typing) Pause() {
	t.ended = true
	t.drafting.Forget()
	t.keep(t.form.typed())
}

// Dropping gives what drops the words that wait in the workspace, where there are any; t may be nil.
func (t *Typing) Dropping() Drop {
	if t == nil {
		return nil
	}
	return t.draft.Drop
}

// End drops the draft of what was kept or never typed, and hands on what was typed and not kept.
func (t *Typing) End() {
	t.ended = true
	t.drafting.Forget()
	var content map[string]string
	if !t.form.settled {
		content = t.form.typed()
	}
	if text := written(content); text != "" {
		t.draft.GivenUp(text, t.form.said(content))
	} else {
		t.keep(nil)
	}
	if t.draft.Ended != nil {
		t.draft.Ended()
	}
}

// Notice is the line that says that what was typed before stands in the content again, with a button that begins
// anew; then is called after that, and may be nil.
func (t *Typing) Notice(content fyne.CanvasObject, then func()) fyne.CanvasObject {
	w := t.form.words
	line := kit.Stack(0)
	anew := kit.NewButton(w.T("forms.anew"), kit.Quiet, func() {
		t.form.restart()
		t.form.Clear()
		line.Hide()
		kit.Relayout(line)
		if then != nil {
			then()
		}
		kit.FocusIn(content)
	})
	line.Add(kit.Line(8, kit.Grow(kit.NewText(w.T("forms.restored"), kit.CaptionIn(kit.ColorAccent))), anew))
	return line
}
