package shell_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

func TestDialogs(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	before := w.page().field.Focusable()
	w.Canvas().Focus(before)
	name, bad, closed := kit.NewTextField("Name", "", nil), true, 0
	d := w.Shell.Dialogs.Show(shell.Dialog{
		Title: "New person", Content: kit.Stack(10, kit.NewText("Who is it?", kit.Body()), name, kit.NewTextArea("Note", "", 3, nil)), Confirm: "Save", Cancel: "Cancel",
		OK: func() bool {
			if bad {
				name.SetError("A name is needed.")
			}
			return !bad
		},
		Closed: func() { closed++ },
	})
	if w.Canvas().Focused() != name.Focusable() {
		t.Errorf("first focus on %T", w.Canvas().Focused())
	}
	w.Press("Enter")
	w.Shot("dialog-error")
	if d.Closed() || name.Error() == "" {
		t.Error("a dialog with a wrong field closed")
	}
	bad = false
	w.Press("Enter")
	if !d.Closed() || closed != 1 || w.Canvas().Focused() != before {
		t.Errorf("closed %v %d, focus on %T", d.Closed(), closed, w.Canvas().Focused())
	}
	d.Close()
	if closed != 1 {
		t.Error("closed twice")
	}
	done := 0
	d = w.Shell.Dialogs.Ask("Delete?", "The plan stays.", "Delete", "Cancel", true, func() { done++ })
	w.Shot("dialog-ask")
	w.Press("Enter") // on Cancel, where the focus is
	if !d.Closed() || done != 0 {
		t.Error("Enter deletes")
	}
	d = w.Shell.Dialogs.Ask("Delete?", "The plan stays.", "Delete", "Cancel", true, func() { done++ })
	w.Press("Tab", "Enter")
	if !d.Closed() || done != 1 {
		t.Errorf("done %d", done)
	}
	outer := w.Shell.Dialogs.Show(shell.Dialog{Title: "Outer", Content: kit.NewTextField("", "", nil), Confirm: "OK"})
	inner := w.Shell.Dialogs.Ask("Inner", "?", "Yes", "No", false, func() { done++ })
	w.Press("Escape")
	if !inner.Closed() || outer.Closed() {
		t.Error("Escape closes more than the top")
	}
	w.Press("Escape")
	if !outer.Closed() || done != 1 || w.Canvas().Focused() != before {
		t.Errorf("focus on %T", w.Canvas().Focused())
	}
}

// What a dialog was confirmed for is not done a second time while it goes on, by whatever key, and the dialog stays until
// it has ended; where there is nothing to confirm, no key does.
func TestADialogIsConfirmedOnce(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	done := 0
	var d *shell.Open
	field := kit.NewTextField("Name", "", nil)
	d = w.Shell.Dialogs.Show(shell.Dialog{Title: "New person", Content: field, Confirm: "Save", Cancel: "Cancel", OK: func() bool {
		done++
		d.SetBusy(true)
		return false
	}})
	w.Press("Enter", "Enter", "Ctrl+Enter")
	w.Click("Save")
	d.Confirm()
	if done != 1 || !d.Busy() {
		t.Errorf("done %d times, busy %v", done, d.Busy())
	}
	w.Press("Escape")
	w.Click("Cancel")
	if d.Closed() {
		t.Error("it was closed before it was known how it ended")
	}
	d.SetBusy(false)
	w.Press("Enter")
	if done != 2 {
		t.Errorf("done %d times", done)
	}
	d.SetBusy(false)
	d.SetOff(true)
	w.Press("Enter")
	if done != 2 {
		t.Error("what there is not was confirmed")
	}
	w.Press("Escape")
	if !d.Closed() {
		t.Error("Escape does nothing")
	}
}

// A dialog that stays closed is closed: what waits for one to go does not wait for it, and nothing fills it.
func TestADialogThatStaysClosed(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	d := w.Shell.Dialogs.Unshown(shell.Dialog{Title: "Nothing to type", Confirm: "Save", OK: func() bool { t.Error("confirmed"); return true }, Closed: func() { t.Error("told") }})
	if !d.Closed() {
		t.Error("it is open")
	}
	d.Confirm()
	d.Close()
}

func TestDialogsFitSmallWindows(t *testing.T) {
	w := newWorld(t, fyne.NewSize(900, 600))
	fields := make([]fyne.CanvasObject, 20)
	for i := range fields {
		fields[i] = kit.NewTextField(fmt.Sprint("Field ", i), "", nil)
	}
	w.Shell.Dialogs.Show(shell.Dialog{Title: "Many fields", Content: kit.Stack(10, fields...), Confirm: "Save", Cancel: "Cancel"})
	for range 19 {
		w.Press("Tab")
	}
	w.Shot("dialog-tall")
	last := fields[19].(*kit.TextField)
	if w.Canvas().Focused() != last.Focusable() {
		t.Fatalf("focus on %T", w.Canvas().Focused())
	}
	top := w.Canvas().Overlays().Top()
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(last).Y - driver.AbsolutePositionForObject(top).Y
	if y < 0 || y+last.Size().Height > 600 {
		t.Errorf("the field with the focus is at %v, out of sight", y)
	}
}

