package draw

import (
	"cmp"
	"math"
	"slices"
)

// Tick is a labelled value on an axis.
type Tick struct {
	At    float64
	Label string
}

// Series is one line of a chart, from point to point in the order given. Values are in the units of the
// axes; points that are no numbers are left out.
type Series struct {
	Name   string
	Points []Point
}

// LineChart shows how values moved. The axes reach over all ticks and points; up is more.
type LineChart struct {
	Series         []Series
	XTicks, YTicks []Tick
	Height         float64 // of the plot with its axes; zero is a third of the width
}

// seriesInks are taken in turn.
var seriesInks = [...]Ink{AccentInk, SecondInk, ThirdInk, FourthInk, FifthInk}

func inkOf(n int) Ink { return seriesInks[n%len(seriesInks)] }

// LineChart places a chart as wide as the sheet, with a legend if a series has a name. Labels that would lie
// upon another are left out; their ticks are not.
func (f *Flow) LineChart(chart LineChart) {
	p := f.plot(chart)
	drawn := piece{height: p.height}
	drawn.steps = append(drawn.steps, p.yAxis(chart.YTicks)...)
	drawn.steps = append(drawn.steps, p.xAxis(chart.XTicks)...)
	size := f.sheet.Type.Small
	var entries []legendEntry
	for n, s := range chart.Series {
		drawn.steps = append(drawn.steps, p.series(n, s.Points)...)
		if s.Name != "" {
			sign := line(n, []Point{{0, size * leading / 2}, {size * 2.4, size * leading / 2}}, size)
			entries = append(entries, legendEntry{s.Name, size * 2.4, append(sign, marker(n, Point{size * 1.2, size * leading / 2}, size)...)})
		}
	}
	f.add(drawn)
	f.Space(size * 0.4)
	f.legend(entries, 0)
	f.Space(f.sheet.Type.Body * 0.8)
}

// plot is the geometry of a line chart.
type plot struct {
	style                    Style
	width, height            float64
	left, top, right, bottom float64 // edges of the area that the lines run in
	x, y                     span
}

// span is the range of values on an axis.
type span struct{ low, high float64 }

func (s *span) reach(v float64) {
	if !math.IsNaN(v) && !math.IsInf(v, 0) {
		s.low, s.high = min(s.low, v), max(s.high, v)
	}
}

// share is where a value lies between the ends; in the middle if they are one.
func (s span) share(v float64) float64 {
	if !(s.high > s.low) || math.IsInf(s.high-s.low, 0) {
		return 0.5
	}
	return (v - s.low) / (s.high - s.low)
}

func (f *Flow) plot(chart LineChart) *plot {
	p := &plot{style: Style{Size: f.sheet.Type.Small, Ink: MutedInk}, width: f.sheet.inner(), height: chart.Height}
	p.x, p.y = span{math.Inf(1), math.Inf(-1)}, span{math.Inf(1), math.Inf(-1)}
	gutter := 0.0
	for _, t := range chart.XTicks {
		p.x.reach(t.At)
	}
	for _, t := range chart.YTicks {
		p.y.reach(t.At)
		gutter = max(gutter, Width(CleanLine(t.Label), p.style)+slack)
	}
	for _, s := range chart.Series {
		for _, at := range s.Points {
			p.x.reach(at.X)
			p.y.reach(at.Y)
		}
	}
	line := p.style.Size * leading
	if !(p.height > 0) { // also where it is no number
		p.height = p.width / 3
	}
	p.height = max(4*line, min(p.height, f.sheet.tall(), 4*p.width))
	p.left = min(gutter, p.width*0.25) + p.style.Size*0.7
	p.right = p.width - p.style.Size*0.7
	p.top, p.bottom = line/2, p.height-line*1.2
	return p
}

func (p *plot) at(v Point) Point {
	return Point{p.left + (p.right-p.left)*p.x.share(v.X), p.bottom - (p.bottom-p.top)*p.y.share(v.Y)}
}

