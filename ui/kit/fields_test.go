package kit

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// englishWords are date words as a language would hand them in.
func englishWords() DateWords {
	return DateWords{
		Parse:    locale.ParseDate,
		Format:   func(d core.Date) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month.String()[:3], d.Year) },
		Month:    func(d core.Date) string { return fmt.Sprintf("%s %d", d.Month, d.Year) },
		Weekdays: [7]string{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"},
		First:    time.Monday,
		Bad:      func(error) string { return "not a date" }, Missing: "a date is needed", Hint: "23 Nov 2026",
		Open: Tip{Text: "Choose", Keys: "F4"}, Back: Tip{Text: "Month before"}, Forward: Tip{Text: "Month after"},
	}
}

func day(text string) core.Date {
	d, err := core.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestDateFieldNeverKeepsAnOldDate(t *testing.T) {
	var told []core.Date
	d := NewDateField("Due", day("2026-11-23"), day("2026-11-20"), englishWords(), func(v core.Date) { told = append(told, v) })
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(0, d))
	if got, ok := d.Value(); !ok || got != day("2026-11-23") || d.row.entry.Text != "23 Nov 2026" {
		t.Fatalf("shows %q for %v", d.row.entry.Text, got)
	}
	d.row.entry.SetText("23 nonsense")
	if got, ok := d.Value(); ok || !got.IsZero() {
		t.Errorf("a bad text left %v, %v", got, ok)
	}
	if d.Error() != "" {
		t.Error("complains while one is still typing")
	}
	if d.Check() || d.Error() != "not a date" {
		t.Errorf("a bad text passes: %q", d.Error())
	}
	d.row.entry.SetText("1.12")
	if got, ok := d.Value(); !ok || got != day("2026-12-01") || d.Error() != "" {
		t.Errorf("1.12 is %v, %v, %q", got, ok, d.Error())
	}
	if !d.Check() || d.row.entry.Text != "1 Dec 2026" {
		t.Errorf("a good date is shown as %q", d.row.entry.Text)
	}
	d.row.entry.SetText("")
	if got, ok := d.Value(); !ok || !got.IsZero() {
		t.Errorf("an empty field is %v, %v", got, ok)
	}
	d.Need()
	if d.Check() || d.Error() != "a date is needed" {
		t.Errorf("an empty field passes where a date is needed")
	}
	if len(told) != 3 || !told[0].IsZero() || told[1] != day("2026-12-01") || !told[2].IsZero() {
		t.Errorf("told %v", told)
	}
}

// The field says what the reader of dates says is wrong, also when somebody else misses a date in it.
func TestDateFieldPassesOnWhatIsWrong(t *testing.T) {
	w := englishWords()
	w.Bad = func(err error) string { return core.Problems(err)[0].Error() }
	d := NewDateField("Due", core.Date{}, day("2026-11-20"), w, nil)
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(0, d))
	d.SetError("a date, please")
	if d.Error() != "a date, please" {
		t.Errorf("an empty field says %q", d.Error())
	}
	for text, want := range map[string]string{
		"31 Feb 2027": "bad_date (date) max=28 month=2027-02 value=31 Feb 2027", "30/13/2026": "bad_date (date) no_month=13 value=30/13/2026",
		"nonsense": "bad_date (date) value=nonsense",
	} {
		d.row.entry.SetText(text)
		if d.Check() || d.Error() != want {
			t.Errorf("%q says %q", text, d.Error())
		}
		d.SetError("a date, please")
		if d.Error() != want {
			t.Errorf("%q says %q when a date is missed", text, d.Error())
		}
	}
	d.row.entry.SetText("28 Feb 2027")
	if !d.Check() || d.Error() != "" {
		t.Errorf("a good date says %q", d.Error())
	}
}

func TestDateFieldKeys(t *testing.T) {
	d := NewDateField("Due", day("2026-01-31"), day("2026-01-20"), englishWords(), nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 420), Stack(0, d))
	e := d.row.entry
	want := func(text string) {
		t.Helper()
		if got, _ := d.Value(); got != day(text) {
			t.Errorf("is %v, want %s", got, text)
		}
	}
	press(e, fyne.KeyPageUp)
	want("2026-02-28")
	press(e, fyne.KeyUp)
	want("2026-03-01")
	press(e, fyne.KeyDown, fyne.KeyPageDown)
	want("2026-01-28")
	press(e, fyne.KeyF4)
	b.shot("date-month")
	grid, ok := b.window.Canvas().Focused().(*monthGrid)
	if !ok {
		t.Fatalf("the month has no focus, but %T", b.window.Canvas().Focused())
	}
	press(grid, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyPageDown) // 31 January, then February
	if grid.at != day("2026-02-28") {
		t.Errorf("31 January and a month is %v", grid.at)
	}
	press(grid, fyne.KeyHome)
	if grid.at != day("2026-02-23") {
		t.Errorf("the week begins at %v", grid.at)
	}
	press(grid, fyne.KeyReturn)
	want("2026-02-23")
	if b.window.Canvas().Overlays().Top() != nil {
		t.Error("the month is still open")
	}
}

