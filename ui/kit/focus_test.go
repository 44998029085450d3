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

// focusLog is a canvas that notes what it is asked to give the focus to.
type focusLog struct {
	fyne.Canvas

	asked []fyne.Focusable
}

func (c *focusLog) Focus(f fyne.Focusable) {
	c.asked = append(c.asked, f)
	c.Canvas.Focus(f)
}

// A box that closes gives the focus back to what had it, and to nothing where that has gone below it meanwhile.
func TestABoxGivesTheFocusBackOnlyToWhatIsThere(t *testing.T) {
	for _, goes := range []bool{false, true} {
		field := NewTextField("", "", nil)
		page := Stack(0, field)
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 200), page)
		c := &focusLog{Canvas: b.window.Canvas()}
		c.Focus(field.Focusable())
		box := ShowPopoverAt(c, fyne.NewPos(10, 10), NewTextField("", "", nil), nil)
		if goes {
			page.Objects = []fyne.CanvasObject{NewTextField("", "", nil)}
		}
		c.asked = nil
		box.Close()
		if back := len(c.asked) == 1; back == goes {
			t.Errorf("gone is %v: asked for %v", goes, c.asked)
		}
	}
}
