package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/kit"
)

// Dialog is a question or a form over the page.
type Dialog struct {
	Title   string
	Content fyne.CanvasObject
	Confirm string      // label of the button that confirms; "" for none
	Cancel  string      // label of the other button; "" for none
	Danger  bool        // confirming takes something away: Enter alone does not do it
	Weighty bool        // confirming changes much: Enter alone does not do it, Ctrl+Enter does
	OK      func() bool // confirms; false keeps the dialog open, because a field is wrong
	Closed  func()      // after the dialog has gone, however; nil for nothing
	Leaving func()      // when the window closes while the dialog is open; nil for nothing
	Touched func()      // whenever a person has typed or chosen something in it; nil for nothing
	First   fyne.Focusable
	Width   float32 // in units; 0 means 480

	// Keys are what the dialog does by one key that no field of it uses, such as F7.
	Keys map[fyne.KeyName]func()
}

// Dialogs shows dialogs on a canvas. The toolkit's own give no first focus and know neither Escape nor Enter.
type Dialogs struct {
	canvas fyne.Canvas
	after  kit.After
	place  func() *place // where below the dialogs the focus is
	again  func(*place)  // gives it back where what had it was made anew meanwhile
	closed func()        // is told when a dialog has gone
	held   func() func() // gives what types the keys in that were pressed while the dialog was awaited

	// Refuse tells that nothing may be typed, having said why; nil: everything may.
	Refuse func() bool
	// Opened is told of each dialog as it is opened, within the call that opens it; nil for nobody to tell.
	Opened func(Dialog)
}

// NewDialogs makes the host of a canvas.
func NewDialogs(c fyne.Canvas, after kit.After) *Dialogs {
	return &Dialogs{canvas: c, after: after, place: func() *place { return nil }, again: func(*place) {}, closed: func() {}, held: func() func() { return func() {} }}
}

// Show opens a dialog: the focus goes to its first field, Escape cancels, Enter confirms, Ctrl+Enter confirms
// from a field of several lines too. Afterwards the focus is where it was.
func (h *Dialogs) Show(d Dialog) *Open {
	typed := h.held() // first: the focus is where it was
	o := &Open{host: h, spec: d, back: h.canvas.Focused(), place: h.place()}
	o.build()
	o.ExtendBaseWidget(o)
	kit.HideTips(h.canvas)
	h.canvas.Overlays().Add(o)
	o.Resize(h.canvas.Size())
	o.firstFocus()
	if h.Opened != nil {
		h.Opened(d)
	}
	typed()
	return o
}

// Unshown gives a dialog that was never on show: a closed one.
func (h *Dialogs) Unshown(d Dialog) *Open {
	o := &Open{host: h, spec: d, closed: true}
	o.build()
	o.ExtendBaseWidget(o)
	return o
}

// Leave tells the dialogs that are open that the window closes.
func (h *Dialogs) Leave() {
	for _, o := range h.canvas.Overlays().List() {
		if d, ok := o.(*Open); ok && d.spec.Leaving != nil {
			d.spec.Leaving()
		}
	}
}

// Ask asks a question of two answers.
func (h *Dialogs) Ask(title, text, confirm, cancel string, danger bool, do func()) *Open {
	return h.Show(Dialog{
		Title: title, Content: kit.NewText(text, kit.Body()), Confirm: confirm, Cancel: cancel, Danger: danger,
		OK: func() bool { do(); return true },
	})
}

// Open is a dialog on show.
type Open struct {
	widget.BaseWidget

	host    *Dialogs
	spec    Dialog
	back    fyne.Focusable
	place   *place
	closed  bool
	off     bool // there is nothing to confirm
	busy    bool // what it was confirmed for goes on
	scrim   *kit.Panel
	card    *kit.Panel
	title   *kit.Text
	scroll  *kit.Scroll
	confirm *kit.Button
	cancel  *kit.Button
	buttons *fyne.Container
	floats  *kit.Floats
	room    roomBelow
	all     *fyne.Container
	curtain *kit.Text // in place of title and content while the dialog is covered
	covered bool
	had     fyne.Focusable // what had the focus before that
}

var (
	_ fyne.Widget    = (*Open)(nil)
	_ kit.Floating   = (*Open)(nil)
	_ kit.Escaper    = (*Open)(nil)
	_ kit.Revealer   = (*Open)(nil)
	_ kit.Relayouter = (*Open)(nil)
	_ kit.Toucher    = (*Open)(nil)
	_ Keyer          = (*Open)(nil)
)

