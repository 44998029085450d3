package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// checkRow is a line of a CheckList.
type checkRow struct {
	widget.BaseWidget

	list    *CheckList
	item    CheckItem
	hovered bool
	active  bool // has the keys
	last    bool
	moved   float32 // how far the pointer dragged it
	box     *tickBox
	title   *Text
	caption *Text
	chip    *Chip
	back    *canvas.Rectangle
	ring    *frame
	line    *canvas.Rectangle
}

func newCheckRow(l *CheckList) *checkRow {
	r := &checkRow{
		list: l, title: NewText("", Body()), caption: NewRuns(), chip: NewChip("", Neutral),
		back: &canvas.Rectangle{}, ring: newFrame(), line: &canvas.Rectangle{},
	}
	r.chip.Hide()
	r.box = newTickBox(r)
	r.ExtendBaseWidget(r)
	return r
}

// set shows an item and tells whether the height may have changed.
func (r *checkRow) set(item CheckItem) (taller bool) {
	if r.item.same(item) {
		return false
	}
	taller = r.item.Title != item.Title || r.item.Strong != item.Strong || r.item.Chip != item.Chip ||
		len(r.item.Caption) != len(item.Caption) || lengthOf(r.item.Caption) != lengthOf(item.Caption)
	r.item = item
	style := Body()
	style.Bold = item.Strong
	r.title.SetRuns(Run{item.Title, style})
	r.caption.SetRuns(item.Caption...)
	r.caption.Hidden = len(item.Caption) == 0
	r.chip.Set(item.Chip, item.Kind)
	r.box.set(item.Done, item.Fixed)
	r.Refresh()
	return taller
}

func (c CheckItem) same(d CheckItem) bool {
	return c.Key == d.Key && c.Title == d.Title && c.Done == d.Done && c.Strong == d.Strong && c.Fixed == d.Fixed &&
		c.Chip == d.Chip && c.Kind == d.Kind && equalRuns(c.Caption, d.Caption)
}

func lengthOf(runs []Run) int {
	n := 0
	for _, r := range runs {
		n += len(r.Text)
	}
	return n
}

func (r *checkRow) setActive(on bool) {
	if r.active != on {
		r.active = on
		r.Refresh()
	}
}

func (r *checkRow) setLast(on bool) {
	if r.last != on {
		r.last = on
		r.Refresh()
	}
}

// focusList makes the line the present one, as a click does.
func (r *checkRow) focusList() {
	if i := r.list.indexOf(r.item.Key); i >= 0 {
		r.list.current = i
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r.list)
	}
	r.list.unasked = false
	r.list.look()
}

// Tapped opens the line.
func (r *checkRow) Tapped(ev *fyne.PointEvent) {
	Click(r, ev, func() {
		r.focusList()
		r.list.open(r.item.Key)
	})
}

// TappedSecondary opens its menu.
func (r *checkRow) TappedSecondary(ev *fyne.PointEvent) {
	r.focusList()
	r.list.menu(r, ev.Position)
}

// Dragged shows where the line would go.
func (r *checkRow) Dragged(ev *fyne.DragEvent) {
	r.moved += ev.Dragged.DY
	if r.list.spec.Move == nil || readOnly(r.list) != "" {
		return
	}
	r.list.drag = r
	r.list.target = r.list.gapAt(r.Position().Y + ev.Position.Y)
	r.list.showMark()
}

// DragEnd moves the line. A drag of a hair's breadth was meant to be a click.
func (r *checkRow) DragEnd() {
	l, moved := r.list, r.moved
	l.drag, r.moved = nil, 0
	l.showMark()
	if moved < Px(6) && moved > -Px(6) {
		r.Tapped(nil)
		return
	}
	from := l.indexOf(r.item.Key)
	to := l.target
	if to > from {
		to--
	}
	if l.spec.Move != nil && from >= 0 {
		l.move(from, to)
	}
}

// gapAt gives the gap between lines that is nearest to a height: 0 is above the first.
func (l *CheckList) gapAt(y float32) int {
	for i, r := range l.rows {
		if y < r.Position().Y+r.Size().Height/2 {
			return i
		}
	}
	return len(l.rows)
}

// showMark draws the line that says where a dragged one would go.
func (l *CheckList) showMark() {
	l.mark.Hidden = l.drag == nil
	if l.drag != nil {
		p, y := paintFor(l), float32(0)
		if n := len(l.rows); l.target < n {
			y = l.rows[l.target].Position().Y
		} else if n > 0 {
			y = l.rows[n-1].Position().Y + l.rows[n-1].Size().Height
		}
		l.mark.FillColor = p.color(ColorAccent)
		place(l.mark, 0, y-p.px(1), l.Size().Width, p.px(2))
	}
	l.mark.Refresh()
}

func (r *checkRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
}

func (r *checkRow) MouseMoved(*desktop.MouseEvent) {}

