package forms

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/kit"
)

// Complaint is the line for what is wrong with several fields together, such as a list. It can't be typed into.
type Complaint struct {
	widget.BaseWidget

	text *kit.Text
}

var _ Field = (*Complaint)(nil)

// NewComplaint makes a line that takes no room while nothing is wrong.
func NewComplaint() *Complaint {
	c := &Complaint{text: kit.NewText("", kit.CaptionIn(kit.ColorDanger))}
	c.ExtendBaseWidget(c)
	c.Hide()
	return c
}

// SetError shows what is wrong; "" for nothing.
func (c *Complaint) SetError(text string) {
	c.text.SetText(text)
	c.Hidden = text == ""
	c.Refresh()
	kit.Relayout(c)
}

// Focusable gives nothing.
func (c *Complaint) Focusable() fyne.Focusable { return nil }

// Children gives the line.
func (c *Complaint) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.text} }

// HeightFor gives the height of the line at a width.
func (c *Complaint) HeightFor(width float32) float32 { return c.text.HeightFor(width) }

// CreateRenderer is the toolkit's way to draw a widget.
func (c *Complaint) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.text) }
