package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// CheckItem is a line of a list that is ticked off.
type CheckItem struct {
	Key     string // what it is: a line with the same key keeps its place and its object
	Title   string
	Caption []Run
	Chip    string // a mark at the end of the line; "" for none
	Kind    Kind   // of the chip
	Done    bool
	Strong  bool // the one that is being worked on
	Fixed   bool // it is not to be ticked: without a box, or with the tick that it has
}

// CheckListSpec is what such a list does; anything may be nil.
type CheckListSpec struct {
	Tick   func(key string, on bool)
	Open   func(key string)             // Enter, or a click beside the box
	Menu   func(key string) []MenuEntry // right click, the menu key
	Move   func(key string, to int)     // Alt with Up and Down, or dragging; nil: the order is fixed
	Remove func(key string)             // Delete
	Key    func(key string, ev *fyne.KeyEvent) bool
	Type   func(letter string) // a letter typed while the list has the focus: it is meant for the field that adds a line
}

// CheckList shows lines of any height with a box to tick each: where what is shown can only be read, the boxes look off and
// say why. It is one stop for Tab: Up and Down go from line
// to line, Space ticks, Enter opens, Delete removes, Alt with Up or Down moves the line, the pointer drags it.
type CheckList struct {
	widget.BaseWidget

	spec    CheckListSpec
	rows    []*checkRow
	current int
	focused bool
	unasked bool // the focus came by itself: nobody has chosen the present line
	drag    *checkRow
	target  int // the gap that the dragged line would go to
	mark    *canvas.Rectangle
	editKey string
	editor  fyne.CanvasObject
}

var (
	_ fyne.Widget       = (*CheckList)(nil)
	_ fyne.Focusable    = (*CheckList)(nil)
	_ fyne.Shortcutable = (*CheckList)(nil)
	_ Fitter            = (*CheckList)(nil)
	_ Parent            = (*CheckList)(nil)
)

// NewCheckList makes an empty list.
func NewCheckList(spec CheckListSpec) *CheckList {
	l := &CheckList{spec: spec, mark: &canvas.Rectangle{}}
	l.mark.Hide()
	l.ExtendBaseWidget(l)
	return l
}

// SetItems shows other lines. Those whose key stays keep their object; a line that says the same costs nothing.
func (l *CheckList) SetItems(items []CheckItem) {
	old := make(map[string]*checkRow, len(l.rows))
	for _, r := range l.rows {
		old[r.item.Key] = r
	}
	at := l.CurrentKey()
	changed := len(items) != len(l.rows)
	rows := make([]*checkRow, len(items))
	for i, item := range items {
		r := old[item.Key]
		if r == nil {
			r = newCheckRow(l)
		}
		taller := r.set(item)
		changed = changed || taller || i >= len(l.rows) || l.rows[i] != r
		r.setLast(i == len(items)-1)
		rows[i] = r
	}
	l.rows = rows
	if i := l.indexOf(at); i >= 0 {
		l.current = i
	}
	l.current = max(min(l.current, len(rows)-1), 0)
	l.look()
	if changed {
		l.Refresh()
		Relayout(l)
	}
}

// SetItem shows one line that says something else now, such as the time that is left.
func (l *CheckList) SetItem(item CheckItem) {
	if i := l.indexOf(item.Key); i >= 0 && l.rows[i].set(item) {
		l.Refresh()
		Relayout(l)
	}
}

// CurrentKey gives the key of the present line; "" where there is none.
func (l *CheckList) CurrentKey() string {
	if l.current >= len(l.rows) {
		return ""
	}
	return l.rows[l.current].item.Key
}

// Select makes a line the present one and scrolls to it.
func (l *CheckList) Select(key string) {
	if i := l.indexOf(key); i >= 0 {
		l.to(i)
	}
}

// Edit shows an editor in the place of a line; a nil editor shows the line again.
func (l *CheckList) Edit(key string, editor fyne.CanvasObject) {
	l.editKey, l.editor = key, editor
	l.Refresh()
	Relayout(l)
}

// Editing gives the key of the line that is edited; "" for none, or where that line is not there any more.
func (l *CheckList) Editing() string {
	if l.editor == nil || l.indexOf(l.editKey) < 0 {
		return ""
	}
	return l.editKey
}

func (l *CheckList) indexOf(key string) int {
	for i, r := range l.rows {
		if r.item.Key == key {
			return i
		}
	}
	return -1
}

// look shows which line is the present one.
func (l *CheckList) look() {
	for i, r := range l.rows {
		r.setActive(l.focused && i == l.current)
	}
}

func (l *CheckList) to(i int) {
	l.current = max(min(i, len(l.rows)-1), 0)
	l.look()
	if l.current < len(l.rows) {
		reveal(l.rows[l.current])
	}
}

// FocusGained shows the present line.
func (l *CheckList) FocusGained() {
	l.focused, l.unasked = true, false
	l.to(l.current)
}

