package kit

import (
	"image"
	"math"

	"mentorbook/core/draw"
)

// contour is a closed outline of straight edges, in pixels.
type contour []draw.Point

// flatten makes an outline in points into contours in pixels, its curves cut into edges so short that
// nobody sees them.
func flatten(ops []op, scale float64) []contour {
	var out []contour
	var pen draw.Point
	for i, o := range ops {
		var at [3]draw.Point
		for n := range o.points() {
			at[n] = draw.Point{X: o.at[n].X * scale, Y: o.at[n].Y * scale}
		}
		if i == 0 || o.kind == 'm' {
			out = append(out, nil)
		}
		c := &out[len(out)-1]
		switch o.kind {
		case 'q':
			// The same curve with handles of a cubic.
			h1, h2 := between(pen, at[0], 2.0/3), between(at[1], at[0], 2.0/3)
			*c = appendCurve(*c, pen, h1, h2, at[1])
		case 'c':
			*c = appendCurve(*c, pen, at[0], at[1], at[2])
		default:
			*c = append(*c, at[0])
		}
		pen = (*c)[len(*c)-1]
	}
	return out
}

func between(a, b draw.Point, t float64) draw.Point {
	return draw.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}

// appendCurve adds a cubic curve from a to d as edges, whose number grows with the root of how far the
// handles bend it: each stays within about a tenth of a pixel of the curve.
func appendCurve(c contour, a, b, h, d draw.Point) contour {
	bend := max(math.Hypot(a.X-2*b.X+d.X, a.Y-2*b.Y+d.Y), math.Hypot(a.X-2*h.X+d.X, a.Y-2*h.Y+d.Y))
	n := 1 + int(math.Sqrt(3*bend))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		ab, bh, hd := between(a, b, t), between(b, h, t), between(h, d, t)
		c = append(c, between(between(ab, bh, t), between(bh, hd, t), t))
	}
	return append(c, d)
}

// bounds is the least whole box around an outline, in pixels. It is false where a point or handle is no
// number or farther out than maxSide.
func bounds(ops []op, scale float64) (image.Rectangle, bool) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, o := range ops {
		for _, q := range o.at[:o.points()] {
			left, right = min(left, q.X*scale), max(right, q.X*scale)
			top, bottom = min(top, q.Y*scale), max(bottom, q.Y*scale)
		}
	}
	if !(left > -maxSide && top > -maxSide && right < maxSide && bottom < maxSide) {
		return image.Rectangle{}, false
	}
	return image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom))), true
}

// clipped is the part of a contour inside a box (Sutherland and Hodgman, 1974). What was outside runs along
// the box's edge, so that every point inside is surrounded as often as before.
func clipped(c contour, box image.Rectangle) contour {
	c = cut(c, func(q draw.Point) float64 { return q.X - float64(box.Min.X) })
	c = cut(c, func(q draw.Point) float64 { return float64(box.Max.X) - q.X })
	c = cut(c, func(q draw.Point) float64 { return q.Y - float64(box.Min.Y) })
	return cut(c, func(q draw.Point) float64 { return float64(box.Max.Y) - q.Y })
}

// cut keeps the part of a contour on the side of a line where inside is not negative. The function gives
// the distance from the line.
func cut(c contour, inside func(draw.Point) float64) contour {
	if len(c) == 0 {
		return nil
	}
	out := make(contour, 0, len(c)+4)
	last := c[len(c)-1]
	from := inside(last)
	for _, q := range c {
		to := inside(q)
		if (from < 0) != (to < 0) {
			out = append(out, between(last, q, from/(from-to)))
		}
		if to >= 0 {
			out = append(out, q)
		}
		last, from = q, to
	}
	return out
}
