package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/kit"
)

// frame is the window's content: sidebar, top bar, banner, page, status bar, and the layer for messages.
type frame struct {
	widget.BaseWidget

	sized func(fyne.Size)   // is told of another size of the window; nil for nobody
	size  fyne.Size         // that was told of last
	onCut func(letters int) // of a paste, only so much came
	still bool              // what gets the focus now gets it by itself: nobody asked to see it

	ground    *kit.Panel // the driver clears the window with a colour that is a little off
	sidebar   *sidebar
	topbar    *topbar
	status    *statusbar
	banner    *fyne.Container
	body      *fyne.Container
	floats    *kit.Floats
	hold      *keyHold
	banners   []*banner
	page      Page
	room      roomBelow
	pointed   bool // the pointer was on the page last, not the keys
	pointedAt fyne.CanvasObject
	bare      bool
	reading   func() string              // why nothing can be changed; nil: everything can
	refuse    func()                     // says so
	taking    func(menu []kit.MenuEntry) // takes menus in place of their being shown; nil where they are
	all       *fyne.Container
}

var (
	_ fyne.Widget    = (*frame)(nil)
	_ kit.Floating   = (*frame)(nil)
	_ kit.Revealer   = (*frame)(nil)
	_ kit.Relayouter = (*frame)(nil)
	_ kit.Hovering   = (*frame)(nil)
	_ kit.MenuTaker  = (*frame)(nil)
	_ kit.Parent     = (*frame)(nil)
	_ Keyer          = (*frame)(nil)
	_ kit.Reading    = (*frame)(nil)
)

func newFrame(s *Shell, brand string, after kit.After) *frame {
	f := &frame{
		onCut:  func(letters int) { s.Toast(s.words(wordPasteCut, "count", letters)) },
		ground: kit.NewPanel(kit.ColorGround, "", 0), sidebar: newSidebar(s, brand), topbar: newTopbar(s), status: newStatusbar(s),
		banner: kit.Stack(6), body: container.NewStack(), floats: kit.NewFloats(after),
	}
	f.hold = newKeyHold(s)
	f.bare, f.reading = s.cfg.Bare, s.cfg.Reading
	if told := s.cfg.Sized; told != nil {
		f.sized = func(size fyne.Size) {
			s.cfg.Dispatch(func() { // not while everything gets its place
				if !s.closed {
					told(size)
				}
			})
		}
	}
	f.refuse = func() {
		if s.Dialogs.Refuse != nil {
			s.Dialogs.Refuse()
		}
	}
	for _, o := range []fyne.CanvasObject{f.sidebar.all, f.topbar.all, f.status.all} {
		if f.bare {
			o.Hide()
		}
	}
	f.all = &fyne.Container{Objects: []fyne.CanvasObject{f.ground, f.sidebar.all, f.topbar.all, f.banner, f.body, f.status.all, f.floats, f.hold}}
	f.all.Layout = &frameLayout{f}
	f.ExtendBaseWidget(f)
	return f
}

// show puts a page in place.
func (f *frame) show(p Page) {
	f.page = p
	f.room.drop()
	f.topbar.set(p.Header())
	f.body.Objects = []fyne.CanvasObject{p.Object()}
	f.all.Refresh()
}

// focused gives what has the focus in the window's content; nil while an overlay has it.
func (f *frame) focused(c fyne.Canvas) fyne.Focusable {
	if c.Overlays().Top() != nil {
		return nil
	}
	return c.Focused()
}

// Reading tells why nothing can be changed in the workspace; "" where it can.
func (f *frame) Reading() string {
	if f.reading == nil {
		return ""
	}
	return f.reading()
}

// Refuse says that nothing can be changed, to somebody who has tried.
func (f *frame) Refuse() { f.refuse() }

// Floats gives the layer for messages and tooltips.
func (f *frame) Floats() *kit.Floats { return f.floats }

// Reveal scrolls what has got the focus into view, where somebody has brought it there.
func (f *frame) Reveal(o fyne.CanvasObject) {
	if f.still {
		return
	}
	f.sidebar.scroll.Reveal(o)
	if r, ok := f.page.(kit.Revealer); ok {
		r.Reveal(o)
	}
	if f.pointedAt == nil || !kit.Contains(o, f.pointedAt) && !kit.Contains(f.pointedAt, o) { // the keys came here, not a click
		f.pointed = false
		f.giveBack()
	}
}

