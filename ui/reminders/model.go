// Package reminders puts into words that a meeting is about to begin.
package reminders

import (
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Needless tells that nobody is to be reminded: the meeting is being held, for its timer runs, or it has begun and is open on
// the screen.
func Needless(r planner.Reminder, timed, open bool) bool { return timed || open && r.Missed }

// Text gives what a reminder says: when and with whom in one line, and what there is to prepare in another.
// Texts that only the owner may read are in neither, for both may appear on a screen that others see; with hidden they
// look at it now, and what nobody but the owner reads is not even counted.
func Text(r planner.Reminder, now time.Time, hidden bool, w *locale.Words) (title, body string) {
	start, end := r.Meeting.On(r.Zone)
	zone := r.Zone
	if zone == "" {
		zone = r.Meeting.Zone
	}
	theirs := w.Clocks(r.Start, zone, r.Others...)
	if r.Missed {
		return w.T("reminder.missed", "name", r.Name, "time", w.Span(start, end)), theirs
	}
	left := int(r.Start.Sub(now).Round(time.Minute) / time.Minute)
	title = w.T("reminder.soon", "until", w.Until(left), "name", r.Name)
	when := w.Span(start, end)
	if loc, err := zone.Location(); err == nil {
		if today := core.DateOf(now.In(loc)); today != start.Date {
			when = w.Day(start.Date, today) + ", " + when
		}
	}
	parts := []string{when}
	if theirs != "" {
		parts = append(parts, theirs)
	}
	if n := len(r.Meeting.Shown(hidden).Agenda); n > 0 {
		parts = append(parts, w.T("reminder.agenda", "count", n))
	} else if !hidden {
		parts = append(parts, w.T("chip.agenda_empty"))
	}
	if n := r.Questions(hidden); n > 0 {
		parts = append(parts, w.T("today.questions", "count", n))
	}
	if n := r.Overdue(hidden); n > 0 {
		parts = append(parts, w.T("reminder.late", "count", n))
	}
	return title, strings.Join(parts, " · ")
}
