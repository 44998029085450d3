package people

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// columns are those of the list; narrow windows show the first ones, and one in which nobody has anything gives its room to
// the names. Where somebody alone has nothing in them, their name has it.
func (p *Page) columns() []kit.Cell {
	none := func(has func(Used) bool) func() bool { return func() bool { return !has(p.list.Filled()) } }
	return []kit.Cell{
		{Width: 30},
		{Weight: 5, Over: true},
		{Weight: 4, From: 400, Off: none(func(f Used) bool { return f.With })},
		{Width: 92, From: 500, Off: none(func(f Used) bool { return f.Last })},
		{Width: 54, From: 350, Off: none(func(f Used) bool { return f.Local })},
	}
}

// line is the objects of a row.
type line struct {
	avatar            *kit.Avatar
	name, caption     *kit.Text
	with, last, local *kit.Text
}

func (p *Page) newLine() fyne.CanvasObject {
	l := line{
		avatar: kit.NewAvatar("", ""), name: kit.NewLine("", kit.Body()), caption: kit.NewLine("", kit.Caption()),
		with: kit.NewText("", kit.Caption()).Limit(2), last: kit.NewLine("", kit.Caption()), local: kit.NewLine("", kit.Caption()),
	}
	return kit.Cells(12, p.columns(), l.avatar, kit.TwoLines(l.name, l.caption), l.with, l.last, l.local)
}

func lineOf(o fyne.CanvasObject) line {
	cells := o.(*fyne.Container).Objects
	two := cells[1].(*fyne.Container).Objects
	return line{
		cells[0].(*kit.Avatar), two[0].(*kit.Text), two[1].(*kit.Text),
		cells[2].(*kit.Text), cells[3].(*kit.Text), cells[4].(*kit.Text),
	}
}

func fillLine(o fyne.CanvasObject, r *Row) {
	l := lineOf(o)
	l.avatar.Set(r.Initials, r.Key)
	l.name.SetText(r.Name)
	l.caption.SetText(r.Caption)
	kit.ShowCaption(o, o.(*fyne.Container).Objects[1])
	l.with.SetText(r.With)
	l.last.SetText(r.Last)
	l.local.SetText(r.Local)
}

// drawHeads shows the heads of the columns; pressing one sorts.
func (p *Page) drawHeads() {
	head := func(key string, by Order) fyne.CanvasObject {
		text := p.t(key)
		if by == p.list.Order() {
			text += " ↓"
		}
		return kit.NewHead(text, by == p.list.Order(), func() {
			p.list.Sort(by)
			p.drawHeads()
			p.rows.SetCurrent(max(p.list.Find(p.id), 0))
			p.rows.Refresh()
		})
	}
	names := kit.Line(12, head("people.by_name", ByName))
	if p.list.Filled().Organisation {
		names.Add(head("people.by_organisation", ByOrganisation))
	}
	var away fyne.CanvasObject = hidden()
	if n := p.list.PutAway(); n > 0 {
		away = kit.Line(0, kit.NewToggle(p.t("people.put_away", "n", p.deps.Words().Number(float64(n))), p.list.Archived(), func(on bool) {
			p.list.ShowArchived(on)
			p.showFound()
		}), kit.Spring())
	}
	p.heads.Objects = []fyne.CanvasObject{away, kit.Pad(0, 8, 0, 8, kit.Cells(12, p.columns(),
		kit.Stack(0), names, kit.NewLine(p.t("people.with"), kit.Caption()), head("people.by_contact", ByContact), head("people.by_clock", ByClock)))}
	p.heads.Refresh()
}