// Relayout makes room for what became taller.
func (f *frame) Relayout() {
	if r, ok := f.page.(kit.Relayouter); ok {
		r.Relayout()
	}
}

// makeRoom gives messages their room below the page, so that they cover nothing that can be pressed.
func (f *frame) makeRoom() {
	if !f.pointed { // nothing moves under a pointer
		f.room.drop()
	}
	f.all.Layout.Layout(f.all.Objects, f.all.Size())
}

// makeWay lets messages stand beside what has come into the status bar, or gone.
func (f *frame) makeWay() {
	if len(f.floats.Toasts()) > 0 {
		f.makeRoom()
		f.floats.Refresh()
	}
}

// TakeMenu implements kit.MenuTaker: while it is asked what can be done with something, no menu opens.
func (f *frame) TakeMenu(entries []kit.MenuEntry) bool {
	if f.taking == nil {
		return false
	}
	f.taking(entries)
	return true
}

// Hovered is told what the pointer has come to. Away from the page, the room that messages have left is given back to it.
func (f *frame) Hovered(o fyne.CanvasObject) {
	f.pointed, f.pointedAt = kit.Contains(f.body, o), o
	f.giveBack()
}

// giveBack gives the page the room that messages have left, unless the pointer is on it.
func (f *frame) giveBack() {
	if !f.pointed && f.room.kept(f.floats.ToastRoom()) {
		f.makeRoom()
	}
}

// Key gives keys that nobody used to the page. Escape, if it has no use for that either, takes messages away.
func (f *frame) Key(ev *fyne.KeyEvent) bool {
	if k, ok := f.page.(Keyer); ok && k.Key(ev) {
		return true
	}
	if ev.Name != fyne.KeyEscape || len(f.floats.Toasts()) == 0 {
		return false
	}
	f.pointed = false // whoever works by keys presses nothing under the pointer
	f.floats.DismissToasts()
	return true
}

// KeepInPlace lets the page keep what is edited in its place.
func (f *frame) KeepInPlace() bool {
	k, ok := f.page.(PlaceKeeper)
	return ok && k.KeepInPlace()
}

// Children gives the parts in reading order.
func (f *frame) Children() []fyne.CanvasObject { return f.all.Objects }

// MinSize is the least window that everything works in, whatever the scale: the screen does not grow with it.
func (f *frame) MinSize() fyne.Size { return fyne.NewSize(600, 380) }

// CreateRenderer is the toolkit's way to draw a widget.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.all) }

type frameLayout struct{ f *frame }

func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *frameLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	f, side, status := l.f, sideWidth(s.Width), kit.Px(statusHeight)
	put(f.ground, 0, 0, s.Width, s.Height)
	if f.sized != nil && s != f.size {
		f.size = s
		f.sized(s)
	}
	if f.bare {
		side, status = 0, 0
	}
	f.sidebar.fold(folds(s.Width))
	put(f.sidebar.all, 0, 0, side, s.Height)
	w := s.Width - side
	top := float32(0)
	if !f.bare {
		top = f.topbar.height(w)
	}
	put(f.topbar.all, side, 0, w, top)
	from, to := f.status.free(w)
	f.floats.SetPlace(kit.ToastPlace{Left: side + from, Right: side + to, Foot: status}, f.makeRoom)
	toasts := f.room.keep(f.floats.ToastRoom(), s)
	y := top
	if len(f.banner.Objects) > 0 {
		margin := kit.SizeOf(kit.SizeMargin)
		h := kit.HeightFor(f.banner, w-2*margin)
		put(f.banner, side+margin, y+kit.Px(10), w-2*margin, h)
		y += h + kit.Px(10)
	}
	put(f.body, side, y, w, s.Height-y-status-toasts)
	f.status.under = max(f.floats.ToastsTo()-side, 0)
	put(f.status.all, side, s.Height-status, w, status)
	f.status.Layout(nil, fyne.NewSize(w, status))
	put(f.floats, 0, 0, s.Width, s.Height)
}

// PasteCut says that only so many letters of what was pasted came into a field: nothing is lost in silence.
func (f *frame) PasteCut(letters int) { f.onCut(letters) }
