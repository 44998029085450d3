package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who scrolls a page and comes back to it finds it where it was, whether it was scrolled by the wheel or by keys.
func TestBackKeepsThePlace(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 420), Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
	tall := func() *kit.Scroll {
		var found *kit.Scroll
		kit.Walk(h.Shell.Router.Page().Object(), func(o fyne.CanvasObject) bool {
			if s, ok := o.(*kit.Scroll); ok && found == nil && s.Children()[0].Size().Height > s.Size().Height+50 {
				found = s
			}
			return found == nil
		})
		return found
	}
	keeps := func(name string, leave func()) {
		t.Helper()
		s := tall()
		if s == nil {
			t.Fatalf("%s fits", name)
		}
		s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -120}})
		at := s.At()
		if at == 0 {
			t.Errorf("%s does not scroll", name)
		}
		leave()
		h.Keys("Alt+Left")
		if back := tall(); back == nil || back.At() != at {
			t.Errorf("%s was at %v and is at %v", name, at, back.At())
		}
	}
	keeps("today", func() { h.Keys("Ctrl+3") })
	h.Go(shell.Route{Screen: "settings"})
	keeps("settings", func() { h.Keys("Ctrl+3") })

	h.Go(shell.Route{Screen: "plans"})
	list := func() (found *kit.List) {
		kit.Walk(h.Shell.Router.Page().Object(), func(o fyne.CanvasObject) bool {
			if l, ok := o.(*kit.List); ok && found == nil {
				found = l
			}
			return found == nil
		})
		return found
	}
	list().To(70)
	if list().At() != 70 {
		t.Fatalf("the goals are at %v", list().At())
	}
	h.Keys("Ctrl+1", "Alt+Left")
	if at := list().At(); at != 70 {
		t.Errorf("the goals are at %v", at)
	}

	h.Go(shell.Route{Screen: "people"})
	list().To(100_000)
	end := list().At()
	h.Keys("Ctrl+5", "Alt+Left")
	if at := list().At(); end < 100 || at != end {
		t.Errorf("the people were at their end, %v, and are at %v", end, at)
	}
}
