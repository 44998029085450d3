package shell

import (
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// NavEntry is a line of the sidebar.
type NavEntry struct {
	Route Route
	Text  string
	Tail  string                 // the end of the text that stays where there is no room for all of it; "" for none
	Rest  string                 // stands at the end of a text without a tail where that is cut; "" for nothing
	Veil  string                 // stands in place of the text unless the entry is the one on show; "" for no such thing
	Badge string                 // a figure or a mark such as "!"
	Icon  string                 // what it folds to where the window is narrow; "" for the initials of its text
	Keys  string                 // that lead there; "" for none
	Menu  func() []kit.MenuEntry // context menu; nil for none
}

// Sidebar is what stands in the sidebar. The second list is meant for tens of entries, not thousands.
type Sidebar struct {
	Main    []NavEntry
	Heading string // above the second list, which is left out with it
	List    []NavEntry
	Bottom  []NavEntry
}

// sidebar draws it and keeps the widgets of entries that stay, so that the focus stays too.
type sidebar struct {
	shell   *Shell
	brand   *kit.Text
	mark    *kit.Panel
	menu    *kit.IconButton
	ground  *kit.Panel
	edge    fyne.CanvasObject
	heading *kit.Text
	main    *fyne.Container
	list    *fyne.Container // rows of one height
	scroll  *kit.Scroll
	bottom  *fyne.Container
	content Sidebar
	folded  bool
	items   map[Route]*kit.NavItem
	marked  Route   // the entry that was scrolled into view
	room    float32 // for the second list, when it was
	all     *fyne.Container
}

func newSidebar(s *Shell, brand string) *sidebar {
	b := &sidebar{
		shell: s, brand: kit.NewLine(brand, kit.Style{Size: kit.SizeText, Bold: true}),
		mark: kit.NewPanel(kit.ColorAccent, "", 5), ground: kit.NewPanel(kit.ColorSidebar, "", 0), edge: kit.Hairline(),
		heading: kit.NewLine("", kit.Style{Size: kit.SizeChip, Color: kit.ColorMuted, Bold: true}),
		main:    kit.Stack(sidebarGap), list: kit.Stack(sidebarGap), bottom: kit.Stack(sidebarGap), items: map[Route]*kit.NavItem{},
	}
	b.scroll = kit.NewScroll(b.list).BesideBar(sidebarMargin)
	b.menu = kit.NewIconButton("menu", kit.Tip{}, s.openMenu)
	b.menu.Hidden = s.cfg.Menu == nil
	b.all = &fyne.Container{Objects: []fyne.CanvasObject{b.ground, b.edge, b.mark, b.brand, b.menu, b.main, b.heading, b.scroll, b.bottom}}
	b.all.Layout = b
	return b
}

// openMenu opens the menu beside the program's name.
func (s *Shell) openMenu() {
	if s.cfg.Menu != nil {
		kit.ShowMenuUnder(s.frame.sidebar.menu, s.cfg.Menu())
	}
}

// set shows other content.
func (b *sidebar) set(c Sidebar) {
	b.content = c
	b.menu.SetTip(kit.Tip{Text: b.shell.words(wordMenu), Keys: "Alt+F"})
	old := b.items
	b.items = map[Route]*kit.NavItem{}
	b.main.Objects = b.entries(c.Main, old)
	b.list.Objects = b.entries(c.List, old)
	b.bottom.Objects = b.entries(c.Bottom, old)
	b.heading.SetText(strings.ToUpper(c.Heading))
	b.showParts()
	b.markHere()
	b.all.Refresh()
	b.scroll.Relayout()
	b.revealHere()
}

func (b *sidebar) entries(entries []NavEntry, old map[Route]*kit.NavItem) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(entries))
	for _, e := range entries {
		item := old[e.Route]
		if item == nil {
			item = kit.NewNavItem(e.Text, e.Badge, func() { b.shell.choose(e.Route) })
			if e.Icon != "" {
				item.WithIcon(e.Icon)
			}
		}
		b.say(item, e, item.Selected())
		item.Fold(b.folded, e.Keys) // to the picture that it has by now
		if e.Menu != nil {
			item.OnMenu(func(at fyne.Position) { kit.ShowMenu(b.shell.canvas, at, e.Menu()) })
		}
		b.items[e.Route] = item
		out = append(out, item)
	}
	return out
}

// fold shows pictures alone in a narrow window, or everything again.
func (b *sidebar) fold(folded bool) {
	if b.folded == folded {
		return
	}
	b.folded = folded
	for _, list := range [][]NavEntry{b.content.Main, b.content.List, b.content.Bottom} {
		for _, e := range list {
			b.items[e.Route].Fold(folded, e.Keys)
		}
	}
	b.showParts()
	b.scroll.Relayout()
}

// showParts shows what there is room for beside the entries.
func (b *sidebar) showParts() {
	b.heading.Hidden = b.content.Heading == "" || b.folded
	b.brand.Hidden, b.mark.Hidden = b.folded, b.folded
}

