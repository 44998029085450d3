package planning_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/planning"
	"mentorbook/ui/uitest"
)

// Where one has left and another has joined, the invitation comes first; and the head says what is chosen, not what was first.
func TestTheHeadOfAMessageFollowsTheChoice(t *testing.T) {
	w := uitest.Open(t, uitest.Options{}).Words
	guest := func(name string, state planner.VersionState) planner.GuestVersion {
		return planner.GuestVersion{Person: &core.Person{Name: name, Emails: []string{name + "@x.example"}}, State: state}
	}
	at := core.NewDate(2026, 11, 23).At(10, 0)
	for _, c := range []struct {
		joined planner.VersionState
		first  core.Method
	}{{planner.VersionCurrent, core.MethodUninvite}, {planner.VersionNone, core.MethodRequest}} {
		v := planning.NewInviting(&planner.GuestList{
			Name: "Talk", All: true, Stands: true, Owner: &core.Person{Zone: "UTC"}, Today: at.Date,
			Meeting: &core.Meeting{Start: at, End: at.AddMinutes(30), Zone: "UTC"},
			Guests:  []planner.GuestVersion{guest("amina", planner.VersionLeft), guest("wei", c.joined)},
		}, w)
		if v.Method() != c.first {
			t.Errorf("of one %s beside one who left: %s comes first", c.joined, v.Method())
		}
		for method, title := range map[core.Method]string{
			core.MethodUninvite: w.T("invite.title_uninvite", "name", "Talk"), core.MethodRequest: w.T("invite.title_update", "name", "Talk"),
		} {
			if v.Chosen = slices.Index(v.Methods, method); v.Chosen < 0 || v.Title() != title {
				t.Errorf("%s: %q", method, v.Title())
			}
		}
	}
}
