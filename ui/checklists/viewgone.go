package checklists

import (
	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// holds tells whether something is typed about a template that nobody has kept yet: it stays on show, also where the
// template itself has gone.
func (e *editor) holds(id core.ID) bool {
	return e.shown != nil && e.dirty && !id.IsZero() && e.shown.ID == id
}

// lose says that the template has gone while somebody types about it, and what can be done; nil: it is there again.
func (e *editor) lose(g *forms.Gone) {
	if e.shown == nil || e.gone == (g != nil) || g != nil && !e.holds(e.shown.ID) {
		return
	}
	e.gone = g != nil
	kit.KeepFocus(e.box, func() {
		fill(e.lost)
		if e.gone {
			e.form.Clear()
			fill(e.lost, kit.Stack(6, kit.NewNotice(kit.Warn, e.page.t("checklists.gone")), kit.Flow(8, 6,
				kit.NewButton(g.Back, kit.Plain, g.BringIt).Writes(),
				kit.NewButton(e.page.t("checklists.gone_new"), kit.Plain, e.keepAnew).Writes())))
		}
		e.buttons()
		e.scroll.Relayout()
	})
	kit.Reveal(e.lost)
}

// keepAnew keeps what is typed as a template of its own: the one that it was about may come back one day.
func (e *editor) keepAnew() {
	e.unwatch()
	e.shown, e.fresh, e.page.id = &core.Checklist{}, true, core.ID{}
	for _, l := range e.lines {
		l.id = core.ID{}
	}
	fill(e.lost)
	e.buttons()
	e.keep(nil)
}

// unwatch forgets the template that is on show.
func (e *editor) unwatch() {
	if e.stop != nil {
		e.stop()
		e.stop = nil
	}
	e.gone = false
}
