package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mentorbook/core/draw"
)

// Sheets shows the pages of a document below each other, as they will be printed, as large as one wants. Only the
// pages in view are drawn: a long document costs no more than a short one.
type Sheets struct {
	widget.BaseWidget

	fonts   *DrawnFonts
	pages   []draw.Page
	drawn   map[int]*Drawn
	zoom    float32 // of the size on paper; 0 fits the width
	led     int     // the page that ToPage led to
	ledTo   float32 // and how far down that was; another place has another page
	scroll  *Roller
	body    *fyne.Container
	changed func()
	focused bool
	ring    *frame
	ground  *canvas.Rectangle
}

var (
	_ fyne.Widget    = (*Sheets)(nil)
	_ fyne.Focusable = (*Sheets)(nil)
)

// pointUnits is how many units a point has on a sheet shown as large as on paper: 96 a 72nd of an inch.
const pointUnits = 96.0 / 72

// maxFit is the widest, in units, that a sheet becomes by fitting.
const maxFit = 860

// NewSheets makes an empty one. changed is told when another page or size is on show; it may be nil.
func NewSheets(fonts *DrawnFonts, changed func()) *Sheets {
	s := &Sheets{fonts: fonts, drawn: map[int]*Drawn{}, changed: changed, ring: newFrame(), ground: &canvas.Rectangle{}}
	s.body = container.New(&sheetsLayout{s})
	s.scroll = newRoller(s.body, container.ScrollBoth)
	s.scroll.OnScrolled = func(fyne.Position) { s.show() }
	s.ExtendBaseWidget(s)
	return s
}

// Zooms lists the sizes that ZoomBy steps through, of the size on paper.
func Zooms() []float32 { return []float32{0.5, 0.75, 1, 1.25, 1.5, 2} }

// SetPages shows other pages and keeps the place.
func (s *Sheets) SetPages(pages []draw.Page) {
	s.pages, s.drawn, s.led = pages, map[int]*Drawn{}, 0
	s.relayout()
}

// Pages tells how many there are.
func (s *Sheets) Pages() int { return len(s.pages) }

// Page tells which page is on show: the first whose middle is not above the view, from 0. Where the end keeps a page from
// the top of the view, it is the one that ToPage led to.
func (s *Sheets) Page() int {
	if s.led > 0 && s.led < len(s.pages) && s.scroll.Offset.Y == s.ledTo {
		return s.led
	}
	for i := range s.pages {
		if y, h := s.place(i); y+h/2 >= s.scroll.Offset.Y {
			return i
		}
	}
	return 0
}

// Zoom gives the present size, of the size on paper, and whether it follows from the width.
func (s *Sheets) Zoom() (zoom float32, fits bool) {
	if s.zoom > 0 || len(s.pages) == 0 {
		return s.zoom, s.zoom == 0
	}
	return s.width(0) / (float32(s.pages[0].Width) * pointUnits * s.unit()), true
}

// SetZoom shows the pages in a size, of the size on paper; 0 fits them into the width.
func (s *Sheets) SetZoom(zoom float32) {
	share := float32(0)
	if h := s.height(); h > 0 {
		share = s.scroll.Offset.Y / h
	}
	s.zoom = zoom
	s.relayout()
	s.To(share * s.height())
}

// ZoomBy makes the pages one step larger (1) or smaller (-1).
func (s *Sheets) ZoomBy(step int) {
	now, _ := s.Zoom()
	all := Zooms()
	if step < 0 {
		slices.Reverse(all)
	}
	for _, z := range all {
		if step > 0 && z > now*1.01 || step < 0 && z < now*0.99 {
			s.SetZoom(z)
			return
		}
	}
}

// At tells how far down the pages are scrolled.
func (s *Sheets) At() float32 { return s.scroll.Offset.Y }

// To scrolls.
func (s *Sheets) To(y float32) {
	y = max(min(y, s.height()-s.scroll.Size().Height), 0)
	s.scroll.ScrollToOffset(fyne.NewPos(s.scroll.Offset.X, y))
	s.show()
}

// ToPage scrolls to the top of a page, from 0; one that there is not is the nearest that there is.
func (s *Sheets) ToPage(i int) {
	if len(s.pages) == 0 {
		return
	}
	i = min(max(i, 0), len(s.pages)-1)
	y, _ := s.place(i)
	s.led, s.ledTo = i, max(min(y-s.gap(), s.height()-s.scroll.Size().Height), 0)
	s.To(s.ledTo)
}

