package planner

import (
	"testing"
	"unsafe"

	"mentorbook/core"
)

// A hundred thousand busy times that are here are known while an import of them is planned: each takes what its version
// takes, and not what is known of a meeting.
func TestWhatIsKnownOfABusyTimeIsSmall(t *testing.T) {
	if n := unsafe.Sizeof(knownEvent{}); n > 128 {
		t.Errorf("%d octets", n)
	}
}

// What an event meets here is kept of those that do something alone: in a second import most are known as they are.
func TestAPlanKeepsWhatAStepMeetsWhereItActs(t *testing.T) {
	var plan CalendarPlan
	for _, does := range []CalendarDoes{CalendarNew, CalendarChanged, CalendarSame, CalendarRefused} {
		plan.add(&eventStep{CalendarStep{Does: does}, aim{known: core.Ref{Kind: core.KindBusy}}})
	}
	for i, kept := range []bool{true, true, false, false} {
		if (plan.aims[i] != nil) != kept || plan.step(i).known.Kind == core.KindBusy != kept {
			t.Errorf("%s: %+v", plan.Steps[i].Does, plan.aims[i])
		}
	}
}
