package today_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

func TestTodayLeadsToTheMeeting(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Wants("Open meeting", "Copy link", "Send agenda", "Reschedule…", "last meeting: ", "only you")
	h.Shot("today")
	h.Tap("Copy link")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "https://meet.example/amina" {
		t.Errorf("copied %q", got)
	}
	h.Tap("Send agenda")
	h.Tap("Copy as text")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Feedback from the design review") {
		t.Errorf("copied %q", got)
	}
	h.Tap("Reschedule…")
	h.Wants("Reschedule: Amina Yusuf")
	h.Keys("Escape")
	h.Tap("Open meeting")
	h.Wants("Meeting with Amina Yusuf")
}

// lastHeld gives the meeting that the card asks about.
func lastHeld(h *uitest.House) *core.Meeting {
	h.T.Helper()
	t, err := h.Planner.Today(h.T.Context())
	if err != nil || t.Last == nil {
		h.T.Fatal(t, err)
	}
	return t.Last.Meeting
}

func TestTheLastMeetingIsCaptured(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	before := lastHeld(h)
	had := len(before.Help)
	h.Tap("Connections")
	if m := lastHeld(h); len(m.Help) != had+1 {
		t.Errorf("%v", m.Help)
	}
	h.Canvas().Focus(field(t, h))
	h.Type("Slides: one chart each")
	if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "In between?"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Clock.Move(time.Second)
	h.Settle()
	if left, err := h.Planner.Drafts.Unfinished(t.Context()); err != nil || len(left) != 1 || left[0].Field != planner.FieldLine {
		t.Errorf("%+v, %v", left, err)
	}
	h.Keys("Enter")
	notes, err := h.Planner.Notes.About(t.Context(), before.ID)
	if err != nil {
		t.Fatal(err)
	}
	kept := false
	for _, n := range notes {
		kept = kept || strings.Contains(n.Text, "Slides: one chart each") && n.Readers.Private()
	}
	if left, err := h.Planner.Drafts.Unfinished(t.Context()); !kept || err != nil || len(left) != 0 {
		t.Errorf("%v, %+v, %v", kept, left, err)
	}
}

// field finds the field for one line: the one field of the page that is typed in.
func field(t *testing.T, h *uitest.House) fyne.Focusable {
	t.Helper()
	for _, f := range kit.Focusables(h.Canvas().Content()) {
		if _, ok := f.(interface{ SelectedText() string }); ok {
			return f
		}
	}
	t.Fatal("there is no field")
	return nil
}

func TestNeedsAreDoneHere(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Tap("Plan…")
	h.Wants("Plan a meeting: Tomasz Zieliński")
	h.Keys("Escape")
	h.Tap("Introduce Amina")
	h.Wants("Amina Yusuf", "Growing")
}
