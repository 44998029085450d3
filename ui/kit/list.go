package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// ListSpec is what a list shows and does.
type ListSpec struct {
	Length func() int
	Create func() fyne.CanvasObject            // an empty row; makes objects and nothing else
	Update func(i int, row fyne.CanvasObject)  // fills a row; reads memory and nothing else
	Height float32                             // of a row in units; SizeRow where it is less
	Taller func(width float32) float32         // the same in a list so many units wide; nil: Height in any
	Open   func(i int)                         // Enter or a click
	Menu   func(i int, at fyne.Position)       // right click, the menu key; nil for none
	Moved  func(i int)                         // the present row changed; nil for none
	Label  func(i int) string                  // what typing the first letters finds; nil for nothing
	Other  func(typed string)                  // letters that no row begins with; nil: they are dropped
	Key    func(i int, ev *fyne.KeyEvent) bool // keys of the screen's own, such as Delete; nil for none
	Follow bool                                // shows the present row also while something else has the focus, such as a search field
	Faint  func() bool                         // of a list that follows: the present row is what Enter takes, and no key has gone to it yet; nil: one has
	Chosen func(i int) bool                    // tells of a row that shows as the present one whatever has the focus, as what is open beside; nil for none
	Now    func() time.Time                    // tells letters typed together; nil: all belong together
}

// List shows any number of rows of one height and makes only as many objects as are in view. It is one stop
// for Tab; arrows, Page Up, Page Down, Home, End and first letters move in it. The toolkit's own list has
// only Up, Down and Space, a fixed gap between rows, and keeps Escape to itself.
type List struct {
	widget.BaseWidget

	spec    ListSpec
	scroll  *Roller
	body    *fyne.Container
	rows    []*listRow
	current int
	focused bool
	typed   string
	typedAt time.Time
	empty   fyne.CanvasObject
	wish    float32     // the place to come back to once there are as many rows again; 0 for none
	present func(i int) // what shows the present row elsewhere; nil for nothing
}

var (
	_ fyne.Widget      = (*List)(nil)
	_ fyne.Focusable   = (*List)(nil)
	_ fyne.Disableable = (*List)(nil)
)

// NewList makes a list.
func NewList(spec ListSpec) *List {
	l := &List{spec: spec}
	l.body = container.New(&listLayout{l})
	l.scroll = newRoller(l.body, container.ScrollVerticalOnly)
	l.scroll.OnScrolled = func(fyne.Position) {
		l.wish = 0
		l.arrange(false)
	}
	l.ExtendBaseWidget(l)
	return l
}

// WhenEmpty sets what stands in the place of rows where there are none, and gives the list back.
func (l *List) WhenEmpty(o fyne.CanvasObject) *List {
	l.empty = o
	return l
}

// Disabled tells that the list takes no focus: it has no row, and in their place stands a button, which takes it.
func (l *List) Disabled() bool {
	return l.empty != nil && l.spec.Length() == 0 && FirstFocusable(l.empty) != nil
}

// First gives what has the focus first: the list, or the button that stands in the place of its rows.
func (l *List) First() fyne.Focusable {
	if l.Disabled() {
		return FirstFocusable(l.empty)
	}
	return l
}

// Disable does nothing: what the list holds has the say.
func (l *List) Disable() {}

// Enable does nothing: what the list holds has the say.
func (l *List) Enable() {}

// Current gives the present row.
func (l *List) Current() int { return l.current }

// SetCurrent makes a row the present one and scrolls to it, without telling anybody.
func (l *List) SetCurrent(i int) {
	l.current = max(min(i, l.spec.Length()-1), 0)
	l.show(l.current)
	l.arrange(true)
	l.tell()
}

// tell tells what shows the present row elsewhere.
func (l *List) tell() {
	if l.present != nil {
		l.present(l.current)
	}
}

// At tells how far the list is scrolled, in units.
func (l *List) At() float32 { return l.scroll.Offset.Y }

// To scrolls the list.
func (l *List) To(y float32) {
	l.wish = 0
	y = max(min(y, l.contentHeight()-l.scroll.Size().Height), 0)
	l.scroll.ScrollToOffset(fyne.NewPos(0, y))
	l.arrange(false)
}

// Return is To for who comes back: where the rows are still being read, it goes there as soon as they are.
func (l *List) Return(y float32) {
	l.To(y)
	if l.At() < y {
		l.wish = y
	}
}

// Refresh shows changed data.
func (l *List) Refresh() {
	l.current = max(min(l.current, l.spec.Length()-1), 0)
	l.BaseWidget.Refresh() // with the scroller, which learns how much there is now
	l.Return(max(l.scroll.Offset.Y, l.wish))
	l.arrange(true)
	l.tell()
}

// Children gives the rows in view, or what stands in their place.
func (l *List) Children() []fyne.CanvasObject {
	if l.empty != nil && l.spec.Length() == 0 {
		return []fyne.CanvasObject{l.empty}
	}
	return l.body.Objects
}

