package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/ui/kit/longtext"
)

// entryMouse is what the pointer does in a field.
type entryMouse struct {
	at     fyne.Position // where it is while it is dragged
	down   bool          // the first button, on the text
	last   time.Time     // of the click before, and where that was
	lastAt fyne.Position
	grain  longtext.Grain
	onBar  bool    // it is over the bar
	barred bool    // it drags the bar
	held   float32 // where it took hold of the bar
	moving *fyne.Animation
}

// still ends scrolling by itself.
func (m *entryMouse) still() {
	if m.moving != nil {
		m.moving.Stop()
		m.moving = nil
	}
}

// MouseDown puts the cursor where the pointer is; twice takes a word, three times a paragraph. A click with the second
// button leaves what is selected, if that is where it was.
func (e *longEntry) MouseDown(ev *desktop.MouseEvent) { e.press(e, func() { e.pressed(ev) }) }

func (e *longEntry) pressed(ev *desktop.MouseEvent) {
	takeFocus(e)
	if e.takeBar(ev.Position) {
		return
	}
	row, x := e.point(ev.Position)
	if ev.Button != desktop.MouseButtonPrimary {
		if !e.text.Holds(row, x) {
			e.text.Point(row, x, longtext.ByLetter, false)
			e.follow()
		}
		return
	}
	m, now := &e.mouse, time.Now()
	near := ev.Position.Subtract(m.lastAt)
	if now.Sub(m.last) <= fyne.CurrentApp().Driver().DoubleTapDelay() && near.X*near.X+near.Y*near.Y < 25 {
		m.grain = (m.grain + 1) % (longtext.ByParagraph + 1)
	} else {
		m.grain = longtext.ByLetter
	}
	m.last, m.lastAt, m.down = now, ev.Position, true
	e.text.Point(row, x, m.grain, m.grain == longtext.ByLetter && (e.shift || ev.Modifier&fyne.KeyModifierShift != 0))
	e.follow()
}

// MouseUp ends dragging.
func (e *longEntry) MouseUp(*desktop.MouseEvent) {
	e.heldAt, e.mouse.down, e.mouse.barred = nil, false, false
	e.mouse.still()
}

// point gives the row at a place of the field, and how far from the left of the text that is.
func (e *longEntry) point(at fyne.Position) (row int, x float32) {
	y := float64(at.Y-e.pad()) + e.offset
	if y < 0 {
		return 0, at.X - e.pad()
	}
	return int(y / float64(e.rowHeight())), at.X - e.pad()
}

// Dragged selects, or scrolls by the bar.
func (e *longEntry) Dragged(ev *fyne.DragEvent) {
	e.mouse.at = ev.Position
	switch {
	case e.mouse.barred:
		if room := e.Size().Height - e.barHeight(); room > 0 {
			e.scrollTo(float64((ev.Position.Y-e.mouse.held)/room) * e.highest())
		}
	case e.mouse.down:
		e.drag()
		e.scrollWhileOut()
	}
}

// DragEnd ends dragging. Where the pointer was let go outside, the window has just taken the focus away.
func (e *longEntry) DragEnd() {
	e.MouseUp(nil)
	takeFocus(e)
}

func (e *longEntry) drag() {
	row, x := e.point(e.mouse.at)
	e.text.PointOn(row, x, e.mouse.grain)
	e.lively()
	e.arrange()
}

// out tells how far above (negative) or below the field the pointer is.
func (e *longEntry) out() float32 {
	return min(e.mouse.at.Y, 0) + max(e.mouse.at.Y-e.Size().Height, 0)
}

// scrollWhileOut scrolls for as long as the pointer is held above or below the field, the faster the farther it is.
func (e *longEntry) scrollWhileOut() {
	if e.out() == 0 {
		e.mouse.still()
		return
	}
	if e.mouse.moving != nil {
		return
	}
	e.mouse.moving = &fyne.Animation{
		Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
		Tick: func(float32) {
			e.scrollTo(e.offset + float64(e.out())/4)
			e.drag()
		},
	}
	e.mouse.moving.Start()
}

func (e *longEntry) scrollTo(offset float64) {
	e.offset = min(max(offset, 0), e.highest())
	e.arrange()
}

// Scrolled scrolls by the wheel. What is at its end, or has nothing to scroll, leaves the wheel to the page.
func (e *longEntry) Scrolled(ev *fyne.ScrollEvent) {
	was := e.offset
	e.scrollTo(e.offset - float64(quicker(ev).Scrolled.DY))
	if e.offset == was {
		scrollAround(e, ev)
	}
}

// takeBar begins to drag the bar if the pointer is on it; beside it, in its track, the view goes there.
func (e *longEntry) takeBar(at fyne.Position) bool {
	if !e.overBar(at) {
		return false
	}
	e.mouse.barred, e.mouse.held = true, at.Y-e.bar.Position().Y
	if h := e.barHeight(); e.mouse.held < 0 || e.mouse.held > h {
		e.mouse.held = h / 2
		e.mouse.at = at
		e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	return true
}

func (e *longEntry) overBar(at fyne.Position) bool {
	return e.highest() > 0 && at.X >= e.Size().Width-paintFor(e).px(9)
}

// MouseIn shows that the pointer is over the bar.
func (e *longEntry) MouseIn(ev *desktop.MouseEvent) { e.hover(e.overBar(ev.Position)) }

// MouseMoved shows it, too.
func (e *longEntry) MouseMoved(ev *desktop.MouseEvent) { e.hover(e.overBar(ev.Position)) }

// MouseOut ends that.
func (e *longEntry) MouseOut() { e.hover(false) }

func (e *longEntry) hover(onBar bool) {
	if e.mouse.onBar != onBar {
		e.mouse.onBar = onBar
		e.placeBar()
		redraw(e)
	}
}

// Cursor is that of a text, but over the bar.
func (e *longEntry) Cursor() desktop.Cursor {
	if e.mouse.onBar || e.mouse.barred {
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}

// TappedSecondary opens the menu.
func (e *longEntry) TappedSecondary(ev *fyne.PointEvent) { e.openMenu(ev.Position) }

// openMenu offers what can be done with the text.
func (e *longEntry) openMenu(at fyne.Position) {
	var before []MenuEntry
	if !e.Disabled() && e.text.CanUndo() {
		before = append(before, editEntry(e, "Undo", &fyne.ShortcutUndo{}))
	}
	if !e.Disabled() && e.text.CanRedo() {
		before = append(before, editEntry(e, "Redo", &fyne.ShortcutRedo{}))
	}
	showEditMenu(e, at, false, before...)
}
