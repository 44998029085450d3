package kit

import (
	"image"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// narrowBlock is the width in units below which a block gives its texts all the room it has, and thinBlock that below which
// its bar gives way to them, too.
const (
	narrowBlock = 46
	thinBlock   = 30
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
	topic   *Text             // below both, where there is room
	sign    *canvas.Rectangle // in place of a caption that has no room, and asks for care or says that everybody comes
	mark    *canvas.Text      // on it
	cut     bool              // it shows less than there is to say
}

func newBlockFace() *blockFace {
	f := &blockFace{
		back: &canvas.Rectangle{}, bar: &canvas.Rectangle{}, title: NewText("", Body()), caption: NewText("", Body()), topic: NewText("", Body()),
		sign: &canvas.Rectangle{}, mark: &canvas.Text{Alignment: fyne.TextAlignCenter},
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
	if f.topic.Visible() {
		out = append(out, f.topic)
	}
	if f.sign.Visible() {
		out = append(out, f.sign, f.mark)
	}
	return out
}

// tip is all that a block has to say, where it does not show it; the zero Tip where it does.
func (f *blockFace) tip(b GridBlock) Tip {
	if !f.cut && b.Aside == "" {
		return Tip{}
	}
	return Tip{Text: b.says()}
}

// says is all that a block has to say.
func (x GridBlock) says() string {
	parts := []string{x.Title, x.Topic, x.Aside, x.Caption}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// show puts a block into a rectangle, with as much of its texts as there is room for.
func (f *blockFace) show(p paint, b GridBlock, selected bool, x, y, w, h float32) {
	strong, soft := b.Kind.Colors()
	f.dashes = b.Loose
	f.back.FillColor, f.back.CornerRadius = p.color(soft), p.px(4)
	f.back.StrokeWidth, f.back.StrokeColor = 0, nil
	if selected {
		f.back.StrokeWidth, f.back.StrokeColor = p.px(2), p.color(ColorFocusRing)
	}
	f.bar.FillColor, f.bar.CornerRadius = p.color(strong), p.px(2)
	caption := strong
	if b.Sign.Care() {
		caption = ColorWarn
		f.bar.FillColor = p.color(caption) // seen also where there is no room for the caption
	}
	f.ink = p.color(strong)
	place(f.back, x, y, w, h)
	place(f.dash, x, y, w, h)
	bar, left, right := p.px(4), p.px(9), p.px(3)
	switch {
	case w < p.px(thinBlock):
		bar, left, right = p.px(3), p.px(4), 0
	case w < p.px(narrowBlock):
		left, right = p.px(6), p.px(1)
	}
	place(f.bar, x, y, bar, h)
	f.texts(b, blockRoom{p: p, color: strong, caption: caption, bold: !b.Loose, x: x + left, y: y, w: w - left - right, h: h})
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
