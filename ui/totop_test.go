package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/people"
	"mentorbook/ui/shell"
	"mentorbook/ui/today"
	"mentorbook/ui/uitest"
)

// Whoever chooses the page that they are on goes to its top, by key, by the palette and by the sidebar; and what has the focus
// then is in view there.
func TestThePageOneIsOnGoesToItsTop(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role, Size: fyne.NewSize(900, 600)})
		page := func() *today.Page { return h.Shell.Router.Page().(*today.Page) }
		for name, choose := range map[string]func(){
			"Ctrl+1":  func() { h.Keys("Ctrl+1") },
			"palette": func() { h.Keys("Ctrl+K"); h.Type(h.Words.T("window.today")); h.Settle(); h.Keys("Enter") },
			"sidebar": func() { h.Tap(h.Words.T("window.today")) },
		} {
			page().ScrollTo(10000)
			if page().Save() == shell.State(float32(0)) {
				t.Fatalf("%s: the page does not scroll", role)
			}
			all := kit.Focusables(page().Object())
			h.Canvas().Focus(all[len(all)-1])
			choose()
			if at := page().Save(); at != shell.State(float32(0)) {
				t.Errorf("%s, %s: the page is at %v", role, name, at)
			}
			if f := kit.WholeOf(h.Canvas().Focused()); f == nil || h.Canvas().Focused() == all[len(all)-1] {
				t.Errorf("%s, %s: %T has the focus", role, name, f)
			} else if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y; y < 0 || y > 600 {
				t.Errorf("%s, %s: what has the focus is at %v", role, name, y)
			}
		}
		h.Go(shell.Route{Screen: "people"})
		h.Keys("End", "Ctrl+2")
		if _, ok := h.Shell.Router.Page().(*people.Page); !ok {
			t.Error("the page of people has gone")
		}
	}
}
