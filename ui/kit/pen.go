package kit

import (
	"image"
	"image/color"
	stddraw "image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"mentorbook/core/draw"
)

// pen draws steps into a picture, with soft edges.
type pen struct {
	fonts   *DrawnFonts
	palette *draw.Palette
	img     *image.RGBA
	scale   float64 // pixels a point
	raster  vector.Rasterizer
	buf     sfnt.Buffer
}

func newPen(fonts *DrawnFonts, palette *draw.Palette, w, h int, width float64) *pen {
	return &pen{
		fonts: fonts, palette: palette, img: image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1))),
		scale: float64(w) / max(width, 1),
	}
}

func (p *pen) fillAll(c color.Color) {
	stddraw.Draw(p.img, p.img.Bounds(), image.NewUniform(c), image.Point{}, stddraw.Src)
}

func (p *pen) step(step draw.Step) {
	switch s := step.(type) {
	case draw.Text:
		p.text(s)
	case draw.Line:
		p.stroke(draw.Point{X: s.X1, Y: s.Y1}, draw.Point{X: s.X2, Y: s.Y2}, s.Width, s.Ink)
	case draw.Polyline:
		p.polyline(s)
	case draw.Rect:
		p.rect(s)
	case draw.Polygon:
		p.shape(polygonPath(s.Points), s.Fill)
		if s.Stroke != draw.NoInk && len(s.Points) > 2 {
			closed := append(append([]draw.Point(nil), s.Points...), s.Points[0])
			p.polyline(draw.Polyline{Points: closed, Width: s.StrokeWidth, Ink: s.Stroke})
		}
	}
}

// op is one part of an outline, in points of the page.
type op struct {
	kind byte // 'm'ove, 'l'ine, 'q'uadratic, 'c'ubic
	at   [3]draw.Point
}

func polygonPath(points []draw.Point) []op {
	if len(points) < 3 {
		return nil
	}
	ops := make([]op, len(points))
	for i, q := range points {
		ops[i] = op{kind: 'l', at: [3]draw.Point{q}}
	}
	ops[0].kind = 'm'
	return ops
}

// maxSide bounds what is filled: a point far outside the page, or one that is no number, draws nothing.
const maxSide = 1e5

// shape fills an outline with an ink. Only the part on the picture is rasterised, so that what it costs is
// bounded by the picture, however large the shape.
func (p *pen) shape(ops []op, ink draw.Ink) {
	if ink == draw.NoInk || len(ops) == 0 {
		return
	}
	box, ok := bounds(ops, p.scale)
	part := box.Intersect(p.img.Bounds())
	if !ok || part.Empty() {
		return
	}
	p.raster.Reset(part.Dx(), part.Dy())
	for _, c := range flatten(ops, p.scale) {
		if part != box {
			c = clipped(c, part)
		}
		for i, q := range c {
			x, y := float32(q.X-float64(part.Min.X)), float32(q.Y-float64(part.Min.Y))
			if i == 0 {
				p.raster.MoveTo(x, y)
			} else {
				p.raster.LineTo(x, y)
			}
		}
		if len(c) > 0 {
			p.raster.ClosePath()
		}
	}
	p.raster.Draw(p.img, part, image.NewUniform(p.palette.Color(ink)), image.Point{})
}

func (o op) points() int {
	switch o.kind {
	case 'q':
		return 2
	case 'c':
		return 3
	default:
		return 1
	}
}

// text sets letters one by one, by the advances that a PDF has.
func (p *pen) text(t draw.Text) {
	font := p.fonts.faces[t.Face]
	if font == nil || !(t.Size > 0 && t.Size < 1000) {
		return
	}
	upem := fixed.I(int(font.UnitsPerEm()))
	unit := t.Size / float64(font.UnitsPerEm()) / 64
	var ops []op
	x := t.X
	for _, r := range t.String {
		glyph, err := font.GlyphIndex(&p.buf, r)
		if err != nil {
			continue
		}
		if segments, err := font.LoadGlyph(&p.buf, glyph, upem, nil); err == nil {
			ops = appendGlyph(ops, segments, x, t.Y, unit)
		}
		if advance, err := font.GlyphAdvance(&p.buf, glyph, fixed.I(1000), 0); err == nil {
			x += float64(advance.Round()) * t.Size / 1000
		}
	}
	p.shape(ops, t.Ink)
}

func appendGlyph(ops []op, segments sfnt.Segments, x, y, unit float64) []op {
	for _, s := range segments {
		o := op{kind: "mlqc"[s.Op]}
		for i := range o.points() {
			o.at[i] = draw.Point{X: x + float64(s.Args[i].X)*unit, Y: y + float64(s.Args[i].Y)*unit}
		}
		ops = append(ops, o)
	}
	return ops
}

// hair is the least width of a line in pixels.
const hair = 0.8

