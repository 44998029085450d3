package planning_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/planning"
)

// The tick for a message to each guest stands as the last message went, and what it says is what is asked for.
func TestTheTickForSeparateMessagesIsRemembered(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, last := range []bool{true, false} {
		list := &planner.GuestList{Meeting: &core.Meeting{}, Separately: last}
		m := planning.NewInviting(list, w)
		if how := m.Choice().How; how.Separately != last || how.Together == last {
			t.Errorf("after %v: %+v", last, how)
		}
		m.How.Separately = !last
		if how := m.Choice().How; how.Separately == last || how.Together != last {
			t.Errorf("ticked otherwise after %v: %+v", last, how)
		}
	}
}
