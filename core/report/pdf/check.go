package pdf

import (
	"context"
	"fmt"
	"math"

	"mentorbook/core/draw"
)

// check refuses what the writer would turn into a broken file without a word: numbers that are none, and text
// beyond two-byte codes. A document made by a draw.Flow has neither; one put together by hand may.
func check(ctx context.Context, doc *draw.Document) error {
	for n := range doc.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		page := &doc.Pages[n]
		if !finite(page.Width, page.Height) || page.Width <= 0 || page.Height <= 0 {
			return fmt.Errorf("pdf: page %d has no size", n+1)
		}
		for i, step := range page.Steps {
			if !sound(step) {
				return fmt.Errorf("pdf: step %d of page %d cannot be drawn", i+1, n+1)
			}
		}
	}
	return nil
}

func sound(step draw.Step) bool {
	switch s := step.(type) {
	case draw.Text:
		return finite(s.X, s.Y, s.Size) && s.Size > 0 && settable(s.String)
	case draw.Line:
		return finite(s.X1, s.Y1, s.X2, s.Y2, s.Width)
	case draw.Polyline:
		return finite(s.Width, s.Dash) && finitePoints(s.Points)
	case draw.Rect:
		return finite(s.X, s.Y, s.W, s.H, s.Radius, s.StrokeWidth)
	case draw.Polygon:
		return finite(s.StrokeWidth) && finitePoints(s.Points)
	}
	return false
}

func settable(text string) bool {
	for _, r := range text {
		if r < ' ' || r > 0xffff {
			return false
		}
	}
	return true
}

func finitePoints(points []draw.Point) bool {
	for _, p := range points {
		if !finite(p.X, p.Y) {
			return false
		}
	}
	return true
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
