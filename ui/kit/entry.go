package kit

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// typing is what a field for a text is made of: the toolkit's entry for one line, our own for several.
type typing interface {
	fyne.Widget
	fyne.Focusable
	fyne.Shortcutable
	fyne.Disableable

	content() string
	replace(text string) // and forget what could be taken back
	placeholder() string
	setPlaceholder(text string)
	severalLines() bool
	toEnd() // the cursor
	selectAll()
	hears() *hearing
}

// Placeholder gives what stands in a field that nothing is typed into; "" where o is none.
func Placeholder(o fyne.CanvasObject) string {
	if t, ok := o.(typing); ok && t.content() == "" {
		return t.placeholder()
	}
	return ""
}

// ToEnd puts the cursor of a field of several lines behind its last letter, where somebody begins to edit it; nothing for
// what is none. A field of one line does so by itself.
func ToEnd(f fyne.Focusable) {
	if t, ok := f.(typing); ok && t.severalLines() {
		t.toEnd()
	}
}

// hearing is who learns first what is done in a field. Any of them may be nil.
type hearing struct {
	onKey      func(*fyne.KeyEvent) bool // true: the key is used up
	onShortcut func(fyne.Shortcut) bool  // true: the shortcut is used up
	onFocus    func(on bool)
	onChange   func()         // the text is another one
	pressing   bool           // the pointer's button goes down on the field now
	heldAt     *fyne.Position // where the field was as the button went down on it; nil once it is up again
}

func (h *hearing) hears() *hearing { return h }

// entry is the toolkit's field for one line with what it lacks: keys and shortcuts it has no use for go on to the
// window.
type entry struct {
	widget.Entry
	hearing

	whole   bool // the text is one thing, such as a date: it is selected when the focus comes, and typing replaces it
	focused bool
	blink   *blink
}

var (
	_ typing        = (*entry)(nil)
	_ fyne.Tabbable = (*entry)(nil)
)

func newEntry() *entry {
	e := &entry{blink: newBlink(func(bool) {})}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.OnChanged = func(string) {
		if e.onChange != nil {
			e.onChange()
		}
	}
	e.ExtendBaseWidget(e)
	return e
}

func (e *entry) content() string            { return e.Text }
func (e *entry) placeholder() string        { return e.PlaceHolder }
func (e *entry) setPlaceholder(text string) { e.SetPlaceHolder(text) }
func (e *entry) severalLines() bool         { return false }
func (e *entry) toEnd()                     { e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) }
func (e *entry) selectAll()                 { e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// replace keeps the cursor of somebody who types by its letter: the toolkit leaves it at the number that it was. Where
// nobody is, the cursor is put to the end as soon as the focus comes.
func (e *entry) replace(text string) {
	if e.Text == text {
		return
	}
	was, at := e.Text, e.CursorColumn
	e.SetText(text)
	if e.Text != text || at == 0 && !e.onIt() || e.whole && e.onIt() {
		return
	}
	e.CursorColumn = caretAfter(was, text, at)
	e.Refresh()
}

// show is replace, without telling anybody.
func (e *entry) show(text string) {
	told := e.OnChanged
	e.OnChanged = nil
	e.replace(text)
	e.OnChanged = told
}

// SetText is the toolkit's, which leaves selected what was so of the former text: the next letter would take the place of just
// as many of this one. A text that is one thing is selected as a whole again while it has the focus.
func (e *entry) SetText(text string) {
	was := e.Text
	e.Entry.SetText(text)
	if e.Text == was {
		return
	}
	switch {
	case e.whole && e.onIt():
		e.selectAll()
	case e.SelectedText() != "":
		e.toEnd()
	}
}

// onIt tells whether the field has the focus.
func (e *entry) onIt() bool {
	c := CanvasOf(e)
	return c != nil && c.Focused() == e
}

// CreateRenderer takes the toolkit's own box away: it is a stroke, which lies half outside and looks heavier
// than the hairlines around it. Whoever holds the entry draws a frame. The wheel over the field is the page's.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	e.blinks(cursorOf(r.Objects()))
	for _, o := range r.Objects() {
		if box, ok := o.(*canvas.Rectangle); ok {
			box.Hide()
		}
	}
	for _, o := range r.Objects() {
		if inner, ok := o.(fyne.Scrollable); ok {
			return &wheelRenderer{r, newWheel(e, inner), newBarCover(e)}
		}
	}
	return r
}