// inOrder sorts ticks along their axis and leaves out those that are no numbers.
func inOrder(ticks []Tick) []Tick {
	ticks = slices.DeleteFunc(slices.Clone(ticks), func(t Tick) bool { return math.IsNaN(t.At) || math.IsInf(t.At, 0) })
	slices.SortStableFunc(ticks, func(a, b Tick) int { return cmp.Compare(a.At, b.At) })
	return ticks
}

// yAxis draws a hairline across the plot at each tick, and labels to the left, from the bottom up.
func (p *plot) yAxis(ticks []Tick) []Step {
	var steps []Step
	line := p.style.Size * leading
	free := math.Inf(1) // above which the next label may stand
	for _, t := range inOrder(ticks) {
		y := p.at(Point{Y: t.At}).Y
		steps = append(steps, Line{p.left, y, p.right, y, hairline, HairInk})
		if y+line/2 > free+slack {
			continue
		}
		row := shorten(CleanLine(t.Label), p.style, p.width*0.25)
		x := p.left - p.style.Size*0.7 - row.Width
		steps = appendRuns(steps, row.Text, p.style, max(0, x), y-line/2+p.style.baseline(line))
		free = y - line/2
	}
	return steps
}

// xAxis draws the axis below the plot, with a tick and a label below it, from left to right.
func (p *plot) xAxis(ticks []Tick) []Step {
	steps := []Step{Line{p.left, p.bottom, p.right, p.bottom, hairline, MutedInk}}
	line := p.style.Size * leading
	free := math.Inf(-1)
	for _, t := range inOrder(ticks) {
		x := p.at(Point{X: t.At}).X
		steps = append(steps, Line{x, p.bottom, x, p.bottom + p.style.Size*0.3, hairline, MutedInk})
		row := shorten(CleanLine(t.Label), p.style, p.width*0.3)
		left := max(p.left, min(x-row.Width/2, p.width-row.Width))
		if left < free {
			continue
		}
		// Never left of the plot: the lowest label of the other axis reaches down to here.
		steps = appendRuns(steps, row.Text, p.style, left, p.height-line+p.style.baseline(line))
		free = left + row.Width + p.style.Size*0.5
	}
	return steps
}

// series draws one line with a marker at each value.
func (p *plot) series(n int, values []Point) []Step {
	points := make([]Point, 0, len(values))
	for _, v := range values {
		at := p.at(v)
		if !math.IsNaN(at.X+at.Y) && !math.IsInf(at.X+at.Y, 0) {
			points = append(points, at)
		}
	}
	steps := line(n, points, p.style.Size)
	for _, at := range points {
		steps = append(steps, marker(n, at, p.style.Size)...)
	}
	return steps
}

// line is the stroke of a series. Every second one is dashed, so that neighbours differ without colour.
func line(n int, points []Point, size float64) []Step {
	if len(points) < 2 {
		return nil
	}
	dash := 0.0
	if n%2 == 1 {
		dash = size * 0.45
	}
	return []Step{Polyline{Points: points, Width: size * 0.18, Dash: dash, Ink: inkOf(n)}}
}

// marker is the sign of a series at a value: a disc, a square, a triangle or a diamond.
func marker(n int, at Point, size float64) []Step {
	r := size * 0.28
	edge := func(points ...Point) []Step {
		return []Step{Polygon{Points: points, Fill: inkOf(n), Stroke: PaperInk, StrokeWidth: size * 0.08}}
	}
	switch n % 4 {
	case 0:
		return []Step{Rect{X: at.X - r, Y: at.Y - r, W: 2 * r, H: 2 * r, Radius: r, Fill: inkOf(n), Stroke: PaperInk, StrokeWidth: size * 0.08}}
	case 1:
		return edge(Point{at.X - r, at.Y - r}, Point{at.X + r, at.Y - r}, Point{at.X + r, at.Y + r}, Point{at.X - r, at.Y + r})
	case 2:
		return edge(Point{at.X - r*1.15, at.Y + r}, Point{at.X, at.Y - r*1.2}, Point{at.X + r*1.15, at.Y + r})
	default:
		return edge(Point{at.X, at.Y - r*1.3}, Point{at.X + r*1.3, at.Y}, Point{at.X, at.Y + r*1.3}, Point{at.X - r*1.3, at.Y})
	}
}
