package draw

// Tile is a key figure: the figure, and what it counts.
type Tile struct{ Figure, Label string }

// Tiles stand side by side, four on a line at most, and as if there were three if there are fewer.
const (
	tilesAbreast    = 4
	fewTilesAbreast = 3
)

// Tiles places key figures side by side, each below a rule.
func (f *Flow) Tiles(tiles []Tile) {
	lines := (len(tiles) + tilesAbreast - 1) / tilesAbreast
	for n := range lines { // of nearly the same length: five tiles are three and two
		from, to := (n*len(tiles)+lines-1)/lines, ((n+1)*len(tiles)+lines-1)/lines
		f.tileRow(tiles[from:to], max(fewTilesAbreast, (len(tiles)+lines-1)/lines))
	}
}

// tileRow places one line of tiles. There may be fewer of them than places.
func (f *Flow) tileRow(tiles []Tile, places int) {
	t := f.sheet.Type
	gutter := t.Body * 1.3
	width := (f.sheet.inner() - gutter*float64(places-1)) / float64(places)
	rule := t.Body * 0.18
	cells := make([]cell, len(tiles))
	for i, tile := range tiles {
		c := &cells[i]
		c.x, c.width = float64(i)*(width+gutter), width
		c.steps = []Step{Rect{X: c.x, Y: -t.Body*0.5 - rule, W: width, H: rule, Fill: AccentInk}}
		c.wrapped(tile.Figure, Style{Size: t.Figure, Bold: true, Ink: TextInk}, t.Figure*LineHeight)
		c.wrapped(tile.Label, Style{Size: t.Small * 1.05, Ink: TextInk}, t.Small*1.05*leading)
	}
	f.addAll(f.row(cells, frame{above: rule + t.Body*0.5}))
	f.Space(t.Body * 1.4)
}
