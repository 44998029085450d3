package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
)

// Entry gives the key of the entry that the keys are at; "" while they go from day to day.
func (g *MonthGrid) Entry() string { return g.entry }

// Select brings the keys to an entry, on the present day where it has it, else on the first one that does, and tells whether there
// is such an entry.
func (g *MonthGrid) Select(key string) bool {
	d := g.at
	for i := 0; !g.has(d, key); i++ {
		if i == 7*g.spec.Weeks {
			return false
		}
		d = g.spec.First.AddDays(i)
	}
	g.at, g.entry = d, key
	g.Refresh()
	return true
}

// CanMove tells whether the entry of a key can be moved.
func (g *MonthGrid) CanMove(key string) bool {
	for _, on := range g.spec.Days {
		if i := slices.IndexFunc(on, func(e GridBlock) bool { return e.Key == key }); i >= 0 {
			return g.movable(on[i])
		}
	}
	return false
}

// Movable tells whether the keys are at an entry that can be moved, or at a day that has one.
func (g *MonthGrid) Movable() bool { return g.taken() != "" }

// Shift takes that entry along by days, as keys do: it is on its way until Enter puts it down or Escape puts it back. It
// tells whether there is one. It stays within the weeks on show.
func (g *MonthGrid) Shift(days int) bool {
	if g.drag == nil {
		key := g.taken()
		if key == "" || refuse(g) {
			return false
		}
		g.entry = key
		g.drag = &dayDrag{key: key, from: g.at, to: g.at, keys: true}
	}
	if !g.drag.keys {
		return false // the pointer has it
	}
	to := g.drag.to.AddDays(days)
	if !g.shows(to) {
		to = g.drag.to
	}
	g.propose(to, true)
	return true
}

// Choose brings the keys to the first entry of the present day, and tells whether it has one.
func (g *MonthGrid) Choose() bool {
	on := asTheDayGoes(g.spec.Days[g.at])
	if len(on) == 0 {
		return false
	}
	g.goTo(on[0].Key)
	return true
}

// taken gives the key of the entry that would be moved: that which the keys are at; at a day, its first that can be; "" for none.
func (g *MonthGrid) taken() string {
	for _, e := range asTheDayGoes(g.spec.Days[g.at]) {
		if (g.entry == "" || g.entry == e.Key) && g.movable(e) {
			return e.Key
		}
	}
	return ""
}

func (g *MonthGrid) movable(e GridBlock) bool { return g.acts.Move != nil && !e.Fixed && !e.Loose }

// shows tells whether a day is among the weeks on show.
func (g *MonthGrid) shows(d core.Date) bool {
	return !d.Before(g.spec.First) && d.Before(g.spec.First.AddDays(7*g.spec.Weeks))
}

func (g *MonthGrid) has(d core.Date, key string) bool {
	return key != "" && slices.ContainsFunc(g.spec.Days[d], func(e GridBlock) bool { return e.Key == key })
}

// inHand tells whether an entry is the one on its way, or the one that the keys are at.
func (g *MonthGrid) inHand(e placed) bool {
	if g.drag != nil {
		return g.drag.key == e.block.Key
	}
	return g.focused && e.day == g.at && e.block.Key == g.entry
}

// withEntry gives those entries of a day that have room, with that which the keys are at among them: in place of the last
// where it has none.
func (g *MonthGrid) withEntry(d core.Date, entries []GridBlock, room int) []GridBlock {
	i := slices.IndexFunc(entries, func(e GridBlock) bool { return e.Key == g.entry })
	if d != g.at || i < room || room == 0 {
		return entries[:room]
	}
	return append(slices.Clone(entries[:room-1]), entries[i])
}

// FocusGained shows the present day.
func (g *MonthGrid) FocusGained() {
	g.focused = true
	g.Refresh()
}

// FocusLost ends what FocusGained began.
func (g *MonthGrid) FocusLost() {
	g.focused = false
	g.hideTip() // it may have come by keys
	g.putBack()
	g.Refresh()
}

