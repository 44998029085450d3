package meeting_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// Ctrl+Enter closes the meeting from wherever in its form the focus is, as it saves every other form; elsewhere it does not.
func TestTheKeysThatSaveFormsCloseTheMeeting(t *testing.T) {
	for _, tabs := range []int{0, 1, 2, 3} {
		h, id := at(t, "Amina Yusuf", true, uitest.Options{})
		h.Keys("Alt+5")
		for range tabs {
			h.Keys("Tab")
		}
		h.Keys("Ctrl+Enter")
		if get(h, id).Planned() {
			t.Errorf("%d steps into the form, it closes nothing from %T", tabs, h.Canvas().Focused())
		}
	}
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	for _, keys := range []string{"Alt+1", "Alt+4", "Ctrl+I"} {
		if h.Keys(keys, "Ctrl+Enter"); !get(h, id).Planned() {
			t.Fatalf("%s: it is closed from outside of its form", keys)
		}
	}
}

// A meeting may be closed a little before it begins, and then that is said beside the button, wherever that stands.
func TestItIsSaidThatWhatIsToBeClosedHasNotBegun(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 1280, Height: 800}} {
		h, id := at(t, "Amina Yusuf", true, uitest.Options{Size: size})
		h.Lacks("It has not begun yet")
		start := core.CivilOf(uitest.Now().In(time.FixedZone("", 3600)).Add(10 * time.Minute))
		if err := h.Planner.Meetings.Move(t.Context(), id, start, core.Civil{}, ""); err != nil {
			t.Fatal(err)
		}
		h.Shell.Refresh()
		h.Settle()
		h.Wants("It has not begun yet: it starts today")
		h.Shot(fmt.Sprintf("early-%v", size.Width))
		if h.Keys("Ctrl+Shift+Enter"); get(h, id).Planned() {
			t.Error("it is not to be closed")
		}
	}
}