// stroke draws a straight line with square ends, as a box around it.
func (p *pen) stroke(a, b draw.Point, width float64, ink draw.Ink) {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if !(length > 0 && length < maxSide) || !(width < maxSide) {
		return
	}
	half := max(width, hair/p.scale) / 2
	dx, dy := (b.Y-a.Y)/length*half, -(b.X-a.X)/length*half
	p.shape(polygonPath([]draw.Point{
		{X: a.X + dx, Y: a.Y + dy},
		{X: b.X + dx, Y: b.Y + dy},
		{X: b.X - dx, Y: b.Y - dy},
		{X: a.X - dx, Y: a.Y - dy},
	}), ink)
}

func (p *pen) polyline(l draw.Polyline) {
	phase := 0.0
	for i := 1; i < len(l.Points); i++ {
		a, b := l.Points[i-1], l.Points[i]
		if l.Dash > 0 {
			phase = p.dashes(a, b, phase, l)
			continue
		}
		p.stroke(a, b, l.Width, l.Ink)
		if i > 1 { // a round joint closes the gap between two strokes
			r := max(l.Width, hair/p.scale) / 2
			p.shape(roundPath(a.X-r, a.Y-r, 2*r, 2*r, r), l.Ink)
		}
	}
}

// maxDashes bounds what one stroke may be cut into, whatever its length.
const maxDashes = 2000

// dashes cuts a stroke into dashes and gaps of one length, going on where the stroke before it ended. It
// gives how far into dash and gap the stroke ends.
func (p *pen) dashes(a, b draw.Point, phase float64, l draw.Polyline) float64 {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if !(length > 0 && length/l.Dash < maxDashes) {
		return phase
	}
	at := func(d float64) draw.Point {
		d = min(max(d, 0), length)
		return draw.Point{X: a.X + (b.X-a.X)*d/length, Y: a.Y + (b.Y-a.Y)*d/length}
	}
	for n := range maxDashes {
		from := float64(2*n)*l.Dash - phase
		if from >= length {
			break
		}
		p.stroke(at(from), at(from+l.Dash), l.Width, l.Ink)
	}
	return math.Mod(phase+length, 2*l.Dash)
}

func (p *pen) rect(r draw.Rect) {
	p.shape(roundPath(r.X, r.Y, r.W, r.H, r.Radius), r.Fill)
	if r.Stroke == draw.NoInk || !(r.StrokeWidth > 0) {
		return
	}
	half := max(r.StrokeWidth, hair/p.scale) / 2
	outer := roundPath(r.X-half, r.Y-half, r.W+2*half, r.H+2*half, r.Radius+half)
	inner := roundPath(r.X+half, r.Y+half, r.W-2*half, r.H-2*half, max(r.Radius-half, 0))
	p.shape(append(outer, reversed(inner)...), r.Stroke)
}

// round is the distance of a cubic's handles that makes a quarter of a circle of radius 1.
const round = 0.5522847498

// roundPath is the outline of a rectangle with round corners, clockwise.
func roundPath(x, y, w, h, radius float64) []op {
	if !(w > 0 && h > 0) {
		return nil
	}
	r := min(max(radius, 0), w/2, h/2)
	if r == 0 {
		return polygonPath([]draw.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}})
	}
	k := r * round
	pt := func(px, py float64) draw.Point { return draw.Point{X: px, Y: py} }
	right, bottom := x+w, y+h
	return []op{
		{kind: 'm', at: [3]draw.Point{pt(x+r, y)}},
		{kind: 'l', at: [3]draw.Point{pt(right-r, y)}},
		{kind: 'c', at: [3]draw.Point{pt(right-r+k, y), pt(right, y+r-k), pt(right, y+r)}},
		{kind: 'l', at: [3]draw.Point{pt(right, bottom-r)}},
		{kind: 'c', at: [3]draw.Point{pt(right, bottom-r+k), pt(right-r+k, bottom), pt(right-r, bottom)}},
		{kind: 'l', at: [3]draw.Point{pt(x+r, bottom)}},
		{kind: 'c', at: [3]draw.Point{pt(x+r-k, bottom), pt(x, bottom-r+k), pt(x, bottom-r)}},
		{kind: 'l', at: [3]draw.Point{pt(x, y+r)}},
		{kind: 'c', at: [3]draw.Point{pt(x, y+r-k), pt(x+r-k, y), pt(x+r, y)}},
	}
}

// reversed gives the corners of an outline the other way round, so that it cuts a hole: curves become
// straight, which at the inside of a thin line nobody sees.
func reversed(ops []op) []op {
	out := make([]op, 0, len(ops))
	for i := len(ops) - 1; i >= 0; i-- {
		o := ops[i]
		out = append(out, op{kind: 'l', at: [3]draw.Point{o.at[o.points()-1]}})
	}
	if len(out) > 0 {
		out[0].kind = 'm'
	}
	return out
}
