package uitest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Whatever is said at the window's foot covers nothing that can be pressed or typed into, on any screen, and in dialogs
// neither.
func TestMessagesCoverNothing(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian, Size: fyne.NewSize(900, 600)})
	long := "Встреча перенесена: Константин Константинопольский, вторник, 24 ноября, 14:00–14:45"
	speak := func() {
		h.Shell.Say(kit.ToastSpec{Text: "Goes at once"})
		h.Shell.Say(kit.ToastSpec{Text: long, Action: "Открыть", Second: "Показать в папке"})
		h.Shell.Fail(errors.New(long))
	}
	for name, to := range routes(h) {
		for _, size := range []fyne.Size{fyne.NewSize(900, 600), fyne.NewSize(1280, 800)} {
			h.Window.Resize(size)
			h.Go(to)
			speak()
			for _, fault := range covered(h.Canvas().Content()) {
				t.Errorf("%s at %v: %s", name, size, fault)
			}
			faults, _ := uitest.Faults(h.Canvas().Content())
			for _, f := range faults {
				t.Errorf("%s at %v with messages: %s", name, size, f)
			}
		}
	}
	h.Window.Resize(fyne.NewSize(900, 600))
	h.Run("person.new")
	speak()
	for _, fault := range covered(h.Root()) {
		t.Errorf("in a dialog: %s", fault)
	}
	if n := len(h.Root().(kit.Floating).Floats().Toasts()); n != 2 {
		t.Errorf("%d messages stand there", n)
	}
}

// covered finds messages that lie on something else that can be used.
func covered(root fyne.CanvasObject) (faults []string) {
	driver := fyne.CurrentApp().Driver()
	var toasts, others []fyne.CanvasObject
	kit.Walk(root, func(o fyne.CanvasObject) bool {
		_, press := o.(fyne.Tappable)
		_, focus := o.(fyne.Focusable)
		switch {
		case o == root:
		case is[*kit.Toast](o):
			toasts = append(toasts, o)
			return true
		case (press || focus) && !inside(toasts, o):
			others = append(others, o)
		}
		return true
	})
	for i, a := range toasts {
		at, size := driver.AbsolutePositionForObject(a), a.Size()
		if at.X < 0 || at.Y < 0 || at.X+size.Width > root.Size().Width || at.Y+size.Height > root.Size().Height {
			faults = append(faults, fmt.Sprintf("a message at %v of %v leaves the window", at, size))
		}
		for _, b := range append(others, toasts[:i]...) {
			p, s := seenOf(root, b)
			if at.X < p.X+s.Width && p.X < at.X+size.Width && at.Y < p.Y+s.Height && p.Y < at.Y+size.Height && s.Width > 1 && s.Height > 1 {
				faults = append(faults, fmt.Sprintf("a message lies on %T %.60q", b, kit.Texts(b)))
			}
		}
	}
	return faults
}

func is[T any](o fyne.CanvasObject) bool {
	_, ok := o.(T)
	return ok
}

func inside(all []fyne.CanvasObject, o fyne.CanvasObject) bool {
	for _, one := range all {
		if kit.Contains(one, o) {
			return true
		}
	}
	return false
}

// seenOf gives the part of an object that its scrollers let through.
func seenOf(root, o fyne.CanvasObject) (fyne.Position, fyne.Size) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o)
	end := at.AddXY(o.Size().Width, o.Size().Height)
	kit.Walk(root, func(c fyne.CanvasObject) bool {
		if (is[*kit.Scroll](c) || is[*kit.List](c) || is[*kit.TimeGrid](c) || is[*kit.Sheets](c)) && kit.Contains(c, o) {
			p := driver.AbsolutePositionForObject(c)
			at = fyne.NewPos(max(at.X, p.X), max(at.Y, p.Y))
			end = fyne.NewPos(min(end.X, p.X+c.Size().Width), min(end.Y, p.Y+c.Size().Height))
		}
		return true
	})
	return at, fyne.NewSize(max(end.X-at.X, 0), max(end.Y-at.Y, 0))
}

// A message is reached by its key, also over a dialog, and gives the keys back.
func TestMessagesByKey(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Keys("Ctrl+2")
	was := h.Canvas().Focused()
	pressed := 0
	h.Shell.Say(kit.ToastSpec{Text: "Said", Action: "Do it", Do: func() { pressed++ }})
	h.Keys("F8", "Enter")
	if pressed != 1 || h.Canvas().Focused() != was {
		t.Errorf("pressed %d times, %T has the focus", pressed, h.Canvas().Focused())
	}
	h.Shell.Dialogs.Show(shell.Dialog{Title: "Dialog", Content: kit.NewTextField("", "", nil), Cancel: "Cancel"})
	was = h.Canvas().Focused()
	h.Shell.Say(kit.ToastSpec{Text: "Said", Action: "Do it", Do: func() { pressed++ }})
	h.Keys("F8", "Space")
	if pressed != 2 || h.Canvas().Focused() != was {
		t.Errorf("over a dialog: pressed %d times, %T has the focus", pressed, h.Canvas().Focused())
	}
}

// A message comes and goes in the window's foot: nothing on the page moves, however often. One that has no room there takes
// some from the page; it gives that back where the pointer is elsewhere, and to whom works by keys at once.
func TestAMessageMovesNothing(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600), Language: lang})
		h.Go(shell.Route{Screen: "calendar", Tab: "month"})
		tall := monthOf(h).Size().Height
		said := func() int { return len(h.Root().(kit.Floating).Floats().Toasts()) }
		stays := func(when string, want int) {
			t.Helper()
			h.Settle()
			if got := monthOf(h).Size().Height; got != tall || said() != want {
				t.Errorf("%s: %s the page is %v tall, was %v; %d messages", lang, when, got, tall, said())
			}
		}
		h.Shell.ToastUndo(h.Words.T("calendar.grab_hint"), func() {})
		stays("with a message", 1)
		h.Shot("message-" + string(lang))
		h.Shell.Fail(core.Fail(core.CodeReadOnly, "path", "mine.mentorbook"))
		if h.Clock.Move(5 * time.Second); said() != 2 {
			t.Errorf("%s: %d messages", lang, said())
		}
		h.Clock.Move(time.Minute)
		stays("after the messages", 0)
		h.Shell.Toast("Said")
		h.Keys("Escape")
		stays("after Escape", 0)
		point(monthOf(h))
		long := strings.Repeat(h.Words.T("calendar.grab_hint")+" ", 9)
		h.Shell.Toast(long)
		h.Settle()
		less := monthOf(h).Size().Height
		if h.Clock.Move(time.Minute); less >= tall || monthOf(h).Size().Height != less {
			t.Errorf("%s: under the pointer the page was %v tall, with the message %v, and then %v", lang, tall, less, monthOf(h).Size().Height)
		}
		kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if item, ok := o.(*kit.NavItem); ok {
				item.MouseIn(&desktop.MouseEvent{})
				return false
			}
			return true
		})
		stays("with the pointer elsewhere", 0)
		point(monthOf(h))
		h.Canvas().Focus(kit.FirstFocusable(h.Canvas().Content())) // by key: the pointer is not there
		h.Shell.Toast(long)
		h.Clock.Move(time.Minute)
		stays("for somebody at the keys", 0)
	}
}

// point puts the pointer on something.
func point(o desktop.Hoverable) {
	o.MouseIn(&desktop.MouseEvent{})
}

func monthOf(h *uitest.House) (month *kit.MonthGrid) {
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if m, ok := o.(*kit.MonthGrid); ok {
			month = m
		}
		return true
	})
	return month
}