// TypedRune does nothing: keys come through TypedKey.
func (g *MonthGrid) TypedRune(rune) {}

// TypedKey goes from day to day, or among the entries of one. At the first and the last day the key goes on to the page, which
// may show other weeks.
func (g *MonthGrid) TypedKey(ev *fyne.KeyEvent) {
	if g.drag != nil {
		g.onItsWay(ev.Name)
		return
	}
	if g.entry != "" && g.amongEntries(ev.Name) {
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.acts.Day != nil {
			g.acts.Day(g.at)
		}
	case fyne.KeySpace:
		g.Choose()
	case keyMenu, fyne.KeyF10:
		g.dayMenu()
	default:
		days, arrow := daysOf(ev.Name)
		if !arrow {
			BubbleKey(g, ev)
			return
		}
		g.SetDate(g.at.AddDays(days))
	}
}

// onItsWay takes the keys while an entry is on its way: those that it goes by lead it on, put it down or back; while the
// pointer has it, only the last.
func (g *MonthGrid) onItsWay(key fyne.KeyName) {
	days, arrow := daysOf(key)
	switch {
	case key == fyne.KeyEscape:
		g.putBack()
	case !g.drag.keys:
	case arrow:
		g.Shift(days)
	case key == fyne.KeyReturn || key == fyne.KeyEnter || key == fyne.KeySpace:
		g.putDown()
	}
}

// amongEntries takes the keys that lead up and down among the entries of the day, open one, or lead back to the days, and
// tells whether it took this one.
func (g *MonthGrid) amongEntries(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyUp:
		g.step(-1)
	case fyne.KeyDown:
		g.step(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if g.acts.Open != nil {
			g.acts.Open(g.entry)
		}
	case fyne.KeyEscape:
		g.SetDate(g.at)
	default:
		return false
	}
	return true
}

func (g *MonthGrid) step(by int) {
	on := asTheDayGoes(g.spec.Days[g.at])
	i := slices.IndexFunc(on, func(e GridBlock) bool { return e.Key == g.entry })
	g.goTo(on[max(min(i+by, len(on)-1), 0)].Key)
}

// goTo brings the keys to an entry of the present day, which then says what it has no room for.
func (g *MonthGrid) goTo(key string) {
	g.hideTip()
	g.entry = key
	g.Refresh()
	for i, e := range g.shown {
		if e.day == g.at && e.block.Key == key {
			g.tipped, g.tipOn = key, g.faces[i]
			scheduleTip(g.tipOn.back, g.tipOf(i))
		}
	}
}

// daysOf says how many days an arrow goes on, and whether a key is one.
func daysOf(key fyne.KeyName) (days int, arrow bool) {
	switch key {
	case fyne.KeyLeft:
		return -1, true
	case fyne.KeyRight:
		return 1, true
	case fyne.KeyUp:
		return -7, true
	case fyne.KeyDown:
		return 7, true
	}
	return 0, false
}

// TypedShortcut moves by Ctrl with arrows; other shortcuts belong to the window. To undo while an entry is on its way is to
// put it back.
func (g *MonthGrid) TypedShortcut(s fyne.Shortcut) {
	if _, undo := s.(*fyne.ShortcutUndo); undo && g.drag != nil {
		g.putBack()
		return
	}
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierControl {
		if days, arrow := daysOf(c.KeyName); arrow && g.Shift(days) {
			return
		}
	}
	BubbleShortcut(g, s)
}

// dayMenu opens the menu of the entry that the keys are at, or else of the first of the present day.
func (g *MonthGrid) dayMenu() {
	on := g.spec.Days[g.at]
	if len(on) == 0 || g.acts.Menu == nil {
		return
	}
	key := g.entry
	if key == "" {
		key = on[0].Key
	}
	at := fyne.NewPos(0, 0)
	for _, e := range g.shown {
		if e.block.Key == key && e.day == g.at {
			at = fyne.NewPos(e.x, e.y+e.h)
		}
	}
	g.acts.Menu(key, fyne.CurrentApp().Driver().AbsolutePositionForObject(g).Add(at))
}
