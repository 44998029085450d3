package draw

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBarShare(t *testing.T) {
	tests := []struct {
		low, high, value, want float64
	}{
		{0, 10, 4, 0.4},
		{0, 10, -3, 0},
		{0, 10, 30, 1},
		{10, 2, 6, 0.5}, // less is further
		{10, 2, 12, 0},
		{5, 5, 5, 0},
		{0, 10, math.NaN(), 0},
		{0, 10, math.Inf(1), 1},
		{0, math.Inf(1), 4, 0},
	}
	for _, tt := range tests {
		if got := (&Bar{Min: tt.low, Max: tt.high}).share(tt.value); got != tt.want {
			t.Errorf("share of %v on %v to %v is %v, want %v", tt.value, tt.low, tt.high, got, tt.want)
		}
	}
}

func TestBarIsDrawnToScale(t *testing.T) {
	base, target := 2.0, 4.0
	f := NewFlow(Strip(400, 10))
	f.Bars([]Bar{{Label: "Design", Max: 5, Now: 3, Baseline: &base, Target: &target}}, BarLegend{})
	var track, filled Rect
	var ticks []Line
	for _, s := range f.Figure().Steps {
		switch s := s.(type) {
		case Rect:
			if s.Fill == TrackInk {
				track = s
			} else {
				filled = s
			}
		case Line:
			if s.Ink == MarkInk {
				ticks = append(ticks, s)
			}
		}
	}
	if !near(filled.W, track.W*0.6) || filled.X != track.X {
		t.Errorf("filled %+v of %+v", filled, track)
	}
	if len(ticks) != 2 || !near(ticks[0].X1, track.X+track.W*0.4) || !near(ticks[1].X1, track.X+track.W*0.8) {
		t.Errorf("ticks %+v on %+v", ticks, track)
	}
}

func TestTilesStandInEvenLines(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "1", 4: "4", 5: "3 2", 7: "4 3", 8: "4 4", 9: "3 3 3", 10: "4 3 3"} {
		f := NewFlow(Strip(400, 10))
		f.Tiles(make([]Tile, n))
		var got []string
		for _, p := range f.pieces {
			got = append(got, fmt.Sprint(len(p.steps)))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%d tiles stand as %q, want %q", n, s, want)
		}
	}
}

func TestPartsFillTheBar(t *testing.T) {
	f := NewFlow(Strip(400, 10))
	f.Parts([]Part{{"a", "", 1}, {"b", "", 2}, {"none", "", 0}, {"c", "", 1}})
	var bars []Rect
	for _, s := range f.Figure().Steps {
		if r, ok := s.(Rect); ok && r.Y == 0 {
			bars = append(bars, r)
		}
	}
	if len(bars) != 3 || !near(bars[1].X, 100) || !near(bars[2].X, 300) || bars[2].X+bars[2].W > 400 {
		t.Errorf("bars %+v", bars)
	}
}

func TestLineChartLeavesOutWhatIsNoNumber(t *testing.T) {
	f := NewFlow(Strip(400, 10))
	f.LineChart(LineChart{
		Series: []Series{{Points: []Point{{0, 0}, {math.NaN(), 1}, {1, math.Inf(1)}, {2, 2}}}},
		YTicks: []Tick{{0, "0"}, {2, "2"}, {math.NaN(), "never"}},
		XTicks: []Tick{{0, "a"}, {2, "b"}},
	})
	for _, s := range f.Figure().Steps {
		if l, ok := s.(Polyline); ok && len(l.Points) != 2 {
			t.Errorf("line %+v", l)
		}
		if !finiteStep(s) {
			t.Errorf("step %+v", s)
		}
	}
	if got := joined(runs(f.Figure().Steps)); got != "02ab" {
		t.Errorf("labels %q", got)
	}
}

// TestChartsStayInTheirFigure draws charts of any values in figures of any width.
func TestChartsStayInTheirFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.OneOf(rapid.Float64Range(-10, 10), rapid.SampledFrom([]float64{0, 1e300, -1e300, math.NaN(), math.Inf(-1), 1e-300}))
		words := rapid.StringMatching(`[a-zЖ 0-9]{0,40}`)
		ticks := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Tick {
			return Tick{value.Draw(t, "at"), words.Draw(t, "label")}
		}), 0, 12)
		points := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Point { return Point{value.Draw(t, "x"), value.Draw(t, "y")} }), 0, 6)
		sheet := Strip(rapid.Float64Range(120, 900).Draw(t, "width"), rapid.Float64Range(8, 16).Draw(t, "size"))
		f := NewFlow(sheet)
		chart := LineChart{XTicks: ticks.Draw(t, "x axis"), YTicks: ticks.Draw(t, "y axis"), Height: value.Draw(t, "height")}
		for range rapid.IntRange(0, 5).Draw(t, "series") {
			chart.Series = append(chart.Series, Series{words.Draw(t, "name"), points.Draw(t, "points")})
		}
		f.LineChart(chart)
		at := value.Draw(t, "mark")
		f.Bars([]Bar{{
			Label: words.Draw(t, "bar"), Value: words.Draw(t, "value"), Min: value.Draw(t, "min"), Max: value.Draw(t, "max"),
			Now: value.Draw(t, "now"), Baseline: &at, Target: &at,
		}}, BarLegend{"baseline", "now", words.Draw(t, "target")})
		f.Parts([]Part{{words.Draw(t, "part"), "1", value.Draw(t, "size")}, {"b", "", value.Draw(t, "size")}})
		figure := f.Figure()
		if a, b, ok := overlap(runs(figure.Steps), 1e-3); ok {
			t.Fatalf("%+v overlaps %+v", a, b)
		}
		for _, s := range figure.Steps {
			if err := outside(s, figure.Width, figure.Height, sheet.Type.Body*0.1); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// outside says what of a step leaves a figure by more than a tolerance.
func outside(s Step, width, height, tolerance float64) error {
	var points []Point
	switch s := s.(type) {
	case Text:
		points = []Point{{s.X, s.Top()}, {s.X + s.Width, s.Bottom()}}
	case Line:
		points = []Point{{s.X1, s.Y1}, {s.X2, s.Y2}}
	case Polyline:
		points = s.Points
	case Rect:
		points = []Point{{s.X, s.Y}, {s.X + s.W, s.Y + s.H}}
	case Polygon:
		points = s.Points
	}
	for _, p := range points {
		if !(p.X >= -tolerance && p.Y >= -tolerance && p.X <= width+tolerance && p.Y <= height+tolerance) {
			return fmt.Errorf("%+v leaves %v x %v", s, width, height)
		}
	}
	return nil
}
