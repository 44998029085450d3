package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tabs is a line of words of which one is underlined. Tab reaches it; the arrow keys, Home and End change the
// word. It shows no content: whoever made it does, when told.
type Tabs struct {
	widget.BaseWidget

	items   []*tabItem
	current int
	changed func(i int)
	line    *canvas.Rectangle
	scroll  float32
}

var _ fyne.Widget = (*Tabs)(nil)

// NewTabs makes tabs of words and shows one as chosen.
func NewTabs(words []string, current int, changed func(i int)) *Tabs {
	t := &Tabs{current: current, changed: changed, line: &canvas.Rectangle{}}
	for i, w := range words {
		t.items = append(t.items, newTabItem(t, i, w))
	}
	t.ExtendBaseWidget(t)
	return t
}

// Current tells which word is chosen.
func (t *Tabs) Current() int { return t.current }

// Choose makes a word the chosen one and tells so.
func (t *Tabs) Choose(i int) {
	if i < 0 || i >= len(t.items) || i == t.current {
		return
	}
	t.SetCurrent(i)
	if t.changed != nil {
		t.changed(i)
	}
}

// SetCurrent shows a word as chosen without telling anybody.
func (t *Tabs) SetCurrent(i int) {
	if i >= 0 && i < len(t.items) && i != t.current {
		t.current = i
		t.Refresh()
	}
}

// SetWords changes the words, for another language; their number stays.
func (t *Tabs) SetWords(words []string) {
	for i, item := range t.items {
		if i < len(words) {
			item.text = words[i]
		}
	}
	t.Refresh()
}

// move goes to a neighbour and takes the focus along.
func (t *Tabs) move(to int) {
	if to < 0 || to >= len(t.items) {
		return
	}
	t.Choose(to)
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t.items[to])
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: t,
		objects: func() []fyne.CanvasObject {
			out := []fyne.CanvasObject{t.line}
			for _, i := range t.items {
				out = append(out, i)
			}
			return out
		},
		min: func() fyne.Size {
			p, w := paintFor(t), float32(0)
			for _, i := range t.items {
				w += i.MinSize().Width + p.px(20)
			}
			return fyne.NewSize(max(w-p.px(20), 0), p.px(41))
		},
		layout: t.layout,
	}
}

func (t *Tabs) layout(s fyne.Size) {
	p, x := paintFor(t), float32(0)
	t.line.FillColor = p.color(ColorHairline)
	place(t.line, -p.size(SizeMargin), s.Height-p.px(1), s.Width+2*p.size(SizeMargin), p.px(1))
	for _, i := range t.items {
		w := i.MinSize().Width
		place(i, x, 0, w, s.Height)
		x += w + p.px(20)
	}
}

// tabItem is one word.
type tabItem struct {
	pressable

	tabs  *Tabs
	index int
	text  string
	ring  *canvas.Rectangle
	under *canvas.Rectangle
	label *canvas.Text
}

func newTabItem(t *Tabs, i int, text string) *tabItem {
	item := &tabItem{tabs: t, index: i, text: text, ring: &canvas.Rectangle{}, under: &canvas.Rectangle{}, label: &canvas.Text{}}
	item.start(item, func() { t.Choose(i) })
	return item
}

// TypedKey moves between words; other keys do what they do on a button.
func (i *tabItem) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyRight:
		i.tabs.move(i.index + 1)
	case fyne.KeyLeft:
		i.tabs.move(i.index - 1)
	case fyne.KeyHome:
		i.tabs.move(0)
	case fyne.KeyEnd:
		i.tabs.move(len(i.tabs.items) - 1)
	default:
		i.pressable.TypedKey(ev)
	}
}

func (i *tabItem) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   i,
		objects: fixed(i.ring, i.label, i.under),
		min: func() fyne.Size {
			p := paintFor(i)
			m := measure(clean(i.text, false), p.size(SizeText), fyne.TextStyle{Bold: true})
			return fyne.NewSize(ceil(m.width), p.px(41))
		},
		layout: i.layout,
	}
}

func (i *tabItem) layout(s fyne.Size) {
	p := paintFor(i)
	chosen := i.tabs.current == i.index
	i.label.Text, i.label.TextSize = clean(i.text, false), p.size(SizeText)
	i.label.TextStyle.Bold = true
	i.label.Color = p.color(ColorMuted)
	if chosen {
		i.label.Color = p.color(ColorAccent)
	} else if i.hovered {
		i.label.Color = p.color(ColorText)
	}
	h := i.label.MinSize().Height
	place(i.label, 0, (s.Height-h)/2-p.px(1), s.Width, h)
	i.under.FillColor, i.under.Hidden = p.color(ColorAccent), !chosen
	place(i.under, 0, s.Height-p.px(2), s.Width, p.px(2))
	i.ring.FillColor, i.ring.CornerRadius = p.color(""), p.px(4)
	i.ring.StrokeColor, i.ring.StrokeWidth = p.color(ColorAccent), p.px(2)
	i.ring.Hidden = !i.focused
	place(i.ring, -p.px(6), p.px(6), s.Width+p.px(12), s.Height-p.px(14))
}
