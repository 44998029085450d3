package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/tone"
)

// Kind is the meaning a colour stands for, in chips, avatars and marks.
type Kind int

// The kinds. Each has a strong and a soft colour.
const (
	Neutral Kind = iota
	Accent
	Info
	Warn
	Alarm
	Violet
)

// ToneKind gives the kind that a meaning is shown in.
func ToneKind(t tone.Tone) Kind {
	switch t {
	case tone.Good:
		return Accent
	case tone.Care:
		return Warn
	case tone.Pressing:
		return Alarm
	case tone.Told:
		return Info
	}
	return Neutral
}

// Colors gives the strong and the soft colour of a kind.
func (k Kind) Colors() (strong, soft fyne.ThemeColorName) {
	switch k {
	case Accent:
		return ColorAccent, ColorAccentSoft
	case Info:
		return ColorInfo, ColorInfoSoft
	case Warn:
		return ColorWarn, ColorWarnSoft
	case Alarm:
		return ColorDanger, ColorDangerSoft
	case Violet:
		return ColorViolet, ColorVioletSoft
	default:
		return ColorMuted, ColorNeutralSoft
	}
}

// chipFace draws a chip; the two widgets below differ in what they do.
type chipFace struct {
	box   *frame
	label *canvas.Text
}

func newChipFace() chipFace { return chipFace{newFrame(), &canvas.Text{}} }

func (c chipFace) style(p paint, text string, kind Kind, outlined bool) {
	strong, soft := kind.Colors()
	border := soft
	if outlined {
		border = strong
	}
	c.box.style(p, border, soft, p.px(4))
	c.label.Text = clean(text, false)
	c.label.TextSize = p.size(SizeChip)
	c.label.TextStyle.Bold = true
	setFace(c.label)
	c.label.Color = p.color(strong)
	c.label.Alignment = fyne.TextAlignCenter
}

// fade makes a chip look as if it did nothing.
func (c chipFace) fade(p paint) {
	c.box.style(p, ColorHairline, ColorCard, p.px(4))
	c.label.Color = p.color(colorDisabled)
}

// cut tells whether less of a word is drawn than there is.
func (c chipFace) cut(text string) bool {
	return c.label.Text != "" && c.label.Text != clean(text, false)
}

func (c chipFace) min(p paint, text string) fyne.Size {
	m := measure(clean(text, false), p.size(SizeChip), fyne.TextStyle{Bold: true})
	return fyne.NewSize(ceil(m.width)+p.px(14), ceil(m.height)+p.px(3))
}

func (c chipFace) layout(p paint, x, y, w, h float32) {
	c.box.place(x, y, w, h, p.px(1))
	if need := c.min(p, c.label.Text).Width; need > w+1 { // a word that is longer than the chip ends within it
		line := wrapRuns(p, []Run{{c.label.Text, Style{Size: SizeChip, Bold: true}}}, w-p.px(14), 1)[0]
		c.label.Text = ""
		for _, part := range line.pieces {
			c.label.Text += part.text
		}
	}
	th := c.label.MinSize().Height
	place(c.label, x, y+(h-th)/2, w, th)
}

// Chip is a small word on a soft colour. It does nothing: a click goes to what lies under it.
type Chip struct {
	widget.BaseWidget

	text     string
	kind     Kind
	outlined bool
	stands   string // the words that the chip stands for; "" for its own
	face     chipFace
}

var _ fyne.Widget = (*Chip)(nil)

// NewChip makes a chip.
func NewChip(text string, kind Kind) *Chip {
	c := &Chip{text: text, kind: kind, face: newChipFace()}
	c.ExtendBaseWidget(c)
	return c
}

// Outlined draws a line around the chip, for the present one of several, and gives the chip back.
func (c *Chip) Outlined() *Chip {
	c.outlined = true
	return c
}

// Text gives the word.
func (c *Chip) Text() string { return c.text }

// Stand says what the chip stands for, as one that counts others does: the tip of its row names that.
func (c *Chip) Stand(text string) { c.stands = text }

// Cut tells whether the chip has no room for all of its word.
func (c *Chip) Cut() bool { return c.face.cut(c.text) }

// Set changes word and kind. The same again costs nothing. An empty word hides the chip.
func (c *Chip) Set(text string, kind Kind) {
	if (text == "") == c.Visible() {
		if text == "" {
			c.Hide()
		} else {
			c.Show()
		}
	}
	if c.text != text || c.kind != kind {
		c.text, c.kind = text, kind
		c.Refresh()
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   c,
		objects: func() []fyne.CanvasObject { return append(c.face.box.objects(), c.face.label) },
		min:     func() fyne.Size { return c.face.min(paintFor(c), c.text) },
		layout: func(s fyne.Size) {
			p := paintFor(c)
			c.face.style(p, c.text, c.kind, c.outlined)
			c.face.layout(p, 0, 0, s.Width, s.Height)
		},
	}
}

// ChipButton is a chip that can be pressed, and that can be on or off, such as the kinds of help that were given.
type ChipButton struct {
	pressable

	text string
	on   bool
	kind Kind // while on
	face chipFace
	ring *canvas.Rectangle
}

var (
	_ fyne.Widget    = (*ChipButton)(nil)
	_ fyne.Focusable = (*ChipButton)(nil)
)

// NewChipButton makes a chip to press. It looks neutral while off and of its kind while on.
func NewChipButton(text string, kind Kind, on bool, tap func()) *ChipButton {
	c := &ChipButton{text: text, kind: kind, on: on, face: newChipFace(), ring: &canvas.Rectangle{}}
	c.start(c, tap)
	return c
}

// NewToggle makes a chip that changes between on and off, and tells which it now is.
func NewToggle(text string, on bool, changed func(on bool)) *ChipButton {
	c := NewChipButton(text, Accent, on, nil)
	c.onTap = func() {
		c.SetOn(!c.on)
		if changed != nil {
			changed(c.on)
		}
	}
	return c
}

// On tells whether the chip is on.
func (c *ChipButton) On() bool { return c.on }

// SetOn turns the chip on or off without telling anybody.
func (c *ChipButton) SetOn(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// Text gives the word.
func (c *ChipButton) Text() string { return c.text }

// Cut tells whether the chip has no room for all of its word.
func (c *ChipButton) Cut() bool { return c.face.cut(c.text) }

// SetText changes the word.
func (c *ChipButton) SetText(text string) {
	if c.text != text {
		c.text = text
		c.Refresh()
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (c *ChipButton) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: c,
		objects: func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{c.ring}, append(c.face.box.objects(), c.face.label)...)
		},
		min: func() fyne.Size {
			p := paintFor(c)
			m := c.face.min(p, c.text)
			return fyne.NewSize(m.Width, m.Height+p.px(6)) // taller than a chip: it must be hit
		},
		layout: c.layout,
	}
}

func (c *ChipButton) layout(s fyne.Size) {
	p := paintFor(c)
	kind := Neutral
	if c.on {
		kind = c.kind
	}
	c.face.style(p, c.text, kind, c.hovered || c.focused)
	if c.off() {
		c.face.fade(p)
	}
	c.face.layout(p, 0, 0, s.Width, s.Height)
	c.ring.FillColor, c.ring.CornerRadius = p.color(ColorFocusRing), p.px(6)
	c.ring.Hidden = !c.focused
	place(c.ring, -p.px(2), -p.px(2), s.Width+p.px(4), s.Height+p.px(4))
}
