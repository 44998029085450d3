package plans

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// rowList is a list of people with what they work towards: any number of rows.
type rowList struct {
	page  *Page
	rows  []Row
	open  func(Row)
	menu  func(Row) []kit.MenuEntry
	made  map[fyne.CanvasObject]*rowView
	list  *kit.List
	empty *fyne.Container
	card  *kit.Card
	tall  bool     // its rows have three lines
	need  measured // of what it shows

	choose bool // the keys go to the first goal or skill once it is known
}

func newRowList(p *Page, side float32, open func(Row), menu func(Row) []kit.MenuEntry) *rowList {
	l := &rowList{page: p, open: open, menu: menu, made: map[fyne.CanvasObject]*rowView{}, empty: kit.Fill(kit.Stack(0))}
	l.list = kit.NewList(kit.ListSpec{
		Length: func() int { return len(l.rows) },
		Create: func() fyne.CanvasObject {
			v := newRowView(side, func() bool { return l.tall })
			v.more.SetTap(func() { l.more(v) })
			l.made[v.box] = v
			return v.box
		},
		Update: func(i int, row fyne.CanvasObject) {
			v := l.made[row]
			v.at = i
			v.more.SetTip(kit.Tip{Text: p.t("plans.row_menu"), Keys: "Shift+F10"})
			v.set(l.rows[i])
		},
		Taller: func(width float32) float32 {
			if l.tall = !l.need.fits(width, side); l.tall { // what stands behind the marks goes on below them
				return 78
			}
			return 58
		},
		Open: l.opened,
		Menu: func(i int, at fyne.Position) {
			if c := kit.CanvasOf(l.list); c != nil && !l.rows[i].Head {
				kit.ShowMenu(c, at, menu(l.rows[i]))
			}
		},
		Label: func(i int) string { return l.rows[i].Title },
	}).WhenEmpty(l.empty)
	l.card = kit.NewCard("", "", l.list)
	return l
}

func (l *rowList) opened(i int) {
	switch r := l.rows[i]; {
	case !r.Head:
		l.open(r)
	case l.page.deps.OpenPerson != nil:
		l.page.deps.OpenPerson(r.ID)
	}
}

// more opens the menu of a row under its icon, as the menu key does for the present row, which it is then.
func (l *rowList) more(v *rowView) {
	l.list.SetCurrent(v.at)
	if c := kit.CanvasOf(l.list); c != nil {
		c.Focus(l.list)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.more)
		kit.ShowMenu(c, at.AddXY(0, v.more.Size().Height), l.menu(l.rows[v.at]))
	}
}

// present gives the goal or skill that the keys are on; false where they are elsewhere.
func (l *rowList) present() (Row, bool) {
	c, i := kit.CanvasOf(l.list), l.list.Current()
	if c == nil || c.Focused() != fyne.Focusable(l.list) || i >= len(l.rows) || l.rows[i].Head {
		return Row{}, false
	}
	return l.rows[i], true
}

// set shows other rows.
func (l *rowList) set(rows []Row, empty fyne.CanvasObject) {
	l.rows, l.need = rows, measure(rows)
	l.empty.Objects = []fyne.CanvasObject{empty}
	l.list.Refresh()
}

// begin puts the keys on the first goal or skill where that was asked for; where there is none, they stay where they are.
func (l *rowList) begin() {
	if !l.choose {
		return
	}
	l.choose = false
	i := slices.IndexFunc(l.rows, func(r Row) bool { return !r.Head })
	if i < 0 {
		return
	}
	l.list.SetCurrent(i)
	if c := kit.CanvasOf(l.list); c != nil && c.Overlays().Top() == nil {
		c.Focus(l.list)
	}
}

// rowView shows a row: of a person, or of a goal or a skill of theirs.
type rowView struct {
	head, item     *fyne.Container
	cells          *fyne.Container
	avatar         *kit.Avatar
	name           *kit.Text
	title, caption *kit.Text
	marks          *rowMarks
	bar            *kit.Bar
	figure, due    *kit.Text
	more           *kit.SideIcon // opens the row's menu
	at             int           // the row that is shown
	box            *fyne.Container
}

