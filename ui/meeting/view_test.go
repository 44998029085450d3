package meeting_test

import (
	"os"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// today gives the meeting that somebody's relationship has on the day of the tests.
func today(h *uitest.House, name string) *core.Meeting {
	h.T.Helper()
	all, err := h.Planner.Meetings.Of(h.T.Context(), h.Relationship(name).ID)
	if err != nil {
		h.T.Fatal(err)
	}
	for _, m := range all {
		if m.Planned() {
			return m
		}
	}
	h.T.Fatalf("no meeting with %s is planned", name)
	return nil
}

// at opens the meeting with somebody.
func at(t *testing.T, name string, opt uitest.Options) (*uitest.House, core.ID) {
	t.Helper()
	h := uitest.Open(t, opt)
	id := today(h, name).ID
	h.Go(shell.Route{Screen: "meeting", ID: id})
	return h, id
}

func TestThePageShowsTheMeeting(t *testing.T) {
	h, _ := at(t, "Amina Yusuf", uitest.Options{})
	h.Wants("Meeting with Amina Yusuf", "14:00–14:45", "Nairobi", "Agenda", "Shared notes", "shared with Amina", "never exported", "Close")
	h.Shot("meeting")
}
