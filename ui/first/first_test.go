package first

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func TestStepsFollowWhatIsThere(t *testing.T) {
	w, err := locale.New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		side   core.Role
		people int
		first  string
		now    int
	}{
		{core.RoleMentor, 0, "Добавьте первого подопечного", 0},
		{core.RoleMentor, 2, "Добавьте первого подопечного", 1},
		{core.RoleMentee, 0, "Добавьте наставника", 0},
		{core.RoleBoth, 1, "Добавьте первого подопечного или наставника", 1},
		{core.RoleMentee, 1, "Добавьте наставника", 1},
	} {
		steps := Steps(planner.Outset{Side: c.side, People: c.people + 1}, w)
		for i, s := range steps {
			if s.Now != (i == c.now) || s.Done != (i < c.now) {
				t.Errorf("%+v: step %d is %+v", c, i, s)
			}
		}
		if steps[0].Title != c.first {
			t.Errorf("%+v: %s", c, steps[0].Title)
		}
	}
}
