package draw

import "time"

// Page is one sheet: its size, and its steps in the order in which they are drawn.
type Page struct {
	Width, Height float64
	Steps         []Step
}

// The size of A4 paper (ISO 216), in points.
const (
	A4Width  = 210 * 72 / 25.4
	A4Height = 297 * 72 / 25.4
)

// OutlineItem is an entry of the outline that a viewer shows beside the pages.
type OutlineItem struct {
	Title string
	Level int     // 0 is the top
	Page  int     // index into Document.Pages
	Y     float64 // where on the page
}

// Meta is what a document says of itself. Nothing else about where and how it was made is written.
type Meta struct {
	Title   string
	Subject string
	Author  string
	Lang    string    // a BCP 47 tag, such as "ru"
	Created time.Time // handed in: the same document made twice is the same
}

// Document is a finished sequence of pages.
type Document struct {
	Meta
	Pages   []Page
	Outline []OutlineItem
}

// Figure is a drawing without a page, at the origin: what a chart in a window draws.
type Figure struct {
	Width, Height float64
	Steps         []Step
}

// At gives the steps of the figure with its top left corner at a place.
func (f Figure) At(x, y float64) []Step {
	steps := make([]Step, len(f.Steps))
	for i, s := range f.Steps {
		steps[i] = s.moved(x, y)
	}
	return steps
}
