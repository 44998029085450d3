package kit

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mentorbook/core/draw"
)

// DrawnFonts holds the faces that drawing steps name. Make it once: it reads the font files.
type DrawnFonts struct{ faces map[draw.Face]fyne.Resource }

// NewDrawnFonts reads the faces.
func NewDrawnFonts() *DrawnFonts {
	f := &DrawnFonts{faces: map[draw.Face]fyne.Resource{}}
	for face, name := range map[draw.Face]string{
		draw.Regular: "draw-regular.ttf", draw.Bold: "draw-bold.ttf", draw.Math: "draw-math.ttf", draw.Symbols: "draw-symbols.ttf",
	} {
		f.faces[face] = fyne.NewStaticResource(name, face.Font())
	}
	return f
}

// Drawn shows drawing steps, scaled to its width: a page as it will be printed, or a chart.
type Drawn struct {
	widget.BaseWidget

	fonts   *DrawnFonts
	figure  draw.Figure
	paper   bool
	made    drawnKey
	sheet   *canvas.Rectangle
	objects []fyne.CanvasObject
}

// drawnKey is what the objects were made for.
type drawnKey struct {
	width float32
	dark  bool
	steps *draw.Step
	n     int
}

var (
	_ fyne.Widget = (*Drawn)(nil)
	_ Fitter      = (*Drawn)(nil)
)

// NewFigure shows a chart in the colours of the window. A chart made for the width at hand (draw.Strip) has
// texts of the size it was set in; at another width it grows or shrinks as a whole.
func NewFigure(fonts *DrawnFonts, figure draw.Figure) *Drawn {
	d := &Drawn{fonts: fonts, figure: figure, sheet: &canvas.Rectangle{}}
	d.ExtendBaseWidget(d)
	return d
}

// NewSheet shows a page on white paper, in light and in dark: it is what will be written.
func NewSheet(fonts *DrawnFonts, page draw.Page) *Drawn {
	d := NewFigure(fonts, draw.Figure(page))
	d.paper = true
	return d
}

// SetFigure shows another drawing.
func (d *Drawn) SetFigure(figure draw.Figure) {
	d.figure = figure
	d.Refresh()
}

// HeightFor keeps the shape of the drawing.
func (d *Drawn) HeightFor(width float32) float32 {
	if d.figure.Width <= 0 {
		return 0
	}
	return ceil(width * float32(d.figure.Height/d.figure.Width))
}

// NaturalWidth is one unit a point.
func (d *Drawn) NaturalWidth() float32 { return paintFor(d).px(float32(d.figure.Width)) }

// CreateRenderer is the toolkit's way to draw a widget.
func (d *Drawn) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: d,
		objects: func() []fyne.CanvasObject {
			if d.paper {
				return append([]fyne.CanvasObject{d.sheet}, d.objects...)
			}
			return d.objects
		},
		min: func() fyne.Size {
			w := paintFor(d).px(80)
			return fyne.NewSize(w, d.HeightFor(max(d.Size().Width, w)))
		},
		layout: d.layout,
	}
}

func (d *Drawn) layout(s fyne.Size) {
	p := paintFor(d)
	d.sheet.FillColor = p.color(ColorPaper)
	place(d.sheet, 0, 0, s.Width, s.Height)
	key := drawnKey{width: s.Width, n: len(d.figure.Steps), dark: luma(p.color(ColorCard)) < 0.5}
	if key.n > 0 {
		key.steps = &d.figure.Steps[0]
	}
	if d.made == key || s.Width <= 0 || d.figure.Width <= 0 {
		return
	}
	d.made = key
	pen := &drawnPen{fonts: d.fonts, scale: s.Width / float32(d.figure.Width), palette: draw.PaperPalette()}
	if key.dark && !d.paper {
		pen.palette = draw.DarkPalette()
	}
	for _, step := range d.figure.Steps {
		pen.step(step)
	}
	d.objects = pen.objects
}

// drawnPen turns steps into the toolkit's objects.
type drawnPen struct {
	fonts   *DrawnFonts
	palette *draw.Palette
	scale   float32
	objects []fyne.CanvasObject
}

func (p *drawnPen) px(v float64) float32 { return float32(v) * p.scale }

func (p *drawnPen) step(step draw.Step) {
	switch s := step.(type) {
	case draw.Text:
		p.text(s)
	case draw.Line:
		p.line(draw.Point{X: s.X1, Y: s.Y1}, draw.Point{X: s.X2, Y: s.Y2}, s.Width, s.Ink)
	case draw.Polyline:
		p.polyline(s)
	case draw.Rect:
		p.rect(s)
	case draw.Polygon:
		p.polygon(s)
	}
}

