package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// gridBody is the hours of a TimeGrid with the blocks in them.
type gridBody struct {
	widget.BaseWidget

	grid     *TimeGrid
	lanes    []Lane     // of the blocks
	placed   []gridSpot // what is drawn where at the last width; nil: not known
	fitted   room       // that they were placed in
	lifted   string     // the key of the block that the keys were on then; "" for none
	faces    []*blockFace
	ghost    *blockFace
	rest     *blockFace // of what is on its way, on the next day
	plate    *plate     // what is said of the block on its way
	tipped   string     // the key of the block whose tooltip is asked for
	tipOn    *blockFace // what it stands at
	offs     []*canvas.Rectangle
	quiet    []*canvas.Rectangle // a band for each stretch of quiet hours
	lines    []*canvas.Rectangle // the hours, then the days
	labels   []*canvas.Text
	now      *canvas.Rectangle
	nowDot   *canvas.Rectangle
	cell     *canvas.Rectangle // the free place that the keys are on: an outline, for nothing is planned there
	cellText *canvas.Text      // and its time
	at       gridStop          // the present place
	chosen   bool              // somebody has gone to it
	move     *gridMove         // a block on its way
	pressed  *gridPress        // what the pointer went down on
	// dragging tells that the pointer moves with its button down, dropped that what it took along was put back meanwhile.
	dragging, dropped bool
	focused           bool
	cursor            desktop.Cursor
}

// gridStop is a place that the keys can be on: a block, or free time.
type gridStop struct {
	day, from, to int
	key           string
}

func newGridBody(g *TimeGrid) *gridBody {
	b := &gridBody{grid: g, ghost: newBlockFace(), rest: newBlockFace(), plate: newPlate(), cursor: desktop.DefaultCursor, now: &canvas.Rectangle{}, nowDot: &canvas.Rectangle{}, cell: &canvas.Rectangle{}, cellText: &canvas.Text{}}
	b.at = gridStop{from: 9 * 60, to: 9*60 + 30}
	b.ExtendBaseWidget(b)
	return b
}

// set takes over what the grid shows.
func (b *gridBody) set() {
	spec := b.grid.spec
	b.tip("") // its face may show another block from now on
	b.letGo()
	b.lanes = make([]Lane, len(spec.Blocks))
	for day := range spec.Days {
		var spans []Span
		var of []int
		for i, x := range spec.Blocks {
			if x.Day == day {
				spans, of = append(spans, Span{x.From, max(x.To, x.From+leastShown)}), append(of, i)
			}
		}
		for i, lane := range Lanes(spans) {
			b.lanes[of[i]] = lane
		}
	}
	b.placed = nil
	b.shapes(len(spec.Days), gridLabels*len(spec.Zones))
	b.beginAt()
	b.at.day = max(min(b.at.day, len(spec.Days)-1), 0)
	if b.at.key != "" && !b.selectKey(b.at.key) {
		b.at.key = ""
	}
	b.Refresh()
}

// beginAt begins at the present moment, where it is on show: before it lies what is over. Who has gone elsewhere stays there.
func (b *gridBody) beginAt() {
	spec := b.grid.spec
	if b.chosen || spec.NowDay < 0 || spec.NowDay >= len(spec.Days) {
		return
	}
	stops := b.stops(spec.NowDay)
	b.at = stops[nearest(stops, spec.NowMinute)]
}

func (b *gridBody) shapes(days, labels int) {
	for len(b.offs) < 2*days {
		b.offs = append(b.offs, &canvas.Rectangle{})
	}
	for len(b.lines) < 24+days {
		b.lines = append(b.lines, &canvas.Rectangle{})
	}
	for len(b.labels) < labels {
		b.labels = append(b.labels, &canvas.Text{})
	}
}

// Texts of the blocks can be found by tests and by whoever copies the page.
func (b *gridBody) Children() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, at := range b.spots() {
		out = append(out, b.faces[at.face].title, b.faces[at.face].caption)
	}
	if b.move != nil {
		out = append(out, b.plate.label)
	}
	return out
}

func (b *gridBody) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return fyne.NewSize(paintFor(b).px(120), paintFor(b).px(24*gridHour+8))
}

