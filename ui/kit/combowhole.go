package kit

// entryPad is the room beside the letters of a field, in units.
const entryPad = 20

// tellWhole shows below the field the whole of what was taken, wrapped, where the field is too narrow for it: a field shows the
// beginning of a name or its end, and two may begin alike.
func (c *Combo) tellWhole(width float32) {
	text := c.value.Text
	if c.value.Key == "" || NewText(text, Body()).NaturalWidth()+paintFor(c).px(entryPad) <= width {
		text = ""
	}
	if c.told.Text() != text {
		c.told.SetText(text)
	}
	c.told.Hidden = text == ""
}
