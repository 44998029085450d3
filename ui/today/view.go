package today

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the screen asks of the window.
type Deps struct {
	Words func() *locale.Words
	Load  func(done func(*planner.Today))
	Open  func(relationship core.ID)
	Tick  func(action core.ID)
	First func(*planner.Today) fyne.CanvasObject // what to do first where nothing has begun yet; nil for nothing
}

// Page is the screen.
type Page struct {
	shell.ScrollPage
	deps Deps
}

var _ shell.Page = (*Page)(nil)

// New makes the screen; its first data come by Refresh.
func New(deps Deps) *Page {
	p := &Page{ScrollPage: shell.NewScrollPage(kit.Stack(0)), deps: deps}
	p.Refresh()
	return p
}

// Header implements shell.Page: the general top bar.
func (p *Page) Header() shell.Header { return shell.Header{} }

// Refresh reads the day again.
func (p *Page) Refresh() {
	p.deps.Load(func(t *planner.Today) {
		if first := p.deps.First(t); first != nil {
			p.SetContent(first)
			return
		}
		p.SetContent(p.draw(NewModel(t, p.deps.Words())))
	})
}

func (p *Page) draw(m *Model) fyne.CanvasObject {
	head := kit.Stack(2, kit.NewText(m.Title, kit.Style{Size: kit.SizeTitle, Bold: true}), muted(m.Subtitle, kit.SizeText))
	return kit.WideNarrow(
		kit.Cards(head, p.nextCard(m), p.weekCard(m)),
		kit.Cards(p.needsCard(m), p.hoursCard(m)),
	)
}

func muted(text string, size fyne.ThemeSizeName) *kit.Text {
	return kit.NewText(text, kit.Style{Size: size, Color: kit.ColorMuted})
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

func (p *Page) nextCard(m *Model) fyne.CanvasObject {
	if m.Next == nil {
		return kit.NewCard(p.t("today.no_next"), "", muted(p.t("today.no_next_hint"), kit.SizeText))
	}
	n := m.Next
	agenda := []fyne.CanvasObject{muted(n.AgendaHead, kit.SizeText)}
	if len(n.Agenda) == 0 {
		agenda = append(agenda, muted(p.t("today.agenda_empty"), kit.SizeText))
	}
	for _, item := range n.Agenda {
		line := []fyne.CanvasObject{kit.NewText(item.Text, kit.Style{})}
		if item.Owner != "" {
			line = append(line, kit.NewChip(item.Owner, kit.Info))
		}
		agenda = append(agenda, kit.Chips(line...))
	}
	since := []fyne.CanvasObject{muted(n.SinceHead, kit.SizeText)}
	for _, text := range n.Since {
		since = append(since, kit.NewText(text, kit.Style{}))
	}
	open := kit.NewButton(p.t("button.open"), kit.Primary, func() { p.deps.Open(n.Relationship) })
	body := kit.Columns(420, []float32{3, 2}, kit.Stack(2, agenda...), kit.Stack(2, since...))
	return kit.NewCard(n.Title, n.Caption, kit.Stack(14, body, kit.Line(8, open)))
}

func (p *Page) weekCard(m *Model) fyne.CanvasObject {
	var rows []*kit.Row
	for _, r := range m.Week {
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Leading:  kit.NewAvatar(r.Initials, r.Key),
			Content:  kit.TwoLines(kit.NewLine(r.Name, kit.Style{Bold: true}), kit.NewLine(r.Caption, kit.Style{Size: kit.SizeCaption, Color: kit.ColorMuted})),
			Trailing: kit.NewChip(r.ChipText, kinds(r.Chip)), Tap: func() { p.deps.Open(r.Relationship) },
		}))
	}
	if len(rows) == 0 {
		return kit.NewCard(p.t("today.this_week"), m.WeekCaption, muted(p.t("today.week_empty"), kit.SizeText))
	}
	return kit.NewCard(p.t("today.this_week"), m.WeekCaption, kit.Rows(rows...))
}

func kinds(t Tone) kit.Kind {
	return map[Tone]kit.Kind{Plain: kit.Neutral, Good: kit.Accent, Care: kit.Warn, Pressing: kit.Alarm, Told: kit.Info}[t]
}

func (p *Page) needsCard(m *Model) fyne.CanvasObject {
	if len(m.Needs) == 0 {
		return kit.NewCard(p.t("today.needs"), "", muted(p.t("today.needs_none"), kit.SizeText))
	}
	var rows []*kit.Row
	for _, n := range m.Needs {
		spec := kit.RowSpec{Leading: kit.NewChip(n.Chip, kinds(n.Tone)), Content: kit.NewText(n.Text, kit.Style{})}
		if !n.Action.IsZero() {
			spec.Trailing = kit.NewCheckBox("", false, func(bool) { p.deps.Tick(n.Action) })
		}
		if !n.Relationship.IsZero() {
			spec.Tap = func() { p.deps.Open(n.Relationship) }
		}
		rows = append(rows, kit.NewRow(spec))
	}
	content := []fyne.CanvasObject{kit.Rows(rows...)}
	if m.More != "" {
		content = append(content, muted(m.More, kit.SizeCaption))
	}
	return kit.NewCard(p.t("today.needs"), "", kit.Stack(4, content...))
}

func (p *Page) hoursCard(m *Model) fyne.CanvasObject {
	content := []fyne.CanvasObject{kit.NewBar(m.HoursShare).Thick(), muted(m.HoursText, kit.SizeCaption)}
	for _, s := range m.Hours {
		bar := kit.NewBar(s.Part).Wide(110)
		content = append(content, kit.Line(10, kit.Grow(kit.NewLine(s.Name, kit.Style{})), bar, muted(s.Text, kit.SizeCaption)))
	}
	return kit.NewCard(m.HoursTitle, m.HoursLimit, kit.Stack(8, content...))
}
