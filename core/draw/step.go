package draw

// Step is one thing to draw: a Text, Line, Polyline, Rect or Polygon. The set is closed; a renderer
// switches over it.
type Step interface {
	// moved is the same step elsewhere: laid out at the origin, it is put where there is room for it.
	moved(dx, dy float64) Step
}

// Point is a place on a page, in points from its top left corner.
type Point struct{ X, Y float64 }

// Text is a run of text in one face, on one line. It is cleaned already (see Clean), and it holds no rune
// that its face lacks, so a renderer may draw it as it stands: without kerning, hyphenation or fallback.
type Text struct {
	X, Y   float64 // the left end of the baseline
	Size   float64 // of the em
	Face   Face
	Ink    Ink
	String string
	Width  float64 // the sum of the advances
}

// Line is a straight stroke.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Ink            Ink
}

// Polyline is an open stroke through points. Dash is the length of its dashes and of the gaps between them;
// zero is a whole stroke.
type Polyline struct {
	Points []Point
	Width  float64
	Dash   float64
	Ink    Ink
}

// Rect is a rectangle, with round corners if Radius is above zero. A role of NoInk leaves out fill or stroke;
// the stroke runs on the edge, half of it on either side.
type Rect struct {
	X, Y, W, H  float64
	Radius      float64
	Fill        Ink
	Stroke      Ink
	StrokeWidth float64
}

// Polygon is a closed shape.
type Polygon struct {
	Points      []Point
	Fill        Ink
	Stroke      Ink
	StrokeWidth float64
}

func (t Text) moved(dx, dy float64) Step {
	t.X += dx
	t.Y += dy
	return t
}

func (l Line) moved(dx, dy float64) Step {
	l.X1 += dx
	l.X2 += dx
	l.Y1 += dy
	l.Y2 += dy
	return l
}

func (l Polyline) moved(dx, dy float64) Step {
	l.Points = movedPoints(l.Points, dx, dy)
	return l
}

func (r Rect) moved(dx, dy float64) Step {
	r.X += dx
	r.Y += dy
	return r
}

func (p Polygon) moved(dx, dy float64) Step {
	p.Points = movedPoints(p.Points, dx, dy)
	return p
}

func movedPoints(from []Point, dx, dy float64) []Point {
	to := make([]Point, len(from))
	for i, p := range from {
		to[i] = Point{p.X + dx, p.Y + dy}
	}
	return to
}

// Top is the upper edge of the line box of a text: no letter of the text faces reaches above it.
func (t Text) Top() float64 { return t.Y - Ascent*t.Size }

// Bottom is the lower edge of the line box of a text.
func (t Text) Bottom() float64 { return t.Y + Descent*t.Size }

// Words gives a run as one run for each word, at the place where it stands in the run. A renderer that kerns
// draws these instead, so that a line keeps its length.
func (t Text) Words() []Text {
	var words []Text
	x, start, width := t.X, 0, 0.0
	table := faces[t.Face]()
	put := func(end int) {
		if end > start {
			word := t
			word.X, word.String, word.Width = x, t.String[start:end], width
			words = append(words, word)
		}
		x += width
		width = 0
	}
	for i, r := range t.String {
		advance := float64(table.width(r, t.Face)) * t.Size / 1000
		if r == ' ' {
			put(i)
			x += advance
			start = i + 1
			continue
		}
		width += advance
	}
	put(len(t.String))
	return words
}
