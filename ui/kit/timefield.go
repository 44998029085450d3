package kit

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// TimeWords is what time fields need of a language.
type TimeWords struct {
	Parse   func(text string) (hour, minute int, err error) // reads what people type; nil for "09:30" alone
	Format  func(hour, minute int) string                   // writes a time so that Parse reads it back; nil for "09:30"
	Bad     string                                          // the message for a text that is no time
	Missing string                                          // the message for an empty field that needs a time
	Hint    string                                          // the placeholder
}

func (w TimeWords) parse(text string) (minutes int, ok bool) {
	if w.Parse == nil {
		at, err := time.Parse("15:04", strings.TrimSpace(text))
		return at.Hour()*60 + at.Minute(), err == nil
	}
	hour, minute, err := w.Parse(text)
	return hour*60 + minute, err == nil
}

func (w TimeWords) format(minutes int) string {
	if w.Format == nil {
		return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
	}
	return w.Format(minutes/60, minutes%60)
}

// minutesPerDay is the number of minutes in a civil day; times are minutes since its beginning.
const minutesPerDay = 24 * 60

// stepTime moves a time to the next or previous step of so many minutes, around midnight if need be.
func stepTime(minutes, step int) int {
	size := max(step, -step)
	to := minutes - minutes%size + step
	if step < 0 && minutes%size != 0 {
		to = minutes - minutes%size
	}
	return (to + minutesPerDay) % minutesPerDay
}

// TimeField is a field for a time of day. Up and Down move in quarters of an hour, Page Up and Page Down in
// hours. While the text is not a time the field has no value.
type TimeField struct {
	field

	entry   *entry
	words   TimeWords
	value   int // minutes since midnight; -1 for none
	bad     bool
	changed func(minutes int)
}

var _ fyne.Widget = (*TimeField)(nil)

// NewTimeField makes a time field of minutes since midnight; -1 is an empty field. changed is told each new
// value, -1 for an empty or bad text; it may be nil.
func NewTimeField(label string, minutes int, words TimeWords, changed func(minutes int)) *TimeField {
	t := &TimeField{entry: newEntry(), words: words, changed: changed}
	t.entry.SetPlaceHolder(words.Hint)
	t.entry.OnChanged = func(string) {
		t.read()
		touched(t)
	}
	t.entry.onKey = t.key
	t.field.start(t, label, t.entry)
	t.entry.whole = true
	t.watch(t.entry, func() { t.Check() })
	t.SetValue(minutes)
	return t
}

// Value gives minutes since midnight; ok is false while the field is empty or its text is no time.
func (t *TimeField) Value() (minutes int, ok bool) { return t.value, t.value >= 0 }

// Empty tells whether nothing is typed.
func (t *TimeField) Empty() bool { return blank(t.entry.Text) }

// SetValue shows a time, without telling anybody.
func (t *TimeField) SetValue(minutes int) {
	t.value, t.bad = minutes, false
	t.setText()
	t.SetError("")
}

func (t *TimeField) setText() {
	text := ""
	if t.value >= 0 {
		text = t.words.format(t.value)
	}
	t.entry.show(text)
}

func (t *TimeField) read() {
	before := t.value
	v, ok := t.words.parse(t.entry.Text)
	t.bad = !ok && !blank(t.entry.Text)
	t.value = -1
	if ok {
		t.value = v
	}
	if !t.bad {
		t.SetError("")
	}
	if t.value != before && t.changed != nil {
		t.changed(t.value)
	}
}

// Check shows what is wrong, writes a good time out in full, and tells whether there is one.
func (t *TimeField) Check() bool {
	switch {
	case t.bad:
		t.SetError(t.words.Bad)
	case t.value < 0:
		t.SetError(t.words.Missing)
	default:
		t.SetError("")
		t.setText()
	}
	return t.value >= 0
}

// Focusable gives the part that has the focus.
func (t *TimeField) Focusable() fyne.Focusable { return t.entry }

// Type types runes as a person would.
func (t *TimeField) Type(text string) { typeAll(t.entry, text) }

// NaturalWidth is less than that of other fields.
func (t *TimeField) NaturalWidth() float32 { return paintFor(t).px(96) }

func (t *TimeField) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		t.step(15)
	case fyne.KeyDown:
		t.step(-15)
	case fyne.KeyPageUp:
		t.step(60)
	case fyne.KeyPageDown:
		t.step(-60)
	case fyne.KeyReturn, fyne.KeyEnter:
		return !t.Check()
	default:
		return false
	}
	return true
}

// step goes to the next step, from nine o'clock where the field is empty.
func (t *TimeField) step(by int) {
	to := 9 * 60
	switch {
	case t.value >= 0 && (by == 60 || by == -60):
		to = (t.value + by + minutesPerDay) % minutesPerDay
	case t.value >= 0:
		to = stepTime(t.value, by)
	}
	t.SetValue(to)
	touched(t)
	if t.changed != nil {
		t.changed(to)
	}
}
