package ui

import (
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// heldBack says which meetings a deletion is refused for, as far as they are named, and leads to the first of them; false where it
// is not refused. While others look at the screen, they are told by their times alone.
func (w *Window) heldBack(d planner.Deletion) bool {
	if len(d.Held) == 0 || w.cfg.Reading != nil { // that nothing can be changed comes first
		return false
	}
	var lines []string
	for _, h := range d.Held {
		line := w.words().Moment(h.Start, d.Today)
		if !w.presenting() {
			line = h.Name + " (" + line + ")"
		}
		lines = append(lines, line)
	}
	if d.Standing > len(d.Held) {
		lines = append(lines, w.t("delete.held_others"))
	}
	first := d.Held[0].Meeting
	w.shell.Say(kit.ToastSpec{
		Text: w.t("delete.held", "count", d.Standing, "what", w.words().List(lines)), Danger: true, For: reminderStays,
		Action: w.t("button.open"), Do: func() { w.openMeeting(first) },
	})
	return true
}