func TestMonthShowsWholeWeeks(t *testing.T) {
	m := NewMonth(day("2026-11-23"), day("2026-11-23"), englishWords(), func(core.Date) {})
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), m)
	if m.grid.first() != day("2026-10-26") {
		t.Errorf("begins on %v", m.grid.first())
	}
	chosen := core.Date{}
	m.choose = func(d core.Date) { chosen = d }
	w, h := m.grid.Size().Width/7, m.grid.Size().Height/7
	m.grid.Tapped(&fyne.PointEvent{Position: fyne.NewPos(w*2.5, h*1.5)})
	if chosen != day("2026-10-28") {
		t.Errorf("chose %v", chosen)
	}
	m.grid.moveTo(day("0001-01-01"))
	press(m.grid, fyne.KeyLeft)
	if !m.grid.at.Valid() {
		t.Errorf("left the calendar: %v", m.grid.at)
	}
}

func TestTimeField(t *testing.T) {
	f := NewTimeField("Start", -1, TimeWords{Parse: locale.ParseTime, Bad: "not a time", Missing: "a time is needed"}, nil)
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(0, f))
	if f.Check() || f.Error() != "a time is needed" {
		t.Errorf("an empty field passes: %q", f.Error())
	}
	press(f.entry, fyne.KeyUp)
	press(f.entry, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyDown, fyne.KeyDown)
	if f.entry.Text != "09:45" {
		t.Errorf("shows %s", f.entry.Text)
	}
	f.entry.SetText("9pm")
	if v, ok := f.Value(); !ok || v != 21*60 || !f.Check() || f.entry.Text != "21:00" {
		t.Errorf("9pm is %d, %v, %q", v, ok, f.entry.Text)
	}
	f.entry.SetText("late")
	if _, ok := f.Value(); ok || f.Check() || f.Error() != "not a time" {
		t.Errorf("a bad text passes")
	}
}

// A focused field keeps the keys that edit and sends the others on to the window.
func TestFieldsSendKeysOn(t *testing.T) {
	f, area := NewTextField("Name", "", nil), NewTextArea("Note", "", 3, nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(8, f, area))
	c := b.window.Canvas()
	var keys []fyne.KeyName
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	ran := ""
	for _, s := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}} {
		c.AddShortcut(s, func(s fyne.Shortcut) { ran += s.ShortcutName() + " " })
	}
	c.Focus(f.Focusable())
	f.Type("ab")
	press(f.Focusable(), fyne.KeyBackspace, fyne.KeyEscape, fyne.KeyF1, fyne.KeyReturn, fyne.KeyPageDown)
	if f.Text() != "a" || len(keys) != 4 {
		t.Errorf("text %q, keys %v", f.Text(), keys)
	}
	f.entry.TypedShortcut(&fyne.ShortcutUndo{})
	f.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl})
	if f.Text() != "ab" || ran != "CustomDesktop:Control+K " {
		t.Errorf("undo gave %q, the window ran %q", f.Text(), ran)
	}
	f.SetText("") // as after Enter: there is nothing in it to be taken back
	f.entry.TypedShortcut(&fyne.ShortcutUndo{})
	if f.Text() != "" || ran != "CustomDesktop:Control+K Undo " {
		t.Errorf("with nothing to undo the field says %q, the window ran %q", f.Text(), ran)
	}
	keys = nil
	c.Focus(area.Focusable())
	area.Type("x")
	press(area.Focusable(), fyne.KeyReturn, fyne.KeyEscape)
	if area.Text() != "x\n" || len(keys) != 1 {
		t.Errorf("area %q, keys %v", area.Text(), keys)
	}
	if area.entry.(fyne.Tabbable).AcceptsTab() {
		t.Error("Tab cannot leave the area")
	}
}

func TestFieldShowsItsError(t *testing.T) {
	f := NewTextField("Name", "What shall we call them?", nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 200), Stack(8, f))
	before := f.HeightFor(300)
	f.SetError("A name is needed.")
	if f.Error() == "" || f.HeightFor(300) <= before {
		t.Error("the error takes no room")
	}
	b.shot("field-error")
	f.Type("A")
	if f.Error() != "" || f.HeightFor(300) != before {
		t.Error("the error stays while it is being mended")
	}
}

