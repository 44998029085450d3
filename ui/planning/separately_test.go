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

// The tick for the agenda stands as the last invitation went, and where there is none to be seen, it goes as it went.
func TestTheTickForTheAgendaIsRemembered(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, last := range []bool{true, false} {
		list := &planner.GuestList{Meeting: &core.Meeting{Agenda: []core.AgendaItem{{Text: "The talk"}}}, Series: &core.Series{}, Stands: true, Agenda: last}
		m := planning.NewInviting(list, w)
		if how := m.Choice().How; how.Agenda != last || how.Bare == last {
			t.Errorf("after %v: %+v", last, how)
		}
		m.How.Agenda = !last
		if how := m.Choice().How; how.Agenda == last || how.Bare != last {
			t.Errorf("ticked otherwise after %v: %+v", last, how)
		}
		m.Whole = true
		if how := m.Choice().How; how.Agenda || how.Bare {
			t.Errorf("of all of it: %+v", how)
		}
	}
}