// markHere marks the entry of the route on show: the one that names the same screen and record, else that of the screen;
// of a page that belongs to another one's record, that one's.
func (b *sidebar) markHere() {
	here := b.shell.Router.Route()
	if under := b.shell.cfg.Under; under != nil && b.shell.Router.Page() != nil {
		if r := under(b.shell.Router.Page()); r != (Route{}) {
			here = r
		}
	}
	if here.Tab = ""; b.items[here] == nil {
		here.ID = core.ID{}
	}
	for _, list := range [][]NavEntry{b.content.Main, b.content.List, b.content.Bottom} {
		for _, e := range list {
			b.say(b.items[e.Route], e, e.Route == here)
		}
	}
	b.revealHere()
}

// revealHere brings the marked entry of the second list into view where it is marked anew, or the room for the list is another: whoever
// scrolls away from it stays there.
func (b *sidebar) revealHere() {
	for _, e := range b.content.List {
		item := b.items[e.Route]
		if !item.Selected() {
			continue
		}
		if room := b.scroll.Size().Height; e.Route != b.marked || room != b.room {
			b.marked, b.room = e.Route, room
			b.reveal(item, room)
		}
		return
	}
	b.marked = Route{}
}

// reveal brings an entry into view with its neighbour, by whole rows.
func (b *sidebar) reveal(item *kit.NavItem, room float32) {
	height := item.Size().Height
	row := height + kit.Px(sidebarGap)
	beside := row
	if room < 3*row {
		beside = 0
	}
	switch at := b.scroll.Where(item); {
	case at < 0:
		b.scroll.PutAt(item, beside)
	case at+height > room:
		b.scroll.PutAt(item, room-height-beside)
	}
}

// say gives an entry its words, picture and figure.
func (b *sidebar) say(item *kit.NavItem, e NavEntry, selected bool) {
	text, tail, rest := e.Text, e.Tail, e.Rest
	if e.Veil != "" && !selected {
		text, tail, rest = e.Veil, "", ""
	}
	if e.Icon == "" {
		item.WithAvatar(core.Initials(text), e.Route.ID.String())
	}
	item.Set(text, e.Badge, selected)
	item.SetTail(tail)
	item.SetRest(rest)
}

const (
	sidebarWidth = 208
	sidebarGap   = 2 // between entries
	// sidebarMargin is how far entries end before the line at the sidebar's edge, in units.
	sidebarMargin = 8
	foldedWidth   = 66  // of pictures alone
	foldBelow     = 760 // how wide a window has to be for texts in the sidebar, in units
	topHeight     = 52
	statusHeight  = 40 // a message has room in it
)

// folds tells whether the sidebar of a window of a width shows pictures alone: its texts would take a third of the room
// from the page.
func folds(window float32) bool { return window < kit.Px(foldBelow) }

// sideWidth is how wide the sidebar of a window of a width is.
func sideWidth(window float32) float32 {
	if folds(window) {
		return kit.Px(foldedWidth)
	}
	return kit.Px(sidebarWidth)
}

// MinSize asks for the least width.
func (b *sidebar) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Px(foldedWidth), kit.Px(300))
}

// Layout places brand, entries, the second list in what is left, and the bottom.
func (b *sidebar) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	u := kit.Px
	put(b.ground, 0, 0, s.Width, s.Height)
	put(b.edge, s.Width-u(1), 0, u(1), s.Height)
	put(b.mark, u(18), u(19), u(18), u(18))
	h := b.brand.HeightFor(s.Width - u(60))
	put(b.brand, u(44), u(28)-h/2, s.Width-u(92), h)
	d := kit.SizeOf(kit.SizeControl)
	at := s.Width - d - u(12)
	if b.folded {
		at = (s.Width - u(1) - d) / 2
	}
	put(b.menu, at, u(28)-d/2, d, d)
	w := s.Width - u(17)
	y := u(topHeight)
	h = kit.HeightFor(b.main, w)
	put(b.main, u(8), y, w, h)
	y += h
	bottom := kit.HeightFor(b.bottom, w)
	if b.heading.Visible() {
		h = b.heading.HeightFor(w)
		put(b.heading, u(18), y+u(24)-h/2, w-u(20), h)
		y += u(36)
	}
	if b.folded && len(b.list.Objects) > 0 {
		y += u(8)
	}
	end := s.Height - bottom - u(14)
	put(b.scroll, u(8), y, w+u(sidebarMargin), b.wholeRows(end-y-u(4), w))
	put(b.bottom, u(8), end, w, bottom)
	b.revealHere()
}

// wholeRows gives the height of the second list in a room: it ends on a row, not within one, so that no name is cut. Where
// there is not even room for one row, it has what there is.
func (b *sidebar) wholeRows(room, width float32) float32 {
	if len(b.list.Objects) == 0 || kit.HeightFor(b.list, width) <= room {
		return room
	}
	gap := kit.Px(sidebarGap)
	row := kit.HeightFor(b.list.Objects[0], width) + gap
	if n := int((room + gap) / row); n > 0 {
		return float32(n)*row - gap
	}
	return room
}
