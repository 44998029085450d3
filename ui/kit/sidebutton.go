package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// SideButton is a button below a field that does by pointer what a key does in the field, such as ending a note. Like a
// SideIcon it never takes the focus: Tab goes from what is typed to what is typed next.
type SideButton struct {
	widget.BaseWidget

	face *Button // draws it
}

var (
	_ fyne.Widget        = (*SideButton)(nil)
	_ fyne.Tappable      = (*SideButton)(nil)
	_ desktop.Hoverable  = (*SideButton)(nil)
	_ desktop.Cursorable = (*SideButton)(nil)
)

// NewSideButton makes such a button. What stands beside it must name the key that does the same in the field.
func NewSideButton(text string, tap func()) *SideButton {
	s := &SideButton{face: &Button{text: text, ring: &canvas.Rectangle{}, frame: newFrame(), label: &canvas.Text{}}}
	s.face.self, s.face.onTap = s, tap
	s.ExtendBaseWidget(s)
	return s
}

// Text gives the label.
func (s *SideButton) Text() string { return s.face.text }

// Tapped does it.
func (s *SideButton) Tapped(ev *fyne.PointEvent) { s.face.Tapped(ev) }

// MouseIn shows that the pointer is over the button.
func (s *SideButton) MouseIn(ev *desktop.MouseEvent) { s.face.MouseIn(ev) }

// MouseMoved does nothing; the pointer events come in threes.
func (s *SideButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (s *SideButton) MouseOut() { s.face.MouseOut() }

// Cursor is a hand: the field above it has another.
func (s *SideButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is the toolkit's way to draw a widget.
func (s *SideButton) CreateRenderer() fyne.WidgetRenderer {
	b := s.face
	b.style()
	return &renderer{
		owner:   s,
		objects: func() []fyne.CanvasObject { return append(b.frame.objects(), b.label) },
		min:     b.minSize,
		layout:  b.layout,
		refresh: b.style,
	}
}
