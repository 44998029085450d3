package reports

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// lineList is the release log, or the reports that were written: any number of rows.
type lineList struct {
	page  *Page
	lines []Line
	what  string
	rows  map[fyne.CanvasObject]*lineRow
	list  *kit.List
	card  *kit.Card
	empty *fyne.Container
	box   *fyne.Container
}

func newLineList(p *Page) *lineList {
	l := &lineList{page: p, empty: kit.Stack(0), rows: map[fyne.CanvasObject]*lineRow{}}
	l.list = kit.NewList(kit.ListSpec{
		Length: func() int { return len(l.lines) },
		Create: func() fyne.CanvasObject {
			r := newLineRow()
			l.rows[r.box] = r
			return r.box
		},
		Update: func(i int, row fyne.CanvasObject) { l.rows[row].set(l.lines[i]) },
		Height: 52,
		Open:   l.open,
		Menu: func(i int, at fyne.Position) {
			if c := kit.CanvasOf(l.box); c != nil {
				l.menu(c, i, at)
			}
		},
		Label: func(i int) string { return l.lines[i].Title },
	}).WhenEmpty(l.empty)
	l.card = kit.NewCard("", "", l.list)
	l.box = kit.Fill(kit.Pad(18, 20, 18, 20, l.card))
	return l
}

// set shows other lines.
func (l *lineList) set(lines []Line, what string) {
	l.lines, l.what = lines, what
	if l.page.deps.Presenting() { // it may be empty only for those who look
		l.empty.Objects = []fyne.CanvasObject{kit.NewEmpty(l.page.words.Empty("reports.empty."+what, true), "")}
		l.list.Refresh()
		return
	}
	l.empty.Objects = []fyne.CanvasObject{kit.NewEmpty(l.page.t("reports.empty."+what), l.page.t("reports.empty_hint."+what), l.first())}
	l.list.Refresh()
}

// first is the button of what comes first: the report, from which items are let out and which is written, and before that a
// relationship.
func (l *lineList) first() *kit.Button {
	if len(l.page.places.Relationships) == 0 {
		return l.page.begun()
	}
	return kit.NewButton(l.page.t("reports.empty_do."+l.what), kit.Primary, func() { l.page.tabbar.Choose(0) })
}

// open leads from a release to the item's dialog, and opens the file of a report that was written.
func (l *lineList) open(i int) {
	switch ref := l.lines[i].Ref; {
	case ref.Kind == core.KindReport:
		l.page.deps.OpenWritten(ref.ID)
	case l.opens(i):
		l.page.deps.Release(ref, "")
	}
}

func (l *lineList) menu(c fyne.Canvas, i int, at fyne.Position) {
	switch ref := l.lines[i].Ref; {
	case ref.Kind == core.KindReport:
		kit.ShowMenu(c, at, l.page.deps.WrittenMenu(ref.ID))
	case l.opens(i):
		kit.ShowMenu(c, at, []kit.MenuEntry{{Text: l.page.t("plans.release"), Run: func() { l.open(i) }}})
	}
}

func (l *lineList) opens(i int) bool {
	line := l.lines[i]
	return line.Ref.Kind != core.KindReport && line.Title != l.page.t("reports.gone")
}

// lineRow shows a line.
type lineRow struct {
	title, detail *kit.Text
	chip, mark    *kit.Chip
	box           *fyne.Container
}

func newLineRow() *lineRow {
	r := &lineRow{title: kit.NewLine("", kit.Strong()), detail: kit.NewLine("", kit.Caption()), chip: kit.NewChip("", kit.Neutral), mark: kit.NewChip("", kit.Warn)}
	r.box = kit.Line(10, kit.Grow(kit.Stack(0, r.title, r.detail)), r.mark, r.chip)
	return r
}

func (r *lineRow) set(l Line) {
	r.title.SetText(l.Title)
	r.detail.SetText(l.Detail)
	r.chip.Set(l.Chip, kit.ToneKind(l.Tone))
	r.mark.Set(l.Mark, kit.Warn)
}
