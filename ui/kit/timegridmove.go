package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// gridMove is a block on its way to another place, or a new one that is being drawn.
type gridMove struct {
	key           string // "" for a new one
	day, from, to int
	stretched     bool // it takes another time than before
	keys          bool // it goes by keys, and is put down by one
	rest          bool // it is held by what of it lies on the next day, which stays in view
	text          string
	clash         bool
}

// gridPress is what the pointer went down on.
type gridPress struct {
	key    string // "" for free time
	edge   int    // -1 the block's beginning, 1 its end, 0 neither
	day    int
	minute int // of the pointer
	block  GridBlock
	more   int // it went down on so many blocks that are only counted
	startY float32
	rest   bool // of the block, what lies on a later day
	off    bool // a drag changes nothing, because nothing can be changed
	told   bool // whose block it is was told already
}

var (
	_ fyne.Focusable         = (*gridBody)(nil)
	_ fyne.Shortcutable      = (*gridBody)(nil)
	_ fyne.Tappable          = (*gridBody)(nil)
	_ fyne.SecondaryTappable = (*gridBody)(nil)
	_ fyne.Draggable         = (*gridBody)(nil)
	_ desktop.Mouseable      = (*gridBody)(nil)
	_ desktop.Hoverable      = (*gridBody)(nil)
	_ desktop.Cursorable     = (*gridBody)(nil)
)

// hit tells what lies at a point.
func (b *gridBody) hit(at fyne.Position) gridPress {
	r := b.room()
	out := gridPress{startY: at.Y}
	out.day = max(min(int((at.X-r.left)/r.day), len(b.grid.spec.Days)-1), 0)
	out.minute = max(min(int((at.Y-r.top)/r.hour*60), 24*60-1), 0)
	if at.X < r.left {
		return out
	}
	for _, s := range b.spots() {
		bx, by, w, h := r.box(s.day, s.span, s.lane)
		if at.X < bx || at.X > bx+w || at.Y < by || at.Y > by+h {
			continue
		}
		out.key, out.block, out.more, out.edge = s.block.Key, s.block, s.more, 0
		if s.more > 0 {
			continue
		}
		edge := min(r.p.px(7), h/4)
		switch {
		case at.Y > by+h-edge && s.block.Over == 0: // what goes on ends elsewhere
			out.edge = 1
		case at.Y < by+edge && h > r.p.px(24) && b.begins(s.block): // what goes on begins elsewhere
			out.edge = -1
		}
		out.block, _ = b.block(s.block.Key) // a later part takes the whole along
		out.rest = !b.begins(s.block)
	}
	return out
}

// begins tells whether a block is no later part of another.
func (b *gridBody) begins(x GridBlock) bool {
	first, _ := b.block(x.Key)
	return first.Day == x.Day && first.From == x.From
}

// MouseDown remembers where a drag begins.
func (b *gridBody) MouseDown(ev *desktop.MouseEvent) {
	p := b.hit(ev.Position)
	b.pressed, b.dragging, b.dropped = &p, false, false
	b.hideTip()
}

// MouseUp does nothing: DragEnd and Tapped come after it.
func (b *gridBody) MouseUp(*desktop.MouseEvent) {}

// MouseIn shows by the pointer's shape what it could do.
func (b *gridBody) MouseIn(ev *desktop.MouseEvent) {
	hovered(b)
	b.MouseMoved(ev)
}

// MouseMoved does so too.
func (b *gridBody) MouseMoved(ev *desktop.MouseEvent) {
	p := b.hit(ev.Position)
	b.tip(p.key)
	switch {
	case p.edge != 0 && b.movable(p.block) && readOnly(b) == "":
		b.cursor = desktop.VResizeCursor
	case p.key != "":
		b.cursor = desktop.PointerCursor
	default:
		b.cursor = desktop.DefaultCursor
	}
}

// MouseOut ends it.
func (b *gridBody) MouseOut() {
	b.cursor = desktop.DefaultCursor
	b.tip("")
}

// tip asks for the tooltip of a block that shows less than it has to say; "" for none.
func (b *gridBody) tip(key string) {
	if key == b.tipped {
		return
	}
	b.hideTip()
	b.tipped = key
	for _, s := range b.spots() {
		if s.block.Key == key && key != "" && b.move == nil {
			b.tipOn = b.faces[s.face]
			scheduleTip(b.tipOn.back, b.tipOf(s))
			return
		}
	}
}

