package forms

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// ReminderTimes lists what is offered, in minutes: the usual times and those that are chosen, the last one before the
// meeting first.
func ReminderTimes(chosen core.Reminders) []int {
	all := core.NewReminders(append([]int{5, 10, 15, 30, 60, 2 * 60, 24 * 60, 2 * 24 * 60}, chosen...)...)
	slices.Reverse(all)
	return all
}

// NewReminders makes a field of chips for times before a meeting, any number of which is chosen, up to the most that
// there can be. changed is told each new choice.
func NewReminders(w *locale.Words, chosen core.Reminders, changed func(core.Reminders)) *kit.ChipField {
	times := ReminderTimes(chosen)
	names, on := make([]string, len(times)), make([]bool, len(times))
	for i, n := range times {
		names[i], on[i] = w.Before(n), slices.Contains(chosen, n)
	}
	var chips *kit.ChipGroup
	var field *kit.ChipField
	chips = kit.NewChipSet(names, on, func(i int, on bool) {
		if on && len(chosen) >= core.MaxReminders {
			chips.SetOn(i, false)
			field.SetError(w.FieldError(core.FailField(core.CodeTooMany, "reminder", "max", core.MaxReminders)))
			return
		}
		field.SetError("")
		chosen = slices.DeleteFunc(slices.Clone(chosen), func(n int) bool { return n == times[i] })
		if on {
			chosen = append(chosen, times[i])
		}
		chosen = core.NewReminders(chosen...)
		changed(chosen)
	})
	field = kit.NewChipField(w.T("reminder.field"), chips)
	return field
}
