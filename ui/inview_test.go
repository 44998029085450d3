package ui_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The pages of a report have the room of the choices in a small window, and give it back; what somebody chose is kept for
// who comes back.
func TestTheReportTakesTheRoom(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Amina Yusuf").ID})
	wide := func() float32 { return visible[*kit.Sheets](t, h).Size().Width / 900 }
	if alone := wide(); alone < 0.7 || h.Sees(h.Words.T("reports.relationship")) {
		t.Errorf("in a small window the pages have %v of it", alone)
	}
	h.Keys("Ctrl+Shift+L")
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
	h.Keys("Ctrl+Shift+L", "Ctrl+1", "Alt+Left")
	h.Wants(h.Words.T("reports.relationship"))
}

// A page begins at its top, however far below the edge the field is that has the focus: what is typed brings that into view.
func TestAPageBeginsAtItsTop(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(1280, 800), Before: func(p *planner.Planner) {
		today, err := p.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i := range 40 {
			if _, err := p.Agendas.Add(t.Context(), today.Next.Meeting.ID, core.AgendaItem{Text: fmt.Sprint("Item ", i)}); err != nil {
				t.Fatal(err)
			}
		}
	}})
	today, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: today.Next.Meeting.ID})
	scroll := func() (found *kit.Scroll) {
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if s, ok := o.(*kit.Scroll); ok && kit.Contains(s, h.Canvas().Focused().(fyne.CanvasObject)) {
				found = s
			}
			return found == nil
		})
		return found
	}
	if h.Canvas().Focused() == nil || scroll().At() != 0 {
		t.Fatalf("%T has the focus, and the page is scrolled to %v", h.Canvas().Focused(), scroll().At())
	}
	h.Type("a")
	if scroll().At() == 0 {
		t.Error("what is typed is out of view")
	}
	h.Keys("Ctrl+1", "Alt+Left")
	if h.Settle(); scroll().At() == 0 {
		t.Error("come back to, the page is at its top")
	}
}

// Where a dialog says what is wrong with a field, all of that is in view.
func TestWhatIsWrongIsInView(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		h.Run("person.new")
		h.Type("Ana Costa")
		h.Tap(h.Words.T("people.form_unfold"))
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
