package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// ChipGroup is a row of chips to choose from: one of them, or any number. It is one stop for Tab; Left and Right
// go from chip to chip, Space chooses, a digit chooses the chip of that number.
type ChipGroup struct {
	widget.BaseWidget

	chips   []*groupChip
	many    bool
	at      int
	focused bool
	writes  bool // it changes what is shown
	flow    *fyne.Container
	changed func(i int, on bool)
	barred  map[int]string // why a chip can't be chosen now
}

var (
	_ fyne.Widget    = (*ChipGroup)(nil)
	_ fyne.Focusable = (*ChipGroup)(nil)
	_ Fitter         = (*ChipGroup)(nil)
)

// NewChipChoice makes a group of which one is chosen; -1 for none yet. changed is told each new choice, with on
// false where the chosen one was chosen again, which leaves none.
func NewChipChoice(words []string, chosen int, changed func(i int, on bool)) *ChipGroup {
	on := make([]bool, len(words))
	if chosen >= 0 && chosen < len(words) {
		on[chosen] = true
	}
	g := newChipGroup(words, on, changed)
	g.at = max(chosen, 0)
	return g
}

// NewChipSet makes a group of which any number is chosen.
func NewChipSet(words []string, on []bool, changed func(i int, on bool)) *ChipGroup {
	g := newChipGroup(words, on, changed)
	g.many = true
	return g
}

func newChipGroup(words []string, on []bool, changed func(int, bool)) *ChipGroup {
	g := &ChipGroup{changed: changed, flow: Chips()}
	for i, w := range words {
		c := &groupChip{group: g, index: i, text: w, on: i < len(on) && on[i], face: newChipFace(), ring: &canvas.Rectangle{}}
		c.ExtendBaseWidget(c)
		g.chips = append(g.chips, c)
		g.flow.Add(c)
	}
	g.ExtendBaseWidget(g)
	return g
}

// On tells whether a chip is chosen.
func (g *ChipGroup) On(i int) bool { return i >= 0 && i < len(g.chips) && g.chips[i].on }

// Chosen gives the first chosen chip; -1 for none.
func (g *ChipGroup) Chosen() int {
	for i, c := range g.chips {
		if c.on {
			return i
		}
	}
	return -1
}

// SetOn chooses a chip or not, without telling anybody.
func (g *ChipGroup) SetOn(i int, on bool) {
	for j, c := range g.chips {
		switch {
		case j == i:
			c.set(on)
		case on && !g.many:
			c.set(false)
		}
	}
}

// Choose is what Space and a click do.
func (g *ChipGroup) Choose(i int) {
	if i < 0 || i >= len(g.chips) {
		return
	}
	if g.barred[i] != "" {
		return
	}
	g.at = i
	on := !g.chips[i].on
	if g.writes && refuse(g) {
		g.look()
		return
	}
	g.SetOn(i, on)
	g.look()
	if g.changed != nil {
		g.changed(i, on)
	}
}

func (g *ChipGroup) look() {
	for i, c := range g.chips {
		if here := g.focused && i == g.at; c.here != here {
			c.here = here
			c.Refresh()
		}
	}
}

// FocusGained shows where Space would choose.
func (g *ChipGroup) FocusGained() {
	g.focused = true
	reveal(g)
	g.look()
}

// FocusLost shows that keys go elsewhere.
func (g *ChipGroup) FocusLost() {
	g.focused = false
	g.look()
}

// TypedRune chooses by number.
func (g *ChipGroup) TypedRune(r rune) {
	if r >= '1' && r <= '9' {
		if i := int(r - '1'); i < len(g.chips) && (g.many || !g.chips[i].on) {
			g.Choose(i)
		}
	}
}

// TypedKey goes from chip to chip and chooses.
func (g *ChipGroup) TypedKey(ev *fyne.KeyEvent) {
	step := 0
	switch ev.Name {
	case fyne.KeyRight:
		step = 1
	case fyne.KeyLeft:
		step = -1
	case fyne.KeyHome:
		step = -len(g.chips)
	case fyne.KeyEnd:
		step = len(g.chips)
	case fyne.KeySpace:
		g.Choose(g.at)
		return
	default:
		BubbleKey(g, ev)
		return
	}
	g.at = g.nearest(max(min(g.at+step, len(g.chips)-1), 0), step)
	g.look()
}