func (b *gridBody) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{owner: b, objects: b.objects, min: b.MinSize, layout: b.layout}
}

func (b *gridBody) objects() []fyne.CanvasObject {
	spec := b.grid.spec
	var out []fyne.CanvasObject
	for i, d := range spec.Days {
		if d.Off || d.Work.To > d.Work.From {
			out = append(out, b.offs[2*i])
		}
		if !d.Off && d.Work.To > d.Work.From {
			out = append(out, b.offs[2*i+1])
		}
	}
	for _, q := range b.quietShapes() {
		out = append(out, q)
	}
	for _, l := range b.lines[:min(24+len(spec.Days), len(b.lines))] {
		out = append(out, l)
	}
	for _, l := range b.labels[:min(gridLabels*len(spec.Zones), len(b.labels))] {
		out = append(out, l)
	}
	if b.focused && b.at.key == "" && b.move == nil {
		out = append(out, b.cell, b.cellText)
	}
	now := spec.NowDay >= 0 && spec.NowDay < len(spec.Days)
	if now { // below the blocks, for it would strike their words through; a dot at the side stands over them
		out = append(out, b.now)
	}
	for _, at := range b.spots() {
		out = append(out, b.faces[at.face].objects()...)
	}
	if now {
		out = append(out, b.nowDot)
	}
	if b.move != nil {
		out = append(out, b.ghost.objects()...)
		if b.move.to > 24*60 && b.move.day+1 < len(b.grid.spec.Days) {
			out = append(out, b.rest.objects()...)
		}
		out = append(out, b.plate.objects()...)
	}
	return out
}

// quietShapes gives a band for each stretch of quiet hours of all days.
func (b *gridBody) quietShapes() []*canvas.Rectangle {
	n := 0
	for _, d := range b.grid.spec.Days {
		n += len(d.Quiet)
	}
	for len(b.quiet) < n {
		b.quiet = append(b.quiet, &canvas.Rectangle{})
	}
	return b.quiet[:n]
}

// placeQuiet puts the bands of quiet hours over their days: what is off shines through.
func (b *gridBody) placeQuiet(r room) {
	shapes, next := b.quietShapes(), 0
	for i, d := range b.grid.spec.Days {
		x := r.left + float32(i)*r.day
		for _, q := range d.Quiet {
			band := shapes[next]
			next++
			band.FillColor = r.p.color(colorQuiet)
			place(band, x, r.y(q.From), r.day, r.y(q.To)-r.y(q.From))
		}
	}
}

// leastShown is how many minutes tall a block is drawn at least: one line of its title.
const leastShown = 20

// room is the geometry of the grid at its present size.
type room struct {
	p                       paint
	left, day, top, hour    float32
	width, height, hairline float32
}

func (b *gridBody) room() room {
	p := paintFor(b)
	left, day := b.grid.columns(p, b.Size().Width)
	return room{p: p, left: left, day: day, top: p.px(4), hour: p.px(gridHour), width: b.Size().Width, height: b.Size().Height, hairline: p.px(1)}
}

func (r room) y(minute int) float32 { return r.top + r.hour*float32(minute)/60 }

// box gives the rectangle of a span of a day in its lane.
func (r room) box(day int, s Span, lane Lane) (x, y, w, h float32) {
	w = (r.day - r.p.px(6)) / float32(max(lane.Of, 1))
	x = r.left + float32(day)*r.day + r.p.px(3) + float32(lane.At)*w
	y = r.y(s.From)
	return x, y, w*float32(1+lane.More) - r.p.px(1), r.y(min(max(s.To, s.From+leastShown), 24*60)) - y - r.p.px(1)
}

