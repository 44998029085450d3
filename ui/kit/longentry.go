package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/kit/longtext"
)

// longEntry is a field of several lines for a text of any length. The toolkit's own lays the whole text out at each key:
// 30 kB of it stutter and 1 MB stands still for minutes. This one draws the rows in view and keeps the objects of those
// that were in view before.
type longEntry struct {
	widget.DisableableWidget
	hearing

	text    *longtext.Text
	hint    *Text // stands in an empty field
	least   int   // rows to be seen at least
	focused bool
	shift   bool // held down

	size   float32 // of the letters, as the text is wrapped
	offset float64 // of the view from the top of the text, in units
	rows   []*entryRow
	marks  []*canvas.Rectangle // what is selected, one for each row
	caret  *canvas.Rectangle
	bar    *canvas.Rectangle
	shown  []fyne.CanvasObject
	blink  *blink
	mouse  entryMouse
}

var (
	_ typing                 = (*longEntry)(nil)
	_ fyne.Tabbable          = (*longEntry)(nil)
	_ fyne.Scrollable        = (*longEntry)(nil)
	_ fyne.Draggable         = (*longEntry)(nil)
	_ desktop.Keyable        = (*longEntry)(nil)
	_ desktop.Mouseable      = (*longEntry)(nil)
	_ desktop.Hoverable      = (*longEntry)(nil)
	_ desktop.Cursorable     = (*longEntry)(nil)
	_ fyne.SecondaryTappable = (*longEntry)(nil)
)

func newLongEntry(rows int) *longEntry {
	e := &longEntry{least: rows, hint: NewText("", Muted()), caret: &canvas.Rectangle{}, bar: &canvas.Rectangle{}}
	e.text = longtext.New(e.width)
	e.blink = newBlink(func(on bool) {
		e.caret.Hidden = !on
		redraw(e)
	})
	e.caret.Hide()
	e.bar.Hide()
	e.ExtendBaseWidget(e)
	return e
}

// letters gives a text as it is drawn: a tab as four spaces, and nothing that could turn the reading round.
func letters(text string) string { return clean(strings.ReplaceAll(text, "\t", "    "), false) }

func (e *longEntry) width(text string) float32 {
	w, size, style := float32(0), paintFor(e).size(SizeText), fyne.TextStyle{}
	for part, font := range byLetter(letters(text), style) {
		of, _ := fyne.CurrentApp().Driver().RenderedTextSize(part, size, style, font)
		w += of.Width
	}
	return w
}

func (e *longEntry) content() string { return e.text.String() }

func (e *longEntry) replace(text string) {
	if e.text.String() != text {
		e.begin(text)
	}
}

// begin shows a text from its beginning, with nothing to be taken back.
func (e *longEntry) begin(text string) {
	e.text.Set(text)
	e.offset = 0
	e.changed()
}

func (e *longEntry) placeholder() string { return e.hint.Text() }

func (e *longEntry) setPlaceholder(text string) {
	e.hint.SetText(text)
	e.arrange()
}

func (e *longEntry) severalLines() bool { return true }

func (e *longEntry) toEnd() {
	e.text.Move(longtext.TextEnd, false)
	e.follow()
}

func (e *longEntry) selectAll() {
	e.text.SelectAll()
	e.arrange()
}

// SelectedText gives what is selected: the window knows by it that this is a field that is typed in.
func (e *longEntry) SelectedText() string { return e.text.Selected() }

// changed shows another text and tells of it.
func (e *longEntry) changed() {
	e.follow()
	if e.onChange != nil {
		e.onChange()
	}
}

// Disable makes the field read-only: it can be read, selected and copied.
func (e *longEntry) Disable() {
	e.DisableableWidget.Disable()
	e.lively()
}

// Enable makes it editable again.
func (e *longEntry) Enable() {
	e.DisableableWidget.Enable()
	e.lively()
}

// Hide ends what moves by itself.
func (e *longEntry) Hide() {
	e.DisableableWidget.Hide()
	e.blink.stop()
	e.mouse.still()
}

// FocusGained shows the cursor, and scrolls the page to the field.
func (e *longEntry) FocusGained() {
	e.focused = true
	e.arrange()
	e.lively()
	e.reveal(e)
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost hides the cursor. It comes, too, when the window is left or minimised: nothing blinks unseen.
func (e *longEntry) FocusLost() {
	e.focused, e.shift = false, false
	e.lively()
	e.mouse.still()
	e.arrange()
	if e.onFocus != nil {
		e.onFocus(false)
	}
	e.slid(e)
}

// lively makes the cursor blink while somebody can type.
func (e *longEntry) lively() {
	if e.focused && !e.Disabled() {
		e.blink.start()
	} else {
		e.blink.stop()
	}
}

// pad is the room around the text, as the toolkit's fields have it.
func (e *longEntry) pad() float32 { return paintFor(e).px(6) }

func (e *longEntry) rowHeight() float32 { return lineHeight(paintFor(e), Body()) }

// cursorLine tells where the row with the cursor stands in the field.
func (e *longEntry) cursorLine() (y, height float32) {
	row, _ := e.text.Place()
	return e.rowTop(row), e.rowHeight()
}

// follow shows the text with the cursor in view, and scrolls the page to it while somebody types.
func (e *longEntry) follow() {
	e.wrap()
	row, _ := e.text.Place()
	h, room := float64(e.rowHeight()), e.room()
	top := float64(row) * h
	if room > 0 {
		e.offset = min(max(e.offset, top+h-room), top)
	}
	e.lively()
	e.arrange()
	if e.focused {
		e.reveal(e)
	}
}

// room is the height in which rows are seen.
func (e *longEntry) room() float64 { return float64(e.Size().Height - 2*e.pad()) }

// highest is as far as can be scrolled.
func (e *longEntry) highest() float64 {
	return max(float64(e.text.Rows())*float64(e.rowHeight())-e.room(), 0)
}

// wrap wraps the text for the field's width, and keeps the row on top where the width is a new one.
func (e *longEntry) wrap() {
	width := e.Size().Width - 2*e.pad()
	if width <= 0 {
		return
	}
	size := paintFor(e).size(SizeText)
	top := -1
	if h := float64(e.rowHeight()); e.offset > 0 && e.size == size {
		top = e.text.RowStart(int(e.offset / h))
	}
	if size != e.size {
		e.size = size
		e.text.Restyle()
	}
	if e.text.SetWidth(width) && top >= 0 {
		e.offset = float64(e.text.RowAt(top)) * float64(e.rowHeight())
	}
	e.offset = min(max(e.offset, 0), e.highest())
}

// CreateRenderer is the toolkit's way to draw a widget.
func (e *longEntry) CreateRenderer() fyne.WidgetRenderer {
	return &longEntryRenderer{renderer{
		owner:   e,
		objects: func() []fyne.CanvasObject { return e.shown },
		min: func() fyne.Size {
			return fyne.NewSize(3*e.pad(), e.rowHeight()*float32(e.least)+2*e.pad())
		},
		layout:  func(fyne.Size) { e.arrange() },
		refresh: e.restyle,
	}, e}
}

// longEntryRenderer ends what moves by itself with the widget.
type longEntryRenderer struct {
	renderer

	of *longEntry
}

func (r *longEntryRenderer) Destroy() {
	r.of.blink.stop()
	r.of.mouse.still()
}
