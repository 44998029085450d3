package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
)

// DateWords is what date fields need of a language.
type DateWords struct {
	Parse    func(text string, today core.Date) (core.Date, error) // reads what people type
	Format   func(core.Date) string                                // writes a date so that Parse reads it back
	Month    func(core.Date) string                                // the head of a month: "November 2026"
	Weekdays [7]string                                             // shortest names, from Sunday: "Su"
	First    time.Weekday                                          // the week's first day
	Bad      func(error) string                                    // the message for a text that Parse refused
	Missing  string                                                // the message for an empty field that needs a date
	Hint     string                                                // the placeholder
	Open     Tip                                                   // of the button that opens the month
	Back     Tip                                                   // to the month before
	Forward  Tip                                                   // to the month after
}

// DateField is a field for a civil date: typed in many ways, or chosen from a month. Up and Down change the
// day, Page Up and Page Down the month, F4 opens the month. While the text is not a date the field has no
// value: the old date never stays behind a text that says something else.
type DateField struct {
	field

	row     *dateRow
	words   DateWords
	today   core.Date
	value   core.Date
	bad     error // why the text is no date; nil while it is one, or empty
	needed  bool
	rule    func(core.Date) string // what is wrong with a date that can be read; nil for no rule
	changed func(core.Date)
	open    *Popover
}

var _ fyne.Widget = (*DateField)(nil)

// NewDateField makes a date field. A zero value is an empty field. today is where relative dates start.
// changed is told each new value, the zero one for an empty or bad text; it may be nil.
func NewDateField(label string, value, today core.Date, words DateWords, changed func(core.Date)) *DateField {
	d := &DateField{words: words, today: today, changed: changed}
	d.row = newDateRow(d, "calendar", words.Open)
	d.row.entry.SetPlaceHolder(words.Hint)
	d.row.entry.OnChanged = func(string) {
		d.read()
		touched(d)
	}
	d.row.entry.onKey = d.key
	d.field.start(d, label, d.row)
	d.row.entry.whole = true
	d.watch(d.row.entry, func() { d.Check() })
	d.SetValue(value)
	return d
}

// Need makes an empty field an error, and gives the field back.
func (d *DateField) Need() *DateField {
	d.needed = true
	return d
}

// Rule sets what tells what is wrong with a date that can be read, such as that it lies before another; "" for nothing. It
// is asked as soon as a date is typed. Rule gives the field back.
func (d *DateField) Rule(wrong func(core.Date) string) *DateField {
	d.rule = wrong
	return d
}

// Recheck asks the rule again, because something else has changed.
func (d *DateField) Recheck() {
	if d.bad == nil {
		d.SetError(d.broken())
	}
}

// broken gives what the rule says of the date; "" for nothing.
func (d *DateField) broken() string {
	if d.rule == nil || d.bad != nil || d.value.IsZero() {
		return ""
	}
	return d.rule(d.value)
}

// Value gives the date; ok is false while the text is not one. An empty field is the zero date, and ok unless
// a date is needed.
func (d *DateField) Value() (value core.Date, ok bool) {
	return d.value, d.bad == nil && (!d.needed || !d.value.IsZero())
}

// SetValue shows a date, without telling anybody.
func (d *DateField) SetValue(v core.Date) {
	d.value, d.bad = v, nil
	d.setText(v)
	d.SetError("")
}

// SetWords changes the language.
func (d *DateField) SetWords(w DateWords) {
	d.words = w
	d.row.entry.SetPlaceHolder(w.Hint)
	d.row.button.SetTip(w.Open)
	if d.bad == nil {
		d.setText(d.value)
	}
}

func (d *DateField) setText(v core.Date) {
	text := ""
	if !v.IsZero() {
		text = d.words.Format(v)
	}
	d.row.entry.show(text)
}

// read takes what is typed. An error that is on show goes as soon as the text is a date; a new one waits
// until the field is left, for every date is wrong while it is half typed.
func (d *DateField) read() {
	before := d.value
	text := d.row.entry.Text
	v, err := d.words.Parse(text, d.today)
	d.value, d.bad = core.Date{}, nil
	switch {
	case blank(text):
	case err != nil:
		d.bad = err
	default:
		d.value = v
	}
	if d.bad == nil {
		d.SetError(d.broken())
	}
	if d.value != before && d.changed != nil {
		d.changed(d.value)
	}
}

// Check shows what is wrong, writes a good date out in full, and tells whether all is well.
func (d *DateField) Check() bool {
	_, ok := d.Value()
	switch {
	case ok:
		d.setText(d.value)
		wrong := d.broken()
		d.SetError(wrong)
		return wrong == ""
	case d.bad != nil:
		d.SetError(d.words.Bad(d.bad))
	default:
		d.SetError(d.words.Missing)
	}
	return ok
}

// SetError shows what is wrong; "" for nothing. What is wrong with a text that is no date is told better by the field
// than by whoever missed a date.
func (d *DateField) SetError(text string) {
	if text != "" && d.bad != nil {
		text = d.words.Bad(d.bad)
	}
	d.field.SetError(text)
}

// Focusable gives the part that has the focus.
func (d *DateField) Focusable() fyne.Focusable { return d.row.entry }

// OnShortcut sees each shortcut first and gives true for those it uses up.
func (d *DateField) OnShortcut(f func(fyne.Shortcut) bool) { d.row.entry.onShortcut = f }

// OnSubmit sets what Enter does where the text is a date, or is empty; without it, Enter goes to the dialog or page.
func (d *DateField) OnSubmit(f func()) { d.row.entry.OnSubmitted = func(string) { f() } }

// Type types runes as a person would.
func (d *DateField) Type(text string) { typeAll(d.row.entry, text) }

func (d *DateField) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		d.step(func(v core.Date) core.Date { return v.AddDays(1) })
	case fyne.KeyDown:
		d.step(func(v core.Date) core.Date { return v.AddDays(-1) })
	case fyne.KeyPageUp:
		d.step(func(v core.Date) core.Date { return v.AddMonths(1) })
	case fyne.KeyPageDown:
		d.step(func(v core.Date) core.Date { return v.AddMonths(-1) })
	case fyne.KeyF4:
		d.openMonth()
	case fyne.KeyReturn, fyne.KeyEnter:
		return !d.Check() // a bad date stays here; Enter on a good one goes to the dialog
	default:
		return false
	}
	return true
}

// step moves from the date in the field. Where there is none it opens the calendar: a key writes no day that nobody has chosen,
// such as today for a birthday.
func (d *DateField) step(f func(core.Date) core.Date) {
	v := d.value
	if v.IsZero() {
		d.openMonth()
		return
	}
	if v = f(v); v.Valid() {
		d.choose(v)
	}
}

func (d *DateField) choose(v core.Date) {
	before := d.value
	d.SetValue(v)
	touched(d)
	if v != before && d.changed != nil {
		d.changed(v)
	}
}

func (d *DateField) openMonth() {
	start := d.value
	if start.IsZero() {
		start = d.today
	}
	m := NewMonth(start, d.today, d.words, func(v core.Date) {
		d.open.Close()
		d.choose(v)
	})
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	if c != nil {
		c.Focus(d.row.entry) // where it is again afterwards, also for who came by the icon
	}
	d.open = ShowPopover(d.row, m, 0, nil)
	if c != nil {
		c.Focus(m.grid)
	}
}
