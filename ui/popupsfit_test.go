package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

// What opens over a page fits the smallest windows: menus, the month of a field, the palette, the line for a thought. All
// that can have the focus in it comes into view with it.
func TestWhatPopsUpFitsTheWindow(t *testing.T) {
	t.Cleanup(func() { shelltest.Theme(kit.Look{Mode: kit.Light}) })
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, v := range []struct{ width, height, screen, texts float32 }{{450, 300, 2, 1}, {640, 400, 2, 1}, {1280, 800, 1, 2}, {900, 600, 1, 2}} {
			shelltest.Theme(kit.Look{Mode: kit.Light, Scale: v.texts})
			h := uitest.Open(t, uitest.Options{Language: lang, Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
			h.Window.Canvas().(test.WindowlessCanvas).SetScale(v.screen)
			h.Window.Resize(fyne.NewSize(v.width, v.height))
			for what, open := range popUps(h) {
				open()
				if h.Canvas().Overlays().Top() == nil {
					t.Errorf("%s: %s does not open", lang, what)
					continue
				}
				h.Shot(fmt.Sprintf("popup-%s-%s-%v-%v", lang, what, v.width, v.screen))
				for _, wrong := range outOfReach(h) {
					t.Errorf("%s: %s in %v x %v, texts x%v: %s", lang, what, v.width, v.height, v.texts, wrong)
				}
				for n := 0; len(h.Canvas().Overlays().List()) > 0 && n < 9; n++ {
					h.Keys("Escape")
				}
			}
			if len(h.Errors) > 0 {
				t.Errorf("%s: %v", lang, h.Errors)
			}
		}
	}
}

// popUps gives ways to open what opens over a page.
func popUps(h *uitest.House) map[string]func() {
	rel := shell.Route{Screen: "relationship", ID: h.Relationship("Amina Yusuf").ID}
	return map[string]func(){
		"program menu": func() { h.Keys("Alt+F") },
		"more": func() {
			h.Go(rel)
			h.Tap(h.Words.T("shell.more"))
		},
		"row menu": func() {
			h.Go(rel)
			h.Menu("Give two external talks")
		},
		"palette":         func() { h.Keys("Ctrl+K") },
		"palette typed":   func() { h.Keys("Ctrl+K"); h.Type("amina"); h.Settle() },
		"palette nothing": func() { h.Keys("Ctrl+K"); h.Type("qqqxxyy"); h.Settle() },
		"capture":         func() { h.Run("capture") },
		"capture whom": func() {
			h.Run("capture")
			h.Keys("Tab", "Down")
		},
		"month": func() {
			h.Go(rel)
			h.Run("meeting.new")
			kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
				d, ok := o.(*kit.DateField)
				if ok {
					h.Canvas().Focus(d.Focusable())
				}
				return !ok
			})
			h.Keys("F4")
		},
	}
}

// outOfReach tells of what can have the focus in what is on top and does not come into view with it.
func outOfReach(h *uitest.House) (wrong []string) {
	size, driver := h.Canvas().Size(), fyne.CurrentApp().Driver()
	for _, f := range kit.Focusables(h.Root()) {
		o := kit.WholeOf(f)
		if o == nil || o.Size().Height > size.Height {
			continue
		}
		h.Canvas().Focus(f)
		h.Settle()
		at := driver.AbsolutePositionForObject(o)
		if at.X < -1 || at.Y < -1 || at.X+o.Size().Width > size.Width+1 || at.Y+o.Size().Height > size.Height+1 {
			wrong = append(wrong, fmt.Sprintf("%T %q at %v, %v large", o, kit.Texts(o), at, o.Size()))
		}
	}
	faults, _ := uitest.Faults(h.Root())
	return append(wrong, faults[:min(len(faults), 3)]...)
}
