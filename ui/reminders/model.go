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

// Begun tells that a meeting which nobody could be told of in time is still on.
func Begun(r planner.Reminder, now time.Time) bool {
	end, err := r.Meeting.EndAt()
	return err == nil && r.Missed && end.After(now)
}

// BegunText says of the meetings that are on since when each is and until when; and, where it is one, what time it began for the
// others.
func BegunText(begun []planner.Reminder, now time.Time, w *locale.Words) (title, body string) {
	var lines []string
	for _, r := range begun {
		start, end := r.Meeting.On(r.Zone)
		from := w.Clock(start)
		if today := dayAt(now, r.Zone); today != start.Date && !today.IsZero() {
			from = w.T("reminder.begun_day", "time", from, "day", w.Day(start.Date, today))
		}
		lines = append(lines, w.T("reminder.begun", "name", r.Name, "start", from, "end", w.Clock(end)))
	}
	if len(begun) == 1 {
		body = w.Clocks(begun[0].Start, begun[0].Zone, begun[0].Others...)
	}
	return strings.Join(lines, "\n"), body
}

// mostMissed is how many of the meetings that nobody was reminded of are named.
const mostMissed = 3

// MissedText names the meetings that began before anybody could be told of them, in their order, each with its day where
// that is not today and its hours; and, where it is one, what time that was for the others.
func MissedText(missed []planner.Reminder, now time.Time, w *locale.Words) (title, body string) {
	var names []string
	for _, r := range missed[:min(len(missed), mostMissed)] {
		start, end := r.Meeting.On(r.Zone)
		names = append(names, r.Name+", "+when(start, end, r.Zone, now, w))
	}
	if more := len(missed) - len(names); more > 0 {
		names = append(names, w.T("list.more", "count", more))
	}
	if len(missed) == 1 {
		body = w.Clocks(missed[0].Start, missed[0].Zone, missed[0].Others...)
	}
	return w.T("reminder.missed", "meetings", strings.Join(names, "; ")), body
}

// when gives the hours of a meeting, and its day before them where that is not today.
func when(start, end core.Civil, zone core.Zone, now time.Time, w *locale.Words) string {
	hours := w.Span(start, end)
	if today := dayAt(now, zone); today != start.Date && !today.IsZero() {
		return w.Day(start.Date, today) + ", " + hours
	}
	return hours
}

// dayAt gives the day that it is somewhere; none where that is nowhere.
func dayAt(now time.Time, zone core.Zone) core.Date {
	loc, err := zone.Location()
	if err != nil {
		return core.Date{}
	}
	return core.DateOf(now.In(loc))
}

// Text gives what a reminder of a meeting to come says: when and with whom in one line, and what there is to prepare in another.
// Texts that only the owner may read are in neither, for both may appear on a screen that others see; with hidden they
// look at it now, and what nobody but the owner reads is not even counted.
func Text(r planner.Reminder, now time.Time, hidden bool, w *locale.Words) (title, body string) {
	start, end := r.Meeting.On(r.Zone)
	zone := r.Zone
	if zone == "" {
		zone = r.Meeting.Zone
	}
	theirs := w.Clocks(r.Start, zone, r.Others...)
	left := int(r.Start.Sub(now).Round(time.Minute) / time.Minute)
	title = w.T("reminder.soon", "until", w.Until(left), "name", r.Name)
	parts := []string{when(start, end, zone, now, w)}
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
