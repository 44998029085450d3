package shell_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// The first frame has a sidebar's ground and no letter.
func TestTheFirstFrame(t *testing.T) {
	w := fyne.CurrentApp().NewWindow("")
	defer w.Close()
	shell.FirstFrame(w)
	w.Resize(fyne.NewSize(900, 600))
	if texts := kit.Texts(w.Canvas().Content()); len(texts) > 0 {
		t.Errorf("says %q", texts)
	}
	if img := w.Canvas().Capture(); img.At(20, 300) == img.At(600, 300) {
		t.Errorf("%v beside %v", img.At(20, 300), img.At(600, 300))
	}
}
