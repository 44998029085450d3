package relationship

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the page asks of the window.
type Deps struct {
	Words  func() *locale.Words
	Load   func(id core.ID, done func(*planner.Overview))
	Tick   func(action core.ID, done bool)
	Plan   func(m *Model)
	Invite func(m *Model)
	Report func(m *Model)
	Header func() // the header has changed
}

// Page is the page.
type Page struct {
	shell.ScrollPage
	id    core.ID
	deps  Deps
	model *Model
}

var _ shell.Page = (*Page)(nil)

// New makes the page of a relationship.
func New(id core.ID, deps Deps) *Page {
	p := &Page{ScrollPage: shell.NewScrollPage(kit.Stack(0)), id: id, deps: deps}
	p.Refresh()
	return p
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	m := p.model
	if m == nil {
		return shell.Header{}
	}
	h := shell.Header{Avatar: kit.NewAvatar(m.Initials, m.Key), Title: m.Title, Subtitle: m.Subtitle}
	if !m.Next.IsZero() {
		h.Actions = append(h.Actions, kit.NewButton(p.t("rel.invite"), kit.Plain, func() { p.deps.Invite(m) }))
	}
	h.Actions = append(h.Actions, kit.NewButton(p.t("rel.report"), kit.Plain, func() { p.deps.Report(m) }))
	if m.Live {
		h.Actions = append(h.Actions, kit.NewButton(p.t("rel.plan"), kit.Primary, func() { p.deps.Plan(m) }))
	}
	return h
}

// Refresh reads the relationship again.
func (p *Page) Refresh() {
	p.deps.Load(p.id, func(o *planner.Overview) {
		p.model = NewModel(o, p.deps.Words())
		p.SetContent(p.draw(p.model))
		p.deps.Header()
	})
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

func muted(text string) *kit.Text {
	return kit.NewText(text, kit.Style{Size: kit.SizeCaption, Color: kit.ColorMuted})
}

func (p *Page) draw(m *Model) fyne.CanvasObject {
	return kit.WideNarrow(
		kit.Cards(p.wayCard(m), p.goalsCard(m), p.skillsCard(m)),
		kit.Cards(p.actionsCard(m), p.questionsCard(m), p.meetingsCard(m)),
	)
}

func (p *Page) wayCard(m *Model) fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, phase := range m.Phases {
		chip := kit.NewChip(phase.Text, kit.Neutral)
		if phase.Done {
			chip = kit.NewChip(phase.Text, kit.Accent)
		}
		if phase.Here {
			chip = kit.NewChip(phase.Text, kit.Accent).Outlined()
		}
		chips = append(chips, chip)
	}
	return kit.NewCard("", "", kit.Stack(8, kit.Chips(chips...), muted(m.Pace)))
}

func (p *Page) goalsCard(m *Model) fyne.CanvasObject {
	var rows []*kit.Row
	for _, g := range m.Goals {
		head := []fyne.CanvasObject{kit.NewText(g.Title, kit.Style{Bold: true})}
		if g.Chip != "" {
			kind := kit.Accent
			if g.Private {
				kind = kit.Alarm
			}
			head = append(head, kit.NewChip(g.Chip, kind))
		}
		content := []fyne.CanvasObject{kit.Chips(head...)}
		if g.Measured {
			content = append(content, kit.NewBar(g.Part))
		}
		content = append(content, muted(g.Caption))
		rows = append(rows, kit.NewRow(kit.RowSpec{Content: kit.Stack(6, content...), Trailing: kit.NewLine(g.Percent, kit.Style{Bold: true})}))
	}
	return p.card("rel.goals", rows)
}

func (p *Page) card(title string, rows []*kit.Row) fyne.CanvasObject {
	if len(rows) == 0 {
		return kit.NewCard(p.t(title), "", muted(p.t("rel.none")))
	}
	return kit.NewCard(p.t(title), "", kit.Rows(rows...))
}

func (p *Page) skillsCard(m *Model) fyne.CanvasObject {
	var rows []*kit.Row
	for _, k := range m.Skills {
		bar := kit.NewBar(k.Now).Wide(220).WithMarks(kit.Mark{At: k.Baseline, Color: kit.ColorText}, kit.Mark{At: k.Target, Color: kit.ColorTarget})
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Content: kit.NewText(k.Name, kit.Style{}), Trailing: kit.Line(10, bar, muted(k.Text)),
		}))
	}
	return p.card("rel.skills", rows)
}

func (p *Page) actionsCard(m *Model) fyne.CanvasObject {
	var rows []*kit.Row
	for _, a := range m.Actions {
		color := kit.ColorMuted
		if a.Late {
			color = kit.ColorDanger
		}
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Leading: kit.NewCheckBox("", a.Done, func(on bool) { p.deps.Tick(a.ID, on) }),
			Content: kit.Stack(0, kit.NewText(a.Title, kit.Style{}), kit.NewText(a.Caption, kit.Style{Size: kit.SizeCaption, Color: color})),
		}))
	}
	return p.card("rel.actions", rows)
}

func (p *Page) questionsCard(m *Model) fyne.CanvasObject {
	var rows []*kit.Row
	for _, q := range m.Questions {
		rows = append(rows, kit.NewRow(kit.RowSpec{Content: kit.NewText(q, kit.Style{})}))
	}
	return p.card("rel.questions", rows)
}

func (p *Page) meetingsCard(m *Model) fyne.CanvasObject {
	var rows []*kit.Row
	for _, text := range m.Meetings {
		rows = append(rows, kit.NewRow(kit.RowSpec{Content: kit.NewText(text, kit.Style{})}))
	}
	return p.card("rel.meetings", rows)
}
