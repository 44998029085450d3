package meeting_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// What ends the meeting is in view however much was promised, and wherever somebody has scrolled.
func TestTheButtonThatEndsTheMeetingStaysInView(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 1280, Height: 800}} {
		for _, promises := range []int{0, 3, 9} {
			t.Run(fmt.Sprintf("%v and %d promises", size.Width, promises), func(t *testing.T) {
				h, id := at(t, "Amina Yusuf", true, uitest.Options{Size: size})
				for i := range promises {
					h.Keys("Alt+4")
					h.Type(fmt.Sprint("me: promise number ", i))
					h.Keys("Enter")
				}
				inView(t, h, "Close · carry 4 items over")
				h.Keys("Alt+1", "Home")
				inView(t, h, "Close · carry 4 items over")
				h.Shot(fmt.Sprintf("foot-%v-%d", size.Width, promises))
				h.Tap("Close · carry 4 items over")
				if get(h, id).Planned() {
					t.Error("the button closes nothing")
				}
				h.Lacks("Close · carry")
			})
		}
	}
}

// inView fails the test where the one button that says a text is not wholly within the window's page.
func inView(t *testing.T, h *uitest.House, text string) {
	t.Helper()
	var found []*kit.Button
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if b, ok := o.(*kit.Button); ok && b.Text() == text && b.Visible() {
			found = append(found, b)
		}
		return true
	})
	if len(found) != 1 {
		t.Fatalf("%d buttons say %q", len(found), text)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(found[0])
	if top, bottom := at.Y, at.Y+found[0].Size().Height; top < kit.Px(72) || bottom > h.Canvas().Size().Height-kit.Px(40) {
		t.Errorf("the button stands from %v to %v in a window of %v", top, bottom, h.Canvas().Size())
	}
}
