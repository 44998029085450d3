package shell_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// F8 goes round all messages: those at the foot, and those above the page. From one that is closed by key the focus goes back to
// where it was.
func TestTheMessageKeyGoesRound(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	field := w.page().field.Focusable()
	w.Canvas().Focus(field)
	on := func() string {
		o := w.Canvas().Focused()
		text, _ := o.(interface{ Text() string })
		if text == nil {
			return ""
		}
		return text.Text()
	}
	round := func(want ...string) {
		t.Helper()
		for range 2 {
			var got []string
			for range want {
				w.Press("F8")
				got = append(got, on())
			}
			if !slices.Equal(got, want) {
				t.Errorf("F8 goes to %q, not %q", got, want)
			}
		}
	}
	notice := func(action string) shell.Notice {
		return shell.Notice{Kind: kit.Info, Say: func() (string, string) { return "Something stands here", action }, Do: func() {}}
	}
	w.Press("F8")
	if w.Canvas().Focused() != field {
		t.Errorf("with no message, F8 goes to %T", w.Canvas().Focused())
	}
	w.Shell.Cover("") // takes away what that has said
	w.Shell.Banner("one", notice("Open one"))
	round("Open one")
	w.Shell.Banner("two", notice("Open two"))
	w.Canvas().Focus(field)
	round("Open one", "Open two")
	w.Shell.Say(kit.ToastSpec{Text: "Something was said", Action: "Act", Do: func() {}})
	w.Shell.Say(kit.ToastSpec{Text: "In time", Action: "Act in time", Do: func() {}, Apart: true})
	w.Canvas().Focus(field)
	round("Act in time", "Act", "Open one", "Open two")
	w.Press("F8", "F8", "F8")
	w.Shell.CloseBanner("one")
	if on() != "Act" {
		t.Errorf("after closing, the focus is on %T %q", w.Canvas().Focused(), on())
	}
	w.Shell.Cover("") // takes what was said away
	w.Canvas().Focus(field)
	w.Press("F8")
	w.Shell.CloseBanner("two")
	if w.Canvas().Focused() != field {
		t.Errorf("after closing the other, the focus is on %T %q", w.Canvas().Focused(), on())
	}
}