// tipOf gives what the tooltip of a block says: what the block has no room for, and why it can't be moved where nothing can.
func (b *gridBody) tipOf(s gridSpot) Tip {
	tip := b.faces[s.face].tip(s.block)
	if b.movable(s.block) {
		tip = tip.and(readOnly(b))
	}
	return tip
}

// hideTip takes the tooltip away. That of the block under the pointer does not come again until the pointer has been
// somewhere else.
func (b *gridBody) hideTip() {
	if b.tipOn != nil {
		HideTip(b.tipOn.back)
	}
	b.tipOn = nil
}

// Cursor gives the shape.
func (b *gridBody) Cursor() desktop.Cursor { return b.cursor }

// Tapped opens a block. In free time it goes to the half hour; there, it makes something new.
func (b *gridBody) Tapped(ev *fyne.PointEvent) {
	Click(b, ev, func() { b.press(b.hit(ev.Position)) })
}

func (b *gridBody) press(p gridPress) {
	b.takeFocus()
	if p.more > 0 {
		if b.grid.acts.More != nil {
			b.grid.acts.More(p.day)
		}
		return
	}
	if p.key != "" {
		b.selectKey(p.key)
		b.seen()
		b.act()
		return
	}
	stop := p.halfHour()
	if b.at == stop && b.grid.acts.New != nil {
		b.grid.acts.New(stop.day, stop.from, stop.to)
		return
	}
	b.at, b.chosen = stop, true
	b.Refresh()
}

// TappedSecondary opens a block's menu, or that of the half hour.
func (b *gridBody) TappedSecondary(ev *fyne.PointEvent) {
	b.takeFocus()
	p := b.hit(ev.Position)
	switch {
	case p.more > 0:
	case p.key != "" && b.grid.acts.Menu != nil:
		b.selectKey(p.key)
		b.grid.acts.Menu(p.key, ev.AbsolutePosition)
	case p.key == "" && b.grid.acts.Free != nil:
		b.at, b.chosen = p.halfHour(), true
		b.Refresh()
		b.grid.acts.Free(b.at.day, b.at.from, b.at.to, ev.AbsolutePosition)
	}
}

// halfHour gives the half hour that was pressed.
func (p gridPress) halfHour() gridStop {
	return gridStop{day: p.day, from: p.minute / 30 * 30, to: p.minute/30*30 + 30}
}

func (b *gridBody) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b)
	}
}

// Dragged takes a block along, stretches it at an edge, or draws a new one in free time. Outside of the grid the block is
// where it was.
func (b *gridBody) Dragged(ev *fyne.DragEvent) {
	if b.dropped {
		b.hideTip()
		return
	}
	if !b.dragging {
		b.dragging = true
		b.hold()
	}
	if b.pressed == nil {
		p := b.hit(ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY))
		b.pressed = &p
	}
	p := b.pressed
	if p.more > 0 || p.key == "" && b.grid.acts.New == nil || p.key != "" && !b.movable(p.block) {
		return
	}
	if p.off = readOnly(b) != ""; p.off {
		return
	}
	if !p.told {
		p.told = true
		b.tellSeen(p.key) // whose hours count is to be seen while it is on its way
	}
	inside := b.seesPoint(ev.Position) // before anything scrolls
	move := b.dragTo(p, ev.Position)
	move.rest = p.rest
	b.propose(move)
	if !inside {
		b.move = nil
		b.Refresh()
	}
}

// hold takes the focus for a drag: Escape is to reach it.
func (b *gridBody) hold() {
	pressed := b.pressed
	b.takeFocus()
	b.pressed, b.dropped = pressed, false
}

// seesPoint tells whether a point lies on what of the hours is on show.
func (b *gridBody) seesPoint(at fyne.Position) bool {
	s := b.grid.scroll
	return at.X >= 0 && at.X <= b.Size().Width && at.Y >= s.Offset.Y && at.Y <= s.Offset.Y+s.Size().Height
}