func TestSelect(t *testing.T) {
	var told []int
	s := NewSelect("Format", []string{"Individual", "Group", "Reverse"}, 0, func(i int) { told = append(told, i) })
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(0, s))
	c := b.window.Canvas()
	c.Focus(s.Focusable())
	press(s.Focusable(), fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	press(s.Focusable(), fyne.KeyReturn)
	b.shot("select-open")
	list, ok := c.Focused().(*List)
	if !ok || list.Current() != 2 {
		t.Fatalf("the choices have no focus: %T", c.Focused())
	}
	list.TypedRune('g')
	press(list, fyne.KeyReturn)
	if s.Chosen() != 1 || len(told) != 3 {
		t.Errorf("chose %d, told %v", s.Chosen(), told)
	}
	if c.Overlays().Top() != nil || c.Focused() != s.Focusable() {
		t.Errorf("the focus did not come back: %T", c.Focused())
	}
	test.Tap(s.face)
	c.Overlays().Top().(Escaper).Escape()
	if c.Overlays().Top() != nil {
		t.Error("Escape leaves the choices open")
	}
}

func TestStepTime(t *testing.T) {
	for _, c := range []struct{ from, step, want int }{
		{540, 15, 555}, {540, -15, 525}, {547, 15, 555}, {547, -15, 540}, {1425, 15, 0}, {0, -15, 1425}, {1430, 15, 0},
	} {
		if got := stepTime(c.from, c.step); got != c.want {
			t.Errorf("%d %+d is %d, want %d", c.from, c.step, got, c.want)
		}
	}
}

func TestTimesWithoutALanguage(t *testing.T) {
	w := TimeWords{}
	for m := range minutesPerDay {
		if got, ok := w.parse(w.format(m)); !ok || got != m {
			t.Fatalf("%s is %d, %v", w.format(m), got, ok)
		}
	}
	if _, ok := w.parse("24:00"); ok {
		t.Error("24:00 passes")
	}
}

// A field beside a taller one stays as tall as a control is; one of several lines takes what there is.
func TestFieldsBesideTallerOnes(t *testing.T) {
	line, area := NewTextField("One", "", nil), NewTextArea("Many", "", 2, nil)
	choice := NewSelect("Choice", []string{"a"}, 0, nil)
	newBench(t, Look{Mode: Light}, fyne.NewSize(600, 300), Columns(0, nil, line, choice, area))
	control := paintNow().size(SizeControl)
	if h := line.control.Size().Height; h != control {
		t.Errorf("a field of one line is %g tall", h)
	}
	if h := choice.control.Size().Height; h != control {
		t.Errorf("a choice is %g tall", h)
	}
	if h := area.control.Size().Height; h < 200 {
		t.Errorf("a field of several lines is %g tall", h)
	}
}

// What is typed into a date or a time that has just got the focus takes its place.
func TestTypingReplacesDatesAndTimes(t *testing.T) {
	clock := NewTimeField("", 9*60, TimeWords{Parse: locale.ParseTime, Format: func(h, m int) string { return fmt.Sprintf("%02d:%02d", h, m) }}, nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 200), Stack(4, NewTextField("", "", nil), clock))
	b.window.Canvas().Focus(clock.Focusable())
	for _, r := range "10:30" {
		clock.Focusable().TypedRune(r)
	}
	if got, ok := clock.Value(); !ok || got != 10*60+30 {
		t.Errorf("%d, %v from %q", got, ok, clock.entry.Text)
	}
}

// A key writes no day into an empty field: the calendar opens, and what is chosen there is the day.
func TestKeysInAnEmptyDateFieldOpenTheCalendar(t *testing.T) {
	var changed []core.Date
	d := NewDateField("Birthday", core.Date{}, core.NewDate(2026, 11, 23), englishWords(), func(v core.Date) { changed = append(changed, v) })
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 420), Stack(0, d))
	b.window.Canvas().Focus(d.Focusable())
	press(d.Focusable(), fyne.KeyDown)
	if v, _ := d.Value(); !v.IsZero() || len(changed) > 0 || d.open == nil {
		t.Fatalf("%v, %v", v, changed)
	}
	press(b.window.Canvas().Focused(), fyne.KeyReturn)
	if v, _ := d.Value(); v != core.NewDate(2026, 11, 23) {
		t.Errorf("chosen is %v", v)
	}
}
