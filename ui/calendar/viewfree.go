package calendar

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// loadFree looks for times that are free for the owner and the chosen relationship. Whom it showed once it goes on
// showing, where nobody was chosen: a meeting that is moved makes another one the next.
func (p *Page) loadFree() {
	if p.deps.Free == nil {
		return
	}
	whom := p.deps.Show.Whom
	if whom.IsZero() && p.free != nil {
		whom = p.free.Relationship
	}
	p.deps.Free(whom, func(m *FreeModel) {
		p.free = m
		if p.model != nil && p.state.View != Year {
			p.model.Follow(m)
			p.setSide(p.sideCards())
			if p.state.View == Day || p.state.View == Week {
				p.showClocks(gridSpec(p.model))
			}
			p.showQuiet()
		}
	})
}

// showClocks shows the days by the clocks of those who were chosen. A block that is on its way stays there.
func (p *Page) showClocks(spec kit.GridSpec) {
	if p.grid.Moves() {
		p.grid.SetZones(spec.Zones)
		return
	}
	p.grid.Set(spec)
}

// seen looks for the times of those whom a meeting is with, once somebody has gone to it: the last choice counts.
func (p *Page) seen(key string) {
	rel, asked := p.model.with(key), p.deps.Show.Whom
	if p.deps.Free == nil || rel.IsZero() || p.free != nil && p.free.Relationship == rel && (asked == rel || asked.IsZero()) {
		return // they are on show, and nobody else's are being looked for
	}
	p.deps.Show.Whom = rel
	p.loadFree()
}

// showQuiet draws the quiet hours of those who were chosen into the days.
func (p *Page) showQuiet() {
	bands := make([][]kit.Span, len(p.model.Days))
	for i, d := range p.model.Days {
		for _, q := range p.free.quietHours(d.Date) {
			bands[i] = append(bands[i], kit.Span{From: q.From, To: q.To})
		}
	}
	p.grid.SetQuiet(bands)
	p.legends = p.model.legends(p.free)
	p.all.Refresh()
}

// freeCard offers the times: each can be taken, and all can be sent.
func (p *Page) freeCard() fyne.CanvasObject {
	m := p.free
	if p.whomField == nil {
		p.whomField = kit.NewCombo("", p.t("calendar.free_whom"), p.deps.FindWhom, func(item kit.ComboItem) {
			if id, err := core.ParseID(item.Key); err == nil {
				p.deps.Show.Whom, p.whomProposed = id, item.Text
				p.loadFree()
			}
		})
	}
	if p.whomField.Text() == p.whomProposed && p.whomProposed != m.Name { // nobody types: the field names who it is
		p.whomProposed = m.Name
		p.whomField.SetValue(kit.ComboItem{Key: m.Relationship.String(), Text: m.Name})
	}
	parts := []fyne.CanvasObject{kit.NewText(m.Caption, kit.Caption()), p.whomField}
	if clock := p.model.clockWords(); clock != "" {
		parts = append(parts, kit.NewText(clock, kit.Caption()))
	}
	if quiet := p.model.quietWords(m); quiet != "" {
		parts = append(parts, kit.NewText(quiet, kit.CaptionIn(kit.ColorViolet)))
	}
	if m.Assumed != "" {
		parts = append(parts, kit.NewText(m.Assumed, kit.Caption()))
	}
	if m.Empty != "" {
		return kit.NewCard(p.t("calendar.free"), "", kit.Stack(8, append(parts, kit.NewText(m.Empty, kit.Muted()))...))
	}
	var rows []*kit.Row
	for _, s := range m.Slots {
		spec := kit.RowSpec{Content: kit.Stack(0, kit.NewLine(s.Text, kit.Body()), kit.NewText(s.Why, kit.Caption()))}
		if p.deps.New != nil {
			spec.Tap = func() { p.deps.New(m.Relationship, s.Start, s.End) }
		}
		rows = append(rows, kit.NewRow(spec))
	}
	send := kit.NewButton(p.t("calendar.free_copy"), kit.Primary, func() { p.deps.Copy(m.Message) })
	save := kit.NewButton(p.t("calendar.free_save"), kit.Plain, func() { p.deps.Propose(m) })
	return kit.NewCard(p.t("calendar.free"), "", kit.Stack(8, append(parts, send, kit.Rows(rows...), save)...))
}
