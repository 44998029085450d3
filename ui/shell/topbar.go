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
	extra  []fyne.CanvasObject // the general buttons beside a title, as far as there is room; the first goes last
	edge   fyne.CanvasObject
	tabs   *fyne.Container
	titled bool

	title, subtitle *kit.Text
	all             *fyne.Container
}

func newTopbar(s *Shell) *topbar {
	t := &topbar{shell: s, left: kit.Line(12), right: kit.Line(barGap), edge: kit.Hairline(), tabs: kit.Stack(0)}
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
	t.title, t.subtitle = kit.NewText(h.Title, kit.Style{Size: kit.SizeSubtitle, Bold: true}).Limit(3).Whole(), kit.NewText(h.Subtitle, kit.Caption()).Limit(6).Whole()
	t.subtitle.Hidden = h.Subtitle == ""
	t.left.Objects = append(t.left.Objects, kit.Grow(kit.Stack(0, t.title, t.subtitle)))
	if t.extra = nil; t.titled {
		t.right.Objects = append(h.Actions[:len(h.Actions):len(h.Actions)], t.general()...)
	} else {
		t.right.Objects = append(t.shell.toolbar(kit.Primary), h.Actions...)
	}
	t.tabs.Objects = nil
	if h.Tabs != nil {
		t.tabs.Objects = []fyne.CanvasObject{h.Tabs}
	}
	t.all.Refresh()
}

// general makes the general buttons for a page with a title: they stand at the end of the bar, as on pages without one, but
// for the search, which is a picture here.
func (t *topbar) general() []fyne.CanvasObject {
	search := kit.NewIconButton("search", kit.Tip{Text: t.shell.words(wordSearch), Keys: "Ctrl+K"}, t.shell.OpenPalette)
	all := append([]fyne.CanvasObject{search}, t.shell.toolbar(kit.Plain)...)
	t.extra = []fyne.CanvasObject{all[len(all)-1]} // what makes something is missed most, and search next
	t.extra = append(t.extra, all[:len(all)-1]...)
	return all
}

// spare shows as many general buttons as have room beside a title that keeps what it would like.
func (t *topbar) spare(room float32) {
	if len(t.extra) == 0 {
		return
	}
	need, gap := kit.NaturalWidth(t.left)+kit.Px(16), kit.Px(barGap)
	for _, o := range t.right.Objects[:len(t.right.Objects)-len(t.extra)] {
		need += kit.NaturalWidth(o) + gap
	}
	need -= gap
	for _, o := range t.extra {
		need += kit.NaturalWidth(o) + gap
		switch fits := need <= room; {
		case fits && !o.Visible():
			o.Show()
		case !fits && o.Visible():
			o.Hide()
		}
	}
}

// height is that of the bar and of the tabs below it.
func (t *topbar) height(width float32) float32 {
	h := t.split(width).bar
	if len(t.tabs.Objects) > 0 {
		h += kit.HeightFor(t.tabs, width-2*kit.SizeOf(kit.SizeMargin))
	}
	return h
}

// barSplit says how title and buttons share the bar.
type barSplit struct {
	bar, left, right float32 // the bar's height, and the widths of its parts
	leftHeight       float32
	below            bool // the buttons stand below the title
}

// split gives the buttons what they need, and the rest to search or title. Where a title would need more lines beside
// the buttons than above them, or the buttons leave it no room, they stand below it: nothing is cut.
func (t *topbar) split(width float32) barSplit {
	room, bar, air := width-2*kit.SizeOf(kit.SizeMargin), kit.Px(topHeight), kit.Px(14)
	t.spare(room)
	s := barSplit{bar: bar, right: min(kit.NaturalWidth(t.right), room)}
	s.left = room - s.right - kit.Px(16)
	if !t.titled {
		s.left = max(s.left, 0)
		return s
	}
	if s.right == 0 {
		s.left = room
	}
	beside := float32(0)
	if s.left >= min(kit.NaturalWidth(t.left), room*leastTitle) {
		s.leftHeight = kit.HeightFor(t.left, s.left)
		beside = max(bar, s.leftHeight+air)
	}
	whole := kit.HeightFor(t.left, room)
	below := whole + kit.HeightFor(t.right, room) + air + kit.Px(belowGap)
	if beside > 0 && beside <= below {
		s.bar = beside
		return s
	}
	s.left, s.leftHeight, s.right, s.below, s.bar = room, whole, room, true, below
	return s
}

// leastTitle is the share of the bar that a title has beside buttons at least, belowGap the distance of buttons that stand
// below it, and barGap that between them, in units.
const (
	barGap     = 8
	leastTitle = 0.3
	belowGap   = 6
)

// MinSize is given by the frame.
func (t *topbar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout places the parts.
func (t *topbar) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	margin, at := kit.SizeOf(kit.SizeMargin), t.split(s.Width)
	h := kit.SizeOf(kit.SizeControl)
	put(t.search, margin, (at.bar-h)/2, min(at.left, kit.Px(420)), h)
	if at.below {
		put(t.left, margin, kit.Px(7), at.left, at.leftHeight)
		rh := kit.HeightFor(t.right, at.right)
		put(t.right, margin, at.bar-kit.Px(7)-rh, min(kit.NaturalWidth(t.right), at.right), rh)
	} else {
		put(t.left, margin, (at.bar-at.leftHeight)/2, at.left, at.leftHeight)
		put(t.right, s.Width-margin-at.right, 0, at.right, at.bar-kit.Px(1))
	}
	put(t.edge, 0, at.bar-kit.Px(1), s.Width, kit.Px(1))
	put(t.tabs, margin, at.bar, s.Width-2*margin, s.Height-at.bar)
}
