package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// gridChip is one line of a day that takes no hours, such as a due date: cut where the day is too narrow,
// whole in its tooltip.
type gridChip struct {
	pressable

	block GridBlock
	back  *canvas.Rectangle
	text  *Text
	arrow func(c *gridChip, key fyne.KeyName) bool // goes on by an arrow; nil where it stands alone
}

var (
	_ fyne.Widget    = (*gridChip)(nil)
	_ fyne.Focusable = (*gridChip)(nil)
)

func newGridChip(b GridBlock, tap func()) *gridChip {
	strong, _ := b.Kind.Colors()
	c := &gridChip{block: b, back: &canvas.Rectangle{}, text: NewLine(b.Title, Style{Size: SizeCaption, Color: strong})}
	c.SetTip(Tip{Text: b.says()})
	c.start(c, tap)
	return c
}

// TypedKey goes on by arrows; other keys do what they do on a button.
func (c *gridChip) TypedKey(ev *fyne.KeyEvent) {
	if c.arrow == nil || !c.arrow(c, ev.Name) {
		c.pressable.TypedKey(ev)
	}
}

// say shows another text.
func (c *gridChip) say(text string) {
	c.block.Title = text
	c.text.SetText(text)
	c.SetTip(Tip{Text: c.block.says()})
}

// Children gives the text.
func (c *gridChip) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.text} }

// CreateRenderer is the toolkit's way to draw a widget.
func (c *gridChip) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   c,
		objects: these(c.back, c.text),
		min:     func() fyne.Size { return fyne.NewSize(paintFor(c).px(24), paintFor(c).px(22)) },
		layout: func(s fyne.Size) {
			p := paintFor(c)
			_, soft := c.block.Kind.Colors()
			c.back.FillColor, c.back.CornerRadius = p.color(soft), p.px(4)
			c.back.StrokeWidth = 0
			if c.focused || c.hovered {
				c.back.StrokeWidth, c.back.StrokeColor = p.px(2), p.color(ColorFocusRing)
			}
			place(c.back, 0, 0, s.Width, s.Height)
			h := c.text.HeightFor(s.Width - p.px(10))
			place(c.text, p.px(5), (s.Height-h)/2, s.Width-p.px(10), h)
		},
	}
}
