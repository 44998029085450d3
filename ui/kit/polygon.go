package kit

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/vector"

	"mentorbook/core/draw"
)

// polygon draws a closed shape. The toolkit has only regular polygons, so the shape is filled into a picture
// of the size on screen, with soft edges.
func (p *drawnPen) polygon(g draw.Polygon) {
	if len(g.Points) < 3 {
		return
	}
	left, top, right, bottom := bounds(g.Points)
	if !(right-left < 1e5 && bottom-top < 1e5) { // also where a point is no number
		return
	}
	if g.Fill != draw.NoInk {
		fill := p.palette.Color(g.Fill)
		w, h := p.px(right-left), p.px(bottom-top)
		r := canvas.NewRaster(func(pxW, pxH int) image.Image {
			return filled(g.Points, left, top, float64(pxW)/(right-left), float64(pxH)/(bottom-top), pxW, pxH, fill)
		})
		place(r, p.px(left), p.px(top), max(w, 1), max(h, 1))
		p.objects = append(p.objects, r)
	}
	if g.Stroke != draw.NoInk && g.StrokeWidth > 0 {
		outline := append(append([]draw.Point(nil), g.Points...), g.Points[0])
		p.polyline(draw.Polyline{Points: outline, Width: g.StrokeWidth, Ink: g.Stroke})
	}
}

func bounds(points []draw.Point) (left, top, right, bottom float64) {
	left, top = math.Inf(1), math.Inf(1)
	right, bottom = math.Inf(-1), math.Inf(-1)
	for _, q := range points {
		left, right = min(left, q.X), max(right, q.X)
		top, bottom = min(top, q.Y), max(bottom, q.Y)
	}
	return left, top, right, bottom
}

func filled(points []draw.Point, left, top, scaleX, scaleY float64, w, h int, fill color.Color) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if w <= 0 || h <= 0 {
		return img
	}
	r := vector.NewRasterizer(w, h)
	for i, q := range points {
		x, y := float32((q.X-left)*scaleX), float32((q.Y-top)*scaleY)
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(img, img.Bounds(), image.NewUniform(fill), image.Point{})
	return img
}

// luma is how light a colour is, from 0 to 1.
func luma(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return (0.299*float64(r) + 0.587*float64(g) + 0.114*float64(b)) / 0xffff
}