// CreateRenderer is the toolkit's way to draw a widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: l,
		objects: func() []fyne.CanvasObject {
			if l.empty != nil && l.spec.Length() == 0 {
				return []fyne.CanvasObject{l.empty}
			}
			return []fyne.CanvasObject{l.scroll}
		},
		min: func() fyne.Size {
			h := l.rowHeight()
			return fyne.NewSize(paintFor(l).px(160), h*3)
		},
		layout: func(s fyne.Size) {
			seen := s.Height < l.scroll.Size().Height && l.inView(l.current)
			place(l.scroll, 0, 0, s.Width, s.Height)
			if l.empty != nil {
				place(l.empty, 0, 0, s.Width, min(HeightFor(l.empty, s.Width), s.Height))
			}
			if l.wish > 0 { // less room is more to scroll
				l.Return(l.wish)
				return
			}
			if seen { // a list that gets lower does not hide the present row
				l.show(l.current)
			}
			l.arrange(false)
		},
	}
}

func (l *List) rowHeight() float32 {
	p, height := paintFor(l), l.spec.Height
	if l.spec.Taller != nil {
		height = l.spec.Taller(l.Size().Width / p.px(1))
	}
	return max(p.px(height), p.size(SizeRow))
}

func (l *List) contentHeight() float32 { return l.rowHeight() * float32(l.spec.Length()) }

// listLayout makes the body as tall as all rows together; arrange places those in view.
type listLayout struct{ list *List }

func (b *listLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, b.list.contentHeight())
}

func (b *listLayout) Layout([]fyne.CanvasObject, fyne.Size) { b.list.arrange(false) }

// arrange gives rows to the places in view. A row that stays in view keeps its object; all are filled anew
// when data changed, otherwise only those that show another place than before.
func (l *List) arrange(changed bool) {
	h, size := l.rowHeight(), l.scroll.Size()
	if size.Height <= 0 {
		return
	}
	n := l.spec.Length()
	first := max(min(int(l.scroll.Offset.Y/h), n-1), 0) // rows that became smaller leave it scrolled beyond its end for a moment
	last := min(int((l.scroll.Offset.Y+size.Height)/h)+1, n)
	free := map[int]*listRow{}
	for _, r := range l.rows {
		free[r.index] = r
	}
	var used, spare []*listRow
	for i, r := range free {
		if i < first || i >= last {
			spare = append(spare, r)
			delete(free, i)
		}
	}
	objects := make([]fyne.CanvasObject, 0, last-first)
	for i := first; i < last; i++ {
		r, kept := free[i]
		if !kept {
			r, spare = l.take(spare)
			r.index = i
		}
		place(r, 0, float32(i)*h, size.Width, h)
		if !kept || changed {
			l.spec.Update(i, r.child)
			r.child.Refresh() // a chip that grew moves its neighbours
		}
		present := i == l.current && (l.focused || l.spec.Follow)
		faint := present && !l.focused && l.spec.Faint != nil && l.spec.Faint()
		r.look(present && !faint || l.spec.Chosen != nil && l.spec.Chosen(i), faint, i == n-1)
		used = append(used, r)
		objects = append(objects, r)
	}
	l.rows = used
	if !sameObjects(l.body.Objects, objects) {
		l.body.Objects = objects
		canvas.Refresh(l.body)
	}
}

func (l *List) take(spare []*listRow) (*listRow, []*listRow) {
	if n := len(spare); n > 0 {
		return spare[n-1], spare[:n-1]
	}
	return newListRow(l, l.spec.Create()), spare
}

func sameObjects(a, b []fyne.CanvasObject) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// inView tells whether all of a row is to be seen.
func (l *List) inView(i int) bool {
	h, y := l.rowHeight(), l.scroll.Offset.Y
	return float32(i)*h >= y && float32(i+1)*h <= y+l.scroll.Size().Height
}

// show scrolls a row into view.
func (l *List) show(i int) {
	h := l.rowHeight()
	top, bottom := float32(i)*h, float32(i+1)*h
	switch {
	case top < l.scroll.Offset.Y:
		l.To(top)
	case bottom > l.scroll.Offset.Y+l.scroll.Size().Height:
		l.To(bottom - l.scroll.Size().Height)
	}
}

func (l *List) move(to int) {
	to = max(min(to, l.spec.Length()-1), 0)
	if to == l.current {
		return
	}
	l.current = to
	l.show(to)
	l.arrange(false)
	l.tell()
	for _, r := range l.rows {
		if HideTip(r); r.index == to && l.focused {
			scheduleTip(r, Tip{Text: r.TipText()})
		}
	}
	if l.spec.Moved != nil {
		l.spec.Moved(to)
	}
}

// FocusGained shows which row is the present one.
func (l *List) FocusGained() {
	l.focused = true
	reveal(l)
	l.arrange(false)
}

// FocusLost shows that keys go elsewhere.
func (l *List) FocusLost() {
	l.focused = false
	l.arrange(false)
}