// Unasked is told that the focus came back without anybody asking for it, as when a click closed a menu: Space ticks nothing
// until a line is chosen.
func (l *CheckList) Unasked() { l.unasked = true }

// FocusLost shows that keys go elsewhere.
func (l *CheckList) FocusLost() {
	l.focused = false
	l.look()
}

// TypedRune hands letters on; keys come through TypedKey.
func (l *CheckList) TypedRune(r rune) {
	if l.spec.Type != nil && r != ' ' {
		l.spec.Type(string(r))
	}
}

// TypedKey moves, ticks, opens and removes.
func (l *CheckList) TypedKey(ev *fyne.KeyEvent) {
	if len(l.rows) == 0 {
		BubbleKey(l, ev)
		return
	}
	key := l.CurrentKey()
	if l.spec.Key != nil && l.spec.Key(key, ev) {
		return
	}
	if ev.Name == fyne.KeySpace && l.unasked {
		return
	}
	l.unasked = false
	switch ev.Name {
	case fyne.KeyDown:
		l.to(l.current + 1)
	case fyne.KeyUp:
		l.to(l.current - 1)
	case fyne.KeyPageDown:
		l.to(l.current + 8)
	case fyne.KeyPageUp:
		l.to(l.current - 8)
	case fyne.KeyHome:
		l.to(0)
	case fyne.KeyEnd:
		l.to(len(l.rows) - 1)
	case fyne.KeySpace:
		l.tick(l.rows[l.current])
	case fyne.KeyReturn, fyne.KeyEnter:
		if !l.open(key) {
			BubbleKey(l, ev)
		}
	case fyne.KeyDelete:
		if l.spec.Remove != nil {
			l.spec.Remove(key)
		}
	case keyMenu, fyne.KeyF10:
		r := l.rows[l.current]
		l.menu(r, fyne.NewPos(Px(24), r.Size().Height))
	default:
		BubbleKey(l, ev)
	}
}

// TypedShortcut moves the present line by Alt with Up and Down.
func (l *CheckList) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierAlt && l.spec.Move != nil && len(l.rows) > 0 {
		switch c.KeyName {
		case fyne.KeyUp:
			l.move(l.current, l.current-1)
			return
		case fyne.KeyDown:
			l.move(l.current, l.current+1)
			return
		}
	}
	BubbleShortcut(l, s)
}

// move asks for a line to go to another place, and shows it there at once.
func (l *CheckList) move(from, to int) {
	if to < 0 || to >= len(l.rows) || to == from {
		return
	}
	r := l.rows[from]
	if refuse(l) {
		return
	}
	rows := append(l.rows[:from:from], l.rows[from+1:]...)
	l.rows = append(rows[:to:to], append([]*checkRow{r}, rows[to:]...)...)
	for i, row := range l.rows {
		row.setLast(i == len(l.rows)-1)
	}
	l.current = to
	l.Refresh()
	l.to(to)
	l.spec.Move(r.item.Key, to)
}

func (l *CheckList) tick(r *checkRow) {
	if l.spec.Tick == nil || r.item.Fixed {
		return
	}
	if refuse(l) {
		return
	}
	item := r.item
	item.Done = !item.Done
	r.set(item)
	l.spec.Tick(item.Key, item.Done)
}

func (l *CheckList) open(key string) bool {
	if l.spec.Open == nil {
		return false
	}
	l.spec.Open(key)
	return true
}

func (l *CheckList) menu(r *checkRow, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(l)
	if l.spec.Menu == nil || c == nil {
		return
	}
	ShowMenu(c, fyne.CurrentApp().Driver().AbsolutePositionForObject(r).Add(at), l.spec.Menu(r.item.Key))
}

// Children gives the lines, and the editor in the place of the one that is edited.
func (l *CheckList) Children() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(l.rows))
	for i, r := range l.rows {
		out[i] = r
		if l.editor != nil && r.item.Key == l.editKey {
			out[i] = l.editor
		}
	}
	return out
}

// HeightFor gives the height of all lines.
func (l *CheckList) HeightFor(width float32) float32 {
	h := float32(0)
	for _, o := range l.Children() {
		h += HeightFor(o, width)
	}
	return h
}

// NaturalWidth takes what there is.
func (l *CheckList) NaturalWidth() float32 { return paintFor(l).px(240) }

// CreateRenderer is the toolkit's way to draw a widget.
func (l *CheckList) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   l,
		objects: func() []fyne.CanvasObject { return append(l.Children(), l.mark) },
		min: func() fyne.Size {
			w := paintFor(l).px(120)
			return fyne.NewSize(w, l.HeightFor(max(l.Size().Width, w)))
		},
		layout:  l.layout,
		refresh: func() {},
	}
}

func (l *CheckList) layout(s fyne.Size) {
	y := float32(0)
	for _, o := range l.Children() {
		h := HeightFor(o, s.Width)
		place(o, 0, y, s.Width, h)
		y += h
	}
	l.showMark()
}
