package today

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the screen asks of the window.
type Deps struct {
	NeedDeps

	Presenting func() bool
	Load       func(done func(*planner.Today))
	Copy       func(text string)
	RowMenu    func(Row) []kit.MenuEntry // what can be done with a meeting of the week
	Out        func(*Next) *Next         // the next meeting as its guests read of it, by whatever names it is seen here
	Mail       func(to []string, subject, body string)
	Help       func(meeting core.ID, i int, on bool)
	Line       func(meeting core.ID, text string, done func(error)) // keeps a line about the meeting
	Draft      func(meeting core.ID, text string)
	After      kit.After
	First      func(*planner.Today) fyne.CanvasObject // what to do first where nothing has begun yet, or the day of a mentee; nil for neither
	Leave      func()                                 // keeps what is being typed into that
	Field      func() fyne.Focusable                  // into which a mentee types; nil where there is none on show
	Inbox      InboxDeps
	Learning   func() bool   // of who is both: the day of the mentee is shown
	Learn      func(on bool) // shows that one, or the mentor's
}

// Page is the screen.
type Page struct {
	shell.ScrollPage

	deps  Deps
	model *Model
	line  *lineField
	steps fyne.CanvasObject // what to do first, where nothing has begun yet; nil elsewhere
	main  *kit.Button       // what a mentor would do first: open the next meeting, or plan one; nil on another's day
}

var (
	_ shell.Page        = (*Page)(nil)
	_ shell.Beginner    = (*Page)(nil)
	_ shell.KeyBeginner = (*Page)(nil)
)

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
		p.steps, p.main = nil, nil
		if first := p.deps.First(t); first != nil {
			if t.Fresh() {
				p.steps = first
			}
			p.SetContent(p.sided(t, first))
			return
		}
		p.model = NewModel(t, p.deps.Words(), p.deps.Presenting())
		p.SetContent(p.sided(t, p.draw(p.model)))
	})
}

// sided puts the choice between the day of a mentor and that of a mentee above the day of somebody who is both.
func (p *Page) sided(t *planner.Today, day fyne.CanvasObject) fyne.CanvasObject {
	if t.Side != core.RoleBoth || t.Fresh() {
		return day
	}
	at := 0
	if p.deps.Learning() {
		at = 1
	}
	sides := kit.NewSegments([]string{p.t("today.as_mentor"), p.t("today.as_mentee")}, at, func(i int) {
		p.deps.Learn(i == 1)
		p.Refresh()
	})
	return kit.Stack(14, kit.Line(0, sides, kit.Spring()), day)
}

// First implements shell.Beginner: where nothing has begun yet, the button of what comes first; a line that was typed and never
// kept. Elsewhere the day is read.
func (p *Page) First() fyne.Focusable {
	switch {
	case p.steps != nil:
		return kit.FirstFocusable(p.steps)
	case p.line != nil && p.line.back:
		return p.line.field.Focusable()
	}
	return nil
}

// FirstByKey implements shell.KeyBeginner: a mentee's questions come to mind between other things, and are typed at once. A
// mentor goes on to the next meeting.
func (p *Page) FirstByKey() fyne.Focusable {
	if f := p.deps.Field(); f != nil {
		return f
	}
	if p.main == nil || p.First() != nil {
		return nil
	}
	return p.main
}

// Leave keeps what is being typed.
func (p *Page) Leave() {
	if p.line != nil {
		p.line.draft.Flush()
	}
	p.deps.Leave()
}

func (p *Page) draw(m *Model) fyne.CanvasObject {
	head := kit.Stack(2, kit.NewText(m.Title, kit.Heading()))
	if !m.Fresh && m.Subtitle != "" {
		head.Add(muted(m.Subtitle, kit.SizeText))
	}
	needs := needsCard(m.Needs, m.More, p.deps.NeedDeps)
	if needs == nil {
		needs = kit.NewCard(p.t("today.needs"), "", muted(m.NoNeeds, kit.SizeText))
	}
	side := []fyne.CanvasObject{needs}
	if box := InboxCard(m.Inbox, p.deps.Inbox); box != nil {
		side = append(side, box)
	}
	if m.Capture != nil {
		side = append(side, p.captureCard(m.Capture))
	}
	return kit.WideNarrow(
		kit.Cards(head, p.nextCard(m), p.weekCard(m)),
		kit.Cards(append(side, p.hoursCard(m))...),
	)
}

func muted(text string, size fyne.ThemeSizeName) *kit.Text {
	return kit.NewText(text, kit.Style{Size: size, Color: kit.ColorMuted})
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

func (p *Page) weekCard(m *Model) fyne.CanvasObject {
	var rows []*kit.Row
	for _, r := range m.Week {
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Leading:  kit.NewAvatar(r.Initials, r.Key),
			Content:  kit.TwoLines(kit.NewLine(r.Name, kit.Strong()), kit.NewText(r.Caption, kit.Caption())),
			Trailing: kit.NewChip(r.ChipText, kit.ToneKind(r.Chip)), Tap: func() { p.deps.Meeting(r.Meeting) },
			Menu: func(at fyne.Position) { p.menu(at, r) },
		}))
	}
	if len(rows) == 0 {
		return kit.NewCard(p.t("today.this_week"), m.WeekCaption, muted(p.t("today.week_empty"), kit.SizeText))
	}
	return kit.NewCard(p.t("today.this_week"), m.WeekCaption, kit.Rows(rows...))
}

// menu is what can be done with a meeting of the week.
func (p *Page) menu(at fyne.Position, r Row) {
	c := kit.CanvasOf(p.Object())
	if c == nil {
		return
	}
	kit.ShowMenu(c, at, p.deps.RowMenu(r))
}

func (p *Page) hoursCard(m *Model) fyne.CanvasObject {
	content := []fyne.CanvasObject{kit.NewBar(m.HoursShare).Thick(), muted(m.HoursText, kit.SizeCaption)}
	texts := make([]fyne.CanvasObject, len(m.Hours))
	for i, s := range m.Hours {
		texts[i] = muted(s.Text, kit.SizeCaption).Align(fyne.TextAlignTrailing)
	}
	for i, text := range kit.Even(texts...) {
		s := m.Hours[i]
		content = append(content, kit.Line(10, kit.Grow(kit.NewText(s.Name, kit.Body())), kit.NewBar(s.Part).Wide(110), text))
	}
	return kit.NewCard(m.HoursTitle, m.HoursLimit, kit.Stack(8, content...))
}
