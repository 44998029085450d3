package kit

import "fyne.io/fyne/v2"

// TextField is a field for one line or for several, with a label above and an error below.
type TextField struct {
	field

	entry   *entry
	changed func(string)
}

var _ fyne.Widget = (*TextField)(nil)

// NewTextField makes a field for one line. changed is told each new text; it may be nil.
func NewTextField(label, placeholder string, changed func(string)) *TextField {
	return newTextField(newEntry(), label, placeholder, changed)
}

// NewTextArea makes a field for several lines that wraps at words and shows at least so many rows.
func NewTextArea(label, placeholder string, rows int, changed func(string)) *TextField {
	return newTextField(newAreaEntry(rows), label, placeholder, changed)
}

func newTextField(e *entry, label, placeholder string, changed func(string)) *TextField {
	t := &TextField{entry: e, changed: changed}
	e.SetPlaceHolder(placeholder)
	e.OnChanged = func(text string) {
		if t.failed {
			t.SetError("") // what was wrong is being mended
		}
		touched(t)
		if t.changed != nil {
			t.changed(text)
		}
	}
	t.start(t, label, e)
	t.grows = e.MultiLine
	t.watch(e, nil)
	return t
}

// Text gives what is typed.
func (t *TextField) Text() string { return t.entry.Text }

// SetText replaces what is typed and forgets the field's own undo.
func (t *TextField) SetText(text string) {
	if t.entry.Text != text {
		t.entry.SetText(text)
	}
}

// SelectAll selects what is typed, so that the next letter takes its place.
func (t *TextField) SelectAll() { t.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Placeholder gives the text that stands in the field while it is empty.
func (t *TextField) Placeholder() string { return t.entry.PlaceHolder }

// SetPlaceholder changes the text that stands in an empty field.
func (t *TextField) SetPlaceholder(text string) { t.entry.SetPlaceHolder(text) }

// OnChange sets what is told each new text from now on.
func (t *TextField) OnChange(f func(text string)) { t.changed = f }

// OnSubmit sets what Enter does in a field of one line; without it, Enter goes to the dialog or page.
func (t *TextField) OnSubmit(f func(text string)) { t.entry.OnSubmitted = f }

// OnKey sees each key first and gives true for those it uses up, such as the arrows of a list of proposals.
func (t *TextField) OnKey(f func(*fyne.KeyEvent) bool) { t.entry.onKey = f }

// OnShortcut sees each shortcut first and gives true for those it uses up.
func (t *TextField) OnShortcut(f func(fyne.Shortcut) bool) { t.entry.onShortcut = f }

// Focusable gives the part that has the focus, for Canvas.Focus.
func (t *TextField) Focusable() fyne.Focusable { return t.entry }

// Type types runes as a person would; for tests and for restoring drafts at the cursor.
func (t *TextField) Type(text string) {
	for _, r := range text {
		t.entry.TypedRune(r)
	}
}

// Disable makes the field read-only.
func (t *TextField) Disable() { t.entry.Disable() }

// Enable makes the field editable.
func (t *TextField) Enable() { t.entry.Enable() }

// Disabled tells whether the field is read-only.
func (t *TextField) Disabled() bool { return t.entry.Disabled() }
