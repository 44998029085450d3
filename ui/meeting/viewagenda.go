package meeting

import (
	"context"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// agendaView is the card of the agenda.
type agendaView struct {
	page    *Page
	card    *kit.Card
	caption *kit.Text
	whole   *kit.Text // how long the meeting has run, while the timer does
	list    *kit.CheckList
	empty   *kit.Text
	field   *kit.TextField
	handing *forms.Handing
	inbox   *kit.ChipButton
	open    *kit.ChipButton
	ahead   *kit.ChipButton // takes what waits at a later meeting
	pull    *fyne.Container
	foot    *fyne.Container
	editor  *inPlace
	chosen  core.ID // the item that somebody said is the present one
}

func newAgendaView(p *Page) *agendaView {
	v := &agendaView{page: p, caption: kit.NewLine("", kit.Caption()), whole: kit.NewText("", kit.Caption()), empty: kit.NewText("", kit.Muted())}
	v.list = kit.NewCheckList(kit.CheckListSpec{
		Tick: v.tick, Open: v.edit, Menu: v.menu, Move: v.move, Remove: v.remove, Type: func(letter string) { v.handing.Type(letter) },
	})
	v.field = kit.NewTextField("", p.t("meeting.item_hint"), v.typed)
	v.handing = forms.HandOver(p.deps.Words(), v.field, forms.Hand{Keep: v.add, Draft: func(text string) { v.page.draft(planner.FieldItem).set(text) }})
	v.inbox = kit.NewChipButton("", kit.Neutral, false, func() { kit.ShowMenuUnder(v.inbox, v.pullMenu(p.model.Asked)) }).Writes()
	v.open = kit.NewChipButton("", kit.Neutral, false, func() { kit.ShowMenuUnder(v.open, v.pullMenu(p.model.Promised)) }).Writes()
	v.ahead = kit.NewChipButton("", kit.Neutral, false, v.advance).Writes()
	v.pull = kit.Flow(6, 4, v.ahead, v.inbox, v.open)
	v.foot = kit.Stack(6, v.handing.Object(), v.pull)
	v.card = kit.NewCardWith(p.t("meeting.agenda"), v.caption, kit.Stack(8, v.whole, v.list, v.empty, v.foot))
	return v
}

func key(id core.ID) string { return id.String() }

// show brings the card up to date and leaves alone what stays.
func (v *agendaView) show() {
	a := v.page.model.Agenda
	style := kit.Caption()
	if a.Over {
		style = kit.CaptionIn(kit.ColorWarn)
	}
	v.caption.SetRuns(style.Run(a.Caption))
	items := make([]kit.CheckItem, len(a.Items))
	for i, item := range a.Items {
		items[i] = v.line(item)
	}
	v.list.SetItems(items)
	v.empty.SetText(a.Empty)
	v.empty.Hidden = len(items) > 0
	v.list.Hidden = len(items) == 0
	v.foot.Hidden = !v.page.model.Planned
	v.showWhole()
	v.inbox.SetText(v.page.t("meeting.pull_inbox", "n", len(v.page.model.Asked)))
	v.open.SetText(v.page.t("meeting.pull_open", "n", len(v.page.model.Promised)))
	v.inbox.Hidden, v.open.Hidden = len(v.page.model.Asked) == 0, len(v.page.model.Promised) == 0
	v.ahead.SetText(v.page.model.Ahead.Text)
	v.ahead.Hidden = v.page.model.Ahead.From.IsZero()
	v.handing.Shown()
	v.card.Refresh()
}

// present gives the item that is being talked about: what the timer runs for, what was chosen, or the first
// that waits once the meeting has begun.
func (v *agendaView) present() core.ID {
	m := v.page.model
	if !m.Planned {
		return core.ID{}
	}
	if v.page.deps.Timer.On(v.page.id) {
		return v.page.deps.Timer.Item()
	}
	if item, ok := m.Agenda.Item(v.chosen); ok && !item.Done {
		return v.chosen
	}
	if m.Started {
		return m.Agenda.First()
	}
	return core.ID{}
}

func (v *agendaView) line(item Item) kit.CheckItem {
	out := kit.CheckItem{Key: key(item.ID), Title: item.Text, Done: item.Done, Strong: item.ID == v.present(), Fixed: item.Moved || !v.page.model.Planned}
	if item.Private {
		out.Chip, out.Kind = v.page.t("chip.private"), kit.Alarm
	}
	text := item.Line()
	if out.Strong && v.page.deps.Timer.On(v.page.id) {
		left, over := v.page.deps.Timer.Left(item, v.page.deps.Now(), v.page.deps.Words())
		style := kit.Caption()
		if over {
			style = kit.CaptionIn(kit.ColorDanger)
			style.Bold = true
		}
		if text != "" {
			text += " · "
		}
		out.Caption = []kit.Run{kit.Caption().Run(text), style.Run(left)}
		return out
	}
	if text != "" {
		out.Caption = []kit.Run{kit.Caption().Run(text)}
	}
	return out
}

// showWhole says how long the meeting has run; false where that changes what stands below.
func (v *agendaView) showWhole() bool {
	p := v.page
	text, over := "", false
	if p.model.Planned {
		text, over = p.deps.Timer.Whole(p.id, p.model.room.Meeting.Length(), p.deps.Now(), p.deps.Words())
	}
	style := kit.Caption()
	if over {
		style = kit.CaptionIn(kit.ColorDanger)
		style.Bold = true
	}
	was := v.whole.Hidden
	v.whole.SetRuns(style.Run(text))
	v.whole.Hidden = text == ""
	return v.whole.Hidden == was
}

// showTime brings the times of the meeting and of the present item up to date, and nothing else.
func (v *agendaView) showTime() {
	if !v.showWhole() {
		v.card.Refresh()
	}
	if item, ok := v.page.model.Agenda.Item(v.present()); ok {
		v.list.SetItem(v.line(item))
	}
}

func (v *agendaView) item(key string) (Item, bool) {
	for _, item := range v.page.model.Agenda.Items {
		if item.ID.String() == key {
			return item, true
		}
	}
	return Item{}, false
}

func (v *agendaView) tick(key string, on bool) {
	item, ok := v.item(key)
	if !ok {
		return
	}
	p := v.page
	if on && p.deps.Timer.On(p.id) && p.deps.Timer.Item() == item.ID {
		if next := p.model.Agenda.After(item.ID); next.IsZero() {
			p.deps.Timer.Stop(p.deps.Now())
			p.deps.KeepTimer(p.id, p.deps.Timer.Kept())
		} else {
			p.startTimer(next)
		}
	}
	title := planner.TitleAgendaDone
	if !on {
		title = planner.TitleAgendaReopened
	}
	p.deps.Step(title, func(ctx context.Context) error { return p.deps.Planner.Agendas.Tick(ctx, p.id, item.ID, on) }, nil)
}

func (v *agendaView) move(key string, to int) {
	if item, ok := v.item(key); ok {
		to = v.page.model.Agenda.PlaceOf(to)
		v.page.deps.Step(planner.TitleAgendaMoved, func(ctx context.Context) error {
			return v.page.deps.Planner.Agendas.Reorder(ctx, v.page.id, item.ID, to)
		}, nil)
	}
}

func (v *agendaView) remove(key string) {
	if item, ok := v.item(key); ok && v.page.model.Planned {
		v.page.deps.Step(planner.TitleAgendaRemoved, func(ctx context.Context) error {
			return v.page.deps.Planner.Agendas.Remove(ctx, v.page.id, item.ID)
		}, nil)
	}
}

// typed says how a typed line reads, and keeps it as a draft.
func (v *agendaView) typed(text string) {
	hint := ""
	switch item := ReadItem(text); {
	case item.Minutes > 0:
		hint = v.page.deps.Words().Hours(item.Minutes)
	case item.Text != "":
		hint = v.page.t("meeting.item_minutes")
	}
	v.field.SetError("")
	v.field.SetHint(hint)
	v.handing.Typed()
}

// add keeps a typed item.
func (v *agendaView) add(text string, done func(error)) bool {
	item := ReadItem(text)
	if item.Text == "" {
		if item.Minutes > 0 {
			v.field.SetError(v.page.deps.Words().Error(core.FailField(core.CodeRequired, "title")))
		}
		return false
	}
	v.page.deps.Try(func(ctx context.Context) error {
		_, err := v.page.deps.Planner.Agendas.Add(ctx, v.page.id, item)
		return err
	}, done)
	return true
}

func (v *agendaView) menu(key string) []kit.MenuEntry {
	item, ok := v.item(key)
	p := v.page
	if !ok || !p.model.Planned {
		return []kit.MenuEntry{{Text: p.t("button.edit"), Reason: p.t("meeting.is_closed")}}
	}
	place := 0
	for i, x := range p.model.Agenda.Items {
		if x.ID == item.ID {
			place = i
		}
	}
	return []kit.MenuEntry{
		{Text: p.t("button.edit"), Keys: "Enter", Run: func() { v.edit(key) }},
		{Text: p.t("meeting.talk_now"), Run: func() { v.talk(item.ID) }},
		{Line: true},
		{Text: p.t("button.move_up"), Keys: "Alt+Up", Run: func() { v.move(key, place-1) }},
		{Text: p.t("button.move_down"), Keys: "Alt+Down", Run: func() { v.move(key, place+1) }},
		{Line: true},
		{Text: p.t("button.remove"), Keys: "Delete", Danger: true, Run: func() { v.remove(key) }},
	}
}

// talk makes an item the present one.
func (v *agendaView) talk(item core.ID) {
	v.chosen = item
	if v.page.deps.Timer.On(v.page.id) {
		v.page.startTimer(item)
	}
	v.show()
}

// pullMenu lists what waits, and all of it at once.
func (v *agendaView) pullMenu(waiting []Pull) []kit.MenuEntry {
	var out []kit.MenuEntry
	var all []core.Ref
	for i, w := range waiting {
		all = append(all, w.Ref)
		if i < 15 {
			out = append(out, kit.MenuEntry{Text: w.Text, Run: func() { v.take(w.Ref) }})
		}
	}
	if len(all) > 1 {
		out = append(out, kit.MenuEntry{Line: true}, kit.MenuEntry{
			Text: v.page.t("meeting.pull_all", "count", len(all)), Run: func() { v.take(all...) },
		})
	}
	return out
}

// advance takes what waits at a later meeting.
func (v *agendaView) advance() {
	ahead := v.page.model.Ahead
	v.page.deps.Step(planner.PullTitle(len(ahead.Items)), func(ctx context.Context) error {
		return v.page.deps.Planner.Agendas.Advance(ctx, v.page.id, ahead.From, ahead.Items...)
	}, nil)
}

func (v *agendaView) take(refs ...core.Ref) {
	v.page.deps.Step(planner.PullTitle(len(refs)), func(ctx context.Context) error {
		return v.page.deps.Planner.Agendas.Pull(ctx, v.page.id, refs...)
	}, nil)
}
