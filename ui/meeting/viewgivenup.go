package meeting

import (
	"encoding/json"

	"mentorbook/core/planner"
)

// giveUp is stop for somebody who does not want what was typed, and may want it after all: it is offered again.
func (e *inPlace) giveUp() bool {
	var again func()
	if e.unkept() && e.draft != nil {
		page, field, text := e.draft.page, e.draft.field, e.kept()
		again = func() { page.deps.GivenUp(field, text) }
	}
	stopped := e.stop()
	if again != nil {
		again()
	}
	return stopped
}

// EditedWords gives the words of a line of which an editor in its place told what was typed.
func EditedWords(typed string) string {
	var t typedInPlace
	if json.Unmarshal([]byte(typed), &t) != nil || len(t.Fields) == 0 {
		return ""
	}
	return t.Fields[0]
}

// EditAgain opens the editor of a line with what was typed there and given up. While another line holds words that are not
// kept, it leads to those, and the offer stands again. It tells whether there is such a line to be edited.
func (p *Page) EditAgain(field, typed string) bool {
	var t typedInPlace
	if p.agenda == nil || json.Unmarshal([]byte(typed), &t) != nil {
		return false
	}
	edit, editor := p.agenda.edit, func() *inPlace { return p.agenda.editor }
	if field == planner.FieldEditAction {
		edit, editor = p.actions.edit, func() *inPlace { return p.actions.editor }
	}
	held := editor().unkept()
	edit(t.Of)
	switch e := editor(); {
	case held:
		p.deps.GivenUp(field, typed)
	case e == nil || e.list.Editing() != t.Of:
		return false
	default:
		e.retype(t)
		e.typed()
	}
	return true
}