// text places each word where a PDF has it. The toolkit kerns and a PDF does not: set as one piece, a line
// would end elsewhere than on paper.
func (p *drawnPen) text(t draw.Text) {
	if t.Ink == draw.NoInk {
		return
	}
	whole := t.Face != draw.Regular && t.Face != draw.Bold
	style := draw.Style{Size: t.Size, Bold: t.Face == draw.Bold}
	x, rest := t.X, t.String
	for rest != "" {
		word := rest
		if i := strings.IndexByte(rest, ' '); i >= 0 && !whole {
			word = rest[:i+1]
		}
		rest = rest[len(word):]
		if bare := strings.TrimRight(word, " "); bare != "" {
			p.word(bare, x, t)
		}
		if !whole {
			x += draw.Width(word, style)
		}
	}
}

func (p *drawnPen) word(word string, x float64, t draw.Text) {
	o := &canvas.Text{Text: word, Color: p.palette.Color(t.Ink), TextSize: p.px(t.Size), FontSource: p.fonts.faces[t.Face]}
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(word, o.TextSize, o.TextStyle, o.FontSource)
	place(o, p.px(x), p.px(t.Y)-baseline, size.Width, size.Height)
	p.objects = append(p.objects, o)
}

// line draws an upright or level line as a box, which stays sharp; others as lines.
func (p *drawnPen) line(a, b draw.Point, width float64, ink draw.Ink) {
	if ink == draw.NoInk {
		return
	}
	color, w := p.palette.Color(ink), max(p.px(width), 0.7)
	if a.X == b.X || a.Y == b.Y {
		r := &canvas.Rectangle{FillColor: color}
		x, y := p.px(min(a.X, b.X)), p.px(min(a.Y, b.Y))
		along := p.px(math.Abs(a.X-b.X) + math.Abs(a.Y-b.Y))
		if a.Y == b.Y {
			place(r, x, y-w/2, along, w)
		} else {
			place(r, x-w/2, y, w, along)
		}
		p.objects = append(p.objects, r)
		return
	}
	p.objects = append(p.objects, &canvas.Line{
		StrokeColor: color, StrokeWidth: w,
		Position1: fyne.NewPos(p.px(a.X), p.px(a.Y)), Position2: fyne.NewPos(p.px(b.X), p.px(b.Y)),
	})
}

func (p *drawnPen) polyline(l draw.Polyline) {
	phase := 0.0
	for i := 1; i < len(l.Points); i++ {
		a, b := l.Points[i-1], l.Points[i]
		if l.Dash <= 0 {
			p.line(a, b, l.Width, l.Ink)
			continue
		}
		phase = p.dashes(a, b, phase, l)
	}
}

// maxDashes bounds what one stroke may be cut into, whatever its length.
const maxDashes = 2000

// dashes cuts a stroke into dashes and gaps of one length, going on where the stroke before it ended.
func (p *drawnPen) dashes(a, b draw.Point, phase float64, l draw.Polyline) float64 {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 || length/l.Dash > maxDashes || math.IsNaN(length) {
		return phase
	}
	at := func(d float64) draw.Point {
		return draw.Point{X: a.X + (b.X-a.X)*d/length, Y: a.Y + (b.Y-a.Y)*d/length}
	}
	for d := 0.0; d < length; {
		left := l.Dash - math.Mod(phase+d, l.Dash)
		end := min(d+left, length)
		if int((phase+d+left/2)/l.Dash)%2 == 0 {
			p.line(at(d), at(end), l.Width, l.Ink)
		}
		d = end
		if left < 1e-9 {
			d += 1e-6
		}
	}
	return math.Mod(phase+length, 2*l.Dash)
}

func (p *drawnPen) rect(r draw.Rect) {
	o := &canvas.Rectangle{CornerRadius: p.px(r.Radius)}
	if r.Fill != draw.NoInk {
		o.FillColor = p.palette.Color(r.Fill)
	} else {
		o.FillColor = p.palette.Color(draw.NoInk)
	}
	place(o, p.px(r.X), p.px(r.Y), p.px(r.W), p.px(r.H))
	if r.Stroke == draw.NoInk || r.StrokeWidth <= 0 {
		p.objects = append(p.objects, o)
		return
	}
	if r.Radius > 0 {
		o.StrokeColor, o.StrokeWidth = p.palette.Color(r.Stroke), max(p.px(r.StrokeWidth), 0.7)
		p.objects = append(p.objects, o)
		return
	}
	p.objects = append(p.objects, o)
	right, bottom := r.X+r.W, r.Y+r.H
	corners := []draw.Point{{X: r.X, Y: r.Y}, {X: right, Y: r.Y}, {X: right, Y: bottom}, {X: r.X, Y: bottom}, {X: r.X, Y: r.Y}}
	p.polyline(draw.Polyline{Points: corners, Width: r.StrokeWidth, Ink: r.Stroke})
}
