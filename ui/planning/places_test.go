package planning_test

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The buttons of a meeting keep their places when the invitation is out; where there is little room, what comes next stays:
// to invite at first, the timer after that.
func TestTheButtonsOfAMeetingKeepTheirPlaces(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	m := meetings(h, "Amina")[1] // not about to begin
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	shown := func(size fyne.Size) []string {
		h.Window.Resize(size)
		h.Settle()
		var out []string
		for _, text := range kit.Texts(h.Root()) {
			if text == "Invite…" || text == "Start timer" {
				out = append(out, text)
			}
		}
		return out
	}
	wide, narrow := fyne.NewSize(1280, 800), fyne.NewSize(640, 600)
	if got := shown(wide); !slices.Equal(got, []string{"Invite…", "Start timer"}) {
		t.Errorf("at first: %q", got)
	}
	if got := shown(narrow); !slices.Equal(got, []string{"Invite…"}) {
		t.Errorf("at first, in a narrow window: %q", got)
	}
	if _, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(h.Dir, "a.eml")); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	if got := shown(wide); !slices.Equal(got, []string{"Invite…", "Start timer"}) {
		t.Errorf("once they are invited: %q", got)
	}
	if got := shown(narrow); !slices.Equal(got, []string{"Start timer"}) {
		t.Errorf("once they are invited, in a narrow window: %q", got)
	}
}
