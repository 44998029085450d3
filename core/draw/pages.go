package draw

// piece is what a page break never cuts: a line of text, a row of a table, a chart. Its steps are laid out
// from its own top left corner.
type piece struct {
	gap    float64 // above it, unless it begins a page
	height float64
	steps  []Step
	tie    tie
	repeat *piece       // set again above this piece where it begins a page: the header of its table
	entry  *OutlineItem // of which Title and Level are set
}

// tie is how a piece holds on to the next.
type tie uint8

const (
	free tie = iota
	soft     // together if a page is high enough for all that is tied
	firm     // so too, and also where the soft ties had to give way
)

// Figure is the whole stack as one drawing.
func (f *Flow) Figure() Figure {
	figure := Figure{Width: f.sheet.Width}
	y := f.sheet.Top
	for i, p := range f.pieces {
		if i > 0 {
			y += p.gap
		}
		for _, s := range p.steps {
			figure.Steps = append(figure.Steps, s.moved(f.sheet.Left, y))
		}
		y += p.height
	}
	figure.Height = y + f.sheet.Bottom
	return figure
}

// Document cuts the stack into pages. The footer is asked for the words at the foot of page n of so many,
// once these are known; nil is none. A stack of nothing is one empty page.
func (f *Flow) Document(meta Meta, footer func(n, of int) string) *Document {
	if footer == nil {
		footer = func(int, int) string { return "" }
	}
	room := f.footRoom(footer, 8, 8)
	for {
		cut := f.cut(room)
		needed := 0.0
		for i := range cut.pages {
			needed = max(needed, f.footRoom(footer, i+1, len(cut.pages)))
		}
		if needed > room { // the numbers have become longer
			room = needed
			continue
		}
		for i := range cut.pages {
			f.foot(&cut.pages[i], footer(i+1, len(cut.pages)))
		}
		return &Document{Meta: meta, Pages: cut.pages, Outline: cut.outline}
	}
}

// cutter fills pages from top to bottom.
type cutter struct {
	sheet   Sheet
	bottom  float64
	pages   []Page
	outline []OutlineItem
	y       float64 // on the last page
}

// cut distributes the pieces over pages, leaving room at the foot of each.
func (f *Flow) cut(room float64) *cutter {
	c := &cutter{sheet: f.sheet, bottom: f.sheet.Height - f.sheet.Bottom - room}
	c.turn()
	for i := 0; i < len(f.pieces); {
		end := c.group(f.pieces, i)
		if !c.fresh() && !c.fits(f.pieces[i:end]) {
			c.turn()
		}
		for _, p := range f.pieces[i:end] {
			c.place(p)
		}
		i = end
	}
	return c
}

// group finds the end of the pieces that have to stay together with piece i: all that are tied, else those
// that are firmly tied, if they fit on a page, else the piece alone.
func (c *cutter) group(pieces []piece, i int) int {
	for _, least := range [...]tie{soft, firm} {
		end := i + 1
		for end < len(pieces) && pieces[end-1].tie >= least {
			end++
		}
		if height(pieces[i:end]) <= c.bottom-c.sheet.Top {
			return end
		}
	}
	return i + 1
}

// height is that of pieces at the top of a page, with the header that is repeated there.
func height(pieces []piece) float64 {
	sum := 0.0
	for i, p := range pieces {
		sum += p.height
		if i > 0 {
			sum += p.gap
		} else if p.repeat != nil {
			sum += p.repeat.height
		}
	}
	return sum
}

// slack is what rounding may add up to on a page.
const slack = 1e-6

func (c *cutter) fits(pieces []piece) bool {
	sum := 0.0
	for _, p := range pieces {
		sum += p.gap + p.height
	}
	return c.y+sum <= c.bottom+slack
}

// fresh says whether the last page is still empty.
func (c *cutter) fresh() bool { return c.y == c.sheet.Top }

func (c *cutter) turn() {
	c.pages = append(c.pages, Page{Width: c.sheet.Width, Height: c.sheet.Height})
	c.y = c.sheet.Top
}

func (c *cutter) place(p piece) {
	switch {
	case !c.fresh():
		c.y += p.gap
	case p.repeat != nil:
		c.put(*p.repeat)
	}
	c.put(p)
}

func (c *cutter) put(p piece) {
	page := &c.pages[len(c.pages)-1]
	for _, s := range p.steps {
		page.Steps = append(page.Steps, s.moved(c.sheet.Left, c.y))
	}
	if p.entry != nil {
		item := *p.entry
		item.Page, item.Y = len(c.pages)-1, c.y
		c.outline = append(c.outline, item)
	}
	c.y += p.height
}
