package kit

// Reading is a window's content that knows whether what it shows can only be read.
type Reading interface {
	// Reading tells why nothing can be changed; "" where it can.
	Reading() string
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
	c := CanvasOf(b.self)
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
	why := b.why()
	switch {
	case why == "":
		return b.tip
	case b.tip.Text == "":
		return Tip{Text: why}
	}
	return Tip{Text: b.tip.Text + " · " + why}
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

// Off tells whether the button looks off.
func (b *IconButton) Off() bool { return b.off() }
