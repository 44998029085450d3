package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// StripScale names fields of the strips that stand below it, such as the weeks with which months begin.
type StripScale struct {
	widget.BaseWidget

	fields int
	names  map[int]string // by the field above which each begins
	texts  []*canvas.Text
}

var _ fyne.Widget = (*StripScale)(nil)

// NewStripScale makes a scale of strips with no field yet.
func NewStripScale() *StripScale {
	s := &StripScale{}
	s.ExtendBaseWidget(s)
	return s
}

// Set names fields of strips of that many. A name for which there is no room before the next one is left out.
func (s *StripScale) Set(fields int, names map[int]string) {
	s.fields, s.names = fields, names
	for len(s.texts) < len(names) {
		s.texts = append(s.texts, &canvas.Text{})
	}
	s.Refresh()
}

// Shown gives the names that have room, from left to right.
func (s *StripScale) Shown() (names []string) {
	for _, t := range s.texts {
		if t.Visible() && t.Text != "" {
			names = append(names, t.Text)
		}
	}
	return names
}

// CreateRenderer is the toolkit's way to draw a widget.
func (s *StripScale) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: s, layout: s.layout,
		objects: func() []fyne.CanvasObject {
			out := make([]fyne.CanvasObject, 0, len(s.texts))
			for _, t := range s.texts {
				out = append(out, t)
			}
			return out
		},
		min: func() fyne.Size { return fyne.NewSize(0, paintFor(s).px(18)) },
	}
}

func (s *StripScale) layout(size fyne.Size) {
	p := paintFor(s)
	for _, t := range s.texts {
		t.Text = ""
		t.Hide()
	}
	width, next, n := size.Width/float32(max(s.fields, 1)), float32(0), 0
	for i := range s.fields {
		name, ok := s.names[i]
		if !ok {
			continue
		}
		t := s.texts[n]
		t.Text, t.TextSize, t.Color = name, p.size(SizeCaption), p.color(ColorMuted)
		need := t.MinSize()
		x := float32(i) * width
		if x < next || x+need.Width > size.Width {
			t.Text = ""
			continue
		}
		place(t, x, (size.Height-need.Height)/2, need.Width, need.Height)
		t.Show()
		next = x + need.Width + p.px(2)
		n++
	}
}
