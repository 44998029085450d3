package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ButtonKind says how much a button stands out.
type ButtonKind int

// The kinds of buttons. A screen has one Primary.
const (
	Plain   ButtonKind = iota // white with a hairline
	Primary                   // the accent colour: the thing to do here
	Quiet                     // text only, until pointed at
	Danger                    // red text: takes something away
)

// Button does one thing when pressed by pointer, Enter or Space.
type Button struct {
	pressable

	kind    ButtonKind
	text    string
	pressed bool                      // looks chosen, as one of a segmented row
	inverse bool                      // stands on the dark box of a toast
	onKey   func(*fyne.KeyEvent) bool // true: the key is used up; nil for none
	passed  func() bool               // true: Tab passes it by, for the row that it is part of has another stop; nil for never
	ring    *canvas.Rectangle
	frame   *frame
	label   *canvas.Text
}

var (
	_ fyne.Widget      = (*Button)(nil)
	_ fyne.Focusable   = (*Button)(nil)
	_ fyne.Disableable = (*Button)(nil)
)

// NewButton makes a button.
func NewButton(text string, kind ButtonKind, tap func()) *Button {
	b := &Button{kind: kind, text: text, ring: &canvas.Rectangle{}, frame: newFrame(), label: &canvas.Text{}}
	b.start(b, tap)
	return b
}

// Text gives the label.
func (b *Button) Text() string { return b.text }

// SetText changes the label.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// Entry gives the button as a line of a menu, for where there is no room for it.
func (b *Button) Entry() MenuEntry {
	return MenuEntry{Text: b.text, Keys: b.tip.Keys, Reason: b.why(), Run: b.press, Danger: b.kind == Danger}
}

// Kind tells how the button looks.
func (b *Button) Kind() ButtonKind { return b.kind }

// SetKind changes how much the button stands out.
func (b *Button) SetKind(k ButtonKind) {
	if b.kind != k {
		b.kind = k
		b.Refresh()
	}
}

// TypedKey gives the key to the row that the button is part of, and else does what keys do on a button.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	if b.onKey == nil || !b.onKey(ev) {
		b.pressable.TypedKey(ev)
	}
}

// Disabled tells whether the focus cannot come: the button is off, or one of a row whose stop is another one. The pointer presses
// that one all the same.
func (b *Button) Disabled() bool { return b.disabled || b.passed != nil && b.passed() }

// OnTap replaces what the button does.
func (b *Button) OnTap(f func()) { b.onTap = f }

// CreateRenderer is the toolkit's way to draw a widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.style()
	return &renderer{
		owner: b,
		objects: func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{b.ring}, append(b.frame.objects(), b.label)...)
		},
		min:     b.minSize,
		layout:  b.layout,
		refresh: b.style,
	}
}

func (b *Button) style() {
	p := paintFor(b)
	border, fill, text := b.colors()
	b.frame.style(p, border, fill, p.px(6))
	b.label.Text = clean(b.text, false)
	b.label.TextSize = p.size(SizeText) - 1
	b.label.TextStyle.Bold = true
	setFace(b.label)
	b.label.Color = p.color(text)
	b.label.Alignment = fyne.TextAlignCenter
	b.ring.FillColor = p.color(ColorFocusRing)
	b.ring.CornerRadius = p.px(8)
	b.ring.Hidden = !b.focused || b.disabled
	clear := b.kind == Quiet || (b.kind == Danger && b.inverse)
	b.frame.show(!clear || b.hovered || b.focused)
}

func (b *Button) colors() (border, fill, text fyne.ThemeColorName) {
	switch {
	case b.inverse:
		border, fill, text = ColorInverse, ColorInverse, ColorOnInverse
		if b.hovered || b.focused {
			border = ColorOnInverse
		}
	case b.off():
		border, fill, text = ColorHairline, ColorCard, colorDisabled
	case b.kind == Primary || b.pressed:
		border, fill, text = ColorAccent, ColorAccent, ColorOnAccent
		if b.hovered {
			border, fill = ColorAccentHover, ColorAccentHover
		}
	case b.kind == Danger:
		border, fill, text = ColorHairline, ColorCard, ColorDanger
		if b.hovered {
			border, fill = ColorDanger, ColorDangerSoft
		}
	default:
		border, fill, text = ColorHairline, ColorCard, ColorText
		if b.hovered {
			border, fill = ColorMuted, ColorNeutralSoft
		}
	}
	if b.focused && !b.disabled && b.kind != Primary && !b.inverse {
		border = ColorAccent
	}
	return border, fill, text
}

func (b *Button) minSize() fyne.Size {
	p := paintFor(b)
	m := measure(clean(b.text, false), p.size(SizeText)-1, fyne.TextStyle{Bold: true})
	return fyne.NewSize(ceil(m.width)+p.px(26), p.size(SizeControl))
}

func (b *Button) layout(s fyne.Size) {
	p := paintFor(b)
	b.frame.place(0, 0, s.Width, s.Height, p.px(1))
	place(b.ring, -p.px(2), -p.px(2), s.Width+p.px(4), s.Height+p.px(4))
	h := b.label.MinSize().Height
	place(b.label, 0, (s.Height-h)/2, s.Width, h)
}
