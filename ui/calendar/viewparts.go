package calendar

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// pageLayout puts the heading above the days and the cards at their side; in a narrow window the side goes, and where
// no heading would have room beside the views, each stands above them. What a heading says has no say in that: the views
// stand at one place, whichever of them is on show.
type pageLayout struct{ page *Page }

// MinSize is given by the frame.
func (*pageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// sideWidth is that of the cards, and leastTitle what a heading needs beside the views, on two lines.
const (
	sideWidth  = 230
	leastTitle = 148
)

// titleStyles are those of a heading, the first that has room counts.
func titleStyles() []kit.Style {
	return []kit.Style{{Size: kit.SizeSubtitle, Bold: true}, {Size: kit.SizeText, Bold: true}, {Size: kit.SizeCaption, Bold: true}}
}

// fitTitle puts the heading on one line, in a smaller style where that needs it, and else on two.
func (p *Page) fitTitle(width float32) (height float32) {
	text := p.title.Text()
	for _, style := range titleStyles() {
		if p.title.SetRuns(style.Run(text)); p.title.NaturalWidth() <= width {
			break
		}
	}
	return p.title.HeightFor(width)
}

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	p := l.page
	margin, control := kit.SizeOf(kit.SizeMargin), kit.SizeOf(kit.SizeControl)
	side := kit.Px(sideWidth)
	if s.Width < kit.Px(860) {
		side = 0
	}
	width := s.Width - 2*margin
	if side > 0 {
		width -= side + kit.SizeOf(kit.SizeGap) + kit.Px(2)
	}
	x := margin
	set := func(o fyne.CanvasObject, w float32) {
		o.Move(fyne.NewPos(x, margin-kit.Px(2)))
		o.Resize(fyne.NewSize(w, control))
		x += w + kit.Px(8)
	}
	set(p.back, control)
	set(p.today, kit.NaturalWidth(p.today))
	set(p.forward, control)
	views, right := p.views.MinSize().Width, margin+width
	p.more.Hidden = side > 0 || p.state.View == Year
	if side == 0 {
		right -= control + kit.Px(8)
	}
	x += kit.Px(8)
	top, end := margin-kit.Px(2), right-views
	room, above := end-x-kit.Px(16), top
	if room < kit.Px(leastTitle) {
		room, top, end = right-x, top+control+kit.Px(8), margin
	}
	p.more.Move(fyne.NewPos(right+kit.Px(8), above))
	p.more.Resize(fyne.NewSize(control, control))
	h := p.fitTitle(room)
	p.title.Move(fyne.NewPos(x, above+(control-h)/2))
	p.title.Resize(fyne.NewSize(room, h))
	p.views.Move(fyne.NewPos(end, top))
	p.views.Resize(fyne.NewSize(views, control))
	top += control + kit.Px(14)
	p.legend.Hidden = side > 0 || p.legend.Text() == ""
	if !p.legend.Hidden {
		h := p.legend.HeightFor(width)
		p.legend.Move(fyne.NewPos(margin, top-kit.Px(8)))
		p.legend.Resize(fyne.NewSize(width, h))
		top += h
	}
	below := float32(0)
	if p.explained.(*fyne.Container).Hidden = side > 0 || p.state.View != Year; p.explained.Visible() {
		h := kit.HeightFor(p.explained, width)
		p.explained.Move(fyne.NewPos(margin, s.Height-margin-h))
		p.explained.Resize(fyne.NewSize(width, h))
		below = h + kit.Px(8)
	}
	p.body.Move(fyne.NewPos(margin, top))
	p.body.Resize(fyne.NewSize(width, s.Height-top-margin-below))
	if side == 0 {
		p.side.Hide()
	} else {
		p.side.Show()
	}
	p.side.Move(fyne.NewPos(s.Width-margin-side, margin-kit.Px(2)))
	p.side.Resize(fyne.NewSize(side, s.Height-2*margin))
}

// kindOf gives the look of a block.
func kindOf(b Block) kit.Kind {
	switch b.Tone {
	case Due:
		return kit.Info
	case Late:
		return kit.Alarm
	case Gone, Taken:
		return kit.Neutral
	case Clashed:
		return kit.Alarm
	}
	return kit.KindOf(b.Tint)
}