func TestMessages(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	notice := func(text string) shell.Notice {
		return shell.Notice{Kind: kit.Warn, Say: func() (string, string) { return text, "Back up now" }, Do: func() { w.ran = append(w.ran, "backup") }}
	}
	w.Shell.ToastUndo("Action done", func() { w.ran = append(w.ran, "taken back") })
	w.Shell.Fail(fmt.Errorf("write: %w", errors.New("disk full")))
	w.Shell.Fail(nil)
	w.Shell.Banner("backup", notice("The last backup is 9 days old."))
	w.Shell.Banner("backup", notice("The last backup is 10 days old."))
	w.Shot("messages")
	if w.Sees("9 days old") || !w.Sees("10 days") || !w.Sees("write: disk full") {
		t.Errorf("sees %q", kit.Texts(w.Root()))
	}
	w.Click("Back up now")
	if !w.CanClick("dismiss") {
		t.Error("no way to close the banner")
	}
	w.Click("dismiss")
	w.Shell.CloseBanner("other")
	if got := w.done(); got != "backup" || w.Sees("10 days") {
		t.Errorf("ran %q", got)
	}
	if f := w.Canvas().Content().(kit.Floating).Floats(); !f.RunNewestToast() || w.done() != "taken back" {
		t.Error("Undo in the message does nothing")
	}
}

func TestWhatComesNextGoesWithTheStep(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	says := func() string {
		return strings.Join(w.Canvas().Content().(kit.Floating).Floats().Toasts(), ", ")
	}
	w.Shell.ToastUndo("Planned", nil)
	w.Shell.SayNext(kit.ToastSpec{Text: "Not invited yet", Action: "Invite"})
	if got := says(); got != "Planned · Not invited yet" || !w.CanClick("Invite") || !w.CanClick("Undo") {
		t.Errorf("after the step %q", got)
	}
	w.Shell.ToastUndo("Closed", nil)
	if got := says(); got != "Closed" {
		t.Errorf("after another step %q", got)
	}
}

func TestMessagesOutliveTheirDialog(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	undone := false
	w.Shell.Dialogs.Show(shell.Dialog{Title: "Plan", Content: kit.NewTextField("", "", nil), Confirm: "Plan", OK: func() bool {
		w.Shell.ToastUndo("Planned", func() { undone = true })
		return true
	}})
	w.Press("Enter")
	floats := w.Canvas().Content().(kit.Floating).Floats()
	if got := floats.Toasts(); len(got) != 1 || got[0] != "Planned" {
		t.Fatalf("says %q", got)
	}
	floats.RunNewestToast()
	if !undone || len(floats.Toasts()) != 0 {
		t.Errorf("undone %v, left %q", undone, floats.Toasts())
	}
}

// A message in the window's foot stands beside work that can be cancelled there, whichever came first, and Escape takes it away
// where nothing else wants that key.
func TestAMessageLeavesWorkItsButton(t *testing.T) {
	w := newWorld(t, fyne.NewSize(900, 600))
	hold := make(chan struct{})
	work := func() {
		shell.Start(w.Shell.Runner, "long", "Reading the calendar of a whole year", func(ctx context.Context, _ shell.Report) (int, error) {
			select {
			case <-hold:
			case <-ctx.Done():
			}
			return 0, ctx.Err()
		}, func(int, error) {})
		w.Clock.Move(time.Second)
	}
	overlap := func(when string) {
		t.Helper()
		driver := fyne.CurrentApp().Driver()
		var toast, cancel fyne.CanvasObject
		kit.Walk(w.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if x, ok := o.(*kit.Toast); ok {
				toast = x
			}
			if b, ok := o.(*kit.ChipButton); ok {
				cancel = b
			}
			return true
		})
		if toast == nil || cancel == nil {
			t.Fatalf("%s: a message %v, a button %v", when, toast != nil, cancel != nil)
		}
		if end := driver.AbsolutePositionForObject(toast).X + toast.Size().Width; end > driver.AbsolutePositionForObject(cancel).X {
			t.Errorf("%s: the message reaches to %v", when, end)
		}
	}
	long := "The meeting was moved: " + strings.Repeat("Amina Yusuf, ", 5) + "Tuesday"
	w.Shell.ToastUndo(long, nil)
	work()
	overlap("before the work")
	w.Shell.ToastUndo(long, nil)
	overlap("after the work")
	w.Press("Escape")
	if n := len(w.Canvas().Content().(kit.Floating).Floats().Toasts()); n != 0 {
		t.Errorf("after Escape %d messages are left", n)
	}
	close(hold)
}
