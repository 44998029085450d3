package uitest_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// TestEveryButtonLeadsSomewhere presses each button of each page, and each line of each menu that one opens: none brings the
// window down, or fails in a way that is a mistake in the program.
func TestEveryButtonLeadsSomewhere(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	pressed, done := 0, map[string]bool{} // of a screen, what several of its places have counts once
	places := routes(h)
	people, err := h.Planner.People.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		places["people/"+p.Name] = shell.Route{Screen: "people", ID: p.ID}
	}
	for _, name := range slices.Sorted(maps.Keys(places)) {
		to := places[name]
		for i := 0; ; i++ {
			if !h.Shell.Go(shell.Route{Screen: "today"}) || !h.Shell.Go(to) { // what it was about is deleted
				break
			}
			h.Settle()
			all, names := buttonsOf(h)
			for i < len(all) && done[to.Screen+": "+names[i]] {
				i++
			}
			if i >= len(all) {
				break
			}
			done[to.Screen+": "+names[i]] = true
			press(t, h, name+": "+names[i], all[i])
			pressed++
			for j := 0; ; j++ {
				lines := menuLines(h)
				if j >= len(lines) {
					break
				}
				said := strings.Join(kit.Texts(lines[j]), " ")
				press(t, h, name+": "+names[i]+": "+said, lines[j])
				pressed++
				closeAll(h)
				if h.Shell.Router.Route() != to {
					break
				}
				press(t, h, name+": "+names[i], all[i])
			}
			closeAll(h)
		}
	}
	if pressed < 60 {
		t.Errorf("only %d were pressed", pressed)
	}
}

// press presses, and fails the test where that goes wrong.
func press(t *testing.T, h *uitest.House, what string, o fyne.Tappable) {
	t.Helper()
	defer func() {
		if err := recover(); err != nil {
			t.Fatalf("%s brings the window down: %v", what, err)
		}
	}()
	h.Errors = nil
	o.Tapped(&fyne.PointEvent{})
	h.Settle()
	for _, err := range h.Errors {
		if core.CodeOf(err) == core.CodeInternal || core.CodeOf(err) == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
	h.Errors = nil
}

// menuLine is a line of a menu.
type menuLine interface {
	fyne.CanvasObject
	fyne.Tappable
}

// menuLines gives the lines of the menu that is open; none where there is none.
func menuLines(h *uitest.House) (out []menuLine) {
	menu, ok := h.Canvas().Overlays().Top().(*kit.Popover)
	if !ok {
		return nil
	}
	kit.Walk(menu, func(o fyne.CanvasObject) bool {
		if l, ok := o.(menuLine); ok && o != fyne.CanvasObject(menu) {
			out = append(out, l)
			return false
		}
		return true
	})
	return out
}

// closeAll closes all that is open over the page, lets messages go, and shows what was hidden.
func closeAll(h *uitest.House) {
	for n := 0; len(h.Canvas().Overlays().List()) > 0 && n < 9; n++ {
		h.Keys("Escape")
	}
	if c, _ := h.Shell.Commands.Find("presenting"); c.Name() == h.Words.T("window.presenting_off") {
		h.Run(c.ID)
	}
	h.Clock.Move(time.Minute)
}
