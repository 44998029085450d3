package draw

// Align is where text stands in its column.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
	Center
)

// cell is one column of a row: lines of text, one below the other, between two edges.
type cell struct {
	x, width float64
	align    Align
	lines    []cellLine
	least    float64 // height that the cell needs beyond its lines
	steps    []Step  // drawn from the top of the row
}

type cellLine struct {
	row    Row
	style  Style
	height float64
}

// wrapped sets words into a cell.
func (c *cell) wrapped(words string, style Style, height float64) {
	for _, row := range paragraph(Clean(words), style, c.width) {
		c.lines = append(c.lines, cellLine{row, style, height})
	}
}

func (c *cell) height() float64 {
	sum := 0.0
	for _, l := range c.lines {
		sum += l.height
	}
	return max(sum, c.least)
}

// line lays out one line at some height below the top of its piece.
func (c *cell) line(steps []Step, l cellLine, y float64) []Step {
	x := c.x
	switch c.align {
	case Right:
		x += c.width - l.row.Width
	case Center:
		x += (c.width - l.row.Width) / 2
	}
	return appendRuns(steps, l.row.Text, l.style, x, y+l.style.baseline(l.height))
}

// frame is what surrounds the cells of a row.
type frame struct {
	above, below float64 // between the edges of the row and its text
	// edge draws around a piece of the row: its ground and its lines.
	edge func(height float64, first, last bool) []Step
}

// row makes a row of cells: one piece, or if it is taller than a good part of a page, one for each line of
// text, so that it can run over pages.
func (f *Flow) row(cells []cell, around frame) []piece {
	tallest := 0.0
	for i := range cells {
		tallest = max(tallest, cells[i].height())
	}
	if around.above+tallest+around.below > f.sheet.tall() {
		return cutRow(cells, around)
	}
	p := piece{height: around.above + tallest + around.below}
	p.steps = around.edges(p.height, true, true)
	for i := range cells {
		c := &cells[i]
		p.steps = append(p.steps, Figure{Steps: c.steps}.At(0, around.above)...)
		y := around.above
		for _, l := range c.lines {
			p.steps = c.line(p.steps, l, y)
			y += l.height
		}
	}
	return []piece{p}
}

func (around frame) edges(height float64, first, last bool) []Step {
	if around.edge == nil {
		return nil
	}
	return around.edge(height, first, last)
}

// cutRow cuts a row between its lines: each piece has the next line of every cell.
func cutRow(cells []cell, around frame) []piece {
	count := 1
	for i := range cells {
		count = max(count, len(cells[i].lines))
	}
	pieces := make([]piece, count)
	for n := range pieces {
		first, last := n == 0, n == count-1
		above, below, tallest := 0.0, 0.0, 0.0
		if first {
			above = around.above
		}
		if last {
			below = around.below
		}
		var text []Step
		for i := range cells {
			c := &cells[i]
			if first {
				text = append(text, Figure{Steps: c.steps}.At(0, above)...)
				tallest = max(tallest, c.least)
			}
			if n < len(c.lines) {
				text = c.line(text, c.lines[n], above)
				tallest = max(tallest, c.lines[n].height)
			}
		}
		p := &pieces[n]
		p.height = above + tallest + below
		p.steps = append(around.edges(p.height, first, last), text...)
	}
	return pieces
}
