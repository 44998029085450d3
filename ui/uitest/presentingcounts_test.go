package uitest_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// The sidebar's figures count private things, too: while others look they are away, whatever page is on show and whatever
// was done meanwhile, and they are back as soon as nobody looks.
func TestPresentingHidesTheFiguresOfTheSidebar(t *testing.T) {
	for _, on := range []string{"today", "plans", "reports"} {
		t.Run(on, func(t *testing.T) { figuresGo(t, on) })
	}
}

func figuresGo(t *testing.T, on string) {
	h := uitest.Open(t, uitest.Options{})
	h.Run(on)
	figures := func() (n int) {
		kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if item, ok := o.(*kit.NavItem); ok && item.Badge() != "" {
				n++
			}
			return true
		})
		return n
	}
	h.Settle()
	before := figures()
	if before == 0 {
		t.Fatal("the sidebar has no figures: the test looks at nothing")
	}
	h.Run("presenting")
	h.Settle()
	if n := figures(); n != 0 {
		t.Errorf("%d figures are to be seen while others look", n)
	}
	h.Keys("Ctrl+Z")
	if n := figures(); n != 0 {
		t.Errorf("%d figures are to be seen after a step while others look", n)
	}
	h.Run("redo")
	h.Run("presenting")
	h.Settle()
	if n := figures(); n != before {
		t.Errorf("%d figures came back, not %d", n, before)
	}
}
