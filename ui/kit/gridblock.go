package kit

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// blockFace draws one block of a TimeGrid. Faces are used again: a grid makes only as many as it shows.
type blockFace struct {
	back    *canvas.Rectangle
	bar     *canvas.Rectangle
	dash    *canvas.Raster
	ink     color.Color // of the dashes
	dashes  bool
	title   *Text
	caption *Text
}

func newBlockFace() *blockFace {
	f := &blockFace{
		back: &canvas.Rectangle{}, bar: &canvas.Rectangle{}, title: NewText("", Body()), caption: NewText("", Body()),
	}
	f.dash = canvas.NewRaster(f.dashed)
	return f
}

func (f *blockFace) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{f.back}
	if f.dashes {
		out = append(out, f.dash)
	} else {
		out = append(out, f.bar)
	}
	if f.title.Visible() {
		out = append(out, f.title)
	}
	if f.caption.Visible() {
		out = append(out, f.caption)
	}
	return out
}

// show puts a block into a rectangle, with as many lines of its texts as there is room for.
func (f *blockFace) show(p paint, b GridBlock, selected bool, x, y, w, h float32) {
	strong, soft := b.Kind.Colors()
	f.dashes = b.Loose
	f.back.FillColor, f.back.CornerRadius = p.color(soft), p.px(4)
	f.back.StrokeWidth, f.back.StrokeColor = 0, nil
	if selected {
		f.back.StrokeWidth, f.back.StrokeColor = p.px(2), p.color(ColorFocusRing)
	}
	f.bar.FillColor, f.bar.CornerRadius = p.color(strong), p.px(2)
	f.ink = p.color(strong)
	place(f.back, x, y, w, h)
	place(f.bar, x, y, p.px(4), h)
	place(f.dash, x, y, w, h)
	f.texts(p, b, strong, x+p.px(9), y, w-p.px(12), h)
}

func (f *blockFace) texts(p paint, b GridBlock, strong fyne.ThemeColorName, x, y, w, h float32) {
	line := lineHeight(p, Style{Size: SizeCaption, Bold: true})
	lines := int((h - p.px(2)) / line)
	top := y + p.px(3)
	if h < line+p.px(6) {
		top = y + max((h-line)/2, 0)
		lines = max(lines, 1) // a quarter of an hour still names what it is
	}
	style := Style{Size: SizeCaption, Color: strong, Bold: !b.Loose}
	f.title.SetRuns(Run{b.Title, style})
	if !wordsFit(p, b.Title, style, w) {
		lines = min(lines, 1) // the beginning of a title reads better than words that go on within the next line
	}
	titled := lines
	if b.Caption != "" && lines > 1 {
		titled = lines - 1 // what guests answered is not crowded out by a long name
	}
	f.title.Limit(max(titled, 1))
	f.caption.SetRuns(Run{b.Caption, Style{Size: SizeCaption, Color: strong}})
	f.title.Hidden = lines < 1 || w < p.px(14)
	th := f.title.HeightFor(w)
	place(f.title, x, top, w, th)
	left := int((h - p.px(4) - th) / line)
	f.caption.Hidden = f.title.Hidden || left < 1 || b.Caption == ""
	if !f.caption.Hidden {
		f.caption.Limit(left)
		place(f.caption, x, top+th, w, f.caption.HeightFor(w))
	}
}

// wordsFit tells whether each word of a text fits into a line of its own.
func wordsFit(p paint, text string, style Style, width float32) bool {
	for _, word := range strings.Fields(text) {
		if measure(word, p.size(style.sizeName()), style.textStyle()).width > width {
			return false
		}
	}
	return true
}

// dashed draws a dashed line around the block, at the screen's resolution.
func (f *blockFace) dashed(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	const dash = 4
	for x := range w {
		if x/dash%2 == 0 {
			img.Set(x, 0, f.ink)
			img.Set(x, h-1, f.ink)
		}
	}
	for y := range h {
		if y/dash%2 == 0 {
			img.Set(0, y, f.ink)
			img.Set(w-1, y, f.ink)
		}
	}
	return img
}
