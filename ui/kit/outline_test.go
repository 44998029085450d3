package kit

import (
	"image"
	"runtime"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core/draw"
)

// anyShape draws outlines of every kind: with corners, round, a ring, and letters.
func anyShape(t *rapid.T, n *rapid.Generator[float64]) func(p *pen) {
	pt := rapid.Custom(func(t *rapid.T) draw.Point { return draw.Point{X: n.Draw(t, "x"), Y: n.Draw(t, "y")} })
	side := rapid.Float64Range(1, 90)
	switch rapid.IntRange(0, 2).Draw(t, "kind") {
	case 0:
		points := rapid.SliceOfN(pt, 3, 9).Draw(t, "points")
		return func(p *pen) { p.step(draw.Polygon{Points: points, Fill: draw.TextInk}) }
	case 1:
		r := draw.Rect{
			X: n.Draw(t, "x"), Y: n.Draw(t, "y"), W: side.Draw(t, "w"), H: side.Draw(t, "h"), Radius: side.Draw(t, "r"),
			Fill: draw.AccentInk, Stroke: draw.TextInk, StrokeWidth: rapid.Float64Range(1, 10).Draw(t, "stroke"),
		}
		return func(p *pen) { p.step(r) }
	default:
		text := draw.Text{X: n.Draw(t, "x"), Y: n.Draw(t, "y"), Size: side.Draw(t, "size"), Ink: draw.TextInk, String: "Ж8g&"}
		return func(p *pen) { p.step(text) }
	}
}

// The part of a shape that lies on a picture looks as it does where the whole shape is on it. The edges may
// differ a little: the rasteriser rounds an edge's way on each row down to 1/512 of a pixel, so that one of
// 120 rows strays by a quarter of a pixel.
func TestAShapeIsCutWhereThePictureEnds(t *testing.T) {
	fonts := NewDrawnFonts()
	const whole, side, left, top = 120, 40, 45, 50
	rapid.Check(t, func(t *rapid.T) {
		shape := anyShape(t, rapid.Float64Range(0, whole))
		big, small := newPen(fonts, draw.PaperPalette(), whole, whole, whole), newPen(fonts, draw.PaperPalette(), side, side, side)
		small.img = image.NewRGBA(image.Rect(left, top, left+side, top+side))
		shape(big)
		shape(small)
		for y := range side {
			for x := range side {
				a, b := big.img.RGBAAt(x+left, y+top), small.img.RGBAAt(x+left, y+top)
				if max(apart(a.R, b.R), apart(a.G, b.G), apart(a.B, b.B), apart(a.A, b.A)) > 64 {
					t.Fatalf("at %d,%d: whole %v, cut %v", x, y, a, b)
				}
			}
		}
	})
}

func apart(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// What a shape costs is bounded by the picture it is drawn on.
func TestAHugeShapeTakesLittleMemory(t *testing.T) {
	p := newPen(NewDrawnFonts(), draw.PaperPalette(), 300, 200, 300)
	for name, step := range map[string]draw.Step{
		"polygon":    draw.Polygon{Points: []draw.Point{{X: -9e4, Y: -9e4}, {X: 9e4, Y: -9e4}, {Y: 9e4}}, Fill: draw.AccentInk},
		"circle":     draw.Rect{X: -9e4, Y: -9e4, W: 18e4, H: 18e4, Radius: 9e4, Fill: draw.AccentInk},
		"far circle": draw.Rect{X: -1e300, Y: -1e300, W: 1e301, H: 1e301, Radius: 1e300, Fill: draw.AccentInk},
		"line":       draw.Line{X1: -3e4, Y1: -3e4, X2: 3e4, Y2: 3e4, Width: 1, Ink: draw.TextInk},
	} {
		clear(p.img.Pix)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p.step(step)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 2<<20 {
			t.Errorf("%s: %d bytes for a picture of 300 by 200", name, got)
		}
		if p.img.RGBAAt(100, 100).A == 0 && name != "far circle" {
			t.Errorf("%s: nothing is drawn where it covers the picture", name)
		}
	}
}

func TestCutKeepsWhatIsInside(t *testing.T) {
	box := image.Rect(0, 0, 10, 10)
	for name, c := range map[string]struct {
		in   contour
		area float64
	}{
		"inside":        {contour{{X: 1, Y: 1}, {X: 9, Y: 1}, {X: 9, Y: 9}, {X: 1, Y: 9}}, 64},
		"around":        {contour{{X: -5, Y: -5}, {X: 15, Y: -5}, {X: 15, Y: 15}, {X: -5, Y: 15}}, 100},
		"over a corner": {contour{{X: 5, Y: 5}, {X: 15, Y: 5}, {X: 15, Y: 15}, {X: 5, Y: 15}}, 25},
		"beside":        {contour{{X: 11, Y: 1}, {X: 19, Y: 1}, {X: 19, Y: 9}}, 0},
		"on the edge":   {contour{{X: 10, Y: 0}, {X: 20, Y: 0}, {X: 20, Y: 10}, {X: 10, Y: 10}}, 0},
		"nothing":       {nil, 0},
	} {
		got := clipped(c.in, box)
		area := 0.0
		for i, q := range got {
			next := got[(i+1)%len(got)]
			area += (q.X*next.Y - next.X*q.Y) / 2
			if q.X < 0 || q.Y < 0 || q.X > 10 || q.Y > 10 {
				t.Errorf("%s: %v is outside", name, q)
			}
		}
		if area != c.area {
			t.Errorf("%s: area %v, want %v", name, area, c.area)
		}
	}
}