func (o *Open) build() {
	d := o.spec
	o.scrim, o.card = kit.NewPanel(kit.ColorScrim, "", 0), kit.NewPanel(kit.ColorCard, kit.ColorHairline, 10)
	o.title = kit.NewText(d.Title, kit.Style{Size: kit.SizeSubtitle, Bold: true})
	content := d.Content
	if content == nil {
		content = kit.NewRuns()
	}
	o.scroll = kit.NewScroll(kit.Pad(3, scrollEdge, 4, 4, content))
	parts := []fyne.CanvasObject{kit.Spring()}
	if d.Cancel != "" {
		o.cancel = kit.NewButton(d.Cancel, kit.Plain, o.Escape)
		parts = append(parts, o.cancel)
	}
	if d.Confirm != "" {
		kind := kit.Primary
		if d.Danger {
			kind = kit.Danger
		}
		o.confirm = kit.NewButton(d.Confirm, kind, o.confirmNow)
		parts = append(parts, o.confirm)
	}
	o.buttons = kit.Line(8, parts...)
	o.floats = kit.NewFloats(o.host.after)
	o.curtain = kit.NewText("", kit.Muted())
	o.curtain.Hide()
	o.all = &fyne.Container{Objects: []fyne.CanvasObject{o.scrim, o.card, o.title, o.scroll, o.curtain, o.buttons, o.floats}}
	o.all.Layout = &dialogLayout{o}
}

// FocusFirst gives the focus to where the dialog begins, after what had it has gone.
func (o *Open) FocusFirst() {
	if !o.closed {
		o.firstFocus()
	}
}

// firstFocus gives the focus to the first field, behind what stands there; in a dialog without fields to the button that
// does no harm.
func (o *Open) firstFocus() {
	first := o.spec.First
	if first == nil && o.spec.Content != nil {
		first = kit.FirstFocusable(o.spec.Content)
	}
	switch {
	case first != nil:
		o.host.canvas.Focus(first)
		kit.ToEnd(first)
	case o.confirm != nil && !o.spec.Danger:
		o.host.canvas.Focus(o.confirm)
	case o.cancel != nil:
		o.host.canvas.Focus(o.cancel)
	case o.confirm != nil:
		o.host.canvas.Focus(o.confirm)
	}
}

// Close takes the dialog away, with all that was opened over it, and gives the focus back.
func (o *Open) Close() {
	if o.closed {
		return
	}
	o.closed = true
	o.host.canvas.Overlays().Remove(o)
	o.handOn()
	if o.back != nil {
		kit.FocusOn(o.host.canvas, o.back)
	}
	o.host.again(o.place)
	if o.spec.Closed != nil {
		o.spec.Closed()
	}
	o.host.closed()
}

// handOn moves messages that stand over the dialog to what lies below it.
func (o *Open) handOn() {
	var below any = o.host.canvas.Content()
	if top := o.host.canvas.Overlays().Top(); top != nil {
		below = top
	}
	if f, ok := below.(kit.Floating); ok {
		o.floats.MoveTo(f.Floats())
	}
}

// Escape cancels. What goes on can't be cancelled: the dialog goes with it, or shows why it failed.
func (o *Open) Escape() {
	if !o.busy {
		o.Close()
	}
}

// Confirm is what Ctrl+Enter does: it confirms, unless that takes something away.
func (o *Open) Confirm() {
	if !o.spec.Danger {
		o.confirmNow()
	}
}

// ByEnter is what Enter alone does: it confirms, unless much hangs on it.
func (o *Open) ByEnter() {
	if !o.spec.Weighty {
		o.Confirm()
	}
}

func (o *Open) confirmNow() {
	if o.closed || o.covered || o.off || o.busy || o.spec.Confirm == "" {
		return
	}
	if o.spec.OK == nil || o.spec.OK() {
		o.Close()
	}
}

// Closed tells whether the dialog has gone.
func (o *Open) Closed() bool { return o.closed }

// SetBusy says that what the dialog was confirmed for goes on, or has ended. As long as it does, nothing confirms the
// dialog a second time, and nobody closes it.
func (o *Open) SetBusy(on bool) {
	o.busy = on
	o.showButtons()
}

// Busy tells whether what the dialog was confirmed for goes on: what else in it does the same has to wait.
func (o *Open) Busy() bool { return o.busy }

// SetOff says that there is nothing to confirm, or that there is again.
func (o *Open) SetOff(off bool) {
	o.off = off
	o.showButtons()
}

