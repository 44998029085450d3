package reports

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// roomForBoth is the width in units from which on the choices stand beside the pages unless somebody folds them: with less,
// neither could be read.
const roomForBoth = 760

// foldLayout folds the choices where the page has no room for them beside the pages.
type foldLayout struct{ page *Page }

// MinSize is that of what it holds.
func (l *foldLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (l *foldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if !l.page.chosen {
		l.page.fold(size.Width < kit.Px(roomForBoth))
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
	objects[0].Refresh()
}

// widen gives the pages the room of the choices, or takes it back.
func (p *Page) widen(on bool) {
	p.chosen = true
	p.fold(on)
	p.split.Refresh()
	if on {
		kit.FocusIn(p.preview.bar) // the choices may have had it
	}
}

// fold hides the choices, or shows them.
func (p *Page) fold(on bool) {
	p.wide, p.form.box.Hidden = on, on
	p.preview.widened(on)
}
