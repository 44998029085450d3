package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// NoteSpec is what a field for a note says and does.
type NoteSpec struct {
	Empty   string            // stands in the place of a note that has no word yet
	Hint    string            // below the field while it is typed in: how to end
	Finish  string            // label of the button that ends typing
	More    string            // label of the button that shows more of a long note
	Changed func()            // the text is another one while it is typed; Text gives it
	Done    func(text string) // typing has ended
	Focused func(on bool)     // the focus has come into the note, or gone from it; may be nil
}

// NoteField shows a note in plain Markdown as it reads, and turns into a field to type in by Enter or a click.
// Escape or Ctrl+Enter ends typing.
type NoteField struct {
	widget.BaseWidget

	spec    NoteSpec
	text    string
	editing bool
	focused bool // as Focused was told last
	face    *noteFace
	entry   *longEntry
	area    *TextField
	foot    *fyne.Container
	all     *fyne.Container
}

var (
	_ fyne.Widget = (*NoteField)(nil)
	_ Fitter      = (*NoteField)(nil)
)

// NewNoteField makes a field that shows a note.
func NewNoteField(text string, spec NoteSpec) *NoteField {
	n := &NoteField{spec: spec, text: text}
	n.entry = newLongEntry(6)
	n.area = newTextField(n.entry, "", spec.Empty, nil)
	n.area.OnChange(func() {
		if n.editing && spec.Changed != nil {
			spec.Changed()
		}
	})
	framed := n.entry.onFocus
	n.entry.onFocus = func(on bool) {
		framed(on)
		n.tellFocus()
	}
	n.entry.onKey = n.key
	n.entry.onShortcut = n.shortcut
	n.foot = Line(8, Grow(NewText(spec.Hint, Caption())), NewSideButton(spec.Finish, n.Finish))
	n.face = newNoteFace(n)
	n.face.onState = n.tellFocus
	n.all = StackGrow(8, 0, n.face)
	n.ExtendBaseWidget(n)
	return n
}

// tellFocus tells whether the focus is in the note, where that has changed.
func (n *NoteField) tellFocus() {
	if on := n.area.focused || n.face.focused; on != n.focused && n.spec.Focused != nil {
		n.focused = on
		n.spec.Focused(on)
	}
}

// Text gives the note, or what is being typed.
func (n *NoteField) Text() string {
	if n.editing {
		return n.entry.content()
	}
	return n.text
}

// SetText shows another note. While somebody types, it waits: what they type stands.
func (n *NoteField) SetText(text string) {
	if n.text == text {
		return
	}
	n.text = text
	if !n.editing {
		n.face.fill()
		n.relayout()
	}
}

// Editing tells whether the note is being typed.
func (n *NoteField) Editing() bool { return n.editing }

// Edit begins typing, with a text that was typed before and never finished, or with the note as it is.
func (n *NoteField) Edit(text string, focus bool) {
	n.entry.begin(text)
	n.editing = true
	n.all.Objects = []fyne.CanvasObject{n.area, n.foot}
	n.relayout()
	n.entry.toEnd()
	if c := fyne.CurrentApp().Driver().CanvasForObject(n); c != nil && focus {
		c.Focus(n.entry)
		reveal(n) // the toolkit does not know yet where the entry is, which it has not drawn
	}
}

// cursorLine tells where the cursor stands, or the note's first line while nobody types.
func (n *NoteField) cursorLine() (y, height float32) {
	if !n.editing {
		return 0, paintFor(n).size(SizeRow)
	}
	y, height = n.entry.cursorLine()
	return n.area.Position().Y + n.entry.Position().Y + y, height
}

// Finish ends typing and tells the text.
func (n *NoteField) Finish() {
	if !n.editing {
		return
	}
	n.Settle()
	if n.spec.Done != nil {
		n.spec.Done(n.text)
	}
}

