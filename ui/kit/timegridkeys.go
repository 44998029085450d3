package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows the present place.
func (b *gridBody) FocusGained() {
	b.focused = true
	b.Refresh()
}

// FocusLost puts back what was on its way.
func (b *gridBody) FocusLost() {
	b.focused = false
	b.letGo()
	b.hideTip() // it may have come by keys
	b.Refresh()
}

// TypedRune does nothing: keys come through TypedKey.
func (b *gridBody) TypedRune(rune) {}

// TypedKey goes from place to place, opens, makes, puts down and puts back. A block that is on its way goes with the
// arrows.
func (b *gridBody) TypedKey(ev *fyne.KeyEvent) {
	if b.dragging {
		if ev.Name == fyne.KeyEscape {
			b.putBack()
		}
		return // the pointer has it
	}
	if b.move != nil {
		days, minutes := arrow(ev.Name)
		switch ev.Name {
		case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
			b.putDown()
		case fyne.KeyEscape:
			b.putBack()
		default:
			if days != 0 || minutes != 0 {
				b.shiftBy(days, minutes, false)
			}
		}
		return // nothing else while a block is on its way
	}
	switch ev.Name {
	case fyne.KeyLeft:
		b.toDay(b.at.day - 1)
	case fyne.KeyRight:
		b.toDay(b.at.day + 1)
	case fyne.KeyUp:
		b.step(-1)
	case fyne.KeyDown:
		b.step(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.act()
	case keyMenu, fyne.KeyF10:
		b.menu()
	default:
		BubbleKey(b, ev)
	}
}

// act opens the present block, or makes something in the present free time.
func (b *gridBody) act() {
	switch {
	case b.at.key != "" && b.grid.acts.Open != nil:
		b.grid.acts.Open(b.at.key)
	case b.at.key == "" && b.grid.acts.New != nil:
		b.grid.acts.New(b.at.day, b.at.from, b.at.to)
	}
}

func (b *gridBody) menu() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	if b.at.key == "" && b.grid.acts.Free != nil {
		px, py, _, h := b.room().box(b.at.day, Span{b.at.from, b.at.to}, Lane{Of: 1})
		b.grid.acts.Free(b.at.day, b.at.from, b.at.to, at.AddXY(px, py+h))
		return
	}
	x, ok := b.block(b.at.key)
	if !ok || b.grid.acts.Menu == nil {
		return
	}
	px, py, _, h := b.room().box(x.Day, Span{x.From, x.To}, Lane{Of: 1})
	b.grid.acts.Menu(x.Key, at.AddXY(px, py+h))
}

// stops lists the places of a day, in order: its blocks, and the half hours that no block touches.
func (b *gridBody) stops(day int) []gridStop {
	var out []gridStop
	for _, x := range b.grid.spec.Blocks {
		if x.Day == day {
			out = append(out, gridStop{day, x.From, x.To, x.Key})
		}
	}
	blocks := len(out)
	for m := 0; m < 24*60; m += 30 {
		free := true
		for _, s := range out[:blocks] {
			free = free && (s.from >= m+30 || s.to <= m)
		}
		if free {
			out = append(out, gridStop{day: day, from: m, to: m + 30})
		}
	}
	slices.SortStableFunc(out, func(a, z gridStop) int { return a.from - z.from })
	return out
}

// step goes to the next place of the day, or the one before.
func (b *gridBody) step(by int) {
	stops := b.stops(b.at.day)
	i := slices.Index(stops, b.at)
	if i < 0 {
		i = nearest(stops, b.at.from) - max(by, 0)
	}
	b.goTo(stops[max(min(i+by, len(stops)-1), 0)])
}

// toDay goes to the place of another day at about the same time.
func (b *gridBody) toDay(day int) {
	if day < 0 || day >= len(b.grid.spec.Days) {
		return
	}
	stops := b.stops(day)
	b.goTo(stops[nearest(stops, b.at.from)])
}

func nearest(stops []gridStop, minute int) int {
	best := 0
	for i, s := range stops {
		if s.from <= minute {
			best = i
		}
	}
	return best
}

func (b *gridBody) goTo(s gridStop) {
	b.at, b.chosen = s, true
	b.reveal(s.from, s.to)
	b.Refresh()
	b.tip(s.key)
	b.seen()
}

// seen tells that somebody has gone to the present block.
func (b *gridBody) seen() { b.tellSeen(b.at.key) }

func (b *gridBody) tellSeen(key string) {
	if key != "" && b.grid.acts.Seen != nil {
		b.grid.acts.Seen(key)
	}
}

// putBack leaves a block that is on its way where it was.
func (b *gridBody) putBack() {
	b.letGo()
	b.Refresh()
}

// letGo forgets what is on its way. A drag that goes on takes nothing along any more until the button is up.
func (b *gridBody) letGo() { b.move, b.pressed, b.dropped = nil, nil, b.dragging }

// TypedShortcut moves and stretches by Ctrl with arrows; other shortcuts belong to the window. To undo while a block is on
// its way is to put it back: what was done before that is not what anybody means then.
func (b *gridBody) TypedShortcut(s fyne.Shortcut) {
	if _, undo := s.(*fyne.ShortcutUndo); undo && b.move != nil {
		b.putBack()
		return
	}
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || !b.shift(c) {
		BubbleShortcut(b, s)
	}
}

func (b *gridBody) shift(c *desktop.CustomShortcut) bool {
	days, minutes := arrow(c.KeyName)
	if days == 0 && minutes == 0 {
		return false
	}
	switch c.Modifier {
	case fyne.KeyModifierControl:
		return b.shiftBy(days, minutes, false)
	case fyne.KeyModifierControl | fyne.KeyModifierShift:
		return b.shiftBy(0, minutes, true)
	}
	return false
}

// arrow says how far an arrow moves a block.
func arrow(key fyne.KeyName) (days, minutes int) {
	switch key {
	case fyne.KeyLeft:
		days = -1
	case fyne.KeyRight:
		days = 1
	case fyne.KeyUp:
		minutes = -GridStep
	case fyne.KeyDown:
		minutes = GridStep
	}
	return days, minutes
}

// shiftBy takes the present block along, or moves its end; false where there is none that can move.
func (b *gridBody) shiftBy(days, minutes int, stretch bool) bool {
	x, ok := b.block(b.at.key)
	if !ok || !b.movable(x) {
		return false
	}
	at := gridMove{key: x.Key, day: x.Day, from: x.From, to: x.From + x.length()}
	if stretch {
		at.to = x.end()
	}
	if b.move != nil {
		at = *b.move
	}
	at.keys = true
	if stretch {
		at.stretched, at.to = true, min(max(at.to+minutes, at.from+GridStep), nextMidnight) // no pointer is at the day's end here
	} else {
		length := at.to - at.from
		if at.day += days; x.Over > 0 {
			at.from = max(at.from+minutes, 0)
			at = b.onItsDay(at, length)
		} else {
			at.from = max(min(at.from+minutes, 24*60-length), 0)
			at.to = at.from + length
		}
	}
	b.propose(at)
	return true
}
