package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// What is typed after Tab stands in the next field: the icon between two fields is for the pointer, and for F4.
func TestTabGoesFromFieldToField(t *testing.T) {
	due := NewDateField("Due", day("2026-11-23"), day("2026-11-20"), englishWords(), nil)
	why := NewTextField("Why", "", nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 420), Stack(8, due, why))
	c := b.window.Canvas()
	c.Focus(due.Focusable())
	test.FocusNext(c)
	typeAll(c.Focused(), "because")
	if why.Text() != "because" {
		t.Errorf("typed after Tab: %q; %T has the focus", why.Text(), c.Focused())
	}
	test.FocusPrevious(c)
	if c.Focused() != due.Focusable() {
		t.Errorf("Shift+Tab leads to %T", c.Focused())
	}
	if due.row.button.TipKeys() != "F4" {
		t.Errorf("the icon names no key but %q", due.row.button.TipKeys())
	}
	c.Focus(why.Focusable())
	test.Tap(due.row.button)
	if _, ok := c.Focused().(*monthGrid); !ok {
		t.Fatalf("a click on the icon gave the focus to %T", c.Focused())
	}
	press(c.Focused(), fyne.KeyRight, fyne.KeyReturn)
	if got, _ := due.Value(); got != day("2026-11-24") || c.Focused() != due.Focusable() {
		t.Errorf("chose %v, and %T has the focus", got, c.Focused())
	}
}

// A figure is replaced by what is typed when the focus has come, not lengthened.
func TestAFigureIsOneThing(t *testing.T) {
	minutes := NewTextField("Minutes", "", nil).Whole()
	minutes.SetText("45")
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 420), Stack(8, minutes))
	test.FocusNext(b.window.Canvas())
	typeAll(b.window.Canvas().Focused(), "30")
	if minutes.Text() != "30" {
		t.Errorf("30 over 45 is %q", minutes.Text())
	}
}

// A row of a form is moved and removed by key from any of its fields; a key that it has no use for goes on.
func TestRowKeys(t *testing.T) {
	var did []string
	keys := RowKeys{Up: func() { did = append(did, "up") }, Remove: func() { did = append(did, "remove") }}
	text, pick := NewTextField("", "", nil), NewSelect("", []string{"a", "b"}, 0, nil)
	when := NewDateField("", day("2026-11-23"), day("2026-11-20"), englishWords(), nil)
	who := NewCombo("", "", func(string) []ComboItem { return nil }, nil)
	keys.In(text, pick, when, who)
	row := Line(4, append([]fyne.CanvasObject{text, pick, when, who}, keys.Icons("above", "below", "away")...)...)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(900, 200), row)
	var passed []string
	b.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) {
		passed = append(passed, "down")
	})
	for _, f := range []interface{ Focusable() fyne.Focusable }{text, pick, when, who} {
		for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyDelete} {
			f.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
		}
	}
	if len(did) != 8 || did[0] != "up" || did[1] != "remove" || len(passed) != 4 {
		t.Errorf("did %v, passed on %v", did, passed)
	}
	icons := keys.Icons("above", "below", "away")
	if len(icons) != 2 || icons[0].(*SideIcon).TipKeys() != KeysRowUp || icons[1].(*SideIcon).TipText() != "away" {
		t.Errorf("icons %v", icons)
	}
}
