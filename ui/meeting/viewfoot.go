package meeting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mentorbook/ui/kit"
)

// foot stands below the page where the page is taller than the window, so that the button that ends the meeting is in
// view wherever somebody has scrolled. Where all is in view, that button stands in its card.
type foot struct {
	page  *Page
	line  *fyne.Container // what stands in it
	edged *fyne.Container // with the edges
	all   *fyne.Container // with the page above it
}

func newFoot(p *Page, above fyne.CanvasObject) *foot {
	f := &foot{page: p, line: kit.Line(12)}
	f.edged = kit.Stack(0, kit.Hairline(), kit.Pad(7, 20, 8, 20, f.line))
	f.edged.Hide()
	f.all = container.New(&footLayout{kit.StackGrow(0, 0).Layout, f}, above, f.edged)
	return f
}

// settle puts the button where it belongs in a room of a size: into the card, if all that the page holds is in view then. It tells whether
// the button has moved.
func (f *foot) settle(size fyne.Size) bool {
	c := f.page.closing
	if c == nil || size.Width <= 0 {
		return false
	}
	was := f.edged.Visible()
	c.ending.Objects = []fyne.CanvasObject{c.button, c.why}
	out := f.page.model.Planned && f.page.Needs(size.Width) > size.Height
	f.line.Objects = nil
	if out {
		c.ending.Objects = nil
		f.line.Objects = []fyne.CanvasObject{kit.Grow(c.why), c.button}
	}
	c.ending.Hidden, f.edged.Hidden = out, !out
	if was != out {
		c.ending.Refresh()
		f.edged.Refresh()
	}
	return was != out
}

// footLayout gives the page what height the foot leaves.
type footLayout struct {
	stack fyne.Layout
	foot  *foot
}

// MinSize implements fyne.Layout.
func (l *footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return l.stack.MinSize(objects) }

// Layout places the page and the foot below it.
func (l *footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	moved := l.foot.settle(size)
	l.stack.Layout(objects, size)
	if moved {
		l.foot.page.ScrollPage.Relayout()
	}
}
