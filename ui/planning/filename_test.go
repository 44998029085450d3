package planning_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/planning"
	"mentorbook/ui/uitest"
)

// The file of a message is called after its kind, whom it is with and the day of the meeting.
func TestAMessagesFileIsCalledAfterItsDay(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		all, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Sara").ID)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, m := range all {
			list, err := h.Planner.Invitations.Guests(t.Context(), m.ID)
			if err != nil {
				t.Fatal(err)
			}
			name := planning.NewInviting(list, h.Words).FileName()
			if !strings.Contains(name, "Sara Okafor") || !strings.HasSuffix(name, " "+m.Start.Date.String()) || seen[name] {
				t.Errorf("%q", name)
			}
			seen[name] = true
		}
		if len(seen) < 2 {
			t.Errorf("only %d meetings", len(seen))
		}
	}
}
