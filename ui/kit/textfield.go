package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// TextField is a field for one line or for several, with a label above and an error below.
type TextField struct {
	field

	entry   typing
	line    *entry // the same, in a field of one line; nil in others
	changed func()
	lost    func() // told when the focus goes; may be nil
	passing bool   // what is wrong with it while it is empty is said only as long as it has the focus
}

var _ fyne.Widget = (*TextField)(nil)

// NewTextField makes a field for one line. changed is told each new text; it may be nil.
func NewTextField(label, placeholder string, changed func(string)) *TextField {
	e := newEntry()
	t := newTextField(e, label, placeholder, changed)
	t.line = e
	return t
}

// NewTextArea makes a field for several lines that wraps at words and shows at least so many rows. A text of any
// length can be typed in it; to be told each new one is dear there, and OnChange without the text is not.
func NewTextArea(label, placeholder string, rows int, changed func(string)) *TextField {
	return newTextField(newLongEntry(rows), label, placeholder, changed)
}

func newTextField(e typing, label, placeholder string, changed func(string)) *TextField {
	t := &TextField{entry: e}
	if changed != nil {
		t.changed = func() { changed(t.Text()) }
	}
	e.setPlaceholder(placeholder)
	e.hears().onChange = func() {
		if t.failed {
			t.SetError("") // what was wrong is being mended
		}
		touched(t)
		if t.changed != nil {
			t.changed()
		}
	}
	t.start(t, label, e)
	t.grows = e.severalLines()
	t.watch(e, func() {
		t.lapseSoon()
		if t.lost != nil {
			t.lost()
		}
	})
	return t
}

// Text gives what is typed.
func (t *TextField) Text() string { return t.entry.content() }

// SetText replaces what is typed and forgets the field's own undo.
func (t *TextField) SetText(text string) { t.entry.replace(text) }

// Whole says that the text of a field of one line is one thing, such as a figure: it is selected when the focus comes,
// and typing replaces it. It gives the field back.
func (t *TextField) Whole() *TextField {
	if t.line != nil {
		t.line.whole = true
	}
	return t
}

// SelectAll selects what is typed, so that the next letter takes its place.
func (t *TextField) SelectAll() { t.entry.selectAll() }

// Placeholder gives the text that stands in the field while it is empty.
func (t *TextField) Placeholder() string { return t.entry.placeholder() }

// SetPlaceholder changes the text that stands in an empty field.
func (t *TextField) SetPlaceholder(text string) { t.entry.setPlaceholder(text) }

// OnChange sets what is told from now on that the text is another one.
func (t *TextField) OnChange(f func()) { t.changed = f }

// OnLeave sets what is told when the focus leaves the field, as to say what is wrong with what was typed.
func (t *TextField) OnLeave(f func()) { t.lost = f }

// lapseAfter is longer than a click: what lies below the field does not move away from a pointer that has just been pressed there.
const lapseAfter = 400 * time.Millisecond

// Passing says of a field into which something may be typed, and need not be, that nothing is wrong with it once somebody
// has left it empty.
func (t *TextField) Passing() { t.passing = true }

// Lapse says no more what is wrong with the field, where it is empty: somebody does something else.
func (t *TextField) Lapse() {
	if t.failed && t.Text() == "" {
		t.SetError("")
	}
}

func (t *TextField) lapseSoon() {
	f := floatsOf(t)
	if !t.passing || !t.failed || f == nil {
		return
	}
	f.after(lapseAfter, func() {
		if !t.focused {
			t.Lapse()
		}
	})
}

// OnSubmit sets what Enter does in a field of one line; without it, Enter goes to the dialog or page.
// In a field of several lines it begins a new one.
func (t *TextField) OnSubmit(f func(text string)) {
	if t.line != nil {
		t.line.OnSubmitted = f
	}
}

// OnKey sees each key first and gives true for those it uses up, such as the arrows of a list of proposals.
func (t *TextField) OnKey(f func(*fyne.KeyEvent) bool) { t.entry.hears().onKey = f }

// OnShortcut sees each shortcut first and gives true for those it uses up.
func (t *TextField) OnShortcut(f func(fyne.Shortcut) bool) { t.entry.hears().onShortcut = f }

// Focusable gives the part that has the focus, for Canvas.Focus.
func (t *TextField) Focusable() fyne.Focusable { return t.entry }

// Type types runes as a person would; for tests and for restoring drafts at the cursor.
func (t *TextField) Type(text string) { typeAll(t.entry, text) }

// Veil shows dots in the place of letters in a field of one line, because others look at the screen.
func (t *TextField) Veil(on bool) {
	if t.line != nil && t.line.Password != on {
		t.line.Password = on
		t.line.Refresh()
	}
}

// Disable makes the field read-only.
func (t *TextField) Disable() { t.entry.Disable() }

// Enable makes the field editable.
func (t *TextField) Enable() { t.entry.Enable() }

// Disabled tells whether the field is read-only.
func (t *TextField) Disabled() bool { return t.entry.Disabled() }
