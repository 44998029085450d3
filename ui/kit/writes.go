package kit

import "fyne.io/fyne/v2"

// Reading is a window's content that knows whether what it shows can only be read.
type Reading interface {
	// Reading tells why nothing can be changed; "" where it can.
	Reading() string
	// Refuse says so, to somebody who has tried all the same.
	Refuse()
}

// why tells why what the widget does can't be done now, such as because it would change what can only be read; "" where it
// can.
func (b *pressable) why() string {
	if b.because != nil {
		if why := b.because(); why != "" {
			return why
		}
	}
	if !b.writes {
		return ""
	}
	return readOnly(b.self)
}

// readOnly tells why what an object shows can't be changed; "" where it can.
func readOnly(o fyne.CanvasObject) string {
	c := CanvasOf(o)
	if c == nil {
		return ""
	}
	if r, ok := c.Content().(Reading); ok {
		return r.Reading()
	}
	return ""
}

// off tells whether the widget looks as if it did nothing. One that would change what can only be read can be pressed all the
// same, and says so then.
func (b *pressable) off() bool { return b.disabled || b.why() != "" }

// told gives the tooltip of the moment.
func (b *pressable) told() Tip {
	why, tip := b.why(), b.tip
	if tip == (Tip{}) && b.rest != nil {
		tip.Text = b.rest()
	}
	if why == "" {
		return tip
	}
	return Tip{Text: tip.Text}.and(why)
}

// refuse says why what an object shows can't be changed, and tells whether that is so.
func refuse(o fyne.CanvasObject) bool {
	if readOnly(o) == "" {
		return false
	}
	CanvasOf(o).Content().(Reading).Refuse()
	return true
}

// and gives the tip with one more thing to say; "" for nothing.
func (t Tip) and(more string) Tip {
	switch {
	case more == "":
	case t.Text == "":
		t.Text = more
	default:
		t.Text += " · " + more
	}
	return t
}

// Writes says that the button changes what is shown, and gives it back: where that can only be read, the button looks off
// and its tooltip says why.
func (b *Button) Writes() *Button {
	b.writes = true
	return b
}

// Because sets what tells why the button does nothing at the moment; "" where it does. It looks off then, its tooltip says
// why, and it can be pressed all the same.
func (b *Button) Because(why func() string) { b.because = why }

// Off tells whether the button looks off.
func (b *Button) Off() bool { return b.off() }

// Writes says the same of a button that is a picture.
func (b *IconButton) Writes() *IconButton {
	b.writes = true
	return b
}

// Because sets what tells why a button that is a picture does nothing at the moment.
func (b *IconButton) Because(why func() string) { b.because = why }

// Off tells whether the button looks off.
func (b *IconButton) Off() bool { return b.off() }

// Writes says the same of a box: one that looks off stays as it is when it is pressed.
func (c *CheckBox) Writes() *CheckBox {
	c.writes = true
	return c
}

// Off tells whether the box looks off.
func (c *CheckBox) Off() bool { return c.off() }

// Writes says the same of a chip that can be pressed.
func (c *ChipButton) Writes() *ChipButton {
	c.writes = true
	return c
}

// Off tells whether the chip looks off.
func (c *ChipButton) Off() bool { return c.off() }

// Writes says the same of all chips of a group.
func (g *ChipGroup) Writes() *ChipGroup {
	g.writes = true
	return g
}

// Off tells whether the chips look off.
func (g *ChipGroup) Off() bool { return g.why() != "" }

// TipText gives what the tooltip of the chips says; "" for nothing.
func (g *ChipGroup) TipText() string { return g.why() }

// why tells why nothing can be chosen; "" where it can.
func (g *ChipGroup) why() string {
	if !g.writes {
		return ""
	}
	return readOnly(g)
}