// Key scrolls and zooms, and tells whether the key was one for that.
func (s *Sheets) Key(ev *fyne.KeyEvent) bool {
	view, line := s.scroll.Size().Height*0.9, paintFor(s).size(SizeRow)
	switch ev.Name {
	case fyne.KeyPageDown, fyne.KeySpace:
		s.To(s.At() + view)
	case fyne.KeyPageUp:
		s.To(s.At() - view)
	case fyne.KeyDown:
		s.To(s.At() + line)
	case fyne.KeyUp:
		s.To(s.At() - line)
	case fyne.KeyHome:
		s.To(0)
	case fyne.KeyEnd:
		s.To(s.height())
	case fyne.KeyPlus, fyne.KeyEqual:
		s.ZoomBy(1)
	case fyne.KeyMinus:
		s.ZoomBy(-1)
	case fyne.Key0:
		s.SetZoom(0)
	default:
		return false
	}
	return true
}

// FocusGained shows that keys come here.
func (s *Sheets) FocusGained() {
	s.focused = true
	reveal(s)
	s.Refresh()
}

// FocusLost shows that keys go elsewhere.
func (s *Sheets) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedRune does nothing: keys come through TypedKey.
func (s *Sheets) TypedRune(rune) {}

// TypedKey scrolls and zooms; other keys go on to the window.
func (s *Sheets) TypedKey(ev *fyne.KeyEvent) {
	if !s.Key(ev) {
		BubbleKey(s, ev)
	}
}

// Text gives the words of all pages, for tests.
func (s *Sheets) Text() string {
	out := ""
	for _, page := range s.pages {
		out += NewSheet(s.fonts, page).Text()
	}
	return out
}

func (s *Sheets) unit() float32 { return paintFor(s).px(1) }

func (s *Sheets) gap() float32 { return paintFor(s).px(16) }

// width gives that of a page in the present size.
func (s *Sheets) width(i int) float32 {
	if s.zoom > 0 {
		return ceil(float32(s.pages[i].Width) * pointUnits * s.zoom * s.unit())
	}
	return max(min(s.scroll.Size().Width-2*s.gap(), maxFit*s.unit()), s.unit()*80)
}

// place gives the top and the height of a page.
func (s *Sheets) place(i int) (y, h float32) {
	y = s.gap()
	for j := range i + 1 {
		h = ceil(s.width(j) * float32(s.pages[j].Height/max(s.pages[j].Width, 1)))
		if j < i {
			y += h + s.gap()
		}
	}
	return y, h
}

func (s *Sheets) height() float32 {
	if len(s.pages) == 0 {
		return 0
	}
	y, h := s.place(len(s.pages) - 1)
	return y + h + s.gap()
}

func (s *Sheets) relayout() {
	s.scroll.Refresh()
	s.show()
}

// show draws the pages that are in view or nearly, and lets go of all others.
func (s *Sheets) show() {
	view := s.scroll.Size()
	if view.Height <= 0 {
		return
	}
	var objects []fyne.CanvasObject
	for i, page := range s.pages {
		y, h := s.place(i)
		if y > s.scroll.Offset.Y+view.Height*1.3 || y+h < s.scroll.Offset.Y-view.Height*0.3 {
			delete(s.drawn, i)
			continue
		}
		if s.drawn[i] == nil {
			s.drawn[i] = NewSheet(s.fonts, page)
		}
		w := s.width(i)
		place(s.drawn[i], max((view.Width-w)/2, s.gap()), y, w, h)
		objects = append(objects, s.drawn[i])
	}
	if !sameObjects(s.body.Objects, objects) {
		s.body.Objects = objects
		canvas.Refresh(s.body)
	}
	if s.changed != nil {
		s.changed()
	}
}

// Children gives the pages that are drawn.
func (s *Sheets) Children() []fyne.CanvasObject { return s.body.Objects }

// sheetsLayout makes the body as large as all pages; show places those in view.
type sheetsLayout struct{ of *Sheets }

func (l *sheetsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for i := range l.of.pages {
		w = max(w, l.of.width(i)+2*l.of.gap())
	}
	if l.of.zoom == 0 {
		w = 0
	}
	return fyne.NewSize(w, l.of.height())
}

func (l *sheetsLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// CreateRenderer is the toolkit's way to draw a widget.
func (s *Sheets) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   s,
		objects: these(s.ring.outer, s.ring.inner, s.ground, s.scroll),
		min:     func() fyne.Size { return fyne.NewSize(paintFor(s).px(160), paintFor(s).px(120)) },
		layout: func(size fyne.Size) {
			p := paintFor(s)
			s.ring.focusRing(p, s.focused, -p.px(2), -p.px(2), size.Width+p.px(4), size.Height+p.px(4))
			s.ground.FillColor, s.ground.CornerRadius = p.color(ColorSidebar), p.px(8)
			place(s.ground, 0, 0, size.Width, size.Height)
			place(s.scroll, 0, p.px(1), size.Width, size.Height-p.px(2))
			s.show()
		},
	}
}