// maxChips is how many marks a row has room for.
const maxChips = 5

// The width of the figures of skills, and of those of goals with the longest day of both languages below, "срок 30 сент. 2027".
const (
	skillSide = 84
	goalSide  = 128
)

// barsFrom is how wide what is said of a goal or a skill is to be for its bar to stand in it, its figures apart; rowMargins is
// what a row has beside that: what stands around it in a list, the picture's place and the menu's icon.
const (
	barsFrom   = 536
	rowMargins = 2*8 + headSide + moreSide
	headSide   = 40
	moreSide   = 30
	barWidth   = 120
	cellsGap   = 14
)

// columns are those of a goal or a skill: what it is, its bar, its figure and its day, so wide. Bars stand in line, whatever is beside them; what is
// not measured has neither, and its title has their room. In a small window the bar gives way to what is said of the goal: the
// figure says the same.
func columns(side float32) []kit.Cell {
	return []kit.Cell{{Weight: 1, Over: true}, {Width: barWidth, From: barsFrom + side}, {Width: side}}
}

func newRowView(side float32, tall func() bool) *rowView {
	v := &rowView{
		avatar: kit.NewAvatar("", ""), name: kit.NewLine("", kit.Strong()), title: kit.NewLine("", kit.Body()), caption: kit.NewLine("", kit.Caption()),
		bar: kit.NewBar(0).WithMarks(kit.Baseline(0), kit.Target(0)), figure: kit.NewLine("", kit.Strong()).Align(fyne.TextAlignTrailing),
		due: kit.NewLine("", kit.Caption()).Align(fyne.TextAlignTrailing), more: kit.NewSideIcon("more", kit.Tip{}, nil),
	}
	v.marks = newRowMarks(v.caption, tall) // below the title: beside it they would take its room in a small window
	v.head = kit.Line(10, v.avatar, kit.Grow(v.name))
	v.cells = kit.Cells(cellsGap, columns(side), kit.Stack(2, v.title, v.marks.box), kit.Stack(0, v.bar), kit.Stack(2, v.figure, v.due))
	v.item = kit.Pad(0, 0, 0, headSide, kit.Line(0, kit.Grow(v.cells), kit.Width(moreSide, v.more)))
	v.box = kit.Stack(0, v.head, v.item)
	return v
}

func (v *rowView) set(r Row) {
	v.head.Hidden, v.item.Hidden = !r.Head, r.Head
	if r.Head {
		v.avatar.Set(r.Initials, r.Key)
		v.name.SetText(r.Title)
		return
	}
	v.title.SetText(r.Title)
	v.caption.SetRuns(captionStyle(r.Late).Run(r.Caption))
	v.due.SetRuns(captionStyle(r.DueLate).Run(r.Due))
	v.marks.set(r.Chips)
	moves := v.bar.Hidden == r.Measured || v.figure.Hidden != (r.Figure == "") || v.due.Hidden != (r.Due == "")
	v.bar.Hidden, v.figure.Hidden, v.due.Hidden = !r.Measured, r.Figure == "", r.Due == ""
	v.bar.SetShare(r.Part)
	v.bar.SetMarks(marks(r.Marks)...)
	v.figure.SetText(r.Figure)
	if moves { // the title has more room now, or less
		v.cells.Refresh()
	}
}

// captionStyle is that of words below a title.
func captionStyle(late bool) kit.Style {
	if late {
		return kit.CaptionIn(kit.ColorDanger)
	}
	return kit.Caption()
}

// marks makes the ticks of a skill: where it began, and where it shall get.
func marks(at []float64) []kit.Mark {
	var out []kit.Mark
	for i, v := range at {
		if i == 0 && len(at) > 0 {
			out = append(out, kit.Baseline(v))
		} else {
			out = append(out, kit.Target(v))
		}
	}
	return out
}

// timeView is the time line with the ways to move it.
type timeView struct {
	page  *Page
	lanes []Lane
	line  *kit.Timeline
	bar   *fyne.Container
	empty *fyne.Container
	card  *kit.Card
	span  *kit.Text
}