// TypedKey moves in the list and opens rows.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	if l.spec.Key != nil && l.spec.Length() > 0 && l.spec.Key(l.current, ev) {
		return
	}
	page := max(int(l.scroll.Size().Height/l.rowHeight())-1, 1)
	switch ev.Name {
	case fyne.KeyDown:
		l.move(l.current + 1)
	case fyne.KeyUp:
		l.move(l.current - 1)
	case fyne.KeyPageDown:
		l.move(l.current + page)
	case fyne.KeyPageUp:
		l.move(l.current - page)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(l.spec.Length() - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.open(l.current)
	case keyMenu, fyne.KeyF10:
		l.menu(l.current, fyne.NewPos(l.Size().Width/3, float32(l.current+1)*l.rowHeight()-l.scroll.Offset.Y))
	default:
		BubbleKey(l, ev)
	}
}

// TypedRune looks for the row whose label begins with what is typed within a second.
func (l *List) TypedRune(r rune) {
	if l.spec.Label == nil || l.spec.Length() == 0 && l.spec.Other == nil {
		return
	}
	if l.spec.Now != nil {
		now := l.spec.Now()
		if now.Sub(l.typedAt) > time.Second {
			l.typed = ""
		}
		l.typedAt = now
	}
	l.typed += string(r)
	n, sought := l.spec.Length(), strings.ToLower(l.typed)
	for step := range min(n, 5000) {
		i := (l.current + step) % n
		if strings.HasPrefix(strings.ToLower(l.spec.Label(i)), sought) {
			l.move(i)
			return
		}
	}
	typed := l.typed
	if l.typed = ""; l.spec.Other != nil {
		l.spec.Other(typed)
	}
}

func (l *List) open(i int) {
	if i < l.spec.Length() && l.spec.Open != nil {
		l.spec.Open(i)
	}
}

func (l *List) menu(i int, at fyne.Position) {
	if i < l.spec.Length() && l.spec.Menu != nil {
		l.spec.Menu(i, fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Add(at))
	}
}

// listRow is one place in a list.
type listRow struct {
	widget.BaseWidget

	list    *List
	index   int
	child   fyne.CanvasObject
	hovered bool
	active  bool // has the keys
	faint   bool // is what Enter takes
	last    bool
	back    *canvas.Rectangle
	ring    *frame
	line    *canvas.Rectangle
}

func newListRow(l *List, child fyne.CanvasObject) *listRow {
	r := &listRow{list: l, child: child, back: &canvas.Rectangle{}, ring: newFrame(), line: &canvas.Rectangle{}}
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) look(active, faint, last bool) {
	if r.active != active || r.faint != faint || r.last != last {
		r.active, r.faint, r.last = active, faint, last
		r.Refresh()
	}
}

func (r *listRow) Children() []fyne.CanvasObject { return []fyne.CanvasObject{r.child} }

func (r *listRow) Tapped(ev *fyne.PointEvent) { Click(r, ev, r.press) }

func (r *listRow) press() {
	HideTip(r)
	r.list.current = r.index
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r.list)
	}
	r.list.arrange(false)
	r.list.open(r.index)
}

func (r *listRow) TappedSecondary(ev *fyne.PointEvent) {
	r.list.move(r.index)
	r.list.menu(r.index, fyne.NewPos(ev.Position.X, r.Position().Y-r.list.scroll.Offset.Y+ev.Position.Y))
}

// TipText gives all of what the row has room for only in part.
func (r *listRow) TipText() string { return strings.Join(cutTexts(r.child), "\n") }

func (r *listRow) MouseIn(ev *desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
	scheduleTip(r, Tip{Text: r.TipText()})
	r.MouseMoved(ev)
}

// pointed is what a row shows that tells more of the place below the pointer. It is no target of the mouse itself: the whole row
// is.
type pointed interface {
	pointAt(fyne.Position)
	pointAway()
}

func (r *listRow) MouseMoved(ev *desktop.MouseEvent) {
	if c, ok := r.child.(pointed); ok {
		c.pointAt(ev.Position.Subtract(r.child.Position()))
	}
}

func (r *listRow) MouseOut() {
	r.hovered = false
	r.Refresh()
	HideTip(r)
	if c, ok := r.child.(pointed); ok {
		c.pointAway()
	}
}

func (r *listRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   r,
		objects: these(r.back, r.line, r.ring.outer, r.ring.inner, r.child),
		min:     func() fyne.Size { return fyne.Size{} },
		layout:  r.layout,
	}
}

func (r *listRow) layout(s fyne.Size) {
	p := paintFor(r)
	r.back.FillColor, r.back.CornerRadius = p.color(ColorHover), p.px(6)
	r.back.Hidden = !r.hovered && !r.faint
	place(r.back, 0, 0, s.Width, s.Height)
	r.ring.focusRing(p, r.active, 0, 0, s.Width, s.Height)
	r.line.FillColor, r.line.Hidden = p.color(ColorHairline), r.last
	place(r.line, p.px(8), s.Height-p.px(1), s.Width-p.px(16), p.px(1))
	w := s.Width - p.px(16)
	h := min(HeightFor(r.child, w), s.Height)
	place(r.child, p.px(8), (s.Height-h)/2, w, h)
}
