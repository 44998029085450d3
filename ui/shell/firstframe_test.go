package shell_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

// The first frame has a sidebar's ground and no letter, and what follows is queued, once.
func TestTheFirstFrame(t *testing.T) {
	queue, calls := shelltest.NewQueue(), 0
	w := fyne.CurrentApp().NewWindow("")
	defer w.Close()
	shell.FirstFrame(w, queue.Do, func() { calls++ })
	w.Resize(fyne.NewSize(900, 600))
	if texts := kit.Texts(w.Canvas().Content()); len(texts) > 0 {
		t.Errorf("says %q", texts)
	}
	img := w.Canvas().Capture()
	if calls != 0 || img.At(20, 300) == img.At(600, 300) {
		t.Errorf("called %d times, %v beside %v", calls, img.At(20, 300), img.At(600, 300))
	}
	queue.Run()
	queue.Run()
	if calls != 1 {
		t.Errorf("called %d times", calls)
	}
}
