package planning_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/planning"
	"mentorbook/ui/uitest"
)

// Where the owner's other calendar program has a meeting too, the dialog of its message says that this could write to the guests
// itself; of a file for anybody's calendar, and of a meeting that was planned here, it does not.
func TestTheDialogNamesTheOtherProgram(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	m, err := h.Planner.NextMeeting(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	list, err := h.Planner.Invitations.Guests(t.Context(), m.ID)
	if err != nil {
		t.Fatal(err)
	}
	if list.From != "" {
		t.Errorf("planned here: from %q", list.From)
	}
	for program, want := range map[planner.Program]string{"": "", planner.ProgramGoogle: "Google", planner.ProgramOutlook: "Outlook", planner.ProgramOther: "another calendar program"} {
		for i, method := range []core.Method{core.MethodRequest, core.MethodPublish} {
			l := *list
			l.From = program
			v := planning.NewInviting(&l, h.Words)
			v.Chosen = i
			said := strings.Contains(v.Explain(), "It came from")
			if v.Method() != method || said != (want != "" && method == core.MethodRequest) || said && !strings.Contains(v.Explain(), want) {
				t.Errorf("%q, %s: %q", program, v.Method(), v.Explain())
			}
		}
	}
}