// dragTo tells where a drag to a point takes what it went down on.
func (b *gridBody) dragTo(p *gridPress, to fyne.Position) gridMove {
	r := b.room()
	minutes := int((to.Y - p.startY) / r.hour * 60)
	days := int((to.X-r.left)/r.day) - p.day
	if to.X < r.left {
		days = -p.day
	}
	switch {
	case p.key == "":
		a, z := p.minute, min(max(p.minute+minutes, 0), 24*60-1)
		return gridMove{day: p.day, from: down(min(a, z)), to: down(max(a, z)) + GridStep}
	case p.edge > 0:
		return gridMove{key: p.key, stretched: true, day: p.block.Day, from: p.block.From, to: min(max(near(p.block.end()+minutes), p.block.From+GridStep), p.block.last())}
	case p.edge < 0:
		return gridMove{key: p.key, stretched: true, day: p.block.Day, from: max(min(near(p.block.From+minutes), 24*60-GridStep, p.block.end()-GridStep), 0), to: p.block.end()}
	default:
		length := p.block.length()
		if p.rest { // held on the next day, it may come to lie there as a whole
			return b.onItsDay(gridMove{key: p.key, day: p.block.Day + days, from: max(near(p.block.From+minutes), 0)}, length)
		}
		from := max(min(near(p.block.From+minutes), p.block.latest()), 0)
		return gridMove{key: p.key, day: p.block.Day + days, from: from, to: from + length}
	}
}

// onItsDay gives a place of so many minutes, whose beginning may lie after its day, by the day on which it begins; after the last
// one on show it begins at that one's end.
func (b *gridBody) onItsDay(m gridMove, length int) gridMove {
	for m.from >= 24*60 && m.day+1 < len(b.grid.spec.Days) {
		m.day, m.from = m.day+1, m.from-24*60
	}
	m.from = min(m.from, 24*60-GridStep)
	m.to = m.from + length
	return m
}

// DragEnd puts down what was dragged, unless it was put back before.
func (b *gridBody) DragEnd() {
	p, dropped := b.pressed, b.dropped
	b.pressed, b.dragging, b.dropped = nil, false, false
	if dropped {
		return
	}
	if p != nil && p.off {
		refuse(b)
		return
	}
	b.putDown()
}

func down(m int) int { return m / GridStep * GridStep }
func near(m int) int { return down(m + GridStep/2) }

func (b *gridBody) movable(x GridBlock) bool { return b.grid.acts.Move != nil && !x.Fixed && !x.Loose }

// propose shows where a block would go; a day beyond those on show is the last of them.
func (b *gridBody) propose(m gridMove) {
	b.hideTip()
	m.day = max(min(m.day, len(b.grid.spec.Days)-1), 0)
	if b.grid.acts.Say != nil {
		m.text, m.clash = b.grid.acts.Say(m.key, m.day, m.from, m.to)
	}
	if m.keys && b.grid.acts.Hint != "" {
		m.text = strings.TrimPrefix(m.text+" · "+b.grid.acts.Hint, " · ")
	}
	b.move = &m
	if !m.rest {
		b.reveal(m.from, min(m.to, 24*60))
	}
	b.Refresh()
}

// putDown ends a move and tells where it ended, unless that is where it began.
func (b *gridBody) putDown() {
	m := b.move
	b.move = nil
	b.Refresh()
	if m == nil {
		return
	}
	if m.key == "" {
		b.grid.acts.New(m.day, m.from, m.to)
		return
	}
	if x, ok := b.block(m.key); ok && (x.Day != m.day || x.From != m.from || m.stretched && x.end() != m.to) {
		b.at, b.chosen = gridStop{m.day, m.from, m.to, m.key}, true
		b.grid.acts.Move(m.key, m.day, m.from, m.to)
	}
}

func (b *gridBody) block(key string) (GridBlock, bool) {
	i := slices.IndexFunc(b.grid.spec.Blocks, func(x GridBlock) bool { return x.Key == key })
	if i < 0 || key == "" {
		return GridBlock{}, false
	}
	return b.grid.spec.Blocks[i], true
}

func (b *gridBody) selectKey(key string) bool {
	x, ok := b.block(key)
	if ok {
		b.at, b.chosen = gridStop{x.Day, x.From, x.To, key}, true
		b.Refresh()
	}
	return ok
}

func (b *gridBody) selectedKey() string { return b.at.key }

// reveal scrolls a stretch of time into view.
func (b *gridBody) reveal(from, to int) {
	r, s := b.room(), b.grid.scroll
	margin := r.p.px(12)
	switch top, bottom := r.y(from), r.y(to); {
	case top-margin < s.Offset.Y:
		b.grid.To(top - margin)
	case bottom+margin > s.Offset.Y+s.Size().Height:
		b.grid.To(bottom + margin - s.Size().Height)
	}
}
