package kit

import (
	"hash/fnv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Avatar is a round with somebody's initials. Its colour comes from a key that stays the same, so a person
// keeps their colour for ever.
type Avatar struct {
	widget.BaseWidget

	initials string
	kind     Kind
	round    *canvas.Rectangle
	label    *canvas.Text
}

var _ fyne.Widget = (*Avatar)(nil)

// NewAvatar makes an avatar of initials and a key, such as a person's id.
func NewAvatar(initials, key string) *Avatar {
	a := &Avatar{initials: initials, kind: KindOf(key), round: &canvas.Rectangle{}, label: &canvas.Text{}}
	a.ExtendBaseWidget(a)
	return a
}

// KindOf gives the colour that belongs to a key. Warning and alarm are never given: they mean something.
func KindOf(key string) Kind {
	kinds := [...]Kind{Info, Violet, Accent, Neutral}
	h := fnv.New32a()
	_, _ = h.Write([]byte(key)) // a hash cannot fail
	return kinds[h.Sum32()%uint32(len(kinds))]
}

// Set changes initials and key. The same again costs nothing.
func (a *Avatar) Set(initials, key string) {
	if kind := KindOf(key); a.initials != initials || a.kind != kind {
		a.initials, a.kind = initials, kind
		a.Refresh()
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   a,
		objects: these(a.round, a.label),
		min: func() fyne.Size {
			d := paintFor(a).px(30)
			return fyne.NewSize(d, d)
		},
		layout: a.layout,
	}
}

func (a *Avatar) layout(s fyne.Size) {
	p := paintFor(a)
	strong, soft := a.kind.Colors()
	d := min(s.Width, s.Height)
	a.round.FillColor, a.round.CornerRadius = p.color(soft), d/2
	place(a.round, 0, (s.Height-d)/2, d, d)
	a.label.Text = clean(a.initials, false)
	a.label.TextSize = ceil(d * 0.4)
	a.label.TextStyle.Bold = true
	setFace(a.label)
	a.label.Color = p.color(strong)
	a.label.Alignment = fyne.TextAlignCenter
	h := a.label.MinSize().Height
	place(a.label, 0, (s.Height-h)/2, d, h)
}
