package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Card is a white box with a hairline, a title, something at the right of the title, and content.
type Card struct {
	widget.BaseWidget

	title   *Text
	right   fyne.CanvasObject
	content fyne.CanvasObject
	private bool
	lit     bool  // somebody writes in a private box
	chip    *Chip // of a private box
	veil    *Text // stands in the place of the content while it is not to be seen
	frame   *frame
	rail    *canvas.Rectangle
	onMenu  func(at fyne.Position)
}

var (
	_ fyne.Widget            = (*Card)(nil)
	_ fyne.SecondaryTappable = (*Card)(nil)
	_ Fitter                 = (*Card)(nil)
)

// OnMenu sets what opens the card's menu, at a place of the window.
func (c *Card) OnMenu(f func(at fyne.Position)) *Card {
	c.onMenu = f
	return c
}

// TappedSecondary opens the card's menu, where it has one.
func (c *Card) TappedSecondary(ev *fyne.PointEvent) {
	if c.onMenu != nil {
		c.onMenu(ev.AbsolutePosition)
	}
}

// NewCard makes a card with a caption at the right of its title. Title and caption may be empty.
func NewCard(title, caption string, content fyne.CanvasObject) *Card {
	var right fyne.CanvasObject
	if caption != "" {
		right = NewText(caption, Caption()).Parts()
	}
	return NewCardWith(title, right, content)
}

// NewCardWith makes a card with any object at the right of its title, such as a chip; nil for none.
func NewCardWith(title string, right, content fyne.CanvasObject) *Card {
	c := &Card{right: right, content: content, frame: newFrame(), rail: &canvas.Rectangle{}}
	if title != "" {
		c.title = NewText(title, Strong()).Dotted()
	}
	c.ExtendBaseWidget(c)
	return c
}

// NewPrivateBox makes a card for text that only its writer may read: a red border with a rail at the left and
// a red chip, so that nobody can take it for something that is shared.
func NewPrivateBox(title, mark string, content fyne.CanvasObject) *Card {
	chip := NewChip(mark, Alarm)
	c := NewCardWith(title, chip, content)
	c.private, c.chip = true, chip
	return c
}

// Light fills a private box with its colour while the focus is in it, so that nobody types there unawares.
func (c *Card) Light(on bool) {
	if !c.private || c.lit == on {
		return
	}
	c.lit, c.chip.outlined = on, on
	c.chip.Refresh()
	c.Refresh()
}

// Lit tells whether a private box is filled with its colour.
func (c *Card) Lit() bool { return c.lit }

// SetTitle changes the title of a card that has one.
func (c *Card) SetTitle(title string) {
	if c.title != nil {
		c.title.SetText(title)
	}
}

// Veil hides the content behind a few words, for a screen that others look at; "" shows it again.
func (c *Card) Veil(words string) {
	c.veil = nil
	if words != "" {
		c.veil = NewText(words, Muted())
	}
	c.Refresh()
	Relayout(c)
}

// body gives what stands in the card now.
func (c *Card) body() fyne.CanvasObject {
	if c.veil != nil {
		return c.veil
	}
	return c.content
}

// SetContent replaces the content.
func (c *Card) SetContent(o fyne.CanvasObject) {
	c.content = o
	c.Refresh()
}

// insets are the distances from the card's border to its parts.
type insets struct{ left, right, top, bottom, head float32 }

func (c *Card) insets(width float32) insets {
	p := paintFor(c)
	pad := p.size(SizeCardPad)
	in := insets{left: pad, right: pad, top: pad - p.px(2), bottom: pad}
	if c.private {
		in.left += p.px(3)
	}
	if h := c.headHeight(width - in.left - in.right); h > 0 {
		in.head = h + p.px(8)
	}
	return in
}

// below tells whether what belongs to the right of the title stands below it: a chip has no room there, and a name in it must
// not be cut as long as a line of its own has it.
func (c *Card) below(width float32) bool {
	if _, chip := c.right.(*Chip); !chip || c.title == nil || !c.right.Visible() {
		return false
	}
	return c.title.NaturalWidth()+paintFor(c).px(12)+naturalWidth(c.right) > width
}

