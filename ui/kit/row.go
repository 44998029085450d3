package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// RowSpec is what a row holds and does. Anything may be left out.
type RowSpec struct {
	Leading  fyne.CanvasObject // an avatar, a check box, a chip
	Content  fyne.CanvasObject // what takes the room; see TwoLines
	Trailing fyne.CanvasObject // a chip, a figure
	Tap      func()
	Arrived  func()                 // arrows came to it from a row beside it: one of several is chosen so; nil for nothing
	Enter    func()                 // what Enter does where that is another thing than Tap; nil for the same
	Menu     func(at fyne.Position) // the context menu: right click, the menu key; nil makes it of what stands in the row
	Remove   func()                 // what Delete does; nil for nothing
	Open     string                 // what Tap does, and Tick what a check box without a label does, for that menu
	Tick     string
	Selected bool
	Last     bool // no line below
	Tip      Tip
}

// Row is a line of a list in a card: at least 36 units tall, with a hairline below. One that can be pressed
// shows it under the pointer and can have the focus.
//
// The row itself does not take the focus: a widget that does, and has others in it that do, comes after them when somebody
// goes backwards, and so in another place than forwards. Its first part takes it instead.
type Row struct {
	widget.BaseWidget

	press pressable
	stop  *rowStop
	spec  RowSpec
	back  *canvas.Rectangle
	ring  *frame
	line  *canvas.Rectangle
}

var (
	_ fyne.Widget            = (*Row)(nil)
	_ fyne.SecondaryTappable = (*Row)(nil)
	_ fyne.Tappable          = (*Row)(nil)
	_ desktop.Hoverable      = (*Row)(nil)
	_ desktop.Cursorable     = (*Row)(nil)
	_ Fitter                 = (*Row)(nil)
)

// NewRow makes a row. Without Tap and Menu it cannot have the focus.
func NewRow(spec RowSpec) *Row {
	r := &Row{spec: spec, back: &canvas.Rectangle{}, ring: newFrame(), line: &canvas.Rectangle{}}
	r.press.self, r.press.onTap, r.press.onMenu, r.press.tip = r, spec.Tap, spec.Menu, spec.Tip
	if spec.Menu == nil {
		r.press.onMenu = r.showOwnMenu
	}
	r.press.rest = func() string { return strings.Join(cutTexts(Stack(0, r.parts()...)), "\n") }
	r.press.disabled = spec.Tap == nil && spec.Menu == nil
	r.stop = newRowStop(r)
	r.ExtendBaseWidget(r)
	return r
}

// Rows puts rows below each other and takes the line below the last one away.
func Rows(rows ...*Row) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(rows))
	for i, r := range rows {
		r.spec.Last = i == len(rows)-1
		objects[i] = r
	}
	return Stack(0, objects...)
}

// TwoLines is the usual content of a row: a name, and below it a caption.
func TwoLines(title, caption *Text) fyne.CanvasObject { return Stack(0, title, caption) }

// ShowCaption leaves the caption of two lines out where it says nothing, so that the name stands in the middle of the row
// that they are part of.
func ShowCaption(row, lines fyne.CanvasObject) {
	caption := lines.(*fyne.Container).Objects[1].(*Text)
	if blank := caption.Text() == ""; caption.Hidden != blank {
		caption.Hidden = blank
		lines.Refresh()
		row.Refresh()
	}
}

// TappedSecondary opens the row's menu.
func (r *Row) TappedSecondary(ev *fyne.PointEvent) {
	if r.press.onMenu != nil {
		r.press.openMenu(ev.Position)
	}
}

// SetSelected shows the row as the present one, or not.
func (r *Row) SetSelected(on bool) {
	if r.spec.Selected != on {
		r.spec.Selected = on
		r.Refresh()
	}
}

// Children gives what takes the focus, and what stands in the row, from the left.
func (r *Row) Children() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.stop}, r.parts()...)
}

func (r *Row) parts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{r.spec.Leading, r.spec.Content, r.spec.Trailing} {
		if o != nil && o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

// CreateRenderer is the toolkit's way to draw a widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: r,
		objects: func() []fyne.CanvasObject {
			return append(append([]fyne.CanvasObject{r.back, r.line}, r.ring.objects()...), r.Children()...)
		},
		min:    r.minSize,
		layout: r.layout,
	}
}

// widths shares the width: leading and trailing get theirs, at most half, the content the rest.
func (r *Row) widths(width float32) (lead, content, trail float32) {
	gap := paintFor(r).px(10)
	content = width
	if o := r.spec.Leading; o != nil && o.Visible() {
		lead = min(naturalWidth(o), width/2)
		content -= lead + gap
	}
	if o := r.spec.Trailing; o != nil && o.Visible() {
		trail = naturalWidth(o)
		if r.spec.Content != nil {
			trail = min(trail, max(content*0.6, content-gap-naturalWidth(r.spec.Content)))
		}
		content -= trail + gap
	}
	return lead, max(content, 0), trail
}

// HeightFor gives the row's height at a width.
func (r *Row) HeightFor(width float32) float32 {
	p := paintFor(r)
	lead, content, trail := r.widths(width)
	h := float32(0)
	for _, part := range []struct {
		o fyne.CanvasObject
		w float32
	}{{r.spec.Leading, lead}, {r.spec.Content, content}, {r.spec.Trailing, trail}} {
		if part.o != nil && part.o.Visible() {
			h = max(h, HeightFor(part.o, part.w))
		}
	}
	return max(h+2*p.size(SizeRowPad), p.size(SizeRow))
}

func (r *Row) minSize() fyne.Size {
	p, least := paintFor(r), float32(0)
	for _, o := range r.parts() {
		least += minWidth(o) + p.px(10)
	}
	return fyne.NewSize(least, r.HeightFor(max(r.Size().Width, least)))
}

func (r *Row) layout(s fyne.Size) {
	p := paintFor(r)
	out := p.px(8) // the mark of a chosen row reaches a little beyond the text, as in the card's margin
	r.back.CornerRadius = p.px(6)
	r.back.FillColor = p.color(ColorHover)
	if r.spec.Selected {
		r.back.FillColor = p.color(ColorAccentSoft)
	}
	r.back.Hidden = !r.spec.Selected && (!r.press.hovered || r.press.disabled)
	place(r.back, -out, 0, s.Width+2*out, s.Height)
	r.ring.focusRing(p, r.press.focused, -out, 0, s.Width+2*out, s.Height)
	r.line.FillColor = p.color(ColorHairline)
	r.line.Hidden = r.spec.Last
	place(r.line, 0, s.Height-p.px(1), s.Width, p.px(1))
	place(r.stop, 0, 0, s.Width, s.Height) // so that all of the row is scrolled into view
	r.layoutParts(s)
}

func (r *Row) layoutParts(s fyne.Size) {
	gap := paintFor(r).px(10)
	lead, content, trail := r.widths(s.Width)
	centre := func(o fyne.CanvasObject, x, w float32) {
		h := min(HeightFor(o, w), s.Height)
		place(o, x, (s.Height-h)/2, w, h)
	}
	x := float32(0)
	if o := r.spec.Leading; o != nil && o.Visible() {
		centre(o, 0, lead)
		x = lead + gap
	}
	if o := r.spec.Content; o != nil {
		centre(o, x, content)
	}
	if o := r.spec.Trailing; o != nil && o.Visible() {
		centre(o, s.Width-trail, trail)
	}
}
