package uitest_test

import (
	"errors"
	"fmt"
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

// A message that goes by itself moves nothing under the pointer: its room stays until the pointer is off the page, or
// somebody goes elsewhere.
func TestAMessageThatGoesMovesNothing(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	h.Go(shell.Route{Screen: "calendar", Tab: "month"})
	var month *kit.MonthGrid
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if m, ok := o.(*kit.MonthGrid); ok {
			month = m
		}
		return true
	})
	tall := month.Size().Height
	say := func() float32 {
		h.Shell.Say(kit.ToastSpec{Text: "Said"})
		h.Settle()
		return month.Size().Height
	}
	less := say()
	if less >= tall {
		t.Fatal("the message has no room of its own: the test looks at nothing")
	}
	h.Clock.Move(time.Minute)
	h.Settle()
	if n := len(h.Root().(kit.Floating).Floats().Toasts()); n != 0 || month.Size().Height != less {
		t.Errorf("%d messages, and the page is %v tall, was %v", n, month.Size().Height, less)
	}
	if say() != less {
		t.Error("the next message moves the page")
	}
	h.Clock.Move(time.Minute)
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if item, ok := o.(*kit.NavItem); ok {
			item.MouseIn(&desktop.MouseEvent{})
			return false
		}
		return true
	})
	if month.Size().Height != tall {
		t.Errorf("with the pointer elsewhere the page is %v tall, was %v", month.Size().Height, tall)
	}
	say()
	h.Clock.Move(time.Minute)
	h.Keys("Ctrl+1", "Alt+Left")
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if m, ok := o.(*kit.MonthGrid); ok {
			month = m
		}
		return true
	})
	if month.Size().Height != tall {
		t.Errorf("come back to, the page is %v tall, was %v", month.Size().Height, tall)
	}
}