func (b *gridBody) layout(fyne.Size) {
	r := b.room()
	b.placeGround(r)
	for _, at := range b.spots() {
		px, py, w, h := r.box(at.day, at.span, at.lane)
		b.faces[at.face].show(r.p, at.block, b.focused && at.block.Key != "" && b.at.key == at.block.Key && b.move == nil, px, py, w, h)
	}
	b.now.FillColor = r.p.color(ColorDanger)
	place(b.now, r.left+float32(b.grid.spec.NowDay)*r.day, r.y(b.grid.spec.NowMinute)-r.p.px(1), r.day, r.p.px(2))
	b.nowDot.FillColor, b.nowDot.CornerRadius = r.p.color(ColorDanger), r.p.px(4)
	place(b.nowDot, r.left+float32(b.grid.spec.NowDay)*r.day-r.p.px(4), r.y(b.grid.spec.NowMinute)-r.p.px(4), r.p.px(8), r.p.px(8))
	b.placeCell(r)
	if b.move != nil {
		b.placeGhost(r)
	}
}

// placeCell draws the free place that the keys are on, with its time.
func (b *gridBody) placeCell(r room) {
	b.cell.FillColor, b.cell.CornerRadius = color.Transparent, r.p.px(4)
	b.cell.StrokeColor, b.cell.StrokeWidth = r.p.color(ColorFocusRing), r.p.px(2)
	x, y, w, h := r.box(b.at.day, Span{b.at.from, b.at.to}, Lane{Of: 1})
	place(b.cell, x, y, w, h)
	b.cellText.Text = ""
	if say := b.grid.acts.Time; say != nil {
		b.cellText.Text = say(b.at.day, b.at.from)
	}
	b.cellText.TextSize, b.cellText.Color = r.p.size(SizeChip), r.p.color(ColorMuted)
	setFace(b.cellText)
	tall := b.cellText.MinSize().Height
	place(b.cellText, x+r.p.px(6), y+(h-tall)/2, w-r.p.px(8), tall)
}

// placeGround puts hours, days and what is off in their places.
func (b *gridBody) placeGround(r room) {
	spec := b.grid.spec
	for i, d := range spec.Days {
		x, before, after := r.left+float32(i)*r.day, b.offs[2*i], b.offs[2*i+1]
		before.FillColor, after.FillColor = r.p.color(ColorSidebar), r.p.color(ColorSidebar)
		if d.Off {
			place(before, x, 0, r.day, r.height)
			continue
		}
		place(before, x, 0, r.day, r.y(d.Work.From))
		place(after, x, r.y(d.Work.To), r.day, r.height-r.y(d.Work.To))
	}
	b.placeQuiet(r)
	for i, l := range b.lines[:24+len(spec.Days)] {
		l.FillColor = r.p.color(ColorHairline)
		if i < 24 {
			place(l, r.left, r.y(i*60), r.width-r.left, r.hairline)
		} else {
			place(l, r.left+float32(i-24)*r.day, 0, r.hairline, r.height)
		}
	}
	for z, zone := range spec.Zones {
		left := b.grid.zoneLeft(r.p, z)
		for hour, text := range zone.Hours {
			now, later := b.labels[gridLabels*z+hour], b.labels[gridLabels*z+24+hour]
			for _, l := range []*canvas.Text{now, later} {
				l.TextSize, l.Color = r.p.size(SizeChip), r.p.color(ColorMuted)
			}
			if now.Text, later.Text = text, zone.Later[hour]; hour == 0 {
				now.Text = "" // it would stand half outside
			}
			setFace(now)
			setFace(later)
			top, tall, wide := r.y(hour*60), now.MinSize().Height, r.p.px(zone.width())
			place(now, left, top-tall/2, wide, tall)
			place(later, left, top+tall/2, wide, tall)
		}
	}
}

// placeGhost draws the block on its way, and beside it what is said of the place.
func (b *gridBody) placeGhost(r room) {
	m := b.move
	block := GridBlock{Kind: Accent, Day: m.day}
	if m.clash {
		block.Kind = Alarm
	}
	x, y, w, h := r.box(m.day, Span{m.from, min(m.to, 24*60)}, Lane{Of: 1})
	b.ghost.show(r.p, block, true, x, y, w, h)
	if m.to > 24*60 {
		rx, ry, rw, rh := r.box(m.day+1, Span{0, m.to - 24*60}, Lane{Of: 1})
		b.rest.show(r.p, block, true, rx, ry, rw, rh)
	}
	b.placePlate(r, block.Kind, patch{x, y, w, h})
}
