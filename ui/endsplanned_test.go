package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The dialog that ends a relationship counts single meetings and series by themselves, each series once, says what becomes of them and
// does as was chosen: with a series alone, too.
func TestTheEndOfARelationshipSaysWhatIsPlanned(t *testing.T) {
	for name, c := range map[string]struct {
		single bool
		says   string
		leave  bool
	}{
		"a series alone":      {false, "Still planned: 1 series", false},
		"left as it is":       {false, "Still planned: 1 series", true},
		"a meeting beside it": {true, "Still planned: 1 single meeting and 1 series", false},
	} {
		t.Run(name, func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Empty: true, Role: core.RoleMentor})
			rel := invitedOnly(t, h, core.RoleMentor)
			if c.single {
				day := core.DateOf(uitest.Now()).AddDays(5)
				if _, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Start: day.At(12, 0), Zone: "Europe/Berlin"}); err != nil {
					t.Fatal(err)
				}
			}
			h.Go(shell.Route{Screen: "relationship", ID: rel})
			h.Click("More")
			h.Tap("End…")
			h.Wants(c.says, "Today then shows whom to tell")
			h.Shot("end-planned-" + name)
			if c.leave {
				chooseIn(h, 1)
				h.Wants("and series go on")
			}
			h.Tap("End")
			h.Settle()
			open, err := h.Planner.Relationships.EndingOf(t.Context(), rel)
			if err != nil {
				t.Fatal(err)
			}
			if n := open.Count(); n.Meetings != 0 || n.Series != map[bool]int{true: 1}[c.leave] {
				t.Errorf("left is %+v", n)
			}
		})
	}
}

// chooseIn chooses in the only select on show.
func chooseIn(h *uitest.House, i int) {
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if s, is := o.(*kit.Select); is && s.Visible() {
			s.Choose(i)
		}
		return true
	})
}
