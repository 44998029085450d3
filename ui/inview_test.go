package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The pages of a report take the room of the choices, and give it back; that is kept for who comes back.
func TestTheReportTakesTheRoom(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Amina Yusuf").ID})
	wide := func() float32 { return visible[*kit.Sheets](t, h).Size().Width / 900 }
	if beside := wide(); beside < 0.34 { // the choices need theirs: names beside their fields, items in few lines
		t.Errorf("beside the choices the pages have %v of the window", beside)
	}
	h.Keys("Ctrl+Shift+L")
	if alone := wide(); alone < 0.7 || h.Sees(h.Words.T("reports.relationship")) {
		t.Errorf("alone the pages have %v of the window", alone)
	}
	h.Keys("Ctrl+1", "Alt+Left")
	if alone := wide(); alone < 0.7 {
		t.Errorf("come back to, the pages have %v of the window", alone)
	}
	h.Keys("Ctrl+Shift+L")
	h.Wants(h.Words.T("reports.relationship"))
}

// Where a dialog says what is wrong with a field, all of that is in view.
func TestWhatIsWrongIsInView(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		h.Run("person.new")
		h.Type("Ana Costa")
		var born *kit.DateField
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if d, ok := o.(*kit.DateField); ok && born == nil {
				born = d
			}
			return true
		})
		h.Canvas().Focus(born.Focusable())
		h.Type("someday")
		h.Keys("Ctrl+Enter")
		h.Settle()
		if born.Error() == "" {
			t.Fatal("nothing is wrong: the test looks at nothing")
		}
		driver, scroll := fyne.CurrentApp().Driver(), visible[*kit.Scroll](t, h)
		end, seen := driver.AbsolutePositionForObject(born).Y+born.Size().Height, driver.AbsolutePositionForObject(scroll).Y+scroll.Size().Height
		if end > seen {
			t.Errorf("%s: what is wrong ends at %v, what is seen at %v", lang, end, seen)
		}
		h.Shot("wrong-" + string(lang))
	}
}

// A person with a name and nothing else to say stands in the middle of the row.
func TestANameAloneStandsInTheMiddle(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		if _, err := p.People.Add(t.Context(), core.Person{Name: "Aaron Alone"}); err != nil {
			t.Fatal(err)
		}
	}})
	h.Go(shell.Route{Screen: "people"})
	driver := fyne.CurrentApp().Driver()
	var row fyne.CanvasObject
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if c, ok := o.(*fyne.Container); ok && len(c.Objects) == 5 && row == nil && slices.Contains(kit.Texts(c), "Aaron Alone") {
			row = c
		}
		return true
	})
	if row == nil {
		t.Fatal("no row")
	}
	name := row.(*fyne.Container).Objects[1].(*fyne.Container).Objects[0]
	middle := func(o fyne.CanvasObject) float32 { return driver.AbsolutePositionForObject(o).Y + o.Size().Height/2 }
	if off := middle(name) - middle(row); off > 1.5 || off < -1.5 {
		t.Errorf("the name stands %v off the middle", off)
	}
}