// headWidths shares the head's width between title and what is right of it.
func (c *Card) headWidths(width float32) (title, right float32) {
	gap := paintFor(c).px(12)
	if c.right == nil || !c.right.Visible() {
		return width, 0
	}
	want := naturalWidth(c.right)
	if c.title == nil {
		return 0, width
	}
	if c.below(width) {
		return width, min(want, width)
	}
	if t := c.title.NaturalWidth(); t+gap+want <= width {
		return width - gap - want, want
	}
	right = min(want, max(width*0.55, width-gap-c.title.NaturalWidth()))
	return width - gap - right, right
}

func (c *Card) headHeight(width float32) float32 {
	tw, rw := c.headWidths(width)
	h := float32(0)
	if c.title != nil {
		h = c.title.HeightFor(tw)
	}
	switch {
	case rw > 0 && c.below(width):
		h += paintFor(c).px(4) + HeightFor(c.right, rw)
	case rw > 0:
		h = max(h, HeightFor(c.right, rw))
	}
	return h
}

// HeightFor gives the height of head and content at a width.
func (c *Card) HeightFor(width float32) float32 {
	in := c.insets(width)
	h := in.top + in.head + in.bottom
	if o := c.body(); o != nil {
		return h + HeightFor(o, width-in.left-in.right)
	}
	return h
}

// CreateRenderer is the toolkit's way to draw a widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{owner: c, objects: c.objects, min: c.minSize, layout: c.layout}
}

func (c *Card) objects() []fyne.CanvasObject {
	return append(append(c.frame.objects(), c.rail), c.Children()...)
}

// Children gives title, what is right of it, and content.
func (c *Card) Children() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if c.title != nil {
		out = append(out, c.title)
	}
	if c.right != nil {
		out = append(out, c.right)
	}
	if o := c.body(); o != nil {
		out = append(out, o)
	}
	return out
}

func (c *Card) minSize() fyne.Size {
	w := c.Size().Width
	in := c.insets(w)
	least := float32(0)
	if o := c.body(); o != nil {
		least = minWidth(o)
	}
	least += in.left + in.right
	return fyne.NewSize(least, c.HeightFor(max(w, least)))
}

func (c *Card) layout(s fyne.Size) {
	p := paintFor(c)
	border, fill := ColorHairline, ColorCard
	if c.private {
		border = ColorDanger
	}
	if c.lit {
		border, fill = Alarm.Colors()
	}
	c.frame.style(p, border, fill, p.px(8))
	c.frame.place(0, 0, s.Width, s.Height, p.px(1))
	c.rail.Hidden = !c.private
	c.rail.FillColor = p.color(ColorDanger)
	c.rail.TopLeftCornerRadius, c.rail.BottomLeftCornerRadius = p.px(8), p.px(8)
	place(c.rail, 0, 0, p.px(4), s.Height)
	in := c.insets(s.Width)
	width := s.Width - in.left - in.right
	c.layoutHead(in, width)
	if o := c.body(); o != nil {
		place(o, in.left, in.top+in.head, width, s.Height-in.top-in.head-in.bottom)
	}
}

func (c *Card) layoutHead(in insets, width float32) {
	tw, rw := c.headWidths(width)
	h := c.headHeight(width)
	if c.below(width) {
		th, rh := c.title.HeightFor(tw), HeightFor(c.right, rw)
		place(c.title, in.left, in.top, tw, th)
		place(c.right, in.left, in.top+h-rh, rw, rh)
		return
	}
	if c.title != nil {
		th := c.title.HeightFor(tw)
		place(c.title, in.left, in.top+(h-th)/2, tw, th)
	}
	if rw > 0 {
		rh := HeightFor(c.right, rw)
		place(c.right, in.left+width-rw, in.top+(h-rh)/2, rw, rh)
	}
}
