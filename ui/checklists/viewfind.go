package checklists

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// newFind makes the field that finds among what either tab lists.
func (p *Page) newFind() *kit.SearchField {
	f := kit.NewSearchField("", kit.FindKeys, p.seek)
	f.OnKey(p.findKey)
	return f
}

// nameFind says in the field what it finds on the tab.
func (p *Page) nameFind() {
	key := "checklists.find_runs"
	if p.tab == TabTemplates {
		key = "checklists.find_templates"
	}
	p.find.SetWords(p.t(key), kit.FindKeys)
}

// seek lists what has the words that were typed, and shows the first of it beside the list, unless what is open there is found
// as well, or a template that somebody is writing.
func (p *Page) seek(text string) {
	if text == p.filter.Text {
		return
	}
	p.filter.Text = text
	p.sift()
}

// setDone shows runs with nothing left to do too, or not.
func (p *Page) setDone(on bool) {
	if p.filter.Done = on; p.filter.Text == "" {
		p.show()
		return
	}
	p.sift()
}

// sift shows what the filter lets through.
func (p *Page) sift() {
	if p.board == nil {
		return
	}
	if first, ok := p.instead(p.found()); ok {
		p.open(first)
		return
	}
	p.show()
}

// found gives what the filter lets through, in the order of the list of the tab.
func (p *Page) found() []core.ID {
	m := NewModel(p.board, p.filter, p.deps.Presenting(), p.words)
	var out []core.ID
	if p.tab == TabTemplates {
		for _, t := range m.Templates {
			out = append(out, t.ID)
		}
		return out
	}
	for _, r := range m.Runs {
		out = append(out, r.ID)
	}
	return out
}

// instead gives what is to be shown in place of what is open; false where that stays.
func (p *Page) instead(found []core.ID) (core.ID, bool) {
	if len(found) == 0 || p.tab == TabTemplates && (p.editor.dirty || p.editor.fresh) {
		return core.ID{}, false
	}
	for _, id := range found {
		if id == p.id {
			return core.ID{}, false
		}
	}
	return found[0], true
}

// findKey moves in the list while one types; Escape lists everything again.
func (p *Page) findKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		p.listOf().TypedKey(ev)
		return true
	case fyne.KeyEscape:
		if p.find.Text() != "" {
			p.find.SetText("")
			return true
		}
	}
	return false
}

// toFind goes to the field.
func (p *Page) toFind() {
	if c := kit.CanvasOf(p.box); c != nil {
		kit.FocusOn(c, p.find.Focusable())
	}
}

// seekNothing lists everything again.
func (p *Page) seekNothing() {
	p.find.SetText("")
	p.toFind()
}

// lacks says why a list has no row, as far as what stands in their place depends on it.
type lacks struct {
	runs, templates bool // there are none at all
	sought          bool // a text is looked for
	done            bool // it is found among the runs that are done with
	hidden          bool // others look at the screen
}

func (p *Page) lacks() lacks {
	return lacks{
		len(p.board.Runs) == 0, len(p.board.Templates) == 0, p.filter.Text != "", p.model.FoundDone, p.deps.Presenting(),
	}
}

// explain puts into the place of the rows of both lists why there are none, anew where the reason is another one: whoever is
// on a button of it stays there.
func (p *Page) explain() {
	why := p.lacks()
	if p.told && why == p.why {
		return
	}
	p.why, p.told = why, true
	if why.sought {
		p.runs.WhenEmpty(p.noneFound(why.done))
		p.templates.WhenEmpty(p.noneFound(false))
		return
	}
	p.runs.WhenEmpty(p.noRuns())
	p.templates.WhenEmpty(p.noTemplates("checklists.no_templates"))
}

// noneFound leads back to all rows, or on to those that are done with where the text is found there.
func (p *Page) noneFound(done bool) fyne.CanvasObject {
	if done {
		return kit.NewEmpty(p.t("checklists.found_done"), "", kit.NewButton(p.t("checklists.show_done"), kit.Plain, func() {
			p.finished.SetOn(true)
			p.setDone(true)
			p.toFind()
		}))
	}
	clear := kit.NewButton(p.t("find.clear"), kit.Plain, p.seekNothing)
	if p.deps.Presenting() { // it may be found by those who do not look
		return kit.NewEmpty(p.t("find.none_shown"), "", clear)
	}
	return kit.NewEmpty(p.t("plans.none_found"), p.t("checklists.none_found_hint"), clear)
}