// SetConfirm names the button that confirms anew, where what it does depends on what was chosen.
func (o *Open) SetConfirm(text string) {
	if o.confirm != nil && o.confirm.Text() != text {
		o.confirm.SetText(text)
		o.buttons.Refresh()
	}
}

// SetTitle says in the head what the dialog is about now, where that depends on a choice in it.
func (o *Open) SetTitle(text string) {
	if o.title.Text() != text {
		o.title.SetText(text)
		o.Relayout()
	}
}

// FocusConfirm gives the focus to the button that confirms, in a dialog where nothing has to be chosen before.
func (o *Open) FocusConfirm() {
	if o.confirm != nil && !o.confirm.Disabled() {
		kit.FocusOn(o.host.canvas, o.confirm)
	}
}

func (o *Open) showButtons() {
	turn(o.confirm, !o.off && !o.busy)
	turn(o.cancel, !o.busy)
}

func turn(b *kit.Button, on bool) {
	switch {
	case b == nil:
	case on:
		b.Enable()
	default:
		b.Disable()
	}
}

// Floats gives the dialog's own layer for tooltips.
func (o *Open) Floats() *kit.Floats { return o.floats }

// makeRoom gives messages their room below the card.
func (o *Open) makeRoom() { o.all.Layout.Layout(o.all.Objects, o.all.Size()) }

// Reveal scrolls a field of the dialog into view.
func (o *Open) Reveal(c fyne.CanvasObject) { o.scroll.Reveal(c) }

// Key does what the dialog has a key for, or scrolls it, by keys that nothing in it used; it tells whether the key was one
// of them.
func (o *Open) Key(ev *fyne.KeyEvent) bool {
	if do, ok := o.spec.Keys[ev.Name]; ok && !o.covered && !o.busy {
		do()
		return true
	}
	return o.scroll.Key(ev)
}

// Touched is told that something was typed or chosen in the dialog.
func (o *Open) Touched() {
	if o.spec.Touched != nil && !o.closed {
		o.spec.Touched()
	}
}

// Relayout makes room for a message that appeared.
func (o *Open) Relayout() {
	o.all.Layout.Layout(o.all.Objects, o.Size())
	o.scroll.Relayout()
}

// Children gives title, content and buttons.
func (o *Open) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.title, o.scroll, o.curtain, o.buttons}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (o *Open) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.all) }

// scrollEdge is the room in units beside a dialog's content in which its scroll bar stands, clear of the content.
const scrollEdge = 14

// dialogLayout puts the card into the upper middle of the window, as tall as its content needs.
type dialogLayout struct{ o *Open }

func (l *dialogLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *dialogLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	o := l.o
	put(o.scrim, 0, 0, s.Width, s.Height)
	put(o.floats, 0, 0, s.Width, s.Height)
	want := o.spec.Width
	if want <= 0 {
		want = 480
	}
	w := min(kit.Px(want), s.Width-kit.Px(32))
	pad, gap := kit.Px(20), kit.Px(12)
	inner := w - 2*pad
	title, buttons := o.title.HeightFor(inner), kit.HeightFor(o.buttons, inner)
	if o.confirm == nil && o.cancel == nil {
		buttons = 0
	}
	body := kit.HeightFor(o.scroll.Children()[0], inner+kit.Px(4+scrollEdge))
	fixed := 2*pad + title + gap
	if buttons > 0 {
		fixed += gap + buttons
	}
	if o.covered {
		title, body = 0, o.curtain.HeightFor(inner)
	}
	foot := kit.Px(statusHeight)
	o.floats.SetPlace(kit.ToastPlace{Left: kit.Px(16), Right: s.Width - kit.Px(16), Foot: foot}, o.makeRoom)
	below := foot + kit.Px(4) + o.room.keep(o.floats.ToastRoom(), s)
	h := min(fixed+body, s.Height-kit.Px(16)-below)
	body = h - fixed
	x, y := (s.Width-w)/2, max(min((s.Height-h)*0.4, s.Height-below-h), kit.Px(16))
	put(o.card, x, y, w, h)
	put(o.title, x+pad, y+pad, inner, title)
	put(o.curtain, x+pad, y+pad+gap, inner, body)
	put(o.scroll, x+pad-kit.Px(4), y+pad+title+gap, inner+kit.Px(4+scrollEdge), body)
	put(o.buttons, x+pad, y+h-pad-buttons, inner, buttons)
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}
