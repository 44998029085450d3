package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// What the ticks on bars mean is said where a skill has a bar, and nowhere else, at any width of the window.
func TestTheMarksOfBarsAreExplainedWhereThereAreBars(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	h.Go(shell.Route{Screen: "plans", Tab: "skills"})
	with := map[bool]int{}
	for width := float32(760); width <= 1280; width += 10 {
		h.Window.Resize(fyne.NewSize(width, 600))
		h.Settle()
		bars := false
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if b, ok := o.(*kit.Bar); ok {
				bars = bars || b.Visible()
			}
			return o.Visible()
		})
		with[bars]++
		if said := h.Sees(h.Words.T("rel.baseline")); said != bars {
			t.Errorf("%v wide: bars %t, and explained %t", width, bars, said)
		}
	}
	if with[true] == 0 || with[false] == 0 {
		t.Errorf("tried with bars, and without: %v", with)
	}
}
