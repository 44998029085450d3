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
	room   headroom // what gives way beside a title
	edge   fyne.CanvasObject
	tabs   *fyne.Container
	titled bool

	title, subtitle *kit.Text
	measure         *kit.Text // the title without a limit, which is never drawn
	said            []string  // what the subtitle may say, the fullest first
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
	style := kit.Style{Size: kit.SizeSubtitle, Bold: true}
	t.measure = kit.NewText(h.Title, style)
	t.title, t.subtitle = kit.NewText(h.Title, style).Limit(titleLines).Whole(), kit.NewText(h.Subtitle, kit.Caption()).Limit(6).Parts().Whole()
	t.subtitle.Hidden = h.Subtitle == ""
	t.said = []string{h.Subtitle}
	if h.Brief != "" && h.Brief != h.Subtitle {
		t.said = append(t.said, h.Brief)
	}
	t.left.Objects = append(t.left.Objects, kit.Grow(kit.Stack(0, t.title, t.subtitle)))
	if t.titled {
		t.room = newHeadroom(t.shell, h)
		t.right.Objects = t.room.objects()
	} else {
		t.right.Objects = append(t.shell.toolbar(kit.Primary), h.Actions...)
	}
	t.tabs.Objects = nil
	if h.Tabs != nil {
		t.tabs.Objects = []fyne.CanvasObject{h.Tabs}
	}
	t.all.Refresh()
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

// split gives the buttons what they need, and the rest to search or title. Where a title has no room beside them even with
// all that can give way, they stand below it: nothing is cut.
func (t *topbar) split(width float32) barSplit {
	room, bar, air := width-2*kit.SizeOf(kit.SizeMargin), kit.Px(topHeight), kit.Px(14)
	beside := true
	if t.titled {
		beside = t.room.fit(room, t)
	}
	s := barSplit{bar: bar, right: min(kit.NaturalWidth(t.right), room)}
	s.left = room - s.right - kit.Px(16)
	if !t.titled {
		s.left = max(s.left, 0)
		return s
	}
	if s.right == 0 {
		s.left = room
	}
	if beside {
		s.leftHeight = kit.HeightFor(t.left, s.left)
		s.bar = max(bar, s.leftHeight+air)
		return s
	}
	t.subtitle.SetText(t.said[0]) // a line of its own has room for all of it
	whole := kit.HeightFor(t.left, room)
	s.left, s.leftHeight, s.right, s.below = room, whole, room, true
	s.bar = whole + kit.HeightFor(t.right, room) + air + kit.Px(belowGap)
	return s
}

// needs tells whether the title stands in one line at a width, at whatever it asks for beyond a share of the bar, and what
// the subtitle says, as the fullest or as a briefer one, in two.
func (t *topbar) needs(width, room float32, want wanted) bool {
	beside := float32(0)
	if len(t.left.Objects) > 1 {
		beside = kit.NaturalWidth(t.left.Objects[0]) + kit.Px(12)
	}
	title := kit.NaturalWidth(t.title)
	if width < min(title+beside, room*mostTitle) || t.measure.HeightFor(width-beside) > titleLines*t.measure.HeightFor(title+1)+1 {
		return false
	}
	for i, text := range t.said {
		if i > 0 && !want.brief {
			break
		}
		if t.subtitle.SetText(text); t.subtitle.Hidden || t.fits(width-beside, want) {
			return true
		}
	}
	return false
}

// fits tells whether the subtitle stands in two lines of a width.
func (t *topbar) fits(width float32, want wanted) bool {
	whole := kit.NaturalWidth(t.subtitle)
	if want.wide && width < min(whole, kit.Px(leastSubtitle)) {
		return false
	}
	return kit.HeightFor(t.subtitle, width) <= subtitleLines*kit.HeightFor(t.subtitle, whole+1)+1
}

// wanted is the room that a subtitle wants before something gives way for it.
type wanted struct {
	brief bool // it may be said briefly
	wide  bool // it shall not break after each word
}

// titleLines is how many lines a title has at the most, subtitleLines a subtitle beside buttons, mostTitle the share of the bar
// for which a long title makes buttons give way, belowGap the distance of buttons that stand below it, barGap that between
// them, and leastSubtitle the width of a subtitle that general buttons make room for, in units.
const (
	titleLines    = 3
	subtitleLines = 2
	barGap        = 8
	mostTitle     = 0.4
	belowGap      = 6

	leastSubtitle = 150
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
