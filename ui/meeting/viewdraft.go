package meeting

import (
	"time"

	"mentorbook/core/planner"
)

// draftEvery is how long a typed word waits, at most, until it is kept as a draft.
const draftEvery = 400 * time.Millisecond

// draft keeps what is typed into one field.
type draft struct {
	page  *Page
	field string
	text  func() string // what is typed: to put a long text together is dear, and is done when it is kept
	dirty bool
	timed bool
}

func (p *Page) draft(field string) *draft {
	d := p.drafts[field]
	if d == nil {
		d = &draft{page: p, field: field}
		p.drafts[field] = d
	}
	return d
}

// set takes a new text, which is kept a moment later together with what is typed until then.
func (d *draft) set(text string) { d.follow(func() string { return text }) }

// follow is told that what a field gives is another text.
func (d *draft) follow(text func() string) {
	d.text, d.dirty = text, true
	if d.timed {
		return
	}
	d.timed = true
	d.page.deps.After(draftEvery, func() {
		d.timed = false
		d.flush()
	})
}

// flush keeps the text now.
func (d *draft) flush() {
	if d.dirty {
		d.dirty = false
		d.page.deps.Draft(d.field, d.text())
	}
}

// drop forgets the draft: its text is kept for good.
func (d *draft) drop() {
	d.text, d.dirty = func() string { return "" }, true
	d.flush()
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
