package meeting

import (
	"encoding/json"
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
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