func newTimeView(p *Page) *timeView {
	v := &timeView{page: p, bar: kit.Line(6), empty: kit.Fill(kit.Stack(0)), span: kit.NewLine("", kit.Strong()).Whole()}
	v.card = kit.NewCard("", "", kit.Stack(0))
	v.line = kit.NewTimeline(kit.TimelineSpec{Length: func() int { return 0 }})
	return v
}

// build makes the time line in the language of the moment.
func (v *timeView) build() {
	p := v.page
	v.line = kit.NewTimeline(kit.TimelineSpec{
		Length: func() int { return len(v.lanes) },
		Lane:   func(i int) kit.TimelineLane { return v.lane(v.lanes[i]) },
		Month:  func(d core.Date) string { return MonthHead(d, p.words) },
		Today:  p.plans.Today,
		Open:   func(i int) { p.deps.EditGoal(v.lanes[i].ID) },
		Menu: func(i int, at fyne.Position) {
			if c := kit.CanvasOf(v.line); c != nil {
				kit.ShowMenu(c, at, p.goalMenu(Row{ID: v.lanes[i].ID}))
			}
		},
	})
	v.line.WhenEmpty(v.empty)
	move := func(halves int) func() {
		return func() {
			p.stretch = p.stretch.Move(halves)
			v.place()
		}
	}
	lengths := []int{6, 12, 24}
	at := 1
	for i, n := range lengths {
		if n == p.stretch.Months {
			at = i
		}
	}
	long := kit.NewSegments([]string{p.t("plans.months", "count", 6), p.t("plans.months", "count", 12), p.t("plans.months", "count", 24)}, at, func(i int) {
		p.stretch = StretchAround(p.plans.Today, lengths[i])
		v.place()
	})
	v.bar.Objects = []fyne.CanvasObject{
		kit.NewIconButton("chevron-left", kit.Tip{Text: p.t("plans.earlier")}, move(-1)), v.span,
		kit.NewIconButton("chevron-right", kit.Tip{Text: p.t("plans.later")}, move(1)),
		kit.NewButton(p.t("plans.today"), kit.Plain, func() {
			p.stretch = StretchAround(p.plans.Today, p.stretch.Months)
			v.place()
		}), kit.Spring(), long,
	}
	v.card.SetContent(kit.StackGrow(8, 1, v.bar, v.line, v.legend()))
	v.place()
}

// legend says what the marks mean.
func (v *timeView) legend() fyne.CanvasObject {
	t := v.page.t
	return kit.Flow(14, 2,
		legendLine("● ", kit.ColorAccent, t("plans.legend.done")), legendLine("● ", kit.ColorDanger, t("plans.legend.late")),
		legendLine("○ ", kit.ColorMuted, t("plans.legend.open")), legendLine("□ ", kit.ColorMuted, t("plans.legend.end")),
		legendLine("│ ", kit.ColorTarget, t("plans.legend.today")))
}

func legendLine(sign string, color fyne.ThemeColorName, text string) fyne.CanvasObject {
	return kit.NewRuns(kit.CaptionIn(color).Run(sign), kit.Caption().Run(text))
}

// place shows the stretch of months that is chosen.
func (v *timeView) place() {
	s := v.page.stretch
	w := v.page.words
	v.span.SetText(w.T("plans.span", "from", w.MonthHeading(s.From), "to", w.Month(s.To().AddDays(-1))))
	v.bar.Refresh()
	v.line.SetSpan(s.From, s.To())
}

func (v *timeView) set(lanes []Lane, empty fyne.CanvasObject) {
	v.lanes = lanes
	v.empty.Objects = []fyne.CanvasObject{empty}
	v.line.Refresh()
}

func (v *timeView) lane(l Lane) kit.TimelineLane {
	out := kit.TimelineLane{Title: l.Title, Caption: l.Name}
	for _, d := range l.Dots {
		kind := kit.Neutral
		switch {
		case d.Done:
			kind = kit.Accent
		case d.Late:
			kind = kit.Alarm
		}
		out.Dots = append(out.Dots, kit.TimelineDot{On: d.On, Kind: kind, End: d.End, Label: d.Label})
	}
	return out
}