// nearest gives the chip to which a step goes that would land on one: one that can't be chosen is passed over.
func (g *ChipGroup) nearest(to, step int) int {
	way := 1
	if step < 0 {
		way = -1
	}
	for i := to; i >= 0 && i < len(g.chips); i += way {
		if g.barred[i] == "" {
			return i
		}
	}
	for i := to; i >= 0 && i < len(g.chips); i -= way {
		if g.barred[i] == "" {
			return i
		}
	}
	return g.at
}

// Bar says that a chip can't be chosen now and why, which its tooltip says; "" lets it be chosen again.
func (g *ChipGroup) Bar(i int, why string) {
	if g.barred[i] == why || i < 0 || i >= len(g.chips) {
		return
	}
	if g.barred == nil {
		g.barred = map[int]string{}
	}
	g.barred[i] = why
	if why != "" && g.at == i {
		g.at = g.nearest(i, -1)
	}
	g.chips[i].Refresh()
	g.look()
}

// Barred gives why a chip can't be chosen now; "" where it can.
func (g *ChipGroup) Barred(i int) string { return g.barred[i] }

// Children gives the chips.
func (g *ChipGroup) Children() []fyne.CanvasObject { return g.flow.Objects }

// HeightFor gives the height at a width.
func (g *ChipGroup) HeightFor(width float32) float32 { return HeightFor(g.flow, width) }

// NaturalWidth is that of all chips on one line.
func (g *ChipGroup) NaturalWidth() float32 { return naturalWidth(g.flow) }

// CreateRenderer is the toolkit's way to draw a widget.
func (g *ChipGroup) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   g,
		objects: these(g.flow),
		min: func() fyne.Size {
			w := minWidth(g.flow)
			return fyne.NewSize(w, g.HeightFor(max(g.Size().Width, w)))
		},
		layout: func(s fyne.Size) { place(g.flow, 0, 0, s.Width, s.Height) },
	}
}

// groupChip is a chip of a group. It can be clicked; the focus is the group's.
type groupChip struct {
	widget.BaseWidget

	group       *ChipGroup
	index       int
	text        string
	on, hovered bool
	here        bool // where the keys are
	face        chipFace
	ring        *canvas.Rectangle
}

func (c *groupChip) set(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// Text gives the word.
func (c *groupChip) Text() string { return c.text }

// Tapped chooses the chip.
func (c *groupChip) Tapped(ev *fyne.PointEvent) { Click(c, ev, c.press) }

func (c *groupChip) press() {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(c); cv != nil {
		cv.Focus(c.group)
	}
	c.group.Choose(c.index)
}

func (c *groupChip) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
	scheduleTip(c, Tip{Text: c.why()})
}

// why tells why the chip can't be chosen; "" where it can.
func (c *groupChip) why() string {
	if why := c.group.barred[c.index]; why != "" {
		return why
	}
	return c.group.why()
}

func (c *groupChip) MouseMoved(*desktop.MouseEvent) {}

func (c *groupChip) MouseOut() {
	c.hovered = false
	c.Refresh()
	HideTip(c)
}

func (c *groupChip) Cursor() desktop.Cursor {
	if c.why() != "" {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (c *groupChip) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: c,
		objects: func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{c.ring}, append(c.face.box.objects(), c.face.label)...)
		},
		min: func() fyne.Size {
			m := c.face.min(paintFor(c), c.text)
			return fyne.NewSize(m.Width, m.Height+paintFor(c).px(6))
		},
		layout: func(s fyne.Size) {
			p := paintFor(c)
			kind := Neutral
			if c.on {
				kind = Accent
			}
			c.face.style(p, c.text, kind, c.hovered || c.here)
			if c.why() != "" {
				c.face.fade(p)
			}
			c.face.layout(p, 0, 0, s.Width, s.Height)
			c.ring.FillColor, c.ring.CornerRadius, c.ring.Hidden = p.color(ColorFocusRing), p.px(6), !c.here
			place(c.ring, -p.px(2), -p.px(2), s.Width+p.px(4), s.Height+p.px(4))
		},
	}
}
