package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tabs is a line of words of which one is underlined. It is one stop of Tab, which comes to the chosen word; the arrow keys,
// Home and End change the word. It shows no content: whoever made it does, when told.
type Tabs struct {
	widget.BaseWidget

	items   []*tabItem
	current int
	changed func(i int)
	line    *canvas.Rectangle
}

var (
	_ fyne.Widget = (*Tabs)(nil)
	_ Fitter      = (*Tabs)(nil)

	_ fyne.Disableable = (*tabItem)(nil)
)

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

// Focusable gives what takes the focus: the chosen word.
func (t *Tabs) Focusable() fyne.Focusable { return t.items[t.stop()] }

// stop tells which word takes the focus.
func (t *Tabs) stop() int { return stopOf(t.current, len(t.items)) }

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

// SetCurrent shows a word as chosen without telling anybody. The focus, where one of the words has it, goes along.
func (t *Tabs) SetCurrent(i int) {
	if i < 0 || i >= len(t.items) || i == t.current {
		return
	}
	t.current = i
	t.Refresh()
	c := CanvasOf(t)
	for _, item := range t.items {
		if item.focused && c != nil {
			c.Focus(t.items[i])
			return
		}
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

// Children gives the words.
func (t *Tabs) Children() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(t.items))
	for i, item := range t.items {
		out[i] = item
	}
	return out
}

// CreateRenderer is the toolkit's way to draw a widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   t,
		objects: func() []fyne.CanvasObject { return append([]fyne.CanvasObject{t.line}, t.Children()...) },
		min: func() fyne.Size {
			w := float32(0)
			for _, i := range t.items {
				w = max(w, i.MinSize().Width)
			}
			return fyne.NewSize(w, t.HeightFor(max(t.Size().Width, w)))
		},
		layout: t.layout,
	}
}

// HeightFor gives the height of as many lines as the words need at a width.
func (t *Tabs) HeightFor(width float32) float32 {
	return t.words(width, func(*tabItem, float32, float32, float32) {}) + paintFor(t).px(tabHeight)
}

// NaturalWidth is the width of all words on one line.
func (t *Tabs) NaturalWidth() float32 {
	p, w := paintFor(t), float32(0)
	for _, i := range t.items {
		w += i.MinSize().Width + p.px(20)
	}
	return w
}

const tabHeight = 41

// words visits the words with their places and gives the top of the last line.
func (t *Tabs) words(width float32, visit func(i *tabItem, x, y, w float32)) float32 {
	p, x, y := paintFor(t), float32(0), float32(0)
	for _, i := range t.items {
		w := i.MinSize().Width
		if x > 0 && x+w > width {
			x, y = 0, y+p.px(tabHeight-6)
		}
		visit(i, x, y, w)
		x += w + p.px(20)
	}
	return y
}

func (t *Tabs) layout(s fyne.Size) {
	p := paintFor(t)
	t.line.FillColor = p.color(ColorHairline)
	place(t.line, -p.size(SizeMargin), s.Height-p.px(1), s.Width+2*p.size(SizeMargin), p.px(1))
	t.words(s.Width, func(i *tabItem, x, y, w float32) { place(i, x, y, w, p.px(tabHeight)) })
}

// tabItem is one word.
type tabItem struct {
	pressable

	tabs  *Tabs
	index int
	text  string
	ring  *frame
	under *canvas.Rectangle
	label *canvas.Text
}

func newTabItem(t *Tabs, i int, text string) *tabItem {
	item := &tabItem{tabs: t, index: i, text: text, ring: newFrame(), under: &canvas.Rectangle{}, label: &canvas.Text{}}
	item.start(item, func() { t.Choose(i) })
	return item
}

// Text gives the word.
func (i *tabItem) Text() string { return i.text }

// TypedKey moves between words; other keys do what they do on a button.
func (i *tabItem) TypedKey(ev *fyne.KeyEvent) {
	if to, used := stepKey(ev.Name, i.index, len(i.tabs.items)); used {
		i.tabs.move(to)
		return
	}
	i.pressable.TypedKey(ev)
}

// Disabled tells that Tab passes the word by: the chosen one is the stop of its line.
func (i *tabItem) Disabled() bool { return i.disabled || i.index != i.tabs.stop() }

func (i *tabItem) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   i,
		objects: these(i.ring.outer, i.ring.inner, i.label, i.under),
		min: func() fyne.Size {
			p := paintFor(i)
			m := measure(clean(i.text, false), p.size(SizeText), fyne.TextStyle{Bold: true})
			return fyne.NewSize(ceil(m.width), p.px(tabHeight))
		},
		layout: i.layout,
	}
}

func (i *tabItem) layout(s fyne.Size) {
	p := paintFor(i)
	chosen := i.tabs.current == i.index
	i.label.Text, i.label.TextSize = clean(i.text, false), p.size(SizeText)
	i.label.TextStyle.Bold = true
	setFace(i.label)
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
	i.ring.focusRing(p, i.focused, -p.px(7), p.px(6), s.Width+p.px(14), s.Height-p.px(13))
}
