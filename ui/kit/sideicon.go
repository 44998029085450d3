package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// SideIcon is an icon at the side of a field that does by pointer what a key does in the field. It never takes the
// focus: Tab goes from field to field, so that nobody who types one after the other loses what they type.
type SideIcon struct {
	widget.BaseWidget

	tip     Tip
	tap     func()
	hovered bool
	back    *canvas.Rectangle
	icon    *Icon
}

var (
	_ fyne.Widget        = (*SideIcon)(nil)
	_ fyne.Tappable      = (*SideIcon)(nil)
	_ desktop.Hoverable  = (*SideIcon)(nil)
	_ desktop.Cursorable = (*SideIcon)(nil)
)

// NewSideIcon makes such an icon. The tip says what it does and must name the key that does the same in the field.
func NewSideIcon(icon string, tip Tip, tap func()) *SideIcon {
	s := &SideIcon{tip: tip, tap: tap, back: &canvas.Rectangle{}, icon: NewIcon(icon, ColorMuted)}
	s.ExtendBaseWidget(s)
	return s
}

// SetTip changes what the tooltip says, for another language.
func (s *SideIcon) SetTip(t Tip) { s.tip = t }

// SetTap replaces what the icon does.
func (s *SideIcon) SetTap(tap func()) { s.tap = tap }

// TipText gives what the tooltip says.
func (s *SideIcon) TipText() string { return s.tip.Text }

// TipKeys gives the key that does the same in the field.
func (s *SideIcon) TipKeys() string { return s.tip.Keys }

// Tapped does it.
func (s *SideIcon) Tapped(ev *fyne.PointEvent) {
	Click(s, ev, func() {
		HideTip(s)
		s.tap()
		touched(s)
	})
}

// MouseIn shows that the pointer is over the icon, and its tooltip a moment later.
func (s *SideIcon) MouseIn(*desktop.MouseEvent) {
	s.hovered = true
	s.Refresh()
	scheduleTip(s, s.tip)
}

// MouseMoved does nothing; the pointer events come in threes.
func (s *SideIcon) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (s *SideIcon) MouseOut() {
	s.hovered = false
	s.Refresh()
	HideTip(s)
}

// Cursor is a hand: the field around it has another.
func (s *SideIcon) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is the toolkit's way to draw a widget.
func (s *SideIcon) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   s,
		objects: these(s.back, s.icon),
		min: func() fyne.Size {
			d := paintFor(s).size(SizeControl)
			return fyne.NewSize(d, d)
		},
		layout: s.layout,
	}
}

func (s *SideIcon) layout(size fyne.Size) {
	p := paintFor(s)
	s.back.FillColor, s.back.CornerRadius, s.back.Hidden = p.color(ColorHover), p.px(6), !s.hovered
	place(s.back, 0, 0, size.Width, size.Height)
	color := ColorMuted
	if s.hovered {
		color = ColorText
	}
	s.icon.Set(s.icon.name, color)
	d := p.px(18)
	place(s.icon, (size.Width-d)/2, (size.Height-d)/2, d, d)
}
