package core

import (
	"encoding/json"
	"slices"
)

// Reminders are the times before a meeting at which to remind of it, in minutes: 1440 and 15 are a day and a quarter
// of an hour before. nil says nothing of it; a list with nothing in it wants none.
type Reminders []int

const (
	// MaxReminders is how many times there can be.
	MaxReminders = 5
	// MaxReminder is how long before a meeting a reminder can be, in minutes: a week.
	MaxReminder = 7 * 24 * 60
)

// NewReminders gives times each once, the one long before first. Those that are none are left out; without any the
// list has nothing in it, and is not nil.
func NewReminders(minutes ...int) Reminders {
	out := Reminders(slices.DeleteFunc(slices.Clone(minutes), func(n int) bool { return n <= 0 }))
	slices.Sort(out)
	slices.Reverse(out)
	if out = slices.Compact(out); out == nil {
		out = Reminders{}
	}
	return out
}

// Same tells whether two say the same: nothing of it, or the same times.
func (r Reminders) Same(other Reminders) bool {
	return (r == nil) == (other == nil) && slices.Equal(r, other)
}

// UnmarshalJSON reads a list, and the one figure that records had before there could be several; its 0 wants none.
func (r *Reminders) UnmarshalJSON(data []byte) error {
	var one int
	if json.Unmarshal(data, &one) == nil && string(data) != "null" {
		*r = NewReminders(one)
		return nil
	}
	return json.Unmarshal(data, (*[]int)(r))
}

// reminders refuses too many times, one twice, and those that are none or longer before than can be.
func (p *problems) reminders(field string, r Reminders) {
	if len(r) > MaxReminders {
		p.add(CodeTooMany, field, "max", MaxReminders)
	}
	for i, n := range r {
		p.between(at(field, i), n, 1, MaxReminder)
		if slices.Contains(r[:i], n) {
			p.add(CodeDuplicate, at(field, i), "value", n)
		}
	}
}
