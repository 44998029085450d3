package kit

import (
	"fmt"
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/image/font/sfnt"

	"mentorbook/core/draw"
)

// DrawnFonts holds the faces that drawing steps name. Make it once: it reads the font files.
type DrawnFonts struct{ faces map[draw.Face]*sfnt.Font }

// NewDrawnFonts reads the faces. They are part of the program, so one that cannot be read is a panic.
func NewDrawnFonts() *DrawnFonts {
	f := &DrawnFonts{faces: map[draw.Face]*sfnt.Font{}}
	for _, face := range []draw.Face{draw.Regular, draw.Bold, draw.Math, draw.Symbols} {
		font, err := sfnt.Parse(face.Font())
		if err != nil {
			panic(fmt.Sprintf("face %d: %v", face, err))
		}
		f.faces[face] = font
	}
	return f
}

// Drawn shows drawing steps, scaled to its width: a page as it will be printed, or a chart. It sets text
// itself, letter by letter with a PDF's measures: the toolkit kerns, and it rounds sizes up to whole units
// when it measures, so that its lines would end elsewhere than on paper.
type Drawn struct {
	widget.BaseWidget

	fonts  *DrawnFonts
	figure draw.Figure
	paper  bool
	raster *canvas.Raster
	made   image.Image
	dark   bool
}

var (
	_ fyne.Widget = (*Drawn)(nil)
	_ Fitter      = (*Drawn)(nil)
)

// NewFigure shows a chart in the colours of the window. A chart made for the width at hand (draw.Strip) has
// texts of the size it was set in; at another width it grows or shrinks as a whole.
func NewFigure(fonts *DrawnFonts, figure draw.Figure) *Drawn {
	d := &Drawn{fonts: fonts, figure: figure}
	d.raster = canvas.NewRaster(d.image)
	d.ExtendBaseWidget(d)
	return d
}

// NewSheet shows a page on white paper, in light and in dark: it is what will be written.
func NewSheet(fonts *DrawnFonts, page draw.Page) *Drawn {
	d := NewFigure(fonts, draw.Figure(page))
	d.paper = true
	return d
}

// SetFigure shows another drawing.
func (d *Drawn) SetFigure(figure draw.Figure) {
	d.figure, d.made = figure, nil
	d.Refresh()
}

// Text gives the words of the drawing, for copying and for tests.
func (d *Drawn) Text() string {
	var b strings.Builder
	for _, s := range d.figure.Steps {
		if t, ok := s.(draw.Text); ok {
			b.WriteString(t.String)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// HeightFor keeps the shape of the drawing.
func (d *Drawn) HeightFor(width float32) float32 {
	if d.figure.Width <= 0 {
		return 0
	}
	return ceil(width * float32(d.figure.Height/d.figure.Width))
}

// NaturalWidth is one unit a point.
func (d *Drawn) NaturalWidth() float32 { return paintFor(d).px(float32(d.figure.Width)) }

// CreateRenderer is the toolkit's way to draw a widget.
func (d *Drawn) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   d,
		objects: these(d.raster),
		min: func() fyne.Size {
			w := paintFor(d).px(80)
			return fyne.NewSize(w, d.HeightFor(max(d.Size().Width, w)))
		},
		layout: func(s fyne.Size) { place(d.raster, 0, 0, s.Width, s.Height) },
	}
}

// image draws at the screen's own resolution, once for each size and light.
func (d *Drawn) image(w, h int) image.Image {
	p := paintFor(d)
	dark := luma(p.color(ColorCard)) < 0.5 && !d.paper
	if d.made != nil && d.dark == dark && d.made.Bounds().Dx() == w && d.made.Bounds().Dy() == h {
		return d.made
	}
	palette := draw.PaperPalette()
	if dark {
		palette = draw.DarkPalette()
	}
	pen := newPen(d.fonts, palette, w, h, d.figure.Width)
	if d.paper {
		pen.fillAll(p.color(ColorPaper))
	}
	for _, s := range d.figure.Steps {
		pen.step(s)
	}
	d.made, d.dark = pen.img, dark
	return d.made
}

// luma is how light a colour is, from 0 to 1.
func luma(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return (0.299*float64(r) + 0.587*float64(g) + 0.114*float64(b)) / 0xffff
}
