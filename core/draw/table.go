package draw

// Column is a column of a table. Weight is its share of the width; zero counts as one.
type Column struct {
	Head   string
	Weight float64
	Align  Align
}

// Cell is one place in a table: words, a bar, or both. Words that do not fit beside a bar stand below it.
type Cell struct {
	Text  string
	Bold  bool
	Muted bool
	Bar   *Bar // its Label and Value are not used
}

// Table is a table with a header that is repeated on every page it runs over. Rows may be shorter than
// Columns.
type Table struct {
	Columns []Column
	Rows    [][]Cell
}

// Words makes cells of plain words.
func Words(words ...string) []Cell {
	cells := make([]Cell, len(words))
	for i, w := range words {
		cells[i].Text = w
	}
	return cells
}

const hairline = 0.6

// Table places a table as wide as the sheet. A row that is taller than a good part of a page runs over.
func (f *Flow) Table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	g := f.grid(t.Columns)
	head := make([]Cell, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = Cell{Text: c.Head, Bold: true}
	}
	header := f.row(g.cells(head), g.frame(PanelInk))
	var repeat *piece
	if len(header) == 1 {
		repeat = &header[0]
	}
	tieAll(header, firm)
	f.addAll(header)
	for i, cells := range t.Rows {
		row := f.row(g.cells(cells), g.frame(NoInk))
		for n := range row {
			row[n].repeat = repeat
		}
		if i == 0 && len(t.Rows) > 1 || i == len(t.Rows)-2 {
			row[len(row)-1].tie = firm // neither the first row nor the last stands alone
		}
		f.addAll(row)
	}
	if len(t.Rows) == 0 {
		f.pieces[len(f.pieces)-1].tie = free
	}
	f.Space(f.sheet.Type.Body * 0.8)
}

func tieAll(pieces []piece, with tie) {
	for i := range pieces {
		pieces[i].tie = with
	}
}

func (f *Flow) addAll(pieces []piece) {
	for _, p := range pieces {
		f.add(p)
	}
}

// grid is the geometry of a table.
type grid struct {
	width   float64
	lefts   []float64 // of the columns, and the right edge of the last
	aligns  []Align
	padding float64
	style   Style
}

// grid shares the width out. Where there are very many columns the type shrinks with them, so that a column
// always has room for letters.
func (f *Flow) grid(columns []Column) *grid {
	sum := 0.0
	weight := func(c Column) float64 {
		if c.Weight > 0 {
			return c.Weight
		}
		return 1
	}
	for _, c := range columns {
		sum += weight(c)
	}
	g := &grid{width: f.sheet.inner(), lefts: []float64{0}}
	narrowest := g.width
	for _, c := range columns {
		w := g.width * weight(c) / sum
		narrowest = min(narrowest, w)
		g.lefts = append(g.lefts, g.lefts[len(g.lefts)-1]+w)
		g.aligns = append(g.aligns, c.Align)
	}
	g.padding = min(f.sheet.Type.Body*0.8, narrowest*0.15)
	g.style = Style{Size: min(f.sheet.Type.Body*0.95, (narrowest-2*g.padding)/3), Ink: TextInk}
	return g
}

func (g *grid) cells(row []Cell) []cell {
	cells := make([]cell, 0, len(g.aligns))
	for i := range g.aligns {
		c := cell{x: g.lefts[i] + g.padding, width: g.lefts[i+1] - g.lefts[i] - 2*g.padding, align: g.aligns[i]}
		if i < len(row) {
			g.fill(&c, row[i])
		}
		cells = append(cells, c)
	}
	return cells
}

func (g *grid) fill(c *cell, from Cell) {
	style := g.style
	style.Bold = from.Bold
	if from.Muted {
		style.Ink = MutedInk
	}
	height := style.Size * leading
	if from.Bar == nil {
		c.wrapped(from.Text, style, height)
		return
	}
	words := Clean(from.Text)
	room := c.width
	if w := Width(words, style) + style.Size*0.6; words != "" && w <= c.width*0.4 {
		room -= w
		c.align = Right
	}
	c.steps = from.Bar.steps(c.x, room, height, style.Size)
	c.least = height
	if room == c.width && words != "" {
		c.lines = append(c.lines, cellLine{Row{}, style, height}) // the bar's own line
	}
	c.wrapped(words, style, height)
}

// frame draws the table's outer edge and the hairline below each row.
func (g *grid) frame(ground Ink) frame {
	pad := g.style.Size * 0.55
	return frame{above: pad, below: pad, edge: func(height float64, first, last bool) []Step {
		var steps []Step
		if ground != NoInk {
			steps = append(steps, Rect{W: g.width, H: height, Fill: ground})
		}
		across := func(y float64) { steps = append(steps, Line{0, y, g.width, y, hairline, HairInk}) }
		if ground != NoInk && first {
			across(0)
		}
		if last {
			across(height)
		}
		return append(steps, Line{0, 0, 0, height, hairline, HairInk}, Line{g.width, 0, g.width, height, hairline, HairInk})
	}}
}
