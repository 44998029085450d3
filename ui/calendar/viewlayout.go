package calendar

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// pageLayout puts the heading above the days and the cards at their side; in a narrow window the side goes, and where
// no heading would have room beside the views, a field to choose among them takes their place: the days need the height
// of a second line. What a heading says has no say in that: the views stand at one place, whichever of them is on show.
type pageLayout struct{ page *Page }

// MinSize is given by the frame.
func (*pageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// sideWidth is that of the cards, leastTitle what a heading needs beside the views, and lowPage how high a page is at the
// most that spares the air around it for the days, in units.
const (
	sideWidth  = 230
	leastTitle = 200
	lowPage    = 400
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

// fitLegend explains the days as fully as one line allows, and in the shortest way on several where none does.
func (p *Page) fitLegend(width float32) (height float32) {
	for _, text := range p.legends {
		if p.legend.SetText(text); p.legend.NaturalWidth() <= width {
			break
		}
	}
	return p.legend.HeightFor(width)
}

func set(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	p := l.page
	margin, side := kit.SizeOf(kit.SizeMargin), kit.Px(sideWidth)
	if s.Width < kit.Px(860) {
		side = 0
	}
	width := s.Width - 2*margin
	if side > 0 {
		width -= side + kit.SizeOf(kit.SizeGap) + kit.Px(2)
	}
	top, foot, gap := margin-kit.Px(2), margin, kit.Px(14)
	if s.Height < kit.Px(lowPage) {
		top, foot, gap = kit.Px(10), kit.Px(10), kit.Px(8)
	}
	begin := top
	top += l.head(margin, top, width, side > 0) + gap
	if p.explained.(*fyne.Container).Hidden = side > 0 || p.state.View != Year; p.explained.Visible() {
		h := kit.HeightFor(p.explained, width)
		set(p.explained, margin, s.Height-foot-h, width, h)
		foot += h + kit.Px(8)
	}
	if p.above.Hidden = len(p.above.Objects) == 0; !p.above.Hidden {
		h := kit.HeightFor(p.above, width)
		set(p.above, margin, top, width, h)
		top += h + gap
	}
	set(p.body, margin, top, width, s.Height-top-foot)
	if side == 0 {
		p.side.Hide()
	} else {
		p.side.Show()
	}
	set(p.side, s.Width-margin-side, begin, side, s.Height-2*begin-kit.Px(2))
}

// head puts what stands above the days into one line, and gives its height.
func (l *pageLayout) head(left, top, width float32, side bool) (height float32) {
	p, control, gap := l.page, kit.SizeOf(kit.SizeControl), kit.Px(8)
	x, right := left, left+width
	put := func(o fyne.CanvasObject, w float32) {
		set(o, x, top, w, control)
		x += w + gap
	}
	put(p.back, control)
	put(p.today, kit.NaturalWidth(p.today))
	put(p.forward, control)
	x += gap
	if p.more.Hidden = side || p.state.View == Year; !side {
		right -= control + gap
		set(p.more, right+gap, top, control, control)
	}
	views := p.views.MinSize().Width
	p.views.Hidden = right-views-x-2*gap < kit.Px(leastTitle)
	if p.choice.Hidden = !p.views.Hidden; p.views.Hidden {
		views = p.choice.Snug() + kit.Px(2)
	}
	right -= views
	set(p.views, right, top, views, control)
	set(p.choice, right, top, views, control)
	return max(l.heading(x, top, right-x-2*gap, control, side), control)
}

// heading puts the title beside the buttons, and below it what explains the days, where no card does.
func (l *pageLayout) heading(x, top, width, control float32, side bool) (height float32) {
	p, below := l.page, float32(0)
	h := p.fitTitle(width)
	if p.legend.Hidden = side || len(p.legends) == 0; !p.legend.Hidden {
		below = p.fitLegend(width)
	}
	y := top + max(control-h-below, 0)/2
	set(p.title, x, y, width, h)
	set(p.legend, x, y+h, width, below)
	return h + below
}
