package reports

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// lowRoom is the height in units below which a page has little around it: what is to be seen of the report is more important.
const lowRoom = 420

// The margins of the page, above and below also in a low one, and the distance between the buttons above the pages.
const (
	sideMargin = 20
	endMargin  = 18
	lowMargin  = 6
	barGap     = 8
)

// marginLayout puts margins around what the page shows.
type marginLayout struct{}

// ends gives the margin above and below at a height.
func (marginLayout) ends(height float32) float32 {
	if height < kit.Px(lowRoom) {
		return kit.Px(lowMargin)
	}
	return kit.Px(endMargin)
}

// MinSize is that of what it holds, with the least margins.
func (marginLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*kit.Px(sideMargin), 2*kit.Px(lowMargin))
}

// Layout implements fyne.Layout.
func (l marginLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side, end := kit.Px(sideMargin), l.ends(size.Height)
	objects[0].Move(fyne.NewPos(side, end))
	objects[0].Resize(fyne.NewSize(size.Width-2*side, size.Height-2*end))
}

// barLayout is the line above the pages: the button that folds the choices and, where they are folded, the one that writes the
// file at one side, and those of the pages at the other. Where there is no room for that, first the one and then the other of the two
// is a picture; and where there is none for that either, the buttons of the pages stand below.
type barLayout struct {
	of    *preview
	pages fyne.CanvasObject
}

var _ kit.FitLayout = (*barLayout)(nil)

// first gives the buttons at the first side at a width, with the room that they take.
func (l *barLayout) first(width float32) (shown []fyne.CanvasObject, room float32, below bool) {
	v, gap, pages := l.of, kit.Px(barGap), kit.NaturalWidth(l.pages)
	all := [][]fyne.CanvasObject{{v.fold}}
	if v.page.wide {
		all = [][]fyne.CanvasObject{{v.fold, v.export}, {v.fold, v.exports}, {v.folds, v.exports}}
	}
	for i := range all {
		shown = all[i]
		room = gap * float32(len(shown)-1)
		for _, o := range shown {
			room += kit.NaturalWidth(o)
		}
		if room+gap+pages <= width {
			return shown, room, false
		}
	}
	return all[0], room, true
}

// HeightFor implements kit.FitLayout.
func (l *barLayout) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	_, room, below := l.first(width)
	line := l.of.fold.MinSize().Height
	if below {
		return line + kit.Px(barGap) + kit.HeightFor(l.pages, width)
	}
	return max(line, kit.HeightFor(l.pages, width-room-kit.Px(barGap)))
}

// MinSize asks for little width: the line can go on below.
func (l *barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(l.of.fold.MinSize().Width, l.pages.MinSize().Width)
	return fyne.NewSize(width, l.HeightFor(objects, max(width, l.of.bar.Size().Width)))
}

// Layout implements fyne.Layout.
func (l *barLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v, gap := l.of, kit.Px(barGap)
	shown, room, below := l.first(size.Width)
	for _, o := range []fyne.CanvasObject{v.fold, v.folds, v.export, v.exports} {
		if !slices.Contains(shown, o) {
			o.Hide()
		}
	}
	line := size.Height
	if below {
		line = v.fold.MinSize().Height
	}
	x := float32(0)
	for _, o := range shown {
		o.Show()
		least := o.MinSize()
		o.Move(fyne.NewPos(x, (line-least.Height)/2))
		o.Resize(fyne.NewSize(kit.NaturalWidth(o), least.Height))
		x += kit.NaturalWidth(o) + gap
	}
	width, y := min(kit.NaturalWidth(l.pages), size.Width), float32(0)
	height := kit.HeightFor(l.pages, width)
	if y = (line - height) / 2; below {
		y = size.Height - height
	} else {
		width = min(width, size.Width-room-gap)
	}
	l.pages.Move(fyne.NewPos(size.Width-width, y))
	l.pages.Resize(fyne.NewSize(width, height))
}
