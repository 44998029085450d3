package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mentorbook/assets"
)

// iconResource gives one of the program's icons in a colour of the theme; nil where there is none of that name.
func iconResource(name string, color fyne.ThemeColorName) fyne.Resource {
	svg, ok := assets.Icon(name)
	if !ok {
		return nil
	}
	return theme.NewColoredResource(fyne.NewStaticResource("mb-"+name+".svg", svg), color)
}

// Icon is a small picture in a colour of the theme.
type Icon struct {
	widget.BaseWidget

	name  string
	color fyne.ThemeColorName
	units float32
	image *canvas.Image
}

var _ fyne.Widget = (*Icon)(nil)

// NewIcon makes an icon by its name among the program's icons.
func NewIcon(name string, color fyne.ThemeColorName) *Icon {
	i := &Icon{name: name, color: color, units: 16, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	i.image.Resource = iconResource(name, color)
	i.ExtendBaseWidget(i)
	return i
}

// Set changes picture and colour. The same again costs nothing.
func (i *Icon) Set(name string, color fyne.ThemeColorName) {
	if i.name != name || i.color != color {
		i.name, i.color = name, color
		i.image.Resource = iconResource(name, color)
		i.Refresh()
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   i,
		objects: these(i.image),
		min: func() fyne.Size {
			d := paintFor(i).px(i.units)
			return fyne.NewSize(d, d)
		},
		layout: func(s fyne.Size) { place(i.image, 0, 0, s.Width, s.Height) },
	}
}

// IconButton is a button that shows only a picture. Its tooltip says what it does.
type IconButton struct {
	pressable

	inverse bool // stands on the dark box of a toast
	back    *canvas.Rectangle
	ring    *frame
	icon    *Icon
}

var (
	_ fyne.Widget    = (*IconButton)(nil)
	_ fyne.Focusable = (*IconButton)(nil)
)

// NewIconButton makes a button of an icon. The tip is not optional: a picture alone says too little.
func NewIconButton(icon string, tip Tip, tap func()) *IconButton {
	b := &IconButton{back: &canvas.Rectangle{}, ring: newFrame(), icon: NewIcon(icon, ColorMuted)}
	b.start(b, tap)
	b.tip = tip
	return b
}

// SetIcon shows another picture.
func (b *IconButton) SetIcon(name string) { b.icon.Set(name, b.icon.color) }

// OnTap replaces what the button does.
func (b *IconButton) OnTap(f func()) { b.onTap = f }

// CreateRenderer is the toolkit's way to draw a widget.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   b,
		objects: these(b.ring.outer, b.ring.inner, b.back, b.icon),
		min: func() fyne.Size {
			d := paintFor(b).size(SizeControl)
			return fyne.NewSize(d, d)
		},
		layout: b.layout,
	}
}

func (b *IconButton) layout(s fyne.Size) {
	p := paintFor(b)
	b.back.FillColor, b.back.CornerRadius = p.color(ColorHover), p.px(6)
	b.back.Hidden = !b.hovered || b.off()
	place(b.back, 0, 0, s.Width, s.Height)
	b.ring.focusRing(p, b.focused, 0, 0, s.Width, s.Height)
	color := ColorMuted
	switch {
	case b.off():
		color = colorDisabled
	case b.hovered || b.focused:
		color = ColorText
	}
	if b.inverse {
		color = ColorOnInverse
		b.back.Hidden = true
		if b.focused {
			color = ColorText // on the light ground of the focus
		}
	}
	b.icon.Set(b.icon.name, color)
	d := p.px(18)
	place(b.icon, (s.Width-d)/2, (s.Height-d)/2, d, d)
}
