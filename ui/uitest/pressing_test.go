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
// window down, or fails in a way that is a mistake in the program, and those end in an ellipsis that a dialog follows.
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
			dots(t, h, name, all[i])
			pressed++
			for j := 0; ; j++ {
				lines := menuLines(h)
				if j >= len(lines) {
					break
				}
				said := strings.Join(kit.Texts(lines[j]), " ")
				press(t, h, name+": "+names[i]+": "+said, lines[j])
				dots(t, h, name+": "+names[i], lines[j])
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

// TestMenusSayWhatFollows presses each line of each menu of the right button, and runs each command, as
// TestEveryButtonLeadsSomewhere presses buttons.
func TestMenusSayWhatFollows(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	pressed, done := 0, map[string]bool{}
	places := routes(h)
	for _, name := range slices.Sorted(maps.Keys(places)) {
		to := places[name]
		visit := func() bool {
			went := h.Shell.Go(shell.Route{Screen: "today"}) && h.Shell.Go(to)
			h.Settle()
			return went
		}
		if !visit() {
			continue
		}
		for i := 0; i < len(menuOwners(h)); i++ {
			for line := fresh(h, i, to.Screen, done); line != nil; line = fresh(h, i, to.Screen, done) {
				press(t, h, name+", right button", line)
				dots(t, h, name+", right button", line)
				pressed++
				closeAll(h)
				visit()
			}
		}
	}
	if pressed < 20 {
		t.Errorf("only %d were pressed", pressed)
	}
}

// fresh opens the menu of the i-th thing on the page that has one, and gives the first line of it that was not pressed yet
// on that screen; nil where there is none.
func fresh(h *uitest.House, i int, screen string, done map[string]bool) menuLine {
	owners := menuOwners(h)
	if i >= len(owners) {
		return nil
	}
	owners[i].TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(4, 4), AbsolutePosition: fyne.NewPos(40, 40)})
	h.Settle()
	for _, line := range menuLines(h) {
		if key := screen + ": " + kit.Texts(line)[0]; !done[key] {
			done[key] = true
			return line
		}
	}
	closeAll(h)
	return nil
}

// menuOwners gives what takes the right button on the page on show.
func menuOwners(h *uitest.House) (out []fyne.SecondaryTappable) {
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if s, ok := o.(fyne.SecondaryTappable); ok && len(kit.Texts(o)) > 0 {
			out = append(out, s)
		}
		return true
	})
	return out
}

// TestCommandsSayWhatFollows runs each command: those end in an ellipsis that a dialog follows.
func TestCommandsSayWhatFollows(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	places, met := routes(h), map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(places)) {
		h.Go(places[name])
		for _, c := range h.Shell.Commands.All() {
			if met[c.ID] || c.Why != nil && c.Why() != "" {
				continue
			}
			met[c.ID] = true
			said := h.Words.T(c.Title)
			if c.Name != nil {
				said = c.Name()
			}
			h.Run(c.ID)
			ellipsis(t, h, "command "+c.ID, said)
			closeAll(h)
			h.Go(places[name])
		}
	}
	if len(met) < 50 {
		t.Errorf("only %d were run", len(met))
	}
}

// dots holds that what was pressed ends in an ellipsis where a dialog follows, and only there, and that no dialog's title
// does. What has no words is told by a picture; a mere warning before something is taken away is no dialog in that sense.
func dots(t *testing.T, h *uitest.House, where string, pressed fyne.CanvasObject) {
	t.Helper()
	if said := kit.Texts(pressed); len(said) > 0 && said[0] != "" {
		ellipsis(t, h, where, said[0])
	}
}

// ellipsis is dots of what was pressed by its words.
func ellipsis(t *testing.T, h *uitest.House, where, said string) {
	t.Helper()
	open, asks := h.Canvas().Overlays().Top().(*shell.Open)
	if asks {
		if title := kit.Texts(open)[0]; strings.HasSuffix(title, "…") {
			t.Errorf("%s: the dialog of %q is called %q", where, said, title)
		}
		if warns(open) {
			return
		}
	}
	if asks != strings.HasSuffix(said, "…") {
		t.Errorf("%s: %q, and a dialog follows: %v", where, said, asks)
	}
}

// warns tells whether a dialog has nothing in it but what it says and its buttons, one of which takes something away.
func warns(open *shell.Open) bool {
	danger, fields := false, false
	kit.Walk(open, func(o fyne.CanvasObject) bool {
		b, is := o.(*kit.Button)
		_, focusable := o.(fyne.Focusable)
		danger, fields = danger || is && b.Kind() == kit.Danger, fields || focusable && !is
		return true
	})
	return danger && !fields
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
