// Package reminders puts into words that a meeting is about to begin.
package reminders

import (
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Text gives what a reminder says: when and with whom in one line, and what there is to prepare in another.
// Texts that only the owner may read are in neither, for both may appear on a screen that others see.
func Text(r planner.Reminder, now time.Time, w *locale.Words) (title, body string) {
	start, end := r.Meeting.On(r.Zone)
	if r.Missed {
		return w.T("reminder.missed", "name", r.Name, "time", w.Span(start, end)), ""
	}
	left := int(r.Start.Sub(now).Round(time.Minute) / time.Minute)
	title = w.T("reminder.soon", "until", w.Until(left), "name", r.Name)
	when := w.Span(start, end)
	zone := r.Zone
	if zone == "" {
		zone = r.Meeting.Zone
	}
	if loc, err := zone.Location(); err == nil {
		if today := core.DateOf(now.In(loc)); today != start.Date {
			when = w.Day(start.Date, today) + ", " + when
		}
	}
	parts := []string{when}
	if n := len(r.Meeting.Agenda); n > 0 {
		parts = append(parts, w.T("reminder.agenda", "count", n))
	} else {
		parts = append(parts, w.T("chip.agenda_empty"))
	}
	if n := len(r.Waiting); n > 0 {
		parts = append(parts, w.T("today.questions", "count", n))
	}
	if n := len(r.Late); n > 0 {
		parts = append(parts, w.T("reminder.late", "count", n))
	}
	return title, strings.Join(parts, " · ")
}
