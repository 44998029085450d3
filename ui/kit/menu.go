package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// MenuEntry is one line of a menu. One with a Reason is off, and says why.
type MenuEntry struct {
	Text   string
	Keys   string // what does the same: "Ctrl+K"
	Reason string
	Run    func()
	Line   bool // nothing but a line between groups
	Danger bool
}

// ShowMenu opens a menu at a point of a canvas. Arrows move in it, Enter runs, Escape closes. It gives nil where it is only to
// be known what is in it.
func ShowMenu(c fyne.Canvas, at fyne.Position, entries []MenuEntry) *Popover {
	if t, ok := c.Content().(MenuTaker); ok && t.TakeMenu(entries) {
		return nil
	}
	m := newMenu(entries)
	m.open = ShowPopoverAt(c, at, m, nil)
	return m.open
}

// ShowMenuUnder opens a menu below an object.
func ShowMenuUnder(o fyne.CanvasObject, entries []MenuEntry) *Popover {
	m := newMenu(entries)
	m.open = ShowPopover(o, m, 0, nil)
	return m.open
}

// CloseMenu closes a menu that is on top of a canvas, unless it stands over something else that floats there. It tells
// whether one was closed.
func CloseMenu(c fyne.Canvas) bool {
	all := c.Overlays().List()
	if len(all) != 1 {
		return false
	}
	p, ok := all[0].(*Popover)
	if !ok {
		return false
	}
	if _, ok = p.content.(*menu); ok {
		p.Close()
	}
	return ok
}

// menu is the column of lines.
type menu struct {
	widget.BaseWidget

	items []*menuItem
	open  *Popover
}

func newMenu(entries []MenuEntry) *menu {
	m := &menu{}
	for _, e := range entries {
		m.items = append(m.items, newMenuItem(m, e))
	}
	m.ExtendBaseWidget(m)
	return m
}

func (m *menu) Children() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(m.items))
	for i, item := range m.items {
		out[i] = item
	}
	return out
}

func (m *menu) NaturalWidth() float32 {
	w := paintFor(m).px(160)
	for _, i := range m.items {
		w = max(w, i.natural())
	}
	return min(w, paintFor(m).px(420))
}

func (m *menu) HeightFor(width float32) float32 {
	h := float32(0)
	for _, i := range m.items {
		h += i.HeightFor(width)
	}
	return h
}

func (m *menu) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   m,
		objects: m.Children,
		min:     func() fyne.Size { return fyne.NewSize(m.NaturalWidth(), m.HeightFor(m.NaturalWidth())) },
		layout: func(s fyne.Size) {
			y := float32(0)
			for _, i := range m.items {
				h := i.HeightFor(s.Width)
				place(i, 0, y, s.Width, h)
				y += h
			}
		},
	}
}

// move gives the focus to the next line that can have it, round the ends.
func (m *menu) move(from *menuItem, step int) { m.find(slices.Index(m.items, from), step) }

// find gives the focus to the first line that can have it after one, round the ends.
func (m *menu) find(at, step int) {
	for range m.items {
		at = (at + step + len(m.items)) % len(m.items)
		if item := m.items[at]; !item.entry.Line && m.open != nil && m.open.canvas != nil {
			m.open.canvas.Focus(item)
			return
		}
	}
}

// menuItem is a line. One that is off can have the focus too, so that its reason can be read.
type menuItem struct {
	pressable

	menu   *menu
	entry  MenuEntry
	ring   *frame
	back   *canvas.Rectangle
	line   *canvas.Rectangle
	text   *Text
	keys   *Text
	reason *Text
}

func newMenuItem(m *menu, e MenuEntry) *menuItem {
	style := Body()
	switch {
	case e.Reason != "":
		style = Muted()
	case e.Danger:
		style = Style{Color: ColorDanger}
	}
	i := &menuItem{
		menu: m, entry: e, ring: newFrame(), back: &canvas.Rectangle{}, line: &canvas.Rectangle{},
		text: NewLine(e.Text, style), keys: NewLine(KeyNames(e.Keys), Caption()), reason: NewText(e.Reason, Caption()),
	}
	i.reason.Hidden = e.Reason == ""
	i.start(i, i.run)
	i.disabled = e.Line
	return i
}

func (i *menuItem) run() {
	if i.entry.Reason != "" || i.entry.Run == nil {
		return
	}
	i.menu.open.Close()
	i.entry.Run()
}

func (i *menuItem) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		i.menu.move(i, 1)
	case fyne.KeyUp:
		i.menu.move(i, -1)
	case fyne.KeyHome:
		i.menu.find(-1, 1)
	case fyne.KeyEnd:
		i.menu.find(0, -1)
	default:
		i.pressable.TypedKey(ev)
	}
}

// MouseIn takes the focus along, so that pointer and keys never mark two lines.
func (i *menuItem) MouseIn(ev *desktop.MouseEvent) {
	i.pressable.MouseIn(ev)
	if open := i.menu.open; !i.entry.Line && open != nil && open.canvas != nil {
		open.still = true
		open.canvas.Focus(i)
		open.still = false
	}
}

func (i *menuItem) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{i.text, i.keys, i.reason}
}

func (i *menuItem) natural() float32 {
	w := i.text.NaturalWidth() + paintFor(i).px(20)
	if i.entry.Keys != "" {
		w += i.keys.NaturalWidth() + paintFor(i).px(24)
	}
	return w
}

func (i *menuItem) HeightFor(width float32) float32 {
	p := paintFor(i)
	if i.entry.Line {
		return p.px(9)
	}
	h := i.text.HeightFor(width)
	if i.entry.Reason != "" {
		h += i.reason.HeightFor(width - p.px(20))
	}
	return max(h+p.px(12), p.px(32))
}

func (i *menuItem) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   i,
		objects: these(i.back, i.ring.outer, i.ring.inner, i.line, i.text, i.keys, i.reason),
		min:     func() fyne.Size { return fyne.NewSize(i.natural(), i.HeightFor(max(i.Size().Width, i.natural()))) },
		layout:  i.layout,
	}
}

func (i *menuItem) layout(s fyne.Size) {
	p := paintFor(i)
	i.line.FillColor, i.line.Hidden = p.color(ColorHairline), !i.entry.Line
	place(i.line, 0, s.Height/2, s.Width, p.px(1))
	i.back.FillColor, i.back.CornerRadius = p.color(ColorHover), p.px(6)
	i.back.Hidden = !i.hovered || i.entry.Line
	place(i.back, 0, 0, s.Width, s.Height)
	i.ring.focusRing(p, i.focused, 0, 0, s.Width, s.Height)
	kw := i.keys.NaturalWidth()
	w := s.Width - p.px(20)
	th, rh := i.text.HeightFor(w-kw), float32(0)
	if i.entry.Reason != "" {
		rh = i.reason.HeightFor(w)
	}
	y := (s.Height - th - rh) / 2
	place(i.text, p.px(10), y, w-kw, th)
	place(i.keys, s.Width-kw-p.px(10), y+p.px(2), kw, i.keys.HeightFor(kw))
	place(i.reason, p.px(10), y+th, w, rh)
}
