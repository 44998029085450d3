package pdf

import (
	"io"

	"github.com/jung-kurt/gofpdf"

	"mentorbook/core/draw"
)

// painter draws steps with gofpdf. Nothing else of the program knows that package: it is archived, and its
// fork has the same calls.
type painter struct {
	pdf     *gofpdf.Fpdf
	palette *draw.Palette
	loaded  map[draw.Face]bool
	font    font // the one set on the current page
	level   int  // of the last outline entry; -1 before the first
}

type font struct {
	face draw.Face
	size float64
}

func newPainter(doc *draw.Document) *painter {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: paper(&doc.Pages[0])})
	pdf.SetCatalogSort(true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetProducer("Mentorbook", false)
	created := doc.Created.UTC() // the writer leaves the zone out, which readers take for UTC
	pdf.SetCreationDate(created)
	pdf.SetModificationDate(created)
	if title := draw.CleanLine(doc.Title); title != "" {
		pdf.SetTitle(title, true)
	}
	if subject := draw.CleanLine(doc.Subject); subject != "" {
		pdf.SetSubject(subject, true)
	}
	if author := draw.CleanLine(doc.Author); author != "" {
		pdf.SetAuthor(author, true)
	}
	return &painter{pdf: pdf, palette: draw.PaperPalette(), loaded: map[draw.Face]bool{}, level: -1}
}

func paper(page *draw.Page) gofpdf.SizeType {
	return gofpdf.SizeType{Wd: page.Width, Ht: page.Height}
}

func (p *painter) page(page *draw.Page) {
	p.pdf.AddPageFormat("P", paper(page))
	p.font = font{}
	for _, step := range page.Steps {
		p.step(step)
	}
}

// marks enters the outline items that point into a page. A level may be one deeper than the one before it,
// no more: gofpdf would look for a parent that is not there.
func (p *painter) marks(doc *draw.Document, page int) {
	last := doc.Pages[len(doc.Pages)-1].Height
	for _, item := range doc.Outline {
		if item.Page != page {
			continue
		}
		p.use(draw.Regular, 1) // a title is written as UTF-16 only while such a font is set
		p.level = max(0, min(item.Level, p.level+1))
		// gofpdf reckons every place from the top of the last page.
		p.pdf.Bookmark(draw.CleanLine(item.Title), p.level, item.Y+last-doc.Pages[page].Height)
	}
}

func (p *painter) step(step draw.Step) {
	switch s := step.(type) {
	case draw.Text:
		p.text(s)
	case draw.Line:
		p.stroke(s.Ink, s.Width)
		p.pdf.Line(s.X1, s.Y1, s.X2, s.Y2)
	case draw.Polyline:
		p.polyline(s)
	case draw.Rect:
		p.rect(s)
	case draw.Polygon:
		p.polygon(s)
	}
}

func (p *painter) text(t draw.Text) {
	if t.String == "" || t.Ink == draw.NoInk {
		return
	}
	p.use(t.Face, t.Size)
	c := p.palette.Color(t.Ink)
	p.pdf.SetTextColor(int(c.R), int(c.G), int(c.B))
	p.pdf.Text(t.X, t.Y, t.String)
}

// use sets a font, and embeds it if the document has not used it yet: a font costs time and bytes.
func (p *painter) use(face draw.Face, size float64) {
	if p.font == (font{face, size}) {
		return
	}
	family := fontNames[face].family
	if !p.loaded[face] {
		p.pdf.AddUTF8FontFromBytes(family, "", face.Font())
		p.loaded[face] = true
	}
	p.pdf.SetFont(family, "", size)
	p.font = font{face, size}
}

func (p *painter) polyline(l draw.Polyline) {
	if len(l.Points) < 2 || l.Ink == draw.NoInk {
		return
	}
	p.stroke(l.Ink, l.Width)
	if l.Dash > 0 {
		p.pdf.SetDashPattern([]float64{l.Dash, l.Dash}, 0)
		defer p.pdf.SetDashPattern(nil, 0)
	}
	p.pdf.SetLineJoinStyle("round")
	defer p.pdf.SetLineJoinStyle("miter")
	p.pdf.MoveTo(l.Points[0].X, l.Points[0].Y)
	for _, to := range l.Points[1:] {
		p.pdf.LineTo(to.X, to.Y)
	}
	p.pdf.DrawPath("D")
}

func (p *painter) rect(r draw.Rect) {
	style := p.paint(r.Fill, r.Stroke, r.StrokeWidth)
	switch {
	case style == "":
	case r.Radius > 0:
		p.pdf.RoundedRect(r.X, r.Y, r.W, r.H, min(r.Radius, r.W/2, r.H/2), "1234", style)
	default:
		p.pdf.Rect(r.X, r.Y, r.W, r.H, style)
	}
}

func (p *painter) polygon(g draw.Polygon) {
	style := p.paint(g.Fill, g.Stroke, g.StrokeWidth)
	if style == "" {
		return
	}
	points := make([]gofpdf.PointType, len(g.Points))
	for i, at := range g.Points {
		points[i] = gofpdf.PointType{X: at.X, Y: at.Y}
	}
	p.pdf.Polygon(points, style)
}

// paint sets the colours of a shape and says which of fill (F) and stroke (D) it has.
func (p *painter) paint(fill, stroke draw.Ink, width float64) (style string) {
	if stroke != draw.NoInk && width > 0 {
		p.stroke(stroke, width)
		style = "D"
	}
	if fill != draw.NoInk {
		c := p.palette.Color(fill)
		p.pdf.SetFillColor(int(c.R), int(c.G), int(c.B))
		style += "F"
	}
	return style
}

func (p *painter) stroke(ink draw.Ink, width float64) {
	c := p.palette.Color(ink)
	p.pdf.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.pdf.SetLineWidth(width)
}

func (p *painter) output(w io.Writer) error {
	return p.pdf.Output(w)
}
