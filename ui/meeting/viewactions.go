package meeting

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// actionsView is the card of the promises made in this meeting.
type actionsView struct {
	page    *Page
	card    *kit.Card
	list    *kit.CheckList
	field   *kit.TextField
	handing *forms.Handing
	editor  *inPlace
	asked   string // the line with a name that nobody has, of which that was said
	told    forms.DayTold
}

func newActionsView(p *Page) *actionsView {
	v := &actionsView{page: p}
	v.list = kit.NewCheckList(kit.CheckListSpec{Tick: v.tick, Open: v.edit, Menu: v.menu, Remove: v.remove, Type: func(letter string) { v.handing.Type(letter) }})
	v.field = kit.NewTextField("", p.model.ActionHint, v.typed)
	v.handing = forms.HandOver(p.deps.Words(), v.field, forms.Hand{Keep: v.add, Draft: func(text string) { v.page.draft(planner.FieldAction).set(text) }})
	v.card = kit.NewCard(p.t("meeting.actions"), "", kit.Stack(8, v.list, v.handing.Object()))
	return v
}

func (v *actionsView) show() {
	items := make([]kit.CheckItem, len(v.page.model.Actions))
	for i, a := range v.page.model.Actions {
		style := kit.Caption()
		if a.Late {
			style = kit.CaptionIn(kit.ColorDanger)
		}
		items[i] = kit.CheckItem{Key: key(a.ID), Title: a.Title, Done: a.Done, Caption: []kit.Run{style.Run(a.Caption)}}
	}
	v.list.SetItems(items)
	v.list.Hidden = len(items) == 0
	v.handing.Shown()
	v.card.Refresh()
}

// typed says how a typed line reads, and keeps it as a draft.
func (v *actionsView) typed(text string) {
	v.told.Follow(text)
	_, hint, _ := v.page.model.Promise(text, v.told.Day(), v.page.deps.Words())
	v.field.SetHint(hint)
	v.handing.Typed()
}

// settleDay writes the one day that may have been meant, and where there is no such one says what is wrong. What was
// told of once is not told of again: who types it once more means it as words.
func (v *actionsView) settleDay(text, doubt string) {
	noDay, line := v.page.model.Days(text)
	v.told.Tell(text, noDay)
	if line == "" {
		v.field.SetError(doubt)
		return
	}
	v.field.SetText(line)
	v.typed(line)
}

// add keeps a typed promise, if it says what it seems to say.
func (v *actionsView) add(text string, done func(error)) bool {
	a, hint, err := v.page.model.Promise(text, v.told.Day(), v.page.deps.Words())
	if core.CodeOf(err) == core.CodeBadDate {
		v.settleDay(text, hint)
		return false
	}
	if core.CodeOf(err) == core.CodeNobody && v.asked == text {
		err = nil // it was said, and Enter pressed again: words of one's own
	}
	if err != nil {
		v.field.SetError(v.page.deps.Words().Error(err))
		v.asked = text
		return false
	}
	if hint == "" {
		return false
	}
	v.asked, v.told = "", forms.DayTold{}
	each := v.page.model.ForEach(a, text)
	v.page.deps.Try(func(ctx context.Context) error { return v.page.deps.Planner.Actions.AddEach(ctx, each) }, done)
	return true
}

func (v *actionsView) action(key string) (Action, bool) {
	for _, a := range v.page.model.Actions {
		if a.ID.String() == key {
			return a, true
		}
	}
	return Action{}, false
}

func (v *actionsView) tick(key string, on bool) {
	a, ok := v.action(key)
	if !ok {
		return
	}
	do, title := v.page.deps.Planner.Actions.Done, planner.TitleActionDone
	if !on {
		do, title = v.page.deps.Planner.Actions.Reopen, planner.TitleActionReopened
	}
	v.page.deps.Step(title, func(ctx context.Context) error { return do(ctx, a.ID) }, nil)
}

func (v *actionsView) remove(key string) {
	if a, ok := v.action(key); ok {
		v.page.deps.Step(planner.TitleActionDeleted, func(ctx context.Context) error {
			return v.page.deps.Planner.Actions.Delete(ctx, a.ID)
		}, nil)
	}
}

func (v *actionsView) menu(key string) []kit.MenuEntry {
	t := v.page.t
	a, _ := v.action(key)
	out := []kit.MenuEntry{{Text: t("button.edit"), Keys: "Enter", Run: func() { v.edit(key) }}}
	if !a.Done {
		out = append(out, kit.MenuEntry{Text: t("meeting.drop_action"), Run: func() {
			v.page.deps.Step(planner.TitleActionDropped, func(ctx context.Context) error {
				return v.page.deps.Planner.Actions.Drop(ctx, a.ID)
			}, nil)
		}})
	}
	return append(out, kit.MenuEntry{Line: true}, kit.MenuEntry{Text: t("button.delete"), Keys: "Delete", Danger: true, Run: func() { v.remove(key) }})
}
