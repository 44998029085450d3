package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// In a field of one line, too, the cursor blinks while somebody types, stays on where they have stopped, and is gone with
// the focus: each turn draws the whole window.
func TestTheCursorOfALineRestsWhenNobodyTypes(t *testing.T) {
	field := NewTextField("Name", "", nil)
	w := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 120), field).window
	e := field.Focusable().(*entry)
	cursor := cursorOf(test.WidgetRenderer(e).Objects())
	if cursor == nil {
		t.Fatal("the toolkit's cursor is not where it was")
	}
	if e.blink.anim != nil || cursor.Visible() {
		t.Error("it is on without the focus")
	}
	w.Canvas().Focus(e)
	if e.blink.anim == nil || !cursor.Visible() {
		t.Fatal("no cursor is to be seen where one types")
	}
	if n := e.blink.anim.RepeatCount; n < 1 || n > 20 {
		t.Errorf("it blinks %d more times", n)
	}
	tick := e.blink.anim.Tick
	for _, c := range []struct {
		at float32
		on bool
	}{{0.2, true}, {0.6, false}, {0.9, false}, {0, true}, {0.7, false}, {1, true}} { // 1 is the end
		if tick(c.at); cursor.Visible() != c.on {
			t.Errorf("at %v of its time the cursor is on: %v", c.at, cursor.Visible())
		}
	}
	tick(0.7)
	if field.Type("x"); !cursor.Visible() {
		t.Error("the cursor is hidden where one types")
	}
	for name, end := range map[string]func(){
		"without the focus": w.Canvas().Unfocus, "hidden": e.Hide, "off": field.Disable, "taken away": func() { test.WidgetRenderer(e).Destroy() },
	} {
		e.Show()
		field.Enable()
		w.Canvas().Unfocus()
		w.Canvas().Focus(e)
		if e.blink.anim == nil {
			t.Fatalf("%s: it does not begin to blink", name)
		}
		if end(); e.blink.anim != nil || cursor.Visible() {
			t.Errorf("%s it blinks on", name)
		}
	}
}

// The toolkit is told that nothing moves by itself, which our own cursors do where the desktop allows it.
func TestCalm(t *testing.T) {
	was := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(was) })
	if !animated() {
		t.Fatal("the test's application shows no animations: this shows nothing")
	}
	fyne.SetCurrentApp(Calm(was))
	if fyne.CurrentApp().Settings().ShowAnimations() || !animated() {
		t.Error("the toolkit would move, or we would not")
	}
	if s := fyne.CurrentApp().Settings(); s.Theme() != was.Settings().Theme() || s.Scale() != was.Settings().Scale() {
		t.Error("the other settings are others")
	}
}
