package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Cell is one column of a list: what width it takes, and from what width of the row on it is there at all.
type Cell struct {
	Width  float32 // in units; 0: a share of what is left
	Weight float32 // of the share; 0 is 1
	From   float32 // hidden in rows that are narrower, in units

	Off  func() bool // tells that nothing stands in it in any row, and its room is the others'; nil: never
	Over bool        // it takes the room of the columns behind it in a row in which nothing stands in them
}

// cellsLayout puts objects into columns, the same for every row, so that they stand in line.
type cellsLayout struct {
	gap   float32
	cells []Cell
	top   bool
	width float32
}

var _ FitLayout = (*cellsLayout)(nil)

// Cells makes one row of columns with gaps in units. Rows made from the same cells stand in line, whatever is
// in them.
func Cells(gap float32, cells []Cell, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&cellsLayout{gap: gap, cells: cells}, objects...)
}

// CellsTop is Cells whose objects stand at the top of the row.
func CellsTop(gap float32, cells []Cell, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&cellsLayout{gap: gap, cells: cells, top: true}, objects...)
}

func (l *cellsLayout) cell(i int) Cell {
	if i < len(l.cells) {
		return l.cells[i]
	}
	return Cell{}
}

// widths gives each column its width, negative for one that there is no room for.
func (l *cellsLayout) widths(n int, width float32) []float32 {
	p := paintNow()
	out := make([]float32, n)
	left, weights, shown := width, float32(0), 0
	for i := range n {
		c := l.cell(i)
		if width < p.px(c.From) || c.Off != nil && c.Off() {
			out[i] = -1
			continue
		}
		shown++
		if c.Width > 0 {
			out[i] = p.px(c.Width)
			left -= out[i]
		} else {
			weights += max(c.Weight, 0)
			if c.Weight <= 0 {
				weights++
			}
		}
	}
	left = max(left-p.px(l.gap)*float32(max(shown-1, 0)), 0)
	for i := range n {
		if c := l.cell(i); c.Width <= 0 && out[i] >= 0 {
			w := c.Weight
			if w <= 0 {
				w = 1
			}
			out[i] = left * w / weights
		}
	}
	return out
}

func (l *cellsLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, w := range l.widths(len(objects), width) {
		if w >= 0 {
			h = max(h, HeightFor(objects[i], w))
		}
	}
	return h
}

func (l *cellsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for i, o := range objects {
		if l.cell(i).From == 0 {
			w += max(minWidth(o), paintNow().px(l.cell(i).Width))
		}
	}
	return fyne.NewSize(w, l.HeightFor(objects, max(l.width, w)))
}

func (l *cellsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	x, gap := float32(0), paintNow().px(l.gap)
	widths := l.widths(len(objects), size.Width)
	for i, w := range widths {
		if w < 0 {
			objects[i].Hide()
			continue
		}
		next := x + w + gap
		if l.cell(i).Over {
			w += over(objects[i+1:], widths[i+1:], gap)
		}
		objects[i].Show()
		h := min(HeightFor(objects[i], w), size.Height)
		y := (size.Height - h) / 2
		if l.top {
			y = 0
		}
		place(objects[i], x, y, w, h)
		x = next
	}
}

// over gives how much room the columns have in which nothing stands, up to the first in which something does.
func over(objects []fyne.CanvasObject, widths []float32, gap float32) (room float32) {
	for i, o := range objects {
		if widths[i] < 0 {
			continue
		}
		if !bare(o) {
			break
		}
		room += gap + widths[i]
	}
	return room
}

// bare tells whether nothing stands in a cell: a text without words, or what it holds is hidden.
func bare(o fyne.CanvasObject) bool {
	switch o := o.(type) {
	case *Text:
		return o.Text() == ""
	case *fyne.Container:
		return len(visible(o.Objects)) == 0
	}
	return false
}
