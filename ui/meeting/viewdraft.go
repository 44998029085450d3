package meeting

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// draft keeps what is typed into one field.
type draft struct {
	page     *Page
	field    string
	text     func() string // what is typed: to put a long text together is dear, and is done when it is kept
	drafting *forms.Drafting
}

func (p *Page) draft(field string) *draft {
	d := p.drafts[field]
	if d == nil {
		d = &draft{page: p, field: field}
		d.drafting = forms.NewDrafting(p.deps.After, func() { p.deps.Draft(field, d.text()) })
		p.drafts[field] = d
	}
	return d
}

// set takes a new text, which is kept a moment later together with what is typed until then.
func (d *draft) set(text string) { d.follow(func() string { return text }) }

// follow is told that what a field gives is another text.
func (d *draft) follow(text func() string) {
	d.text = text
	d.drafting.Touched()
}

// flush keeps the text now.
func (d *draft) flush() { d.drafting.Flush() }

// drop forgets the draft: its text is kept for good.
func (d *draft) drop() {
	d.set("")
	d.flush()
}

// saved gives the work that saves what was typed into the field, and drops the draft with it: once the window ends, nobody is told any
// more that it went well. d may be nil.
func (d *draft) saved(save func(context.Context) error) func(context.Context) error {
	if d == nil {
		return save
	}
	key, drafts := planner.DraftKey(core.Ref{Kind: core.KindMeeting, ID: d.page.id}, d.field), d.page.deps.Planner.Drafts
	return forms.Drop(func(ctx context.Context) error { return drafts.Keep(ctx, key, "") }).After(save)
}

// restoreEdits opens the editors again in which something was typed and never kept.
func (p *Page) restoreEdits() {
	drafts := p.model.room.Drafts
	p.restoreEdit(drafts[planner.FieldEditItem], p.agenda.edit, func() *inPlace { return p.agenda.editor }, func(text string) {
		p.agenda.handing.Restore(drafts[planner.FieldItem].Text + "\n" + text)
	})
	p.restoreEdit(drafts[planner.FieldEditAction], p.actions.edit, func() *inPlace { return p.actions.editor }, func(text string) {
		p.actions.handing.Restore(drafts[planner.FieldAction].Text + "\n" + text)
	})
}

// restoreEdit opens the editor of the line that a draft is about. The words of a line that has gone stand in the field that
// adds one.
func (p *Page) restoreEdit(kept planner.Draft, edit func(key string), editor func() *inPlace, add func(text string)) {
	var t typedInPlace
	if json.Unmarshal([]byte(kept.Text), &t) != nil || len(t.Fields) == 0 {
		return
	}
	if edit(t.Of); editor() != nil {
		editor().retype(t)
		return
	}
	if id, err := core.ParseID(t.Of); err == nil && !p.model.holds(id) && !p.deps.Presenting() {
		add(t.Fields[0])
		if _, field, ok := kept.Place(); ok {
			p.draft(field).drop()
		}
	}
}

// holds tells whether a line with an id is there, be it one that is not on show.
func (m *Model) holds(line core.ID) bool {
	return slices.ContainsFunc(m.room.Meeting.Agenda, func(a core.AgendaItem) bool { return a.ID == line }) ||
		slices.ContainsFunc(m.room.Actions, func(a *core.Action) bool { return a.ID == line })
}

// broughtBack gives the field in which words stand that were typed and never kept, of several the one that was typed in last; nil
// for none.
func (p *Page) broughtBack() fyne.Focusable {
	var found fyne.Focusable
	var last time.Time
	for _, field := range slices.Sorted(maps.Keys(p.model.room.Drafts)) {
		kept := p.model.room.Drafts[field]
		if f := p.fieldOf(field); f != nil && kept.Text != "" && (found == nil || kept.At.After(last)) {
			found, last = f, kept.At
		}
	}
	return found
}

// fieldOf gives where the words of a draft stand; nil where they do not.
func (p *Page) fieldOf(field string) fyne.Focusable {
	switch field {
	case planner.FieldEditItem:
		return p.agenda.editor.began()
	case planner.FieldEditAction:
		return p.actions.editor.began()
	case planner.FieldItem:
		return written(p.agenda.field)
	case planner.FieldAction:
		return written(p.actions.field)
	}
	for _, n := range []*noteView{p.notes.shared, p.notes.private} {
		if n.of == field && n.field.Editing() && !n.note().Hidden {
			return kit.FirstFocusable(n.field)
		}
	}
	return nil
}

// written gives a field that holds words; nil for one that does not.
func written(f *kit.TextField) fyne.Focusable {
	if f.Text() == "" {
		return nil
	}
	return f.Focusable()
}

// restore puts back what was typed and never finished.
func (p *Page) restore() {
	for _, n := range []*noteView{p.notes.shared, p.notes.private} {
		n.restore()
	}
	if kept := p.model.room.Drafts[planner.FieldTimer].Text; kept != "" && p.model.Planned {
		p.deps.Timer.Resume(p.id, kept, p.deps.Now())
	}
	if text := p.model.room.Drafts[planner.FieldItem].Text; text != "" {
		p.agenda.handing.Restore(text)
	}
	if text := p.model.room.Drafts[planner.FieldAction].Text; text != "" {
		p.actions.handing.Restore(text)
	}
}
