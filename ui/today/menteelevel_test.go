package today_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A goal of which there is no more to say than its name stands level with the button in its row.
func TestAGoalWithNothingBelowItsNameIsLevelWithItsButton(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Role: core.RoleMentee, Size: fyne.NewSize(900, 600)})
		h.Go(shell.Route{Screen: "today"})
		middle := func(o fyne.CanvasObject) float32 {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + o.Size().Height/2
		}
		seen := false
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			row, ok := o.(*kit.Row)
			if !ok || len(kit.Texts(row)) == 0 || kit.Texts(row)[0] != "Decide whether I want to lead people" {
				return true
			}
			seen = true
			var name, button fyne.CanvasObject
			kit.Walk(row, func(o fyne.CanvasObject) bool {
				switch x := o.(type) {
				case *kit.Text:
					if name == nil {
						name = x
					}
				case *kit.Button:
					button = x
				}
				return true
			})
			if off := middle(name) - middle(button); off < -1 || off > 1 {
				t.Errorf("%s: the name stands %v from the middle of the button", lang, off)
			}
			return false
		})
		if !seen {
			t.Errorf("%s: there is no such goal", lang)
		}
	}
}