func block(b Block, day int) kit.GridBlock {
	return kit.GridBlock{
		Key: b.Key, Day: day, From: b.From, To: b.To, Title: b.Title, Caption: b.Caption, Time: b.Clock, Initials: b.Initials, Kind: kindOf(b), Care: b.Care, Aside: b.Theirs, Length: b.Length,
		Fixed: b.Fixed, Loose: b.Tone == Gone || b.Tone == Taken || b.Tone == Clashed,
	}
}

func gridSpec(m *Model) kit.GridSpec {
	spec := kit.GridSpec{NowDay: -1, NowMinute: m.Now.Hour*60 + m.Now.Minute}
	column := map[core.Date]int{}
	for i, d := range m.Days {
		column[d.Date] = i
		spec.Days = append(spec.Days, kit.GridDay{Title: d.Title, Today: d.Today, Off: d.Off, Work: kit.Span{From: d.Work.From, To: d.Work.To}, More: m.More[d.Date]})
		if d.Today {
			spec.NowDay = i
		}
	}
	for _, h := range m.Hours {
		spec.Zones = append(spec.Zones, kit.GridZone{Name: h.Name, Hours: h.Names, Later: h.Later})
	}
	for _, b := range m.Blocks {
		spec.Blocks = append(spec.Blocks, block(b, column[b.Date]))
	}
	for _, b := range m.Whole {
		spec.WholeDay = append(spec.WholeDay, block(b, column[b.Date]))
	}
	return spec
}

func monthSpec(m *Model) kit.MonthSpec {
	period := m.State.Period()
	spec := kit.MonthSpec{
		First: period.From, Weeks: period.To.DaysSince(period.From) / 7, Month: m.State.Date, Today: m.Today,
		Days: map[core.Date][]kit.GridBlock{}, More: m.More,
	}
	for i := range spec.Weekdays {
		spec.Weekdays[i] = m.words.WeekdayShort(time.Weekday((i + 1) % 7))
	}
	for d := period.From; d.Before(period.To); d = d.AddDays(1) {
		on := m.On(d)
		slices.SortStableFunc(on, func(a, b Block) int { return a.rank() - b.rank() })
		for _, b := range on {
			spec.Days[d] = append(spec.Days[d], block(b, 0))
		}
	}
	return spec
}

// newList makes the agenda list. Headings and entries are rows of one list, so that keys go through both.
func (p *Page) newList() *kit.List {
	rows := func() []Row {
		if p.model == nil {
			return nil
		}
		return p.model.Rows
	}
	return kit.NewList(kit.ListSpec{
		Length: func() int { return len(rows()) },
		Create: func() fyne.CanvasObject {
			return kit.Line(12, kit.Width(120, kit.NewLine("", kit.Muted())), kit.Grow(kit.NewLine("", kit.Body())), kit.NewLine("", kit.Caption()))
		},
		Update: func(i int, o fyne.CanvasObject) { fillRow(rows()[i], o) },
		Open: func(i int) {
			if key := rows()[i].Block.Key; key != "" {
				p.open(key)
			}
		},
		Menu: func(i int, at fyne.Position) {
			if key := rows()[i].Block.Key; key != "" {
				p.menu(key, at)
			}
		},
	}).WhenEmpty(kit.NewEmpty(p.t("calendar.empty"), p.t("calendar.empty_hint"), nil))
}

func fillRow(r Row, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	at := parts[0].(*fyne.Container).Objects[0].(*kit.Text)
	what := parts[1].(*fyne.Container).Objects[0].(*kit.Text)
	if r.Heading != "" {
		at.SetText("")
		parts[0].Hide()
		what.SetRuns(kit.Run{Text: r.Heading, Style: kit.Strong()})
		parts[2].(*kit.Text).SetText("")
		return
	}
	parts[0].Show()
	at.SetText(r.Time)
	text, style := r.Block.Title, kit.Body()
	if r.Note != "" {
		text = r.Note
	}
	if r.Note != "" || r.Block.Tone == Gone {
		style = kit.Muted()
	}
	what.SetRuns(kit.Run{Text: text, Style: style})
	parts[2].(*kit.Text).SetText(r.Block.Aside())
}
