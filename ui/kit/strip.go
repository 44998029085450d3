package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Beat is the look of one field of a Strip. States differ in shape as well as in colour: full, half, line and
// frame, so that nobody needs to tell colours apart.
type Beat int

// The beats.
const (
	BeatNone  Beat = iota // nothing was to be
	BeatFull              // done
	BeatPale              // not done, and that is right
	BeatAlarm             // not done, and that is not right
	BeatFrame             // is to come
	BeatLine              // lies ahead, open
)

// Strip is a row of small fields, one a week: a rhythm at a glance.
type Strip struct {
	widget.BaseWidget

	cells []Beat
	now   int // the field of the present; -1 for none
	boxes []*frame
	mark  *canvas.Rectangle
}

var _ fyne.Widget = (*Strip)(nil)

// NewStrip makes a strip.
func NewStrip(cells []Beat, now int) *Strip {
	s := &Strip{mark: &canvas.Rectangle{}}
	s.Set(cells, now)
	s.ExtendBaseWidget(s)
	return s
}

// Set shows other fields.
func (s *Strip) Set(cells []Beat, now int) {
	s.cells, s.now = cells, now
	for len(s.boxes) < len(cells) {
		s.boxes = append(s.boxes, newFrame())
	}
	s.Refresh()
}

// NaturalWidth is what the strip would like.
func (s *Strip) NaturalWidth() float32 { return paintFor(s).px(float32(len(s.cells) * 10)) }

// CreateRenderer is the toolkit's way to draw a widget.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: s, layout: s.layout,
		objects: func() []fyne.CanvasObject {
			out := []fyne.CanvasObject{s.mark}
			for _, b := range s.boxes[:len(s.cells)] {
				out = append(out, b.objects()...)
			}
			return out
		},
		min: func() fyne.Size { return fyne.NewSize(paintFor(s).px(float32(len(s.cells)*4)), paintFor(s).px(20)) },
	}
}

func (s *Strip) layout(size fyne.Size) {
	p := paintFor(s)
	w := size.Width / float32(max(len(s.cells), 1))
	gap := min(p.px(2), w/4)
	s.mark.Hidden = s.now < 0
	s.mark.FillColor = p.color(ColorText)
	place(s.mark, float32(s.now)*w, size.Height-p.px(2), w-gap, p.px(2))
	for i, c := range s.cells {
		b := s.boxes[i]
		border, fill, height := beatLook(c)
		b.style(p, border, fill, p.px(2))
		b.show(c != BeatNone)
		h := height * (size.Height - p.px(5))
		b.place(float32(i)*w, (size.Height-p.px(5)-h)/2, w-gap, h, p.px(1))
	}
}

// beatLook gives the colours of a field and the part of the height that it takes.
func beatLook(c Beat) (border, fill fyne.ThemeColorName, height float32) {
	switch c {
	case BeatFull:
		return ColorAccent, ColorAccent, 1
	case BeatAlarm:
		return ColorDanger, ColorDangerSoft, 0.6
	case BeatFrame:
		return ColorAccent, ColorCard, 1
	case BeatLine:
		return ColorTrack, ColorTrack, 0.15
	default:
		return ColorTrack, ColorTrack, 0.5
	}
}
