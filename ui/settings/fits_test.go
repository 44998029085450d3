package settings

import "testing"

// A size is drawn no larger than the window has room for; what was chosen is drawn again where there is.
func TestASizeIsDrawnAsTheWindowHasRoom(t *testing.T) {
	for _, c := range []struct{ chosen, width, height, drawn float32 }{
		{0, 900, 600, 0},
		{1, 300, 200, 1},
		{0.9, 300, 200, 0.9},
		{1.5, 896, 574, 1.5}, // 900 x 600 with a frame around it
		{2, 1280, 800, 2},
		{2, 1920, 1080, 2},
		{2, 900, 600, 1.5},
		{1.5, 800, 600, 1.25},
		{2, 640, 400, 1},
		{2, 1280, 500, 1.25},
		{2, 0, 0, 2},
	} {
		if got := (Look{Scale: c.chosen, Compact: true}).Drawn(c.width, c.height); got.Scale != c.drawn || !got.Compact {
			t.Errorf("%g in %g x %g is drawn at %g, not %g", c.chosen, c.width, c.height, got.Scale, c.drawn)
		}
	}
}
