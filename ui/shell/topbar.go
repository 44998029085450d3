package shell

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// topbar is what stands above a page: search and general buttons, or the page's own title and buttons.
type topbar struct {
	shell  *Shell
	search *kit.SearchButton
	left   *fyne.Container // of a page with a title
	right  *fyne.Container
	edge   fyne.CanvasObject
	tabs   *fyne.Container
	titled bool
	all    *fyne.Container
}

func newTopbar(s *Shell) *topbar {
	t := &topbar{shell: s, left: kit.Line(12), right: kit.Line(8), edge: kit.Hairline(), tabs: kit.Stack(0)}
	t.search = kit.NewSearchButton("", "", s.OpenPalette)
	t.all = &fyne.Container{Objects: []fyne.CanvasObject{t.search, t.left, t.right, t.edge, t.tabs}}
	t.all.Layout = t
	return t
}

// set shows a page's header, or search and general buttons where it has no title.
func (t *topbar) set(h Header) {
	t.titled = h.Title != ""
	t.search.Hidden, t.left.Hidden = t.titled, !t.titled
	t.search.SetWords(t.shell.words(wordSearch), "Ctrl K")
	t.left.Objects = nil
	if h.Avatar != nil {
		t.left.Objects = append(t.left.Objects, h.Avatar)
	}
	title := []fyne.CanvasObject{kit.NewLine(h.Title, kit.Style{Size: kit.SizeSubtitle, Bold: true})}
	if h.Subtitle != "" {
		title = append(title, kit.NewLine(h.Subtitle, kit.Caption()))
	}
	t.left.Objects = append(t.left.Objects, kit.Grow(kit.Stack(0, title...)))
	t.right.Objects = h.Actions
	if !t.titled {
		t.right.Objects = append(t.shell.toolbar(), h.Actions...)
	}
	t.tabs.Objects = nil
	if h.Tabs != nil {
		t.tabs.Objects = []fyne.CanvasObject{h.Tabs}
	}
	t.all.Refresh()
}

// height is that of the bar and of the tabs below it.
func (t *topbar) height(width float32) float32 {
	h := kit.Px(topHeight)
	if len(t.tabs.Objects) > 0 {
		h += kit.HeightFor(t.tabs, width-2*kit.SizeOf(kit.SizeMargin))
	}
	return h
}

// MinSize is given by the frame.
func (t *topbar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout gives the buttons what they need and the rest to search or title.
func (t *topbar) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	margin, bar := kit.SizeOf(kit.SizeMargin), kit.Px(topHeight)
	room := s.Width - 2*margin
	right := min(kit.NaturalWidth(t.right), room*0.7)
	put(t.right, s.Width-margin-right, 0, right, bar-kit.Px(1))
	left := room - right - kit.Px(16)
	h := kit.SizeOf(kit.SizeControl)
	put(t.search, margin, (bar-h)/2, min(left, kit.Px(420)), h)
	lh := kit.HeightFor(t.left, left)
	put(t.left, margin, (bar-lh)/2, left, lh)
	put(t.edge, 0, bar-kit.Px(1), s.Width, kit.Px(1))
	put(t.tabs, margin, bar, room, s.Height-bar)
}
