package core_test

import (
	"encoding/json"
	"slices"
	"testing"

	"mentorbook/core"
)

func TestNewReminders(t *testing.T) {
	for _, c := range []struct{ in, want []int }{
		{[]int{15, 1440, 15, 0, -5}, []int{1440, 15}},
		{[]int{0}, []int{}},
		{nil, []int{}},
	} {
		if got := core.NewReminders(c.in...); got == nil || !slices.Equal(got, c.want) {
			t.Errorf("%v: %v", c.in, got)
		}
	}
}

// A meeting without reminders of its own and one that wants none differ, in the file too; the one figure of older
// records is read.
func TestRemindersInTheFile(t *testing.T) {
	for _, c := range []struct {
		in   string
		want core.Reminders
		out  string
	}{
		{`{}`, nil, `{}`},
		{`{"reminder":null}`, nil, `{}`},
		{`{"reminder":[]}`, core.Reminders{}, `{"reminder":[]}`},
		{`{"reminder":15}`, core.Reminders{15}, `{"reminder":[15]}`},
		{`{"reminder":0}`, core.Reminders{}, `{"reminder":[]}`},
		{`{"reminder":[1440,15]}`, core.Reminders{1440, 15}, `{"reminder":[1440,15]}`},
	} {
		var rec struct {
			R core.Reminders `json:"reminder,omitzero"`
		}
		if err := json.Unmarshal([]byte(c.in), &rec); err != nil || (rec.R == nil) != (c.want == nil) || !slices.Equal(rec.R, c.want) {
			t.Errorf("%s: %v, %v", c.in, rec.R, err)
		}
		if out, err := json.Marshal(rec); err != nil || string(out) != c.out {
			t.Errorf("%s: %s, %v", c.in, out, err)
		}
	}
	var rec core.Reminders
	for _, bad := range []string{`"15"`, `{}`, `[1.5]`, `1.5`} {
		if json.Unmarshal([]byte(bad), &rec) == nil {
			t.Errorf("%s is read as %v", bad, rec)
		}
	}
}