// Settle ends typing without telling anybody: the text has been kept in another way.
func (n *NoteField) Settle() {
	if !n.editing {
		return
	}
	text := n.entry.content()
	n.editing, n.text = false, text
	n.face.fill()
	n.all.Objects = []fyne.CanvasObject{n.face}
	c := fyne.CurrentApp().Driver().CanvasForObject(n)
	n.relayout()
	if c != nil && c.Focused() == n.entry {
		c.Focus(n.face)
	}
}

// Focusable gives the part that has the focus now.
func (n *NoteField) Focusable() fyne.Focusable {
	if n.editing {
		return n.entry
	}
	return n.face
}

// Type types runes as a person would.
func (n *NoteField) Type(text string) { typeAll(n.entry, text) }

func (n *NoteField) relayout() {
	n.all.Refresh()
	n.Refresh()
	Relayout(n)
}

func (n *NoteField) key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		n.Finish()
		return true
	}
	return false
}

func (n *NoteField) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierShortcutDefault || (c.KeyName != fyne.KeyReturn && c.KeyName != fyne.KeyEnter) {
		return false
	}
	n.Finish()
	return true
}

// Children gives the note, or the field with what stands below it.
func (n *NoteField) Children() []fyne.CanvasObject { return n.all.Objects }

// HeightFor gives the height at a width.
func (n *NoteField) HeightFor(width float32) float32 { return HeightFor(n.all, width) }

// NaturalWidth takes what there is.
func (n *NoteField) NaturalWidth() float32 { return paintFor(n).px(280) }

// CreateRenderer is the toolkit's way to draw a widget.
func (n *NoteField) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   n,
		objects: these(n.all),
		min: func() fyne.Size {
			w := paintFor(n).px(120)
			return fyne.NewSize(w, n.HeightFor(max(n.Size().Width, w)))
		},
		layout: func(s fyne.Size) { place(n.all, 0, 0, s.Width, s.Height) },
	}
}

// noteFace is the note as it reads. A click anywhere on it begins typing.
type noteFace struct {
	pressable

	of   *NoteField
	body *fyne.Container
	ring *frame
	back *canvas.Rectangle
}

func newNoteFace(n *NoteField) *noteFace {
	f := &noteFace{of: n, body: Stack(0), ring: newFrame(), back: &canvas.Rectangle{}}
	f.start(f, func() { n.Edit(n.text, true) })
	f.fill()
	return f
}

func (f *noteFace) fill() {
	if blank(f.of.text) {
		f.body.Objects = []fyne.CanvasObject{NewText(f.of.spec.Empty, Muted())}
	} else {
		f.body.Objects = []fyne.CanvasObject{NewNote(f.of.text, f.of.spec.More)}
	}
	f.body.Refresh()
}

// TypedRune begins typing with a letter.
func (f *noteFace) TypedRune(r rune) {
	if r == ' ' {
		return // Space has done it by its key
	}
	f.of.Edit(f.of.text, true)
	f.of.entry.TypedRune(r)
}

// Children gives the note.
func (f *noteFace) Children() []fyne.CanvasObject { return f.body.Objects }

// HeightFor gives the height at a width.
func (f *noteFace) HeightFor(width float32) float32 {
	return max(HeightFor(f.body, width), paintFor(f).size(SizeRow))
}

func (f *noteFace) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   f,
		objects: these(f.back, f.ring.outer, f.ring.inner, f.body),
		min: func() fyne.Size {
			return fyne.NewSize(paintFor(f).px(80), f.HeightFor(max(f.Size().Width, paintFor(f).px(80))))
		},
		layout: func(s fyne.Size) {
			p := paintFor(f)
			out := p.px(8)
			f.back.FillColor, f.back.CornerRadius, f.back.Hidden = p.color(ColorHover), p.px(6), !f.hovered
			place(f.back, -out, -out/2, s.Width+2*out, s.Height+out)
			f.ring.focusRing(p, f.focused, -out, -out/2, s.Width+2*out, s.Height+out)
			place(f.body, 0, 0, s.Width, HeightFor(f.body, s.Width))
		},
	}
}