func (r *checkRow) MouseOut() {
	r.hovered = false
	r.Refresh()
}

// Children gives what stands in the line.
func (r *checkRow) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.title, r.chip, r.caption}
}

// lead is the room of the box.
func (r *checkRow) lead() float32 { return paintFor(r).px(boxSide + 10) }

// widths shares a line out between title and chip.
func (r *checkRow) widths(width float32) (text, chip float32) {
	text = width - r.lead()
	if r.chip.Visible() {
		chip = min(r.chip.MinSize().Width, text/2)
		text -= chip + paintFor(r).px(8)
	}
	return max(text, 0), chip
}

// HeightFor gives the height at a width.
func (r *checkRow) HeightFor(width float32) float32 {
	p := paintFor(r)
	text, _ := r.widths(width)
	h := r.title.HeightFor(text)
	if r.caption.Visible() {
		h += r.caption.HeightFor(width - r.lead())
	}
	return max(h+2*p.size(SizeRowPad), p.size(SizeRow))
}

func (r *checkRow) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   r,
		objects: these(r.back, r.line, r.ring.outer, r.ring.inner, r.box, r.title, r.chip, r.caption),
		min: func() fyne.Size {
			return fyne.NewSize(paintFor(r).px(80), r.HeightFor(max(r.Size().Width, paintFor(r).px(80))))
		},
		layout: r.layout,
	}
}

func (r *checkRow) layout(s fyne.Size) {
	p := paintFor(r)
	out := p.px(8)
	r.back.CornerRadius, r.back.FillColor = p.px(6), p.color(ColorHover)
	if r.item.Strong {
		r.back.FillColor = p.color(ColorAccentSoft)
	}
	r.back.Hidden = !r.item.Strong && !r.hovered
	place(r.back, -out, 0, s.Width+2*out, s.Height)
	r.ring.focusRing(p, r.active, -out, 0, s.Width+2*out, s.Height)
	r.line.FillColor, r.line.Hidden = p.color(ColorHairline), r.last || r.item.Strong
	place(r.line, 0, s.Height-p.px(1), s.Width, p.px(1))
	place(r.box, 0, 0, r.lead(), s.Height)
	text, chip := r.widths(s.Width)
	th, ch := r.title.HeightFor(text), float32(0)
	if r.caption.Visible() {
		ch = r.caption.HeightFor(s.Width - r.lead())
	}
	y := (s.Height - th - ch) / 2
	place(r.title, r.lead(), y, text, th)
	place(r.caption, r.lead(), y+th, s.Width-r.lead(), ch)
	h := r.chip.MinSize().Height
	place(r.chip, s.Width-chip, y+(th-h)/2, chip, h)
}

// tickBox is the box of a line: it can be clicked, and is never a stop for Tab of its own.
type tickBox struct {
	widget.BaseWidget

	row     *checkRow
	on, off bool // off: there is nothing to tick
	hovered bool
	face    boxFace
}

func newTickBox(r *checkRow) *tickBox {
	t := &tickBox{row: r, face: newBoxFace()}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tickBox) set(on, off bool) {
	if t.on != on || t.off != off {
		t.on, t.off = on, off
		t.Refresh()
	}
}

// Tapped ticks the line, or opens one that is not to be ticked.
func (t *tickBox) Tapped(ev *fyne.PointEvent) {
	if t.off {
		t.row.Tapped(ev)
		return
	}
	Click(t.row, ev, func() {
		t.row.focusList()
		t.row.list.tick(t.row)
	})
}

// TappedSecondary opens the line's menu.
func (t *tickBox) TappedSecondary(ev *fyne.PointEvent) {
	t.row.TappedSecondary(&fyne.PointEvent{Position: ev.Position.Add(t.Position()), AbsolutePosition: ev.AbsolutePosition})
}

func (t *tickBox) MouseIn(*desktop.MouseEvent) {
	t.hovered = true
	t.Refresh()
	scheduleTip(t, Tip{Text: t.TipText()})
}

func (t *tickBox) MouseMoved(*desktop.MouseEvent) {}

func (t *tickBox) MouseOut() {
	t.hovered = false
	t.Refresh()
	HideTip(t)
}

// TipText tells why the line can't be ticked; "" where it can, or where there is nothing to tick.
func (t *tickBox) TipText() string {
	if t.off {
		return ""
	}
	return readOnly(t.row.list)
}

func (t *tickBox) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (t *tickBox) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   t,
		objects: t.face.objects,
		min:     func() fyne.Size { return fyne.NewSize(paintFor(t).px(boxSide), paintFor(t).px(24)) },
		layout: func(s fyne.Size) {
			p := paintFor(t)
			t.face.layout(p, boxLook{on: t.on, lit: t.hovered, off: t.TipText() != ""}, (s.Height-p.px(boxSide))/2)
			t.face.show(!t.off || t.on, t.on) // what was done stays ticked when nothing can be ticked any more
		},
	}
}
