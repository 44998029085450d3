package shell_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

func TestBackAndForwardRestorePages(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	w.Press("PageDown")
	at := w.page().Save()
	if at == shell.State(float32(0)) {
		t.Fatal("Page Down does not scroll")
	}
	first := w.page()
	w.Click("People")
	if first.left != 1 || w.Shell.Router.Route().Screen != "people" || w.page().Save() != shell.State(float32(0)) {
		t.Errorf("at %v, left %d times, scrolled %v", w.Shell.Router.Route(), first.left, w.page().Save())
	}
	w.Click("Plans")
	w.Press("Alt+Left", "Alt+Left")
	if w.Shell.Router.Route().Screen != "today" || w.page().Save() != at {
		t.Errorf("back at %v, scrolled %v, was %v", w.Shell.Router.Route(), w.page().Save(), at)
	}
	w.Press("Alt+Right")
	if w.Shell.Router.Route().Screen != "people" || !w.Shell.Router.CanForward() {
		t.Errorf("forward to %v", w.Shell.Router.Route())
	}
	w.Click("Reports")
	if w.Shell.Router.CanForward() {
		t.Error("a new way leaves the old one")
	}
}

func TestBackPassesWhatIsGone(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	w.Click("People")
	w.Click("Plans")
	w.Click("Reports")
	w.gone["people"], w.gone["plans"] = true, true
	if !w.Shell.Router.Back() || w.Shell.Router.Route().Screen != "today" {
		t.Errorf("at %v", w.Shell.Router.Route())
	}
	if w.Shell.Router.Back() {
		t.Error("back beyond the beginning")
	}
	if !w.Shell.Router.Forward() || w.Shell.Router.Route().Screen != "reports" {
		t.Errorf("at %v", w.Shell.Router.Route())
	}
	w.Shell.Router.Drop(func(r shell.Route) bool { return r.Screen == "reports" }, shell.Route{Screen: "people"})
	if w.Shell.Router.Route().Screen != "today" || w.Shell.Router.CanForward() {
		t.Errorf("after the record has gone: %v", w.Shell.Router.Route())
	}
	w.gone = map[string]bool{}
	w.Shell.Router.Drop(func(shell.Route) bool { return true }, shell.Route{Screen: "people"})
	if w.Shell.Router.Route().Screen != "people" {
		t.Errorf("with nothing left: %v", w.Shell.Router.Route())
	}
}

func TestSameRouteRefreshes(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	p := w.page()
	w.Shell.Go(shell.Route{Screen: "today"})
	if w.page() != p || p.refreshed != 1 || w.Shell.Router.CanBack() {
		t.Errorf("refreshed %d times", p.refreshed)
	}
	w.gone["nowhere"] = true
	if w.Shell.Go(shell.Route{Screen: "nowhere"}) || w.page() != p {
		t.Error("went nowhere")
	}
}

func TestFocusStaysInItsPlace(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	rows := func(names ...string) fyne.CanvasObject {
		out := make([]*kit.Row, len(names))
		for i, n := range names {
			out[i] = kit.NewRow(kit.RowSpec{Content: kit.NewText(n, kit.Body()), Tap: func() {}})
		}
		return kit.Rows(out...)
	}
	p := w.page()
	focused := func() string {
		return strings.Join(kit.Texts(kit.WholeOf(w.Canvas().Focused())), "")
	}
	p.SetContent(rows("one", "two", "three", "four"))
	w.Press("F6", "Down", "Down")
	p.content = rows("one", "three", "four")
	w.Shell.Refresh()
	if focused() != "three" {
		t.Errorf("after a change the focus is on %q", focused())
	}
	p.content = rows("one", "four")
	w.Shell.Refresh()
	if focused() != "four" {
		t.Errorf("what had the focus has gone, now %q has it", focused())
	}
	p.content = kit.NewText("nothing left", kit.Body())
	w.Shell.Refresh()
	if w.Canvas().Focused() != nil {
		t.Errorf("a ghost has the focus: %q", focused())
	}
	w.Click("People")
	w.Press("F6", "Tab", "Down", "Down")
	was := focused()
	w.Click("Plans")
	if focused() == was {
		t.Error("the focus stays on a page that has gone")
	}
	w.Press("Alt+Left")
	if focused() != was || was == "" {
		t.Errorf("back, the focus is on %q, was on %q", focused(), was)
	}
}

// listener is something with the focus that knows whether it still has it.
type listener struct {
	widget.Button

	has bool
}

func newListener() *listener {
	l := &listener{}
	l.ExtendBaseWidget(l)
	return l
}

func (l *listener) FocusGained() { l.has = true }
func (l *listener) FocusLost()   { l.has = false }

// What has the focus learns that it has gone when the window gets other content: a field would blink on for ever.
func TestNothingKeepsTheFocusOfAWindowThatIsClosed(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	onPage, inDialog := newListener(), newListener()
	w.page().SetContent(kit.Stack(0, onPage))
	w.Canvas().Focus(onPage)
	w.Shell.Dialogs.Show(shell.Dialog{Title: "Dialog", Content: kit.Stack(0, inDialog), Cancel: "Cancel"})
	if !onPage.has || !inDialog.has {
		t.Fatal("nothing got the focus")
	}
	w.Shell.Close()
	if onPage.has || inDialog.has {
		t.Errorf("keeps the focus: on the page %v, in the dialog %v", onPage.has, inDialog.has)
	}
}
