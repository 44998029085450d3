package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// The focus is not given to what has gone: the toolkit would complain.
func TestFocusOnlyOnWhatIsThere(t *testing.T) {
	here, gone := NewTextField("", "", nil), NewTextField("", "", nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 200), Stack(0, here))
	c := b.window.Canvas()
	if FocusOn(c, gone.Focusable()) || c.Focused() != nil {
		t.Errorf("%T has the focus", c.Focused())
	}
	if !FocusOn(c, here.Focusable()) || c.Focused() != here.Focusable() {
		t.Errorf("%T has the focus", c.Focused())
	}
	if FocusOn(c, nil) {
		t.Error("nothing has taken the focus")
	}
}
