package shell_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

// The first frame has no letter and calls once: when it has been drawn, or after a while if it never is.
func TestTheFirstFrame(t *testing.T) {
	for _, drawn := range []bool{true, false} {
		queue, clock, calls := shelltest.NewQueue(), &shelltest.Clock{}, 0
		w := fyne.CurrentApp().NewWindow("")
		defer w.Close()
		shell.FirstFrame(w, queue.Do, clock.After, func() { calls++ })
		w.Resize(fyne.NewSize(900, 600))
		if texts := kit.Texts(w.Canvas().Content()); len(texts) > 0 {
			t.Errorf("says %q", texts)
		}
		queue.Run()
		if calls != 0 {
			t.Error("calls before it was drawn")
		}
		if drawn {
			img := w.Canvas().Capture()
			if img.At(20, 300) == img.At(600, 300) {
				t.Error("no sidebar is to be seen")
			}
			queue.Run()
		}
		clock.Move(time.Second)
		queue.Run()
		if calls != 1 {
			t.Errorf("drawn %v: called %d times", drawn, calls)
		}
	}
}