// TappedSecondary opens the menu of what can be done with the text.
func (e *entry) TappedSecondary(ev *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && !e.Disabled() {
		c.Focus(e)
	}
	var before []MenuEntry
	if undo, redo := e.steps(); !e.Disabled() && !e.Password {
		if undo {
			before = append(before, editEntry(e, "Undo", &fyne.ShortcutUndo{}))
		}
		if redo {
			before = append(before, editEntry(e, "Redo", &fyne.ShortcutRedo{}))
		}
	}
	showEditMenu(e, ev.Position, e.Password, before...)
}

// steps tells whether there is typing to take back and to do again. The toolkit keeps that to itself and offers no way to
// ask but to do it, which would lose what is selected.
func (e *entry) steps() (undo, redo bool) {
	stack := reflect.ValueOf(&e.Entry).Elem().FieldByName("undoStack")
	if !stack.IsValid() {
		return false, false
	}
	at, all := stack.FieldByName("index"), stack.FieldByName("items")
	if !at.IsValid() || !at.CanInt() || !all.IsValid() || all.Kind() != reflect.Slice {
		return false, false
	}
	return at.Int() > 0, at.Int() < int64(all.Len())
}

// AcceptsTab says no: Tab goes to the next field, or a keyboard could not leave this one.
func (e *entry) AcceptsTab() bool { return false }

// FocusGained is the toolkit's, and scrolls the field into view.
func (e *entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.lively()
	switch { // a click that brings the focus puts the cursor elsewhere after this
	case e.whole:
		e.selectAll()
	case e.CursorColumn == 0 && e.SelectedText() == "":
		e.toEnd()
	}
	e.reveal(e)
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost is the toolkit's. Nothing is saved here: a click on a button does not always take the focus away.
func (e *entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.lively()
	if e.onFocus != nil {
		e.onFocus(false)
	}
	e.slid(e)
}

// TypedRune types a letter. A space never takes the place of a text that is one thing: it is no date and no time.
func (e *entry) TypedRune(r rune) {
	if e.whole && r == ' ' && e.SelectedText() == e.Text {
		return
	}
	e.Entry.TypedRune(r)
	e.lively()
	reveal(e) // a page that was just opened begins at its top, wherever the field is that has the focus
}

// TypedKey keeps the keys that edit and sends the others on.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(ev) {
		return
	}
	if ev.Name == fyne.KeySpace {
		return // it is typed as a letter, and must not scroll the page as well
	}
	if e.uses(ev.Name) {
		e.Entry.TypedKey(ev)
		e.lively()
		reveal(e)
		return
	}
	BubbleKey(e, ev)
}

func (e *entry) uses(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		return e.OnSubmitted != nil
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyTab:
		return true
	}
	return false
}

// Submit does what Enter does in the field, and tells whether it does anything there.
func (e *entry) Submit() bool {
	if e.OnSubmitted == nil || e.Disabled() {
		return false
	}
	e.OnSubmitted(e.Text)
	return true
}

// Undoes takes back, or does again, what was typed, and tells whether there was anything: where not, the shortcut is
// for the last step of the window.
func (e *entry) Undoes(s fyne.Shortcut) bool {
	was := e.Text
	switch s.(type) {
	case *fyne.ShortcutUndo:
		e.Undo()
	case *fyne.ShortcutRedo:
		e.Redo()
	}
	return e.Text != was
}

// TypedShortcut keeps the shortcuts that edit and sends the others on. Undo is the field's own while there is
// something in it to be taken back.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if e.onShortcut != nil && e.onShortcut(s) {
		return
	}
	switch v := s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if e.Undoes(s) {
			return
		}
	case *fyne.ShortcutPaste:
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: line{v.Clipboard}})
		reveal(e)
		if (line{v.Clipboard}).tooLong() {
			tellCut(e)
		}
		return
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
		e.Entry.TypedShortcut(s)
		return
	case *desktop.CustomShortcut:
		if e.usesCustom(v) {
			return
		}
	}
	BubbleShortcut(e, s)
}

func (e *entry) usesCustom(s *desktop.CustomShortcut) bool {
	plain := s.Modifier &^ fyne.KeyModifierShift
	words := plain == fyne.KeyModifierShortcutDefault || plain == fyne.KeyModifierAlt && fyne.KeyModifierShortcutDefault == fyne.KeyModifierSuper
	if !words {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		e.Entry.TypedShortcut(s)
		return true
	case fyne.KeyZ:
		return s.Modifier&fyne.KeyModifierShift != 0 && e.Undoes(&fyne.ShortcutRedo{})
	}
	return false
}
