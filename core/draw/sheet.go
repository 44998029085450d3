package draw

// Sheet is the paper that a Flow is set on: its size, its margins, and the sizes of type.
type Sheet struct {
	Width, Height            float64
	Left, Top, Right, Bottom float64 // margins; the footer stands just above the bottom one
	Type                     Type
}

// Type is a scale of type sizes.
type Type struct {
	Title, Figure, Heading, Body, Small float64
}

// A4 is upright A4 paper with margins that leave lines of some 95 letters.
func A4() Sheet {
	return Sheet{
		Width: A4Width, Height: A4Height,
		Left: 54, Top: 54, Right: 54, Bottom: 34,
		Type: Type{Title: 18, Figure: 16, Heading: 10.5, Body: 10, Small: 8.5},
	}
}

// Strip is a sheet without margins or an end, for figures in a window: its width, and the size of its body
// text. It is for Flow.Figure; it has no pages.
func Strip(width, body float64) Sheet {
	return Sheet{
		Width: width, Height: endless,
		Type: Type{Title: body * 1.8, Figure: body * 1.6, Heading: body * 1.05, Body: body, Small: body * 0.85},
	}
}

// endless is a height that no layout reaches.
const endless = 1e9

// inner is the width between the margins.
func (s Sheet) inner() float64 { return s.Width - s.Left - s.Right }

// tall is the height from which a block is rather cut than moved to the next page as a whole.
func (s Sheet) tall() float64 { return (s.Height - s.Top - s.Bottom) * 0.4 }
